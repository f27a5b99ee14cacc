package text

import "strings"

// TimeSpanStyles is .NET's TimeSpanStyles.
type TimeSpanStyles int

// AssumeNegative makes a text without a sign that a custom format reads a negative time span.
const AssumeNegative TimeSpanStyles = 1

// ParseTimeSpanExact is [timespan]::ParseExact(s, formats, c, styles): the first format that fits.
func ParseTimeSpanExact(s string, formats []string, c *Culture, styles TimeSpanStyles) (int64, error) {
	err := spanError(s)
	for _, format := range formats {
		var ticks int64
		if ticks, err = parseSpanFormat(s, format, c, styles); err == nil {
			return ticks, nil
		}
	}
	if len(formats) > 1 {
		err = spanError(s)
	}
	return 0, err
}

func parseSpanFormat(s, format string, c *Culture, styles TimeSpanStyles) (int64, error) {
	switch format {
	case "":
		return 0, formatError("Format specifier '' was invalid.")
	case "c", "t", "T", "g", "G":
		return parseStandardSpan(s, format, c)
	}
	if len(format) == 1 {
		return 0, inputError()
	}
	m := spanMatcher{text: s, rest: s, days: -1, hours: -1, minutes: -1, seconds: -1}
	if err := m.match(format); err != nil {
		return 0, err
	}
	if m.rest != "" {
		return 0, spanError(s)
	}
	ticks, ok := spanTicks(max(m.days, 0), max(m.hours, 0), max(m.minutes, 0), max(m.seconds, 0), m.fraction)
	if ok {
		ticks, ok = signedSpan(ticks, styles&AssumeNegative != 0)
	}
	if !ok {
		return 0, spanRangeError(s)
	}
	return ticks, nil
}

// parseStandardSpan accepts only the shape that a standard format writes.
func parseStandardSpan(s, format string, c *Culture) (int64, error) {
	if format != "g" && format != "G" {
		c = Invariant
	}
	ticks, err := ParseTimeSpan(s, c)
	if err != nil {
		return 0, err
	}
	colons := strings.Count(s, ":")
	clock := strings.LastIndexByte(s, ':')
	dotted := clock >= 0 && strings.Contains(s[:clock], ".")
	fits := true
	switch format {
	case "g":
		fits = !dotted
	case "G":
		fits = !dotted && colons == 3 && strings.Contains(s[clock+1:], c.DecimalSeparator)
	default:
		fits = colons == 0 || colons == 2
	}
	if !fits {
		return 0, spanError(s)
	}
	return ticks, nil
}

// spanMatcher reads a time span by a custom format. Parts that were not named yet are -1.
type spanMatcher struct {
	text, rest                    string
	days, hours, minutes, seconds int
	fraction                      *spanNumber
}

func (m *spanMatcher) match(format string) error {
	for i := 0; i < len(format); {
		n := repeated(format[i:])
		var err error
		switch ch := format[i]; ch {
		case 'd':
			err = m.number(&m.days, n, 8)
		case 'h':
			err = m.number(&m.hours, n, 2)
		case 'm':
			err = m.number(&m.minutes, n, 2)
		case 's':
			err = m.number(&m.seconds, n, 2)
		case 'f', 'F':
			err = m.decimals(n, ch == 'F')
		case '\'', '"':
			var literal string
			if literal, n, err = quotedLiteral(format[i:]); err == nil {
				err = m.literal(literal)
			}
		case '%':
			n = 2
			if i+1 >= len(format) || format[i+1] == '%' {
				return inputError()
			}
			err = m.match(format[i+1 : i+2])
		case '\\':
			if i+1 >= len(format) {
				return inputError()
			}
			_, size := decodeRune(format[i+1:])
			n = 1 + size
			err = m.literal(format[i+1 : i+1+size])
		default:
			return inputError()
		}
		if err != nil {
			return err
		}
		i += n
	}
	return nil
}

func (m *spanMatcher) literal(s string) error {
	rest, ok := strings.CutPrefix(m.rest, s)
	if !ok {
		return spanError(m.text)
	}
	m.rest = rest
	return nil
}

// number reads at least n digits, and no more than most. A part must not be named twice.
func (m *spanMatcher) number(part *int, n, most int) error {
	if n > most || *part >= 0 {
		return inputError()
	}
	digits := min(leadingDigits(m.rest), most)
	if digits < n {
		return spanError(m.text)
	}
	*part, _ = digitsValue(m.rest[:digits], 99_999_999)
	m.rest = m.rest[digits:]
	return nil
}

// decimals reads n decimals of the second, or up to n.
func (m *spanMatcher) decimals(n int, optional bool) error {
	if n > 7 || m.fraction != nil {
		return inputError()
	}
	digits := min(leadingDigits(m.rest), n)
	if digits < n && !optional {
		return spanError(m.text)
	}
	value, _ := digitsValue(m.rest[:digits], 9_999_999)
	m.fraction = &spanNumber{value: value, digits: digits}
	m.rest = m.rest[digits:]
	return nil
}
