// Package decimal is .NET's System.Decimal: a 96-bit integer with a scale from 0 to 28 that arithmetic keeps as .NET does.
package decimal

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Number is a decimal: Hi·2⁶⁴ + Lo, divided by 10^Scale, negative if Neg. The zero Number is 0.
type Number struct {
	Lo    uint64
	Hi    uint32
	Scale uint8
	Neg   bool
}

// MaxScale is the largest number of digits behind the point.
const MaxScale = 28

// The errors of decimal arithmetic.
var (
	ErrOverflow     = errors.New("Value was either too large or too small for a Decimal.")
	ErrDivideByZero = errors.New("Attempted to divide by zero.")
	ErrFormat       = errors.New("The input string was not in a correct format.")
)

var maxCoefficient = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 96), big.NewInt(1))

func (n Number) coefficient() *big.Int {
	b := new(big.Int).SetUint64(uint64(n.Hi))
	b.Lsh(b, 64).Or(b, new(big.Int).SetUint64(n.Lo))
	if n.Neg {
		b.Neg(b)
	}
	return b
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// fromBig is b / 10^scale with the scale lowered, rounding half to even, until it fits.
func fromBig(b *big.Int, scale int) (Number, error) {
	neg := b.Sign() < 0
	abs := new(big.Int).Abs(b)
	for scale > MaxScale || abs.Cmp(maxCoefficient) > 0 {
		if scale == 0 {
			return Number{}, ErrOverflow
		}
		drop := 1
		if scale > MaxScale {
			drop = scale - MaxScale
		} else if extra := len(abs.String()) - 29; extra > 1 {
			drop = min(extra, scale)
		}
		abs = roundDiv(abs, pow10(drop))
		scale -= drop
	}
	n := Number{Scale: uint8(scale), Neg: neg}
	n.Lo = new(big.Int).And(abs, new(big.Int).SetUint64(math.MaxUint64)).Uint64()
	n.Hi = uint32(new(big.Int).Rsh(abs, 64).Uint64())
	return n, nil
}

// roundDiv is a / b for a ≥ 0, rounded half to even.
func roundDiv(a, b *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	switch c := new(big.Int).Lsh(r, 1).Cmp(b); {
	case c > 0, c == 0 && q.Bit(0) == 1:
		q.Add(q, big.NewInt(1))
	}
	return q
}

// IsZero tells whether n is 0 with any scale or sign.
func (n Number) IsZero() bool { return n.Lo == 0 && n.Hi == 0 }

// FromInt64 is i.
func FromInt64(i int64) Number {
	if i < 0 {
		return Number{Lo: uint64(-i), Neg: true}
	}
	return Number{Lo: uint64(i)}
}

// FromUint64 is i.
func FromUint64(i uint64) Number { return Number{Lo: i} }

// FromFloat converts as .NET does: with 15 significant digits for a double, 7 for a single.
func FromFloat(f float64, digits int) (Number, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) >= 7.9228162514264338e28 {
		return Number{}, ErrOverflow
	}
	s := strconv.FormatFloat(f, 'e', digits-1, 64)
	n, err := Parse(s)
	if err != nil {
		return Number{}, err
	}
	return n.Trim(), nil
}

// Trim removes zeros at the end of the fraction.
func (n Number) Trim() Number {
	if n.IsZero() {
		return Number{}
	}
	b, scale := n.coefficient(), int(n.Scale)
	ten, r := big.NewInt(10), new(big.Int)
	for scale > 0 {
		q, _ := new(big.Int).QuoRem(b, ten, r)
		if r.Sign() != 0 {
			break
		}
		b, scale = q, scale-1
	}
	m, err := fromBig(b, scale)
	if err != nil {
		return n
	}
	return m
}

// Parse reads digits with an optional sign, point and exponent; the scale is that of the text.
func Parse(s string) (Number, error) {
	mantissa, exponent := s, 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		e, err := strconv.Atoi(s[i+1:])
		if err != nil || e > 100 || e < -100 {
			if err == nil && e < -100 {
				return Number{}, nil
			}
			return Number{}, ErrFormat
		}
		mantissa, exponent = s[:i], e
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	b, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return Number{}, ErrFormat
	}
	scale := len(fraction) - exponent
	if scale < 0 {
		b.Mul(b, pow10(-scale))
		scale = 0
	}
	n, err := fromBig(b, scale)
	if strings.HasPrefix(s, "-") {
		n.Neg = true
	}
	return n, err
}

// String is the number with all digits of its scale, as .NET's invariant ToString() writes it.
func (n Number) String() string {
	s := new(big.Int).Abs(n.coefficient()).String()
	if k := int(n.Scale); k > 0 {
		if len(s) <= k {
			s = strings.Repeat("0", k-len(s)+1) + s
		}
		s = s[:len(s)-k] + "." + s[len(s)-k:]
	}
	if n.Neg && !n.IsZero() {
		s = "-" + s
	}
	return s
}

func align(n, m Number) (a, b *big.Int, scale int) {
	a, b = n.coefficient(), m.coefficient()
	switch {
	case n.Scale < m.Scale:
		a.Mul(a, pow10(int(m.Scale-n.Scale)))
	case m.Scale < n.Scale:
		b.Mul(b, pow10(int(n.Scale-m.Scale)))
	}
	return a, b, int(max(n.Scale, m.Scale))
}

// Add is n + m.
func (n Number) Add(m Number) (Number, error) {
	a, b, s := align(n, m)
	return fromBig(a.Add(a, b), s)
}

// Sub is n - m.
func (n Number) Sub(m Number) (Number, error) {
	a, b, s := align(n, m)
	return fromBig(a.Sub(a, b), s)
}

// Mul is n · m.
func (n Number) Mul(m Number) (Number, error) {
	a := n.coefficient()
	return fromBig(a.Mul(a, m.coefficient()), int(n.Scale)+int(m.Scale))
}

// Div is n / m to 28 digits, with the smallest scale that is exact.
func (n Number) Div(m Number) (Number, error) {
	if m.IsZero() {
		return Number{}, ErrDivideByZero
	}
	a, b := n.coefficient(), m.coefficient()
	neg := a.Sign()*b.Sign() < 0
	a.Abs(a)
	b.Abs(b)
	const extra = 40
	a.Mul(a, pow10(extra))
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	scale := int(n.Scale) - int(m.Scale) + extra
	if r.Sign() != 0 {
		q.Mul(q, big.NewInt(10)).Add(q, big.NewInt(1)) // a sticky digit keeps the rounding right
		scale++
	}
	if scale < 0 {
		q.Mul(q, pow10(-scale))
		scale = 0
	}
	if neg {
		q.Neg(q)
	}
	x, err := fromBig(q, scale)
	if err != nil {
		return x, err
	}
	low := max(0, int(n.Scale)-int(m.Scale))
	t := x.Trim()
	if int(t.Scale) < low {
		b := t.coefficient()
		return fromBig(b.Mul(b, pow10(low-int(t.Scale))), low)
	}
	return t, nil
}

// Rem is the remainder of n / m, with the sign of n.
func (n Number) Rem(m Number) (Number, error) {
	if m.IsZero() {
		return Number{}, ErrDivideByZero
	}
	a, b, s := align(n, m)
	return fromBig(a.Rem(a, b), s)
}

// Negate is -n.
func (n Number) Negate() Number {
	n.Neg = !n.Neg && !n.IsZero()
	return n
}

// Cmp is -1, 0 or 1.
func (n Number) Cmp(m Number) int {
	a, b, _ := align(n, m)
	return a.Cmp(b)
}

// Float is the nearest double.
func (n Number) Float() float64 {
	f, err := strconv.ParseFloat(n.String(), 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

// Round is n with so many digits behind the point, half to even.
func (n Number) Round(digits int) Number {
	if int(n.Scale) <= digits {
		return n
	}
	b := n.coefficient()
	neg := b.Sign() < 0
	q := roundDiv(b.Abs(b), pow10(int(n.Scale)-digits))
	if neg {
		q.Neg(q)
	}
	x, err := fromBig(q, digits)
	if err != nil {
		return n
	}
	return x
}

// Int64 is n rounded half to even, and whether it fits.
func (n Number) Int64() (int64, bool) {
	b := n.Round(0).coefficient()
	return b.Int64(), b.IsInt64()
}

// BigInt is n without its fraction.
func (n Number) BigInt() *big.Int {
	b := n.coefficient()
	return b.Quo(b, pow10(int(n.Scale)))
}

// Hash is equal for numbers that Cmp calls equal.
func (n Number) Hash() uint32 {
	t := n.Trim()
	h := uint64(t.Scale)<<32 ^ t.Lo ^ uint64(t.Hi)*0x9E3779B97F4A7C15
	return uint32(h>>32) ^ uint32(h)
}
