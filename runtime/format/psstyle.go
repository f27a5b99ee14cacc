package format

import (
	"strconv"

	"rehearse/runtime/value"
)

// PSStyle is the object behind $PSStyle (archive psstyle-ansi).
type PSStyle struct {
	Style     *Style
	rendering int64
	changed   func()
}

// NewPSStyle is $PSStyle over a style that the renderer uses. color tells whether the host shows colours; changed is told when a script
// changes OutputRendering.
func NewPSStyle(s *Style, color bool, changed func()) *PSStyle {
	p := &PSStyle{Style: s, rendering: renderPlainText, changed: changed}
	if color {
		p.rendering = renderHost
	}
	return p
}

// Coloured tells whether escape sequences are written where host tells whether that is a host that shows them.
func (p *PSStyle) Coloured(host bool) bool {
	return p.rendering == renderAnsi || p.rendering == renderHost && host
}

// The values of OutputRendering.
const (
	renderHost int64 = iota
	renderPlainText
	renderAnsi
)

var typeOutputRendering = value.NewEnum("System.Management.Automation.OutputRendering", []string{"Host", "PlainText", "Ansi"},
	[]int64{renderHost, renderPlainText, renderAnsi})

// The parts of $PSStyle as objects of their own; each refers to the whole.
type (
	styleFormatting struct{ *PSStyle }
	styleColors     struct{ background bool }
	styleProgress   struct{ *PSStyle }
	styleFileInfo   struct{}
)

func styleType(name string, fill func(m *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation.PSStyle" + name, Base: value.TypeObject, Flags: value.Sealed,
		Members: &value.Members{Fill: fill}}
}

var (
	typePSStyle         = styleType("", func(m *value.Members) { m.Properties = styleRows() })
	typeStyleFormatting = styleType("+FormattingData", func(m *value.Members) { m.Properties = formattingRows() })
	typeStyleForeground = styleType("+ForegroundColor", func(m *value.Members) {
		m.Properties, m.Methods = colorRows(30, 90), []value.Method{fromRgb(38)}
	})
	typeStyleBackground = styleType("+BackgroundColor", func(m *value.Members) {
		m.Properties, m.Methods = colorRows(40, 100), []value.Method{fromRgb(48)}
	})
	typeStyleProgress = styleType("+ProgressConfiguration", func(m *value.Members) { m.Properties = progressRows() })
	typeStyleFileInfo = styleType("+FileInfoFormatting", func(m *value.Members) { m.Properties = fileInfoRows() })
)

// TypeOf is the type a script sees.
func (*PSStyle) TypeOf() *value.Type { return typePSStyle }

// TypeOf is the type a script sees.
func (styleFormatting) TypeOf() *value.Type { return typeStyleFormatting }

// TypeOf is the type a script sees.
func (c styleColors) TypeOf() *value.Type {
	if c.background {
		return typeStyleBackground
	}
	return typeStyleForeground
}

// TypeOf is the type a script sees.
func (styleProgress) TypeOf() *value.Type { return typeStyleProgress }

// TypeOf is the type a script sees.
func (styleFileInfo) TypeOf() *value.Type { return typeStyleFileInfo }

// constant is a property with one value for ever.
func constant(name string, v value.Value) value.Property {
	return value.Property{Name: name, Type: value.TypeOf(v), Get: func(value.Env, value.Value) (value.Value, error) { return v, nil }}
}

// sequence is a constant escape sequence of a number.
func sequence(name, number string) value.Property {
	return constant(name, value.OfString("\x1b["+number+"m"))
}

func styleRows() []value.Property {
	rows := []value.Property{sequence("Reset", "0"), sequence("BlinkOff", "25"), sequence("Blink", "5"), sequence("BoldOff", "22"), sequence("Bold", "1"),
		sequence("DimOff", "22"), sequence("Dim", "2"), sequence("Hidden", "8"), sequence("HiddenOff", "28"), sequence("Reverse", "7"),
		sequence("ReverseOff", "27"), sequence("ItalicOff", "23"), sequence("Italic", "3"), sequence("UnderlineOff", "24"),
		sequence("Underline", "4"), sequence("StrikethroughOff", "29"), sequence("Strikethrough", "9")}
	rendering := part("OutputRendering", func(p *PSStyle) value.Value { return value.OfEnum(typeOutputRendering.Enum, p.rendering) })
	rendering.Type, rendering.Set = typeOutputRendering, setRendering
	return append(rows, rendering,
		part("Formatting", func(p *PSStyle) value.Value { return value.Of(styleFormatting{p}) }),
		part("Progress", func(p *PSStyle) value.Value { return value.Of(styleProgress{p}) }),
		constant("FileInfo", value.Of(styleFileInfo{})),
		constant("Foreground", value.Of(styleColors{})),
		constant("Background", value.Of(styleColors{background: true})))
}

func setRendering(_ value.Env, self, x value.Value) error {
	p, ok := value.As[*PSStyle](self.Base())
	if !ok {
		return nil
	}
	c, err := value.Convert(x, typeOutputRendering)
	if err != nil {
		return err
	}
	p.rendering = c.Int()
	p.changed()
	return nil
}

// formattingRows are the sequences of Style, which a script can change.
func formattingRows() []value.Property {
	return []value.Property{
		styled("FormatAccent", func(s *Style) *string { return &s.FormatAccent }),
		styled("ErrorAccent", func(s *Style) *string { return &s.ErrorAccent }),
		styled("Error", func(s *Style) *string { return &s.Error }),
		styled("Warning", func(s *Style) *string { return &s.Warning }),
		styled("Verbose", func(s *Style) *string { return &s.Verbose }),
		styled("Debug", func(s *Style) *string { return &s.Debug }),
		styled("TableHeader", func(s *Style) *string { return &s.TableHeader }),
		styled("CustomTableHeaderLabel", func(s *Style) *string { return &s.CustomTableHeaderLabel }),
		styled("FeedbackName", func(s *Style) *string { return &s.FeedbackName }),
		styled("FeedbackText", func(s *Style) *string { return &s.FeedbackText }),
		styled("FeedbackAction", func(s *Style) *string { return &s.FeedbackAction }),
	}
}

func styled(name string, field func(*Style) *string) value.Property {
	return value.Property{Name: name, Type: value.TypeString,
		Get: func(_ value.Env, self value.Value) (value.Value, error) {
			f, _ := value.As[styleFormatting](self.Base())
			return value.OfString(*field(f.Style)), nil
		},
		Set: func(_ value.Env, self, x value.Value) error {
			s := value.ToString(x)
			if stripEscapes(s) != "" {
				return value.Throw(value.ArgumentException, "ArgumentException",
					"The specified string contains printable content when it should only contain ANSI escape sequences: "+s)
			}
			f, _ := value.As[styleFormatting](self.Base())
			*field(f.Style) = s
			return nil
		}}
}

func colorRows(dark, bright int) []value.Property {
	var rows []value.Property
	for i, name := range [...]string{"Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"} {
		rows = append(rows, sequence(name, strconv.Itoa(dark+i)), sequence("Bright"+name, strconv.Itoa(bright+i)))
	}
	return rows
}

// fromRgb is the method that makes a sequence of three bytes, or of one number 0xRRGGBB.
func fromRgb(code int) value.Method {
	text := func(r, g, b int64) value.Value {
		return value.OfString("\x1b[" + strconv.Itoa(code) + ";2;" + strconv.FormatInt(r, 10) + ";" + strconv.FormatInt(g, 10) + ";" + strconv.FormatInt(b, 10) + "m")
	}
	return value.Method{Name: "FromRgb", Overloads: []value.Overload{
		{Params: []value.Param{{Name: "red", Type: value.TypeByte}, {Name: "green", Type: value.TypeByte}, {Name: "blue", Type: value.TypeByte}}, Return: value.TypeString,
			Call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return text(a[0].Int(), a[1].Int(), a[2].Int()), nil
			}},
		{Params: []value.Param{{Name: "rgb", Type: value.TypeUInt32}}, Return: value.TypeString,
			Call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				n := a[0].Int()
				return text(n>>16&0xFF, n>>8&0xFF, n&0xFF), nil
			}},
	}}
}

func progressRows() []value.Property {
	view := value.NewEnum("System.Management.Automation.ProgressView", []string{"Minimal", "Classic"}, []int64{0, 1})
	return []value.Property{sequence("Style", "33;1"), constant("MaxWidth", value.OfInt(120)),
		constant("View", value.OfEnum(view.Enum, 0)), constant("UseOSCIndicator", value.False)}
}

func fileInfoRows() []value.Property {
	return []value.Property{sequence("Directory", "44;1"), sequence("SymbolicLink", "36;1"), sequence("Executable", "32;1")}
}
