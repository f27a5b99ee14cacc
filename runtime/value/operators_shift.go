package value

// ShiftLeft is a -shl b: in the type of a, the count taken modulo its width (oracle/operators, section 6).
func ShiftLeft(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return OfInt32(a.Int32() << (b.num & 31)), nil
	}
	return shift(env, a.Base(), b.Base(), "-shl", "op_LeftShift")
}

// ShiftRight is a -shr b, which keeps the sign of signed numbers.
func ShiftRight(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return OfInt32(a.Int32() >> (b.num & 31)), nil
	}
	return shift(env, a.Base(), b.Base(), "-shr", "op_RightShift")
}

func shift(env Env, l, r Value, operator, method string) (Value, error) {
	if l.IsNull() {
		return OfInt32(0), nil
	}
	if e := l.Enum(); e != nil {
		name := "LeftShift"
		if method != "op_LeftShift" {
			name = "RightShift"
		}
		return NullValue, Throw(InvalidOperationException, "", "The binary operator "+name+" is not defined for the types '"+
			e.Type.FullName+"' and 'System.Int32'.").withTypeID()
	}
	l, r, err := bothScanned(l, r)
	if err != nil {
		return NullValue, err
	}
	switch k := l.Kind(); {
	case !becomesNumber(l):
		return callOperator(env, method, l, r)
	case k == Bool || k == Char:
		if becomesNumber(r) {
			return undefinedOperation(l, r, operator)
		}
		return callOperator(env, method, l, r)
	}
	count, err := Convert(r, TypeInt32)
	if err != nil {
		return NullValue, err
	}
	n, err := wholeNumber(plainNumber(l))
	if err != nil {
		return NullValue, err
	}
	k, by := n.Kind(), count.num&31
	if k >= Int64 {
		by = count.num & 63
	}
	switch {
	case method == "op_LeftShift":
		n = OfInteger(k, cut(k, n.num<<by))
	case isSigned(k):
		n = OfInteger(k, n.Int()>>by)
	default:
		n = OfInteger(k, int64(n.num>>by))
	}
	return n, nil
}
