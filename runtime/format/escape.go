package format

import (
	"strings"
	"unicode/utf8"
)

// escape begins the sequences that colour text.
const escape = 0x1b

// decodeRune is the first character of s and its length. A byte that is no UTF-8 counts as one character.
func decodeRune(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

// escapeLength is the length of the escape sequence that s begins with, 0 if there is none. Sequences are ESC [ … letter and
// hyperlinks, ESC ] … ended by BEL or ESC \.
func escapeLength(s string) int {
	if len(s) < 3 || s[0] != escape {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			c := s[i]
			switch {
			case '0' <= c && c <= '9', c == ';', c == ':', c == '?':
			case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z':
				return i + 1
			default:
				return 0
			}
		}
	case ']':
		for i := 2; i < len(s); i++ {
			switch {
			case s[i] == 0x07:
				return i + 1
			case s[i] == escape && i+1 < len(s) && s[i+1] == '\\':
				return i + 2
			case s[i] < ' ':
				return 0
			}
		}
	}
	return 0
}

// stripEscapes is s without its escape sequences.
func stripEscapes(s string) string {
	i := strings.IndexByte(s, escape)
	if i < 0 {
		return s
	}
	var b strings.Builder
	for {
		b.WriteString(s[:i])
		s = s[i:]
		if n := escapeLength(s); n > 0 {
			s = s[n:]
		} else {
			b.WriteByte(s[0])
			s = s[1:]
		}
		if i = strings.IndexByte(s, escape); i < 0 {
			b.WriteString(s)
			return b.String()
		}
	}
}

// escapesOf are all escape sequences of s, one after another.
func escapesOf(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, escape)
		if i < 0 {
			return b.String()
		}
		s = s[i:]
		n := escapeLength(s)
		if n == 0 {
			s = s[1:]
			continue
		}
		b.WriteString(s[:n])
		s = s[n:]
	}
}

// recolour begins each line with the sequences in force before it and ends it with a reset, so that every line can be shown by
// itself (archive psstyle-ansi: error-ansi). Lines without any sequence so far stay as they are.
func recolour(lines []string, reset string) []string {
	force := ""
	for i, l := range lines {
		own := escapesOf(l)
		if force != "" || own != "" {
			lines[i] = force + l
			if !strings.HasSuffix(l, reset) {
				lines[i] += reset
			}
		}
		force += own
	}
	return lines
}
