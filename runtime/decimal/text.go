package decimal

import "strings"

// String is the number with all digits of its scale, as .NET's invariant ToString() writes it. A zero has no sign.
func (n Number) String() string {
	var buf [32]byte
	return string(n.Append(buf[:0]))
}

// Append appends the text of String to b.
func (n Number) Append(b []byte) []byte {
	var digits [32]byte
	at := len(digits)
	x := wide{n.Lo, uint64(n.Hi), 0}
	for x[1] != 0 {
		var r uint64
		x, r = x.divSmall(pow10[19])
		for i := 0; i < 19; i++ {
			at--
			digits[at] = '0' + byte(r%10)
			r /= 10
		}
	}
	for v := x[0]; v != 0; v /= 10 {
		at--
		digits[at] = '0' + byte(v%10)
	}
	for len(digits)-at <= int(n.Scale) {
		at--
		digits[at] = '0'
	}
	if n.Neg && !n.IsZero() {
		b = append(b, '-')
	}
	point := len(digits) - int(n.Scale)
	b = append(b, digits[at:point]...)
	if n.Scale > 0 {
		b = append(b, '.')
		b = append(b, digits[point:]...)
	}
	return b
}

// Parse reads digits with an optional sign before, point and exponent: "-1.50", "1e3". The digits behind the point become
// the scale; those beyond 28 places or 96 bits are rounded half to even. Neither blanks nor group separators are
// accepted. The errors are ErrFormat and ErrOverflow.
func Parse(s string) (Number, error) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg, s = s[0] == '-', s[1:]
	}
	s, exponent, ok := cutExponent(s)
	if !ok {
		return Number{}, ErrFormat
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if whole == "" && fraction == "" {
		return Number{}, ErrFormat
	}
	var x wide
	scale, sticky, full := -exponent, false, false
	for i := 0; i < len(whole)+len(fraction); i++ {
		var c byte
		behind := i >= len(whole)
		if behind {
			c = fraction[i-len(whole)]
		} else {
			c = whole[i]
		}
		if c < '0' || c > '9' {
			return Number{}, ErrFormat
		}
		if full = full || x.len() > 180; full {
			sticky = sticky || c != '0'
			if !behind {
				scale--
			}
			continue
		}
		x = x.mulSmall(10).add(wide{uint64(c - '0')})
		if behind {
			scale++
		}
	}
	return settle(x, scale, sticky, neg)
}

// cutExponent takes "e5", "E-3" off the end of s. An exponent too large to matter is cut to ±9999.
func cutExponent(s string) (mantissa string, exponent int, ok bool) {
	i := strings.IndexAny(s, "eE")
	if i < 0 {
		return s, 0, true
	}
	digits, minus := s[i+1:], false
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		minus, digits = digits[0] == '-', digits[1:]
	}
	if digits == "" {
		return "", 0, false
	}
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return "", 0, false
		}
		exponent = min(exponent*10+int(c-'0'), 9999)
	}
	if minus {
		exponent = -exponent
	}
	return s[:i], exponent, true
}

// settle makes x / 10^scale a Number, where scale may be far outside 0 to 28; sticky says that x lost digits that were not 0.
func settle(x wide, scale int, sticky, neg bool) (Number, error) {
	if x.isZero() {
		return Number{Scale: uint8(min(max(scale, 0), MaxScale)), Neg: neg}, nil
	}
	for ; scale < 0; scale++ {
		if x = x.mulSmall(10); !x.fits() {
			return Number{}, ErrOverflow
		}
	}
	if scale > MaxScale+58 {
		return Number{Scale: MaxScale, Neg: neg}, nil
	}
	if sticky {
		x[0] |= 1 // far below the digits that stay, it only breaks ties
	}
	return x.round(scale, neg)
}
