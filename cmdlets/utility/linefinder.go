package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// lineFinder decides which lines Select-String takes.
type lineFinder struct {
	patterns   []string
	regexes    []*text.Regex   // beside patterns; nil with -SimpleMatch
	comparison text.Comparison // of -SimpleMatch
	ignoreCase bool
	not, all   bool
	quiet, raw bool
	first      bool // -List: the first match of a file is enough
	emphasis   bool
	context    *contextWidth
}

func newLineFinder(c *runtime.Call) (lineFinder, error) {
	f := lineFinder{
		patterns: c.Strings(sstrPattern), ignoreCase: !c.Switch(sstrCase), not: c.Switch(sstrNot), all: c.Switch(sstrAll),
		quiet: c.Switch(sstrQuiet), raw: c.Switch(sstrRaw), first: c.Switch(sstrList),
		emphasis: !c.Switch(sstrNoEmphasis) && c.Host().Terminal.Color,
	}
	if list := c.List(sstrContext); len(list) > 0 {
		if w := (contextWidth{int(list[0].Int()), int(list[len(list)-1].Int())}); w != (contextWidth{}) {
			f.context = &w
		}
	}
	if c.Switch(sstrSimple) {
		f.comparison = simpleComparison(c, f.ignoreCase)
		return f, nil
	}
	if c.Bound(sstrCulture) {
		return f, value.Throw(value.InvalidOperationException, "CannotSpecifyCultureWithoutSimpleMatch",
			"The -Culture parameter can be used only with the -SimpleMatch parameter.").With(value.InvalidOperation, value.NullValue)
	}
	var options text.RegexOptions
	if f.ignoreCase {
		options = text.IgnoreCase
	}
	for _, p := range f.patterns {
		r, err := text.CompileRegex(p, options)
		if err != nil {
			reason, _ := dotnet.Raised(err).(*value.Exception)
			return f, value.Throw(value.ArgumentException, "InvalidRegex", "The string "+p+" is not a valid regular expression: "+err.Error()).
				With(value.InvalidArgument, value.NullValue).Because(reason)
		}
		f.regexes = append(f.regexes, r)
	}
	return f, nil
}

// simpleComparison is how -SimpleMatch compares: by characters, or as languages do if -Culture names one. What is the same text does not
// depend on which.
func simpleComparison(c *runtime.Call, ignoreCase bool) text.Comparison {
	comparison := text.Ordinal
	if c.Bound(sstrCulture) {
		if !value.EqualFold(c.String(sstrCulture), "Ordinal") {
			comparison = text.CurrentCulture
		}
	}
	if ignoreCase {
		comparison++
	}
	return comparison
}

// find is the match of a line, nil if it is not to be selected. The first pattern that hits counts.
func (f *lineFinder) find(line string) (*matchInfo, error) {
	for i, p := range f.patterns {
		var spans []*text.Match
		hit := false
		switch {
		case f.regexes == nil:
			hit = text.Contains(line, p, f.comparison)
		case f.all:
			list, err := f.regexes[i].MatchAll(line)
			if err != nil {
				return nil, dotnet.Raised(err)
			}
			hit, spans = len(list) > 0, list
		default:
			m, err := f.regexes[i].Match(line)
			if err != nil {
				return nil, dotnet.Raised(err)
			}
			if m != nil {
				hit, spans = true, []*text.Match{m}
			}
		}
		if hit {
			if f.not {
				return nil, nil
			}
			return f.newMatch(line, p, spans), nil
		}
	}
	if !f.not {
		return nil, nil
	}
	return f.newMatch(line, f.patterns[0], nil), nil
}

func (f *lineFinder) newMatch(line, pattern string, spans []*text.Match) *matchInfo {
	m := &matchInfo{line: line, pattern: pattern, ignoreCase: f.ignoreCase, spans: spans, path: inputStream}
	if f.emphasis && !f.not {
		m.marks = f.marksOf(line, pattern, spans)
	}
	return m
}

// marksOf are the parts of a line that the display emphasises, as pairs of byte offsets.
func (f *lineFinder) marksOf(line, pattern string, spans []*text.Match) []int {
	var marks []int
	if f.regexes != nil {
		for _, m := range spans {
			if m.Length > 0 {
				before := len(text.Utf16Slice(line, 0, m.Index))
				marks = append(marks, before, before+len(m.Value))
			}
		}
		return marks
	}
	for at := 0; ; {
		i := text.IndexOf(line[at:], pattern, f.comparison)
		if i < 0 || pattern == "" {
			return marks
		}
		from := at + len(text.Utf16Slice(line[at:], 0, i))
		to := min(from+len(pattern), len(line))
		marks = append(marks, from, to)
		if !f.all || to <= at {
			return marks
		}
		at = to
	}
}

// emphasise shows parts of a line in reverse video.
func emphasise(line string, marks []int) string {
	if len(marks) == 0 {
		return line
	}
	var b strings.Builder
	at := 0
	for i := 0; i+1 < len(marks); i += 2 {
		b.WriteString(line[at:marks[i]] + "\x1b[7m" + line[marks[i]:marks[i+1]] + "\x1b[0m")
		at = marks[i+1]
	}
	b.WriteString(line[at:])
	return b.String()
}
