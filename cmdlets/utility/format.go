package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	formatInput = iota
	formatProperty
	formatGroupBy
	formatAutoSize
	formatWrap
	formatHideHeaders
)

func formatSignature(name string, params ...bind.Parameter) bind.Signature {
	return bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command", Cmdlet: true,
		Params: append([]bind.Parameter{
			formatInput:    {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			formatProperty: {Name: "Property", Type: value.TypeObjectArray, Sets: at(0)},
			formatGroupBy:  {Name: "GroupBy", Sets: anywhere()},
		}, params...)}
}

var formatTable = &runtime.Cmdlet{
	Signature: formatSignature("Format-Table", switched("AutoSize"), switched("Wrap"), switched("HideTableHeaders")),
	Aliases:   []string{"ft"}, Module: module, Synopsis: "Lays objects out as a table.",
	New: func() runtime.Command { return &shaping{table: true} },
}

var formatList = &runtime.Cmdlet{
	Signature: formatSignature("Format-List"),
	Aliases:   []string{"fl"}, Module: module, Synopsis: "Lays objects out as lists.",
	New: func() runtime.Command { return &shaping{} },
}

// shaping hands objects to the formatter, which emits format objects.
type shaping struct {
	table  bool
	shaper *format.Shaper
}

// Begin reads the layout.
func (s *shaping) Begin(c *runtime.Call) error {
	kind := format.ListView
	if s.table {
		kind = format.TableView
	}
	o := format.Options{}
	var err error
	if c.Bound(formatProperty) {
		if o.Property, err = format.ParseProperties(kind, c.List(formatProperty)); err != nil {
			return err
		}
	}
	if c.Bound(formatGroupBy) {
		if o.GroupBy, err = format.ParseGroupBy(c.Value(formatGroupBy)); err != nil {
			return err
		}
	}
	if !s.table {
		s.shaper, err = format.ShapeList(c.Env(), c.FormatSettings(), format.ListOptions{Options: o}, c.Write)
		return err
	}
	s.shaper, err = format.ShapeTable(c.Env(), c.FormatSettings(), format.TableOptions{Options: o, AutoSize: c.Switch(formatAutoSize), Wrap: c.Switch(formatWrap), HideTableHeaders: c.Switch(formatHideHeaders)}, c.Write)
	return err
}

// Process takes the object of a call without a pipeline.
func (s *shaping) Process(c *runtime.Call) error {
	if c.ExpectingInput() || c.Bound(formatInput) {
		return s.shaper.Write(c.Value(formatInput))
	}
	return nil
}

// ProcessObject shapes one object.
func (s *shaping) ProcessObject(_ *runtime.Call, v value.Value) error { return s.shaper.Write(v) }

// End closes the layout.
func (s *shaping) End(*runtime.Call) error { return s.shaper.Close() }

const (
	stringInput = iota
	stringWidth
	stringStream
)

var outString = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Out-String", TypeName: "Microsoft.PowerShell.Commands.OutStringCommand", Cmdlet: true,
		Params: []bind.Parameter{
			stringInput:  {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			stringWidth:  {Name: "Width", Type: value.TypeInt32, Sets: anywhere()},
			stringStream: switched("Stream"),
		}},
	Aliases: []string{"oss"}, Module: module, Synopsis: "Makes a string of what the host would show.",
	New: func() runtime.Command { return &stringing{} },
}

// stringing gathers lines.
type stringing struct {
	writer *format.Writer
	buf    strings.Builder
}

// Begin opens the writer.
func (s *stringing) Begin(c *runtime.Call) error {
	newline := c.Host().Platform.Newline()
	s.writer = format.NewWriter(c.Env(), c.FormatSettings().ForString(c.Int(stringWidth)), func(line string) error {
		if c.Switch(stringStream) {
			return c.Write(value.OfString(line))
		}
		s.buf.WriteString(line + newline)
		return nil
	})
	return nil
}

// Process takes the object of a call without a pipeline.
func (s *stringing) Process(c *runtime.Call) error { return s.writer.Write(c.Value(stringInput)) }

// ProcessObject lays one object out.
func (s *stringing) ProcessObject(_ *runtime.Call, v value.Value) error { return s.writer.Write(v) }

// End writes the string.
func (s *stringing) End(c *runtime.Call) error {
	if err := s.writer.Close(); err != nil || c.Switch(stringStream) {
		return err
	}
	return c.Write(value.OfString(s.buf.String()))
}
