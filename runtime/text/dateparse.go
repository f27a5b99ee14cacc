package text

import "strconv"

// DateStyles is .NET's DateTimeStyles.
type DateStyles int

// The values of DateTimeStyles.
const (
	AllowLeadingDateWhite  DateStyles = 1
	AllowTrailingDateWhite DateStyles = 2
	AllowInnerDateWhite    DateStyles = 4
	NoCurrentDateDefault   DateStyles = 8
	AdjustToUniversal      DateStyles = 16
	AssumeLocal            DateStyles = 32
	AssumeUniversal        DateStyles = 64
	RoundtripKind          DateStyles = 128
)

func dateError(s string) error {
	return formatError("String '" + s + "' was not recognized as a valid DateTime.")
}

func weekdayError(s string) error {
	return formatError("String '" + s + "' was not recognized as a valid DateTime because the day of week was incorrect.")
}

func dateCalendarError(s string) error {
	return formatError("The DateTime represented by the string '" + s +
		"' is not supported in calendar 'System.Globalization.GregorianCalendar'.")
}

func unknownWordError(s string, at int) error {
	return formatError("The string '" + s + "' was not recognized as a valid DateTime. There is an unknown word starting at index '" +
		strconv.Itoa(Utf16Len(s[:at])) + "'.")
}

// parsedDate is what a text says of a date.
type parsedDate struct {
	numbers []dateNumber // of the date, in order
	month   int          // named, 0 if there is none
	weekday int          // named, -1 if there is none

	clocked              bool
	hour, minute, second int
	fraction             int64
	half                 half

	zone   zoneKind
	offset int64
}

type dateNumber struct{ value, digits int }

// half is the half of the day that AM or PM name.
type half uint8

const (
	wholeDay half = iota
	morning
	afternoon
)

// zoneKind is how a text names its time zone.
type zoneKind uint8

const (
	noZone     zoneKind = iota
	utcZone             // Z or GMT
	offsetZone          // +hh:mm
)

// ParseDateTime is [datetime]::Parse(s, c, styles). Parts that s does not name come from now, which is in local time.
func ParseDateTime(s string, c *Culture, styles DateStyles, now int64) (ticks int64, kind int, err error) {
	p, ticks, err := parseDate(s, c, styles, now)
	if err != nil {
		return 0, 0, err
	}
	return p.inLocalTime(s, ticks, styles)
}

// ParseDateTimeOffset is [datetimeoffset]::Parse(s, c, styles): the ticks of the clock and how far it is ahead of UTC.
func ParseDateTimeOffset(s string, c *Culture, styles DateStyles, now int64) (ticks, offset int64, err error) {
	p, ticks, err := parseDate(s, c, styles, now)
	if err != nil {
		return 0, 0, err
	}
	return p.withOffset(s, ticks, styles)
}

func parseDate(s string, c *Culture, styles DateStyles, now int64) (*parsedDate, int64, error) {
	scanner := dateScanner{text: s, culture: c, date: parsedDate{weekday: -1}}
	if err := scanner.scan(); err != nil {
		return nil, 0, err
	}
	p := &scanner.date
	today := now - now%TicksPerDay
	if styles&NoCurrentDateDefault != 0 {
		today = 0
	}
	midnight, ok := p.day(today)
	if !ok || !p.applyHalf() {
		return nil, 0, dateError(s)
	}
	clock, ok := TimeTicks(p.hour, p.minute, p.second, 0)
	if !ok {
		return nil, 0, dateCalendarError(s)
	}
	if p.weekday >= 0 && DayOfWeek(midnight) != p.weekday {
		return nil, 0, weekdayError(s)
	}
	return p, midnight + clock + p.fraction, nil
}

// applyHalf turns the hour of AM or PM into one of the whole day.
func (p *parsedDate) applyHalf() bool {
	if p.half == wholeDay {
		return true
	}
	if p.hour > 12 {
		return false
	}
	p.hour %= 12
	if p.half == afternoon {
		p.hour += 12
	}
	return true
}

// inLocalTime applies the zone that the text names, or the one that the styles assume, to the ticks of its clock.
func (p *parsedDate) inLocalTime(s string, ticks int64, styles DateStyles) (int64, int, error) {
	if p.zone == noZone {
		switch {
		case styles&(AssumeLocal|AssumeUniversal) == 0:
			return ticks, Unspecified, nil
		case styles&AdjustToUniversal != 0:
			return ticks, UTC, nil
		}
		return ticks, Local, nil
	}
	ticks -= p.offset
	if ticks < 0 || ticks > MaxTicks {
		return 0, 0, formatError("The UTC representation of the date '" + s + "' falls outside the year range 1-9999.")
	}
	if styles&AdjustToUniversal != 0 || styles&RoundtripKind != 0 && p.zone == utcZone {
		return ticks, UTC, nil
	}
	return ticks, Local, nil
}

// withOffset keeps the clock that the text shows.
func (p *parsedDate) withOffset(s string, ticks int64, styles DateStyles) (int64, int64, error) {
	utc := ticks - p.offset
	if utc < 0 || utc > MaxTicks {
		return 0, 0, formatError("The UTC representation of the date '" + s + "' falls outside the year range 1-9999.")
	}
	if styles&AdjustToUniversal != 0 {
		return utc, 0, nil
	}
	return ticks, p.offset, nil
}
