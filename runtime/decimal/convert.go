package decimal

import (
	"math"
	"math/big"
)

// FromInt64 is i with scale 0.
func FromInt64(i int64) Number {
	if i < 0 {
		return Number{Lo: uint64(-i), Neg: true}
	}
	return Number{Lo: uint64(i)}
}

// FromUint64 is i with scale 0.
func FromUint64(i uint64) Number { return Number{Lo: i} }

// Int64 is n without its fraction; false if that does not fit.
func (n Number) Int64() (int64, bool) {
	n = n.Truncate()
	if n.Hi != 0 {
		return 0, false
	}
	if n.Neg {
		return -int64(n.Lo), n.Lo <= 1<<63
	}
	return int64(n.Lo), n.Lo < 1<<63
}

// Uint64 is n without its fraction; false if that does not fit.
func (n Number) Uint64() (uint64, bool) {
	n = n.Truncate()
	return n.Lo, n.Hi == 0 && (!n.Neg || n.Lo == 0)
}

var floatPow10 = [...]float64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
	1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
}

// Float64 is the integer as a double, divided by a double power of ten, which is what (double)decimal does.
func (n Number) Float64() float64 {
	f := (float64(n.Lo) + float64(n.Hi)*(1<<64)) / floatPow10[n.Scale]
	if n.Neg {
		return -f
	}
	return f
}

// FromFloat64 is f rounded to 15 significant digits, without zeros behind the last one, as (decimal)double. The error is
// ErrOverflow, for NaN and infinities too.
func FromFloat64(f float64) (Number, error) { return fromFloat(f, 15) }

// FromFloat32 is FromFloat64 with 7 significant digits.
func FromFloat32(f float32) (Number, error) { return fromFloat(float64(f), 7) }

func fromFloat(f float64, digits int) (Number, error) {
	if f == 0 {
		return Number{}, nil
	}
	neg := math.Signbit(f)
	f = math.Abs(f)
	if !(f < 7.9228162514264338e28) {
		return Number{}, ErrOverflow
	}
	_, exp := math.Frexp(f)
	if exp < -94 {
		return Number{}, nil // below half of the last place
	}
	least, most := floatPow10[digits-1], floatPow10[digits]
	power := digits - 1 - exp*19728>>16
	switch {
	case power >= 0:
		power = min(power, MaxScale)
		f *= floatPow10[power]
	case power != -1 || f >= most:
		f /= floatPow10[-power]
	default:
		power = 0 // f has the wanted digits already
	}
	if f < least && power < MaxScale {
		f *= 10
		power++
	}
	x := wide{uint64(math.RoundToEven(f))}
	if power < 0 {
		return x.mulPow(uint8(-power)).round(0, neg)
	}
	if x.isZero() {
		return Number{}, nil
	}
	return Number{Lo: x[0], Scale: uint8(power), Neg: neg}.Normalize(), nil
}

// BigInt is n without its fraction.
func (n Number) BigInt() *big.Int {
	n = n.Truncate()
	i := new(big.Int).SetUint64(uint64(n.Hi))
	i.Lsh(i, 64).Or(i, new(big.Int).SetUint64(n.Lo))
	if n.Neg {
		i.Neg(i)
	}
	return i
}
