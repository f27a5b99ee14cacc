package value

import (
	"strconv"
	"strings"

	"rehearse/runtime/text"
)

// Texter is an object that has a text of its own in strings.
type Texter interface{ ToText() string }

// TypeText is the name of a type in strings: its accelerator if it has one. Package dotnet, which knows them, sets it when it installs its
// types; until then it is the full name.
var TypeText = (*Type).String

// maxTextDepth bounds the text of objects that contain themselves.
const maxTextDepth = 32

// ToString is [string]v, and v inside a string: invariant culture, doubles with 15 digits, lists joined by a blank, property bags as
// @{a=1; b=2} (oracle/strings, section 3). It never fails; ToString methods that a script defined are called by the engine, which looks for
// them before it comes here.
func ToString(v Value) string {
	if v.IsString() {
		return v.Str()
	}
	return toText(v, text.Invariant, 0)
}

// Texting is an Env that knows the texts of objects better: ToString methods of scripts, $OFS between the elements of lists.
type Texting interface {
	TextOf(v Value) (string, error)
}

// TextIn is ToString in an engine.
func TextIn(env Env, v Value) (string, error) {
	if v.Kind() == Reference {
		if t, ok := env.(Texting); ok {
			return t.TextOf(v)
		}
	}
	return ToString(v), nil
}

// ToStringCulture is v.ToString() in the culture en-US, as -f, tables and error messages show it: shortest digits that tell a double apart,
// dates as 3/5/2024 4:07:08 PM.
func ToStringCulture(v Value) string {
	if v.IsString() {
		return v.Str()
	}
	return toText(v, text.EnglishUS, 0)
}

// CultureText is the text of a value in lists, cells, -join and Write-Host, where that depends on the culture: numbers with a fraction
// (15 digits), dates, types, objects with formats. ok is false for all others, whose text is that of strings.
func CultureText(v Value, c *text.Culture) (s string, ok bool) {
	if s := WrittenText(v); s != "" {
		return s, true
	}
	b := v.Base()
	var err error
	switch b.Kind() {
	case Double:
		return text.FloatLanguageString(b.Float(), 64, c), true
	case Single:
		return text.FloatLanguageString(b.Float(), 32, c), true
	case DecimalKind:
		s, err = text.FormatDecimal(b.Decimal().Number, "", c)
	case DateTime:
		s, err = text.FormatDateTime(b.Ticks(), b.DateKind(), "", c)
	case Reference:
		switch o := b.ref.(type) {
		case Formatter:
			s, err = o.FormatText("", c)
		case *Type:
			return o.String(), true // not the accelerator that strings name
		default:
			return "", false
		}
	default:
		return "", false
	}
	return s, err == nil
}

func toText(v Value, c *text.Culture, depth int) string {
	switch v.Kind() {
	case Null, Nothing:
		return ""
	case String:
		return v.Str()
	case Bool, Switch:
		if v.num != 0 {
			return "True"
		}
		return "False"
	case Char:
		return text.CharString(uint16(v.num))
	case UInt64:
		return strconv.FormatUint(v.num, 10)
	case Double:
		return floatText(v.Float(), 64, c)
	case Single:
		return floatText(v.Float(), 32, c)
	case DecimalKind:
		return v.Decimal().String()
	case DateTime:
		return dateText(v, c)
	case TimeSpan:
		return spanText(v.Int())
	case Enum:
		return v.Enum().Text(v.Int())
	case Reference:
		return objectText(v, c, depth)
	}
	return strconv.FormatInt(v.Int(), 10)
}

func floatText(f float64, bits int, c *text.Culture) string {
	if c == text.Invariant {
		return text.FloatLanguageString(f, bits, c)
	}
	return text.FloatString(f, bits, c)
}

func objectText(v Value, c *text.Culture, depth int) string {
	if depth > maxTextDepth {
		return TypeOf(v).String()
	}
	switch o := v.ref.(type) {
	case *PSObject:
		if o.base.ref != nil {
			return toText(o.base, c, depth)
		}
		return o.text(bagStyle{culture: c}, depth)
	case Formatter:
		if t, ok := o.(Texter); ok && !TypeOf(v).Is(IfaceFormattable) {
			return t.ToText() // FormatText is for cells only
		}
		s, _ := o.FormatText("", c) // no format is always valid
		return s
	case Texter:
		return o.ToText()
	case *Exception:
		return o.Text()
	case *ErrorRecord:
		return o.Text()
	case *Type:
		if c != text.Invariant {
			return o.String()
		}
		return TypeText(o)
	case *Array:
		return joined(o.Items, c, depth)
	case *ArrayList:
		return joined(o.Items, c, depth)
	case *DictionaryEntry:
		return "[" + toText(o.Key, c, depth+1) + ", " + toText(o.Value, c, depth+1) + "]"
	case List, Enumerable:
		return joined(Elements(v), c, depth)
	}
	return TypeOf(v).String()
}

// joined are the texts of a list's elements with blanks between; a list within the list shows as its type.
func joined(items []Value, c *text.Culture, depth int) string {
	var b strings.Builder
	for i, x := range items {
		if i > 0 {
			b.WriteByte(' ')
		}
		if a, ok := x.Base().ref.(*Array); ok {
			b.WriteString(a.Type.String())
			continue
		}
		b.WriteString(toText(x, c, depth+1))
	}
	return b.String()
}

// bagStyle is how the values in a property bag are written.
type bagStyle struct {
	culture *text.Culture
	format  string // of -f: it goes to every value
}

// text is a custom object in strings: the text it was given, else @{Name=value; …}, empty without properties.
func (o *PSObject) text(style bagStyle, depth int) string {
	if o.rare != nil && o.rare.label != "" {
		return o.rare.label
	}
	var b strings.Builder
	for i, n := range o.shape.names {
		if o.shape.kinds[i] != NoteProperty {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("@{")
		} else {
			b.WriteString("; ")
		}
		b.WriteString(n)
		b.WriteByte('=')
		b.WriteString(style.nested(o.vals[i], depth+1))
	}
	if b.Len() == 0 {
		return ""
	}
	b.WriteByte('}')
	return b.String()
}

// nested is a property's value inside @{…}: lists show as their type, property bags not at all.
func (style bagStyle) nested(v Value, depth int) string {
	switch o := v.Base().ref.(type) {
	case *Array:
		return o.Type.String()
	case *ArrayList:
		return o.Type.String()
	case *PSObject:
		if o.IsCustom() {
			return ""
		}
	}
	if style.format != "" && v.Base().Kind() != Reference {
		if s, err := FormatIn(v, style.format, style.culture); err == nil {
			return s
		}
	}
	return toText(v, style.culture, depth)
}

// maxInnerExceptions bounds the text of an exception that holds others.
const maxInnerExceptions = 32

// Text is Exception.ToString(): the type and the message, then those of the exceptions inside.
func (e *Exception) Text() string { return e.text(0) }

func (e *Exception) text(depth int) string {
	s := e.Type.FullName
	if e.Message != "" {
		s += ": " + e.Message
	}
	if e.Inner != nil && depth < maxInnerExceptions {
		s += "\n ---> " + e.Inner.text(depth+1) + "\n   --- End of inner exception stack trace ---"
	}
	return s
}
