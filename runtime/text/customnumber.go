package text

import (
	"math"
	"strings"
)

// numberSection is what a scan of one section of a custom number format finds out before anything is written.
type numberSection struct {
	places     int // digit places in all
	point      int // digit places before the decimal point, -1 without one
	firstZero  int // index of the first and last 0 place
	lastZero   int
	scale      int // by how many powers of ten % ‰ and commas move the number
	grouping   bool
	scientific bool
}

// formatCustom writes d in a custom format: up to three sections for positive, negative and zero.
func formatCustom(d *digits, format string, c *Culture) (string, error) {
	section := 0
	switch {
	case len(d.text) == 0:
		section = 2
	case d.negative:
		section = 1
	}
	text, section := chooseSection(format, section)
	info := scanSection(text)
	if len(d.text) > 0 {
		d.scale += info.scale
		if info.scientific {
			d.round(info.places)
		} else {
			d.round(d.scale + info.places - info.point)
		}
		if len(d.text) == 0 {
			// What rounds to nothing in its own section is written by the section for zero.
			if zero, n := chooseSection(format, 2); n != section {
				text, section = zero, n
				info = scanSection(text)
			}
		}
	}
	var space [64]byte
	out, err := appendSection(space[:0], d, text, &info, c, d.negative && section == 0)
	return string(out), err
}

// chooseSection is the text of section n and its number; the first one stands for a missing or empty section.
func chooseSection(format string, n int) (string, int) {
	if n == 0 || strings.IndexByte(format, ';') < 0 {
		return cutSection(format), 0
	}
	rest := format
	for i := 0; i < n; i++ {
		s := cutSection(rest)
		if len(s) == len(rest) {
			return cutSection(format), 0
		}
		rest = rest[len(s)+1:]
	}
	if s := cutSection(rest); s != "" {
		return s, n
	}
	return cutSection(format), 0
}

// cutSection is the text before the first semicolon that is not quoted or escaped.
func cutSection(format string) string {
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case ';':
			return format[:i]
		case '\\':
			i++
		case '\'', '"':
			i = skipQuoted(format, i) - 1
		}
	}
	return format
}

// skipQuoted is the index after the quoted text that starts at i; a missing end quote quotes the rest.
func skipQuoted(format string, i int) int {
	end := strings.IndexByte(format[i+1:], format[i])
	if end < 0 {
		return len(format)
	}
	return i + 1 + end + 1
}

func scanSection(format string) numberSection {
	s := numberSection{point: -1, firstZero: math.MaxInt, lastZero: -1}
	commaAt, commas := -1, 0
	for i := 0; i < len(format); i++ {
		switch ch := format[i]; ch {
		case '#', '0':
			if commaAt >= 0 && s.point < 0 {
				s.grouping = true
				commaAt = -1
			}
			if ch == '0' {
				s.firstZero = min(s.firstZero, s.places)
				s.lastZero = s.places
			}
			s.places++
		case '.':
			if s.point < 0 {
				s.point = s.places
			}
		case ',':
			if s.places > 0 && s.point < 0 {
				if commaAt < 0 {
					commaAt, commas = s.places, 0
				}
				commas++
			}
		case '%':
			s.scale += 2
		case '\\':
			i++
		case '\'', '"':
			i = skipQuoted(format, i) - 1
		case 'E', 'e':
			if end, _ := exponentPlaces(format, i); end > 0 {
				s.scientific = true
				i = end - 1
			}
		default:
			if strings.HasPrefix(format[i:], "‰") {
				s.scale += 3
			}
		}
	}
	if s.point < 0 {
		s.point = s.places
	}
	if commaAt >= 0 && commaAt == s.point {
		s.scale -= 3 * commas
	}
	return s
}

// exponentPlaces is the end of E0, E+0 or E-0 at i and the number of its zeros; 0 if there is no exponent.
func exponentPlaces(format string, i int) (end, zeros int) {
	j := i + 1
	if j < len(format) && (format[j] == '+' || format[j] == '-') {
		j++
	}
	for j < len(format) && format[j] == '0' {
		j++
		zeros++
	}
	if zeros == 0 {
		return 0, 0
	}
	return j, zeros
}
