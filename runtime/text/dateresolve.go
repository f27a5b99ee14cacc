package text

// maxTwoDigitYear is the last year that two digits stand for.
const maxTwoDigitYear = 2049

// fullYear is the year that a number stands for.
func (n dateNumber) fullYear() int {
	if n.digits > 2 {
		return n.value
	}
	year := maxTwoDigitYear/100*100 + n.value
	if year > maxTwoDigitYear {
		year -= 100
	}
	return year
}

// short reports whether a number may be a month or a day.
func (n dateNumber) short() bool { return n.digits <= 2 }

// day is the midnight that the text names, month before day as in en-US; what is missing comes from today.
func (p *parsedDate) day(today int64) (int64, bool) {
	n := p.numbers
	for _, number := range n {
		if number.digits > 4 {
			return 0, false
		}
	}
	thisYear, _, _ := YearMonthDay(today)
	if p.month > 0 {
		return p.dayOfNamedMonth(thisYear)
	}
	switch len(n) {
	case 0:
		return today, p.clocked && p.weekday < 0
	case 2:
		switch {
		case !n[0].short() && n[1].short():
			return DateTicks(n[0].fullYear(), n[1].value, 1)
		case !n[1].short() && n[0].short():
			return DateTicks(n[1].fullYear(), n[0].value, 1)
		case n[0].short():
			return DateTicks(thisYear, n[0].value, n[1].value)
		}
	case 3:
		switch {
		case !n[0].short() && n[1].short() && n[2].short():
			return DateTicks(n[0].fullYear(), n[1].value, n[2].value)
		case n[0].short() && n[1].short():
			return DateTicks(n[2].fullYear(), n[0].value, n[1].value)
		}
	}
	return 0, false
}

// dayOfNamedMonth reads the numbers around a month's name: a day, a year, or both, the day first unless it cannot be one.
func (p *parsedDate) dayOfNamedMonth(thisYear int) (int64, bool) {
	n := p.numbers
	switch len(n) {
	case 0:
		return DateTicks(thisYear, p.month, 1)
	case 1:
		if n[0].short() {
			if ticks, ok := DateTicks(thisYear, p.month, n[0].value); ok {
				return ticks, true
			}
		}
		return DateTicks(n[0].fullYear(), p.month, 1)
	case 2:
		if n[0].short() {
			if ticks, ok := DateTicks(n[1].fullYear(), p.month, n[0].value); ok {
				return ticks, true
			}
		}
		if n[1].short() {
			return DateTicks(n[0].fullYear(), p.month, n[1].value)
		}
	}
	return 0, false
}
