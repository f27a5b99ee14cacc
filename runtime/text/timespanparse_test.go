package text

import (
	"strings"
	"testing"
)

func shownSpan(ticks int64) string {
	s, _ := FormatTimeSpan(ticks, "", Invariant)
	return "System.TimeSpan '" + s + "'"
}

func TestParseTimeSpanRows(t *testing.T) {
	rules := []rule{
		{`\[timespan\]` + quotedText, func(args []string) string {
			s := unquote(args[0])
			ticks, err := ParseTimeSpan(s, Invariant)
			if err != nil {
				return castFailure(s, "System.TimeSpan", err)
			}
			return shownSpan(ticks)
		}},
		{`\[timespan\]::Parse\(` + quotedText + `\)`, func(args []string) string {
			ticks, err := ParseTimeSpan(unquote(args[0]), EnglishUS)
			if err != nil {
				return callFailure("Parse", "1", err)
			}
			return shownSpan(ticks)
		}},
		{quotedText + ` -as \[timespan\]`, func(args []string) string {
			ticks, err := ParseTimeSpan(unquote(args[0]), Invariant)
			if err != nil {
				return "null"
			}
			return shownSpan(ticks)
		}},
	}
	replay(t, "dates", rules, 50)
	replay(t, "casts", rules, 15)
	replay(t, "statics", rules, 8)
}

func TestParseTimeSpanForms(t *testing.T) {
	const bad, outOfRange = "was not recognized as a valid TimeSpan.", "out of range or contains too many digits."
	tests := []struct{ text, want string }{
		{"5", "5.00:00:00"}, {"1:2", "01:02:00"}, {"1:2:3", "01:02:03"}, {"1.2:3", "1.02:03:00"}, {"-1:00", "-01:00:00"},
		{"1:2:3.5", "01:02:03.5000000"}, {"100:00:00", "100.00:00:00"}, {"0:00:01:02", "00:01:02"}, {" 7 ", "7.00:00:00"},
		{"1.2:3:4.5", "1.02:03:04.5000000"}, {"1:2:3:4.5", "1.02:03:04.5000000"},
		{"10675199.02:48:05.4775807", "10675199.02:48:05.4775807"}, {"-10675199.02:48:05.4775808", "-10675199.02:48:05.4775808"},
		{"10675199.02:48:05.4775808", outOfRange}, {"24:00", outOfRange}, {"23:60", outOfRange}, {"1.24:00:00", outOfRange},
		{"+14158000700", outOfRange}, {"1:2:3.12345678", outOfRange},
		{"x", bad}, {"", bad}, {"1d", bad}, {"+3", bad}, {"1.5", bad}, {"1:", bad}, {":1", bad}, {"1:2:3:4:5:6", bad},
	}
	for _, test := range tests {
		ticks, err := ParseTimeSpan(test.text, Invariant)
		got, _ := FormatTimeSpan(ticks, "", Invariant)
		if err != nil {
			got = err.Error()
		}
		if got != test.want && (err == nil || !strings.HasSuffix(got, test.want)) {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
}

func FuzzParseTimeSpan(f *testing.F) {
	for _, s := range []string{"1.02:03:04.5", "-5", "100:00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ticks, err := ParseTimeSpan(s, Invariant)
		if err != nil {
			return
		}
		round, _ := FormatTimeSpan(ticks, "", Invariant)
		if again, err := ParseTimeSpan(round, Invariant); err != nil || again != ticks {
			t.Errorf("%q: %d, %s gives %d %v", s, ticks, round, again, err)
		}
	})
}
