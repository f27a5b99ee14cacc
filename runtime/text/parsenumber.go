package text

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"rehearse/runtime/decimal"
)

func numberFormatError(s string) error {
	return formatError("The input string '" + s + "' was not in a correct format.")
}

func numberOverflow(what string) error {
	return &Error{OverflowException, "Value was either too large or too small for " + what + "."}
}

// integerName is how .NET's overflow messages name an integer type.
func integerName(bits int, signed bool) string {
	switch {
	case bits == 8 && signed:
		return "a signed byte"
	case bits == 8:
		return "an unsigned byte"
	case signed:
		return "an Int" + strconv.Itoa(bits)
	}
	return "a UInt" + strconv.Itoa(bits)
}

// ParseInt64 is Parse of a signed integer type of so many bits; IntegerStyle is the default style.
func ParseInt64(s string, bits int, style NumberStyles, c *Culture) (int64, error) {
	if style&(AllowHexSpecifier|AllowBinarySpecifier) != 0 {
		n, err := parsePattern(s, bits, true, style)
		shift := 64 - bits
		return int64(n) << shift >> shift, err
	}
	n, negative, err := parseMagnitude(s, bits, true, style, c)
	if err != nil {
		return 0, err
	}
	limit := uint64(1) << (bits - 1)
	switch {
	case negative && n <= limit:
		return -int64(n), nil
	case !negative && n < limit:
		return int64(n), nil
	}
	return 0, numberOverflow(integerName(bits, true))
}

// ParseUint64 is Parse of an unsigned integer type of so many bits.
func ParseUint64(s string, bits int, style NumberStyles, c *Culture) (uint64, error) {
	if style&(AllowHexSpecifier|AllowBinarySpecifier) != 0 {
		return parsePattern(s, bits, false, style)
	}
	n, negative, err := parseMagnitude(s, bits, false, style, c)
	if err != nil {
		return 0, err
	}
	if negative && n > 0 || bits < 64 && n>>bits != 0 {
		return 0, numberOverflow(integerName(bits, false))
	}
	return n, nil
}

// parseMagnitude reads a whole number; decimals must be zeros.
func parseMagnitude(s string, width int, signed bool, style NumberStyles, c *Culture) (n uint64, negative bool, err error) {
	if n, ok := fewDigits(s); ok {
		return n, false, nil
	}
	p, ok := scanNumber(s, style, c)
	if !ok {
		return 0, false, numberFormatError(s)
	}
	overflow := numberOverflow(integerName(width, signed))
	digits := strings.TrimLeft(string(p.digits), "0")
	for p.exponent < 0 && digits != "" {
		if digits[len(digits)-1] != '0' {
			return 0, false, overflow
		}
		digits = digits[:len(digits)-1]
		p.exponent++
	}
	if digits == "" {
		return 0, p.negative, nil
	}
	if len(digits)+p.exponent > 20 {
		return 0, false, overflow
	}
	n, err = strconv.ParseUint(digits+"00000000000000000000"[:p.exponent], 10, 64)
	if err != nil {
		return 0, false, overflow
	}
	return n, p.negative, nil
}

// fewDigits reads the common case: up to eighteen digits and nothing else, which every style allows.
func fewDigits(s string) (n uint64, ok bool) {
	if s == "" || len(s) > 18 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + uint64(s[i]-'0')
	}
	return n, true
}

// parsePattern reads hexadecimal or binary digits, which are the bits of the number.
func parsePattern(s string, width int, signed bool, style NumberStyles) (uint64, error) {
	base, digitBits := 16, 4
	if style&AllowBinarySpecifier != 0 {
		base, digitBits = 2, 1
	}
	text := strings.TrimRight(s, "\x00")
	for style&AllowLeadingWhite != 0 && text != "" && isNumberBlank(text[0]) {
		text = text[1:]
	}
	for n := len(text); style&AllowTrailingWhite != 0 && n > 0 && isNumberBlank(text[n-1]); n-- {
		text = text[:n-1]
	}
	if text == "" {
		return 0, numberFormatError(s)
	}
	for i := 0; i < len(text); i++ {
		digit := strings.IndexByte("0123456789abcdef"[:base], text[i]|0x20)
		if digit < 0 || text[i] < '0' {
			return 0, numberFormatError(s)
		}
	}
	text = strings.TrimLeft(text, "0")
	if len(text) > width/digitBits {
		return 0, numberOverflow(integerName(width, signed))
	}
	if text == "" {
		return 0, nil
	}
	return strconv.ParseUint(text, base, 64)
}

// ParseFloat is [double]::Parse (bits 64) or [single]::Parse (bits 32). What is too large becomes infinite. The default
// style is FloatStyle with AllowThousands.
func ParseFloat(s string, bits int, style NumberStyles, c *Culture) (float64, error) {
	if p, ok := scanNumber(s, style, c); ok {
		source := strings.TrimLeft(string(p.digits), "0")
		if source == "" {
			source = "0"
		}
		if p.negative {
			source = "-" + source
		}
		f, _ := strconv.ParseFloat(source+"e"+strconv.Itoa(p.exponent), bits)
		return f, nil
	}
	text := strings.TrimSpace(s)
	name, negative := text, false
	if t, ok := strings.CutPrefix(name, c.PositiveSign); ok {
		name = t
	} else if t, ok := strings.CutPrefix(name, c.NegativeSign); ok {
		name, negative = t, true
	}
	switch {
	case EqualFold(name, c.PositiveInfinity) && !negative:
		return math.Inf(1), nil
	case EqualFold(text, c.NegativeInfinity):
		return math.Inf(-1), nil
	case EqualFold(name, c.NaNSymbol):
		return math.NaN(), nil
	}
	return 0, numberFormatError(s)
}

// ParseDecimal is [decimal]::Parse; digits that do not fit are rounded half to even. The default style is NumberStyle.
func ParseDecimal(s string, style NumberStyles, c *Culture) (decimal.Number, error) {
	p, ok := scanNumber(s, style, c)
	if !ok {
		return decimal.Number{}, numberFormatError(s)
	}
	overflow := numberOverflow("a Decimal")
	digits := strings.TrimLeft(string(p.digits), "0")
	if digits != "" && len(digits)+p.exponent > 29 {
		return decimal.Number{}, overflow
	}
	scale := -p.exponent
	if scale < 0 {
		if digits != "" {
			digits += strings.Repeat("0", -scale)
		}
		scale = 0
	}
	// Twenty-nine digits are the most; one more try drops a digit if ninety-six bits do not hold them.
	for drop := max(len(digits)-29, scale-28, 0); ; drop++ {
		if drop > scale {
			return decimal.Number{}, overflow
		}
		n := new(big.Int)
		if keep := len(digits) - drop; keep >= 0 && digits != "" {
			n.SetString("0"+digits[:keep], 10)
			if roundsUp(digits, keep) {
				n.Add(n, big.NewInt(1))
			}
		}
		if n.BitLen() <= 96 {
			number := decimal.Number{Scale: uint8(min(scale-drop, 28)), Neg: p.negative && n.Sign() != 0}
			words := n.Bits()
			number.Lo, number.Hi = lowWords(words)
			return number, nil
		}
	}
}

// roundsUp reports whether digits, cut after so many, are to be rounded up: half to even.
func roundsUp(digits string, keep int) bool {
	if keep >= len(digits) || digits[keep] < '5' {
		return false
	}
	if digits[keep] > '5' || strings.Trim(digits[keep+1:], "0") != "" {
		return true
	}
	return keep > 0 && (digits[keep-1]-'0')%2 == 1
}

// lowWords are the low ninety-six bits of a number's words.
func lowWords(words []big.Word) (low uint64, high uint32) {
	at := func(i int) uint64 {
		if i < len(words) {
			return uint64(words[i])
		}
		return 0
	}
	if bits.UintSize == 64 {
		return at(0), uint32(at(1))
	}
	return at(0) | at(1)<<32, uint32(at(2))
}

// ParseBigInt is [bigint]::Parse.
func ParseBigInt(s string, style NumberStyles, c *Culture) (*big.Int, error) {
	failed := formatError("The value could not be parsed.")
	if style&(AllowHexSpecifier|AllowBinarySpecifier) != 0 {
		base, digitBits := 16, uint(4)
		if style&AllowBinarySpecifier != 0 {
			base, digitBits = 2, 1
		}
		text := strings.TrimSpace(s)
		n, ok := new(big.Int).SetString(text, base)
		if !ok || strings.ContainsAny(text, "+-_") {
			return nil, failed
		}
		if n.Bit(len(text)*int(digitBits)-1) == 1 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(len(text))*digitBits))
		}
		return n, nil
	}
	p, ok := scanNumber(s, style, c)
	if !ok {
		return nil, failed
	}
	digits := string(p.digits)
	for ; p.exponent < 0 && digits != ""; p.exponent++ {
		if digits[len(digits)-1] != '0' {
			return nil, failed
		}
		digits = digits[:len(digits)-1]
	}
	if p.exponent > maxText/16 {
		return nil, memoryError()
	}
	n, _ := new(big.Int).SetString("0"+digits, 10)
	if p.exponent > 0 {
		n.Mul(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(p.exponent)), nil))
	}
	if p.negative {
		n.Neg(n)
	}
	return n, nil
}
