package value

// MaxTicks is DateTime.MaxValue.Ticks.
const MaxTicks = 3155378975999999999

// timeArithmetic are the operators of DateTime and TimeSpan among themselves; ok is false for other operands.
func timeArithmetic(op arithmetic, a, b Value) (v Value, err error, ok bool) {
	switch x, y := a.Kind(), b.Kind(); {
	case x == DateTime && y == TimeSpan && op == plus:
		v, err = addTicks(a, b.Int())
	case x == DateTime && y == TimeSpan && op == minus:
		v, err = addTicks(a, -b.Int())
	case x == DateTime && y == DateTime && op == minus:
		v = OfTimeSpan(a.Ticks() - b.Ticks())
	case x == TimeSpan && y == TimeSpan && op == plus:
		n := a.Int() + b.Int()
		v, err = spanResult(n, (n > a.Int()) == (b.Int() > 0))
	case x == TimeSpan && y == TimeSpan && op == minus:
		n := a.Int() - b.Int()
		v, err = spanResult(n, (n < a.Int()) == (b.Int() > 0))
	default:
		return NullValue, nil, false
	}
	return v, err, true
}

func addTicks(d Value, ticks int64) (Value, error) {
	n := d.Ticks() + ticks
	if n < 0 || n > MaxTicks {
		return NullValue, Throw(ArgumentOutOfRangeException, "",
			"The added or subtracted value results in an un-representable DateTime. (Parameter 'value')").withTypeID()
	}
	return OfDateTime(n, d.DateKind()), nil
}

func spanResult(ticks int64, ok bool) (Value, error) {
	if !ok {
		return NullValue, Throw(OverflowException, "", "TimeSpan overflowed because the duration is too long.").withTypeID()
	}
	return OfTimeSpan(ticks), nil
}
