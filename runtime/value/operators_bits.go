package value

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
	l, r, err := bothScanned(l, r)
	if err != nil {
		return NullValue, err
	}
	if !becomesNumber(l) || !becomesNumber(r) {
		if isFraction(l) || isFraction(r) {
			return NullValue, Throw(NullReferenceException, "", "Object reference not set to an instance of an object.").withTypeID()
		}
		return callOperator(env, bitMethodOf[op], l, r)
	}
	return integerBits(op, plainNumber(l), plainNumber(r))
}

// bothScanned are two operands, strings among them as numbers.
func bothScanned(l, r Value) (Value, Value, error) {
	x, err := scanned(l, r)
	if err != nil {
		return l, r, err
	}
	y, err := scanned(r, l)
	return x, y, err
}

func isFraction(v Value) bool { k := v.Kind(); return k == Single || k == Double || k == DecimalKind }

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
	t := e.underlying()
	if v.IsString() || v.Kind() == Reference {
		t = e.Type
	}
	x, err := Convert(v, t)
	return x.num, err
}

// integerBits computes in the integer kind that both operands have in common. Fractions meet in UInt64, or Int64 if one is negative.
func integerBits(op bitOperator, x, y Value) (Value, error) {
	k := common(x.Kind(), y.Kind())
	if k != Double && k != DecimalKind {
		return OfInteger(k, cut(k, op.of(x.num, y.num))), nil
	}
	m, signed1, err := fractionBits(x, k)
	if err != nil {
		return NullValue, err
	}
	n, signed2, err := fractionBits(y, k)
	if err != nil {
		return NullValue, err
	}
	k = UInt64
	if signed1 || signed2 {
		k = Int64
	}
	return OfInteger(k, int64(op.of(m, n))), nil
}

// fractionBits are the bits of a number that is first brought to Double or Decimal, k, then to an integer.
func fractionBits(n Value, k Kind) (bits uint64, signed bool, err error) {
	n, err = conversion{}.toNumber(n, TypeOf(zeroOf(k)))
	if err != nil {
		return 0, false, err
	}
	t := TypeUInt64
	if signed = toFloat(n) < 0; signed {
		t = TypeInt64
	}
	x, err := Convert(n, t)
	return x.num, signed, err
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
	b, err := scanned(b, NullValue)
	if err != nil {
		return NullValue, err
	}
	if !becomesNumber(b) {
		if o := operatorOverloads(TypeOf(b), "op_OnesComplement"); len(o) == 1 {
			return o[0].Call(env, NullValue, []Value{b})
		}
		return Convert(b, TypeInt32)
	}
	n, err := wholeNumber(plainNumber(b))
	if err != nil {
		return NullValue, err
	}
	k := max(n.Kind(), Int32)
	return OfInteger(k, cut(k, ^n.num)), nil
}

// wholeNumber is a number as an integer: of its own kind, or of the first of Int32, UInt32, Int64 and UInt64 that holds it.
func wholeNumber(n Value) (Value, error) {
	if n.Kind() <= UInt64 {
		return n, nil
	}
	for _, k := range [...]Kind{Int32, UInt32, Int64, UInt64} {
		if x, ok := Narrow(n, k); ok {
			return x, nil
		}
	}
	if n.Kind() == DecimalKind {
		return n, conversion{}.noConversion(n, TypeInt32)
	}
	return n, conversion{}.noConversion(n, TypeUInt64)
}
