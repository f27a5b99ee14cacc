package dotnet

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// WildcardPattern is System.Management.Automation.WildcardPattern. A bad pattern is reported when it is first used.
type WildcardPattern struct {
	pattern string
	fold    bool
}

var (
	typeWildcardPattern = class("System.Management.Automation.WildcardPattern", value.TypeObject, value.Sealed)
	enumWildcardOptions = enumeration{full: "System.Management.Automation.WildcardOptions", flags: true, names: "None Compiled IgnoreCase CultureInvariant=4"}
)

// TypeOf is WildcardPattern.
func (*WildcardPattern) TypeOf() *value.Type { return typeWildcardPattern }

// Compile is the pattern ready to match.
func (w *WildcardPattern) Compile() (*text.Wildcard, error) {
	return text.CompileWildcard(w.pattern, w.fold)
}

// toWql writes a pattern in the query language of WMI, where % and _ are the wildcards and stand in brackets for themselves.
func toWql(pattern string) string {
	var b strings.Builder
	set := false
	for i := 0; i < len(pattern); i++ {
		c := pattern[i]
		switch {
		case c == '`' && i+1 < len(pattern):
			i++
			b.WriteByte(pattern[i])
		case set:
			b.WriteByte(c)
			set = c != ']'
		case c == '*':
			b.WriteByte('%')
		case c == '?':
			b.WriteByte('_')
		case c == '%' || c == '_':
			b.WriteString("[" + string(c) + "]")
		default:
			b.WriteByte(c)
			set = c == '['
		}
	}
	return b.String()
}

func newWildcard(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return value.Of(&WildcardPattern{a[0].Str(), option(a, 1, 0)&2 != 0}), nil
}

var wildcardPatternTable = table{
	ctors: []ctor{{"(string pattern)", newWildcard}, {"(string pattern, System.Management.Automation.WildcardOptions options)", newWildcard}},
	methods: []method{
		{sig: "bool IsMatch(string input)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			w, _ := value.As[*WildcardPattern](v)
			p, err := w.Compile()
			if err != nil {
				return v, err
			}
			return value.OfBool(p.Match(a[0].Str())), nil
		}},
		{sig: "static wildcardpattern Get(string pattern, System.Management.Automation.WildcardOptions options)", call: newWildcard},
		{sig: "static string Escape(string pattern)", do: onText(text.EscapeWildcard)},
		{sig: "static string Unescape(string pattern)", do: onText(text.UnescapeWildcard)},
		{sig: "static bool ContainsWildcardCharacters(string pattern)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfBool(text.ContainsWildcard(a[0].Str()))
		}},
		{sig: "string ToWql()", do: func(v value.Value, _ []value.Value) value.Value {
			w, _ := value.As[*WildcardPattern](v)
			return value.OfString(toWql(w.pattern))
		}},
	},
}
