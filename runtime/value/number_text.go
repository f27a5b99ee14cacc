package value

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"rehearse/runtime/decimal"
)

// ParseNumber reads a text as PowerShell converts strings to numbers: a number literal with suffix and multiplier, else a .NET number
// with thousands commas. The empty text is 0. want is the kind asked for, which only NaN, Infinity and the precision depend on.
func ParseNumber(s string, want Kind) (Value, bool) {
	s = strings.Trim(s, " \t\n\v\f\r\u0085\u00a0")
	if s == "" {
		return OfInt32(0), true
	}
	if v, ok := parseLiteral(s, want); ok {
		return v, true
	}
	if want == Double || want == Single {
		switch strings.ToLower(s) {
		case "nan":
			return OfDouble(math.NaN()), true
		case "infinity", "+infinity", "∞":
			return OfDouble(math.Inf(1)), s != "∞"
		case "-infinity":
			return OfDouble(math.Inf(-1)), true
		}
	}
	if strings.ContainsRune(s, ',') && s[0] != ',' {
		whole, fraction, point := strings.Cut(s, ".")
		if strings.ContainsRune(fraction, ',') {
			return Value{}, false
		}
		s = strings.ReplaceAll(whole, ",", "")
		if point {
			s += "." + fraction
		}
		return parseLiteral(s, want)
	}
	return Value{}, false
}

// NumberLiteral reads a text as a number literal of the language, suffixes included.
func NumberLiteral(s string) (Value, bool) { return parseLiteral(s, Null) }

func parseLiteral(s string, want Kind) (Value, bool) {
	neg := false
	rest := s
	if rest[0] == '-' || rest[0] == '+' {
		neg = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "" {
		return Value{}, false
	}
	multiplier := int64(1)
	if n := len(rest); n > 2 && (rest[n-1] == 'b' || rest[n-1] == 'B') {
		if i := strings.IndexByte("kmgtp", rest[n-2]|0x20); i >= 0 {
			multiplier = 1 << (10 * (i + 1))
			rest = rest[:n-2]
		}
	}
	hex := len(rest) > 2 && rest[0] == '0' && rest[1]|0x20 == 'x'
	suffix := ""
	if !hex {
		rest, suffix = cutSuffix(rest)
	} else if n := len(rest); rest[n-1]|0x20 == 'l' {
		rest, suffix = rest[:n-1], "l"
	}
	switch {
	case hex:
		return hexLiteral(rest[2:], neg, suffix, multiplier)
	case len(rest) > 2 && rest[0] == '0' && rest[1]|0x20 == 'b':
		b, ok := new(big.Int).SetString(rest[2:], 2)
		if !ok {
			return Value{}, false
		}
		return integerLiteral(b, neg, suffix, multiplier)
	}
	if rest == "" || rest[0] != '.' && (rest[0] < '0' || rest[0] > '9') {
		return Value{}, false
	}
	if isDigits(rest) && suffix != "d" {
		b, ok := new(big.Int).SetString(rest, 10)
		if !ok {
			return Value{}, false
		}
		return integerLiteral(b, neg, suffix, multiplier)
	}
	if !isReal(rest) {
		return Value{}, false
	}
	if suffix == "d" || want == DecimalKind && suffix == "" {
		d, err := decimal.Parse(rest)
		if err != nil {
			return Value{}, false
		}
		if multiplier > 1 {
			if d, err = d.Mul(decimal.FromInt64(multiplier)); err != nil {
				return Value{}, false
			}
		}
		if neg {
			d = d.Negate()
		}
		return OfDecimal(d), true
	}
	f, err := strconv.ParseFloat(rest, 64)
	if err != nil && !math.IsInf(f, 0) {
		return Value{}, false
	}
	f *= float64(multiplier)
	if neg {
		f = -f
	}
	if suffix != "" {
		k := kindOfSuffix(suffix)
		return Narrow(OfDouble(f), k)
	}
	return OfDouble(f), true
}

func cutSuffix(s string) (string, string) {
	for _, x := range [...]string{"ul", "uy", "us", "l", "d", "u", "y", "s", "n"} {
		if n := len(s) - len(x); n > 0 && strings.EqualFold(s[n:], x) {
			return s[:n], x
		}
	}
	return s, ""
}

func kindOfSuffix(s string) Kind {
	switch s {
	case "ul":
		return UInt64
	case "uy":
		return Byte
	case "us":
		return UInt16
	case "u":
		return UInt32
	case "y":
		return SByte
	case "s":
		return Int16
	}
	return Int64
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// isReal checks digits, at most one point and an exponent.
func isReal(s string) bool {
	digits, point := 0, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && !point:
			point = true
		case c|0x20 == 'e' && digits > 0:
			e := s[i+1:]
			if e != "" && (e[0] == '+' || e[0] == '-') {
				e = e[1:]
			}
			return e != "" && isDigits(e)
		default:
			return false
		}
	}
	return digits > 0
}

func hexLiteral(digits string, neg bool, suffix string, multiplier int64) (Value, bool) {
	b, ok := new(big.Int).SetString(digits, 16)
	if !ok || strings.ContainsAny(digits, "+-_") {
		return Value{}, false
	}
	// Eight or sixteen digits with the top bit set are negative, as in .NET.
	switch {
	case suffix == "" && len(digits) == 8 && b.Bit(31) == 1:
		b.Sub(b, new(big.Int).Lsh(big.NewInt(1), 32))
	case len(digits) == 16 && b.Bit(63) == 1:
		b.Sub(b, new(big.Int).Lsh(big.NewInt(1), 64))
	}
	return integerLiteral(b, neg, suffix, multiplier)
}

// integerLiteral picks the narrowest of int, long, decimal and double that holds the number.
func integerLiteral(b *big.Int, neg bool, suffix string, multiplier int64) (Value, bool) {
	if multiplier > 1 {
		b.Mul(b, big.NewInt(multiplier))
	}
	if neg {
		b.Neg(b)
	}
	switch suffix {
	case "":
	case "u":
		if b.Sign() < 0 || !b.IsUint64() {
			return Value{}, false
		}
		if n := b.Uint64(); n > math.MaxUint32 {
			return OfUInt64(n), true
		}
		return OfInteger(UInt32, b.Int64()), true
	default:
		k := kindOfSuffix(suffix)
		if k == UInt64 {
			return OfUInt64(b.Uint64()), b.IsUint64()
		}
		if !b.IsInt64() || !fits(b.Int64(), k) {
			return Value{}, false
		}
		return OfInteger(k, b.Int64()), true
	}
	if b.IsInt64() {
		n := b.Int64()
		if n == int64(int32(n)) {
			return OfInt32(int32(n)), true
		}
		return OfInt64(n), true
	}
	if d, err := decimal.Parse(b.String()); err == nil {
		return OfDecimal(d), true
	}
	f, _ := new(big.Float).SetInt(b).Float64()
	return OfDouble(f), true
}
