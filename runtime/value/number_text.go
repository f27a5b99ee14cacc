package value

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"rehearse/runtime/decimal"
)

// maxNumberText bounds the work for a numeric text; no type but BigInteger comes near it.
const maxNumberText = 2000

// NumberLiteral reads a text as a number literal of the language (oracle/operators, section 1): an optional sign, decimal,
// hexadecimal (0x) or binary (0b) digits, fraction, exponent, type suffix, multiplier. Its kind is the literal's own: the
// first of Int32, Int64, Decimal and Double that holds it if no suffix says otherwise. ok is false for a text that is no
// literal, and for one whose suffix names a type that does not hold it.
func NumberLiteral(s string) (n Value, ok bool) {
	if n, ok := smallInteger(s); ok {
		return n, true
	}
	if s == "" || len(s) > maxNumberText {
		return Value{}, false
	}
	l := literal{digits: s}
	switch s[0] {
	case '-':
		l.negative, l.digits = true, s[1:]
	case '+':
		l.digits = s[1:]
	}
	l.cutMultiplier()
	l.cutRadix()
	l.cutSuffix()
	if l.radix != 10 {
		return l.radixValue()
	}
	whole, real := l.shape()
	switch {
	case !whole && !real:
		return Value{}, false
	case l.suffix == "d":
		return l.decimal()
	case real && l.suffix == "":
		f, _ := strconv.ParseFloat(l.digits, 64) // what is too large becomes infinite, as it should
		f *= float64(l.factor())
		if l.negative {
			f = -f
		}
		return OfDouble(f), true
	case real:
		return l.rounded()
	}
	v, _ := new(big.Int).SetString(l.digits, 10)
	return l.integer(v)
}

// smallInteger is the common case: up to nine decimal digits, perhaps with a sign.
func smallInteger(s string) (Value, bool) {
	digits, negative := s, false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		digits, negative = s[1:], s[0] == '-'
	}
	if len(digits) == 0 || len(digits) > 9 {
		return Value{}, false
	}
	n := int32(0)
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		if c < '0' || c > '9' {
			return Value{}, false
		}
		n = n*10 + int32(c-'0')
	}
	if negative {
		n = -n
	}
	return OfInt32(n), true
}

// literal is a number literal taken apart.
type literal struct {
	negative   bool
	digits     string // without sign, prefix, suffix and multiplier
	radix      int
	suffix     string // in lower case
	multiplier uint   // a power of two
}

func (l *literal) factor() int64 { return 1 << l.multiplier }

func (l *literal) cutMultiplier() {
	if n := len(l.digits); n > 2 && l.digits[n-1]|0x20 == 'b' {
		if i := strings.IndexByte("kmgtp", l.digits[n-2]|0x20); i >= 0 {
			l.multiplier, l.digits = uint(10*(i+1)), l.digits[:n-2]
		}
	}
}

func (l *literal) cutRadix() {
	l.radix = 10
	if len(l.digits) >= 2 && l.digits[0] == '0' {
		switch l.digits[1] | 0x20 {
		case 'x':
			l.radix, l.digits = 16, l.digits[2:]
		case 'b':
			l.radix, l.digits = 2, l.digits[2:]
		}
	}
}

func (l *literal) cutSuffix() {
	for _, x := range [...]string{"ul", "us", "uy", "u", "l", "s", "y", "n", "d"} {
		n := len(l.digits) - len(x)
		if n >= 0 && strings.EqualFold(l.digits[n:], x) && (l.radix != 16 || x != "d") {
			l.suffix, l.digits = x, l.digits[:n]
			return
		}
	}
}

// shape tells whether the decimal digits are a whole number, or one with a point or an exponent.
func (l *literal) shape() (whole, real bool) {
	digits, point := 0, false
	for i := 0; i < len(l.digits); i++ {
		switch c := l.digits[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && !point:
			point = true
		case c|0x20 == 'e' && digits > 0:
			e := l.digits[i+1:]
			if e != "" && (e[0] == '+' || e[0] == '-') {
				e = e[1:]
			}
			return false, e != "" && len(e) < 6 && strings.Trim(e, "0123456789") == ""
		default:
			return false, false
		}
	}
	return digits > 0 && !point, digits > 0 && point
}

// rounded is a literal with a fraction or exponent and an integer suffix: half to even.
func (l *literal) rounded() (Value, bool) {
	r, ok := new(big.Rat).SetString(l.digits)
	if !ok || strings.ContainsAny(l.digits, "eE") && r.Num().BitLen()+r.Denom().BitLen() > 4096 {
		return Value{}, false
	}
	r.Mul(r, new(big.Rat).SetInt64(l.factor()))
	q, m := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	if c := m.Lsh(m, 1).Cmp(r.Denom()); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return l.signed(q)
}

func (l *literal) decimal() (Value, bool) {
	d, err := decimal.Parse(l.digits)
	if err == nil && l.multiplier > 0 {
		d, err = d.Mul(decimal.FromInt64(l.factor()))
	}
	if l.negative {
		d = d.Negate()
	}
	return OfDecimal(d), err == nil
}

// radixValue is the value of hexadecimal or binary digits; none at all are 0. Digits that fill the width of a type have the sign that
// their highest bit says, unless the suffix asks for an unsigned type.
func (l *literal) radixValue() (Value, bool) {
	if l.digits == "" {
		l.digits = "0"
	}
	v, ok := new(big.Int).SetString(l.digits, l.radix)
	if !ok || l.digits[0] == '-' || l.digits[0] == '+' || strings.Contains(l.digits, "_") || l.suffix == "d" {
		return Value{}, false
	}
	width := len(l.digits)
	if l.radix == 16 {
		width *= 4
	}
	sign := 0
	switch {
	case strings.HasPrefix(l.suffix, "u"):
	case l.radix == 2:
		if width == 8 || width == 16 || width == 32 || width == 64 {
			sign = width
		}
	case l.suffix == "y" && width <= 8:
		sign = 8
	case l.suffix == "s" && width <= 16:
		sign = 16
	case width <= 32 && l.suffix != "l":
		sign = 32
	case width <= 64:
		sign = 64
	}
	if sign > 0 && v.BitLen() == sign {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(sign)))
	}
	if l.suffix == "" && v.BitLen() > 64 {
		return Value{}, false
	}
	return l.integer(v)
}

// integer applies the multiplier.
func (l *literal) integer(v *big.Int) (Value, bool) { return l.signed(v.Lsh(v, l.multiplier)) }

// signed applies the sign and chooses the type.
func (l *literal) signed(v *big.Int) (Value, bool) {
	if l.negative {
		v.Neg(v)
	}
	k := Int64
	switch l.suffix {
	case "", "n":
		return l.unsuffixed(v), true
	case "u":
		k = UInt32
		if v.Sign() >= 0 && v.BitLen() > 32 {
			k = UInt64
		}
	case "ul":
		k = UInt64
	case "us":
		k = UInt16
	case "uy":
		k = Byte
	case "s":
		k = Int16
	case "y":
		k = SByte
	}
	if k == UInt64 {
		return OfUInt64(v.Uint64()), v.IsUint64()
	}
	return OfInteger(k, v.Int64()), v.IsInt64() && fits(v.Int64(), k)
}

// unsuffixed is the narrowest of Int32, Int64, Decimal and Double that holds v. Hexadecimal digits count by their number.
func (l *literal) unsuffixed(v *big.Int) Value {
	if v.IsInt64() {
		n := v.Int64()
		if n == int64(int32(n)) && (l.radix != 16 || len(l.digits) <= 8) {
			return OfInt32(int32(n))
		}
		return OfInt64(n)
	}
	if v.BitLen() <= 96 {
		d, _ := decimal.Parse(v.String()) // ninety-six bits always fit
		return OfDecimal(d)
	}
	f, _ := new(big.Float).SetInt(v).Float64()
	if math.IsInf(f, 0) {
		f = math.Copysign(math.Inf(1), float64(v.Sign()))
	}
	return OfDouble(f)
}
