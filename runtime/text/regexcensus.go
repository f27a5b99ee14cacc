package text

import "strconv"

// groupCensus is which capturing groups a pattern has. Numbers that are written out and those of plain groups, which count from 1, share
// one space; named groups get the numbers that are left, in the order of their names' first appearance (oracle/strings, section 8).
type groupCensus struct {
	numbers map[int]bool
	names   map[string]int
	queue   []string // names that have no number yet
	plain   int
}

func newGroupCensus() groupCensus {
	return groupCensus{numbers: map[int]bool{0: true}, names: map[string]int{}}
}

func (g *groupCensus) addPlain() {
	g.plain++
	g.numbers[g.plain] = true
}

func (g *groupCensus) addName(name string) {
	if _, known := g.names[name]; !known {
		g.names[name] = 0
		g.queue = append(g.queue, name)
	}
}

// close numbers the names.
func (g *groupCensus) close() {
	n := g.plain
	for _, name := range g.queue {
		for n++; g.numbers[n]; n++ {
		}
		g.names[name], g.numbers[n] = n, true
	}
}

// takeCensus reads the pattern for its groups alone. Classes, escapes and comments are read only because they may hold parentheses.
func (s *regexScanner) takeCensus() {
	for s.more() {
		switch s.next() {
		case '\\':
			if s.more() {
				s.escape()
			}
		case '[':
			s.class()
		case '#':
			if s.expanded() {
				s.at--
				s.blanks()
			}
		case '(':
			s.listGroup()
		case ')':
			if len(s.outside) > 0 {
				s.leave()
			}
		}
	}
	s.groups.close()
}

// listGroup takes note of the group whose parenthesis was just read.
func (s *regexScanner) listGroup() {
	switch {
	case s.peek(0) != '?':
		s.enter()
		if s.options&ExplicitCapture == 0 {
			s.groups.addPlain()
		}
	case s.peek(1) == '#':
		s.at--
		s.blanks()
	default:
		s.enter()
		s.at++
		s.listMarked()
	}
}

// listMarked goes on behind "(?". A condition has a parenthesis of its own, which is no plain group; with a mark it may still be another.
func (s *regexScanner) listMarked() {
	for {
		mark := s.peek(0)
		if (mark == '<' || mark == '\'') && s.at+1 < len(s.units) {
			s.at++
			s.listName()
			return
		}
		s.inlineOptions()
		switch s.peek(0) {
		case ')': // (?i) holds for the rest of the group around it
			s.at++
			s.outside = s.outside[:len(s.outside)-1]
			return
		case '(':
			s.at++
			s.enter()
			if s.peek(0) != '?' {
				return
			}
			s.at++
		default:
			return
		}
	}
}

func (s *regexScanner) listName() {
	switch c := s.peek(0); {
	case c == '0' || !isRegexWord(c):
	case isDigitUnit(c):
		s.groups.numbers[s.decimal()] = true
	default:
		s.groups.addName(s.word())
	}
}

func (s *regexScanner) wantNumber(n int) {
	if !s.groups.numbers[n] {
		s.fail(regexUndefinedNumber, strconv.Itoa(n))
	}
}

func (s *regexScanner) wantName(name string) {
	if _, ok := s.groups.names[name]; !ok {
		s.fail(regexUndefinedName, name)
	}
}
