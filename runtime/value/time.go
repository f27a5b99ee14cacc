package value

import (
	"fmt"
	"time"

	"rehearse/runtime/text"
)

// ticksPerSecond is the number of 100 ns ticks in a second.
const ticksPerSecond = 10_000_000

// unixTicks are the ticks at 1970-01-01.
const unixTicks = 621355968000000000

// OfTime is an instant as a [datetime] of a kind (1 UTC, 2 local).
func OfTime(t time.Time, kind int) Value {
	return OfDateTime(t.Unix()*ticksPerSecond+int64(t.Nanosecond()/100)+unixTicks, kind)
}

// Time is a [datetime] as an instant, its clock time taken as UTC.
func (v Value) Time() time.Time {
	n := v.Ticks() - unixTicks
	s := n / ticksPerSecond
	r := n % ticksPerSecond
	if r < 0 {
		s, r = s-1, r+ticksPerSecond
	}
	return time.Unix(s, r*100).UTC()
}

// dateText is a date in strings.
func dateText(v Value) string { return v.Time().Format("01/02/2006 15:04:05") }

// spanText is TimeSpan.ToString(): [-][d.]hh:mm:ss[.fffffff].
func spanText(ticks int64) string {
	sign := ""
	n := uint64(ticks)
	if ticks < 0 {
		sign, n = "-", -n
	}
	frac := n % ticksPerSecond
	sec := n / ticksPerSecond
	s := sign
	if d := sec / 86400; d > 0 {
		s += fmt.Sprintf("%d.", d)
	}
	s += fmt.Sprintf("%02d:%02d:%02d", sec/3600%24, sec/60%60, sec%60)
	if frac > 0 {
		s += fmt.Sprintf(".%07d", frac)
	}
	return s
}

// formatTime is ToString(format) of a date or time span.
func formatTime(v Value, format string) (string, error) {
	if v.Kind() == DateTime {
		s, err := text.FormatDateTime(v.Ticks(), v.DateKind(), format, text.EnglishUS)
		return s, wrapText(err)
	}
	s, err := text.FormatTimeSpan(v.Int(), format, text.EnglishUS)
	return s, wrapText(err)
}

func wrapText(err error) error {
	if err == nil {
		return nil
	}
	return exceptionOf(err)
}
