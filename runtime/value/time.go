package value

import (
	"strconv"
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

// dateText is DateTime.ToString() in a culture.
func dateText(v Value, c *text.Culture) string {
	if c != text.Invariant {
		s, _ := text.FormatDateTime(v.Ticks(), v.DateKind(), "G", c) // the standard formats never fail
		return s
	}
	year, month, day := text.YearMonthDay(v.Ticks())
	hour, minute, second, _ := text.Clock(v.Ticks())
	b := make([]byte, 0, len("01/02/2006 15:04:05"))
	b = append(appendTwo(b, month), '/')
	b = append(appendTwo(b, day), '/')
	b = append(appendTwo(appendTwo(b, year/100), year%100), ' ')
	b = append(appendTwo(b, hour), ':')
	b = append(appendTwo(b, minute), ':')
	return string(appendTwo(b, second))
}

func appendTwo(b []byte, n int) []byte { return append(b, '0'+byte(n/10), '0'+byte(n%10)) }

// spanText is TimeSpan.ToString(): [-][d.]hh:mm:ss[.fffffff].
func spanText(ticks int64) string {
	b := make([]byte, 0, 26)
	n := uint64(ticks)
	if ticks < 0 {
		b, n = append(b, '-'), -n
	}
	seconds, fraction := n/ticksPerSecond, n%ticksPerSecond
	if days := seconds / 86400; days > 0 {
		b = append(strconv.AppendUint(b, days, 10), '.')
	}
	b = append(appendTwo(b, int(seconds/3600%24)), ':')
	b = append(appendTwo(b, int(seconds/60%60)), ':')
	b = appendTwo(b, int(seconds%60))
	if fraction > 0 {
		b = append(b, '.')
		for place := uint64(ticksPerSecond / 10); place > 0; place /= 10 {
			b = append(b, '0'+byte(fraction/place%10))
		}
	}
	return string(b)
}
