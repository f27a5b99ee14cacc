package scanner

import (
	"strconv"
	"unicode/utf8"
)

// escape resolves the escape sequence behind a backtick and returns its text and length.
func escape(s string) (string, int) {
	switch s[0] {
	case '0':
		return "\x00", 1
	case 'a':
		return "\a", 1
	case 'b':
		return "\b", 1
	case 'e':
		return "\x1b", 1
	case 'f':
		return "\f", 1
	case 'n':
		return "\n", 1
	case 'r':
		return "\r", 1
	case 't':
		return "\t", 1
	case 'v':
		return "\v", 1
	case 'u':
		if r, n, bad := unicodeEscape(s); bad == unicodeOK {
			return string(r), n
		}
	case '\r':
		if len(s) > 1 && s[1] == '\n' {
			return s[:2], 2
		}
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n], n
}

// The ways a `u{…} escape can be wrong.
const (
	unicodeOK = iota
	unicodeInvalid
	unicodeTooLong
	unicodeTooBig
)

// unicodeEscape reads u{hex}. If it is wrong, n is the offset of the fault.
func unicodeEscape(s string) (r rune, n, bad int) {
	if len(s) < 2 || s[1] != '{' {
		return 0, 1, unicodeInvalid
	}
	i := 2
	for i < len(s) && hexDigit(s[i]) {
		if i == 8 {
			return 0, i, unicodeTooLong
		}
		i++
	}
	if i >= len(s) || s[i] != '}' || i == 2 {
		return 0, i, unicodeInvalid
	}
	v, err := strconv.ParseUint(s[2:i], 16, 32)
	if err != nil || v > 0x10FFFF {
		return 0, i, unicodeTooBig
	}
	return rune(v), i + 1, unicodeOK
}

// escapeAt resolves the escape sequence whose backtick stands at i, in a string, and reports what
// is wrong with it.
func (l *Lexer) escapeAt(i int) (string, int) {
	s := l.src[i+1:]
	if s[0] == 'u' {
		if _, n, bad := unicodeEscape(s); bad != unicodeOK {
			l.badUnicode(i, n, bad)
			return "", max(n, 1)
		}
	}
	return escape(s)
}

func (l *Lexer) badUnicode(i, n, bad int) {
	at := i + 1 + n
	switch bad {
	case unicodeTooLong:
		l.report(at, at+1, "TooManyDigitsInUnicodeEscapeSequence",
			"The Unicode escape sequence contains more than the maximum of six hex digits between braces.")
	case unicodeTooBig:
		l.report(i+3, at, "InvalidUnicodeEscapeSequenceValue",
			"The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF.")
	default:
		start, end := at, at+1
		switch {
		case n == 1: // no brace
			start, end = i, at
		case n == 2 && l.at(at) == '}':
			start = i
		}
		l.report(start, end, "InvalidUnicodeEscapeSequence",
			"The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'.")
	}
}
