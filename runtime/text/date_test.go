package text

import "testing"

// dates are the values that the tables format.
var dates = map[string]int64{
	"[datetime]'2024-03-05'":                  638451936000000000,
	"[datetime]'2024-03-05T13:07:09.1234567'": 638452408291234567,
	"[datetime]'1999-12-31T23:59:59'":         630822815990000000,
	"[datetime]::MinValue":                    0,
}

func TestFormatDateTimeRows(t *testing.T) {
	check := func(t *testing.T, groups []string, want string) {
		ticks, ok := dates[groups[1]]
		if !ok {
			return
		}
		got := recorded(FormatDateTime(ticks, Unspecified, literal(groups[2]), EnglishUS))
		if !sameResult(got, want) {
			t.Errorf("%s: %s, want %s", groups[0], got, want)
		}
	}
	eachRow(t, "formats", `\((\[datetime\][^)]*)\)\.ToString\('(.*)'\)`, 100, check)
	eachRow(t, "formats", `'\{0:([^}]*)\}' -f \((\[datetime\][^)]*)\)`, 40, func(t *testing.T, groups []string, want string) {
		check(t, []string{groups[0], groups[2], groups[1]}, want)
	})
}

func TestFormatDateTimeOffsetRows(t *testing.T) {
	const ticks, offset = 638452408290000000, 2 * TicksPerHour
	eachRow(t, "formats", `\(\[datetimeoffset\]'2024-03-05T13:07:09\+02:00'\)\.ToString\('(.*)'\)`, 30, func(t *testing.T, groups []string, want string) {
		got := recorded(FormatDateTimeOffset(ticks, offset, literal(groups[1]), EnglishUS))
		if !sameResult(got, want) {
			t.Errorf("%s: %s, want %s", groups[0], got, want)
		}
	})
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
	check := func(t *testing.T, groups []string, want string) {
		ticks, ok := spans[groups[1]]
		if !ok {
			return
		}
		got := recorded(FormatTimeSpan(ticks, literal(groups[2]), EnglishUS))
		if !sameResult(got, want) {
			t.Errorf("%s: %s, want %s", groups[0], got, want)
		}
	}
	eachRow(t, "formats", `\((-?\[timespan\].*)\)\.ToString\('(.*)'\)`, 40, check)
	eachRow(t, "formats", `'\{0:(.*)\}' -f \((-?\[timespan\].*)\)`, 40, func(t *testing.T, groups []string, want string) {
		check(t, []string{groups[0], groups[2], groups[1]}, want)
	})
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
