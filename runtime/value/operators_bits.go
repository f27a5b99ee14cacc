package value

import "math"

// bitOperator is one of -band -bor -bxor.
type bitOperator uint8

const (
	and bitOperator = iota
	or
	xor
)

var bitMethodOf = [...]string{and: "op_BitwiseAnd", or: "op_BitwiseOr", xor: "op_ExclusiveOr"}

func (op bitOperator) of(x, y uint64) uint64 {
	switch op {
	case and:
		return x & y
	case or:
		return x | y
	}
	return x ^ y
}

// BitAnd is a -band b (oracle/operators, section 6).
func BitAnd(env Env, a, b Value) (Value, error) { return bitwise(env, and, a, b) }

// BitOr is a -bor b.
func BitOr(env Env, a, b Value) (Value, error) { return bitwise(env, or, a, b) }

// BitXor is a -bxor b.
func BitXor(env Env, a, b Value) (Value, error) { return bitwise(env, xor, a, b) }

func bitwise(env Env, op bitOperator, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return OfInt32(int32(op.of(a.num, b.num))), nil
	}
	l, r := a.Base(), b.Base()
	e := l.Enum()
	if e == nil && l.IsString() {
		e = r.Enum()
	}
	if e != nil {
		return enumBits(op, l, r, e)
	}
	if !becomesNumber(l) || !becomesNumber(r) {
		return callOperator(env, bitMethodOf[op], l, r)
	}
	x, err := operand(l, r)
	if err != nil {
		return NullValue, err
	}
	y, err := operand(r, l)
	if err != nil {
		return NullValue, err
	}
	return integerBits(op, x, y)
}

// enumBits keeps the type of an enumeration; the result need not be one of its values.
func enumBits(op bitOperator, l, r Value, e *EnumInfo) (Value, error) {
	x, err := enumNumber(l, e)
	if err != nil {
		return NullValue, err
	}
	y, err := enumNumber(r, e)
	if err != nil {
		return NullValue, err
	}
	return OfEnum(e, int64(op.of(x, y))), nil
}

func enumNumber(v Value, e *EnumInfo) (uint64, error) {
	if v.IsString() || v.Kind() == Reference {
		x, err := Convert(v, e.Type)
		return x.num, err
	}
	x, err := Convert(v, e.underlying())
	return x.num, err
}

// integerBits computes in the integer kind that both operands have in common; fractions are rounded into UInt64, negative ones into Int64.
func integerBits(op bitOperator, x, y Value) (Value, error) {
	k := common(x.Kind(), y.Kind())
	switch k {
	case Double, DecimalKind:
		k = UInt64
		if negativeFraction(x) || negativeFraction(y) {
			k = Int64
		}
	case UInt32, UInt64, Int64, Int32:
		return OfInteger(k, cut(k, op.of(x.num, y.num))), nil
	}
	m, err := bitsOf(x, k)
	if err != nil {
		return NullValue, err
	}
	n, err := bitsOf(y, k)
	if err != nil {
		return NullValue, err
	}
	return OfInteger(k, int64(op.of(m, n))), nil
}

func negativeFraction(n Value) bool { return toFloat(n) < 0 }

// bitsOf are the bits of a number in an integer kind; an integer gives the bits it has.
func bitsOf(n Value, k Kind) (uint64, error) {
	if n.Kind() <= UInt64 {
		return n.num, nil
	}
	x, ok := Narrow(n, k)
	if !ok {
		return 0, conversion{}.failureBy(n, TypeOf(OfInteger(k, 0)), convertibleID, rangeReason(n, k))
	}
	return x.num, nil
}

// cut keeps the bits of a kind and extends its sign.
func cut(k Kind, n uint64) int64 {
	switch k {
	case SByte:
		return int64(int8(n))
	case Byte:
		return int64(byte(n))
	case Int16:
		return int64(int16(n))
	case UInt16:
		return int64(uint16(n))
	case Int32:
		return int64(int32(n))
	case UInt32:
		return int64(uint32(n))
	}
	return int64(n)
}

// BitNot is -bnot a: Int32, UInt32, Int64 or UInt64, or the enumeration of a.
func BitNot(env Env, a Value) (Value, error) {
	if a.IsInt32() {
		return OfInt32(^a.Int32()), nil
	}
	b := a.Base()
	if e := b.Enum(); e != nil {
		return OfEnum(e, ^b.Int()), nil
	}
	n, err := integerOperand(env, b, "op_OnesComplement")
	if err != nil {
		return NullValue, err
	}
	k := max(n.Kind(), Int32)
	return OfInteger(k, cut(k, ^n.num)), nil
}

// integerOperand is the operand of -bnot and of the shifts as an integer of the kind it has or needs.
func integerOperand(_ Env, b Value, _ string) (Value, error) {
	switch k := b.Kind(); {
	case k == Null || k == Nothing:
		return OfInt32(0), nil
	case k == Bool || k == Char:
		return OfInt32(int32(b.num)), nil
	case k >= SByte && k <= UInt64:
		return b, nil
	case k == Enum:
		return OfInteger(kindOfType(b.Enum().underlying()), b.Int()), nil
	case k == String:
		n, err := operand(b, NullValue)
		if err != nil || n.Kind() <= UInt64 {
			return n, err
		}
		b = n
	case !isNumberKind(k):
		return Convert(b, TypeInt32)
	}
	for _, k := range [...]Kind{Int32, UInt32, Int64, UInt64} {
		if n, ok := Narrow(b, k); ok {
			return n, nil
		}
	}
	return Convert(b, TypeUInt64)
}

// ShiftLeft is a -shl b: in the type of a, the count taken modulo its width.
func ShiftLeft(env Env, a, b Value) (Value, error) {
	n, count, err := shiftOperands(env, a, b, "op_LeftShift")
	if err != nil {
		return NullValue, err
	}
	return shifted(a, OfInteger(n.Kind(), cut(n.Kind(), n.num<<count)))
}

// ShiftRight is a -shr b, which keeps the sign of signed numbers.
func ShiftRight(env Env, a, b Value) (Value, error) {
	n, count, err := shiftOperands(env, a, b, "op_RightShift")
	if err != nil {
		return NullValue, err
	}
	if isSigned(n.Kind()) {
		return shifted(a, OfInteger(n.Kind(), n.Int()>>count))
	}
	return shifted(a, OfInteger(n.Kind(), int64(n.num>>count)))
}

// shifted gives the result back the enumeration of the left operand.
func shifted(a, n Value) (Value, error) {
	if e := a.Base().Enum(); e != nil {
		return OfEnum(e, n.Int()), nil
	}
	return n, nil
}

func shiftOperands(env Env, a, b Value, method string) (Value, uint, error) {
	n, err := integerOperand(env, a.Base(), method)
	if err != nil {
		return n, 0, err
	}
	count, err := Convert(b, TypeInt32)
	if err != nil {
		return n, 0, err
	}
	width := uint64(32)
	if n.Kind() >= Int64 {
		width = 64
	}
	return n, uint(count.num & (width - 1) & math.MaxInt32), nil
}
