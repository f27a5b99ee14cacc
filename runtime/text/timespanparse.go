package text

import (
	"strings"
	"unicode"
)

const maxSpanDays = 10_675_199

func spanError(s string) error {
	return formatError("String '" + s + "' was not recognized as a valid TimeSpan.")
}

func spanRangeError(s string) error {
	return &Error{OverflowException, "The TimeSpan string '" + s +
		"' could not be parsed because at least one of the numeric components is out of range or contains too many digits."}
}

// spanNumber is a number in a time span with the separator before it, 0 for the first.
type spanNumber struct {
	value, digits int
	before        byte
}

// ParseTimeSpan is [timespan]::Parse(s, c): d, h:m, h:m:s, each also with days (d. or d:) and a fraction of the second.
func ParseTimeSpan(s string, c *Culture) (int64, error) {
	body := strings.TrimFunc(s, unicode.IsSpace)
	body, negative := strings.CutPrefix(body, c.NegativeSign)
	numbers, tooLarge, ok := scanSpan(body, c.DecimalSeparator)
	switch {
	case tooLarge:
		return 0, spanRangeError(s)
	case !ok:
		return 0, spanError(s)
	}
	var shape [5]byte
	for i, n := range numbers {
		shape[i] = n.before
	}
	value := func(i int) int { return numbers[i].value }
	var fraction *spanNumber
	if last := &numbers[len(numbers)-1]; len(numbers) >= 4 && last.before == '.' {
		fraction = last
	}
	var ticks int64
	switch form := string(shape[1:len(numbers)]); form {
	case "":
		ticks, ok = spanTicks(value(0), 0, 0, 0, fraction)
	case ":":
		ticks, ok = spanTicks(0, value(0), value(1), 0, fraction)
	case "::":
		// Hours that the clock does not have are days, and the rest hours and minutes.
		if ticks, ok = spanTicks(0, value(0), value(1), value(2), fraction); !ok {
			ticks, ok = spanTicks(value(0), value(1), value(2), 0, fraction)
		}
	case ".:":
		ticks, ok = spanTicks(value(0), value(1), value(2), 0, fraction)
	case "::.":
		ticks, ok = spanTicks(0, value(0), value(1), value(2), fraction)
	case ":::", ".::", ":::.", ".::.":
		ticks, ok = spanTicks(value(0), value(1), value(2), value(3), fraction)
	default:
		return 0, spanError(s)
	}
	if ok {
		ticks, ok = signedSpan(ticks, negative)
	}
	if !ok {
		return 0, spanRangeError(s)
	}
	return ticks, nil
}

// scanSpan reads numbers and the separators between them. A number too large for any part is reported before anything
// else that may be wrong.
func scanSpan(s, point string) (numbers []spanNumber, tooLarge, ok bool) {
	s, sign := strings.CutPrefix(s, "+")
	before := byte(0)
	for {
		digits := leadingDigits(s)
		value, fits := digitsValue(s[:digits], 99_999_999)
		if !fits {
			return nil, true, false
		}
		if digits == 0 || len(numbers) == 5 {
			return nil, false, false
		}
		numbers = append(numbers, spanNumber{value, digits, before})
		s = s[digits:]
		switch {
		case s == "":
			return numbers, false, !sign
		case s[0] == ':':
			before, s = ':', s[1:]
		case s[0] == '.':
			before, s = '.', s[1:]
		case strings.HasPrefix(s, point):
			before, s = '.', s[len(point):]
		default:
			return nil, false, false
		}
	}
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// digitsValue is the value of digits if it is not above most.
func digitsValue(s string, most int) (int, bool) {
	n := 0
	for i := range len(s) {
		if n = n*10 + int(s[i]-'0'); n > most {
			return 0, false
		}
	}
	return n, true
}

// spanTicks adds the parts up; it is false if one of them is out of its range.
func spanTicks(days, hours, minutes, seconds int, fraction *spanNumber) (int64, bool) {
	if days > maxSpanDays || hours > 23 || minutes > 59 || seconds > 59 {
		return 0, false
	}
	// The sum may be one more than an int64 holds, which a negative sign puts right.
	ticks := int64(days)*TicksPerDay + int64(hours)*TicksPerHour + int64(minutes)*TicksPerMinute + int64(seconds)*TicksPerSecond
	if fraction != nil {
		if fraction.digits > 7 {
			return 0, false
		}
		f := int64(fraction.value)
		for range 7 - fraction.digits {
			f *= 10
		}
		ticks += f
	}
	return ticks, true
}

// signedSpan applies the sign to a sum that may have overflowed into the negative.
func signedSpan(ticks int64, negative bool) (int64, bool) {
	if negative {
		ticks = -ticks
		return ticks, ticks <= 0
	}
	return ticks, ticks >= 0
}
