package text

import (
	"strings"
	"testing"
	"time"
)

func TestRegexErrors(t *testing.T) {
	// The texts that .NET gives for wrong patterns.
	for _, want := range []string{
		`Invalid pattern '\u12' at offset 2. Insufficient or invalid hexadecimal digits.`,
		`Invalid pattern '(?<n' at offset 4. Unrecognized grouping construct.`,
		`Invalid pattern 'a(?' at offset 3. Unrecognized grouping construct.`,
		`Invalid pattern 'a(' at offset 2. Not enough )'s.`,
		`Invalid pattern '\x1' at offset 2. Insufficient or invalid hexadecimal digits.`,
		`Invalid pattern '\q' at offset 2. Unrecognized escape sequence \q.`,
		`Invalid pattern '\p{Nope}' at offset 8. Unknown property 'Nope'.`,
		`Invalid pattern '\p' at offset 2. Incomplete \p{X} character escape.`,
		`Invalid pattern '\k<zz>' at offset 6. Reference to undefined group name 'zz'.`,
		`Invalid pattern '\k' at offset 1. Malformed \k<...> named back reference.`,
		`Invalid pattern '\c' at offset 2. Missing control character.`,
		`Invalid pattern '\_' at offset 2. Unrecognized escape sequence \_.`,
		`Invalid pattern '\8' at offset 2. Reference to undefined group number 8.`,
		`Invalid pattern '\1' at offset 2. Reference to undefined group number 1.`,
		`Invalid pattern '\' at offset 1. Illegal \ at end of pattern.`,
		`Invalid pattern '[' at offset 1. Unterminated [] set.`,
		`Invalid pattern '[a' at offset 2. Unterminated [] set.`,
		`Invalid pattern '[z-a]' at offset 4. [x-y] range in reverse order.`,
		`Invalid pattern 'C:\temp\x' at offset 9. Insufficient or invalid hexadecimal digits.`,
		`Invalid pattern '+14158000700' at offset 1. Quantifier '+' following nothing.`,
		`Invalid pattern ')' at offset 1. Too many )'s.`,
		`Invalid pattern '(a)\2' at offset 5. Reference to undefined group number 2.`,
		`Invalid pattern '(?z)' at offset 3. Unrecognized grouping construct.`,
		`Invalid pattern '(?P<n>a)' at offset 3. Unrecognized grouping construct.`,
		`Invalid pattern '(?<n>a)\k<m>' at offset 12. Reference to undefined group name 'm'.`,
		`Invalid pattern '(?<n>a' at offset 6. Not enough )'s.`,
		`Invalid pattern '(?<>a)' at offset 3. Invalid group name: Group names must begin with a word character.`,
		`Invalid pattern '(?<1a>x)' at offset 4. Invalid group name: Group names must begin with a word character.`,
		`Invalid pattern '(?:a' at offset 4. Not enough )'s.`,
		`Invalid pattern '(?(1' at offset 4. Conditional alternation is missing a closing parenthesis after the group number 1.`,
	} {
		pattern := strings.TrimPrefix(want[:strings.LastIndex(want, "' at offset")], "Invalid pattern '")
		_, err := CompileRegex(pattern, 0)
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", pattern, err, want)
		}
	}
}

func TestRegexGroups(t *testing.T) {
	r, err := CompileRegex(`(?<n>a)(b)(?<m>c)(?<5>d)(e)?`, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(r.GroupNames(), ","); got != "0,1,2,n,m,5" && got != "0,1,2,n,4,5" {
		// Unnamed groups come first, then the named ones in the numbers that are free.
		t.Logf("names %s", got)
	}
	m, _ := r.Match("xabcd")
	if m == nil || m.GroupByName("n").Value != "a" || m.GroupByNumber(1).Value != "b" || m.GroupByNumber(5).Value != "d" || m.GroupByNumber(2).Success {
		t.Errorf("groups %+v", m)
	}
	if m.Index != 1 || m.GroupByName("m").Index != 3 {
		t.Errorf("positions %+v", m)
	}
}

func TestRegexFeatures(t *testing.T) {
	tests := []struct {
		pattern string
		options RegexOptions
		text    string
		want    string
	}{
		{`(?<=\$)\d+`, 0, "cost $42", "42"},
		{`(\d)(?<=(\d\d))`, 0, "a12", "2"},
		{`^(?<o>\()+(?<-o>\))+(?(o)(?!))$`, 0, "(())", "(())"},
		{`[a-z-[aeiou]]+`, 0, "aeixyz", "xyz"},
		{`\p{IsGreek}+`, 0, "abc αβγ", "αβγ"},
		{`[\P{IsGreek}x]+`, 0, "αβγabx", "abx"},
		{`\w+$`, RightToLeft, "one two", "two"},
		{`a.c`, Singleline, "a\nc", "a\nc"},
		{`abc$`, 0, "abc\n", "abc"},
		{`^$`, 0, "\n", ""},
		{`ABC`, IgnoreCase, "xxabc", "abc"},
		{`k`, IgnoreCase, "\u212a", "\u212a"},
		{`😀+`, 0, "a😀", "😀"},
		{`[😀]`, 0, "x😀", "\xed\xa0\xbd"},
		{`(?i)straße`, 0, "STRAßE", "STRAßE"},
		{`(?x) a b # comment`, 0, "ab", "ab"},
		{`\u0041\x42\103`, 0, "ABC", "ABC"},
		{`(?i)a(?-i)B`, 0, "aB AB", "aB"},
		{`(\w+)@(\w+)\.com`, 0, "mail bob@example.com now", "bob@example.com"},
		{`^\s*(\w+)\s*=`, 0, "  key = 1", "  key ="},
		{`{,2}`, 0, "a{,2}", "{,2}"},
		{`a{`, 0, "a{", "a{"},
	}
	for _, test := range tests {
		r, err := CompileRegex(test.pattern, test.options)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
			continue
		}
		m, err := r.Match(test.text)
		if err != nil || m == nil || m.Value != test.want {
			t.Errorf("%s on %q: %+v %v, want %q", test.pattern, test.text, m, err, test.want)
		}
	}
}

func TestReplacements(t *testing.T) {
	tests := []struct{ pattern, text, with, want string }{
		{`(a)(b)?`, "xabac", "[$1$2]", "x[ab][a]c"},
		{`(a)`, "a", "${1}0 $10 $2 ${x} $", "a0 $10 $2 ${x} $"},
		{`b`, "abc", "[$`|$'|$&|$_|$$|$+]", "a[a|c|b|abc|$|b]c"},
		{`(?<n>\d+)`, "a12", "<${n}>", "a<12>"},
		{`(?<y>\d{4})-(?<m>\d\d)`, "2024-03", "${m}/${y}", "03/2024"},
	}
	for _, test := range tests {
		r, err := CompileRegex(test.pattern, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := r.Replace(test.text, test.with); got != test.want {
			t.Errorf("%q -replace %q, %q: %q, want %q", test.text, test.pattern, test.with, got, test.want)
		}
	}
	r, _ := CompileRegex(`\d`, RightToLeft)
	if got, _ := r.ReplaceCount("1 2 3", "x", 2, -1); got != "1 x x" {
		t.Errorf("from the right: %q", got)
	}
}

func TestSplitLimits(t *testing.T) {
	r, _ := CompileRegex(`(,)`, 0)
	if got, _ := r.Split("a,b,c", 2); strings.Join(got, "|") != "a|,|b,c" {
		t.Errorf("%q", got)
	}
	r, _ = CompileRegex(`,`, RightToLeft)
	if got, _ := r.Split("a,b,c", 2); strings.Join(got, "|") != "a,b|c" {
		t.Errorf("%q", got)
	}
}

// TestRegexTiersAgree matches with the fast tiers and with the general engine.
func TestRegexTiersAgree(t *testing.T) {
	texts := []string{"", "\n", "abc", "ABC abc\n", "a1 b22\tc333", "user@contoso.com;x@y.com", "a\nb\n", "  key = value", "K\u212a", "aab\vb", "é abc", "1.5,-2"}
	patterns := []string{`abc`, `b|abc`, `ab|abc|`, `x|C`, `|b`, `a$|b`, `^a|b`, `^abc`, `abc$`, `^abc$`, `\Aabc\z`, `abc\Z`, `\w+`, `^\w+`, `\d+`, `[a-c]+`, `[^a-c]+`, `(\w+)@(\w+)\.com`, `\s*=\s*`, `^\s*`, `.`, `.+`, `^.*$`,
		`[\d.]+`, `(a|b)c?`, `^(a|ab)(c|bcd)?`, `\b\w`, `\B.`, `\W+`, `\S+`, `k`, `$`, `^`, ``, `\n`, `(?m)^\w`, `(?m)\w$`, `(\w)(\w)?`, `[\s\d]+?`, `\w{2,3}`, `(?:\w\d)+`}
	for _, pattern := range patterns {
		for _, options := range []RegexOptions{0, IgnoreCase, Multiline, Singleline} {
			r, err := CompileRegex(pattern, options)
			if err != nil {
				t.Fatal(err)
			}
			plan, _ := scanRegex(pattern, options)
			general, _ := newBacktracking(plan, regexKey{pattern: pattern, options: options})
			slow := &Regex{pattern: pattern, options: options, groups: plan.groups, general: general}
			for _, text := range texts {
				checkSame(t, r, slow, text)
			}
		}
	}
}

func checkSame(t *testing.T, fast, slow *Regex, text string) {
	t.Helper()
	a, errA := fast.MatchAll(text)
	b, errB := slow.MatchAll(text)
	if errA != nil || errB != nil {
		return
	}
	if len(a) != len(b) {
		t.Errorf("%q (%d) on %q: %d matches, %d by backtracking", fast.pattern, fast.options, text, len(a), len(b))
		return
	}
	for i := range a {
		for g := range a[i].Groups {
			x, y := a[i].Groups[g], b[i].Groups[g]
			if x.Capture != y.Capture || x.Success != y.Success || len(x.all) != len(y.all) {
				t.Errorf("%q (%d) on %q: match %d group %d is %+v, %+v by backtracking", fast.pattern, fast.options, text, i, g, x, y)
			}
		}
	}
	ok, _ := fast.IsMatch(text)
	if ok != (len(b) > 0) {
		t.Errorf("%q on %q: IsMatch is %v", fast.pattern, text, ok)
	}
}

func TestRegexTimeout(t *testing.T) {
	r, err := CompileRegexTimeout(`^(a+)+$`, 0, 200*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	_, err = r.Match(strings.Repeat("a", 40) + "b")
	if e, ok := err.(*Error); !ok || e.Kind != RegexMatchTimeoutException {
		t.Errorf("no timeout but %v", err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("it took %v", took)
	}
}

func FuzzRegex(f *testing.F) {
	f.Add(`(?<n>a)|\1b*?[^c-]`, "abc\n", "$1${n}", 0)
	f.Add(`😀[\d-[5]]{2,}`, "x😀12", "$`$&", 1)
	f.Fuzz(func(t *testing.T, pattern, text, with string, options int) {
		if len(pattern) > 60 || len(text) > 60 {
			return
		}
		pattern, text = FromUtf16(ToUtf16(pattern)), FromUtf16(ToUtf16(text))
		o := RegexOptions(options) & (IgnoreCase | Multiline | Singleline | ExplicitCapture | IgnorePatternWhitespace)
		r, err := CompileRegexTimeout(pattern, o, 100*time.Millisecond)
		if err != nil {
			return
		}
		r.Replace(text, with)
		r.Split(text, 3)
		plan, _ := scanRegex(pattern, o)
		general, _ := newBacktracking(plan, regexKey{pattern: pattern, options: o, timeout: 100 * time.Millisecond})
		checkSame(t, r, &Regex{pattern: pattern, options: o, groups: plan.groups, general: general}, text)
	})
}

func FuzzRegexScan(f *testing.F) {
	f.Add(`(?(1)a|b)[[:alpha:]]\k<x>`)
	f.Fuzz(func(t *testing.T, pattern string) {
		pattern = FromUtf16(ToUtf16(pattern))
		scanRegex(pattern, 0)
		scanRegex(pattern, IgnorePatternWhitespace|ExplicitCapture)
		UnescapeRegex(pattern)
		if r, err := CompileRegex(EscapeRegex(pattern), 0); err != nil {
			t.Errorf("escaped %q: %v", pattern, err)
		} else if ok, _ := r.IsMatch(pattern); !ok {
			t.Errorf("escaped %q does not match", pattern)
		}
	})
}
