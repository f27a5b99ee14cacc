package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateMatcher reads a date by a custom format.
type dateMatcher struct {
	text    string // for messages
	rest    string // what is still to be read
	culture *Culture
	inner   bool // white space between the parts may differ
	date    exactDate
}

func (m *dateMatcher) fail() error { return dateError(m.text) }

func (m *dateMatcher) match(format string) error {
	for i := 0; i < len(format); {
		n := repeated(format[i:])
		var err error
		switch ch := format[i]; ch {
		case ':':
			n = 1
			err = m.literal(m.culture.TimeSeparator)
		case '/':
			n = 1
			err = m.literal(m.culture.DateSeparator)
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
		case '.':
			n = 1
			// The point before F is left out with the digits.
			if i+1 < len(format) && format[i+1] == 'F' && !strings.HasPrefix(m.rest, ".") {
				break
			}
			err = m.literal(".")
		default:
			var known bool
			if known, err = m.part(ch, n); !known {
				_, n = decodeRune(format[i:])
				err = m.literal(format[i : i+n])
			}
		}
		if err != nil {
			return err
		}
		i += n
	}
	return nil
}

// literal reads what stands in the format; any blank stands for any other, as the cultures' patterns hold U+202F.
func (m *dateMatcher) literal(s string) error {
	for _, r := range s {
		if unicode.IsSpace(r) && m.inner {
			m.blanks()
			continue
		}
		m.skipInner()
		got, size := utf8.DecodeRuneInString(m.rest)
		if size == 0 || got != r && !(isDateBlank(got) && isDateBlank(r)) {
			return m.fail()
		}
		m.rest = m.rest[size:]
	}
	return nil
}

func isDateBlank(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' }

func (m *dateMatcher) blanks() { m.rest = strings.TrimLeftFunc(m.rest, unicode.IsSpace) }

func (m *dateMatcher) skipInner() {
	if m.inner {
		m.blanks()
	}
}

// part reads what n letters ch stand for; it is false if they stand for themselves.
func (m *dateMatcher) part(ch byte, n int) (bool, error) {
	m.skipInner()
	d := &m.date
	switch ch {
	case 'y':
		return true, m.year(n)
	case 'M':
		if n > 2 {
			return true, m.name(&d.monthNumber, monthNames(m.culture, n), 1)
		}
		return true, m.number(&d.monthNumber, n)
	case 'd':
		if n > 2 {
			return true, m.name(&d.weekday, dayNames(m.culture, n), 0)
		}
		return true, m.number(&d.dayNumber, n)
	case 'h':
		d.twelve = true
		return true, m.number(&d.hour, n)
	case 'H':
		return true, m.number(&d.hour, n)
	case 'm':
		return true, m.number(&d.minute, n)
	case 's':
		return true, m.number(&d.second, n)
	case 'f', 'F':
		if n > 7 {
			return true, inputError()
		}
		return true, m.fraction(n, ch == 'F')
	case 't':
		return true, m.halfOfDay(n)
	case 'z':
		return true, m.offset(n)
	case 'K':
		if m.rest == "" || m.rest[0] != 'Z' && m.rest[0] != '+' && m.rest[0] != '-' {
			return true, nil
		}
		return true, m.offset(3)
	case 'g':
		return true, m.era()
	}
	return false, nil
}

// set notes a part; one that is named twice must be the same.
func (m *dateMatcher) set(part *int, value int) error {
	if *part >= 0 && *part != value {
		return m.fail()
	}
	*part = value
	return nil
}

// number reads one or two digits, or exactly two.
func (m *dateMatcher) number(part *int, n int) error {
	digits := min(leadingDigits(m.rest), 2)
	if digits < min(n, 2) {
		return m.fail()
	}
	value, _ := digitsValue(m.rest[:digits], 99)
	m.rest = m.rest[digits:]
	return m.set(part, value)
}

func (m *dateMatcher) year(n int) error {
	digits := min(leadingDigits(m.rest), max(n, 2))
	if digits < n {
		return m.fail()
	}
	value, fits := digitsValue(m.rest[:digits], 99_999)
	if !fits {
		return m.fail()
	}
	m.rest = m.rest[digits:]
	if n <= 2 {
		value = dateNumber{value, digits}.fullYear()
	}
	return m.set(&m.date.year, value)
}

func monthNames(c *Culture, n int) []string {
	if n == 3 {
		return c.MonthAbbreviation[:]
	}
	return c.MonthNames[:]
}

func dayNames(c *Culture, n int) []string {
	if n == 3 {
		return c.DayAbbreviations[:]
	}
	return c.DayNames[:]
}

// name reads the longest of the names that stands here.
func (m *dateMatcher) name(part *int, names []string, first int) error {
	found, size := -1, 0
	for i, name := range names {
		if len(name) > size && len(m.rest) >= len(name) && EqualFold(m.rest[:len(name)], name) {
			found, size = i, len(name)
		}
	}
	if found < 0 {
		return m.fail()
	}
	m.rest = m.rest[size:]
	return m.set(part, found+first)
}

// fraction reads n digits, or up to n.
func (m *dateMatcher) fraction(n int, optional bool) error {
	digits := min(leadingDigits(m.rest), n)
	if digits < n && !optional {
		return m.fail()
	}
	ticks := fractionTicks(m.rest[:digits])
	m.rest = m.rest[digits:]
	if m.date.fraction >= 0 && m.date.fraction != ticks {
		return m.fail()
	}
	m.date.fraction = ticks
	return nil
}

// halfOfDay reads the first letter of AM or PM, or all of it.
func (m *dateMatcher) halfOfDay(n int) error {
	for i, designator := range []string{m.culture.AMDesignator, m.culture.PMDesignator} {
		if n == 1 && designator != "" {
			designator = designator[:1]
		}
		if len(m.rest) >= len(designator) && designator != "" && EqualFold(m.rest[:len(designator)], designator) {
			h := morning + half(i)
			if m.date.half != wholeDay && m.date.half != h {
				return m.fail()
			}
			m.date.half = h
			m.rest = m.rest[len(designator):]
			return nil
		}
	}
	return m.fail()
}

// offset reads Z, +h, +hh or +hh:mm.
func (m *dateMatcher) offset(n int) error {
	if strings.HasPrefix(m.rest, "Z") {
		m.rest = m.rest[1:]
		m.date.zone = utcZone
		return nil
	}
	if m.rest == "" || m.rest[0] != '+' && m.rest[0] != '-' {
		return m.fail()
	}
	negative := m.rest[0] == '-'
	hours, minutes := -1, -1
	m.rest = m.rest[1:]
	if err := m.number(&hours, min(n, 2)); err != nil {
		return err
	}
	if n > 2 {
		m.rest = strings.TrimPrefix(m.rest, ":")
		if err := m.number(&minutes, 2); err != nil {
			return err
		}
	}
	minutes = max(minutes, 0)
	if minutes > 59 || hours*60+minutes > 14*60 {
		return m.fail()
	}
	m.date.zone = offsetZone
	m.date.offset = int64(hours)*TicksPerHour + int64(minutes)*TicksPerMinute
	if negative {
		m.date.offset = -m.date.offset
	}
	return nil
}

func (m *dateMatcher) era() error {
	for _, era := range []string{m.culture.EraName, m.culture.EraAbbreviation} {
		if len(m.rest) >= len(era) && EqualFold(m.rest[:len(era)], era) {
			m.rest = m.rest[len(era):]
			return nil
		}
	}
	return m.fail()
}
