package bind

import (
	"time"

	"rehearse/runtime/value"
)

// unixEpoch is 1970-01-01 in seconds since 0001-01-01.
const unixEpoch = 62135596800

// localDate is a date as the current culture (en-US) writes it: `1/2/2024 12:00:00 AM`, with a narrow no-break space before the half of the day.
func localDate(v value.Value) string {
	return time.Unix(v.Ticks()/1e7-unixEpoch, 0).UTC().Format("1/2/2006 3:04:05\u202fPM")
}
