package dotnet

import (
	"unicode"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// charTest is a static test of a character, alone or in a string at an index.
func charTest(name string, f func(r rune) bool) []method {
	return []method{
		{sig: "static bool " + name + "(char c)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(f(rune(a[0].Int()))) }},
		{sig: "static bool " + name + "(string s, int index)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			i := integer(a[1])
			if i < 0 || i >= text.Utf16Len(a[0].Str()) {
				return value.NullValue, rangeError("index", "Specified argument was out of the range of valid values.")
			}
			return value.OfBool(f(rune(text.Utf16At(a[0].Str(), i)))), nil
		}},
	}
}

func isSeparatorRune(r rune) bool { return unicode.Is(unicode.Z, r) }

func asciiTest(f func(r rune) bool) func(rune) bool {
	return func(r rune) bool { return r < 0x80 && f(r) }
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) }

func isHex(r rune) bool { return r >= '0' && r <= '9' || r >= 'a' && r <= 'f' || r >= 'A' && r <= 'F' }

// isSurrogate tells whether a unit is half of a pair.
func isSurrogate(r rune) bool { return r >= 0xd800 && r < 0xe000 }

func ofUnit(f func(r rune) rune) func(value.Value, []value.Value) value.Value {
	return func(_ value.Value, a []value.Value) value.Value { return value.OfChar(uint16(f(rune(a[0].Int())))) }
}

// parseChar is Char.Parse.
func parseChar(s string) (value.Value, error) {
	if text.Utf16Len(s) != 1 {
		return value.NullValue, raise(value.FormatException, "String must be exactly one character long.")
	}
	return value.OfChar(text.Utf16At(s, 0)), nil
}

var charTable = table{
	props: []prop{
		{sig: "static char MaxValue", get: func(value.Value) value.Value { return value.OfChar(0xffff) }},
		{sig: "static char MinValue", get: func(value.Value) value.Value { return value.OfChar(0) }},
	},
	methods: concatRows(convertibleRows(),
		charTest("IsDigit", func(r rune) bool { return unicode.Is(unicode.Nd, r) }), charTest("IsLetter", unicode.IsLetter), charTest("IsLetterOrDigit", isLetterOrDigit),
		charTest("IsNumber", unicode.IsNumber), charTest("IsUpper", unicode.IsUpper), charTest("IsLower", unicode.IsLower), charTest("IsWhiteSpace", text.IsWhiteSpace),
		charTest("IsPunctuation", unicode.IsPunct), charTest("IsSymbol", unicode.IsSymbol), charTest("IsControl", unicode.IsControl), charTest("IsSeparator", isSeparatorRune),
		charTest("IsSurrogate", isSurrogate), charTest("IsHighSurrogate", func(r rune) bool { return r >= 0xd800 && r < 0xdc00 }),
		charTest("IsLowSurrogate", func(r rune) bool { return r >= 0xdc00 && r < 0xe000 }),
		charTest("IsAscii", func(r rune) bool { return r < 0x80 })[:1], charTest("IsAsciiDigit", asciiTest(unicode.IsDigit))[:1],
		charTest("IsAsciiLetter", asciiTest(unicode.IsLetter))[:1], charTest("IsAsciiLetterOrDigit", asciiTest(isLetterOrDigit))[:1],
		charTest("IsAsciiLetterUpper", asciiTest(unicode.IsUpper))[:1], charTest("IsAsciiLetterLower", asciiTest(unicode.IsLower))[:1], charTest("IsAsciiHexDigit", isHex)[:1],
		charRows),
}

var charRows = []method{
	{sig: "static char ToUpper(char c)", do: ofUnit(text.UpperRune)},
	{sig: "static char ToUpper(char c, cultureinfo culture)", do: ofUnit(text.UpperRune)},
	{sig: "static char ToUpperInvariant(char c)", do: ofUnit(text.UpperRune)},
	{sig: "static char ToLower(char c)", do: ofUnit(text.LowerRune)},
	{sig: "static char ToLower(char c, cultureinfo culture)", do: ofUnit(text.LowerRune)},
	{sig: "static char ToLowerInvariant(char c)", do: ofUnit(text.LowerRune)},
	{sig: "static double GetNumericValue(char c)", do: func(_ value.Value, a []value.Value) value.Value {
		r := rune(a[0].Int())
		if unicode.Is(unicode.Nd, r) {
			for zero := r; ; zero-- {
				if r-zero > 9 || !unicode.Is(unicode.Nd, zero-1) {
					return value.OfDouble(float64((r - zero) % 10))
				}
			}
		}
		return value.OfDouble(-1)
	}},
	{sig: "static System.Globalization.UnicodeCategory GetUnicodeCategory(char c)", do: func(_ value.Value, a []value.Value) value.Value {
		return enumUnicodeCategory.of(unicodeCategory(rune(a[0].Int())))
	}},
	{sig: "static string ConvertFromUtf32(int utf32)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		n := a[0].Int()
		if n < 0 || n > 0x10ffff || isSurrogate(rune(n)) {
			return value.NullValue, rangeError("utf32", "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).")
		}
		return value.OfString(string(rune(n))), nil
	}},
	{sig: "static int ConvertToUtf32(char highSurrogate, char lowSurrogate)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(int((a[0].Int()-0xd800)<<10 + a[1].Int() - 0xdc00 + 0x10000))
	}},
	{sig: "static int ConvertToUtf32(string s, int index)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		i, n := integer(a[1]), text.Utf16Len(a[0].Str())
		if i < 0 || i >= n {
			return value.NullValue, rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		for _, r := range text.Utf16Slice(a[0].Str(), i, min(2, n-i)) {
			return value.OfInt(int(r)), nil
		}
		return value.OfInt(0), nil
	}},
	{sig: "static char Parse(string s)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) { return parseChar(a[0].Str()) }},
	{sig: "static bool TryParse(string s, [ref] char result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[1], value.TypeChar)(parseChar(a[0].Str()))
	}},
	{sig: "int CompareTo(System.Object value)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		if b := a[0].Base(); b.Kind() == value.Char {
			return value.OfInt(int(v.Int() - b.Int())), nil
		}
		return v, raise(value.ArgumentException, "Object must be of type Char.")
	}},
	{sig: "int CompareTo(char value)", do: func(v value.Value, a []value.Value) value.Value { return value.OfInt(int(v.Int() - a[0].Int())) }},
	{sig: "bool Equals(System.Object obj)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(v, a[0])) }},
	{sig: "bool Equals(char obj)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(v, a[0])) }},
	{sig: "System.TypeCode GetTypeCode()", do: func(value.Value, []value.Value) value.Value { return enumTypeCode.of(4) }},
	{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(charText(v)) }},
	{sig: "string ToString(System.IFormatProvider provider)", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(charText(v)) }},
	{sig: "static string ToString(char c)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfString(charText(a[0])) }},
}

var enumUnicodeCategory = enumeration{full: "System.Globalization.UnicodeCategory",
	names: "UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter NonSpacingMark SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned"}

// unicodeTables are the general categories in the order of UnicodeCategory.
var unicodeTables = [...]*unicode.RangeTable{
	unicode.Lu, unicode.Ll, unicode.Lt, unicode.Lm, unicode.Lo, unicode.Mn, unicode.Mc, unicode.Me, unicode.Nd, unicode.Nl, unicode.No, unicode.Zs, unicode.Zl, unicode.Zp,
	unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co, unicode.Pc, unicode.Pd, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf, unicode.Po, unicode.Sm, unicode.Sc, unicode.Sk, unicode.So,
}

func unicodeCategory(r rune) int64 {
	for i, t := range unicodeTables {
		if unicode.Is(t, r) {
			return int64(i)
		}
	}
	return int64(len(unicodeTables))
}
