package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

var objectTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) { return value.Of(&plainObject{}), nil }}},
	methods: []method{
		{sig: "type GetType()", do: func(s value.Value, _ []value.Value) value.Value {
			t := value.TypeOf(s)
			if n := value.TypeNames(s)[0]; t == value.TypePSCustomObject && strings.HasPrefix(n, "Deserialized.") && n != "Deserialized."+t.FullName {
				t = value.TypePSObject // it wraps nothing
			}
			return value.Of(t)
		}},
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(objectText(s)) }},
		{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
		{sig: "int GetHashCode()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfInt32(hashCode(s)) }},
		{sig: "static bool Equals(System.Object objA, System.Object objB)", call: objectEquals},
		{sig: "static bool ReferenceEquals(System.Object objA, System.Object objB)", do: func(_ value.Value, a []value.Value) value.Value {
			x, y := a[0].Base(), a[1].Base()
			if x.IsNull() || y.IsNull() {
				return value.OfBool(x.IsNull() && y.IsNull())
			}
			same := value.TypeOf(x).Flags&value.ValueType == 0 && value.Same(x, y)
			return value.OfBool(same)
		}},
	},
}

// objectText is Object.ToString(): the type's name, unless the type has a text of its own.
func objectText(s value.Value) string {
	switch o := s.Base().Object().(type) {
	case nil, *value.PSObject, value.Texter, *value.Exception, *value.ErrorRecord, *value.Decimal:
		return value.ToString(s)
	case *value.Type:
		return o.String()
	}
	return value.TypeOf(s).String()
}

// plainObject is [object]::new(); it has a size so that two of them are different.
type plainObject struct{ _ byte }

// TypeOf is System.Object.
func (*plainObject) TypeOf() *value.Type { return value.TypeObject }

func objectEquals(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return value.OfBool(equalNet(a[0], a[1])), nil
}

// hashCode is equal for equal values; like .NET's it means nothing else. Small whole numbers are their own code.
func hashCode(v value.Value) int32 {
	b := v.Base()
	switch k := b.Kind(); {
	case k == value.String:
		return int32(hashText(b.Str()))
	case k >= value.Bool && k <= value.UInt32, k == value.Enum:
		return int32(b.Int())
	case k < value.String && k != value.DecimalKind:
		n := b.UInt()
		return int32(n) ^ int32(n>>32)
	}
	if o, ok := value.As[value.Keyed](b); ok {
		return int32(o.KeyHash())
	}
	return int32(hashText(value.TypeOf(b).FullName))
}

func hashText(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
