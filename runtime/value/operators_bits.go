package value

// BitAnd is a -band b.
func BitAnd(env Env, a, b Value) (Value, error) {
	return bitwise(env, a, b, "op_BitwiseAnd", func(x, y uint64) uint64 { return x & y })
}

// BitOr is a -bor b.
func BitOr(env Env, a, b Value) (Value, error) {
	return bitwise(env, a, b, "op_BitwiseOr", func(x, y uint64) uint64 { return x | y })
}

// BitXor is a -bxor b.
func BitXor(env Env, a, b Value) (Value, error) {
	return bitwise(env, a, b, "op_ExclusiveOr", func(x, y uint64) uint64 { return x ^ y })
}

func bitwise(env Env, a, b Value, method string, op func(x, y uint64) uint64) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return OfInt32(int32(op(a.num, b.num))), nil
	}
	if e := a.Base().Enum(); e != nil {
		y, err := Convert(b, e.Type)
		if err != nil {
			return NullValue, err
		}
		return OfEnum(e, int64(op(a.Base().num, y.num))), nil
	}
	x, y, k, err := integerPair(a, b)
	if err != nil {
		return NullValue, err
	}
	return OfInteger(k, signExtend(k, op(x, y))), nil
}

// integerPair converts both operands to the integer kind in which a bit operation takes place.
func integerPair(a, b Value) (uint64, uint64, Kind, error) {
	x, kx, err := integerOperand(a)
	if err != nil {
		return 0, 0, 0, err
	}
	y, ky, err := integerOperand(b)
	if err != nil {
		return 0, 0, 0, err
	}
	k := max(kx, ky)
	if k < Int32 {
		k = Int32
	}
	if k == UInt32 && (kx == Int32 && int64(x) < 0 || ky == Int32 && int64(y) < 0) {
		k = Int64
	}
	return x, y, k, nil
}

func integerOperand(v Value) (uint64, Kind, error) {
	v = v.Base()
	switch k := v.Kind(); k {
	case Null, Nothing:
		return 0, Int32, nil
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64:
		return v.num, k, nil
	case Bool, Char, Switch, Enum:
		return v.num, Int32, nil
	}
	if n, err := Convert(v, TypeInt32); err == nil {
		return n.num, Int32, nil
	}
	if n, err := Convert(v, TypeInt64); err == nil {
		return n.num, Int64, nil
	}
	n, err := Convert(v, TypeUInt64)
	return n.num, UInt64, err
}

func signExtend(k Kind, n uint64) int64 {
	switch k {
	case Int32:
		return int64(int32(n))
	case UInt32:
		return int64(uint32(n))
	}
	return int64(n)
}

// BitNot is -bnot a.
func BitNot(env Env, a Value) (Value, error) {
	if e := a.Base().Enum(); e != nil {
		return OfEnum(e, ^int64(a.Base().num)), nil
	}
	x, k, err := integerOperand(a)
	if err != nil {
		return NullValue, err
	}
	if k < Int32 {
		k = Int32
	}
	return OfInteger(k, signExtend(k, ^x)), nil
}

// ShiftLeft is a -shl b; the count is taken modulo the width.
func ShiftLeft(env Env, a, b Value) (Value, error) {
	return shift(a, b, func(k Kind, n uint64, by uint) uint64 { return n << by })
}

// ShiftRight is a -shr b, arithmetic for signed numbers.
func ShiftRight(env Env, a, b Value) (Value, error) {
	return shift(a, b, func(k Kind, n uint64, by uint) uint64 {
		if k == UInt32 || k == UInt64 {
			return n >> by
		}
		return uint64(int64(n) >> by)
	})
}

func shift(a, b Value, op func(k Kind, n uint64, by uint) uint64) (Value, error) {
	x, k, err := integerOperand(a)
	if err != nil {
		return NullValue, err
	}
	if k < Int32 {
		k = Int32
	}
	n, err := Convert(b, TypeInt32)
	if err != nil {
		return NullValue, err
	}
	width := uint(32)
	if k >= Int64 {
		width = 64
	}
	return OfInteger(k, signExtend(k, op(k, x, uint(n.Int())&(width-1)))), nil
}

// Range is a..b: ints in either direction, or characters between two one-character strings.
func Range(env Env, a, b Value) (Value, error) {
	if x, y, ok := characterRange(a, b); ok {
		return rangeOf(x, y, func(i int64) Value { return OfChar(uint16(i)) })
	}
	x, err := Convert(a, TypeInt32)
	if err != nil {
		return NullValue, err
	}
	y, err := Convert(b, TypeInt32)
	if err != nil {
		return NullValue, err
	}
	return rangeOf(x.Int(), y.Int(), func(i int64) Value { return OfInt32(int32(i)) })
}

// maxRange bounds the list a range makes; .NET runs out of memory near it.
const maxRange = 1 << 26

func rangeOf(x, y int64, make1 func(int64) Value) (Value, error) {
	n, step := y-x, int64(1)
	if n < 0 {
		n, step = -n, -1
	}
	if n >= maxRange {
		return NullValue, Throw(OutOfMemoryException, "System.OutOfMemoryException", "Exception of type 'System.OutOfMemoryException' was thrown.")
	}
	items := make([]Value, n+1)
	for i := range items {
		items[i] = make1(x + int64(i)*step)
	}
	return Of(NewArray(items)), nil
}

func characterRange(a, b Value) (x, y int64, ok bool) {
	one := func(v Value) (int64, bool) {
		v = v.Base()
		if v.Kind() == Char {
			return v.Int(), true
		}
		if s := v.Str(); len(s) == 1 && (s[0] < '0' || s[0] > '9') {
			return int64(s[0]), true
		}
		return 0, false
	}
	x, ok1 := one(a)
	y, ok2 := one(b)
	return x, y, ok1 && ok2
}

// Step is a + delta for ++ and --; only numbers can be stepped.
func Step(env Env, a Value, delta int) (Value, error) {
	b := a.Base()
	switch b.Kind() {
	case String, Bool, DateTime, TimeSpan, Reference:
		op := "++"
		if delta < 0 {
			op = "--"
		}
		return NullValue, Throw(RuntimeException, "OperatorRequiresNumber",
			"The '"+op+"' operator works only on numbers. The operand is a '"+TypeOf(b).FullName+"'.").With(InvalidOperation, a)
	}
	return Add(env, b, OfInt(delta))
}

// UnaryPlus is +a.
func UnaryPlus(env Env, a Value) (Value, error) { return Add(env, OfInt32(0), a) }

// Is is v -is [t].
func Is(v Value, t *Type) bool {
	if v.IsNull() {
		return false
	}
	if t == TypePSObject || t == TypePSCustomObject {
		if o, ok := v.ref.(*PSObject); ok {
			return t == TypePSObject || o.IsCustom()
		}
		return false
	}
	return TypeOf(v).Is(t)
}
