package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const regexAssembly = "System.Text.RegularExpressions"

var (
	typeRegex             = within(regexAssembly, class("System.Text.RegularExpressions.Regex", value.TypeObject, 0))
	typeCapture           = within(regexAssembly, class("System.Text.RegularExpressions.Capture", value.TypeObject, 0))
	typeGroup             = within(regexAssembly, class("System.Text.RegularExpressions.Group", typeCapture, 0))
	typeMatch             = within(regexAssembly, class("System.Text.RegularExpressions.Match", typeGroup, 0))
	typeMatchCollection   = within(regexAssembly, class("System.Text.RegularExpressions.MatchCollection", value.TypeObject, 0, value.IfaceList))
	typeGroupCollection   = within(regexAssembly, class("System.Text.RegularExpressions.GroupCollection", value.TypeObject, 0, value.IfaceList))
	typeCaptureCollection = within(regexAssembly, class("System.Text.RegularExpressions.CaptureCollection", value.TypeObject, 0, value.IfaceList))
	enumRegexOptions      = enumeration{full: "System.Text.RegularExpressions.RegexOptions", flags: true,
		names: "None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024"}
)

// TypeMatch is what Select-String and the match functions give.
var TypeMatch = typeMatch

// Regex is a [regex].
type Regex struct{ *text.Regex }

// TypeOf is Regex.
func (*Regex) TypeOf() *value.Type { return typeRegex }

// ToText is the pattern.
func (r *Regex) ToText() string { return r.Pattern() }

// OfRegex is a compiled pattern as a value.
func OfRegex(r *text.Regex) value.Value { return value.Of(&Regex{r}) }

func regexOf(v value.Value) *text.Regex {
	r, _ := value.As[*Regex](v)
	return r.Regex
}

// compileRegex compiles a pattern with RegexOptions.
func compileRegex(pattern string, options int64) (*text.Regex, error) {
	return text.CompileRegex(pattern, text.RegexOptions(options))
}

func newRegex(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[0].IsNull() {
		return value.NullValue, nullError("pattern")
	}
	r, err := compileRegex(a[0].Str(), option(a, 1, 0))
	if err != nil {
		return value.NullValue, err
	}
	return OfRegex(r), nil
}

// regexArgs takes a regular expression out of the arguments: the object, or the pattern that stands second with the options last.
type regexCall func(env value.Env, r *text.Regex, a []value.Value) (value.Value, error)

// instance is a method of a Regex.
func (f regexCall) instance(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
	return f(env, regexOf(v), a)
}

// static is the static method with the same arguments, the pattern between the first and the others.
func (f regexCall) static(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	options := int64(0)
	rest := []value.Value{a[0]}
	for _, x := range a[2:] {
		if x.Kind() == value.Enum {
			options = x.Int()
		} else if x.Kind() != value.TimeSpan {
			rest = append(rest, x)
		}
	}
	r, err := compileRegex(a[1].Str(), options)
	if err != nil {
		return value.NullValue, err
	}
	return f(env, r, rest)
}

func startAt(a []value.Value, i int) (int, error) {
	if i >= len(a) {
		return 0, nil
	}
	at := integer(a[i])
	if at < 0 || at > text.Utf16Len(a[0].Str()) {
		return 0, rangeError("startat", "Start index cannot be less than 0 or greater than input length.")
	}
	return at, nil
}

func inputOf(a []value.Value) (string, error) {
	if a[0].IsNull() {
		return "", nullError("input")
	}
	return a[0].Str(), nil
}

var regexIsMatch regexCall = func(_ value.Env, r *text.Regex, a []value.Value) (value.Value, error) {
	s, err := inputOf(a)
	if err != nil {
		return value.NullValue, err
	}
	at, err := startAt(a, 1)
	if err != nil {
		return value.NullValue, err
	}
	if at == 0 {
		ok, err := r.IsMatch(s)
		return value.OfBool(ok), err
	}
	m, err := r.MatchFrom(s, at)
	return value.OfBool(m != nil), err
}

var regexMatch regexCall = func(_ value.Env, r *text.Regex, a []value.Value) (value.Value, error) {
	s, err := inputOf(a)
	if err != nil {
		return value.NullValue, err
	}
	at, err := startAt(a, 1)
	if err != nil {
		return value.NullValue, err
	}
	if at == 0 {
		m, err := r.Match(s)
		return OfMatch(m), err
	}
	m, err := r.MatchFrom(s, at)
	return OfMatch(m), err
}

var regexMatches regexCall = func(_ value.Env, r *text.Regex, a []value.Value) (value.Value, error) {
	s, err := inputOf(a)
	if err != nil {
		return value.NullValue, err
	}
	list, err := r.MatchAll(s)
	if err != nil {
		return value.NullValue, err
	}
	c := &matchList{typ: typeMatchCollection, items: make([]value.Value, len(list))}
	for i, m := range list {
		c.items[i] = OfMatch(m)
	}
	return value.Of(c), nil
}

var regexReplace regexCall = func(env value.Env, r *text.Regex, a []value.Value) (value.Value, error) {
	s, err := inputOf(a)
	if err != nil {
		return value.NullValue, err
	}
	count := -1
	if len(a) > 2 {
		count = integer(a[2])
	}
	at, err := startAt(a, 3)
	if err != nil {
		return value.NullValue, err
	}
	if d, ok := value.As[*Delegate](a[1]); ok {
		out, err := r.ReplaceFuncCount(s, func(m *text.Match) (string, error) {
			x, err := d.Call(env, OfMatch(m))
			return value.ToString(x), err
		}, count, at)
		return value.OfString(out), err
	}
	out, err := r.ReplaceCount(s, a[1].Str(), count, at)
	return value.OfString(out), err
}

var regexSplit regexCall = func(_ value.Env, r *text.Regex, a []value.Value) (value.Value, error) {
	s, err := inputOf(a)
	if err != nil {
		return value.NullValue, err
	}
	at, err := startAt(a, 2)
	if err != nil {
		return value.NullValue, err
	}
	parts, err := r.SplitFrom(s, int(option(a, 1, 0)), at)
	return value.OfStrings(parts), err
}

var regexCount regexCall = func(_ value.Env, r *text.Regex, a []value.Value) (value.Value, error) {
	list, err := r.MatchAll(a[0].Str())
	return value.OfInt(len(list)), err
}

var regexTable = table{
	ctors: []ctor{
		{"(string pattern)", newRegex}, {"(string pattern, System.Text.RegularExpressions.RegexOptions options)", newRegex},
		{"(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)", newRegex},
	},
	props: []prop{
		{sig: "static timespan InfiniteMatchTimeout", get: func(value.Value) value.Value { return value.OfTimeSpan(-text.TicksPerMillisecond) }},
		{sig: "static int CacheSize", get: func(value.Value) value.Value { return value.OfInt(15) }, set: ignoreSet},
		{sig: "System.Text.RegularExpressions.RegexOptions Options", get: func(v value.Value) value.Value { return enumRegexOptions.of(int64(regexOf(v).Options())) }},
		{sig: "bool RightToLeft", get: func(v value.Value) value.Value { return value.OfBool(regexOf(v).Options()&text.RightToLeft != 0) }},
		{sig: "timespan MatchTimeout", get: func(value.Value) value.Value { return value.OfTimeSpan(-text.TicksPerMillisecond) }},
	},
	methods: []method{
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(regexOf(v).Pattern()) }},
		{sig: "string[] GetGroupNames()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfStrings(regexOf(v).GroupNames()) }},
		{sig: "int[] GetGroupNumbers()", do: func(v value.Value, _ []value.Value) value.Value {
			var out []value.Value
			for _, n := range regexOf(v).GroupNumbers() {
				out = append(out, value.OfInt(n))
			}
			return arrayOf(value.TypeInt32, out)
		}},
		{sig: "string GroupNameFromNumber(int i)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfString(regexOf(v).GroupNameFromNumber(integer(a[0])))
		}},
		{sig: "int GroupNumberFromName(string name)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfInt(regexOf(v).GroupNumberFromName(a[0].Str()))
		}},
		{sig: "bool IsMatch(string input)", call: regexIsMatch.instance},
		{sig: "bool IsMatch(string input, int startat)", call: regexIsMatch.instance},
		{sig: "static bool IsMatch(string input, string pattern)", call: regexIsMatch.static},
		{sig: "static bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)", call: regexIsMatch.static},
		{sig: "static bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)", call: regexIsMatch.static},
		{sig: "System.Text.RegularExpressions.Match Match(string input)", call: regexMatch.instance},
		{sig: "System.Text.RegularExpressions.Match Match(string input, int startat)", call: regexMatch.instance},
		{sig: "static System.Text.RegularExpressions.Match Match(string input, string pattern)", call: regexMatch.static},
		{sig: "static System.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)", call: regexMatch.static},
		{sig: "System.Text.RegularExpressions.MatchCollection Matches(string input)", call: regexMatches.instance},
		{sig: "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)", call: regexMatches.static},
		{sig: "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)", call: regexMatches.static},
		{sig: "string Replace(string input, string replacement)", call: regexReplace.instance},
		{sig: "string Replace(string input, string replacement, int count)", call: regexReplace.instance},
		{sig: "string Replace(string input, string replacement, int count, int startat)", call: regexReplace.instance},
		{sig: "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator)", call: regexReplace.instance},
		{sig: "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count)", call: regexReplace.instance},
		{sig: "static string Replace(string input, string pattern, string replacement)", call: regexReplace.static},
		{sig: "static string Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options)", call: regexReplace.static},
		{sig: "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator)", call: regexReplace.static},
		{sig: "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options)", call: regexReplace.static},
		{sig: "string[] Split(string input)", call: regexSplit.instance},
		{sig: "string[] Split(string input, int count)", call: regexSplit.instance},
		{sig: "string[] Split(string input, int count, int startat)", call: regexSplit.instance},
		{sig: "static string[] Split(string input, string pattern)", call: regexSplit.static},
		{sig: "static string[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)", call: regexSplit.static},
		{sig: "int Count(string input)", call: regexCount.instance},
		{sig: "static int Count(string input, string pattern)", call: regexCount.static},
		{sig: "static int Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)", call: regexCount.static},
		{sig: "static string Escape(string str)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfString(text.EscapeRegex(a[0].Str())) }},
		{sig: "static string Unescape(string str)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			s, err := text.UnescapeRegex(a[0].Str())
			return value.OfString(s), err
		}},
	},
}
