package value

import (
	"strconv"
	"strings"

	"rehearse/runtime/text"
)

// Texter is an object that has a text of its own in strings.
type Texter interface{ ToText() string }

// CultureTexter is an object whose ToString() depends on the culture.
type CultureTexter interface{ ToCultureText() string }

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

// ToStringCulture is v.ToString() in the culture en-US, as -f, tables and error messages show it: shortest digits that tell a double apart,
// dates as 3/5/2024 4:07:08 PM.
func ToStringCulture(v Value) string {
	if v.IsString() {
		return v.Str()
	}
	return toText(v, text.EnglishUS, 0)
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
		return o.text(c, depth)
	case CultureTexter:
		if c != text.Invariant {
			return o.ToCultureText()
		}
		if t, ok := o.(Texter); ok {
			return t.ToText()
		}
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

// text is a custom object in strings: the text it was given, else @{Name=value; …}, empty without properties.
func (o *PSObject) text(c *text.Culture, depth int) string {
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
		b.WriteString(nestedText(o.vals[i], c, depth+1))
	}
	if b.Len() == 0 {
		return ""
	}
	b.WriteByte('}')
	return b.String()
}

// nestedText is a property's value inside @{…}: lists show as their type, property bags not at all.
func nestedText(v Value, c *text.Culture, depth int) string {
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
	return toText(v, c, depth)
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
