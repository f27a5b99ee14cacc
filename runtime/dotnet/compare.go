package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// CompareOptions that ask for code unit order.
const (
	compareOrdinal           = 0x40000000
	compareOrdinalIgnoreCase = 0x10000000
)

var enumCompareOptions = enumeration{full: "System.Globalization.CompareOptions", flags: true,
	names: "None=0 IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8 IgnoreWidth=16 NumericOrdering=32 OrdinalIgnoreCase=0x10000000 StringSort=0x20000000 Ordinal=0x40000000"}

// compareTexts compares two strings, of which null is the least.
func compareTexts(a, b value.Value, fold, ord bool) int {
	switch {
	case a.IsNull() && b.IsNull():
		return 0
	case a.IsNull():
		return -1
	case b.IsNull():
		return 1
	case ord && fold:
		return text.CompareOrdinalIgnoreCase(a.Str(), b.Str())
	case ord:
		return text.CompareOrdinal(a.Str(), b.Str())
	}
	return compareCulture(a.Str(), b.Str(), fold)
}

// compareCulture is the order of a culture's dictionary: -1, 0 or 1.
func compareCulture(a, b string, fold bool) int {
	if a == b {
		return 0
	}
	return text.Compare(a, b, fold)
}

// compareNet is the order that IComparable gives, as Sort and CompareTo use it. Values of different types do not compare.
func compareNet(a, b value.Value) (int, error) {
	a, b = a.Base(), b.Base()
	switch {
	case a.IsNull() && b.IsNull():
		return 0, nil
	case a.IsNull():
		return -1, nil
	case b.IsNull():
		return 1, nil
	case a.IsString() && b.IsString():
		return compareCulture(a.Str(), b.Str(), false), nil
	}
	if value.TypeOf(a) != value.TypeOf(b) {
		return 0, raise(value.ArgumentException, "Object must be of type "+value.TypeOf(a).Name+".")
	}
	switch k := a.Kind(); {
	case k == value.Single || k == value.Double:
		return compareFloats(a.Float(), b.Float()), nil
	case k == value.UInt64:
		return order(a.UInt(), b.UInt()), nil
	case k == value.DateTime:
		return order(a.Ticks(), b.Ticks()), nil
	case k == value.DecimalKind:
		return a.Decimal().Cmp(b.Decimal().Number), nil
	case k < value.String, k == value.Enum:
		return order(a.Int(), b.Int()), nil
	}
	if c, ok := value.As[value.Comparer](a); ok {
		return c.CompareTo(nil, b)
	}
	return 0, raise(value.ArgumentException, "At least one object must implement IComparable.")
}

func order[T int64 | uint64 | int](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// compareFloats orders NaN before every number.
func compareFloats(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == b:
		return 0
	case a != a && b != b:
		return 0
	case a != a:
		return -1
	}
	return 1
}

// equalNet is Equals(): the same type and the same value.
func equalNet(a, b value.Value) bool {
	a, b = a.Base(), b.Base()
	if a.IsNull() || b.IsNull() {
		return a.IsNull() && b.IsNull()
	}
	if a.IsString() || b.IsString() {
		return a.IsString() && b.IsString() && a.Str() == b.Str()
	}
	if k, ok := value.As[value.Keyed](a); ok {
		return k.KeyEqual(b)
	}
	if a.Kind() == value.DateTime && b.Kind() == value.DateTime {
		return a.Ticks() == b.Ticks()
	}
	return value.Same(a, b)
}
