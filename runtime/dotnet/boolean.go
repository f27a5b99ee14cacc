package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

var booleanTable = table{
	props: []prop{
		{sig: "static string TrueString", get: func(value.Value) value.Value { return value.OfString("True") }},
		{sig: "static string FalseString", get: func(value.Value) value.Value { return value.OfString("False") }},
	},
	methods: concatRows([]method{
		{sig: "static bool Parse(string value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b, ok := parseBool(a[0].Str())
			if !ok {
				return value.NullValue, raise(value.FormatException, "String '"+a[0].Str()+"' was not recognized as a valid Boolean.")
			}
			return value.OfBool(b), nil
		}},
		{sig: "static bool TryParse(string value, [ref] bool result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b, ok := parseBool(a[0].Str())
			return value.OfBool(ok), store(a[1], value.OfBool(b))
		}},
		{sig: "int CompareTo(System.Object obj)", call: compareTo},
		{sig: "int CompareTo(bool value)", call: compareTo},
		{sig: "bool Equals(System.Object obj)", do: equalsRow}, {sig: "bool Equals(bool obj)", do: equalsRow},
		{sig: "System.TypeCode GetTypeCode()", do: func(value.Value, []value.Value) value.Value { return enumTypeCode.of(typeCode(value.TypeBool)) }},
		{sig: "int IComparable.CompareTo(System.Object obj)", call: compareTo}, {sig: "int IComparable[bool].CompareTo(bool other)", call: compareTo},
		{sig: "bool IEquatable[bool].Equals(bool other)", do: equalsRow},
		{sig: "string ToString()", call: toStringPlain},
		{sig: "string ToString(System.IFormatProvider provider)", call: toStringPlain},
		{sig: "bool TryFormat(System.Span[char] destination, [ref] int charsWritten)", do: fromSpan},
	}, convertibleRows()),
}

func equalsRow(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }

func parseBool(s string) (value, ok bool) {
	switch s = strings.Trim(s, " \t\r\n\x00"); {
	case strings.EqualFold(s, "true"):
		return true, true
	case strings.EqualFold(s, "false"):
		return false, true
	}
	return false, false
}

// compareTo is IComparable.CompareTo.
func compareTo(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	n, err := compareNet(s, a[0])
	return value.OfInt(n), err
}
