package dotnet

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// maxStringUnits is the length up to which a method makes a text; .NET refuses about a thousand times as much.
const maxStringUnits = 1 << 26

func tooLong() error {
	return raise(value.OutOfMemoryException, "Insufficient memory to continue the execution of the program.")
}

var stringTable = table{
	ctors: []ctor{
		{"(char[] value)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfString(text.FromUtf16(units(a[0]))), nil
		}},
		{"(char* value)", noPointer}, {"(sbyte* value)", noPointer}, {"(System.ReadOnlySpan[char] value)", noPointer},
		{"(char[] value, int startIndex, int length)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			u, start, n := units(a[0]), integer(a[1]), integer(a[2])
			switch {
			case a[0].IsNull():
				return value.NullValue, nullError("value")
			case start < 0:
				return value.NullValue, rangeErrorValue("startIndex", "startIndex ('"+itoa(start)+"') must be a non-negative value.", itoa(start))
			case n < 0:
				return value.NullValue, rangeErrorValue("length", "length ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
			case start > len(u)-n:
				return value.NullValue, rangeErrorValue("startIndex", "startIndex ('"+itoa(start)+"') must be less than or equal to '"+itoa(len(u)-n)+"'.", itoa(start))
			}
			return value.OfString(text.FromUtf16(u[start : start+n])), nil
		}},
		{"(char c, int count)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return repeatChar(uint16(a[0].Int()), integer(a[1]))
		}},
	},
	props: []prop{
		{sig: "int Length", get: func(s value.Value) value.Value { return value.OfInt(text.Utf16Len(s.Str())) }},
		{sig: "static string Empty", get: func(value.Value) value.Value { return value.OfString("") }},
	},
	methods: concatRows(stringSearchRows, stringChangeRows, stringSplitRows, stringStaticRows, stringSpanRows, convertibleRows()),
}

// noPointer is the body of a constructor that takes a pointer or span, which scripts cannot make: only $null gets here.
func noPointer(value.Env, value.Value, []value.Value) (value.Value, error) {
	return value.OfString(""), nil
}

// concatRows joins the rows of several files into one table.
func concatRows(groups ...[]method) []method {
	var all []method
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// stringSpanRows are methods that only .NET's own code can use.
var stringSpanRows = []method{
	{sig: "System.Text.StringRuneEnumerator EnumerateRunes()", do: fromSpan},
	{sig: "System.Char& GetPinnableReference()", do: fromSpan},
	{sig: "bool TryCopyTo(System.Span[char] destination)", do: fromSpan},
	{sig: "void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		u, from, n := text.ToUtf16(s.Str()), integer(a[0]), integer(a[3])
		if err := checkRange(from, n, len(u)); err != nil {
			return s, err
		}
		return copyInto(items(ofChars(u[from:from+n])), a[1], integer(a[2]))
	}},
	{sig: "void CopyTo(System.Span[char] destination)", do: fromSpan},
}

func repeatChar(c uint16, n int) (value.Value, error) {
	if n < 0 {
		return value.NullValue, rangeErrorValue("count", "count ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
	}
	if n > maxStringUnits {
		return value.NullValue, tooLong()
	}
	return value.OfString(strings.Repeat(text.CharString(c), n)), nil
}

func checkRange(start, n, length int) error {
	switch {
	case start < 0:
		return rangeErrorValue("startIndex", "startIndex ('"+itoa(start)+"') must be a non-negative value.", itoa(start))
	case start > length:
		return rangeError("startIndex", "startIndex cannot be larger than length of string.")
	case n < 0:
		return rangeErrorValue("length", "length ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
	case start+n > length:
		return rangeError("length", "Index and length must refer to a location within the string.")
	}
	return nil
}

var stringChangeRows = []method{
	{sig: "string Substring(int startIndex)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		n := text.Utf16Len(s.Str())
		return substring(s.Str(), integer(a[0]), n-integer(a[0]), n)
	}},
	{sig: "string Substring(int startIndex, int length)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return substring(s.Str(), integer(a[0]), integer(a[1]), text.Utf16Len(s.Str()))
	}},
	{sig: "string ToUpper()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(text.ToUpper(s.Str())) }},
	{sig: "string ToUpper(cultureinfo culture)", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(text.ToUpper(s.Str())) }},
	{sig: "string ToUpperInvariant()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(text.ToUpper(s.Str())) }},
	{sig: "string ToLower()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(text.ToLower(s.Str())) }},
	{sig: "string ToLower(cultureinfo culture)", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(text.ToLower(s.Str())) }},
	{sig: "string ToLowerInvariant()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfString(text.ToLowerInvariant(s.Str()))
	}},
	{sig: "string Trim()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfString(text.Trim(s.Str()))
	}},
	{sig: "string Trim(char trimChar)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.TrimSet(s.Str(), []uint16{uint16(a[0].Int())}))
	}},
	{sig: "string Trim(params char[] trimChars)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.TrimSet(s.Str(), units(a[0])))
	}},
	{sig: "string Trim(System.ReadOnlySpan[char] trimChars)", do: fromSpan},
	{sig: "string TrimStart()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfString(text.TrimStart(s.Str()))
	}},
	{sig: "string TrimStart(char trimChar)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.TrimStartSet(s.Str(), []uint16{uint16(a[0].Int())}))
	}},
	{sig: "string TrimStart(params char[] trimChars)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.TrimStartSet(s.Str(), units(a[0])))
	}},
	{sig: "string TrimStart(System.ReadOnlySpan[char] trimChars)", do: fromSpan},
	{sig: "string TrimEnd()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfString(text.TrimEnd(s.Str()))
	}},
	{sig: "string TrimEnd(char trimChar)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.TrimEndSet(s.Str(), []uint16{uint16(a[0].Int())}))
	}},
	{sig: "string TrimEnd(params char[] trimChars)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.TrimEndSet(s.Str(), units(a[0])))
	}},
	{sig: "string TrimEnd(System.ReadOnlySpan[char] trimChars)", do: fromSpan},
	{sig: "string PadLeft(int totalWidth)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) { return pad(s, a[0], ' ', true) }},
	{sig: "string PadLeft(int totalWidth, char paddingChar)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return pad(s, a[0], uint16(a[1].Int()), true)
	}},
	{sig: "string PadRight(int totalWidth)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return pad(s, a[0], ' ', false)
	}},
	{sig: "string PadRight(int totalWidth, char paddingChar)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return pad(s, a[0], uint16(a[1].Int()), false)
	}},
	{sig: "string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return replaceText(s.Str(), a[0].Str(), a[1].Str(), caseComparison(a[2].Bool()))
	}},
	{sig: "string Replace(string oldValue, string newValue, System.StringComparison comparisonType)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return replaceText(s.Str(), a[0].Str(), a[1].Str(), comparison(a[2]))
	}},
	{sig: "string Replace(char oldChar, char newChar)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(strings.ReplaceAll(s.Str(), text.CharString(uint16(a[0].Int())), text.CharString(uint16(a[1].Int()))))
	}},
	{sig: "string Replace(string oldValue, string newValue)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return replaceText(s.Str(), a[0].Str(), a[1].Str(), text.Ordinal)
	}},
	{sig: "string ReplaceLineEndings()", call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		return value.OfString(replaceLineEndings(s.Str(), newline(env))), nil
	}},
	{sig: "string ReplaceLineEndings(string replacementText)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(replaceLineEndings(s.Str(), a[0].Str()))
	}},
	{sig: "string Remove(int startIndex, int count)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		str, start, n := s.Str(), integer(a[0]), integer(a[1])
		length := text.Utf16Len(str)
		switch {
		case start < 0:
			return s, rangeErrorValue("startIndex", "startIndex ('"+itoa(start)+"') must be a non-negative value.", itoa(start))
		case n < 0:
			return s, rangeErrorValue("count", "count ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
		case n > length-start:
			return s, rangeErrorValue("count", "count ('"+itoa(n)+"') must be less than or equal to '"+itoa(length-start)+"'.", itoa(n))
		}
		return value.OfString(text.Concat(text.Utf16Slice(str, 0, start), text.Utf16Slice(str, start+n, length-start-n))), nil
	}},
	{sig: "string Remove(int startIndex)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		start := integer(a[0])
		switch {
		case start < 0:
			return s, rangeError("startIndex", "StartIndex cannot be less than zero.")
		case start > text.Utf16Len(s.Str()):
			return s, rangeError("startIndex", "startIndex cannot be larger than length of string.")
		}
		return value.OfString(text.Utf16Slice(s.Str(), 0, start)), nil
	}},
	{sig: "string Insert(int startIndex, string value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		str, at := s.Str(), integer(a[0])
		length := text.Utf16Len(str)
		switch {
		case at < 0:
			return s, rangeErrorValue("startIndex", "startIndex ('"+itoa(at)+"') must be a non-negative value.", itoa(at))
		case at > length:
			return s, rangeErrorValue("startIndex", "startIndex ('"+itoa(at)+"') must be less than or equal to '"+itoa(length)+"'.", itoa(at))
		}
		return value.OfString(text.Concat(text.Concat(text.Utf16Slice(str, 0, at), a[1].Str()), text.Utf16Slice(str, at, length-at))), nil
	}},
	{sig: "char[] ToCharArray()", do: func(s value.Value, _ []value.Value) value.Value { return ofChars(text.ToUtf16(s.Str())) }},
	{sig: "char[] ToCharArray(int startIndex, int length)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		u, start, n := text.ToUtf16(s.Str()), integer(a[0]), integer(a[1])
		if start < 0 || start > len(u) {
			return s, rangeError("startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
		}
		if n < 0 || start+n > len(u) {
			return s, rangeError("length", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
		}
		return ofChars(u[start : start+n]), nil
	}},
	{sig: "char Chars(int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		i := integer(a[0])
		if i < 0 || i >= text.Utf16Len(s.Str()) {
			return s, getterFailed("Chars", value.Throw(value.IndexOutOfRangeException, "", "Index was outside the bounds of the array."))
		}
		return value.OfChar(text.Utf16At(s.Str(), i)), nil
	}},
	{sig: "string Normalize()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfString(text.Normalize(s.Str(), text.FormC))
	}},
	{sig: "string Normalize(System.Text.NormalizationForm normalizationForm)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfString(text.Normalize(s.Str(), text.NormalizationForm(a[0].Int())))
	}},
	{sig: "bool IsNormalized()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfBool(text.IsNormalized(s.Str(), text.FormC))
	}},
	{sig: "bool IsNormalized(System.Text.NormalizationForm normalizationForm)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(text.IsNormalized(s.Str(), text.NormalizationForm(a[0].Int())))
	}},
	{sig: "System.Object Clone()", do: func(s value.Value, _ []value.Value) value.Value { return s }},
	{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return s }},
	{sig: "string ToString(System.IFormatProvider provider)", do: func(s value.Value, _ []value.Value) value.Value { return s }},
	{sig: "System.TypeCode GetTypeCode()", do: func(value.Value, []value.Value) value.Value { return enumTypeCode.of(18) }},
	{sig: "System.CharEnumerator GetEnumerator()", do: func(s value.Value, _ []value.Value) value.Value {
		return newEnumerator(typeCharEnumerator, items(ofChars(text.ToUtf16(s.Str()))))
	}},
}

var typeCharEnumerator = class("System.CharEnumerator", value.TypeObject, value.Sealed)

var enumNormalizationForm = enumeration{full: "System.Text.NormalizationForm", names: "FormC=1 FormD=2 FormKC=5 FormKD=6"}

// getterFailed is the error of an indexed property, which scripts call like a method.
func getterFailed(name string, inner *value.Exception) error {
	return value.Throw(value.GetValueInvocationException, "ExceptionWhenGetting", "Exception getting \""+name+"\": \""+inner.Message+"\"").Because(inner)
}

func substring(s string, start, n, length int) (value.Value, error) {
	if err := checkRange(start, max(n, min(start-length, 0)), length); err != nil {
		return value.NullValue, err
	}
	return value.OfString(text.Utf16Slice(s, start, n)), nil
}

func pad(s, width value.Value, c uint16, left bool) (value.Value, error) {
	n := integer(width)
	if n < 0 {
		return s, rangeErrorValue("totalWidth", "totalWidth ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
	}
	if n > maxStringUnits {
		return s, tooLong()
	}
	if left {
		return value.OfString(text.PadLeft(s.Str(), n, c)), nil
	}
	return value.OfString(text.PadRight(s.Str(), n, c)), nil
}

func replaceText(s, old, with string, c text.Comparison) (value.Value, error) {
	if old == "" {
		return value.NullValue, argumentError("oldValue", "The value cannot be an empty string.")
	}
	if len(with) > len(old) && len(s)+len(s)/len(old)*(len(with)-len(old)) > maxStringUnits {
		return value.NullValue, tooLong()
	}
	if c == text.Ordinal {
		return value.OfString(strings.ReplaceAll(s, old, with)), nil
	}
	return value.OfString(text.ReplaceWith(s, old, with, c)), nil
}

func replaceLineEndings(s, with string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.ReplaceAll(s, "\n", with)
}
