// Package decimal is .NET's System.Decimal: a 96-bit integer with a scale from 0 to 28 that arithmetic keeps as .NET does.
package decimal

//lint:file-ignore ST1005 The texts are those .NET shows, full stop and all.

import "errors"

// Number is a decimal: Hi·2⁶⁴ + Lo, divided by 10^Scale, negative if Neg. The zero Number is 0.
type Number struct {
	Lo    uint64
	Hi    uint32
	Scale uint8
	Neg   bool
}

// MaxScale is the greatest number of digits behind the point.
const MaxScale = 28

// The errors of arithmetic, conversion and Parse, with .NET's texts.
var (
	ErrOverflow     = errors.New("Value was either too large or too small for a Decimal.")
	ErrDivideByZero = errors.New("Attempted to divide by zero.")
	ErrFormat       = errors.New("The input string was not in a correct format.")
)

// The constants of System.Decimal.
var (
	Zero     = Number{}
	One      = Number{Lo: 1}
	MinusOne = Number{Lo: 1, Neg: true}
	MaxValue = Number{Lo: 1<<64 - 1, Hi: 1<<32 - 1}
	MinValue = Number{Lo: 1<<64 - 1, Hi: 1<<32 - 1, Neg: true}
)

// IsZero tells whether n is 0, whatever its scale and sign.
func (n Number) IsZero() bool { return n.Lo == 0 && n.Hi == 0 }

// Sign is -1, 0 or 1.
func (n Number) Sign() int {
	switch {
	case n.IsZero():
		return 0
	case n.Neg:
		return -1
	}
	return 1
}

// Negate is -n with the same scale.
func (n Number) Negate() Number {
	n.Neg = !n.Neg
	return n
}

// Abs is n without its sign.
func (n Number) Abs() Number {
	n.Neg = false
	return n
}

// Hash is equal for numbers that Cmp calls equal.
func (n Number) Hash() uint32 {
	n = n.Normalize()
	h := n.Lo*0x9E3779B97F4A7C15 ^ uint64(n.Hi)<<8 ^ uint64(n.Scale)
	if n.Neg && !n.IsZero() {
		h = ^h
	}
	return uint32(h>>32) ^ uint32(h)
}

// Normalize is n with the smallest scale that shows it: 1.50 becomes 1.5.
func (n Number) Normalize() Number {
	if n.IsZero() {
		return Number{}
	}
	m := wide{n.Lo, uint64(n.Hi), 0}
	for n.Scale > 0 {
		q, r := m.divSmall(10)
		if r != 0 {
			break
		}
		m = q
		n.Scale--
	}
	n.Lo, n.Hi = m[0], uint32(m[1])
	return n
}

// Cmp is -1, 0 or 1 as n is less than, equal to or greater than m, whatever their scales.
func (n Number) Cmp(m Number) int {
	a, b := n.Sign(), m.Sign()
	if a != b {
		if a < b {
			return -1
		}
		return 1
	}
	if a == 0 {
		return 0
	}
	return n.cmpAbs(m) * a
}

func (n Number) cmpAbs(m Number) int {
	x, y := n.wide(), m.wide()
	switch {
	case n.Scale < m.Scale:
		x = x.mulPow(m.Scale - n.Scale)
	case n.Scale > m.Scale:
		y = y.mulPow(n.Scale - m.Scale)
	}
	return x.cmp(y)
}
