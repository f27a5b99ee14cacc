package value

import (
	"math"
	"strings"

	"rehearse/runtime/decimal"
	"rehearse/runtime/text"
)

// KindOfType is the kind of the values of a numeric type, Reference for other types.
func KindOfType(t *Type) Kind {
	switch t {
	case TypeInt32:
		return Int32
	case TypeInt64:
		return Int64
	case TypeDouble:
		return Double
	case TypeDecimal:
		return DecimalKind
	case TypeByte:
		return Byte
	case TypeSByte:
		return SByte
	case TypeInt16:
		return Int16
	case TypeUInt16:
		return UInt16
	case TypeUInt32:
		return UInt32
	case TypeUInt64:
		return UInt64
	case TypeSingle:
		return Single
	}
	return Reference
}

// isNumberKind tells whether values of a kind are numbers for the operators: neither characters, booleans nor enumerations.
func isNumberKind(k Kind) bool { return k >= SByte && k <= Double || k == DecimalKind }

// overflowNames are the ends of .NET's overflow messages.
var overflowNames = [...]string{
	SByte: "a signed byte", Byte: "an unsigned byte", Int16: "an Int16", UInt16: "a UInt16", Int32: "an Int32", UInt32: "a UInt32",
	Int64: "an Int64", UInt64: "a UInt64", Single: "a Single", Double: "a Double", DecimalKind: "a Decimal",
}

func overflow(k Kind) *Exception {
	return Throw(OverflowException, "", "Value was either too large or too small for "+overflowNames[k]+".")
}

// toNumber converts to a numeric type.
func (c conversion) toNumber(b Value, t *Type) (Value, error) {
	k := KindOfType(t)
	switch from := b.Kind(); from {
	case String:
		return c.textToNumber(b, t, k)
	case Bool, Char, Enum:
		from = Int64
		if b.Kind() == Enum && b.Enum().underlying() == TypeUInt64 {
			from = UInt64
		}
		n := Value{ref: &scalars[from], num: b.num}
		if x, ok := Narrow(n, k); ok {
			return x, nil
		}
		return b, c.outOfRange(b, n, t, k)
	case DateTime:
		return b, c.failure(b, t, convertibleID, InvalidCastException, "Invalid cast from 'DateTime' to '"+t.Name+"'.")
	case TimeSpan, Switch:
		return b, c.noConversion(b, t)
	case Reference:
		return c.objectToNumber(b, t)
	}
	if x, ok := Narrow(b, k); ok {
		return x, nil
	}
	return b, c.outOfRange(b, b, t, k)
}

// objectToNumber uses the conversion operators of the object's type, such as those of BigInteger.
func (c conversion) objectToNumber(b Value, t *Type) (Value, error) {
	from := TypeOf(b)
	for _, name := range [...]string{"op_Implicit", "op_Explicit"} {
		if o := operatorFor(from, name, from, t); o != nil {
			x, err := o.Call(c.env, Of(t), []Value{b})
			return x, c.memberFailure(b, t, "InvalidCastTargetInvocationException"+name, err)
		}
	}
	return c.lastResort(b, t)
}

func (c conversion) outOfRange(b, n Value, t *Type, k Kind) error {
	if c.quiet {
		return errNoConversion
	}
	return c.failureBy(b, t, convertibleID, rangeReason(n, k))
}

// rangeReason is what Convert.ToXxx says about a number that does not fit: fractions go to small integers by way of Int32.
func rangeReason(n Value, k Kind) *Exception {
	if f := n.Kind(); f == Double || f == Single {
		switch k {
		case Int64, UInt64:
			return Throw(OverflowException, "", "Arithmetic operation resulted in an overflow.")
		case SByte, Byte, Int16, UInt16:
			if _, ok := Narrow(n, Int32); !ok {
				return overflow(Int32)
			}
		}
	}
	return overflow(k)
}

// Narrow is the number n as kind k, rounded half to even; false if it does not fit.
func Narrow(n Value, k Kind) (Value, bool) {
	if n.Kind() == k {
		return n, true
	}
	switch k {
	case Double:
		return OfDouble(toFloat(n)), true
	case Single:
		return OfSingle(float32(toFloat(n))), true
	case DecimalKind:
		return toDecimal(n)
	}
	switch n.Kind() {
	case Single, Double:
		return narrowFloat(math.RoundToEven(n.Float()), k)
	case DecimalKind:
		d := n.Decimal().Number.Round(0, decimal.ToEven)
		if k == UInt64 {
			u, ok := d.Uint64()
			return OfUInt64(u), ok
		}
		i, ok := d.Int64()
		return OfInteger(k, i), ok && fits(i, k)
	case UInt64:
		return OfInteger(k, int64(n.num)), n.num <= math.MaxInt64 && fits(int64(n.num), k)
	}
	return OfInteger(k, n.Int()), fits(n.Int(), k)
}

// narrowFloat is a whole double as an integer kind.
func narrowFloat(f float64, k Kind) (Value, bool) {
	if k == UInt64 {
		if f >= 0 && f < 1<<64 {
			return OfUInt64(uint64(f)), true
		}
		return Value{}, false
	}
	if !(f >= -1<<63 && f < 1<<63) {
		return Value{}, false
	}
	return OfInteger(k, int64(f)), fits(int64(f), k)
}

// fits tells whether an integer lies in the range of an integer kind.
func fits(i int64, k Kind) bool {
	switch k {
	case Int32:
		return i == int64(int32(i))
	case Int64:
		return true
	case UInt64:
		return i >= 0
	case UInt32:
		return i == int64(uint32(i))
	case Byte:
		return i == int64(byte(i))
	case SByte:
		return i == int64(int8(i))
	case Int16:
		return i == int64(int16(i))
	}
	return i == int64(uint16(i))
}

// toFloat is a number of any kind as a double.
func toFloat(n Value) float64 {
	switch n.Kind() {
	case Single, Double:
		return n.Float()
	case DecimalKind:
		return n.Decimal().Float64()
	case UInt64:
		return float64(n.num)
	}
	return float64(n.Int())
}

// toDecimal is a number of any kind as a decimal; a double keeps 15 digits, a single 7.
func toDecimal(n Value) (Value, bool) {
	if n.Kind() == DecimalKind {
		return n, true
	}
	d, ok := decimalOf(n)
	return OfDecimal(d), ok
}

// decimalOf is toDecimal without a Value for the result.
func decimalOf(n Value) (decimal.Number, bool) {
	switch n.Kind() {
	case DecimalKind:
		return n.Decimal().Number, true
	case Double:
		d, err := decimal.FromFloat64(n.Float())
		return d, err == nil
	case Single:
		d, err := decimal.FromFloat32(float32(n.Float()))
		return d, err == nil
	case UInt64:
		return decimal.FromUint64(n.num), true
	}
	return decimal.FromInt64(n.Int()), true
}

// zeroOf is 0 in a numeric kind.
func zeroOf(k Kind) Value {
	if k == DecimalKind {
		return OfDecimal(decimal.Number{})
	}
	return Value{ref: &scalars[k]}
}

// textToNumber is [int]'…' and its like: a number literal, else what .NET's Parse of the type accepts (oracle/operators, section 8).
func (c conversion) textToNumber(b Value, t *Type, k Kind) (Value, error) {
	s := text.Trim(b.Str())
	if s == "" {
		return zeroOf(k), nil
	}
	if n, ok := NumberLiteral(s); ok {
		if x, ok := Narrow(n, k); ok {
			return x, nil
		}
	}
	x, err := parseKind(s, k)
	if err == nil {
		return x, nil
	}
	if c.quiet {
		return b, errNoConversion
	}
	id := "InvalidCastFromStringToInteger"
	switch k {
	case Single, Double:
		id = "InvalidCastFromStringToDoubleOrSingle"
	case DecimalKind:
		id = "InvalidCastFromStringToDecimal"
	}
	return b, c.failureBy(b, t, id, exceptionOf(err))
}

// parseKind is what .NET's converter of a numeric type makes of a text: integers may be hexadecimal with # or 0x, and all may have commas
// between the thousands; an integer may then even have a fraction.
func parseKind(s string, k Kind) (Value, error) {
	switch k {
	case Single:
		f, err := text.ParseFloat(s, 32, text.FloatStyle|text.AllowThousands, text.Invariant)
		return OfSingle(float32(f)), err
	case Double:
		f, err := text.ParseFloat(s, 64, text.FloatStyle|text.AllowThousands, text.Invariant)
		return OfDouble(f), err
	case DecimalKind:
		d, err := text.ParseDecimal(s, text.NumberStyle&^text.AllowTrailingSign, text.Invariant)
		return OfDecimal(d), err
	}
	style, digits := text.IntegerStyle, s
	switch {
	case s[0] == '#':
		style, digits = text.AllowHexSpecifier, s[1:]
	case len(s) > 1 && (s[0] == '0' && s[1]|0x20 == 'x' || s[0] == '&' && s[1]|0x20 == 'h'):
		style, digits = text.AllowHexSpecifier, s[2:]
	}
	x, err := parseInteger(digits, k, style)
	if err == nil {
		return x, nil
	}
	if style != text.IntegerStyle {
		return Value{}, hexReason(digits, err)
	}
	if strings.IndexByte(s, ',') > 0 {
		if f, ferr := text.ParseFloat(s, 64, text.FloatStyle&^text.AllowExponent|text.AllowThousands, text.Invariant); ferr == nil {
			if x, ok := Narrow(OfDouble(f), k); ok {
				return x, nil
			}
		}
	}
	return Value{}, err
}

func parseInteger(s string, k Kind, style text.NumberStyles) (Value, error) {
	switch k {
	case Byte, UInt16, UInt32, UInt64:
		n, err := text.ParseUint64(s, IntegerBits(k), style, text.Invariant)
		return Value{ref: &scalars[k], num: n}, err
	}
	n, err := text.ParseInt64(s, IntegerBits(k), style, text.Invariant)
	return OfInteger(k, n), err
}

// hexReason is what Convert.ToInt32(digits, 16) says about digits that are none.
func hexReason(digits string, err error) error {
	if n := len(digits) - len(strings.TrimLeft(digits, "0123456789abcdefABCDEF")); n == 0 {
		return Throw(FormatException, "", "Could not find any recognizable digits.")
	} else if n < len(digits) {
		return Throw(FormatException, "", "Additional non-parsable characters are at the end of the string.")
	}
	return err
}
