package text

import (
	"strconv"
	"time"
)

// RegexOptions is .NET's System.Text.RegularExpressions.RegexOptions.
type RegexOptions int

// The values of RegexOptions. Compiled, CultureInvariant and NonBacktracking change nothing here.
const (
	IgnoreCase              RegexOptions = 0x1
	Multiline               RegexOptions = 0x2
	ExplicitCapture         RegexOptions = 0x4
	Compiled                RegexOptions = 0x8
	Singleline              RegexOptions = 0x10
	IgnorePatternWhitespace RegexOptions = 0x20
	RightToLeft             RegexOptions = 0x40
	ECMAScript              RegexOptions = 0x100
	CultureInvariant        RegexOptions = 0x200
	NonBacktracking         RegexOptions = 0x400
)

// DefaultMatchTimeout ends a match that backtracks without bounds; .NET would go on for ever.
const DefaultMatchTimeout = 5 * time.Second

// Regex is a compiled .NET regular expression. It may be used by several goroutines.
type Regex struct {
	pattern string
	options RegexOptions
	groups  []regexGroup
	filter  requiredText

	// The tiers: the first that is there and fits the text matches.
	plain   *plainText
	direct  *direct
	linear  *linear
	general *backtracking
}

// found is a match in units of the subject.
type found struct {
	index, length int
	groups        [][]int // pairs of index and length for each group but the first, in .NET's order
}

type regexKey struct {
	pattern string
	options RegexOptions
	timeout time.Duration
}

var regexes = cache[regexKey, *Regex]{limit: 256}

// CompileRegex compiles a pattern; the compiled forms of recent ones are kept.
func CompileRegex(pattern string, options RegexOptions) (*Regex, error) {
	return CompileRegexTimeout(pattern, options, DefaultMatchTimeout)
}

// CompileRegexTimeout compiles a pattern with a time limit of its own for each match.
func CompileRegexTimeout(pattern string, options RegexOptions, timeout time.Duration) (*Regex, error) {
	key := regexKey{pattern, options, timeout}
	if len(pattern) > maxCached {
		return compileRegex(key)
	}
	return regexes.get(key, compileRegex)
}

func compileRegex(key regexKey) (*Regex, error) {
	plan, err := scanRegex(key.pattern, key.options)
	if err != nil {
		return nil, err
	}
	r := &Regex{pattern: key.pattern, options: key.options, groups: plan.groups}
	if r.general, err = newBacktracking(plan, key); err != nil {
		return nil, err
	}
	switch {
	case plan.pure && !plan.mixedCase:
		r.plain = newPlainText(plan)
		return r, nil
	case plan.linear:
		if l, tree := newLinear(plan); l != nil {
			r.direct = newDirect(plan, l, tree)
			if plan.atStart || plan.open {
				r.linear = l
			}
		}
	}
	r.filter = newRequiredText(plan)
	return r, nil
}

// matches reports whether there is a match at all.
func (r *Regex) matches(s *subject) (bool, error) {
	switch {
	case r.plain != nil && r.plain.fits(s):
		i, _ := r.plain.index(s.text, 0)
		return i >= 0, nil
	case r.direct != nil && r.direct.fits(s):
		if f, ok := r.direct.find(s, 0); ok {
			return f != nil, nil
		}
	}
	switch {
	case r.filter.excludes(s):
		return false, nil
	case r.linear != nil && r.linear.fits(s):
		return r.linear.regexp.MatchString(s.text), nil
	}
	return r.general.matches(s)
}

// find is the first match at or after the position from, nil if there is none. For a pattern that is read from right to
// left it is the last before from.
func (r *Regex) find(s *subject, from int) (*found, error) {
	switch {
	case r.plain != nil && r.plain.fits(s):
		return r.plain.find(s, from), nil
	case r.direct != nil && r.direct.fits(s):
		if f, ok := r.direct.find(s, from); ok {
			return f, nil
		}
	}
	switch {
	case r.filter.excludes(s):
		return nil, nil
	case r.linear != nil && from == 0 && r.linear.fits(s):
		// Go's engine cannot start inside a text and still see what stands before.
		return r.linear.find(s), nil
	}
	return r.general.find(s, from)
}

// Pattern is the text that was compiled.
func (r *Regex) Pattern() string { return r.pattern }

// Options are those that the pattern was compiled with.
func (r *Regex) Options() RegexOptions { return r.options }

// GroupNames are the names of the groups in .NET's order, a number for a group without a name.
func (r *Regex) GroupNames() []string {
	names := make([]string, len(r.groups))
	for i, g := range r.groups {
		names[i] = g.name
	}
	return names
}

// GroupNumbers are the numbers of the groups in order.
func (r *Regex) GroupNumbers() []int {
	numbers := make([]int, len(r.groups))
	for i, g := range r.groups {
		numbers[i] = g.number
	}
	return numbers
}

// GroupNameFromNumber is the name of a group, empty if there is no such group.
func (r *Regex) GroupNameFromNumber(number int) string {
	if i := r.groupIndex(number); i >= 0 {
		return r.groups[i].name
	}
	return ""
}

// GroupNumberFromName is the number of a group, -1 if there is no such group.
func (r *Regex) GroupNumberFromName(name string) int {
	if i := r.groupNamed(name); i >= 0 {
		return r.groups[i].number
	}
	return -1
}

func (r *Regex) groupIndex(number int) int {
	if number >= 0 && number < len(r.groups) && r.groups[number].number == number {
		return number
	}
	for i, g := range r.groups {
		if g.number == number {
			return i
		}
	}
	return -1
}

func (r *Regex) groupNamed(name string) int {
	for i, g := range r.groups {
		if g.name == name {
			return i
		}
	}
	if n, err := strconv.Atoi(name); err == nil {
		return r.groupIndex(n)
	}
	return -1
}

func (r *Regex) rightToLeft() bool { return r.options&RightToLeft != 0 }
