package text

import (
	"strings"
	"time"

	"github.com/dlclark/regexp2"
)

// backtracking is the tier that matches every pattern.
type backtracking struct {
	regexp *regexp2.Regexp
	groups []regexGroup
}

// regexp2Options are the options that regexp2 shares with .NET; its other bits mean something else.
const regexp2Options = IgnoreCase | Multiline | ExplicitCapture | Singleline | IgnorePatternWhitespace | RightToLeft | ECMAScript

func newBacktracking(plan *regexPlan, key regexKey) (*backtracking, error) {
	compiled, err := regexp2.Compile(plan.backtracking, regexp2.RegexOptions(key.options&regexp2Options))
	if err != nil {
		what := err.Error()
		if i := strings.Index(what, ": "); i > 0 {
			what = what[i+2:]
		}
		return nil, regexError(key.pattern, Utf16Len(key.pattern), what)
	}
	if key.timeout > 0 && key.timeout < time.Hour {
		compiled.MatchTimeout = key.timeout
	}
	return &backtracking{compiled, plan.groups}, nil
}

func (b *backtracking) matches(s *subject) (bool, error) {
	ok, err := b.regexp.MatchRunes(s.units())
	if err != nil {
		return false, timeoutError()
	}
	return ok, nil
}

func (b *backtracking) find(s *subject, from int) (*found, error) {
	m, err := b.regexp.FindRunesMatchStartingAt(s.units(), from)
	if err != nil {
		return nil, timeoutError()
	}
	if m == nil {
		return nil, nil
	}
	f := &found{index: m.Index, length: m.Length}
	if len(b.groups) == 1 {
		return f, nil
	}
	f.groups = make([][]int, len(b.groups)-1)
	for i, g := range b.groups[1:] {
		group := m.GroupByNumber(g.number)
		if group == nil {
			continue
		}
		spans := make([]int, 0, 2*len(group.Captures))
		for _, c := range group.Captures {
			spans = append(spans, c.Index, c.Length)
		}
		f.groups[i] = spans
	}
	return f, nil
}
