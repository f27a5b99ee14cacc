package text

import (
	"regexp/syntax"
	"strings"
)

// direct is the tier of patterns that can be read from left to right without ever going back: at each place the next byte alone tells
// whether a loop goes on, an optional part is there, or which alternative is meant. Most patterns of scripts are such: digits after a
// prefix, anything but digits, separators. It is for ASCII texts, like linear.
type direct struct {
	steps    []directStep
	first    byteSet // of the bytes that a match can begin with; full if it can be empty
	atStart  bool
	newline  bool  // texts that end in a line feed are excluded
	order    []int // for each of .NET's groups but the first, its index among the pattern's parentheses
	captures int
}

// directStep is one step of the program.
type directStep struct {
	kind     directKind
	set      byteSet
	text     string
	low, jmp int
	high     int // -1 without a limit
}

type directKind uint8

const (
	directSet   directKind = iota // between low and high bytes of set
	directText                    // text as it is
	directMaybe                   // go to jmp unless the next byte is in set
	directJump                    // go to jmp
	directSave                    // note the position in slot low
	directEnd                     // the end of the text
	directBegin                   // its beginning
)

// byteSet is a set of ASCII characters.
type byteSet [2]uint64

func (s *byteSet) add(b byte)      { s[b>>6] |= 1 << (b & 63) }
func (s *byteSet) has(b byte) bool { return b < 0x80 && s[b>>6]&(1<<(b&63)) != 0 }

func (s byteSet) union(t byteSet) byteSet { return byteSet{s[0] | t[0], s[1] | t[1]} }
func (s byteSet) disjoint(t byteSet) bool { return s[0]&t[0] == 0 && s[1]&t[1] == 0 }

// follow is what can stand at a place: bytes, the end of the text, or anything, where the match is complete.
type follow struct {
	bytes    byteSet
	end, any bool
}

// newDirect is nil where the pattern is none of these.
func newDirect(plan *regexPlan, l *linear, tree *syntax.Regexp) *direct {
	d := &direct{newline: plan.newline, order: l.order, captures: tree.MaxCap()}
	c := directCompiler{d: d}
	done := follow{any: true}
	if !c.emit(tree, done, 0) {
		return nil
	}
	first := firstOf(tree, done)
	d.first = first.bytes
	if first.any || first.end {
		d.first = byteSet{^uint64(0), ^uint64(0)}
	}
	d.atStart = len(d.steps) > 0 && d.steps[0].kind == directBegin
	if !d.atStart && (first.any || first.end) {
		return nil
	}
	return d
}

// setOf is the set of bytes that an expression for one character takes; false for other expressions.
func setOf(e *syntax.Regexp) (set byteSet, ok bool) {
	switch e.Op {
	case syntax.OpLiteral:
		if len(e.Rune) != 1 {
			return set, false
		}
		return literalSet(e.Rune[0], e.Flags), e.Rune[0] < 0x80
	case syntax.OpCharClass:
		for i := 0; i < len(e.Rune); i += 2 {
			for r := e.Rune[i]; r <= e.Rune[i+1] && r < 0x80; r++ {
				set.add(byte(r))
			}
		}
		return set, true
	case syntax.OpAnyChar:
		return byteSet{^uint64(0), ^uint64(0)}, true
	case syntax.OpAnyCharNotNL:
		return byteSet{^uint64(1 << '\n'), ^uint64(0)}, true
	}
	return set, false
}

func literalSet(r rune, flags syntax.Flags) (set byteSet) {
	if r >= 0x80 {
		return set
	}
	b := byte(r)
	set.add(b)
	if flags&syntax.FoldCase != 0 && isLetterByte(b) {
		set.add(b ^ 0x20)
	}
	return set
}

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// firstOf is what can stand where e begins, when after follows it.
func firstOf(e *syntax.Regexp, after follow) follow {
	if set, ok := setOf(e); ok {
		return follow{bytes: set}
	}
	switch e.Op {
	case syntax.OpLiteral:
		return follow{bytes: literalSet(e.Rune[0], e.Flags)}
	case syntax.OpCapture, syntax.OpPlus:
		return firstOf(e.Sub[0], after)
	case syntax.OpStar, syntax.OpQuest:
		return either(firstOf(e.Sub[0], after), after)
	case syntax.OpRepeat:
		if e.Min == 0 {
			return either(firstOf(e.Sub[0], after), after)
		}
		return firstOf(e.Sub[0], after)
	case syntax.OpConcat:
		for i := len(e.Sub) - 1; i >= 0; i-- {
			after = firstOf(e.Sub[i], after)
		}
		return after
	case syntax.OpAlternate:
		var all follow
		for _, sub := range e.Sub {
			all = either(all, firstOf(sub, after))
		}
		return all
	case syntax.OpEndText:
		return follow{end: true}
	}
	return after
}

func either(a, b follow) follow {
	return follow{a.bytes.union(b.bytes), a.end || b.end, a.any || b.any}
}

// maxDirectSteps bounds the program.
const maxDirectSteps = 200

type directCompiler struct{ d *direct }

func (c *directCompiler) add(s directStep) int {
	c.d.steps = append(c.d.steps, s)
	return len(c.d.steps) - 1
}

// emit compiles e before after; false if the next byte would not decide.
func (c *directCompiler) emit(e *syntax.Regexp, after follow, depth int) bool {
	if len(c.d.steps) > maxDirectSteps || depth > maxRegexNesting || e.Flags&syntax.NonGreedy != 0 && e.Op >= syntax.OpStar && e.Op <= syntax.OpRepeat {
		return false
	}
	if set, ok := setOf(e); ok {
		c.add(directStep{kind: directSet, set: set, low: 1, high: 1})
		return true
	}
	switch e.Op {
	case syntax.OpEmptyMatch:
		return true
	case syntax.OpLiteral:
		return c.literal(e)
	case syntax.OpBeginText:
		c.add(directStep{kind: directBegin})
		return len(c.d.steps) == 1
	case syntax.OpEndText:
		c.add(directStep{kind: directEnd})
		return true
	case syntax.OpCapture:
		c.add(directStep{kind: directSave, low: 2 * e.Cap})
		if !c.emit(e.Sub[0], after, depth+1) {
			return false
		}
		c.add(directStep{kind: directSave, low: 2*e.Cap + 1})
		return true
	case syntax.OpConcat:
		for i, sub := range e.Sub {
			rest := after
			for j := len(e.Sub) - 1; j > i; j-- {
				rest = firstOf(e.Sub[j], rest)
			}
			if !c.emit(sub, rest, depth+1) {
				return false
			}
		}
		return true
	case syntax.OpStar:
		return c.loop(e.Sub[0], 0, -1, after, depth)
	case syntax.OpPlus:
		return c.loop(e.Sub[0], 1, -1, after, depth)
	case syntax.OpRepeat:
		return c.loop(e.Sub[0], e.Min, e.Max, after, depth)
	case syntax.OpQuest:
		return c.optional(e.Sub[0], after, depth)
	case syntax.OpAlternate:
		return c.alternatives(e.Sub, after, depth)
	}
	return false
}

func (c *directCompiler) literal(e *syntax.Regexp) bool {
	for _, r := range e.Rune {
		if r >= 0x80 {
			return false
		}
	}
	if e.Flags&syntax.FoldCase == 0 {
		c.add(directStep{kind: directText, text: string(e.Rune)})
		return true
	}
	for _, r := range e.Rune {
		c.add(directStep{kind: directSet, set: literalSet(r, e.Flags), low: 1, high: 1})
	}
	return true
}

// loop is e between low and high times. A loop over one character is one step; of larger ones only those without limits are taken.
func (c *directCompiler) loop(e *syntax.Regexp, low, high int, after follow, depth int) bool {
	if set, ok := setOf(e); ok {
		c.add(directStep{kind: directSet, set: set, low: low, high: high})
		return low == high || set.disjoint(after.bytes)
	}
	if high >= 0 || low > 1 {
		return false
	}
	again := firstOf(e, follow{})
	inner := either(again, after)
	if low == 1 && !c.emit(e, inner, depth+1) {
		return false
	}
	if !decides(again, after) {
		return false
	}
	head := c.add(directStep{kind: directMaybe, set: again.bytes})
	if !c.emit(e, inner, depth+1) {
		return false
	}
	c.add(directStep{kind: directJump, jmp: head})
	c.d.steps[head].jmp = len(c.d.steps)
	return true
}

// decides tells whether a byte of first means that the part before after is there: without it the match could not go on.
func decides(first, after follow) bool {
	return !first.any && !first.end && !after.any && first.bytes.disjoint(after.bytes)
}

func (c *directCompiler) optional(e *syntax.Regexp, after follow, depth int) bool {
	first := firstOf(e, follow{})
	if set, ok := setOf(e); ok {
		c.add(directStep{kind: directSet, set: set, low: 0, high: 1})
		return set.disjoint(after.bytes)
	}
	if !decides(first, after) {
		return false
	}
	at := c.add(directStep{kind: directMaybe, set: first.bytes})
	if !c.emit(e, after, depth+1) {
		return false
	}
	c.d.steps[at].jmp = len(c.d.steps)
	return true
}

func (c *directCompiler) alternatives(list []*syntax.Regexp, after follow, depth int) bool {
	var seen byteSet
	var exits []int
	for i, e := range list {
		first := firstOf(e, after)
		last := i == len(list)-1
		if first.any || first.end && !last || !first.bytes.disjoint(seen) {
			return false
		}
		seen = seen.union(first.bytes)
		at := -1
		if !last {
			at = c.add(directStep{kind: directMaybe, set: first.bytes})
		}
		if !c.emit(e, after, depth+1) {
			return false
		}
		if !last {
			exits = append(exits, c.add(directStep{kind: directJump}))
			c.d.steps[at].jmp = len(c.d.steps)
		}
	}
	for _, at := range exits {
		c.d.steps[at].jmp = len(c.d.steps)
	}
	return true
}

func (d *direct) fits(s *subject) bool {
	return s.ascii && !(d.newline && strings.HasSuffix(s.text, "\n"))
}

// effort bounds the bytes that a search may look at, as a multiple of the text's length: a pattern that reads far at every place and
// fails is left to the tier that is linear.
const effort = 16

// find is the first match at or after from in a text that fits, nil if there is none; ok is false if the search was given up.
func (d *direct) find(s *subject, from int) (f *found, ok bool) {
	budget := effort*len(s.text) + 256
	for i := from; i <= len(s.text); i++ {
		if d.atStart && i > 0 {
			break
		}
		if !d.atStart {
			for i < len(s.text) && !d.first.has(s.text[i]) {
				i++
			}
			if i == len(s.text) {
				break
			}
		}
		slots := s.slotsFor(d.captures)
		end, reached := d.run(s.text, i, slots)
		if end >= 0 {
			return d.result(s, i, end, slots), true
		}
		if budget -= reached - i; budget < 0 {
			return nil, false
		}
	}
	return nil, true
}

func (d *direct) result(s *subject, start, end int, slots []int) *found {
	s.last = found{index: start, length: end - start, groups: s.last.groups[:0]}
	for _, place := range d.order {
		span := slots[2*place : 2*place+2 : 2*place+2]
		if span[0] < 0 {
			s.last.groups = append(s.last.groups, nil)
			continue
		}
		span[1] -= span[0]
		s.last.groups = append(s.last.groups, span)
	}
	return &s.last
}

// run matches at one place: the end of the match or -1, and how far it looked.
func (d *direct) run(text string, at int, slots []int) (end, reached int) {
	for pc := 0; pc < len(d.steps); pc++ {
		step := &d.steps[pc]
		switch step.kind {
		case directSet:
			n := 0
			for n != step.high && at < len(text) && step.set.has(text[at]) {
				n++
				at++
			}
			if n < step.low {
				return -1, at + 1
			}
		case directText:
			if !strings.HasPrefix(text[at:], step.text) {
				return -1, at + 1
			}
			at += len(step.text)
		case directMaybe:
			if at == len(text) || !step.set.has(text[at]) {
				pc = step.jmp - 1
			}
		case directJump:
			pc = step.jmp - 1
		case directSave:
			slots[step.low] = at
		case directEnd:
			if at != len(text) {
				return -1, at + 1
			}
		case directBegin:
			if at != 0 {
				return -1, at + 1
			}
		}
	}
	return at, at + 1
}
