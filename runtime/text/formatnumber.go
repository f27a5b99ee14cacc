package text

import (
	"math"
	"math/big"
	"strconv"

	"rehearse/runtime/decimal"
)

// FormatInt64 is n.ToString(format, c) of a signed integer type of so many bits (8, 16, 32, 64).
func FormatInt64(n int64, bits int, format string, c *Culture) (string, error) {
	if format == "" {
		return strconv.FormatInt(n, 10), nil
	}
	if n >= 0 {
		return formatInteger(uint64(n), false, uint64(n), bits, format, c)
	}
	mask := uint64(math.MaxUint64) >> (64 - bits)
	return formatInteger(-uint64(n), true, uint64(n)&mask, bits, format, c)
}

// FormatUint64 is n.ToString(format, c) of an unsigned integer type of so many bits.
func FormatUint64(n uint64, bits int, format string, c *Culture) (string, error) {
	if format == "" {
		return strconv.FormatUint(n, 10), nil
	}
	return formatInteger(n, false, n, bits, format, c)
}

// formatInteger takes the magnitude for decimal formats and the bit pattern for X and B.
func formatInteger(n uint64, negative bool, pattern uint64, bits int, format string, c *Culture) (string, error) {
	letter, precision, standard, err := standardFormat(format)
	if err != nil {
		return "", err
	}
	if precision > maxText {
		return "", memoryError()
	}
	var space [96]byte
	var number [24]byte
	out := space[:0]
	if !standard {
		d := uintDigits(n, negative, number[:])
		return formatCustom(&d, format, c)
	}
	switch letter {
	case 'D', 'd':
		if negative {
			out = append(out, c.NegativeSign...)
		}
		return string(appendZeros(out, strconv.AppendUint(number[:0], n, 10), precision)), nil
	case 'X', 'x':
		digits := strconv.AppendUint(number[:0], pattern, 16)
		if letter == 'X' {
			upper(digits)
		}
		return string(appendZeros(out, digits, precision)), nil
	case 'B', 'b':
		return string(appendZeros(out, strconv.AppendUint(nil, pattern, 2), precision)), nil
	}
	d := uintDigits(n, negative, number[:])
	switch letter {
	case 'R', 'r':
		letter, precision = letter-('R'-'G'), 0
		fallthrough
	case 'G', 'g':
		if precision <= 0 {
			return string(appendGeneral(out, &d, math.MaxInt, letter, c)), nil
		}
		d.round(precision)
		return string(appendGeneral(out, &d, precision, letter, c)), nil
	}
	return standardString(out, &d, letter, precision, c)
}

func standardString(out []byte, d *digits, letter byte, precision int, c *Culture) (string, error) {
	if precision < 0 {
		precision = defaultPrecision(letter, c)
	}
	out, err := appendStandard(out, d, letter, precision, c)
	return string(out), err
}

// defaultPrecision is the number of decimals of C, E, F, N and P that name none.
func defaultPrecision(letter byte, c *Culture) int {
	switch letter | 0x20 {
	case 'c':
		return c.CurrencyDigits
	case 'e':
		return 6
	case 'p':
		return c.PercentDigits
	}
	return c.NumberDigits
}

func appendZeros(out, digits []byte, width int) []byte {
	for i := len(digits); i < width; i++ {
		out = append(out, '0')
	}
	return append(out, digits...)
}

func upper(digits []byte) {
	for i, b := range digits {
		if b >= 'a' {
			digits[i] = b - 0x20
		}
	}
}

// FormatFloat is f.ToString(format, c) of a [double] (bits 64) or a [single] (bits 32).
// Standard formats round the exact binary value, half to even; custom formats take 15 (7) significant digits first.
func FormatFloat(f float64, bits int, format string, c *Culture) (string, error) {
	switch {
	case math.IsNaN(f):
		return c.NaNSymbol, nil
	case math.IsInf(f, 1):
		return c.PositiveInfinity, nil
	case math.IsInf(f, -1):
		return c.NegativeInfinity, nil
	}
	letter, precision, standard, err := standardFormat(format)
	if err != nil {
		return "", err
	}
	if precision > maxText {
		return "", memoryError()
	}
	if standard {
		switch letter | 0x20 {
		case 'c', 'e', 'f', 'g', 'n', 'p', 'r':
		default:
			return "", specifierError()
		}
	}
	significant, shortest := 15, 17 // digits of custom formats, and integer digits that the shortest form writes without an exponent
	if bits == 32 {
		significant, shortest = 7, 9
	}
	var space [96]byte
	var number [400]byte
	out := space[:0]
	if !standard {
		d := floatDigits(f, 'e', significant-1, 64, number[:])
		return formatCustom(&d, format, c)
	}
	if precision < 0 {
		precision = defaultPrecision(letter, c)
	}
	var d digits
	switch letter {
	case 'R', 'r':
		d = floatDigits(f, 'e', -1, bits, number[:])
		return string(appendGeneral(out, &d, shortest, letter-('R'-'G'), c)), nil
	case 'G', 'g':
		if len(format) < 2 || precision == 0 {
			d = floatDigits(f, 'e', -1, bits, number[:])
			return string(appendGeneral(out, &d, shortest, letter, c)), nil
		}
		d = floatDigits(f, 'e', precision-1, 64, number[:])
		return string(appendGeneral(out, &d, precision, letter, c)), nil
	case 'E', 'e':
		d = floatDigits(f, 'e', precision, 64, number[:])
	case 'P', 'p':
		d = floatDigits(f, 'f', precision+2, 64, number[:])
	default:
		d = floatDigits(f, 'f', precision, 64, number[:])
	}
	return standardString(out, &d, letter, precision, c)
}

// FloatString is the shortest text that reads back as f, what ToString() of a [double] (bits 64) or [single] (32) gives.
func FloatString(f float64, bits int, c *Culture) string {
	s, _ := FormatFloat(f, bits, "", c)
	return s
}

// FloatLanguageString is what PowerShell's own conversion to text gives: 15 significant digits, 7 for a [single].
func FloatLanguageString(f float64, bits int, c *Culture) string {
	if f == math.Trunc(f) && math.Abs(f) < 1e7 && (f != 0 || !math.Signbit(f)) {
		return strconv.FormatInt(int64(f), 10)
	}
	format := "G15"
	if bits == 32 {
		format = "G7"
	}
	s, _ := FormatFloat(f, bits, format, c)
	return s
}

// FormatDecimal is n.ToString(format, c) of a [decimal]; G without a precision keeps the zeros of its scale.
func FormatDecimal(n decimal.Number, format string, c *Culture) (string, error) {
	letter, precision, standard, err := standardFormat(format)
	if err != nil {
		return "", err
	}
	if precision > maxText {
		return "", memoryError()
	}
	var space [96]byte
	var number [32]byte
	out := space[:0]
	d, scale := decimalDigits(n, number[:])
	if !standard {
		return formatCustom(&d, format, c)
	}
	switch letter {
	case 'R', 'r':
		letter, precision = letter-('R'-'G'), 0
		fallthrough
	case 'G', 'g':
		if precision <= 0 {
			if d.negative {
				out = append(out, c.NegativeSign...)
			}
			return string(appendFixed(out, &d, scale, false, c)), nil
		}
		d.round(precision)
		return string(appendGeneral(out, &d, precision, letter, c)), nil
	}
	return standardString(out, &d, letter, precision, c)
}

// FormatBigInt is n.ToString(format, c) of a [bigint].
func FormatBigInt(n *big.Int, format string, c *Culture) (string, error) {
	letter, precision, standard, err := standardFormat(format)
	if err != nil {
		return "", err
	}
	if precision > maxText {
		return "", memoryError()
	}
	if !standard {
		d := bigDigits(n)
		return formatCustom(&d, format, c)
	}
	var out []byte
	switch letter {
	case 'D', 'd', 'R', 'r', 'G', 'g':
		// A big integer is never rounded: the precision of G is a minimum, as that of D.
		if n.Sign() < 0 {
			out = append(out, c.NegativeSign...)
		}
		return string(appendZeros(out, new(big.Int).Abs(n).Append(nil, 10), precision)), nil
	case 'X', 'x':
		return bigPattern(n, 4, letter == 'X', precision), nil
	case 'B', 'b':
		return bigPattern(n, 1, false, precision), nil
	}
	d := bigDigits(n)
	return standardString(nil, &d, letter, precision, c)
}

// bigPattern is the two's complement of n in digits of so many bits, led by a digit that shows the sign.
func bigPattern(n *big.Int, digitBits int, upperCase bool, precision int) string {
	width := n.BitLen() + 1
	if n.Sign() < 0 {
		width = new(big.Int).Not(n).BitLen() + 1
	}
	width = (width + digitBits - 1) / digitBits
	bits := new(big.Int).Set(n)
	fill := byte('0')
	if n.Sign() < 0 {
		bits.Add(bits, new(big.Int).Lsh(big.NewInt(1), uint(width*digitBits)))
		fill = "01  f"[digitBits]
	}
	digits := appendZeros(nil, bits.Append(nil, 1<<digitBits), width)
	out := make([]byte, 0, max(precision, len(digits)))
	for i := len(digits); i < precision; i++ {
		out = append(out, fill)
	}
	out = append(out, digits...)
	if upperCase {
		upper(out)
	}
	return string(out)
}
