package decimal

import "math/bits"

// Add is n + m with the larger of both scales; digits that do not fit are rounded half to even. The error is ErrOverflow.
func (n Number) Add(m Number) (Number, error) {
	if n.Scale == m.Scale && n.Hi|m.Hi == 0 && n.Neg == m.Neg {
		lo, c := bits.Add64(n.Lo, m.Lo, 0)
		return Number{Lo: lo, Hi: uint32(c), Scale: n.Scale, Neg: n.Neg}, nil
	}
	x, y, scale := n.wide(), m.wide(), n.Scale
	switch {
	case n.Scale < m.Scale:
		x, scale = x.mulPow(m.Scale-n.Scale), m.Scale
	case n.Scale > m.Scale:
		y = y.mulPow(n.Scale - m.Scale)
	}
	if n.Neg == m.Neg {
		return x.add(y).round(int(scale), n.Neg)
	}
	if x.cmp(y) >= 0 {
		return x.sub(y).round(int(scale), n.Neg)
	}
	return y.sub(x).round(int(scale), m.Neg)
}

// Sub is n - m, as Add.
func (n Number) Sub(m Number) (Number, error) { return n.Add(m.Negate()) }

// Mul is n · m; its scale is the sum of both unless that is too much. The error is ErrOverflow.
func (n Number) Mul(m Number) (Number, error) {
	scale, neg := int(n.Scale)+int(m.Scale), n.Neg != m.Neg
	h, l := bits.Mul64(n.Lo, m.Lo)
	if n.Hi|m.Hi == 0 && scale <= MaxScale && h>>32 == 0 {
		return Number{Lo: l, Hi: uint32(h), Scale: uint8(scale), Neg: neg}, nil
	}
	x := wide{l, h, 0}
	x = x.add(wide{n.Lo}.mulSmall(uint64(m.Hi)).shiftLeft(64))
	x = x.add(wide{m.Lo}.mulSmall(uint64(n.Hi)).shiftLeft(64))
	x[2] += uint64(n.Hi) * uint64(m.Hi)
	return x.round(scale, neg)
}

// Div is n / m to as many digits as fit, rounded half to even, without needless zeros at the end. The errors are
// ErrDivideByZero and ErrOverflow.
func (n Number) Div(m Number) (Number, error) {
	if m.IsZero() {
		return Number{}, ErrDivideByZero
	}
	neg, scale, exact := n.Neg != m.Neg, int(n.Scale)-int(m.Scale), true
	d := m.wide()
	q, r := n.wide().div(d)
	for !r.isZero() && scale < MaxScale || scale < 0 {
		p := raise(q, MaxScale-scale)
		if p <= 0 {
			// One more digit may still fit if it is small enough.
			digit, rest := r.mulSmall(10).div(d)
			longer := q.mulSmall(10).add(digit)
			if scale == MaxScale || !longer.fits() {
				break
			}
			q, r, scale, exact = longer, rest, scale+1, false
			continue
		}
		if scale >= 0 || !r.isZero() {
			exact = false
		} else {
			p = min(p, -scale)
		}
		if d[1] != 0 {
			p = min(p, 9) // so that r·10^p stays far below 192 bits and each step is short
		}
		var digits wide
		digits, r = r.mulSmall(pow10[p]).div(d)
		q = q.mulSmall(pow10[p]).add(digits)
		scale += p
	}
	if !r.isZero() {
		if twice := r.add(r).cmp(d); twice > 0 || twice == 0 && q[0]&1 != 0 {
			q = q.add(wide{1})
		}
	}
	if scale < 0 {
		return Number{}, ErrOverflow
	}
	result, err := q.round(scale, neg)
	if err == nil && !exact {
		return result.Normalize(), nil
	}
	return result, err
}

// raise is how many more digits, of those wanted and 19 at most, q surely takes before it exceeds 96 bits.
func raise(q wide, wanted int) int {
	return min(wanted, 19, (96-q.len())*30103/100000) // 0.30103 is log10(2)
}

// Rem is the remainder of n / m with the sign of n. The error is ErrDivideByZero.
func (n Number) Rem(m Number) (Number, error) {
	if m.IsZero() {
		return Number{}, ErrDivideByZero
	}
	switch n.cmpAbs(m) {
	case -1:
		return n, nil
	case 0:
		return Number{Scale: max(n.Scale, m.Scale), Neg: n.Neg}, nil
	}
	x, y, scale := n.wide(), m.wide(), n.Scale
	if n.Scale < m.Scale {
		x, scale = x.mulPow(m.Scale-n.Scale), m.Scale
	} else if n.Scale > m.Scale {
		y = y.mulPow(n.Scale - m.Scale)
	}
	_, r := x.div(y)
	return Number{Lo: r[0], Hi: uint32(r[1]), Scale: scale, Neg: n.Neg}, nil
}
