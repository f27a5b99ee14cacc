package text

// sequence is the full reading: items, their quantifiers, alternation and groups.
func (s *regexScanner) sequence() {
	quantified := false // the last thing was a quantifier
	for {
		s.blanks()
		if !s.more() {
			break
		}
		c := s.next()
		switch c {
		case '[':
			s.class()
		case '(':
			s.enter()
			if len(s.outside) > maxRegexNesting {
				s.fail(regexTooDeep)
			}
			if s.group() {
				quantified = false
			} else {
				s.outside = s.outside[:len(s.outside)-1]
			}
			continue
		case '|':
			s.plan.alternative()
			quantified = false
			continue
		case ')':
			if len(s.outside) == 0 {
				s.fail(regexTooMany)
			}
			s.leave()
			s.plan.closeGroup()
		case '\\':
			if !s.more() {
				s.fail(regexEndingBackslash)
			}
			s.plan.escape(s.escape(), s.options)
		case '^', '$':
			s.plan.anchor(c, s.options)
		case '.':
			s.plan.dot(s.options)
		case '{', '*', '+', '?':
			s.at--
			if s.isQuantifier() {
				s.at++
				if quantified {
					s.fail(regexNestedQuantifier, string(rune(c)))
				}
				s.fail(regexQuantifierNothing, string(rune(c)))
			}
			s.at++
			s.plan.literal(c, s.options)
		default:
			s.plan.literal(c, s.options)
		}
		quantified = false
		s.blanks()
		if s.more() && s.isQuantifier() {
			s.quantifier()
			quantified = true
			for s.more() {
				s.blanks()
				if !s.more() || !s.isQuantifier() {
					break
				}
				c := s.next()
				s.fail(regexNestedQuantifier, string(rune(c)))
			}
		}
	}
	if len(s.outside) > 0 {
		s.fail(regexNotEnough)
	}
}

// isQuantifier reports whether a quantifier comes next; a brace that does not hold one is a literal.
func (s *regexScanner) isQuantifier() bool {
	switch s.peek(0) {
	case '*', '+', '?':
		return true
	case '{':
	default:
		return false
	}
	i := s.at + 1
	digits := func() int {
		start := i
		for i < len(s.units) && isDigitUnit(s.units[i]) {
			i++
		}
		return i - start
	}
	if digits() == 0 {
		return false
	}
	if i < len(s.units) && s.units[i] == ',' {
		i++
		digits()
	}
	return i < len(s.units) && s.units[i] == '}'
}

func (s *regexScanner) quantifier() {
	low, high := 0, -1
	switch s.next() {
	case '*':
	case '+':
		low = 1
	case '?':
		high = 1
	case '{':
		low = s.decimal()
		high = low
		if s.peek(0) == ',' {
			s.at++
			high = -1
			if s.peek(0) != '}' {
				high = s.decimal()
			}
		}
		s.at++
	}
	s.blanks()
	lazy := s.peek(0) == '?'
	if lazy {
		s.at++
	}
	if high >= 0 && low > high {
		s.fail(regexQuantifierReversed)
	}
	s.plan.quantifier(low, high, lazy)
}
