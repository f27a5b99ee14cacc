package text

import "testing"

func TestWeekOfYear(t *testing.T) {
	tests := []struct {
		date     string
		rule     WeekRule
		firstDay int
		want     int
	}{
		{"2024-12-31", FirstFourDayWeek, 1, 53}, {"2024-12-30", FirstFourDayWeek, 1, 53}, {"2024-01-01", FirstDay, 0, 1},
		{"2024-01-07", FirstDay, 0, 2}, {"2024-12-31", FirstDay, 0, 53}, {"2023-01-01", FirstFullWeek, 0, 1},
		{"2023-01-01", FirstFourDayWeek, 1, 52}, {"2022-01-02", FirstFullWeek, 1, 52}, {"2021-01-03", FirstFourDayWeek, 1, 53},
		{"0001-01-01", FirstFullWeek, 0, 53},
	}
	for _, test := range tests {
		ticks, _, err := ParseDateTime(test.date, Invariant, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := WeekOfYear(ticks, test.rule, test.firstDay); got != test.want {
			t.Errorf("%s %d %d: %d, want %d", test.date, test.rule, test.firstDay, got, test.want)
		}
	}
}
