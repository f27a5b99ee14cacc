package decimal

// Rounding is System.MidpointRounding.
type Rounding uint8

// The roundings in the order of MidpointRounding's numbers.
const (
	ToEven Rounding = iota
	AwayFromZero
	ToZero
	ToNegativeInfinity
	ToPositiveInfinity
)

// Round is n with at most so many digits (0 to 28) behind the point; fewer digits stay as they are.
func (n Number) Round(digits int, mode Rounding) Number {
	drop := int(n.Scale) - digits
	if drop <= 0 {
		return n
	}
	x, sticky := n.wide(), false
	for k := drop - 1; k > 0; {
		p := min(k, 19)
		var r uint64
		x, r = x.divSmall(pow10[p])
		sticky = sticky || r != 0
		k -= p
	}
	x, last := x.divSmall(10)
	lost := sticky || last != 0
	up := false
	switch mode {
	case ToEven:
		up = last > 5 || last == 5 && (sticky || x[0]&1 != 0)
	case AwayFromZero:
		up = last >= 5
	case ToNegativeInfinity:
		up = lost && n.Neg
	case ToPositiveInfinity:
		up = lost && !n.Neg
	}
	if up {
		x = x.add(wide{1})
	}
	return Number{Lo: x[0], Hi: uint32(x[1]), Scale: uint8(digits), Neg: n.Neg}
}

// Truncate is n without its fraction.
func (n Number) Truncate() Number { return n.Round(0, ToZero) }

// Floor is the greatest whole number not above n.
func (n Number) Floor() Number { return n.Round(0, ToNegativeInfinity) }

// Ceiling is the least whole number not below n.
func (n Number) Ceiling() Number { return n.Round(0, ToPositiveInfinity) }
