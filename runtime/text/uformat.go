package text

import "strconv"

// unixPatterns are the custom formats that letters of -UFormat stand for.
var unixPatterns = map[byte]string{
	'A': "dddd", 'a': "ddd", 'B': "MMMM", 'b': "MMM", 'c': "ddd dd MMM yyyy HH:mm:ss", 'D': "MM/dd/yy", 'd': "dd",
	'F': "yyyy-MM-dd", 'G': "yyyy", 'g': "yy", 'H': "HH", 'h': "MMM", 'I': "hh", 'M': "mm", 'm': "MM", 'p': "tt",
	'R': "HH:mm", 'r': "hh:mm:ss tt", 'S': "ss", 'T': "HH:mm:ss", 'X': "HH:mm:ss", 'x': "MM/dd/yy", 'Y': "yyyy", 'y': "yy",
	'Z': "zz",
}

// FormatUnixDate is Get-Date -UFormat format of a date; unknown letters stand for themselves.
func FormatUnixDate(ticks int64, kind int, format string, c *Culture) string {
	if len(format) > 0 && format[0] == '+' {
		format = format[1:]
	}
	d := instant{ticks: ticks, kind: kind}
	out := make([]byte, 0, 40)
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			out = append(out, format[i])
			continue
		}
		i++
		if pattern, ok := unixPatterns[format[i]]; ok {
			// The patterns have no quotes and no % that could fail.
			out, _ = appendDate(out, d, pattern, c)
			continue
		}
		out = appendUnixPart(out, ticks, format[i])
	}
	return string(out)
}

func appendUnixPart(out []byte, ticks int64, letter byte) []byte {
	year, _, day := YearMonthDay(ticks)
	hour, _, _, _ := Clock(ticks)
	switch letter {
	case 'C':
		return appendPadded(out, year/100, 1)
	case 'e':
		return appendInTwoPlaces(out, day)
	case 'j':
		return appendPadded(out, DayOfYear(ticks), 3)
	case 'k':
		return appendInTwoPlaces(out, hour)
	case 'l':
		return appendInTwoPlaces(out, (hour+11)%12+1)
	case 'n':
		return append(out, '\n')
	case 's':
		return strconv.AppendInt(out, ticks/TicksPerSecond-UnixEpochTicks/TicksPerSecond, 10)
	case 't':
		return append(out, '\t')
	case 'U', 'W':
		return appendPadded(out, DayOfYear(ticks)/7, 1)
	case 'u':
		return appendPadded(out, (DayOfWeek(ticks)+6)%7+1, 1)
	case 'V':
		_, week := ISOWeek(ticks)
		return appendPadded(out, week, 1)
	case 'w':
		return appendPadded(out, DayOfWeek(ticks), 1)
	}
	return append(out, letter)
}

// appendInTwoPlaces writes a number of one or two digits in two places.
func appendInTwoPlaces(out []byte, number int) []byte {
	if number < 10 {
		out = append(out, ' ')
	}
	return appendPadded(out, number, 1)
}
