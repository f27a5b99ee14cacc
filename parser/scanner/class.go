package scanner

import (
	"unicode"
	"unicode/utf8"
)

// Classes of bytes. Bytes of multi-byte characters count as letters here; the few characters for
// which that is wrong (blanks, quotes, dashes) are looked at where they matter.
const (
	force         = 1 << iota // ends any token
	blank                     // between tokens
	digit                     // 0-9
	name                      // may stand in an identifier
	letter                    // may begin an identifier
	variable                  // may stand in a variable name without braces
	endsNum                   // may follow a number directly in an expression
	skipped                   // may begin what is skipped between tokens
	quoteLead                 // may begin a quote
	special                   // more than itself in a word
	stringSpecial             // more than itself in an expandable string
)

var classes = [256]uint16{}

func init() {
	for _, c := range " \t\v\f\r\n&(),;{}|\x00" {
		classes[c] |= force
	}
	for _, c := range " \t\v\f" {
		classes[c] |= blank
	}
	for c := range classes {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c >= utf8.RuneSelf:
			classes[c] |= name | letter | variable
		case c >= '0' && c <= '9':
			classes[c] |= name | digit | variable
		}
	}
	classes['?'] |= variable
	for _, c := range []byte(" \t\v\f\r\n;#<`\xC2\xE1\xE2\xE3") {
		classes[c] |= skipped
	}
	for _, c := range "!#%*+-./<=>]?:" {
		classes[c] |= endsNum
	}
	for _, c := range []byte("\"'\xE2") {
		classes[c] |= quoteLead
	}
	for _, c := range []byte(" \t\v\f\r\n&(),;{}|\x00$`\"'\xC2\xE1\xE2\xE3") {
		classes[c] |= special
	}
	for _, c := range []byte("$`\"\r\n\xE2") {
		classes[c] |= stringSpecial
	}
}

func is(c byte, class uint16) bool { return classes[c]&class != 0 }

// nonASCIIBlank is the length of a Unicode space at i, else 0.
func (l *Lexer) nonASCIIBlank(i int) int {
	switch l.at(i) {
	case 0xC2: // next line, no-break space
		if c := l.at(i + 1); c == 0xA0 || c == 0x85 {
			return 2
		}
	case 0xE1, 0xE2, 0xE3:
		r, n := utf8.DecodeRuneInString(l.src[i:])
		if unicode.Is(unicode.Z, r) {
			return n
		}
	}
	return 0
}

// ends reports whether the character at i ends any token; the end of the text does.
func (l *Lexer) ends(i int) bool {
	c := l.at(i)
	return is(c, force) || c >= utf8.RuneSelf && l.nonASCIIBlank(i) > 0
}

// quote returns '"' or '\” for any of PowerShell's quotes at i and its length in bytes, or 0.
func (l *Lexer) quote(i int) (q byte, length int) {
	if !is(l.at(i), quoteLead) {
		return 0, 0
	}
	return l.quoteAt(i)
}

// quoteAt is quote where one of the first bytes of a quote stands.
func (l *Lexer) quoteAt(i int) (q byte, length int) {
	c := l.src[i]
	if c != 0xE2 {
		return c, 1
	}
	if l.at(i+1) == 0x80 {
		switch l.at(i + 2) {
		case 0x98, 0x99, 0x9A, 0x9B:
			return '\'', 3
		case 0x9C, 0x9D, 0x9E:
			return '"', 3
		}
	}
	return 0, 0
}

// dash is the length of any of PowerShell's dashes at i (hyphen, en and em dash, bar), or 0.
func (l *Lexer) dash(i int) int {
	c := l.at(i)
	if c == '-' {
		return 1
	}
	if c != 0xE2 {
		return 0
	}
	return l.longDash(i)
}

// mayDash reports whether a character may begin a dash.
func mayDash(c byte) bool { return c == '-' || c == 0xE2 }

// longDash is the length of a dash other than the hyphen at i, or 0.
func (l *Lexer) longDash(i int) int {
	if l.at(i+1) == 0x80 && l.at(i+2) >= 0x93 && l.at(i+2) <= 0x95 {
		return 3
	}
	return 0
}

// nameEnd is the end of the identifier that begins at i.
func (l *Lexer) nameEnd(i int) int { return l.runEnd(i, name) }

// runEnd is the end of the run of characters of a class that begins at i; beyond ASCII the class
// is letters and digits.
func (l *Lexer) runEnd(i int, class uint16) int {
	for i < len(l.src) {
		c := l.src[i]
		if c < utf8.RuneSelf {
			if !is(c, class) {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(l.src[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		i += size
	}
	return i
}

// hasName reports whether an identifier begins at i.
func (l *Lexer) hasName(i int) bool {
	c := l.at(i)
	return is(c, letter) && (c < utf8.RuneSelf || l.runEnd(i, name) > i)
}
