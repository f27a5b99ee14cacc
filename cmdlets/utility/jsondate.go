package utility

import (
	"strconv"
	"strings"
	"time"

	"rehearse/runtime"
	"rehearse/runtime/value"
)

// The values of -DateKind.
const (
	jsonDateDefault = iota
	jsonDateLocal
	jsonDateUTC
	jsonDateOffset
	jsonDateString
)

// jsonDates makes dates of texts that look like them (oracle/data, section 4.1).
type jsonDates struct {
	kind int64
	zone *time.Location
}

func newJSONDates(c *runtime.Call) jsonDates {
	return jsonDates{c.Value(fromJSONDateKind).Int(), c.Host().Clock.Now().Location()}
}

// value is a text as a date if it is shaped like one, else itself.
func (d *jsonDates) value(c *runtime.Call, s string) value.Value {
	if d.kind == jsonDateString || len(s) < 9 {
		return value.OfString(s)
	}
	if t, zone, ok := isoDate(s); ok {
		return d.date(c, s, t, zone)
	}
	if t, ok := ajaxDate(s); ok {
		return d.date(c, "", t, zoneUTC)
	}
	return value.OfString(s)
}

// jsonZone is what a date says about its zone.
type jsonZone uint8

const (
	zoneNone jsonZone = iota
	zoneUTC
	zoneOffset
)

// date is the instant t (the clock time, for a date without zone) as the kind that is asked for.
func (d *jsonDates) date(c *runtime.Call, s string, t time.Time, zone jsonZone) value.Value {
	switch {
	case d.kind == jsonDateOffset:
		return d.offset(c, s, t, zone)
	case zone == zoneNone && d.kind == jsonDateLocal:
		return value.OfTime(t, 2)
	case zone == zoneNone && d.kind == jsonDateUTC:
		return value.OfTime(t, 1)
	case zone == zoneNone:
		return value.OfTime(t, 0)
	case d.kind == jsonDateUTC, d.kind == jsonDateDefault && zone == zoneUTC:
		return value.OfTime(t.UTC(), 1)
	}
	_, shift := t.In(d.zone).Zone()
	return value.OfTime(t.UTC().Add(time.Duration(shift)*time.Second), 2)
}

// offset is the date as a DateTimeOffset, with the offset that it was written with.
func (d *jsonDates) offset(c *runtime.Call, s string, t time.Time, zone jsonZone) value.Value {
	form := "2006-01-02T15:04:05.9999999-07:00"
	if zone == zoneNone {
		t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), d.zone)
	}
	v, err := c.Cast(value.OfString(t.Format(form)), c.FindType("System.DateTimeOffset"))
	if err != nil {
		return value.OfString(s)
	}
	return v
}

// isoDate reads yyyy-MM-ddTHH:mm:ss with up to seven digits of a fraction and perhaps a zone.
func isoDate(s string) (t time.Time, zone jsonZone, ok bool) {
	if len(s) < 19 || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return t, 0, false
	}
	var n [6]int
	for i, at := range [...][2]int{{0, 4}, {5, 7}, {8, 10}, {11, 13}, {14, 16}, {17, 19}} {
		if n[i], ok = digitsOf(s[at[0]:at[1]]); !ok {
			return t, 0, false
		}
	}
	rest := s[19:]
	nanos := 0
	if strings.HasPrefix(rest, ".") {
		i := 1
		for i < len(rest) && rest[i] >= '0' && rest[i] <= '9' {
			i++
		}
		if i == 1 || i > 8 {
			return t, 0, false
		}
		f, _ := digitsOf(rest[1:i]) // digits, as just seen
		for k := i; k < 10; k++ {
			f *= 10
		}
		nanos, rest = f, rest[i:]
	}
	loc, zone, ok := zoneOf(rest)
	if !ok || n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[3] > 23 || n[4] > 59 || n[5] > 59 {
		return t, 0, false
	}
	t = time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], nanos, loc)
	return t, zone, t.Day() == n[2]
}

func digitsOf(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// zoneOf reads the end of a date: nothing, Z, or an offset as +hh:mm or +hhmm.
func zoneOf(s string) (*time.Location, jsonZone, bool) {
	switch {
	case s == "":
		return time.UTC, zoneNone, true
	case s == "Z" || s == "z":
		return time.UTC, zoneUTC, true
	case s[0] != '+' && s[0] != '-':
		return nil, 0, false
	}
	digits := s[1:]
	if len(digits) == 5 && digits[2] == ':' {
		digits = digits[:2] + digits[3:]
	}
	n, ok := digitsOf(digits)
	if !ok || len(digits) != 4 || n%100 > 59 || n > 1400 {
		return nil, 0, false
	}
	seconds := n/100*3600 + n%100*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds), zoneOffset, true
}

// ajaxDate reads /Date(milliseconds)/.
func ajaxDate(s string) (time.Time, bool) {
	inner, ok := strings.CutPrefix(s, "/Date(")
	if !ok {
		return time.Time{}, false
	}
	inner, ok = strings.CutSuffix(inner, ")/")
	if !ok {
		return time.Time{}, false
	}
	if i := strings.LastIndexAny(inner, "+-"); i > 0 {
		inner = inner[:i] // an offset changes nothing about the instant
	}
	ms, err := strconv.ParseInt(inner, 10, 64)
	if err != nil || ms < -62135596800000 || ms > 253402300799999 {
		return time.Time{}, false
	}
	return time.UnixMilli(ms).UTC(), true
}
