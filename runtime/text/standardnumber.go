package text

import "strconv"

// standardFormat splits a format like "N2" into its letter and precision (-1 without one). Formats that are not a
// letter followed by digits only are custom formats.
func standardFormat(format string) (letter byte, precision int, standard bool, err error) {
	if format == "" {
		return 'G', -1, true, nil
	}
	letter = format[0]
	if letter|0x20 < 'a' || letter|0x20 > 'z' {
		return 0, 0, false, nil
	}
	if len(format) == 1 {
		return letter, -1, true, nil
	}
	n := 0
	for i := 1; i < len(format); i++ {
		c := format[i]
		if c < '0' || c > '9' {
			return 0, 0, false, nil
		}
		if n < 1_000_000_000 {
			n = n*10 + int(c-'0')
		}
	}
	if n > 999_999_999 {
		return 0, 0, false, specifierError()
	}
	return letter, n, true, nil
}

// appendStandard writes d in one of the formats C E F G N P; half digits are already rounded where the source is a double.
func appendStandard(out []byte, d *digits, letter byte, precision int, c *Culture) ([]byte, error) {
	switch letter | 0x20 {
	case 'c':
		d.round(d.scale + precision)
		pattern := c.CurrencyPositive
		if d.negative {
			pattern = c.CurrencyNegative
		}
		return appendPattern(out, pattern, d, precision, true, c), nil
	case 'f':
		d.round(d.scale + precision)
		if d.negative {
			out = append(out, c.NegativeSign...)
		}
		return appendFixed(out, d, precision, false, c), nil
	case 'n':
		d.round(d.scale + precision)
		if d.negative {
			return appendPattern(out, c.NumberNegative, d, precision, true, c), nil
		}
		return appendFixed(out, d, precision, true, c), nil
	case 'p':
		if len(d.text) > 0 {
			d.scale += 2
		}
		d.round(d.scale + precision)
		pattern := c.PercentPositive
		if d.negative {
			pattern = c.PercentNegative
		}
		return appendPattern(out, pattern, d, precision, true, c), nil
	case 'e':
		d.round(precision + 1)
		if d.negative {
			out = append(out, c.NegativeSign...)
		}
		return appendScientific(out, d, precision, letter, 3, c), nil
	}
	return nil, specifierError()
}

// appendPattern writes one of the culture's patterns for currency, percent and negative numbers.
func appendPattern(out []byte, pattern string, d *digits, precision int, group bool, c *Culture) []byte {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case 'n':
			out = appendFixed(out, d, precision, group, c)
		case '$':
			out = append(out, c.CurrencySymbol...)
		case '%':
			out = append(out, c.PercentSymbol...)
		case '-':
			out = append(out, c.NegativeSign...)
		default:
			out = append(out, pattern[i])
		}
	}
	return out
}

// appendFixed writes the number without its sign, with so many decimals.
func appendFixed(out []byte, d *digits, decimals int, group bool, c *Culture) []byte {
	if d.scale <= 0 {
		out = append(out, '0')
	}
	for i := 0; i < d.scale; i++ {
		if group && i > 0 && (d.scale-i)%3 == 0 {
			out = append(out, c.GroupSeparator...)
		}
		out = append(out, d.at(i))
	}
	if decimals > 0 {
		out = append(out, c.DecimalSeparator...)
		for i := 0; i < decimals; i++ {
			out = append(out, d.at(d.scale+i))
		}
	}
	return out
}

// appendScientific writes d.ddd, the letter E or e, a sign and at least width exponent digits. decimals < 0: as many as there are.
func appendScientific(out []byte, d *digits, decimals int, letter byte, width int, c *Culture) []byte {
	if decimals < 0 {
		decimals = max(len(d.text)-1, 0)
	}
	out = append(out, d.at(0))
	if decimals > 0 {
		out = append(out, c.DecimalSeparator...)
		for i := 1; i <= decimals; i++ {
			out = append(out, d.at(i))
		}
	}
	exponent := d.scale - 1
	if len(d.text) == 0 {
		exponent = 0
	}
	out = append(out, letter)
	if exponent < 0 {
		out = append(out, c.NegativeSign...)
		exponent = -exponent
	} else {
		out = append(out, c.PositiveSign...)
	}
	return appendPadded(out, exponent, width)
}

// appendGeneral writes the G format of digits that are already rounded: fixed notation unless there are more than
// limit integer digits or more than four zeros after the point.
func appendGeneral(out []byte, d *digits, limit int, letter byte, c *Culture) []byte {
	if d.negative {
		out = append(out, c.NegativeSign...)
	}
	if d.scale > limit || d.scale < -3 {
		return appendScientific(out, d, -1, letter-('g'-'e'), 2, c)
	}
	return appendFixed(out, d, max(len(d.text)-d.scale, 0), false, c)
}

// appendPadded writes a number that is not negative with at least width digits.
func appendPadded(out []byte, n, width int) []byte {
	digits := 1
	for m := n; m >= 10; m /= 10 {
		digits++
	}
	for ; digits < width; digits++ {
		out = append(out, '0')
	}
	return strconv.AppendInt(out, int64(n), 10)
}
