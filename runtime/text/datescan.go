package text

import (
	"strings"
	"unicode"
)

// dateScanner reads a text in any of the forms that [datetime]::Parse knows into a parsedDate.
type dateScanner struct {
	text    string
	at      int
	culture *Culture
	date    parsedDate
	last    dateToken
	marked  bool // a T was read, which a time must follow
}

// dateToken is what was read last.
type dateToken uint8

const (
	dateStart dateToken = iota
	dateSeparator
	dateItem // a number or name of the date
	clockItem
	zoneItem
)

func (d *dateScanner) fail() error { return dateError(d.text) }

func (d *dateScanner) scan() error {
	for {
		d.blanks()
		if d.at >= len(d.text) {
			if d.last == dateSeparator || d.marked {
				return d.fail()
			}
			return nil
		}
		var err error
		switch c := d.text[d.at]; {
		case c >= '0' && c <= '9':
			err = d.number()
		case (c == '+' || c == '-') && d.last == clockItem && d.date.zone == noZone:
			err = d.zone(c == '-')
		case (c == '-' || c == '/' || c == '.') && d.last == dateItem:
			d.last = dateSeparator
			d.at++
		case c == ',' && d.last != dateStart && d.last != dateSeparator:
			d.at++
		default:
			err = d.word()
		}
		if err != nil {
			return err
		}
	}
}

func (d *dateScanner) blanks() {
	for d.at < len(d.text) {
		r, size := decodeRune(d.text[d.at:])
		if !unicode.IsSpace(r) && r != 0 {
			return
		}
		d.at += size
	}
}

// digits reads digits; it is false if there are none or more than most.
func (d *dateScanner) digits(most int) (dateNumber, bool) {
	n := leadingDigits(d.text[d.at:])
	if n == 0 || n > most {
		return dateNumber{}, false
	}
	value, _ := digitsValue(d.text[d.at:d.at+n], 99_999)
	d.at += n
	return dateNumber{value, n}, true
}

// number reads a part of the date, or a time: digits before a colon or AM or PM.
func (d *dateScanner) number() error {
	n, ok := d.digits(4)
	if !ok {
		// Too long for a year; what follows may still be a word that is to be named.
		d.at += leadingDigits(d.text[d.at:])
		d.date.numbers = append(d.date.numbers, dateNumber{digits: 5})
		d.last = dateItem
		return nil
	}
	next := d.at
	d.blanks()
	if strings.HasPrefix(d.text[d.at:], d.culture.TimeSeparator) {
		return d.clock(n)
	}
	if h := d.readHalf(); h != wholeDay {
		if d.date.clocked || !n.short() || d.last == dateSeparator {
			return d.fail()
		}
		d.date.clocked, d.date.hour, d.date.half = true, n.value, h
		d.last, d.marked = clockItem, false
		return nil
	}
	d.at = next
	if d.marked {
		return d.fail()
	}
	d.date.numbers = append(d.date.numbers, n)
	d.last = dateItem
	return nil
}

// clock reads what follows the hour.
func (d *dateScanner) clock(hour dateNumber) error {
	if d.date.clocked || !hour.short() || d.last == dateSeparator {
		return d.fail()
	}
	d.date.clocked, d.date.hour = true, hour.value
	d.last, d.marked = clockItem, false
	for _, part := range []*int{&d.date.minute, &d.date.second} {
		d.at += len(d.culture.TimeSeparator)
		d.blanks()
		n, ok := d.digits(2)
		if !ok {
			return d.fail()
		}
		*part = n.value
		end := d.at
		d.blanks()
		if !strings.HasPrefix(d.text[d.at:], d.culture.TimeSeparator) {
			d.at = end
			if part == &d.date.second && strings.HasPrefix(d.text[d.at:], ".") {
				d.at++
				if !d.fraction() {
					return d.fail()
				}
			}
			break
		}
	}
	end := d.at
	d.blanks()
	if d.date.half = d.readHalf(); d.date.half == wholeDay {
		d.at = end
	}
	return nil
}

// fraction reads the decimals of the second and rounds them to ticks.
func (d *dateScanner) fraction() bool {
	n := leadingDigits(d.text[d.at:])
	d.date.fraction = fractionTicks(d.text[d.at : d.at+n])
	d.at += n
	return n > 0
}

// fractionTicks is how many ticks the decimals of a second are.
func fractionTicks(digits string) int64 {
	ticks := int64(0)
	for i := range 7 {
		ticks *= 10
		if i < len(digits) {
			ticks += int64(digits[i] - '0')
		}
	}
	if len(digits) > 7 && digits[7] >= '5' {
		ticks++
	}
	return ticks
}

// readHalf reads AM or PM if it stands here as a word.
func (d *dateScanner) readHalf() half {
	word := d.letters()
	for i, designator := range []string{d.culture.AMDesignator, d.culture.PMDesignator} {
		if designator != "" && EqualFold(word, designator) {
			d.at += len(word)
			return morning + half(i)
		}
	}
	return wholeDay
}

// letters is the word that stands here.
func (d *dateScanner) letters() string {
	rest := d.text[d.at:]
	if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		return rest[:end]
	}
	return rest
}

// zone reads +h, +hh, +hhmm or +hh:mm.
func (d *dateScanner) zone(negative bool) error {
	d.at++
	n, ok := d.digits(4)
	if !ok || n.digits == 3 {
		return d.fail()
	}
	hours, minutes := n.value, 0
	if n.digits == 4 {
		hours, minutes = n.value/100, n.value%100
	} else if strings.HasPrefix(d.text[d.at:], ":") {
		d.at++
		m, ok := d.digits(2)
		if !ok {
			return d.fail()
		}
		minutes = m.value
	}
	if minutes > 59 || hours*60+minutes > 14*60 {
		return d.fail()
	}
	d.date.zone = offsetZone
	d.date.offset = int64(hours)*TicksPerHour + int64(minutes)*TicksPerMinute
	if negative {
		d.date.offset = -d.date.offset
	}
	d.last = zoneItem
	return nil
}
