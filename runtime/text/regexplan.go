package text

import "strconv"

// regexPlan is what the scanner learns of a pattern: its groups, and how it may be matched faster than by backtracking.
type regexPlan struct {
	groups   []regexGroup // by number; the whole match is the first
	captures []int        // the numbers of the capturing groups, as they open

	backtracking string // the pattern for regexp2

	pure       bool       // nothing but a literal, perhaps anchored, or a choice between literals
	texts      [][]uint16 // those literals
	atStart    bool       // ^ or \A before it
	atEnd      regexEnd
	ignoreCase bool
	mixedCase  bool // parts of the pattern differ in whether case counts
	seen       bool // ignoreCase is known

	run      []uint16 // the literal that is being read at the top level
	required []uint16 // the longest literal that every match holds
	inGroup  int
	branches bool // alternation at the top level

	linear  bool   // Go's engine matches the same
	source  []byte // the pattern for Go's engine
	newline bool   // … unless the text ends in a line feed
	open    bool   // the pattern begins with a class or a dot, so there is no literal to look for
	items   int
	spans   []regexSpan // open groups
	last    regexSpan   // the item read last
}

type regexGroup struct {
	number int
	name   string
	named  bool
}

// regexEnd is what a literal pattern demands of the end of its match.
type regexEnd uint8

const (
	endAnywhere regexEnd = iota
	endDollar            // $ or \Z: the end, or before a last line feed
	endStrict            // \z
)

// regexSpan is a group or an item of the pattern for Go's engine.
type regexSpan struct {
	captures bool // it holds a capturing group
}

func (p *regexPlan) start(options RegexOptions) {
	rightToLeft := options&(RightToLeft|ECMAScript) != 0
	*p = regexPlan{pure: !rightToLeft, linear: !rightToLeft}
}

func (p *regexPlan) finish(s *regexScanner) {
	if p.branches {
		p.texts = append(p.texts, p.run)
		p.required = nil
	} else {
		p.endRun()
		p.texts = append(p.texts, p.required)
	}
	p.groups = s.groupList()
	p.backtracking = s.rewritten()
}

func (p *regexPlan) casing(options RegexOptions) {
	ignore := options&IgnoreCase != 0
	if p.seen && ignore != p.ignoreCase {
		p.mixedCase, p.linear, p.pure = true, false, false
	}
	p.seen, p.ignoreCase = true, ignore
}

func (p *regexPlan) literal(u uint16, options RegexOptions) {
	p.casing(options)
	if p.atEnd != endAnywhere {
		p.pure = false
	}
	if u >= 0xd800 && u < 0xe000 || u >= 0x80 && p.ignoreCase {
		p.pure = false
		p.endRun()
	} else if p.inGroup == 0 {
		p.run = append(p.run, u)
	}
	if u >= 0x80 {
		p.linear = false
	} else {
		p.source = appendGoUnit(p.source, u)
	}
	p.item(regexSpan{})
}

// endRun ends a run of literal characters and keeps the longest.
func (p *regexPlan) endRun() {
	if len(p.run) > len(p.required) {
		p.required = p.run
	}
	p.run = nil
}

func (p *regexPlan) item(span regexSpan) {
	p.items++
	p.last = span
}

func (p *regexPlan) notLiteral() {
	p.pure = false
	p.endRun()
}

// reject gives the item up for Go's engine.
func (p *regexPlan) reject() {
	p.notLiteral()
	p.linear = false
	p.item(regexSpan{})
}

func (p *regexPlan) class(set *regexSet, options RegexOptions) {
	p.casing(options)
	p.notLiteral()
	if p.items == 0 {
		p.open = true
	}
	if set.odd || len(set.out) == 0 {
		p.linear = false
	} else {
		p.source = append(p.source, '[')
		if set.negated {
			p.source = append(p.source, '^')
		}
		p.source = append(append(p.source, set.out...), ']')
	}
	p.item(regexSpan{})
}

func (p *regexPlan) dot(options RegexOptions) {
	p.notLiteral()
	if p.items == 0 {
		p.open = true
	}
	if options&Singleline != 0 {
		p.source = append(p.source, `(?s:.)`...)
	} else {
		p.source = append(p.source, `[^\n]`...)
	}
	p.item(regexSpan{})
}

func (p *regexPlan) anchor(c uint16, options RegexOptions) {
	multiline := options&Multiline != 0
	switch {
	case multiline:
		p.notLiteral()
		p.source = append(append(append(p.source, "(?m:"...), byte(c)), ')')
	case c == '^':
		p.begin()
		return
	default:
		p.end(endDollar)
		return
	}
	p.item(regexSpan{})
}

// begin is ^ or \A.
func (p *regexPlan) begin() {
	if p.items > 0 || p.inGroup > 0 {
		p.notLiteral()
	} else {
		p.atStart = true
	}
	p.source = append(p.source, `\A`...)
	p.item(regexSpan{})
}

// end is $, \Z or \z.
func (p *regexPlan) end(end regexEnd) {
	if p.atEnd != endAnywhere || p.inGroup > 0 || p.branches {
		p.pure = false
	}
	if p.inGroup == 0 {
		p.atEnd = end
	}
	if end == endDollar {
		p.newline = true
	}
	p.endRun()
	p.source = append(p.source, `\z`...)
	p.item(regexSpan{})
}

func (p *regexPlan) escape(e regexEscape, options RegexOptions) {
	switch e.kind {
	case escapedUnit:
		p.literal(e.unit, options)
	case escapedClass:
		p.notLiteral()
		if p.items == 0 {
			p.open = true
		}
		switch e.unit {
		case 's':
			p.source = append(p.source, `[\t-\r ]`...)
		case 'S':
			p.source = append(p.source, `[^\t-\r ]`...)
		default:
			p.source = append(p.source, '\\', byte(e.unit))
		}
		p.item(regexSpan{})
	case escapedAnchor:
		switch e.unit {
		case 'A':
			p.begin()
		case 'Z':
			p.end(endDollar)
		case 'z':
			p.end(endStrict)
		case 'b', 'B':
			p.notLiteral()
			p.source = append(p.source, '\\', byte(e.unit))
			p.item(regexSpan{})
		default:
			p.reject()
		}
	default:
		p.reject()
	}
}

// alternative is a |.
func (p *regexPlan) alternative() {
	if p.pure && !p.atStart && p.atEnd == endAnywhere {
		p.texts = append(p.texts, p.run)
		p.run = nil
	} else {
		p.notLiteral()
	}
	p.atStart = false
	if p.inGroup == 0 {
		p.branches = true
	}
	p.source = append(p.source, '|')
	p.items++
}

// openGroup opens a group that does not capture; Go's engine has none for an empty syntax.
func (p *regexPlan) openGroup(syntax string) {
	p.notLiteral()
	p.inGroup++
	p.spans = append(p.spans, regexSpan{})
	if syntax == "" {
		p.linear = false
	}
	p.source = append(p.source, syntax...)
}

func (p *regexPlan) openCapture(number int) {
	p.openGroup("(")
	for _, n := range p.captures {
		if n == number {
			p.linear = false
		}
	}
	p.captures = append(p.captures, number)
	p.spans[len(p.spans)-1].captures = true
}

func (p *regexPlan) closeGroup() {
	p.endRun()
	p.inGroup--
	span := p.spans[len(p.spans)-1]
	p.spans = p.spans[:len(p.spans)-1]
	if span.captures && len(p.spans) > 0 {
		p.spans[len(p.spans)-1].captures = true
	}
	p.source = append(p.source, ')')
	p.item(span)
}

// quantifier repeats the last item; high is -1 without a limit.
func (p *regexPlan) quantifier(low, high int, lazy bool) {
	p.pure = false
	if n := len(p.run); n > 0 {
		p.run = p.run[:n-1]
	}
	p.endRun()
	if p.items == 1 {
		p.atStart = false
	}
	if p.last.captures && high != 1 {
		// Go's engine keeps only the last capture of a group.
		p.linear = false
	}
	p.source = appendQuantifier(p.source, low, high, lazy)
}

func appendQuantifier(out []byte, low, high int, lazy bool) []byte {
	switch {
	case low == 0 && high < 0:
		out = append(out, '*')
	case low == 1 && high < 0:
		out = append(out, '+')
	case low == 0 && high == 1:
		out = append(out, '?')
	default:
		out = strconv.AppendInt(append(out, '{'), int64(low), 10)
		if high != low {
			out = append(out, ',')
			if high > 0 {
				out = strconv.AppendInt(out, int64(high), 10)
			}
		}
		out = append(out, '}')
	}
	if lazy {
		out = append(out, '?')
	}
	return out
}
