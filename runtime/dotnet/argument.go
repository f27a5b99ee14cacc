package dotnet

import "rehearse/runtime/value"

// The conversions of argument lists that have the types of the signature already.

func integer(v value.Value) int { return int(v.Int()) }

// option is the i-th argument as a number, def if it was left out.
func option(args []value.Value, i int, def int64) int64 {
	if i < len(args) {
		return args[i].Int()
	}
	return def
}

// items are the elements of an argument that is a sequence.
func items(v value.Value) []value.Value {
	switch o := v.Base().Object().(type) {
	case *value.Array:
		return o.Items
	case *value.ArrayList:
		return o.Items
	case value.Enumerable:
		var out []value.Value
		_ = o.Each(func(x value.Value) error { out = append(out, x); return nil })
		return out
	case value.List:
		out := make([]value.Value, o.Len())
		for i := range out {
			out[i] = o.At(i)
		}
		return out
	case *value.Dictionary:
		return entries(o)
	}
	if v.IsNull() {
		return nil
	}
	return []value.Value{v}
}

func texts(v value.Value) []string {
	list := items(v)
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = value.ToString(x)
	}
	return out
}

// units are the UTF-16 units of a char[] argument.
func units(v value.Value) []uint16 {
	list := items(v)
	out := make([]uint16, len(list))
	for i, x := range list {
		out[i] = uint16(x.Int())
	}
	return out
}

// bytesOf are the bytes of a byte[] argument.
func bytesOf(v value.Value) []byte {
	list := items(v)
	out := make([]byte, len(list))
	for i, x := range list {
		out[i] = byte(x.Int())
	}
	return out
}

func ofChars(u []uint16) value.Value {
	a := &value.Array{Type: value.ArrayOf(value.TypeChar), Items: make([]value.Value, len(u))}
	for i, c := range u {
		a.Items[i] = value.OfChar(c)
	}
	return value.Of(a)
}

func ofBytes(b []byte) value.Value {
	a := &value.Array{Type: value.ArrayOf(value.TypeByte), Items: make([]value.Value, len(b))}
	for i, c := range b {
		a.Items[i] = value.OfInteger(value.Byte, int64(c))
	}
	return value.Of(a)
}

// arrayOf is an array of element type t.
func arrayOf(t *value.Type, list []value.Value) value.Value {
	return value.Of(&value.Array{Type: value.ArrayOf(t), Items: list})
}
