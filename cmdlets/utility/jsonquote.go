package utility

import (
	"unicode/utf8"

	"rehearse/runtime/text"
)

const (
	escapeNonASCII = 1
	escapeHTML     = 2
)

const hexDigits = "0123456789abcdef"

// quote adds a text in quotes (oracle/data, section 3.2).
func (j *jsonWriter) quote(s string) {
	j.out = append(j.out, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 0x20 && c != '"' && c != '\\' && !(j.escape == escapeHTML && isHTML(c)) {
				i++
				continue
			}
			j.out = append(j.out, s[start:i]...)
			j.escapeByte(c)
			i++
			start = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			n = min(3, len(s)-i) // half of a pair
		}
		if j.escape == escapeNonASCII || r == 0x85 || r == 0x2028 || r == 0x2029 {
			j.out = append(j.out, s[start:i]...)
			for _, u := range text.ToUtf16(s[i : i+n]) {
				j.unit(u)
			}
			start = i + n
		}
		i += n
	}
	j.out = append(append(j.out, s[start:]...), '"')
}

func isHTML(c byte) bool { return c == '<' || c == '>' || c == '&' || c == '\'' }

func (j *jsonWriter) escapeByte(c byte) {
	short := byte(0)
	switch c {
	case '"', '\\':
		short = c
	case '\b':
		short = 'b'
	case '\f':
		short = 'f'
	case '\n':
		short = 'n'
	case '\r':
		short = 'r'
	case '\t':
		short = 't'
	}
	if short == 0 || c == '"' && j.escape == escapeHTML {
		j.unit(uint16(c))
		return
	}
	j.out = append(j.out, '\\', short)
}

// unit adds one UTF-16 unit as \uXXXX.
func (j *jsonWriter) unit(u uint16) {
	j.out = append(j.out, '\\', 'u', hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
}
