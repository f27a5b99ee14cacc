package text

import "strings"

// instant is a date as formats see it: the clock it shows, and how that relates to UTC.
type instant struct {
	ticks  int64 // of the clock
	offset int64 // ticks ahead of UTC
	kind   int
	zoned  bool // a [datetimeoffset]
}

// FormatDateTime is ToString(format, c) of a date whose local time is UTC; kind is its DateTimeKind.
func FormatDateTime(ticks int64, kind int, format string, c *Culture) (string, error) {
	return formatInstant(instant{ticks: ticks, kind: kind}, format, c)
}

// FormatDateTimeOffset is ToString(format, c) of a [datetimeoffset] whose clock shows ticks, offset ticks ahead of UTC.
func FormatDateTimeOffset(ticks, offset int64, format string, c *Culture) (string, error) {
	if format == "" {
		format = c.ShortDate + " " + c.LongTime + " zzz"
	}
	return formatInstant(instant{ticks: ticks, offset: offset, zoned: true}, format, c)
}

// The patterns that do not depend on the culture.
const (
	roundTripPattern = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"
	rfcPattern       = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
	sortablePattern  = "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
	universalPattern = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
)

// datePattern is the custom format that a standard one stands for; fixed patterns use the invariant culture.
func datePattern(format byte, c *Culture) (pattern string, fixed, ok bool) {
	switch format {
	case 'd':
		return c.ShortDate, false, true
	case 'D':
		return c.LongDate, false, true
	case 'f':
		return c.LongDate + " " + c.ShortTime, false, true
	case 'F', 'U':
		return c.FullDateTime, false, true
	case 'g':
		return c.ShortDate + " " + c.ShortTime, false, true
	case 'G':
		return c.ShortDate + " " + c.LongTime, false, true
	case 'm', 'M':
		return c.MonthDay, false, true
	case 'o', 'O':
		return roundTripPattern, true, true
	case 'r', 'R':
		return rfcPattern, true, true
	case 's':
		return sortablePattern, true, true
	case 't':
		return c.ShortTime, false, true
	case 'T':
		return c.LongTime, false, true
	case 'u':
		return universalPattern, true, true
	case 'y', 'Y':
		return c.YearMonth, false, true
	}
	return "", false, false
}

func formatInstant(d instant, format string, c *Culture) (string, error) {
	if format == "" {
		format = "G"
	}
	if len(format) == 1 {
		pattern, fixed, ok := datePattern(format[0], c)
		if !ok {
			return "", inputError()
		}
		if fixed {
			c = Invariant
		}
		switch format[0] {
		case 'U':
			if d.zoned {
				return "", inputError()
			}
			d.kind = UTC
		case 'r', 'R', 'u':
			d.ticks -= d.offset
			d.offset = 0
		}
		format = pattern
	}
	out, err := appendDate(make([]byte, 0, 40), d, format, c)
	return string(out), err
}

// appendDate writes a date in a custom format.
func appendDate(out []byte, d instant, format string, c *Culture) ([]byte, error) {
	for i := 0; i < len(format); {
		ch := format[i]
		n := repeated(format[i:])
		switch ch {
		case 'f', 'F':
			if n > 7 {
				return nil, inputError()
			}
			out = appendFraction(out, d.ticks%TicksPerSecond, n, ch == 'F')
		case ':':
			n = 1
			out = append(out, c.TimeSeparator...)
		case '/':
			n = 1
			out = append(out, c.DateSeparator...)
		case '\'', '"':
			literal, size, err := quotedLiteral(format[i:])
			if err != nil {
				return nil, err
			}
			out = append(out, literal...)
			n = size
		case '%':
			if i+1 >= len(format) || format[i+1] == '%' {
				return nil, inputError()
			}
			var err error
			if out, err = appendDate(out, d, format[i+1:i+2], c); err != nil {
				return nil, err
			}
			n = 2
		case '\\':
			if i+1 >= len(format) {
				return nil, inputError()
			}
			_, size := decodeRune(format[i+1:])
			out = append(out, format[i+1:i+1+size]...)
			n = 1 + size
		default:
			var known bool
			if out, known = appendDatePart(out, d, ch, n, c); !known {
				out = append(out, ch)
				n = 1
			}
		}
		i += n
	}
	return out, nil
}

// appendDatePart writes what n letters ch stand for; it is false if they stand for themselves.
func appendDatePart(out []byte, d instant, ch byte, n int, c *Culture) ([]byte, bool) {
	hour, minute, second, _ := Clock(d.ticks)
	switch ch {
	case 'd', 'M', 'y':
		return appendCalendarPart(out, d.ticks, ch, n, c), true
	case 'g':
		return append(out, c.EraName...), true
	case 'h':
		return appendPadded(out, (hour+11)%12+1, min(n, 2)), true
	case 'H':
		return appendPadded(out, hour, min(n, 2)), true
	case 'm':
		return appendPadded(out, minute, min(n, 2)), true
	case 's':
		return appendPadded(out, second, min(n, 2)), true
	case 't':
		designator := c.AMDesignator
		if hour >= 12 {
			designator = c.PMDesignator
		}
		if n == 1 && designator != "" {
			_, size := decodeRune(designator)
			designator = designator[:size]
		}
		return append(out, designator...), true
	case 'z':
		return appendOffset(out, d.offset, n), true
	case 'K':
		for range n {
			switch {
			case d.zoned || d.kind == Local:
				out = appendOffset(out, d.offset, 3)
			case d.kind == UTC:
				out = append(out, 'Z')
			}
		}
		return out, true
	}
	return out, false
}

func appendCalendarPart(out []byte, ticks int64, ch byte, n int, c *Culture) []byte {
	year, month, day := YearMonthDay(ticks)
	switch {
	case ch == 'y' && n <= 2:
		return appendPadded(out, year%100, n)
	case ch == 'y':
		return appendPadded(out, year, n)
	case ch == 'd' && n <= 2:
		return appendPadded(out, day, n)
	case ch == 'd' && n == 3:
		return append(out, c.DayAbbreviations[DayOfWeek(ticks)]...)
	case ch == 'd':
		return append(out, c.DayNames[DayOfWeek(ticks)]...)
	case n <= 2:
		return appendPadded(out, month, n)
	case n == 3:
		return append(out, c.MonthAbbreviation[month-1]...)
	}
	return append(out, c.MonthNames[month-1]...)
}

// repeated is how often the first byte of s stands there.
func repeated(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// appendFraction writes n decimals of a second; F drops the zeros at the end, and a point before them if nothing is left.
func appendFraction(out []byte, fraction int64, n int, drop bool) []byte {
	for range 7 - n {
		fraction /= 10
	}
	if drop {
		for n > 0 && fraction%10 == 0 {
			fraction /= 10
			n--
		}
		if n == 0 {
			if len(out) > 0 && out[len(out)-1] == '.' {
				out = out[:len(out)-1]
			}
			return out
		}
	}
	return appendPadded(out, int(fraction), n)
}

// appendOffset writes +h, +hh or +hh:mm.
func appendOffset(out []byte, offset int64, n int) []byte {
	sign := byte('+')
	if offset < 0 {
		sign, offset = '-', -offset
	}
	out = appendPadded(append(out, sign), int(offset/TicksPerHour), min(n, 2))
	if n > 2 {
		out = appendPadded(append(out, ':'), int(offset/TicksPerMinute%60), 2)
	}
	return out
}

// quotedLiteral reads a literal in quotes, in which a backslash takes the next character as it is, and how long it is in the format.
func quotedLiteral(format string) (literal string, size int, err error) {
	end := strings.IndexByte(format[1:], format[0])
	if end >= 0 && strings.IndexByte(format[1:1+end], '\\') < 0 {
		return format[1 : 1+end], end + 2, nil
	}
	var b strings.Builder
	for i := 1; i < len(format); i++ {
		switch format[i] {
		case format[0]:
			return b.String(), i + 1, nil
		case '\\':
			if i+1 >= len(format) {
				return "", 0, inputError()
			}
			i++
		}
		b.WriteByte(format[i])
	}
	return "", 0, formatError("Cannot find a matching quote character for the character '" + format[:1] + "'.")
}
