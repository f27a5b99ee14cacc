package value

// arithmetic is one of the operators + - * / %.
type arithmetic uint8

const (
	plus arithmetic = iota
	minus
	times
	over
	modulo
)

// methodOf are the .NET operator methods, which name the operation in errors.
var methodOf = [...]string{plus: "op_Addition", minus: "op_Subtraction", times: "op_Multiply", over: "op_Division", modulo: "op_Modulus"}

// Add is a + b (oracle/operators, section 3). The left operand decides: numbers widen (an int that overflows becomes a double), strings join,
// arrays append, dictionaries merge. Operators that types define need env; it may be nil.
func Add(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return int32Or(a.Int() + b.Int()), nil
	}
	if a.IsDouble() && b.IsDouble() {
		return OfDouble(a.Float() + b.Float()), nil
	}
	if a.IsString() && b.IsString() {
		return OfString(a.Str() + b.Str()), nil
	}
	return addObjects(env, a, b)
}

// Subtract is a - b.
func Subtract(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return int32Or(a.Int() - b.Int()), nil
	}
	if a.IsDouble() && b.IsDouble() {
		return OfDouble(a.Float() - b.Float()), nil
	}
	return compute(env, minus, a, b)
}

// Multiply is a * b: numbers, or a string or array repeated.
func Multiply(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		return int32Or(a.Int() * b.Int()), nil
	}
	if a.IsDouble() && b.IsDouble() {
		return OfDouble(a.Float() * b.Float()), nil
	}
	return multiplyObjects(env, a, b)
}

// Divide is a / b: an integer when it divides evenly, else a double.
func Divide(env Env, a, b Value) (Value, error) {
	if a.IsDouble() && b.IsDouble() {
		return OfDouble(a.Float() / b.Float()), nil
	}
	return compute(env, over, a, b)
}

// Remainder is a % b, with the sign of a.
func Remainder(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() && b.Int() > 0 {
		return OfInt32(int32(a.Int() % b.Int())), nil
	}
	return compute(env, modulo, a, b)
}

// Negate is -a, which is 0 - a but for time spans.
func Negate(env Env, a Value) (Value, error) {
	if a.Base().Kind() == TimeSpan {
		return spanResult(-a.Base().Int(), a.Base().Int() != -a.Base().Int() || a.Base().Int() == 0)
	}
	return Subtract(env, OfInt32(0), a)
}

// UnaryPlus is +a, which is 0 + a.
func UnaryPlus(env Env, a Value) (Value, error) { return Add(env, OfInt32(0), a) }

// Step is a + delta for ++ and --, with delta 1 or -1; only $null, numbers and enumerations can be stepped.
func Step(env Env, a Value, delta int) (Value, error) {
	if a.IsInt32() {
		return int32Or(a.Int() + int64(delta)), nil
	}
	b := a.Base()
	switch k := b.Kind(); {
	case k == Null || k == Nothing:
		return OfInt(delta), nil
	case isNumberKind(k) || k == Enum:
		return compute(env, plus, b, OfInt(delta))
	}
	op := "++"
	if delta < 0 {
		op = "--"
	}
	return NullValue, Throw(RuntimeException, "OperatorRequiresNumber",
		"The '"+op+"' operator works only on numbers. The operand is a '"+TypeOf(b).String()+"'.").With(InvalidOperation, NullValue)
}

// int32Or is a result of int arithmetic: a double if it is no int.
func int32Or(n int64) Value {
	if n == int64(int32(n)) {
		return OfInt32(int32(n))
	}
	return OfDouble(float64(n))
}
