package text

import "testing"

// dates are the values that the tables format.
var dates = map[string]int64{
	"[datetime]'2024-03-05'":                  638451936000000000,
	"[datetime]'2024-03-05T13:07:09.1234567'": 638452408291234567,
	"[datetime]'1999-12-31T23:59:59'":         630822815990000000,
	"[datetime]::MinValue":                    0,
}

// formatRules evaluate ToString(format) and -f of the values in a map, given the pattern of their expressions.
func formatRules[T any](values map[string]T, pattern string, format func(T, string) (string, error)) []rule {
	call := func(value, text string, failure func(error) string) string {
		v, ok := values[value]
		if !ok {
			return "no value " + value
		}
		s, err := format(v, text)
		if err != nil {
			return failure(err)
		}
		return shown(s)
	}
	return []rule{
		{`\((` + pattern + `)\)\.ToString\(` + quotedText + `\)`, func(args []string) string {
			return call(args[0], unquote(args[1]), func(err error) string { return callFailure("ToString", "1", err) })
		}},
		{`'\{0:([^}]*)\}' -f \((` + pattern + `)\)`, func(args []string) string {
			return call(args[1], unquote("'"+args[0]+"'"), func(err error) string {
				return "error FormatError System.Management.Automation.RuntimeException: Error formatting a string: " + err.Error() + "."
			})
		}},
	}
}

func TestFormatDateTimeRows(t *testing.T) {
	pattern := `\[datetime\](?:'[^']*'|::MinValue)`
	replay(t, "formats", formatRules(dates, pattern, func(ticks int64, format string) (string, error) {
		return FormatDateTime(ticks, Unspecified, format, EnglishUS)
	}), 150)
}

func TestFormatDateTimeOffsetRows(t *testing.T) {
	values := map[string]int64{"[datetimeoffset]'2024-03-05T13:07:09+02:00'": 638452408290000000}
	replay(t, "formats", formatRules(values, `\[datetimeoffset\]'[^']*'`, func(ticks int64, format string) (string, error) {
		return FormatDateTimeOffset(ticks, 2*TicksPerHour, format, EnglishUS)
	}), 50)
}

// spans are the time spans that the tables format.
var spans = map[string]int64{
	"[timespan]'01:02:03'":               37230000000,
	"[timespan]'3.04:05:06.789'":         2739067890000,
	"-[timespan]'00:00:30'":              -300000000,
	"[timespan]::Zero":                   0,
	"[timespan]::FromMilliseconds(1500)": 15000000,
}

func TestFormatTimeSpanRows(t *testing.T) {
	pattern := `-?\[timespan\](?:'[^']*'|::Zero|::FromMilliseconds\(1500\))`
	replay(t, "formats", formatRules(spans, pattern, func(ticks int64, format string) (string, error) {
		return FormatTimeSpan(ticks, format, EnglishUS)
	}), 100)
}

func TestTimeSpanStandardFormats(t *testing.T) {
	tests := []struct {
		ticks int64
		c, g  string
		long  string
	}{
		{937845000000, "1.02:03:04.5000000", "1:2:03:04.5", "1:02:03:04.5000000"},
		{0, "00:00:00", "0:00:00", "0:00:00:00.0000000"},
		{-1 << 63, "-10675199.02:48:05.4775808", "-10675199:2:48:05.4775808", "-10675199:02:48:05.4775808"},
	}
	for _, test := range tests {
		for format, want := range map[string]string{"c": test.c, "g": test.g, "G": test.long} {
			if got, err := FormatTimeSpan(test.ticks, format, EnglishUS); err != nil || got != want {
				t.Errorf("%d %s: %q %v, want %q", test.ticks, format, got, err, want)
			}
		}
	}
}

func TestCalendar(t *testing.T) {
	for year := 1; year <= 9999; year += 7 {
		for month := 1; month <= 12; month++ {
			for _, day := range []int{1, 28, DaysInMonth(year, month)} {
				ticks, ok := DateTicks(year, month, day)
				y, m, d := YearMonthDay(ticks + TicksPerDay - 1)
				if !ok || y != year || m != month || d != day {
					t.Fatalf("%d-%d-%d: %d-%d-%d", year, month, day, y, m, d)
				}
			}
		}
	}
	day := dates["[datetime]'2024-03-05'"]
	if DayOfYear(day) != 65 || DayOfWeek(day) != 2 {
		t.Error(DayOfYear(day), DayOfWeek(day))
	}
	january, _ := DateTicks(2024, 1, 31)
	if february, err := AddMonths(january, 1); err != nil || DayOfYear(february) != 60 {
		t.Error(february, err)
	}
	if _, err := AddMonths(0, -1); err == nil {
		t.Error("a month before the year 1")
	}
	if _, err := AddUnits(MaxTicks, 1, TicksPerDay); err == nil {
		t.Error("a day after 9999")
	}
	last, _ := DateTicks(2024, 12, 31)
	if year, week := ISOWeek(last); year != 2025 || week != 1 {
		t.Error(year, week)
	}
	if year, week := ISOWeek(MaxTicks); year != 9999 || week != 52 {
		t.Error(year, week)
	}
}
