package text

import (
	"regexp"
	"regexp/syntax"
	"strings"
)

// linear is the tier of patterns for which Go's engine provably gives the same matches on ASCII texts, in linear time.
type linear struct {
	regexp  *regexp.Regexp
	newline bool  // texts that end in a line feed are excluded
	order   []int // for each of .NET's groups but the first, its index among the pattern's parentheses
}

// newLinear is nil where Go's engine would differ after all. The syntax tree is for the direct tier.
func newLinear(plan *regexPlan) (*linear, *syntax.Regexp) {
	source := string(plan.source)
	if plan.ignoreCase {
		source = "(?i)" + source
	}
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil, nil
	}
	shortest, same := measure(tree)
	// After an empty match .NET looks on one unit further; Go's engine skips some of those. An anchored pattern matches only once.
	if !same || shortest == 0 && !plan.atStart {
		return nil, nil
	}
	compiled, err := regexp.Compile(source)
	if err != nil {
		return nil, nil
	}
	l := &linear{regexp: compiled, newline: plan.newline}
	for _, g := range plan.groups[1:] {
		place := -1
		for i, number := range plan.captures {
			if number == g.number {
				place = i + 1
			}
		}
		if place < 0 {
			return nil, nil
		}
		l.order = append(l.order, place)
	}
	return l, tree
}

// measure is the length of the shortest match, and whether both engines treat the expression alike: they differ in
// loops over what can be empty.
func measure(e *syntax.Regexp) (shortest int, same bool) {
	same = true
	lengths := make([]int, len(e.Sub))
	for i, sub := range e.Sub {
		n, ok := measure(sub)
		lengths[i] = n
		same = same && ok
		if n == 0 && (e.Op == syntax.OpStar || e.Op == syntax.OpPlus || e.Op == syntax.OpQuest || e.Op == syntax.OpRepeat) {
			same = false
		}
	}
	switch e.Op {
	case syntax.OpLiteral:
		return len(e.Rune), same
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, same
	case syntax.OpCapture, syntax.OpPlus:
		return lengths[0], same
	case syntax.OpRepeat:
		return e.Min * lengths[0], same
	case syntax.OpConcat:
		for _, n := range lengths {
			shortest += n
		}
		return shortest, same
	case syntax.OpAlternate:
		shortest = lengths[0]
		for _, n := range lengths {
			shortest = min(shortest, n)
		}
		return shortest, same
	}
	return 0, same
}

func (l *linear) fits(s *subject) bool {
	return s.ascii && !(l.newline && strings.HasSuffix(s.text, "\n"))
}

func (l *linear) find(s *subject) *found {
	at := l.regexp.FindStringSubmatchIndex(s.text)
	if at == nil {
		return nil
	}
	return l.found(at)
}

// findAll is every match of a text that fits.
func (l *linear) findAll(s *subject, limit int) []*found {
	var list []*found
	for _, at := range l.regexp.FindAllStringSubmatchIndex(s.text, limit) {
		list = append(list, l.found(at))
	}
	return list
}

func (l *linear) found(at []int) *found {
	f := &found{index: at[0], length: at[1] - at[0]}
	if len(l.order) == 0 {
		return f
	}
	f.groups = make([][]int, len(l.order))
	for i, place := range l.order {
		if start := at[2*place]; start >= 0 {
			f.groups[i] = []int{start, at[2*place+1] - start}
		}
	}
	return f
}
