package text

// WeekRule is .NET's CalendarWeekRule: which week is the first of the year.
type WeekRule int

// The values of CalendarWeekRule.
const (
	FirstDay         WeekRule = iota // the one of January 1
	FirstFullWeek                    // the first of seven days
	FirstFourDayWeek                 // the first of at least four days
)

// WeekOfYear is Calendar.GetWeekOfYear(date, rule, firstDay); firstDay is the day that weeks begin with, 0 for Sunday.
func WeekOfYear(ticks int64, rule WeekRule, firstDay int) int {
	year, day := yearAndDay(ticks)
	day--
	first, _ := DateTicks(year, 1, 1)
	before := (firstDay - DayOfWeek(first) + 7) % 7 // days before the year's first such day
	if rule == FirstDay {
		return (day+(7-before)%7)/7 + 1
	}
	if rule == FirstFourDayWeek && before >= 4 {
		before -= 7
	}
	if day >= before {
		return (day-before)/7 + 1
	}
	if year == 1 {
		// There is no year before the first.
		return 53
	}
	return WeekOfYear(first-TicksPerDay, rule, firstDay)
}
