package text

// class reads a character class after its bracket.
func (s *regexScanner) class() {
	depth := 0
	set := regexSet{}
	s.classBody(&depth, &set)
	if !s.listing {
		s.plan.class(&set, s.options)
	}
}

// regexSet collects a class for Go's engine; odd is set when it holds what has no equal there.
type regexSet struct {
	out     []byte
	negated bool
	odd     bool
}

func (set *regexSet) add(low, high uint16) {
	if high >= 0x80 {
		set.odd = true
		return
	}
	set.out = appendGoUnit(set.out, low)
	if high != low {
		set.out = appendGoUnit(append(set.out, '-'), high)
	}
}

func (set *regexSet) addClass(letter uint16) {
	switch letter {
	case 's':
		set.out = append(set.out, `\t-\r `...)
	case 'S':
		set.odd = true
	default:
		set.out = append(set.out, '\\', byte(letter))
	}
}

// appendGoUnit writes an ASCII character so that Go's engine takes it literally everywhere.
func appendGoUnit(out []byte, u uint16) []byte {
	const hex = "0123456789abcdef"
	if u >= '0' && u <= '9' || u|0x20 >= 'a' && u|0x20 <= 'z' {
		return append(out, byte(u))
	}
	return append(out, '\\', 'x', hex[u>>4&15], hex[u&15])
}

func (s *regexScanner) classBody(depth *int, set *regexSet) {
	if *depth++; *depth > maxRegexNesting {
		s.fail(regexTooDeep)
	}
	if s.peek(0) == '^' {
		s.at++
		set.negated = true
	}
	var low uint16
	ranged := false // the start of a range is in low
	for first := true; ; first = false {
		if !s.more() {
			s.fail(regexUnterminatedSet)
		}
		c := s.next()
		escaped := false
		switch {
		case c == ']' && !first:
			return
		case c == '\\' && s.more():
			switch e := s.next(); e {
			case 'd', 'D', 's', 'S', 'w', 'W':
				if ranged && !s.listing {
					s.fail(regexRangeClass, string(rune(e)))
				}
				set.addClass(e)
				continue
			case 'p', 'P':
				if ranged && !s.listing {
					s.fail(regexRangeClass, string(rune(e)))
				}
				s.property(true)
				set.odd = true
				continue
			case '-':
				c, escaped = '-', true
			default:
				s.at--
				c, escaped = s.characterEscape(), true
			}
		case c == '[' && s.peek(0) == ':' && !ranged:
			s.posixName()
		}
		switch {
		case ranged:
			ranged = false
			if c == '[' && !escaped && !first {
				set.add(low, low)
				set.add('-', '-')
				s.subtraction(depth, set)
				continue
			}
			if low > c && !s.listing {
				s.fail(regexRangeReversed)
			}
			set.add(low, max(low, c))
		case s.peek(0) == '-' && s.at+1 < len(s.units) && s.peek(1) != ']':
			low, ranged = c, true
			s.at++
		case c == '-' && !escaped && s.peek(0) == '[' && !first:
			s.at++
			s.subtraction(depth, set)
		default:
			set.add(c, c)
		}
	}
}

// subtraction reads the class that is taken away from the one around it, after its bracket.
func (s *regexScanner) subtraction(depth *int, set *regexSet) {
	set.odd = true
	s.classBody(depth, &regexSet{})
	if s.more() && s.peek(0) != ']' && !s.listing {
		s.fail(regexSubtractionNotLast)
	}
}

// posixName skips the name of [:name:], which .NET reads but gives no meaning.
func (s *regexScanner) posixName() {
	start := s.at
	s.at++
	for s.more() && isRegexWord(s.units[s.at]) {
		s.at++
	}
	if s.peek(0) != ':' || s.peek(1) != ']' {
		s.at = start
		return
	}
	s.at += 2
}
