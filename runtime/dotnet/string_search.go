package dotnet

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var enumStringComparison = enumeration{full: "System.StringComparison",
	names: "CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase"}

var stringSearchRows = []method{
	{sig: "bool Contains(string value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(strings.Contains(s.Str(), a[0].Str()))
	}},
	{sig: "bool Contains(string value, System.StringComparison comparisonType)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.Contains(s.Str(), a[0].Str(), comparison(a[1])))
	}},
	{sig: "bool Contains(char value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(strings.Contains(s.Str(), charText(a[0])))
	}},
	{sig: "bool Contains(char value, System.StringComparison comparisonType)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.Contains(s.Str(), charText(a[0]), comparison(a[1])))
	}},
	{sig: "bool StartsWith(string value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.StartsWith(s.Str(), a[0].Str(), false))
	}},
	{sig: "bool StartsWith(string value, System.StringComparison comparisonType)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.StartsWithWith(s.Str(), a[0].Str(), comparison(a[1])))
	}},
	{sig: "bool StartsWith(string value, bool ignoreCase, cultureinfo culture)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.StartsWith(s.Str(), a[0].Str(), a[1].Bool()))
	}},
	{sig: "bool StartsWith(char value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(strings.HasPrefix(s.Str(), charText(a[0])))
	}},
	{sig: "bool EndsWith(string value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.EndsWith(s.Str(), a[0].Str(), false))
	}},
	{sig: "bool EndsWith(string value, System.StringComparison comparisonType)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.EndsWithWith(s.Str(), a[0].Str(), comparison(a[1])))
	}},
	{sig: "bool EndsWith(string value, bool ignoreCase, cultureinfo culture)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.EndsWith(s.Str(), a[0].Str(), a[1].Bool()))
	}},
	{sig: "bool EndsWith(char value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(strings.HasSuffix(s.Str(), charText(a[0])))
	}},
	{sig: "int IndexOf(char value)", call: indexOf},
	{sig: "int IndexOf(char value, int startIndex)", call: indexOfFrom},
	{sig: "int IndexOf(char value, System.StringComparison comparisonType)", call: indexOfComparing},
	{sig: "int IndexOf(char value, int startIndex, int count)", call: indexOfRange},
	{sig: "int IndexOf(string value)", call: indexOf},
	{sig: "int IndexOf(string value, int startIndex)", call: indexOfFrom},
	{sig: "int IndexOf(string value, int startIndex, int count)", call: indexOfRange},
	{sig: "int IndexOf(string value, System.StringComparison comparisonType)", call: indexOfComparing},
	{sig: "int IndexOf(string value, int startIndex, System.StringComparison comparisonType)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return searchFrom(s.Str(), charText(a[0]), integer(a[1]), -1, comparison(a[2]))
	}},
	{sig: "int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return searchFrom(s.Str(), charText(a[0]), integer(a[1]), integer(a[2]), comparison(a[3]))
	}},
	{sig: "int IndexOfAny(char[] anyOf)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return indexOfAny(s.Str(), units(a[0]), 0)
	}},
	{sig: "int IndexOfAny(char[] anyOf, int startIndex)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return indexOfAny(s.Str(), units(a[0]), integer(a[1]))
	}},
	{sig: "int LastIndexOf(char value)", call: lastIndexOf},
	{sig: "int LastIndexOf(char value, int startIndex)", call: lastIndexOf},
	{sig: "int LastIndexOf(string value)", call: lastIndexOf},
	{sig: "int LastIndexOf(string value, int startIndex)", call: lastIndexOf},
	{sig: "int LastIndexOf(string value, int startIndex, int count)", call: lastIndexOf},
	{sig: "int LastIndexOf(string value, System.StringComparison comparisonType)", call: lastIndexOf},
	{sig: "int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)", call: lastIndexOf},
	{sig: "int LastIndexOfAny(char[] anyOf)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfInt(text.LastIndexOfAny(s.Str(), units(a[0])))
	}},
	{sig: "int CompareTo(System.Object value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if a[0].IsNull() {
			return value.OfInt(1), nil
		}
		if !a[0].Base().IsString() {
			return s, raise(value.ArgumentException, "Object must be of type String.")
		}
		return value.OfInt(compareCulture(s.Str(), a[0].Base().Str(), false)), nil
	}},
	{sig: "int CompareTo(string strB)", do: func(s value.Value, a []value.Value) value.Value {
		if a[0].IsNull() {
			return value.OfInt(1)
		}
		return value.OfInt(compareCulture(s.Str(), a[0].Str(), false))
	}},
	{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value {
		b := a[0].Base()
		return value.OfBool(b.IsString() && b.Str() == s.Str())
	}},
	{sig: "bool Equals(string value)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(s.Str() == a[0].Str()) }},
	{sig: "bool Equals(string value, System.StringComparison comparisonType)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.EqualsWith(s.Str(), a[0].Str(), comparison(a[1])))
	}},
}

// charText is a char or string argument as a text.
func charText(v value.Value) string {
	if v.Kind() == value.Char {
		return text.CharString(uint16(v.Int()))
	}
	return v.Str()
}

// comparison is a StringComparison argument.
func comparison(v value.Value) text.Comparison { return text.Comparison(v.Int()) }

// caseComparison is that of overloads with a flag and a culture.
func caseComparison(ignoreCase bool) text.Comparison {
	if ignoreCase {
		return text.CurrentCultureIgnoreCase
	}
	return text.CurrentCulture
}

// defaultComparison is what IndexOf does without one: ordinal for a character, by culture for a text.
func defaultComparison(v value.Value) text.Comparison {
	if v.Kind() == value.Char {
		return text.Ordinal
	}
	return text.CurrentCulture
}

func indexOf(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return searchFrom(s.Str(), charText(a[0]), 0, -1, defaultComparison(a[0]))
}

func indexOfFrom(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return searchFrom(s.Str(), charText(a[0]), integer(a[1]), -1, defaultComparison(a[0]))
}

func indexOfRange(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return searchFrom(s.Str(), charText(a[0]), integer(a[1]), integer(a[2]), defaultComparison(a[0]))
}

func indexOfComparing(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return searchFrom(s.Str(), charText(a[0]), 0, -1, comparison(a[1]))
}

// searchFrom is the position of sub in the count units from start, all of them if count is -1.
func searchFrom(s, sub string, start, count int, c text.Comparison) (value.Value, error) {
	length := text.Utf16Len(s)
	if start < 0 || start > length {
		return value.NullValue, rangeError("startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
	}
	if count == -1 {
		count = length - start
	}
	if count < 0 || start+count > length {
		return value.NullValue, rangeError("count", "Count must be positive and count must refer to a location within the string/array/collection.")
	}
	return value.OfInt(text.IndexOfRange(s, sub, start, count, c)), nil
}

func indexOfAny(s string, set []uint16, start int) (value.Value, error) {
	if start < 0 || start > text.Utf16Len(s) {
		return value.NullValue, rangeError("startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
	}
	return value.OfInt(text.IndexOfAny(s, set, start)), nil
}

func lastIndexOf(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	str, length := s.Str(), text.Utf16Len(s.Str())
	c := defaultComparison(a[0])
	if n := len(a); n > 1 && a[n-1].Kind() == value.Enum {
		c, a = comparison(a[n-1]), a[:n-1]
	}
	if len(a) == 1 {
		return value.OfInt(text.LastIndexOf(str, charText(a[0]), c)), nil
	}
	start := integer(a[1])
	if length == 0 {
		return value.OfInt(-1), nil
	}
	if start < 0 || start >= length {
		return s, rangeError("startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
	}
	count := start + 1
	if len(a) > 2 {
		count = integer(a[2])
		if count < 0 || count > start+1 {
			return s, rangeError("count", "Count must be positive and count must refer to a location within the string/array/collection.")
		}
	}
	return value.OfInt(text.LastIndexOfRange(str, charText(a[0]), start, count, c)), nil
}
