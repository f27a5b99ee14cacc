package dotnet

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var stringStaticRows = []method{
	{sig: "static int Compare(string strA, string strB)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(compareTexts(a[0], a[1], false, false))
	}},
	{sig: "static int Compare(string strA, string strB, bool ignoreCase)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(compareTexts(a[0], a[1], a[2].Bool(), false))
	}},
	{sig: "static int Compare(string strA, string strB, System.StringComparison comparisonType)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(compareTexts(a[0], a[1], a[2].Int()&1 == 1, a[2].Int() >= 4))
	}},
	{sig: "static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(compareTexts(a[0], a[1], a[2].Bool(), false))
	}},
	{sig: "static int Compare(string strA, string strB, cultureinfo culture, System.Globalization.CompareOptions options)", do: func(_ value.Value, a []value.Value) value.Value {
		n := a[3].Int()
		return value.OfInt(compareTexts(a[0], a[1], n&1 != 0 || n == compareOrdinalIgnoreCase, n == compareOrdinal || n == compareOrdinalIgnoreCase))
	}},
	{sig: "static int Compare(string strA, int indexA, string strB, int indexB, int length)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(compareParts(a, false, false))
	}},
	{sig: "static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(compareParts(a, a[5].Bool(), false))
	}},
	{sig: "static int CompareOrdinal(string strA, string strB)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(text.CompareOrdinal(a[0].Str(), a[1].Str()))
	}},
	{sig: "static bool Equals(System.Object objA, System.Object objB)", call: objectEquals},
	{sig: "static bool Equals(string a, string b)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(a[0].Str() == a[1].Str() && a[0].IsNull() == a[1].IsNull())
	}},
	{sig: "static bool Equals(string a, string b, System.StringComparison comparisonType)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(text.EqualsWith(a[0].Str(), a[1].Str(), comparison(a[2])))
	}},
	{sig: "static bool IsNullOrEmpty(string value)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(a[0].Str() == "") }},
	{sig: "static bool IsNullOrWhiteSpace(string value)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(text.Trim(a[0].Str()) == "")
	}},
	{sig: "static string Concat(System.Object arg0)", call: concat},
	{sig: "static string Concat(System.Object arg0, System.Object arg1)", call: concat},
	{sig: "static string Concat(System.Object arg0, System.Object arg1, System.Object arg2)", call: concat},
	{sig: "static string Concat(params System.Object[] args)", call: concatList},
	{sig: "static string Concat(System.Collections.Generic.IEnumerable[string] values)", call: concatList},
	{sig: "static string Concat(string str0, string str1)", call: concat},
	{sig: "static string Concat(string str0, string str1, string str2)", call: concat},
	{sig: "static string Concat(string str0, string str1, string str2, string str3)", call: concat},
	{sig: "static string Concat(params string[] values)", call: concatList},
	{sig: "static string Join(char separator, params string[] value)", call: joinList},
	{sig: "static string Join(char separator, params System.Object[] values)", call: joinList},
	{sig: "static string Join(char separator, string[] value, int startIndex, int count)", call: joinRange},
	{sig: "static string Join(string separator, params string[] value)", call: joinList},
	{sig: "static string Join(string separator, string[] value, int startIndex, int count)", call: joinRange},
	{sig: "static string Join(string separator, System.Collections.Generic.IEnumerable[string] values)", call: joinList},
	{sig: "static string Join(string separator, params System.Object[] values)", call: joinList},
	{sig: "static string Format(string format, System.Object arg0)", call: formatArgs},
	{sig: "static string Format(string format, System.Object arg0, System.Object arg1)", call: formatArgs},
	{sig: "static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)", call: formatArgs},
	{sig: "static string Format(string format, params System.Object[] args)", call: formatList},
	{sig: "static string Format(System.IFormatProvider provider, string format, System.Object arg0)", call: formatProviderArgs},
	{sig: "static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)", call: formatProviderArgs},
	{sig: "static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)", call: formatProviderArgs},
	{sig: "static string Format(System.IFormatProvider provider, string format, params System.Object[] args)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return composite(env, a[1].Str(), items(a[2]), cultureOf(env, a[0]))
	}},
	{sig: "static string Copy(string str)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
	{sig: "static string Intern(string str)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
	{sig: "static string IsInterned(string str)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
}

func compareParts(a []value.Value, fold, ord bool) int {
	part := func(s string, at, n int) value.Value {
		length := text.Utf16Len(s)
		at = min(max(at, 0), length)
		return value.OfString(text.Utf16Slice(s, at, min(n, length-at)))
	}
	n := integer(a[4])
	return compareTexts(part(a[0].Str(), integer(a[1]), n), part(a[2].Str(), integer(a[3]), n), fold, ord)
}

func concat(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return joinTexts(env, "", a)
}

func concatList(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[0].IsNull() {
		return value.NullValue, nullError("args")
	}
	return joinTexts(env, "", items(a[0]))
}

func joinList(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[1].IsNull() {
		return value.NullValue, nullError("value")
	}
	return joinTexts(env, charText(a[0]), items(a[1]))
}

func joinRange(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	list, start, n := items(a[1]), integer(a[2]), integer(a[3])
	switch {
	case start < 0:
		return value.NullValue, rangeErrorValue("startIndex", "startIndex ('"+itoa(start)+"') must be a non-negative value.", itoa(start))
	case n < 0:
		return value.NullValue, countError(n)
	case start > len(list)-n:
		return value.NullValue, rangeErrorValue("startIndex", "startIndex ('"+itoa(start)+"') must be less than or equal to '"+itoa(len(list)-n)+"'.", itoa(start))
	}
	return joinTexts(env, charText(a[0]), list[start:start+n])
}

// joinTexts joins what ToString() gives for each value.
func joinTexts(env value.Env, sep string, list []value.Value) (value.Value, error) {
	var b strings.Builder
	for i, x := range list {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := netString(env, x)
		if err != nil {
			return value.NullValue, err
		}
		b.WriteString(s)
		if b.Len() > maxStringUnits {
			return value.NullValue, tooLong()
		}
	}
	return value.OfString(b.String()), nil
}

func formatArgs(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return composite(env, a[0].Str(), a[1:], currentCulture(env))
}

func formatList(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[1].IsNull() {
		return value.NullValue, nullError("args")
	}
	return composite(env, a[0].Str(), items(a[1]), currentCulture(env))
}

func formatProviderArgs(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return composite(env, a[1].Str(), a[2:], cultureOf(env, a[0]))
}

// composite is String.Format.
func composite(env value.Env, format string, list []value.Value, c *text.Culture) (value.Value, error) {
	s, err := text.FormatComposite(format, len(list), func(i int, f string) (string, error) {
		return formatValue(env, list[i], f, c)
	})
	if err != nil {
		return value.NullValue, err
	}
	return value.OfString(s), nil
}
