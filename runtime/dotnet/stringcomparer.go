package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var (
	ifaceEqualityComparer = class("System.Collections.IEqualityComparer", nil, value.Interface)
	typeStringComparer    = class("System.StringComparer", value.TypeObject, value.Abstract, ifaceComparer, ifaceEqualityComparer)
)

// stringComparer is a StringComparer.
type stringComparer struct{ ordinal, fold bool }

// TypeOf is StringComparer.
func (*stringComparer) TypeOf() *value.Type { return typeStringComparer }

func (c *stringComparer) compare(a, b value.Value) int {
	a, b = a.Base(), b.Base()
	if !a.IsString() || !b.IsString() {
		n, _ := compareNet(a, b)
		return n
	}
	return compareTexts(a, b, c.fold, c.ordinal)
}

func comparerValue(ordinal, fold bool) func(value.Value) value.Value {
	return func(value.Value) value.Value { return value.Of(&stringComparer{ordinal, fold}) }
}

func stringComparerOf(v value.Value) *stringComparer {
	c, _ := value.As[*stringComparer](v)
	return c
}

var stringComparerTable = table{
	props: []prop{
		{sig: "static System.StringComparer Ordinal", get: comparerValue(true, false)},
		{sig: "static System.StringComparer OrdinalIgnoreCase", get: comparerValue(true, true)},
		{sig: "static System.StringComparer CurrentCulture", get: comparerValue(false, false)},
		{sig: "static System.StringComparer CurrentCultureIgnoreCase", get: comparerValue(false, true)},
		{sig: "static System.StringComparer InvariantCulture", get: comparerValue(false, false)},
		{sig: "static System.StringComparer InvariantCultureIgnoreCase", get: comparerValue(false, true)},
	},
	methods: []method{
		{sig: "int Compare(System.Object x, System.Object y)", do: func(s value.Value, a []value.Value) value.Value {
			return value.OfInt(stringComparerOf(s).compare(a[0], a[1]))
		}},
		{sig: "bool Equals(System.Object x, System.Object y)", do: func(s value.Value, a []value.Value) value.Value {
			return value.OfBool(stringComparerOf(s).compare(a[0], a[1]) == 0)
		}},
		{sig: "int GetHashCode(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value {
			if t := a[0].Base(); t.IsString() && stringComparerOf(s).fold {
				return value.OfInt32(hashCode(value.OfString(text.ToUpper(t.Str()))))
			}
			return value.OfInt32(hashCode(a[0]))
		}},
	},
}
