package text

import (
	"strings"
	"testing"
)

func TestParseTimeSpanExact(t *testing.T) {
	const bad, outOfRange = "was not recognized as a valid TimeSpan.", "out of range or contains too many digits."
	tests := []struct{ text, format, want string }{
		{"12:34", `mm\:ss`, "00:12:34"}, {"1:02", `h\:mm`, "01:02:00"}, {"3.04", `d\.hh`, "3.04:00:00"},
		{"5 days", "d' days'", "5.00:00:00"}, {"04.5", `ss\.FFF`, "00:00:04.5000000"}, {"04.056", `ss\.fff`, "00:00:04.0560000"},
		{"7", "%d", "7.00:00:00"}, {"1.02:03:04.5", "c", "1.02:03:04.5000000"}, {"1:2:03:04.5", "g", "1.02:03:04.5000000"},
		{"0:01:02:03.0000000", "G", "01:02:03"},
		{"1:2", "c", bad}, {"1.02:03:04", "g", bad}, {"1:02", `mm\:ss`, bad}, {"12:34:56", `mm\:ss`, bad}, {"x", "c", bad},
		{"12:61", `mm\:ss`, outOfRange}, {"12:34", "mm:ss", badInput}, {"1", "q", badInput}, {"1", "", "Format specifier '' was invalid."},
		{"1 1", "d' 'd", badInput},
	}
	for _, test := range tests {
		ticks, err := ParseTimeSpanExact(test.text, []string{test.format}, Invariant, 0)
		got, _ := FormatTimeSpan(ticks, "", Invariant)
		if err != nil {
			got = err.Error()
		}
		if got != test.want && (err == nil || !strings.HasSuffix(got, test.want)) {
			t.Errorf("%s by %s: %s, want %s", test.text, test.format, got, test.want)
		}
	}
	if ticks, err := ParseTimeSpanExact("01:00", []string{"ss", `hh\:mm`}, Invariant, AssumeNegative); err != nil || ticks != -TicksPerHour {
		t.Error(ticks, err)
	}
}

func FuzzParseTimeSpanExact(f *testing.F) {
	f.Add("12:34", `mm\:ss`)
	f.Add("5 days", `%d' days'\"`)
	f.Fuzz(func(t *testing.T, s, format string) {
		if ticks, err := ParseTimeSpanExact(s, []string{format}, Invariant, AssumeNegative); err == nil && ticks > 0 && len(format) > 1 {
			t.Errorf("%q by %q: %d", s, format, ticks)
		}
	})
}
