package value

import (
	"math"

	"rehearse/runtime/text"
)

// Range is a..b: Int32 in either direction, or characters between two operands that are each one character long
// (oracle/operators, section 7).
func Range(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return rangeOf(a.Int(), b.Int(), Int32)
	}
	l, r := a.Base(), b.Base()
	if x, ok := rangeCharacter(l); ok {
		if y, ok := rangeCharacter(r); ok && !(l.IsString() && r.IsString() && isDigit(x) != isDigit(y)) {
			return characterRange(l, r, x, y)
		}
	}
	x, err := rangeBound(l)
	if err != nil {
		return NullValue, err
	}
	y, err := rangeBound(r)
	if err != nil {
		return NullValue, err
	}
	return rangeOf(x, y, Int32)
}

// rangeCharacter is the one character of a Char or String operand.
func rangeCharacter(v Value) (uint16, bool) {
	if v.Kind() == Char {
		return uint16(v.num), true
	}
	return singleUnit(v.Str())
}

// characterRange is a range of Char, but of Int32 between two strings that are digits.
func characterRange(l, r Value, x, y uint16) (Value, error) {
	if l.IsString() && r.IsString() && isDigit(x) && isDigit(y) {
		return rangeOf(int64(x)-'0', int64(y)-'0', Int32)
	}
	return rangeOf(int64(x), int64(y), Char)
}

func isDigit(c uint16) bool { return c >= '0' && c <= '9' }

// rangeBound converts an operand as Convert.ToInt32 does: half to even, strings must be plain integers.
func rangeBound(v Value) (int64, error) {
	switch k := v.Kind(); k {
	case Null, Nothing:
		return 0, nil
	case Bool, Char:
		return v.Int(), nil
	case String:
		n, err := text.ParseInt64(v.Str(), 32, text.IntegerStyle, text.Invariant)
		if err != nil {
			return 0, exceptionOf(err).withTypeID()
		}
		return n, nil
	case DateTime:
		return 0, Throw(InvalidCastException, "", "Invalid cast from 'DateTime' to 'Int32'.").withTypeID()
	case Enum:
		v = OfInt64(v.Int())
	case TimeSpan, Switch, Reference:
		return 0, Throw(InvalidCastException, "", "Unable to cast object of type '"+TypeOf(v).String()+"' to type 'System.IConvertible'.").withTypeID()
	}
	n, ok := Narrow(v, Int32)
	if !ok {
		return 0, overflow(Int32).withTypeID()
	}
	return n.Int(), nil
}

// maxRange bounds the list a range makes; .NET runs out of memory near it.
const maxRange = 1 << 26

func rangeOf(x, y int64, k Kind) (Value, error) {
	n, step := y-x, int64(1)
	if n < 0 {
		n, step = -n, -1
	}
	if n >= maxRange || n > math.MaxInt32 {
		return NullValue, tooLarge()
	}
	items := make([]Value, n+1)
	for i := range items {
		items[i] = OfInteger(k, x+int64(i)*step)
	}
	return Of(NewArray(items)), nil
}
