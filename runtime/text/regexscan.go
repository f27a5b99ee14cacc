package text

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// maxRegexNesting bounds groups within groups.
const maxRegexNesting = 500

// regexScanner reads a pattern as .NET does. It finds what is wrong with it, which groups it has, and what the choice of an
// engine depends on. It makes two passes: the first notes the groups, the second reads everything.
type regexScanner struct {
	pattern string
	units   []uint16
	at      int
	options RegexOptions
	saved   []RegexOptions // options outside each open group
	counts  bool           // the first pass

	numbers         map[int]bool
	names           map[string]int
	ordered         []string // names as they come
	automatic       int
	ignoreNextParen bool

	edits []regexEdit
	plan  regexPlan
}

// regexFailure carries an error from wherever the scanner meets it.
type regexFailure struct{ err error }

// scanRegex validates a pattern and plans how to match it.
func scanRegex(pattern string, options RegexOptions) (plan *regexPlan, err error) {
	s := &regexScanner{pattern: pattern, units: ToUtf16(pattern), numbers: map[int]bool{0: true}, names: map[string]int{}, automatic: 1}
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(regexFailure)
			if !ok {
				panic(r)
			}
			plan, err = nil, failure.err
		}
	}()
	s.options, s.counts = options, true
	s.countGroups()
	s.assignNames()
	s.at, s.options, s.saved, s.counts, s.automatic, s.ignoreNextParen = 0, options, nil, false, 1, false
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

// countGroups is the first pass.
func (s *regexScanner) countGroups() {
	for s.more() {
		switch s.next() {
		case '\\':
			if s.more() {
				s.escape()
			}
		case '#':
			if s.expanded() {
				s.at--
				s.blanks()
			}
		case '[':
			s.class()
		case ')':
			if n := len(s.saved); n > 0 {
				s.options, s.saved = s.saved[n-1], s.saved[:n-1]
			}
		case '(':
			s.countGroup()
		}
	}
}

func (s *regexScanner) countGroup() {
	if s.peek(0) == '?' && s.peek(1) == '#' {
		s.at--
		s.blanks()
		return
	}
	s.saved = append(s.saved, s.options)
	if s.peek(0) != '?' {
		if s.options&ExplicitCapture == 0 && !s.ignoreNextParen {
			s.numbers[s.automatic] = true
			s.automatic++
		}
		s.ignoreNextParen = false
		return
	}
	s.at++
	if open := s.peek(0); s.at+1 < len(s.units) && (open == '<' || open == '\'') {
		s.at++
		switch c := s.peek(0); {
		case c == '0' || !isRegexWord(c):
		case isDigitUnit(c):
			s.numbers[s.decimal()] = true
		default:
			name := s.word()
			if _, ok := s.names[name]; !ok {
				s.names[name] = -1
				s.ordered = append(s.ordered, name)
			}
		}
	} else {
		s.inlineOptions()
		switch s.peek(0) {
		case ')':
			s.at++
			s.saved = s.saved[:len(s.saved)-1]
		case '(':
			s.ignoreNextParen = true
			return
		}
	}
	s.ignoreNextParen = false
}

// assignNames numbers the named groups after the others.
func (s *regexScanner) assignNames() {
	n := s.automatic
	for _, name := range s.ordered {
		for s.numbers[n] {
			n++
		}
		s.names[name] = n
		s.numbers[n] = true
		n++
	}
}

func (s *regexScanner) wantNumber(n int) {
	if !s.numbers[n] {
		s.fail(regexUndefinedNumber, strconv.Itoa(n))
	}
}

func (s *regexScanner) wantName(name string) {
	if _, ok := s.names[name]; !ok {
		s.fail(regexUndefinedName, name)
	}
}
