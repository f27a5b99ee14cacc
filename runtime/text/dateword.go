package text

// word reads a month, a weekday, AM or PM, the zone, the T before a time, or the era.
func (d *dateScanner) word() error {
	word := d.letters()
	if word == "" {
		return d.fail()
	}
	start := d.at
	d.at += len(word)
	date, c := &d.date, d.culture
	if i := nameIndex(word, c.MonthNames[:], c.MonthAbbreviation[:]); i >= 0 {
		if date.month != 0 || len(date.numbers) > 2 {
			return d.fail()
		}
		date.month, d.last = i+1, dateItem
		return nil
	}
	if i := nameIndex(word, c.DayNames[:], c.DayAbbreviations[:]); i >= 0 {
		if date.weekday >= 0 {
			return d.fail()
		}
		date.weekday, d.last = i, dateItem
		return nil
	}
	switch {
	case EqualFold(word, "T") && d.last == dateItem && !date.clocked && d.at < len(d.text) && isDigit(d.text[d.at]):
		d.marked, d.last = true, dateStart
	case (EqualFold(word, "Z") || EqualFold(word, "GMT")) && date.zone == noZone && (d.last == clockItem || d.last == dateItem):
		date.zone, d.last = utcZone, zoneItem
	case EqualFold(word, c.EraAbbreviation), EqualFold(word, c.EraName), EqualFold(word, "AD"):
		d.last = dateItem
	default:
		d.at = start
		return unknownWordError(d.text, start)
	}
	return nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// nameIndex is the index of a name in either list, -1 if it is in none.
func nameIndex(word string, names, short []string) int {
	for i, name := range names {
		if EqualFold(word, name) || EqualFold(word, short[i]) {
			return i
		}
	}
	return -1
}
