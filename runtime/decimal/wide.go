package decimal

import "math/bits"

// wide is an unsigned integer of 192 bits, least significant word first: room for the product of two 96-bit
// integers, and for one that is raised by 28 powers of ten.
type wide [3]uint64

// pow10 are the powers of ten that fit in 64 bits.
var pow10 = [20]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

func (n Number) wide() wide { return wide{n.Lo, uint64(n.Hi), 0} }

// fits tells whether x has at most 96 bits.
func (x wide) fits() bool { return x[2] == 0 && x[1]>>32 == 0 }

func (x wide) isZero() bool { return x[0]|x[1]|x[2] == 0 }

func (x wide) cmp(y wide) int {
	for i := 2; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (x wide) add(y wide) wide {
	var c uint64
	x[0], c = bits.Add64(x[0], y[0], 0)
	x[1], c = bits.Add64(x[1], y[1], c)
	x[2], _ = bits.Add64(x[2], y[2], c)
	return x
}

func (x wide) sub(y wide) wide {
	var b uint64
	x[0], b = bits.Sub64(x[0], y[0], 0)
	x[1], b = bits.Sub64(x[1], y[1], b)
	x[2], _ = bits.Sub64(x[2], y[2], b)
	return x
}

// mulSmall is x·m modulo 2¹⁹².
func (x wide) mulSmall(m uint64) wide {
	h0, l0 := bits.Mul64(x[0], m)
	h1, l1 := bits.Mul64(x[1], m)
	var c uint64
	x[0] = l0
	x[1], c = bits.Add64(l1, h0, 0)
	x[2] = x[2]*m + h1 + c
	return x
}

// mulPow is x·10^p for p up to 28.
func (x wide) mulPow(p uint8) wide {
	if p > 19 {
		x = x.mulSmall(pow10[19])
		p -= 19
	}
	if p > 0 {
		x = x.mulSmall(pow10[p])
	}
	return x
}

// divSmall is the quotient and remainder of x by d.
func (x wide) divSmall(d uint64) (wide, uint64) {
	var r uint64
	if x[2] != 0 {
		x[2], r = x[2]/d, x[2]%d
	}
	if r != 0 || x[1] != 0 {
		x[1], r = bits.Div64(r, x[1], d)
	}
	x[0], r = bits.Div64(r, x[0], d)
	return x, r
}

// len is the number of bits of x.
func (x wide) len() int {
	switch {
	case x[2] != 0:
		return 128 + bits.Len64(x[2])
	case x[1] != 0:
		return 64 + bits.Len64(x[1])
	}
	return bits.Len64(x[0])
}

func (x wide) shiftLeft(n int) wide {
	for ; n >= 64; n -= 64 {
		x[2], x[1], x[0] = x[1], x[0], 0
	}
	if n > 0 {
		x[2] = x[2]<<n | x[1]>>(64-n)
		x[1] = x[1]<<n | x[0]>>(64-n)
		x[0] <<= n
	}
	return x
}

func (x wide) shiftRightOne() wide {
	x[0] = x[0]>>1 | x[1]<<63
	x[1] = x[1]>>1 | x[2]<<63
	x[2] >>= 1
	return x
}

// div is the quotient and remainder of x by y, which is not zero.
func (x wide) div(y wide) (q, r wide) {
	if y[1]|y[2] == 0 {
		q, small := x.divSmall(y[0])
		return q, wide{small}
	}
	n := x.len() - y.len()
	if n < 0 {
		return wide{}, x
	}
	y = y.shiftLeft(n)
	for ; n >= 0; n-- {
		q = q.shiftLeft(1)
		if x.cmp(y) >= 0 {
			x = x.sub(y)
			q[0] |= 1
		}
		y = y.shiftRightOne()
	}
	return q, x
}

// dropDigits is x / 10^n, rounded half to even.
func (x wide) dropDigits(n int) wide {
	if n == 0 {
		return x
	}
	sticky := false
	for n > 1 {
		p := min(n-1, 19)
		var r uint64
		x, r = x.divSmall(pow10[p])
		sticky = sticky || r != 0
		n -= p
	}
	x, last := x.divSmall(10)
	if last > 5 || last == 5 && (sticky || x[0]&1 != 0) {
		x = x.add(wide{1})
	}
	return x
}

// round makes a Number of x / 10^scale, dropping digits (half to even) until it has 96 bits and a scale of at most 28.
func (x wide) round(scale int, neg bool) (Number, error) {
	// The bits beyond 96 give the least number of digits to drop; 0.30103 is log10(2).
	drop := max(scale-MaxScale, (x.len()-96-1)*30103/100000, 0)
	for ; drop <= scale; drop++ {
		if q := x.dropDigits(drop); q.fits() {
			return Number{Lo: q[0], Hi: uint32(q[1]), Scale: uint8(scale - drop), Neg: neg}, nil
		}
	}
	return Number{}, ErrOverflow
}
