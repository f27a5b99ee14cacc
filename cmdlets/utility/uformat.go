package utility

import (
	"fmt"
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// unixLetters are the letters of -UFormat that are .NET formats (objects/dates-times, get-date-uformat).
var unixLetters = map[byte]string{
	'A': "dddd", 'a': "ddd", 'B': "MMMM", 'b': "MMM", 'h': "MMM", 'c': "ddd dd MMM yyyy HH:mm:ss", 'D': "MM/dd/yy", 'x': "MM/dd/yy",
	'd': "dd", 'F': "yyyy-MM-dd", 'H': "HH", 'I': "hh", 'M': "mm", 'm': "MM", 'p': "tt", 'R': "HH:mm", 'r': "hh:mm:ss tt",
	'S': "ss", 'T': "HH:mm:ss", 'X': "HH:mm:ss", 'Y': "yyyy", 'y': "yy", 'Z': "zz",
}

// unixFormat writes a date by the letters that the Unix command date knows; an unknown letter prints itself.
func unixFormat(c *runtime.Call, d value.Value, format string) (string, error) {
	format = strings.TrimPrefix(format, "+")
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b.WriteByte(format[i])
			continue
		}
		if i++; i == len(format) {
			return "", value.Throw(value.IndexOutOfRangeException, "", "Index was outside the bounds of the array.")
		}
		s, err := unixPart(c, d, format[i])
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	return b.String(), nil
}

func unixPart(c *runtime.Call, d value.Value, letter byte) (string, error) {
	if f, ok := unixLetters[letter]; ok {
		if len(f) == 1 {
			f = "%" + f
		}
		return value.FormatValue(c.Env(), d, f)
	}
	ticks := d.Ticks()
	year, month, day := text.YearMonthDay(ticks)
	hour, _, _, _ := text.Clock(ticks)
	weekday := int(ticks/(24*3600*ticksPerSecond)+1) % 7 // day 0 was a Monday
	yearDay := dayOfYear(year, month, day)
	switch letter {
	case 'C':
		return strconv.Itoa(year / 100), nil
	case 'e':
		return fmt.Sprintf("%2d", day), nil
	case 'G':
		return fmt.Sprintf("%04d", isoYear(year, yearDay, weekday)), nil
	case 'g':
		return fmt.Sprintf("%02d", isoYear(year, yearDay, weekday)%100), nil
	case 'j':
		return fmt.Sprintf("%03d", yearDay), nil
	case 'k':
		return fmt.Sprintf("%2d", hour), nil
	case 'l':
		return fmt.Sprintf("%2d", (hour+11)%12+1), nil
	case 'n':
		return "\n", nil
	case 't':
		return "\t", nil
	case 's':
		n, err := unixSeconds(c, d)
		return strconv.FormatInt(n, 10), err
	case 'U', 'W':
		return strconv.Itoa(yearDay / 7), nil
	case 'u':
		return strconv.Itoa((weekday+6)%7 + 1), nil
	case 'V':
		return strconv.Itoa(isoWeek(year, yearDay, weekday)), nil
	case 'w':
		return strconv.Itoa(weekday), nil
	}
	return string(letter), nil
}

func dayOfYear(year, month, day int) int {
	n := day
	for m := 1; m < month; m++ {
		n += text.DaysInMonth(year, m)
	}
	return n
}

// isoWeek is the ISO 8601 week: the one with a year's first Thursday is its first.
func isoWeek(year, yearDay, weekday int) int {
	w := (yearDay - (weekday+6)%7 + 9) / 7
	switch {
	case w < 1:
		return weeksOf(year - 1)
	case w > weeksOf(year):
		return 1
	}
	return w
}

// isoYear is the year that the ISO week belongs to.
func isoYear(year, yearDay, weekday int) int {
	w := (yearDay - (weekday+6)%7 + 9) / 7
	switch {
	case w < 1:
		return year - 1
	case w > weeksOf(year):
		return year + 1
	}
	return year
}

// weeksOf is the number of ISO weeks of a year: 53 if it begins or ends with a Thursday.
func weeksOf(year int) int {
	last := func(y int) int { return (y + y/4 - y/100 + y/400) % 7 } // weekday of December 31
	if last(year) == 4 || last(year-1) == 3 {
		return 53
	}
	return 52
}
