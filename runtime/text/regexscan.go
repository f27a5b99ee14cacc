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
	// enclosing are the options that hold outside each group that is open.
	enclosing []RegexOptions
	surveying bool // the first pass

	numbers    map[int]bool   // of all groups
	names      map[string]int // -1 until numbered
	ordered    []string       // names as they come
	nextNumber int            // of a group without a name
	condition  bool           // the next parenthesis is the condition of (?(…)…|…), which captures nothing by itself

	edits []regexEdit
	plan  regexPlan
}

// regexFailure carries an error from wherever the scanner meets it.
type regexFailure struct{ err error }

// scanRegex validates a pattern and plans how to match it.
func scanRegex(pattern string, options RegexOptions) (plan *regexPlan, err error) {
	s := &regexScanner{pattern: pattern, units: ToUtf16(pattern), numbers: map[int]bool{0: true}, names: map[string]int{}, nextNumber: 1}
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(regexFailure)
			if !ok {
				panic(r)
			}
			plan, err = nil, failure.err
		}
	}()
	s.begin(options, true)
	s.surveyGroups()
	s.numberNames()
	s.begin(options, false)
	s.plan.start(options)
	s.sequence()
	s.plan.finish(s)
	return &s.plan, nil
}

// begin starts one of the two passes.
func (s *regexScanner) begin(options RegexOptions, surveying bool) {
	s.at, s.options, s.enclosing = 0, options, nil
	s.surveying, s.nextNumber, s.condition = surveying, 1, false
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

// surveyGroups is the first pass: it only wants to know which groups there are.
func (s *regexScanner) surveyGroups() {
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
			if n := len(s.enclosing); n > 0 {
				s.options, s.enclosing = s.enclosing[n-1], s.enclosing[:n-1]
			}
		case '(':
			s.surveyGroup()
		}
	}
}

// surveyGroup looks at what follows an opening parenthesis and notes the group that it opens, if it captures.
func (s *regexScanner) surveyGroup() {
	condition := s.condition
	s.condition = false
	if s.peek(0) == '?' && s.peek(1) == '#' {
		s.condition = condition
		s.at--
		s.blanks()
		return
	}
	s.enclosing = append(s.enclosing, s.options)
	switch mark := s.peek(1); {
	case s.peek(0) != '?':
		if !condition && s.options&ExplicitCapture == 0 {
			s.numbers[s.nextNumber] = true
			s.nextNumber++
		}
	case (mark == '<' || mark == '\'') && s.at+2 < len(s.units):
		s.at += 2
		s.surveyName()
	default:
		s.at++
		s.inlineOptions()
		switch s.peek(0) {
		case ')': // options for what follows: no group was opened
			s.at++
			s.enclosing = s.enclosing[:len(s.enclosing)-1]
		case '(':
			s.condition = true
		}
	}
}

// surveyName notes the name or number of a group; what cannot be one is left to the second pass.
func (s *regexScanner) surveyName() {
	c := s.peek(0)
	switch {
	case c == '0' || !isRegexWord(c):
	case isDigitUnit(c):
		s.numbers[s.decimal()] = true
	default:
		name := s.word()
		if _, known := s.names[name]; !known {
			s.names[name] = -1
			s.ordered = append(s.ordered, name)
		}
	}
}

// numberNames numbers the named groups after the others.
func (s *regexScanner) numberNames() {
	n := s.nextNumber
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
