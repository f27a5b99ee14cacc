package value

import "math"

// MaxTicks is DateTime.MaxValue.Ticks.
const MaxTicks = 3155378975999999999

// operator makes an overload with two parameters.
func operator(x, y, result *Type, call func(a, b Value) (Value, error)) Overload {
	return Overload{
		Params: []Param{{Name: "left", Type: x}, {Name: "right", Type: y}},
		Return: result,
		Call:   func(_ Env, _ Value, args []Value) (Value, error) { return call(args[0], args[1]) },
	}
}

// dateOperators are those of DateTime that calculate.
var dateOperators = []operatorRow{
	{"op_Addition", []Overload{
		operator(TypeDateTime, TypeTimeSpan, TypeDateTime, func(a, b Value) (Value, error) { return addTicks(a, b.Int()) }),
	}},
	{"op_Subtraction", []Overload{
		operator(TypeDateTime, TypeDateTime, TypeTimeSpan, func(a, b Value) (Value, error) { return OfTimeSpan(a.Ticks() - b.Ticks()), nil }),
		operator(TypeDateTime, TypeTimeSpan, TypeDateTime, func(a, b Value) (Value, error) { return addTicks(a, -b.Int()) }),
	}},
}

// spanOperators are those of TimeSpan.
var spanOperators = []operatorRow{
	{"op_Addition", []Overload{
		operator(TypeTimeSpan, TypeTimeSpan, TypeTimeSpan, func(a, b Value) (Value, error) {
			n := a.Int() + b.Int()
			return spanResult(n, (n > a.Int()) == (b.Int() > 0))
		}),
	}},
	{"op_Subtraction", []Overload{
		operator(TypeTimeSpan, TypeTimeSpan, TypeTimeSpan, func(a, b Value) (Value, error) {
			n := a.Int() - b.Int()
			return spanResult(n, (n < a.Int()) == (b.Int() > 0))
		}),
	}},
	{"op_Multiply", []Overload{
		operator(TypeTimeSpan, TypeDouble, TypeTimeSpan, scaledSpan),
		operator(TypeDouble, TypeTimeSpan, TypeTimeSpan, func(a, b Value) (Value, error) { return scaledSpan(b, a) }),
	}},
	{"op_Division", []Overload{
		operator(TypeTimeSpan, TypeDouble, TypeTimeSpan, func(a, b Value) (Value, error) {
			if math.IsNaN(b.Float()) {
				return NullValue, notANumber("divisor")
			}
			return spanOfFloat(float64(a.Int()) / b.Float())
		}),
		operator(TypeTimeSpan, TypeTimeSpan, TypeDouble, func(a, b Value) (Value, error) { return OfDouble(float64(a.Int()) / float64(b.Int())), nil }),
	}},
}

func scaledSpan(a, b Value) (Value, error) {
	if math.IsNaN(b.Float()) {
		return NullValue, notANumber("factor")
	}
	return spanOfFloat(float64(a.Int()) * b.Float())
}

func notANumber(parameter string) error {
	return Throw(ArgumentException, "", "TimeSpan does not accept floating point Not-a-Number values. (Parameter '"+parameter+"')")
}

// spanOfFloat rounds to whole ticks, half to even.
func spanOfFloat(ticks float64) (Value, error) {
	ticks = math.RoundToEven(ticks)
	if ticks == 1<<63 {
		return OfTimeSpan(math.MaxInt64), nil
	}
	return spanResult(int64(ticks), ticks >= -1<<63 && ticks < 1<<63)
}

func addTicks(d Value, ticks int64) (Value, error) {
	n := d.Ticks() + ticks
	if n < 0 || n > MaxTicks {
		return NullValue, Throw(ArgumentOutOfRangeException, "", "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')")
	}
	return OfDateTime(n, d.DateKind()), nil
}

func spanResult(ticks int64, ok bool) (Value, error) {
	if !ok {
		return NullValue, Throw(OverflowException, "", "TimeSpan overflowed because the duration is too long.")
	}
	return OfTimeSpan(ticks), nil
}

// decimalOperators are those of Decimal, for operands that are no numbers.
var decimalOperators = []operatorRow{
	{"op_Addition", []Overload{decimalOperator(plus)}},
	{"op_Subtraction", []Overload{decimalOperator(minus)}},
	{"op_Multiply", []Overload{decimalOperator(times)}},
	{"op_Division", []Overload{decimalOperator(over)}},
	{"op_Modulus", []Overload{decimalOperator(modulo)}},
}

func decimalOperator(op arithmetic) Overload {
	return operator(TypeDecimal, TypeDecimal, TypeDecimal, func(a, b Value) (Value, error) {
		return decimalResult(op, a.Decimal().Number, b.Decimal().Number)
	})
}
