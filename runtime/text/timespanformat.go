package text

// spanParts are the parts of a time span without its sign.
type spanParts struct {
	negative               bool
	days                   int
	hours, minutes, second int
	fraction               int64
}

func splitSpan(ticks int64) spanParts {
	// The most negative span has no positive counterpart among int64.
	t, negative := uint64(ticks), ticks < 0
	if negative {
		t = -t
	}
	return spanParts{
		negative: negative,
		days:     int(t / TicksPerDay),
		hours:    int(t / TicksPerHour % 24),
		minutes:  int(t / TicksPerMinute % 60),
		second:   int(t / TicksPerSecond % 60),
		fraction: int64(t % TicksPerSecond),
	}
}

// FormatTimeSpan is ToString(format, c) of a [timespan]: c, t, T, g, G or a custom format.
func FormatTimeSpan(ticks int64, format string, c *Culture) (string, error) {
	p := splitSpan(ticks)
	out := make([]byte, 0, 32)
	if len(format) > 1 {
		out, err := appendSpan(out, p, format)
		return string(out), err
	}
	if p.negative {
		out = append(out, '-')
	}
	switch format {
	case "", "c", "t", "T":
		if p.days > 0 {
			out = append(appendPadded(out, p.days, 1), '.')
		}
		out = appendClock(out, p, 2)
		if p.fraction != 0 {
			out = appendFraction(append(out, '.'), p.fraction, 7, false)
		}
	case "g":
		if p.days > 0 {
			out = append(appendPadded(out, p.days, 1), ':')
		}
		out = appendClock(out, p, 1)
		if p.fraction != 0 {
			out = appendFraction(append(out, c.DecimalSeparator...), p.fraction, 7, true)
		}
	case "G":
		out = append(appendPadded(out, p.days, 1), ':')
		out = appendClock(out, p, 2)
		out = appendFraction(append(out, c.DecimalSeparator...), p.fraction, 7, false)
	default:
		return "", inputError()
	}
	return string(out), nil
}

func appendClock(out []byte, p spanParts, hourDigits int) []byte {
	out = append(appendPadded(out, p.hours, hourDigits), ':')
	out = append(appendPadded(out, p.minutes, 2), ':')
	return appendPadded(out, p.second, 2)
}

// appendSpan writes a custom format; it never shows the sign, and every literal must be quoted.
func appendSpan(out []byte, p spanParts, format string) ([]byte, error) {
	for i := 0; i < len(format); {
		ch := format[i]
		n := repeated(format[i:])
		number, most := 0, 2
		switch ch {
		case 'd':
			number, most = p.days, 8
		case 'h':
			number = p.hours
		case 'm':
			number = p.minutes
		case 's':
			number = p.second
		case 'f', 'F':
			if n > 7 {
				return nil, inputError()
			}
			// Only the digits are dropped here: a point in front is a literal of its own.
			out = append(out, appendFraction(nil, p.fraction, n, ch == 'F')...)
			i += n
			continue
		case '\'', '"':
			literal, size, err := quotedLiteral(format[i:])
			if err != nil {
				return nil, err
			}
			out = append(out, literal...)
			i += size
			continue
		case '%':
			if i+1 >= len(format) || format[i+1] == '%' {
				return nil, inputError()
			}
			var err error
			if out, err = appendSpan(out, p, format[i+1:i+2]); err != nil {
				return nil, err
			}
			i += 2
			continue
		case '\\':
			if i+1 >= len(format) {
				return nil, inputError()
			}
			_, size := decodeRune(format[i+1:])
			out = append(out, format[i+1:i+1+size]...)
			i += 1 + size
			continue
		default:
			return nil, inputError()
		}
		if n > most {
			return nil, inputError()
		}
		out = appendPadded(out, number, n)
		i += n
	}
	return out, nil
}
