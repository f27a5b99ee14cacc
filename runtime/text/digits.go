package text

import (
	"math/big"
	"math/bits"
	"strconv"

	"rehearse/runtime/decimal"
)

// digits is a number as its formats see it: 0.d1d2d3… · 10^scale, without leading or trailing zeros.
// Zero has no digits and the scale 0.
type digits struct {
	text     []byte
	scale    int
	negative bool
	float    bool // a negative zero keeps its sign
}

// maxExactDigits is beyond the last decimal place that a double can have.
const maxExactDigits = 1100

func uintDigits(n uint64, negative bool, buffer []byte) digits {
	if n == 0 {
		return digits{text: buffer[:0]}
	}
	d := digits{text: strconv.AppendUint(buffer[:0], n, 10), negative: negative}
	d.scale = len(d.text)
	d.trim()
	return d
}

func bigDigits(n *big.Int) digits {
	d := digits{text: new(big.Int).Abs(n).Append(nil, 10), negative: n.Sign() < 0}
	d.scale = len(d.text)
	d.trim()
	return d
}

// decimalDigits also returns how many decimals the scale of n holds.
func decimalDigits(n decimal.Number, buffer []byte) (digits, int) {
	const group = 1_000_000_000_000_000_000
	high, low := bits.Div64(uint64(n.Hi), n.Lo, group)
	text := buffer[:0]
	if high != 0 {
		text = strconv.AppendUint(text, high, 10)
		for place := uint64(group / 10); place > 0; place /= 10 {
			text = append(text, '0'+byte(low/place%10))
		}
	} else {
		text = strconv.AppendUint(text, low, 10)
	}
	d := digits{text: text, scale: len(text) - int(n.Scale), negative: n.Neg}
	d.trim()
	return d, int(n.Scale)
}

// floatDigits reads what strconv makes of f in the format 'e' or 'f'.
func floatDigits(f float64, format byte, precision, size int, buffer []byte) digits {
	if precision > maxExactDigits {
		precision = maxExactDigits
	}
	raw := strconv.AppendFloat(buffer[:0], f, format, precision, size)
	d := digits{float: true, text: raw[:0]}
	point := -1
	for i, c := range raw {
		switch c {
		case '-':
			d.negative = true
		case '.':
			point = len(d.text)
		case 'e':
			exponent, _ := strconv.Atoi(string(raw[i+1:]))
			if point < 0 {
				point = len(d.text)
			}
			d.scale = point + exponent
			d.trim()
			return d
		default:
			d.text = append(d.text, c)
		}
	}
	if point < 0 {
		point = len(d.text)
	}
	d.scale = point
	d.trim()
	return d
}

// trim drops zeros at both ends.
func (d *digits) trim() {
	start, end := 0, len(d.text)
	for start < end && d.text[start] == '0' {
		start++
	}
	for end > start && d.text[end-1] == '0' {
		end--
	}
	d.scale -= start
	d.text = d.text[start:end]
	if len(d.text) == 0 {
		d.scale = 0
		if !d.float {
			d.negative = false
		}
	}
}

// round keeps the first n digits and rounds half away from zero.
func (d *digits) round(n int) {
	if n >= len(d.text) {
		return
	}
	if n < 0 {
		d.text = d.text[:0]
		d.trim()
		return
	}
	up := d.text[n] >= '5'
	d.text = d.text[:n]
	if up {
		i := n - 1
		for i >= 0 && d.text[i] == '9' {
			i--
		}
		if i < 0 {
			d.text = d.text[:1]
			d.text[0] = '1'
			d.scale++
			return
		}
		d.text[i]++
		d.text = d.text[:i+1]
	}
	d.trim()
}

// at is the digit at position i, a zero beyond both ends.
func (d *digits) at(i int) byte {
	if i < 0 || i >= len(d.text) {
		return '0'
	}
	return d.text[i]
}
