package value

import (
	"strconv"
	"strings"

	"rehearse/runtime/text"
)

// Texter is an object that has a text of its own in strings.
type Texter interface{ ToText() string }

// maxTextDepth bounds the text of objects that contain themselves.
const maxTextDepth = 32

// ToString is [string]v: invariant culture, arrays joined by a blank, objects by their text. It never fails; ToString methods that a
// script defined are called by the engine, which looks for them before it comes here.
func ToString(v Value) string { return toString(v, 0) }

func toString(v Value, depth int) string {
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
		return text.FloatLanguageString(v.Float(), 64, text.Invariant)
	case Single:
		return text.FloatLanguageString(v.Float(), 32, text.Invariant)
	case DecimalKind:
		return v.Decimal().String()
	case DateTime:
		return dateText(v)
	case TimeSpan:
		return spanText(v.Int())
	case Enum:
		return v.Enum().Text(v.Int())
	case Reference:
		return objectText(v, depth)
	}
	return strconv.FormatInt(v.Int(), 10)
}

func objectText(v Value, depth int) string {
	if depth > maxTextDepth {
		return TypeOf(v).FullName
	}
	switch o := v.ref.(type) {
	case *PSObject:
		if o.base.ref != nil {
			return toString(o.base, depth)
		}
		return o.text(depth)
	case Texter:
		return o.ToText()
	case *Exception:
		return o.Text()
	case *ErrorRecord:
		return o.Text()
	case *Type:
		return o.FullName
	case *Array:
		return joined(o.Items, depth)
	case *ArrayList:
		return joined(o.Items, depth)
	case Enumerable:
		var items []Value
		_ = o.Each(func(x Value) error { items = append(items, x); return nil }) // the yield never fails
		return joined(items, depth)
	}
	return TypeOf(v).FullName
}

func joined(items []Value, depth int) string {
	var b strings.Builder
	for i, x := range items {
		if i > 0 {
			b.WriteByte(' ')
		}
		if a, ok := x.Base().ref.(*Array); ok {
			b.WriteString(a.Type.FullName)
			continue
		}
		b.WriteString(toString(x, depth+1))
	}
	return b.String()
}

// text is a custom object in strings: @{Name=value; …}.
func (o *PSObject) text(depth int) string {
	if o.label != "" {
		return o.label
	}
	var b strings.Builder
	b.WriteString("@{")
	first := true
	for i, n := range o.shape.names {
		if o.shape.kinds[i] != NoteProperty {
			continue
		}
		if !first {
			b.WriteString("; ")
		}
		first = false
		b.WriteString(n)
		b.WriteByte('=')
		b.WriteString(nestedText(o.vals[i], depth+1))
	}
	b.WriteByte('}')
	return b.String()
}

// nestedText is a property's value inside @{…}: lists show as their type, objects within objects not at all beyond their text.
func nestedText(v Value, depth int) string {
	switch o := v.Base().ref.(type) {
	case *Array:
		return o.Type.FullName
	case *ArrayList:
		return o.Type.FullName
	case *PSObject:
		if o.IsCustom() {
			return ""
		}
	}
	return toString(v, depth)
}

// Text is Exception.ToString(): the type and the message.
func (e *Exception) Text() string {
	s := e.Type.FullName
	if e.Message != "" {
		s += ": " + e.Message
	}
	return s
}
