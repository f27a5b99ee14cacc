package scanner

// number is the length of the numeric literal at i without its sign, 0 if none is there or
// something follows that makes it part of a word.
func (l *Lexer) number(i int) int {
	start := i
	c := l.at(i)
	x := l.at(i+1) | 0x20
	switch {
	case c == '0' && x == 'x':
		for i += 2; hexDigit(l.at(i)); i++ {
		}
	case c == '0' && x == 'b' && binaryDigit(l.at(i+2)):
		for i += 2; binaryDigit(l.at(i)); i++ {
		}
	default:
		i = l.decimal(i)
	}
	if i == start {
		return 0
	}
	i = l.suffix(i)
	if i < len(l.src) && !is(l.at(i), force|endsNum) && l.nonASCIIBlank(i) == 0 && l.dash(i) == 0 {
		return 0
	}
	return i - start
}

func hexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

func binaryDigit(c byte) bool { return c == '0' || c == '1' }

// decimal is the end of digits, a fraction and an exponent at i.
func (l *Lexer) decimal(i int) int {
	start := i
	for is(l.at(i), digit) {
		i++
	}
	if l.at(i) == '.' && l.at(i+1) != '.' && (i > start || is(l.at(i+1), digit)) {
		i++
		for is(l.at(i), digit) {
			i++
		}
	}
	if l.at(i)|0x20 == 'e' {
		j := i + 1
		if l.at(j) == '+' {
			j++
		} else {
			j += l.dash(j)
		}
		if is(l.at(j), digit) {
			for i = j; is(l.at(i), digit); i++ {
			}
		}
	}
	return i
}

// suffix is the end of the type suffix and multiplier at i.
func (l *Lexer) suffix(i int) int {
	switch l.at(i) | 0x20 {
	case 'u':
		i++
		switch l.at(i) | 0x20 {
		case 'l', 's', 'y':
			i++
		}
	case 'l', 'd', 's', 'y', 'n':
		i++
	}
	switch l.at(i) | 0x20 {
	case 'k', 'm', 'g', 't', 'p':
		if l.at(i+1)|0x20 == 'b' {
			i += 2
		}
	}
	return i
}
