package text

import (
	"fmt"
	"math/big"
	"sort"
	"strconv"
	"strings"
	"testing"
)

func shownInt(n int) string { return fmt.Sprintf("System.Int32 '%d'", n) }

func shownChars(s string) string {
	var parts []string
	for _, u := range ToUtf16(s) {
		parts = append(parts, "System.Char '"+strings.TrimSuffix(strings.TrimPrefix(shown(CharString(u)), "System.String '"), "'")+"'")
	}
	if parts == nil {
		return "nothing"
	}
	return strings.Join(parts, " | ")
}

func TestMethodTable(t *testing.T) {
	units := func(s string) []uint16 { return ToUtf16(s) }
	one := func(suffix string, f func(s string) string) rule {
		return rule{`\(` + quotedText + `\)` + suffix, func(a []string) string { return f(unquote(a[0])) }}
	}
	replay(t, "methods", []rule{
		one(`\.Length`, func(s string) string { return shownInt(Utf16Len(s)) }),
		one(`\.ToUpper\(\)`, func(s string) string { return shown(ToUpper(s)) }),
		one(`\.ToLower\(\)`, func(s string) string { return shown(ToLower(s)) }),
		one(`\.Trim\(\)`, func(s string) string { return shown(Trim(s)) }),
		one(`\.TrimStart\(\)`, func(s string) string { return shown(TrimStart(s)) }),
		one(`\.TrimEnd\(\)`, func(s string) string { return shown(TrimEnd(s)) }),
		one(`\.Trim\('a','b'\)`, func(s string) string { return shown(TrimSet(s, units("ab"))) }),
		one(`\.TrimEnd\('c','b'\)`, func(s string) string { return shown(TrimEndSet(s, units("cb"))) }),
		one(`\.TrimStart\('t','e','l'\)`, func(s string) string { return shown(TrimStartSet(s, units("tel"))) }),
		one(`\.PadLeft\(6\)`, func(s string) string { return shown(PadLeft(s, 6, ' ')) }),
		one(`\.PadLeft\(2\)`, func(s string) string { return shown(PadLeft(s, 2, ' ')) }),
		one(`\.PadLeft\(6,'0'\)`, func(s string) string { return shown(PadLeft(s, 6, '0')) }),
		one(`\.PadRight\(6\) \+ '\|'`, func(s string) string { return shown(PadRight(s, 6, ' ') + "|") }),
		one(`\.Split\(\)`, func(s string) string { return shownAll(SplitChars(s, nil, NoLimit, 0)) }),
		one(`\.Split\(' '\)`, func(s string) string { return shownAll(SplitChars(s, units(" "), NoLimit, 0)) }),
		one(`\.Split\(','\)`, func(s string) string { return shownAll(SplitChars(s, units(","), NoLimit, 0)) }),
		one(`\.Split\(',',2\)`, func(s string) string { return shownAll(SplitString(s, ",", 2, 0)) }),
		one(`\.Split\('ab'\)`, func(s string) string { return shownAll(SplitString(s, "ab", NoLimit, 0)) }),
		one(`\.Split\('b'\)`, func(s string) string { return shownAll(SplitString(s, "b", NoLimit, 0)) }),
		one(`\.Split\(\[char\[\]\]'ab'\)`, func(s string) string { return shownAll(SplitChars(s, units("ab"), NoLimit, 0)) }),
		one(`\.Replace\('a','X'\)`, func(s string) string { return shown(Replace(s, "a", "X")) }),
		one(`\.Replace\('b',''\)`, func(s string) string { return shown(Replace(s, "b", "")) }),
		one(`\.Replace\('A','X','OrdinalIgnoreCase'\)`, func(s string) string { return shown(ReplaceWith(s, "A", "X", OrdinalIgnoreCase)) }),
		one(`\.Contains\('b'\)`, func(s string) string { return shownBool(Contains(s, "b", Ordinal)) }),
		one(`\.Contains\('B'\)`, func(s string) string { return shownBool(Contains(s, "B", Ordinal)) }),
		one(`\.Contains\('B','OrdinalIgnoreCase'\)`, func(s string) string { return shownBool(Contains(s, "B", OrdinalIgnoreCase)) }),
		one(`\.StartsWith\('a'\)`, func(s string) string { return shownBool(StartsWith(s, "a", false)) }),
		one(`\.StartsWith\('A','CurrentCultureIgnoreCase'\)`, func(s string) string { return shownBool(StartsWith(s, "A", true)) }),
		one(`\.StartsWith\('A',\$true,\$null\)`, func(s string) string { return shownBool(StartsWith(s, "A", true)) }),
		one(`\.EndsWith\('c'\)`, func(s string) string { return shownBool(EndsWith(s, "c", false)) }),
		one(`\.EndsWith\(''\)`, func(s string) string { return shownBool(EndsWith(s, "", false)) }),
		one(`\.IndexOf\('b'\)`, func(s string) string { return shownInt(IndexOf(s, "b", CurrentCulture)) }),
		one(`\.IndexOf\('B'\)`, func(s string) string { return shownInt(IndexOf(s, "B", CurrentCulture)) }),
		one(`\.Substring\(0,0\)`, func(s string) string { return shown(Utf16Slice(s, 0, 0)) }),
		one(`\[0\]`, func(s string) string {
			if s == "" {
				return "null"
			}
			return shownChars(Utf16Slice(s, 0, 1))
		}),
		one(`\[-1\]`, func(s string) string {
			if s == "" {
				return "null"
			}
			return shownChars(CharString(Utf16At(s, Utf16Len(s)-1)))
		}),
		one(`\.LastIndexOf\('a'\)`, func(s string) string { return shownInt(LastIndexOf(s, "a", CurrentCulture)) }),
		one(`\.Equals\('abc'\)`, func(s string) string { return shownBool(EqualsWith(s, "abc", Ordinal)) }),
		one(`\.Equals\('ABC','OrdinalIgnoreCase'\)`, func(s string) string { return shownBool(EqualFold(s, "ABC")) }),
		one(`\.CompareTo\('b'\)`, func(s string) string { return shownInt(Compare(s, "b", false)) }),
		one(`\.Normalize\(\)`, func(s string) string { return shown(Normalize(s, FormC)) }),
		one(`\.IsNormalized\(\)`, func(s string) string { return shownBool(IsNormalized(s, FormC)) }),
		one(`\.ToCharArray\(\)`, shownChars),
		{`\[char\[\]\]` + quotedText, func(a []string) string { return shownChars(unquote(a[0])) }},
		{`\[regex\]::Escape\(` + quotedText + `\)`, func(a []string) string { return shown(EscapeRegex(unquote(a[0]))) }},
		{`\[System\.Management\.Automation\.WildcardPattern\]::Escape\(` + quotedText + `\)`, func(a []string) string { return shown(EscapeWildcard(unquote(a[0]))) }},
		{quotedText + ` -replace '\[\^0-9\+\]',''`, func(a []string) string {
			r, _ := CompileRegex("[^0-9+]", IgnoreCase)
			s, _ := r.Replace(unquote(a[0]), "")
			return shown(s)
		}},
	}, 640)
}

func TestSortingTable(t *testing.T) {
	sorted := func(list []string, less func(a, b string) bool) string {
		sort.SliceStable(list, func(i, j int) bool { return less(list[i], list[j]) })
		return shownAll(list)
	}
	replay(t, "sorting", []rule{
		{`\(` + quotedText + `\)\.CompareTo\(` + quotedText + `\)`, func(a []string) string { return shownInt(Compare(unquote(a[0]), unquote(a[1]), false)) }},
		{`\[string\]::Compare\(` + quotedText + `,` + quotedText + `\)`, func(a []string) string { return shownInt(Compare(unquote(a[0]), unquote(a[1]), false)) }},
		{`\[string\]::Compare\(` + quotedText + `,` + quotedText + `,\$true\)`, func(a []string) string { return shownInt(Compare(unquote(a[0]), unquote(a[1]), true)) }},
		{`\[string\]::CompareOrdinal\(` + quotedText + `,` + quotedText + `\) -gt 0`, func(a []string) string {
			return shownBool(CompareOrdinal(unquote(a[0]), unquote(a[1])) > 0)
		}},
		{`\[string\]::Equals\(` + quotedText + `,` + quotedText + `,'OrdinalIgnoreCase'\)`, func(a []string) string {
			return shownBool(EqualFold(unquote(a[0]), unquote(a[1])))
		}},
		{`@\(` + quotedText + `,` + quotedText + ` \| Sort-Object\)`, func(a []string) string {
			return sorted([]string{unquote(a[0]), unquote(a[1])}, func(a, b string) bool { return Compare(a, b, true) < 0 })
		}},
	}, 900)
}

func TestParseTable(t *testing.T) {
	parse := func(kind, s string) (string, error) {
		switch kind {
		case "int":
			n, err := ParseInt64(s, 32, IntegerStyle, EnglishUS)
			return "System.Int32 '" + strconv.FormatInt(n, 10) + "'", err
		case "long":
			n, err := ParseInt64(s, 64, IntegerStyle, EnglishUS)
			return "System.Int64 '" + strconv.FormatInt(n, 10) + "'", err
		case "byte":
			n, err := ParseUint64(s, 8, IntegerStyle, EnglishUS)
			return "System.Byte '" + strconv.FormatUint(n, 10) + "'", err
		case "double", "single":
			bits, name := 64, "System.Double '"
			if kind == "single" {
				bits, name = 32, "System.Single '"
			}
			f, err := ParseFloat(s, bits, FloatStyle|AllowThousands, EnglishUS)
			return name + FloatLanguageString(f, bits, Invariant) + "'", err
		case "decimal":
			n, err := ParseDecimal(s, NumberStyle, EnglishUS)
			d, _ := FormatDecimal(n, "", Invariant)
			return "System.Decimal '" + d + "'", err
		}
		n, err := ParseBigInt(s, IntegerStyle, EnglishUS)
		if err != nil {
			n = new(big.Int)
		}
		return "System.Numerics.BigInteger '" + n.String() + "'", err
	}
	replay(t, "statics", []rule{
		{`\[(int|long|byte|double|single|decimal|bigint)\]::Parse\((` + quotedText + `|\$null)\)`, func(a []string) string {
			s := ""
			if a[1] != "$null" {
				s = unquote(a[1])
			}
			got, err := parse(a[0], s)
			if err != nil {
				return fmt.Sprintf(`error %s System.Management.Automation.MethodInvocationException: Exception calling "Parse" with "1" argument(s): "%s"`,
					err.(*Error).Kind, escapeShown(err.Error()))
			}
			return got
		}},
	}, 70)
}
