package text

import (
	"strings"
	"unicode"
)

// ParseDateTimeExact is [datetime]::ParseExact(s, formats, c, styles): the first format that fits. Parts that the format
// does not name come from now.
func ParseDateTimeExact(s string, formats []string, c *Culture, styles DateStyles, now int64) (ticks int64, kind int, err error) {
	p, ticks, err := parseDateExact(s, formats, c, styles, now)
	if err != nil {
		return 0, 0, err
	}
	return p.inLocalTime(s, ticks, styles|p.adjust)
}

// ParseDateTimeOffsetExact is [datetimeoffset]::ParseExact(s, formats, c, styles).
func ParseDateTimeOffsetExact(s string, formats []string, c *Culture, styles DateStyles, now int64) (ticks, offset int64, err error) {
	p, ticks, err := parseDateExact(s, formats, c, styles, now)
	if err != nil {
		return 0, 0, err
	}
	return p.withOffset(s, ticks, styles)
}

func parseDateExact(s string, formats []string, c *Culture, styles DateStyles, now int64) (*exactDate, int64, error) {
	err := dateError(s)
	for _, format := range formats {
		var p *exactDate
		var ticks int64
		if p, ticks, err = parseDateFormat(s, format, c, styles, now); err == nil {
			return p, ticks, nil
		}
	}
	if len(formats) > 1 {
		err = dateError(s)
	}
	return nil, 0, err
}

// exactDate is a date that is read by a format. Parts that were not named yet are -1.
type exactDate struct {
	parsedDate
	year, monthNumber, dayNumber int
	twelve                       bool // the hour is one of half a day
	adjust                       DateStyles
}

func parseDateFormat(s, format string, c *Culture, styles DateStyles, now int64) (*exactDate, int64, error) {
	if format == "" {
		return nil, 0, formatError("Format specifier '' was invalid.")
	}
	m := dateMatcher{text: s, rest: s, culture: c, inner: styles&AllowInnerDateWhite != 0}
	m.date = exactDate{year: -1, monthNumber: -1, dayNumber: -1}
	m.date.weekday, m.date.hour, m.date.minute, m.date.second, m.date.fraction = -1, -1, -1, -1, -1
	if len(format) == 1 {
		pattern, fixed, ok := datePattern(format[0], c)
		if !ok {
			return nil, 0, inputError()
		}
		if fixed {
			m.culture = Invariant
		}
		if format == "U" {
			m.date.zone, m.date.adjust = utcZone, AdjustToUniversal
		}
		format = pattern
	}
	if s == "" {
		return nil, 0, dateError(s)
	}
	if styles&AllowLeadingDateWhite != 0 {
		m.rest = strings.TrimLeftFunc(m.rest, unicode.IsSpace)
	}
	if styles&AllowTrailingDateWhite != 0 {
		m.rest = strings.TrimRightFunc(m.rest, unicode.IsSpace)
	}
	if err := m.match(format); err != nil {
		return nil, 0, err
	}
	if m.rest != "" {
		return nil, 0, dateError(s)
	}
	ticks, err := m.date.resolve(s, styles, now)
	return &m.date, ticks, err
}

// resolve fills what the format left out: today if it names no date, else the first month and day.
func (d *exactDate) resolve(s string, styles DateStyles, now int64) (int64, error) {
	today := now - now%TicksPerDay
	if styles&NoCurrentDateDefault != 0 {
		today = 0
	}
	year, month, day := YearMonthDay(today)
	if d.year >= 0 || d.monthNumber >= 0 || d.dayNumber >= 0 {
		month, day = 1, 1
		for _, part := range []struct{ from, to *int }{{&d.year, &year}, {&d.monthNumber, &month}, {&d.dayNumber, &day}} {
			if *part.from >= 0 {
				*part.to = *part.from
			}
		}
	}
	if d.twelve && d.half == wholeDay {
		d.half = morning
	}
	d.hour, d.minute, d.second, d.fraction = max(d.hour, 0), max(d.minute, 0), max(d.second, 0), max(d.fraction, 0)
	if !d.twelve && d.half == afternoon && d.hour >= 12 {
		d.half = wholeDay
	}
	if !d.applyHalf() {
		return 0, dateError(s)
	}
	midnight, ok := DateTicks(year, month, day)
	clock, clockOK := TimeTicks(d.hour, d.minute, d.second, 0)
	if !ok || !clockOK {
		return 0, dateCalendarError(s)
	}
	if d.weekday >= 0 && DayOfWeek(midnight) != d.weekday {
		return 0, weekdayError(s)
	}
	return midnight + clock + d.fraction, nil
}
