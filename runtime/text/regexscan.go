package text

import (
	"math"
	"strings"
	"unicode"
)

// maxRegexNesting bounds groups within groups.
const maxRegexNesting = 500

// regexScanner reads a pattern with .NET's syntax. It finds what is wrong with it, which groups it has, and what the choice of an
// engine depends on. A reference may stand before its group, so the pattern is read twice: for a census of the groups, then in full.
type regexScanner struct {
	pattern string
	units   []uint16
	at      int
	options RegexOptions
	outside []RegexOptions // for each open group those to return to
	listing bool           // the census is being taken: mistakes are left to the full reading

	groups   groupCensus
	captures int // plain groups so far in the full reading

	edits []regexEdit
	plan  regexPlan
}

// regexFailure carries an error from wherever the scanner meets it.
type regexFailure struct{ err error }

// scanRegex validates a pattern and plans how to match it.
func scanRegex(pattern string, options RegexOptions) (plan *regexPlan, err error) {
	s := &regexScanner{pattern: pattern, units: ToUtf16(pattern), groups: newGroupCensus()}
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(regexFailure)
			if !ok {
				panic(r)
			}
			plan, err = nil, failure.err
		}
	}()
	s.options, s.listing = options, true
	s.takeCensus()
	s.at, s.options, s.outside, s.listing = 0, options, nil, false
	s.plan.start(options)
	s.sequence()
	s.plan.finish(s)
	return &s.plan, nil
}

func (s *regexScanner) fail(what string, argument ...string) {
	for _, a := range argument {
		what = strings.Replace(what, "%s", a, 1)
	}
	panic(regexFailure{regexError(s.pattern, s.at, what)})
}

func (s *regexScanner) more() bool { return s.at < len(s.units) }

// next is the next unit, which is consumed.
func (s *regexScanner) next() uint16 {
	s.at++
	return s.units[s.at-1]
}

// peek is the unit so many places ahead, 0 at the end.
func (s *regexScanner) peek(ahead int) uint16 {
	if s.at+ahead < len(s.units) {
		return s.units[s.at+ahead]
	}
	return 0
}

// enter and leave keep the options of the text around a group.
func (s *regexScanner) enter() { s.outside = append(s.outside, s.options) }

func (s *regexScanner) leave() {
	n := len(s.outside) - 1
	s.options, s.outside = s.outside[n], s.outside[:n]
}

func (s *regexScanner) expanded() bool { return s.options&IgnorePatternWhitespace != 0 }

func isDigitUnit(u uint16) bool { return u >= '0' && u <= '9' }

// isRegexWord is \w as .NET defines it for group names and escapes.
func isRegexWord(u uint16) bool {
	r := rune(u)
	if r < 0x80 {
		return r == '_' || r|0x20 >= 'a' && r|0x20 <= 'z' || isDigitUnit(u)
	}
	return unicode.In(r, unicode.L, unicode.Mn, unicode.Nd, unicode.Pc) || r == 0x200c || r == 0x200d
}

// blanks skips comments, and white space in expanded patterns.
func (s *regexScanner) blanks() {
	for {
		if s.expanded() {
			for s.more() && isRegexBlank(s.units[s.at]) {
				s.at++
			}
			if s.peek(0) == '#' {
				for s.more() && s.units[s.at] != '\n' {
					s.at++
				}
				continue
			}
		}
		if s.peek(0) != '(' || s.peek(1) != '?' || s.peek(2) != '#' {
			return
		}
		for s.more() && s.units[s.at] != ')' {
			s.at++
		}
		if !s.more() {
			s.fail(regexUnterminatedComment)
		}
		s.at++
	}
}

func isRegexBlank(u uint16) bool { return u == ' ' || u >= '\t' && u <= '\r' && u != '\v' }

// decimal reads digits.
func (s *regexScanner) decimal() int {
	n := 0
	for s.more() && isDigitUnit(s.units[s.at]) {
		n = n*10 + int(s.next()-'0')
		if n > math.MaxInt32 {
			s.fail(regexGroupOutOfRange)
		}
	}
	return n
}

// word reads a group name.
func (s *regexScanner) word() string {
	start := s.at
	for s.more() && isRegexWord(s.units[s.at]) {
		s.at++
	}
	return FromUtf16(s.units[start:s.at])
}

// inlineOptions reads the letters of (?imnsx-imnsx).
func (s *regexScanner) inlineOptions() {
	off := false
	for ; s.more(); s.at++ {
		var option RegexOptions
		switch s.units[s.at] {
		case '-':
			off = true
			continue
		case '+':
			off = false
			continue
		case 'i', 'I':
			option = IgnoreCase
		case 'm', 'M':
			option = Multiline
		case 'n', 'N':
			option = ExplicitCapture
		case 's', 'S':
			option = Singleline
		case 'x', 'X':
			option = IgnorePatternWhitespace
		default:
			return
		}
		if off {
			s.options &^= option
		} else {
			s.options |= option
		}
	}
}
