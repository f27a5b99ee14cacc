package text

import "math"

// Ticks are units of 100 nanoseconds since the start of the year 1; a time span is a number of them.
const (
	TicksPerMillisecond = 10_000
	TicksPerSecond      = 1000 * TicksPerMillisecond
	TicksPerMinute      = 60 * TicksPerSecond
	TicksPerHour        = 60 * TicksPerMinute
	TicksPerDay         = 24 * TicksPerHour

	// MaxTicks is [datetime]::MaxValue.
	MaxTicks = 3_652_059*TicksPerDay - 1
	// UnixEpochTicks is the start of 1970.
	UnixEpochTicks = 719_162 * TicksPerDay
)

// The values of DateTimeKind.
const (
	Unspecified = iota
	UTC
	Local
)

// The days before each month of a common and of a leap year.
var monthStarts = [2][13]int{
	{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
	{0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
}

// IsLeapYear is [datetime]::IsLeapYear(year).
func IsLeapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func monthStart(year int) *[13]int {
	if IsLeapYear(year) {
		return &monthStarts[1]
	}
	return &monthStarts[0]
}

// DaysInMonth is [datetime]::DaysInMonth(year, month) for a year and month that exist.
func DaysInMonth(year, month int) int {
	starts := monthStart(year)
	return starts[month] - starts[month-1]
}

func daysBeforeYear(year int) int {
	y := year - 1
	return y*365 + y/4 - y/100 + y/400
}

// DateTicks are the ticks of midnight of a day; it is false if there is no such day in the years 1 to 9999.
func DateTicks(year, month, day int) (int64, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, month) {
		return 0, false
	}
	days := daysBeforeYear(year) + monthStart(year)[month-1] + day - 1
	return int64(days) * TicksPerDay, true
}

// TimeTicks are the ticks since midnight; it is false if the clock does not show such a time.
func TimeTicks(hour, minute, second, millisecond int) (int64, bool) {
	if uint(hour) > 23 || uint(minute) > 59 || uint(second) > 59 || uint(millisecond) > 999 {
		return 0, false
	}
	return int64(hour)*TicksPerHour + int64(minute)*TicksPerMinute + int64(second)*TicksPerSecond +
		int64(millisecond)*TicksPerMillisecond, true
}

// YearMonthDay is the date that ticks lie in.
func YearMonthDay(ticks int64) (year, month, day int) {
	year, dayOfYear := yearAndDay(ticks)
	starts := monthStart(year)
	month = (dayOfYear-1)/31 + 1
	for dayOfYear > starts[month] {
		month++
	}
	return year, month, dayOfYear - starts[month-1]
}

// DayOfYear is the number of the day in its year, from 1.
func DayOfYear(ticks int64) int {
	_, day := yearAndDay(ticks)
	return day
}

func yearAndDay(ticks int64) (year, dayOfYear int) {
	days := int(ticks / TicksPerDay)
	year = days*400/146_097 + 1
	for days >= daysBeforeYear(year+1) {
		year++
	}
	for days < daysBeforeYear(year) {
		year--
	}
	return year, days - daysBeforeYear(year) + 1
}

// DayOfWeek is the day's number in the week, 0 for Sunday.
func DayOfWeek(ticks int64) int { return int((ticks/TicksPerDay + 1) % 7) }

// Clock is the time of day that ticks show.
func Clock(ticks int64) (hour, minute, second int, fraction int64) {
	t := ticks % TicksPerDay
	return int(t / TicksPerHour), int(t / TicksPerMinute % 60), int(t / TicksPerSecond % 60), t % TicksPerSecond
}

// ISOWeek is the week of the year by ISO 8601, and the year that it counts for.
func ISOWeek(ticks int64) (year, week int) {
	days := ticks / TicksPerDay
	thursday := days - days%7 + 3 // 0001-01-01 is a Monday
	if thursday*TicksPerDay > MaxTicks {
		return 9999, 52
	}
	year, day := yearAndDay(thursday * TicksPerDay)
	return year, (day-1)/7 + 1
}

func dateRangeError() error {
	return &Error{ArgumentOutOfRangeException, "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')"}
}

// AddTicks is AddTicks(n) of a date.
func AddTicks(ticks, n int64) (int64, error) {
	sum := ticks + n
	if sum < 0 || sum > MaxTicks || n > 0 && sum < ticks {
		return 0, dateRangeError()
	}
	return sum, nil
}

// AddUnits is AddDays, AddHours … of a date: n times a unit of so many ticks, without fractions of a tick.
func AddUnits(ticks int64, n float64, unit int64) (int64, error) {
	// The whole part is scaled as an integer, so that large numbers stay exact.
	whole, fraction := math.Modf(n)
	if math.IsNaN(n) || math.Abs(whole) > float64(MaxTicks/unit) {
		return 0, &Error{ArgumentOutOfRangeException, "Value to add was out of range. (Parameter 'value')"}
	}
	return AddTicks(ticks, int64(whole)*unit+int64(fraction*float64(unit)))
}

// AddMonths is AddMonths(n) of a date: the same day, or the last one of a shorter month.
func AddMonths(ticks int64, n int) (int64, error) {
	if n < -120_000 || n > 120_000 {
		return 0, &Error{ArgumentOutOfRangeException, "Months value must be between +/-120000. (Parameter 'months')"}
	}
	year, month, day := YearMonthDay(ticks)
	total := year*12 + month - 1 + n
	if total < 12 || total >= 120_000 {
		return 0, &Error{ArgumentOutOfRangeException, "The added or subtracted value results in an un-representable DateTime. (Parameter 'months')"}
	}
	year, month = total/12, total%12+1
	midnight, _ := DateTicks(year, month, min(day, DaysInMonth(year, month)))
	return midnight + ticks%TicksPerDay, nil
}

// AddYears is AddYears(n) of a date; February 29 becomes 28.
func AddYears(ticks int64, n int) (int64, error) {
	if n < -10_000 || n > 10_000 {
		return 0, &Error{ArgumentOutOfRangeException, "Years value must be between +/-10000. (Parameter 'years')"}
	}
	sum, err := AddMonths(ticks, n*12)
	if err != nil {
		return 0, dateRangeError()
	}
	return sum, nil
}
