package value

// NullableArithmetic is what arithmetic makes of operands that are written as casts to Nullable<T>: the engine sees the static type and
// does not take them for numbers, though their values are (oracle/tables/arithmetic). handled is false where the usual rules hold.
func NullableArithmetic(symbol, method string, a, b Value, leftNullable, rightNullable bool) (handled bool, err error) {
	l, r := a.Base(), b.Base()
	if l.IsNull() || r.IsNull() {
		return false, nil
	}
	if leftNullable {
		switch k := r.Kind(); {
		case k == String || k == Enum:
			return true, noMethod(r, r, method)
		case k >= Bool && k <= Double:
			_, err := undefinedOperation(l, r, symbol)
			return true, err
		}
		return false, nil
	}
	if !rightNullable {
		return false, nil
	}
	switch k := l.Kind(); {
	case k == Enum:
		return true, noMethod(l, r, method)
	case k >= Bool && k <= Double:
		_, err := undefinedOperation(l, r, symbol)
		return true, err
	case symbol == "*" && (k == String || k == Reference && TypeOf(l).Elem != nil):
		return true, Unboxed()
	case k == String && symbol != "+":
		if l, err = scanned(l, r); err == nil {
			_, err = undefinedOperation(l, r, symbol)
		}
		return true, err
	}
	return false, nil
}

// Unboxed is the error of .NET when a Nullable<T> is used as if it were an object.
func Unboxed() error {
	return Throw(ArgumentException, "", "Can only unbox from an object or interface type to a value type. (Parameter 'expression')").withTypeID()
}

// CompareNullable is a comparison whose left operand is a cast to the nullable type t: the right side must convert to that type.
func CompareNullable(env Env, op Relation, a, b Value, t *Type, caseSensitive bool) (Value, error) {
	if a.IsNull() || b.IsNull() {
		return CompareFilter(env, op, a, b, caseSensitive)
	}
	x, err := ConvertIn(env, b, t)
	if err != nil {
		if op <= Ne {
			return OfBool(op == Ne), nil
		}
		return NullValue, notConvertible(a, b, err)
	}
	return CompareFilter(env, op, a, x, caseSensitive)
}
