package text

import "strings"

// sectionWriter walks a section of a custom number format and the digits together. What it writes is passed along and
// not kept in it, so that neither it nor the digits need to live on the heap.
type sectionWriter struct {
	d        *digits
	c        *Culture
	info     *numberSection
	position int // decimal place of the next digit, counted from the point: 3 is the hundreds
	next     int // index of the next digit; negative while zeros lead
	first    int // places at or below it are written even if zero
	last     int // decimals up to it are written even if zero
	extra    int // digits that the first place writes besides its own
	pointed  bool
}

func appendSection(out []byte, d *digits, format string, info *numberSection, c *Culture, sign bool) ([]byte, error) {
	w := sectionWriter{d: d, c: c, info: info}
	if info.firstZero < info.point {
		w.first = info.point - info.firstZero
	}
	if info.lastZero >= info.point {
		w.last = info.point - info.lastZero - 1
	}
	if info.scientific {
		w.position = info.point
	} else {
		w.position = max(d.scale, info.point)
		w.extra = d.scale - info.point
		if w.extra < 0 {
			w.next = w.extra
		}
	}
	if sign && d.scale != 0 {
		out = append(out, c.NegativeSign...)
	}
	start := len(out)
	out, err := w.write(out, format)
	// A zero's sign is written only if the section writes anything at all.
	if err == nil && sign && d.scale == 0 && len(out) > start {
		out = append(out, c.NegativeSign...)
		copy(out[start+len(c.NegativeSign):], out[start:])
		copy(out[start:], c.NegativeSign)
	}
	return out, err
}

func (w *sectionWriter) write(out []byte, format string) ([]byte, error) {
	for i := 0; i < len(format); i++ {
		switch ch := format[i]; ch {
		case '#', '0':
			out = w.place(out)
		case '.':
			out = w.point(out)
		case ',':
		case '%':
			out = append(out, w.c.PercentSymbol...)
		case '\\':
			if i+1 < len(format) {
				i++
				out = append(out, format[i])
			}
		case '\'', '"':
			end := skipQuoted(format, i)
			text := format[i+1 : end]
			out = append(out, strings.TrimSuffix(text, string(rune(ch)))...)
			i = end - 1
		case 'E', 'e':
			if end, zeros := exponentPlaces(format, i); end > 0 {
				out = w.exponent(append(out, ch), format[i+1], zeros)
				i = end - 1
			} else {
				out = append(out, ch)
			}
		default:
			if strings.HasPrefix(format[i:], "‰") {
				out = append(out, w.c.PerMilleSymbol...)
				i += len("‰") - 1
			} else {
				out = append(out, ch)
			}
		}
		if len(out) > maxText {
			return nil, memoryError()
		}
	}
	return out, nil
}

// place writes the digit of one 0 or #, after those for which the format has no place.
func (w *sectionWriter) place(out []byte) []byte {
	for ; w.extra > 0; w.extra-- {
		out = w.digit(out, w.d.at(w.next))
		w.next++
	}
	var digit byte
	if w.next < 0 {
		w.next++
		if w.position <= w.first {
			digit = '0'
		}
	} else {
		switch {
		case w.next < len(w.d.text):
			digit = w.d.text[w.next]
			w.next++
		case w.position > w.last:
			digit = '0'
		}
	}
	if digit == 0 {
		w.position--
		return out
	}
	if w.position == 0 {
		out = w.separator(out)
	}
	return w.digit(out, digit)
}

func (w *sectionWriter) digit(out []byte, digit byte) []byte {
	out = append(out, digit)
	w.position--
	if w.info.grouping && !w.info.scientific && w.position > 0 && w.position%3 == 0 {
		out = append(out, w.c.GroupSeparator...)
	}
	return out
}

// point writes the decimal separator if a decimal follows that is not an optional zero.
func (w *sectionWriter) point(out []byte) []byte {
	if w.position == 0 && (w.last < 0 || w.info.point < w.info.places && w.next < len(w.d.text)) {
		return w.separator(out)
	}
	return out
}

func (w *sectionWriter) separator(out []byte) []byte {
	if w.pointed {
		return out
	}
	w.pointed = true
	return append(out, w.c.DecimalSeparator...)
}

// exponent writes what stands for +0 or 0 after an E.
func (w *sectionWriter) exponent(out []byte, sign byte, zeros int) []byte {
	exponent := 0
	if len(w.d.text) > 0 {
		exponent = w.d.scale - w.info.point
	}
	if exponent < 0 {
		out = append(out, w.c.NegativeSign...)
		exponent = -exponent
	} else if sign == '+' {
		out = append(out, w.c.PositiveSign...)
	}
	return appendPadded(out, exponent, zeros)
}
