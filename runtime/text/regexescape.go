package text

import "strings"

// regexEscapeKind says what a backslash began.
type regexEscapeKind uint8

const (
	escapedUnit   regexEscapeKind = iota // a character
	escapedClass                         // \d \D \w \W \s \S
	escapedAnchor                        // \A \b \B \G \z \Z
	escapedProperty
	escapedReference
)

// regexEscape is what an escape stands for: a unit, or the letter of a class or anchor.
type regexEscape struct {
	kind regexEscapeKind
	unit uint16
}

// escape reads what follows a backslash outside a class; at least one unit does.
func (s *regexScanner) escape() regexEscape {
	switch c := s.peek(0); c {
	case 'b', 'B', 'A', 'G', 'Z', 'z':
		s.at++
		return regexEscape{escapedAnchor, c}
	case 'w', 'W', 's', 'S', 'd', 'D':
		s.at++
		return regexEscape{escapedClass, c}
	case 'p', 'P':
		s.at++
		s.property(false)
		return regexEscape{kind: escapedProperty}
	}
	if s.reference() {
		return regexEscape{kind: escapedReference}
	}
	return regexEscape{escapedUnit, s.characterEscape()}
}

// reference reads \1, \<name>, \'name' or \k<name> if there is one.
func (s *regexScanner) reference() bool {
	start := s.at
	c := s.peek(0)
	closing := uint16(0)
	if c == 'k' {
		if s.at+1 >= len(s.units) {
			s.fail(regexMalformedNamed)
		}
		s.at++
		c = s.next()
		if c != '<' && c != '\'' || !s.more() {
			s.fail(regexMalformedNamed)
		}
		closing = c
	} else if (c == '<' || c == '\'') && s.at+1 < len(s.units) {
		s.at++
		closing = c
	}
	if closing == '<' {
		closing = '>'
	}
	c = s.peek(0)
	switch {
	case closing != 0 && isDigitUnit(c):
		n := s.decimal()
		if s.peek(0) == closing {
			s.at++
			s.checkNumber(n)
			return true
		}
	case closing == 0 && c >= '1' && c <= '9':
		n := s.decimal()
		if s.listing || s.groups.numbers[n] {
			return true
		}
		if n <= 9 {
			s.checkNumber(n)
		}
	case closing != 0 && isRegexWord(c):
		name := s.word()
		if s.peek(0) == closing {
			s.at++
			if !s.listing {
				s.wantName(name)
			}
			return true
		}
	}
	s.at = start
	return false
}

func (s *regexScanner) checkNumber(n int) {
	if !s.listing {
		s.wantNumber(n)
	}
}

// characterEscape reads an escape that stands for one unit.
func (s *regexScanner) characterEscape() uint16 {
	switch c := s.next(); c {
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := c - '0'
		for i := 0; i < 2 && s.peek(0) >= '0' && s.peek(0) <= '7'; i++ {
			n = n*8 + s.next() - '0'
		}
		return n & 0xff
	case 'x':
		return s.hex(2)
	case 'u':
		return s.hex(4)
	case 'a':
		return 7
	case 'b':
		return 8
	case 'e':
		return 27
	case 'f':
		return 12
	case 'n':
		return 10
	case 'r':
		return 13
	case 't':
		return 9
	case 'v':
		return 11
	case 'c':
		return s.control()
	default:
		if isRegexWord(c) {
			s.fail(regexUnknownEscape, CharString(c))
		}
		if c >= 0xd800 && c < 0xe000 || c == '\v' {
			s.edit(s.at-2, string(unicodeEscape(nil, c)))
		}
		return c
	}
}

func (s *regexScanner) hex(count int) uint16 {
	if s.at+count > len(s.units) {
		s.fail(regexHexDigits)
	}
	n := uint16(0)
	for i := 0; i < count; i++ {
		digit := strings.IndexByte("0123456789abcdef", byte(s.peek(0)|0x20))
		if c := s.next(); c >= 0x80 || digit < 0 || c < '0' {
			s.fail(regexHexDigits)
		}
		n = n<<4 | uint16(digit)
	}
	return n
}

func (s *regexScanner) control() uint16 {
	if !s.more() {
		s.fail(regexControlMissing)
	}
	c := s.next()
	if c >= 'a' && c <= 'z' {
		c -= 0x20
	}
	if c < '@' || c > '_' {
		s.fail(regexControlUnrecognized)
	}
	return c - '@'
}

// property reads {name} after \p or \P.
func (s *regexScanner) property(inClass bool) {
	begin := s.at - 2
	if s.at+2 >= len(s.units) {
		s.fail(regexPropertyIncomplete)
	}
	if s.next() != '{' {
		s.fail(regexPropertyMalformed)
	}
	start := s.at
	for s.more() && (isRegexWord(s.units[s.at]) || s.units[s.at] == '-') {
		s.at++
	}
	name := FromUtf16(s.units[start:s.at])
	if !s.more() || s.next() != '}' {
		s.fail(regexPropertyIncomplete)
	}
	if !s.listing && !isRegexProperty(name) {
		s.fail(regexPropertyUnknown, name)
	}
	if block, ok := regexBlock(name); ok {
		s.edit(begin, blockClass(block, s.units[begin+1] == 'P', inClass))
	}
}

const regexMeta = "\\*+?|{[()^$.# "

// EscapeRegex is [regex]::Escape.
func EscapeRegex(s string) string {
	if !strings.ContainsAny(s, regexMeta+"\t\n\r\f") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\t':
			out.WriteString(`\t`)
		case '\n':
			out.WriteString(`\n`)
		case '\r':
			out.WriteString(`\r`)
		case '\f':
			out.WriteString(`\f`)
		default:
			if strings.IndexByte(regexMeta, c) >= 0 {
				out.WriteByte('\\')
			}
			out.WriteByte(c)
		}
	}
	return out.String()
}

// UnescapeRegex is [regex]::Unescape: the escapes of a pattern become the characters for which they stand.
func UnescapeRegex(text string) (result string, err error) {
	if strings.IndexByte(text, '\\') < 0 {
		return text, nil
	}
	s := &regexScanner{pattern: text, units: ToUtf16(text)}
	defer func() {
		if r := recover(); r != nil {
			failure, ok := r.(regexFailure)
			if !ok {
				panic(r)
			}
			result, err = "", failure.err
		}
	}()
	out := make([]uint16, 0, len(s.units))
	for s.more() {
		c := s.next()
		if c == '\\' {
			if !s.more() {
				s.fail(regexEndingBackslash)
			}
			c = s.characterEscape()
		}
		out = append(out, c)
	}
	return FromUtf16(out), nil
}
