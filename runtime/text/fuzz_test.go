package text

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"rehearse/runtime/decimal"
)

func FuzzComposite(f *testing.F) {
	f.Add("{0,-10:N2} {{x}} {1}}")
	f.Add("{0:{}")
	f.Fuzz(func(t *testing.T, format string) {
		FormatComposite(format, 2, func(_ int, format string) (string, error) {
			if len(format) > 8 {
				format = format[:8]
			}
			return FormatFloat(-1234.5, 64, format, EnglishUS)
		})
	})
}

func FuzzNumberFormat(f *testing.F) {
	f.Add(1234.5678, `#,##0.00;(0)`)
	f.Add(math.Copysign(0, -1), `0.###E+0'x'\y"z%‰`)
	f.Fuzz(func(t *testing.T, n float64, format string) {
		if _, precision, _, _ := standardFormat(format); precision > 10_000 {
			return
		}
		FormatFloat(n, 64, format, EnglishUS)
		FormatFloat(n, 32, format, Invariant)
		FormatInt64(int64(n), 64, format, EnglishUS)
		FormatDecimal(decimal.Number{Lo: math.Float64bits(n), Hi: 7, Scale: uint8(len(format) % 29), Neg: n < 0}, format, EnglishUS)
	})
}

func FuzzParseNumber(f *testing.F) {
	f.Add(" ($1,234.50e-3) ", 0x1ff)
	f.Add("ffff", 0x203)
	f.Fuzz(func(t *testing.T, s string, style int) {
		styles := NumberStyles(style)
		ParseInt64(s, 32, styles, EnglishUS)
		ParseUint64(s, 64, styles, EnglishUS)
		ParseFloat(s, 64, styles, Invariant)
		ParseDecimal(s, styles, EnglishUS)
		ParseBigInt(s, styles, EnglishUS)
	})
}

func FuzzWildcard(f *testing.F) {
	f.Add("*a?[b-d]`*", "xxabd*")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if !utf8.ValidString(pattern) || !utf8.ValidString(text) {
			return
		}
		for _, ignoreCase := range []bool{false, true} {
			w, err := CompileWildcard(pattern, ignoreCase)
			if err != nil {
				continue
			}
			got := w.Match(text)
			general := &Wildcard{pattern: pattern, ignoreCase: ignoreCase, shape: wildcardGeneral}
			if general.parse() != nil || w.shape == wildcardExact || w.shape == wildcardPrefix {
				continue
			}
			// Suffix and contains fold by capitals, the general matcher by small letters; they may differ beyond ASCII.
			if IsASCII(pattern+text) && got != general.Match(text) {
				t.Errorf("%q -like %q is %v", text, pattern, got)
			}
		}
		if w, err := CompileWildcard(EscapeWildcard(text), false); err != nil || !w.Match(text) {
			t.Errorf("%q is not like its escaped form: %v", text, err)
		}
		if UnescapeWildcard(EscapeWildcard(text)) != text {
			t.Errorf("%q is not restored", text)
		}
	})
}

func FuzzStrings(f *testing.F) {
	f.Add("a😀é\u0301\xed\xa0\xbd", "é", 1)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		a, b = FromUtf16(ToUtf16(a)), FromUtf16(ToUtf16(b))
		length := Utf16Len(a)
		if length != len(ToUtf16(a)) {
			t.Fatalf("length of %q", a)
		}
		if length > 0 {
			i := int(uint(n) % uint(length))
			if Utf16At(a, i) != ToUtf16(a)[i] {
				t.Errorf("unit %d of %q", i, a)
			}
			if got := Concat(Utf16Slice(a, 0, i), Utf16Slice(a, i, length-i)); got != a {
				t.Errorf("%q cut at %d: %q", a, i, got)
			}
		}
		if x, y := Compare(a, b, false), Compare(b, a, false); x != -y {
			t.Errorf("%q against %q: %d and %d", a, b, x, y)
		}
		if Compare(a, b, false) == 0 && Compare(a, b, true) != 0 {
			t.Errorf("%q and %q are equal only with their case", a, b)
		}
		for c := CurrentCulture; c <= OrdinalIgnoreCase; c++ {
			IndexOf(a, b, c)
			LastIndexOf(a, b, c)
			if b != "" && len(a) < 100 {
				ReplaceWith(a, b, "x", c)
			}
			StartsWithWith(a, b, c)
			EndsWithWith(a, b, c)
		}
		ToTitleCase(a)
		SplitChars(a, ToUtf16(b), n&7, SplitOptions(n&3))
		SplitStrings(a, []string{b, "x"}, NoLimit, 0)
		TrimSet(a, ToUtf16(b))
	})
}

func TestCompareFastPath(t *testing.T) {
	// The fast path for ASCII must give the order of the tables behind it.
	words := []string{"", "a", "A", "b", "a-b", "ab", "co-op", "coop", "a b", "a_b", "O'Brien", "OBrien", "a\x00b", "1", "10", "2", "~", "$", "a\tb", "aB", "Ab", "AB", "é", "e", "f", "ex", "éx", "ß", "ss", "e\u0301"}
	for _, a := range words {
		for _, b := range words {
			for _, ignoreCase := range []bool{false, true} {
				if x, y := Compare(a, b, ignoreCase), compareCollated(a, b, ignoreCase); x != y {
					t.Errorf("%q against %q (%v): %d, collated %d", a, b, ignoreCase, x, y)
				}
			}
		}
	}
}

func TestCollationPairs(t *testing.T) {
	// Pairs with whether they are equal regardless of case, and with it.
	for _, p := range []struct {
		a, b         string
		equal, cased bool
	}{
		{"a\u0301", "á", true, true}, {"\u200d", "", true, true}, {"x\u00ady", "xy", true, true}, {"a\tb", "ab", false, false}, {"\ufeffa", "a", true, true},
		{"a\u00a0b", "a b", true, false}, {"ａ", "a", false, false}, {"ª", "a", true, false}, {"²", "2", true, false}, {"½", "1/2", false, false}, {"ﬁ", "fi", true, false},
		{"Ǆ", "ǆ", true, false}, {"ĳ", "ij", true, false}, {"™", "tm", true, false}, {"…", "...", true, false}, {"–", "-", false, false}, {"’", "'", false, false},
		{"Ⅳ", "IV", true, false}, {"㎏", "kg", true, false}, {"ø", "o", false, false}, {"đ", "d", false, false}, {"æ", "ae", false, false}, {"ß", "ss", false, false},
		{"ẞ", "ß", true, false}, {"０", "0", false, false}, {"٣", "3", true, true}, {"a\u2028b", "a b", false, false},
	} {
		if Compare(p.a, p.b, true) == 0 != p.equal || Compare(p.a, p.b, false) == 0 != p.cased {
			t.Errorf("%q and %q: %d %d, want %v %v", p.a, p.b, Compare(p.a, p.b, true), Compare(p.a, p.b, false), p.equal, p.cased)
		}
	}
	order := strings.Split("÷×áÁàÀâÂåÅäÄãÃæÆçÇðÐéÉèÈêÊëËíÍìÌîÎïÏñÑóÓòÒôÔöÖõÕøØßúÚùÙûÛüÜýÝÿþÞ", "")
	for i := 1; i < len(order); i++ {
		if Compare(order[i-1], order[i], false) >= 0 {
			t.Errorf("%s does not come before %s", order[i-1], order[i])
		}
	}
	marks := strings.Split("–—¡¿…·’“”«»§¶•°©±¢$£¥€™µ", "")
	for i := 1; i < len(marks); i++ {
		if Compare(marks[i-1], marks[i], true) >= 0 {
			t.Errorf("%s does not come before %s", marks[i-1], marks[i])
		}
	}
}

func TestTitleCase(t *testing.T) {
	for s, want := range map[string]string{
		"hello world": "Hello World", "HELLO world": "HELLO World", "o'brien-smith mc donald": "O'brien-Smith Mc Donald", "john.doe@x.example": "John.Doe@X.Example",
		"élan éCLAIR": "Élan Éclair", "1st 2nd-floor": "1St 2Nd-Floor", "abcDEF": "Abcdef", "abc_def": "Abc_Def", "a1b": "A1b",
	} {
		if got := ToTitleCase(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func FuzzIndexFold(f *testing.F) {
	f.Add("some request for Ärger", "rÄR")
	f.Fuzz(func(t *testing.T, s, needle string) {
		s, needle = FromUtf16(ToUtf16(s)), FromUtf16(ToUtf16(needle))
		i, n := indexFold(s, needle)
		if j, m := indexFoldRunes(s, needle); needle != "" && (i != j || n != m) {
			t.Errorf("%q in %q: %d %d, rune by rune %d %d", needle, s, i, n, j, m)
		}
	})
}
