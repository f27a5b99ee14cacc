package value

import "rehearse/runtime/text"

// toArray converts each element of a list. A scalar becomes an array of one if it has a conversion to the element type by the
// language's own rules; a string becomes the array of its characters.
func (c conversion) toArray(b Value, t *Type) (Value, error) {
	if c.depth >= maxConvertDepth || t.Rank != 1 && t != TypeArray {
		return b, c.noConversion(b, t)
	}
	inner := c
	inner.depth++
	switch l := b.ref.(type) {
	case *Array:
		if len(l.Dims) > 1 {
			return b, c.noConversion(b, t)
		}
		out := make([]Value, len(l.Items))
		for i, x := range l.Items {
			y, err := inner.convert(x, t.Elem)
			if err != nil {
				return b, err
			}
			out[i] = y
		}
		return Of(&Array{Type: t, Items: out}), nil
	case List, Enumerable:
		items := Elements(b)
		out := make([]Value, len(items))
		for i, x := range items {
			y, err := inner.convert(x, t.Elem)
			if err != nil {
				return b, c.wrapped(b, t, "InvalidCastExceptionEnumerableToArray", err)
			}
			out[i] = y
		}
		return Of(&Array{Type: t, Items: out}), nil
	}
	if b.IsString() && t.Elem == TypeChar {
		units := text.ToUtf16(b.Str())
		out := make([]Value, len(units))
		for i, u := range units {
			out[i] = OfChar(u)
		}
		return Of(&Array{Type: t, Items: out}), nil
	}
	if !languageConverts(b, t.Elem) {
		return c.lastResort(b, t)
	}
	x, err := inner.convert(b, t.Elem)
	if err != nil {
		return b, c.wrapped(b, t, "InvalidCastExceptionScalarToArray", err)
	}
	return Of(&Array{Type: t, Items: []Value{x}}), nil
}

// wrapped is the error of a list as a whole whose element could not be converted.
func (c conversion) wrapped(b Value, t *Type, id string, err error) error {
	if e, ok := err.(*Exception); ok {
		return c.failureBy(b, t, id, e)
	}
	return err
}

// languageConverts tells whether the language itself, without members of the types, converts the scalar b to t, though it may fail for this
// very value.
func languageConverts(b Value, t *Type) bool {
	if t == TypeString || t == TypeBool || TypeOf(b).Is(t) || t == TypePSObject {
		return true
	}
	switch k := b.Kind(); {
	case k == String:
		return t.Flags&Numeric != 0 || t.Enum != nil || t == TypeChar || t.Conversion != nil || parseMethod(t) != nil
	case isNumberKind(k) || k == Enum:
		return t.Flags&Numeric != 0 || t == TypeChar || t.Enum != nil || parseMethod(t) != nil
	case k == Bool || k == Char:
		return t.Flags&Numeric != 0 || k == Bool && t == TypeSwitchParameter
	}
	if b.Kind() == Reference && t.Flags&Numeric != 0 && operatorFor(TypeOf(b), "op_Explicit", TypeOf(b), t) != nil {
		return true
	}
	return isNullable(t) && languageConverts(b, t.Args[0])
}

// Elements are the elements of a list or an enumerable in a slice that the caller must not change, or v alone.
func Elements(v Value) []Value {
	switch l := v.Base().ref.(type) {
	case *Array:
		return l.Items
	case *ArrayList:
		return l.Items
	case List:
		out := make([]Value, l.Len())
		for i := range out {
			out[i] = l.At(i)
		}
		return out
	case Enumerable:
		var out []Value
		_ = l.Each(func(x Value) error { out = append(out, x); return nil }) // the yield never fails
		return out
	}
	return []Value{v}
}

// singleUnit is the one UTF-16 unit of a string.
func singleUnit(s string) (uint16, bool) {
	if s == "" || len(s) > 3 || len(s) > 1 && text.Utf16Len(s) != 1 {
		return 0, false
	}
	return text.Utf16At(s, 0), true
}
