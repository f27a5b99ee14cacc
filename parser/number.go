package parser

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"rehearse/parser/ast"
)

// maxNumberLength bounds the work for a literal; no type but BigInteger comes near it.
const maxNumberLength = 2000

// parseNumber gives the value of a numeric literal; ok is false if its type cannot hold it.
func parseNumber(text string) (n ast.Number, ok bool) {
	n.Text = text
	// The common case, a small decimal integer.
	if len(text) < 10 {
		v, plain := int64(0), true
		for i := 0; i < len(text); i++ {
			c := text[i]
			if c < '0' || c > '9' {
				plain = false
				break
			}
			v = v*10 + int64(c-'0')
		}
		if plain {
			n.Kind, n.Bits = ast.Int32, uint64(v)
			return n, true
		}
	}
	if len(text) > maxNumberLength {
		return n, false
	}
	l := splitNumber(text)
	if l.radix != 10 {
		return l.whole(n, l.radixValue())
	}
	if l.real && (l.suffix == "" || l.suffix == "d") || l.suffix == "d" {
		return l.fraction(n)
	}
	v := l.exact()
	if v == nil {
		return n, false
	}
	return l.whole(n, v)
}

// literal is a numeric literal taken apart.
type literal struct {
	negative   bool
	radix      int
	digits     string // without sign, prefix and suffix
	real       bool   // has a fraction or an exponent
	suffix     string // type suffix in lower case
	multiplier int64
}

func splitNumber(text string) literal {
	l := literal{radix: 10, multiplier: 1}
	s := text
	switch {
	case strings.HasPrefix(s, "-"):
		l.negative, s = true, s[1:]
	case s != "" && s[0] >= 0x80: // one of the longer dashes
		l.negative, s = true, strings.TrimLeft(s, "–—―")
	}
	s = strings.ToLower(s)
	for _, dash := range [...]string{"–", "—", "―"} { // an exponent may have one
		s = strings.Replace(s, dash, "-", 1)
	}
	if n := len(s); n > 2 && s[n-1] == 'b' {
		if i := strings.IndexByte("kmgtp", s[n-2]); i >= 0 {
			l.multiplier = 1 << (10 * (i + 1))
			s = s[:n-2]
		}
	}
	switch {
	case strings.HasPrefix(s, "0x"):
		l.radix, s = 16, s[2:]
	case strings.HasPrefix(s, "0b"):
		l.radix, s = 2, s[2:]
	}
	for _, suffix := range [...]string{"ul", "us", "uy", "u", "l", "s", "y", "n", "d"} {
		if strings.HasSuffix(s, suffix) && (l.radix != 16 || suffix != "d") {
			l.suffix, s = suffix, s[:len(s)-len(suffix)]
			break
		}
	}
	l.digits = s
	l.real = l.radix == 10 && strings.ContainsAny(s, ".e")
	return l
}

// exact is the value of a decimal literal as an integer, multiplier applied, a fraction rounded
// half to even; nil if it is far too big.
func (l literal) exact() *big.Int {
	if !l.real {
		v, ok := new(big.Int).SetString(l.digits, 10)
		if !ok {
			return nil
		}
		return l.scale(v)
	}
	if _, exponent, found := strings.Cut(l.digits, "e"); found {
		if e, err := strconv.Atoi(exponent); err != nil || e > 400 || e < -400 {
			return nil
		}
	}
	r, ok := new(big.Rat).SetString(l.digits)
	if !ok {
		return nil
	}
	r.Mul(r, new(big.Rat).SetInt64(l.multiplier))
	if l.negative {
		r.Neg(r)
	}
	return roundHalfEven(r)
}

func roundHalfEven(r *big.Rat) *big.Int {
	two := big.NewInt(2)
	q, m := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	switch m.Mul(m, two).Cmp(r.Denom()) {
	case 1:
		q.Add(q, big.NewInt(1))
	case 0:
		if q.Bit(0) == 1 {
			q.Add(q, big.NewInt(1))
		}
	}
	return q
}

func (l literal) scale(v *big.Int) *big.Int {
	v.Mul(v, big.NewInt(l.multiplier))
	if l.negative {
		v.Neg(v)
	}
	return v
}

// radixValue is the value of a hexadecimal or binary literal. A literal that fills its width has
// the sign that its highest bit says, unless a suffix asks for an unsigned type.
func (l literal) radixValue() *big.Int {
	if l.digits == "" {
		return new(big.Int) // 0x alone is a number
	}
	v, ok := new(big.Int).SetString(l.digits, l.radix)
	if !ok {
		return nil
	}
	width := len(l.digits)
	if l.radix == 16 {
		width *= 4
	}
	if l.suffix == "n" {
		if l.radix == 2 && width%8 == 0 && v.Bit(width-1) == 1 {
			v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(width)))
		}
		return l.scale(v)
	}
	if strings.HasPrefix(l.suffix, "u") {
		return l.scale(v)
	}
	signed := 0
	switch {
	case l.radix == 2:
		if width == 8 || width == 16 || width == 32 || width == 64 {
			signed = width
		}
	case l.suffix == "y" && width <= 8:
		signed = 8
	case l.suffix == "s" && width <= 16:
		signed = 16
	case width <= 32 && l.suffix != "l":
		signed = 32
	case width <= 64:
		signed = 64
	}
	if signed > 0 && v.Bit(signed-1) == 1 && v.BitLen() <= signed {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(signed)))
	}
	return l.scale(v)
}

var suffixKinds = map[string]ast.NumberKind{
	"y": ast.SByte, "uy": ast.Byte, "s": ast.Int16, "us": ast.UInt16, "l": ast.Int64, "ul": ast.UInt64,
}

// ranges are the lowest and highest values of the integer types.
var ranges = map[ast.NumberKind][2]*big.Int{
	ast.SByte:  {big.NewInt(math.MinInt8), big.NewInt(math.MaxInt8)},
	ast.Byte:   {new(big.Int), big.NewInt(math.MaxUint8)},
	ast.Int16:  {big.NewInt(math.MinInt16), big.NewInt(math.MaxInt16)},
	ast.UInt16: {new(big.Int), big.NewInt(math.MaxUint16)},
	ast.Int32:  {big.NewInt(math.MinInt32), big.NewInt(math.MaxInt32)},
	ast.UInt32: {new(big.Int), big.NewInt(math.MaxUint32)},
	ast.Int64:  {big.NewInt(math.MinInt64), big.NewInt(math.MaxInt64)},
	ast.UInt64: {new(big.Int), new(big.Int).SetUint64(math.MaxUint64)},
}

func fits(v *big.Int, k ast.NumberKind) bool {
	r := ranges[k]
	return v.Cmp(r[0]) >= 0 && v.Cmp(r[1]) <= 0
}

// whole chooses the type of an integer value.
func (l literal) whole(n ast.Number, v *big.Int) (ast.Number, bool) {
	if v == nil {
		return n, false
	}
	var candidates []ast.NumberKind
	switch l.suffix {
	case "n":
		n.Kind, n.Digits = ast.BigInteger, v.String()
		return n, true
	case "u":
		candidates = []ast.NumberKind{ast.UInt32, ast.UInt64}
	case "":
		candidates = []ast.NumberKind{ast.Int32, ast.Int64}
		if l.radix == 16 && len(l.digits) > 8 {
			candidates = candidates[1:] // the width of the literal counts, not its value
		}
	default:
		candidates = []ast.NumberKind{suffixKinds[l.suffix]}
	}
	for _, k := range candidates {
		if fits(v, k) {
			n.Kind = k
			if v.Sign() < 0 {
				n.Bits = uint64(v.Int64())
			} else {
				n.Bits = v.Uint64()
			}
			return n, true
		}
	}
	if l.suffix != "" {
		return n, false
	}
	if l.radix != 10 && v.BitLen() > 64 && l.multiplier == 1 {
		return n, false
	}
	if v.BitLen() <= 96 {
		n.Kind, n.Digits = ast.Decimal, v.String()
		return n, true
	}
	f, _ := new(big.Float).SetInt(v).Float64()
	n.Kind, n.Bits = ast.Double, math.Float64bits(f)
	return n, true
}

// fraction gives the Double or Decimal value of a literal.
func (l literal) fraction(n ast.Number) (ast.Number, bool) {
	if l.suffix == "d" {
		return l.decimal(n)
	}
	f, _ := strconv.ParseFloat(l.digits, 64) // too big gives infinity, which is right
	f *= float64(l.multiplier)
	if l.negative {
		f = -f
	}
	n.Kind, n.Bits = ast.Double, math.Float64bits(f)
	return n, true
}

// decimal gives a Decimal with the scale it was written in.
func (l literal) decimal(n ast.Number) (ast.Number, bool) {
	mantissa, exponent, _ := strings.Cut(l.digits, "e")
	e := 0
	if exponent != "" {
		var err error
		if e, err = strconv.Atoi(exponent); err != nil || e > 40 || e < -40 {
			return n, false
		}
	}
	whole, frac, _ := strings.Cut(mantissa, ".")
	scale := len(frac) - e
	v, ok := new(big.Int).SetString(whole+frac, 10)
	if !ok {
		return n, false
	}
	if scale < 0 {
		v.Mul(v, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-scale)), nil))
		scale = 0
	}
	v = l.scale(v)
	for scale > 28 || v.BitLen() > 96 {
		if scale == 0 {
			return n, false
		}
		scale--
		v = roundHalfEven(new(big.Rat).SetFrac(v, big.NewInt(10)))
	}
	n.Kind, n.Digits = ast.Decimal, pointed(v, scale)
	return n, true
}

// pointed writes v / 10^scale with all its digits.
func pointed(v *big.Int, scale int) string {
	s := new(big.Int).Abs(v).String()
	if scale > 0 {
		if len(s) <= scale {
			s = strings.Repeat("0", scale-len(s)+1) + s
		}
		s = s[:len(s)-scale] + "." + s[len(s)-scale:]
	}
	if v.Sign() < 0 {
		s = "-" + s
	}
	return s
}
