package text

import "strconv"

// group reads what follows an opening parenthesis. It reports false for (?i), which sets options and opens no group.
func (s *regexScanner) group() bool {
	if s.peek(0) != '?' || s.peek(1) == ')' {
		if s.options&ExplicitCapture != 0 {
			s.plan.openGroup("(?:")
			return true
		}
		s.captures++
		s.plan.openCapture(s.captures)
		return true
	}
	s.at++
	if !s.more() {
		s.fail(regexGrouping)
	}
	switch c := s.next(); c {
	case ':':
		s.plan.openGroup("(?:")
		return true
	case '=', '!', '>':
		s.plan.openGroup("")
		return true
	case '\'', '<':
		s.namedGroup(c)
		return true
	case '(':
		s.conditional()
		return true
	}
	s.at--
	s.inlineOptions()
	if !s.more() {
		s.fail(regexGrouping)
	}
	switch s.next() {
	case ')':
		return false
	case ':':
		s.plan.openGroup("(?:")
		return true
	}
	s.fail(regexGrouping)
	return false
}

// namedGroup reads (?<name>, (?'name', (?<name-other>, (?<= and (?<!.
func (s *regexScanner) namedGroup(open uint16) {
	if !s.more() {
		s.fail(regexGrouping)
	}
	closing := uint16('>')
	if open == '\'' {
		closing = '\''
	}
	if c := s.peek(0); c == '=' || c == '!' {
		s.at++
		if closing == '\'' {
			s.fail(regexGrouping)
		}
		s.plan.openGroup("")
		return
	}
	endsName := func() {
		if s.more() && s.peek(0) != closing && s.peek(0) != '-' {
			s.fail(regexGroupName)
		}
	}
	number, balancing := -1, false
	switch c := s.peek(0); {
	case isDigitUnit(c):
		number = s.decimal()
		endsName()
		if number == 0 {
			s.fail(regexGroupZero)
		}
	case isRegexWord(c):
		number = s.groups.names[s.word()]
		endsName()
	case c != '-':
		s.fail(regexGroupName)
	}
	if s.peek(0) == '-' && s.at+1 < len(s.units) {
		s.at++
		balancing = true
		switch c := s.peek(0); {
		case isDigitUnit(c):
			s.wantNumber(s.decimal())
		case isRegexWord(c):
			s.wantName(s.word())
		default:
			s.fail(regexGroupName)
		}
		if s.more() && s.peek(0) != closing {
			s.fail(regexGroupName)
		}
	}
	if !s.more() || s.next() != closing {
		s.fail(regexGrouping)
	}
	if balancing || number < 0 {
		s.plan.openGroup("")
		return
	}
	s.plan.openCapture(number)
}

// conditional reads the start of (?(1)…), (?(name)…) or (?(expression)…).
func (s *regexScanner) conditional() {
	start := s.at
	s.plan.openGroup("")
	if isDigitUnit(s.peek(0)) {
		n := s.decimal()
		if !s.more() || s.next() != ')' {
			s.fail(regexConditionMalformed, strconv.Itoa(n))
		}
		if !s.groups.numbers[n] {
			s.fail(regexConditionUndefined, strconv.Itoa(n))
		}
		return
	}
	if isRegexWord(s.peek(0)) {
		if _, ok := s.groups.names[s.word()]; ok && s.peek(0) == ')' {
			s.at++
			return
		}
	}
	s.at = start - 1
	if s.peek(1) == '?' {
		switch c := s.peek(2); {
		case c == '#':
			s.fail(regexConditionComment)
		case c == '\'', c == '<' && s.peek(3) != '!' && s.peek(3) != '=':
			s.fail(regexConditionNamed)
		}
	}
	s.condition()
}

// condition opens the parenthesis of an expression that is a condition. It captures nothing unless a mark says so.
func (s *regexScanner) condition() {
	s.at++
	s.enter()
	if len(s.outside) > maxRegexNesting {
		s.fail(regexTooDeep)
	}
	if s.peek(0) != '?' || s.peek(1) == ')' {
		s.plan.openGroup("(?:")
	} else if !s.group() {
		s.outside = s.outside[:len(s.outside)-1]
	}
}
