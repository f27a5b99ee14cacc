package text

import "strings"

// NumberStyles is .NET's System.Globalization.NumberStyles.
type NumberStyles int

// The values of NumberStyles.
const (
	AllowLeadingWhite    NumberStyles = 0x1
	AllowTrailingWhite   NumberStyles = 0x2
	AllowLeadingSign     NumberStyles = 0x4
	AllowTrailingSign    NumberStyles = 0x8
	AllowParentheses     NumberStyles = 0x10
	AllowDecimalPoint    NumberStyles = 0x20
	AllowThousands       NumberStyles = 0x40
	AllowExponent        NumberStyles = 0x80
	AllowCurrencySymbol  NumberStyles = 0x100
	AllowHexSpecifier    NumberStyles = 0x200
	AllowBinarySpecifier NumberStyles = 0x400

	IntegerStyle  = AllowLeadingWhite | AllowTrailingWhite | AllowLeadingSign
	HexNumber     = AllowLeadingWhite | AllowTrailingWhite | AllowHexSpecifier
	BinaryNumber  = AllowLeadingWhite | AllowTrailingWhite | AllowBinarySpecifier
	NumberStyle   = IntegerStyle | AllowTrailingSign | AllowDecimalPoint | AllowThousands
	FloatStyle    = IntegerStyle | AllowDecimalPoint | AllowExponent
	CurrencyStyle = NumberStyle | AllowParentheses | AllowCurrencySymbol
	AnyStyle      = CurrencyStyle | AllowExponent
)

// parsedNumber is a number as it was written: digits with leading and trailing zeros, the power of ten of the last one.
type parsedNumber struct {
	digits   []byte
	exponent int
	negative bool
}

// maxExponent bounds what an exponent can be; beyond it every number is zero or too large.
const maxExponent = 1 << 24

// numberScanner reads one number.
type numberScanner struct {
	rest  string
	style NumberStyles
	c     *Culture
	n     parsedNumber

	signed, parenthesis, currency bool
}

// scanNumber reads the whole of s as a number in one of the decimal styles.
func scanNumber(s string, style NumberStyles, c *Culture) (parsedNumber, bool) {
	p := &numberScanner{rest: s, style: style, c: c}
	p.leading()
	if !p.number() {
		return parsedNumber{}, false
	}
	p.trailing()
	if p.parenthesis || strings.Trim(p.rest, "\x00") != "" {
		return parsedNumber{}, false
	}
	return p.n, true
}

func (p *numberScanner) allows(style NumberStyles) bool { return p.style&style != 0 }

func (p *numberScanner) take(s string) bool {
	if s == "" || !strings.HasPrefix(p.rest, s) {
		return false
	}
	p.rest = p.rest[len(s):]
	return true
}

func isNumberBlank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// sign takes a sign; the Unicode minus counts as one where the culture's sign is a hyphen.
func (p *numberScanner) sign() bool {
	switch {
	case p.take(p.c.PositiveSign):
	case p.take(p.c.NegativeSign), p.take("−"):
		p.n.negative = true
	default:
		return false
	}
	return true
}

func (p *numberScanner) leading() {
	for p.rest != "" {
		switch {
		case p.allows(AllowLeadingWhite) && isNumberBlank(p.rest[0]):
			p.rest = p.rest[1:]
		case p.allows(AllowLeadingSign) && !p.signed && p.sign():
			p.signed = true
		case p.allows(AllowParentheses) && !p.signed && p.take("("):
			p.signed, p.parenthesis, p.n.negative = true, true, true
		case p.allows(AllowCurrencySymbol) && !p.currency && p.take(p.c.CurrencySymbol):
			p.currency = true
		default:
			return
		}
	}
}

// number reads digits, group separators, decimals and an exponent.
func (p *numberScanner) number() bool {
	point, any := false, false
	i := 0
	p.n.digits = make([]byte, 0, len(p.rest))
	for i < len(p.rest) {
		switch c := p.rest[i]; {
		case c >= '0' && c <= '9':
			any = true
			if point {
				p.n.exponent--
			}
			p.n.digits = append(p.n.digits, c)
			i++
			continue
		case !point && p.allows(AllowDecimalPoint) && strings.HasPrefix(p.rest[i:], p.c.DecimalSeparator):
			point = true
			i += len(p.c.DecimalSeparator)
			continue
		case any && !point && p.allows(AllowThousands) && strings.HasPrefix(p.rest[i:], p.c.GroupSeparator):
			i += len(p.c.GroupSeparator)
			continue
		}
		break
	}
	if !any {
		return false
	}
	p.rest = p.rest[i:]
	if p.allows(AllowExponent) {
		p.exponent()
	}
	return true
}

// exponent reads E+10. An E without digits is left where it is.
func (p *numberScanner) exponent() {
	if p.rest == "" || p.rest[0]|0x20 != 'e' {
		return
	}
	start := p.rest
	p.rest = p.rest[1:]
	negative := false
	if !p.take(p.c.PositiveSign) {
		negative = p.take(p.c.NegativeSign)
	}
	n, digits := 0, 0
	for ; digits < len(p.rest) && p.rest[digits] >= '0' && p.rest[digits] <= '9'; digits++ {
		n = min(n*10+int(p.rest[digits]-'0'), maxExponent)
	}
	if digits == 0 {
		p.rest = start
		return
	}
	p.rest = p.rest[digits:]
	if negative {
		n = -n
	}
	p.n.exponent += n
}

func (p *numberScanner) trailing() {
	for p.rest != "" {
		switch {
		case p.allows(AllowTrailingWhite) && isNumberBlank(p.rest[0]):
			p.rest = p.rest[1:]
		case p.allows(AllowTrailingSign) && !p.signed && p.sign():
			p.signed = true
		case p.parenthesis && p.take(")"):
			p.parenthesis = false
		case p.allows(AllowCurrencySymbol) && !p.currency && p.take(p.c.CurrencySymbol):
			p.currency = true
		default:
			return
		}
	}
}
