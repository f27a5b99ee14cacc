package value

import (
	"math"
	"math/bits"

	"rehearse/runtime/decimal"
)

// common is the kind in which two numbers meet (oracle/operators, section 3). A negative number beside an unsigned one takes it further:
// see calculate.
func common(a, b Kind) Kind {
	switch k := max(a, b); {
	case k == DecimalKind:
		return DecimalKind
	case k >= Single:
		return Double
	case k <= Int32:
		return Int32
	default:
		return k
	}
}

func isSigned(k Kind) bool { return k == SByte || k == Int16 || k == Int32 || k == Int64 }

func isNegative(n Value) bool { return isSigned(n.Kind()) && n.Int() < 0 }

// calculate does arithmetic on two numbers in their common kind.
func calculate(op arithmetic, x, y Value) (Value, error) {
	k := common(x.Kind(), y.Kind())
	if (k == UInt32 || k == UInt64) && (isNegative(x) || isNegative(y)) {
		k = Int64
		if x.Kind() == UInt64 || y.Kind() == UInt64 {
			k = DecimalKind
		}
	}
	switch k {
	case DecimalKind:
		a, ok1 := decimalOf(x)
		b, ok2 := decimalOf(y)
		if !ok1 || !ok2 {
			return NullValue, overflow(DecimalKind).withTypeID()
		}
		return decimalResult(op, a, b)
	case Double:
		return OfDouble(floatResult(op, toFloat(x), toFloat(y))), nil
	case UInt64:
		return unsignedResult(op, x.num, y.num)
	}
	return signedResult(op, x.Int(), y.Int(), k)
}

// withTypeID gives an exception the id of a .NET exception that reaches the script as it is: its type's name.
func (e *Exception) withTypeID() *Exception {
	e.ID = e.Type.FullName
	return e.With(OperationStopped, NullValue)
}

// runtimeError is a RuntimeException around an arithmetic exception of .NET.
func runtimeError(inner *Exception) error {
	return Throw(RuntimeException, "RuntimeException", inner.Message).Because(inner)
}

func divideByZero() error {
	return runtimeError(Throw(DivideByZeroException, "", "Attempted to divide by zero."))
}

func floatResult(op arithmetic, a, b float64) float64 {
	switch op {
	case plus:
		return a + b
	case minus:
		return a - b
	case times:
		return a * b
	case over:
		return a / b
	}
	return math.Mod(a, b)
}

func decimalResult(op arithmetic, a, b decimal.Number) (Value, error) {
	var n decimal.Number
	var err error
	switch op {
	case plus:
		n, err = a.Add(b)
	case minus:
		n, err = a.Sub(b)
	case times:
		n, err = a.Mul(b)
	case over:
		n, err = a.Div(b)
	default:
		n, err = a.Rem(b)
	}
	switch err {
	case nil:
		return OfDecimal(n), nil
	case decimal.ErrDivideByZero:
		return NullValue, divideByZero()
	}
	return NullValue, runtimeError(overflow(DecimalKind))
}

// signedResult computes in 64 bits; a result beyond the kind becomes a double.
func signedResult(op arithmetic, a, b int64, k Kind) (Value, error) {
	var n int64
	ok := true
	switch op {
	case plus:
		n = a + b
		ok = (n > a) == (b > 0)
	case minus:
		n = a - b
		ok = (n < a) == (b > 0)
	case times:
		n = a * b
		ok = a == 0 || n/a == b && !(a == -1 && b == math.MinInt64)
	default:
		if b == 0 {
			return NullValue, divideByZero()
		}
		switch {
		case b == -1 && op == modulo:
		case op == modulo:
			n = a % b
		case a == math.MinInt64 && b == -1 || a%b != 0:
			return OfDouble(float64(a) / float64(b)), nil
		default:
			n = a / b
		}
	}
	if !ok || !fits(n, k) {
		if op == times && k == Int64 {
			high, low := bits.Mul64(magnitude(a), magnitude(b))
			return OfDouble(cutProduct(high, low, (a < 0) != (b < 0))), nil
		}
		return OfDouble(floatResult(op, float64(a), float64(b))), nil
	}
	return OfInteger(k, n), nil
}

// unsignedResult is the same for UInt64.
func unsignedResult(op arithmetic, a, b uint64) (Value, error) {
	switch op {
	case plus:
		if n, carry := bits.Add64(a, b, 0); carry == 0 {
			return OfUInt64(n), nil
		}
	case minus:
		if a >= b {
			return OfUInt64(a - b), nil
		}
	case times:
		high, n := bits.Mul64(a, b)
		if high == 0 {
			return OfUInt64(n), nil
		}
		return OfDouble(cutProduct(high, n, false)), nil
	default:
		if b == 0 {
			return NullValue, divideByZero()
		}
		if op == modulo {
			return OfUInt64(a % b), nil
		}
		if a%b == 0 {
			return OfUInt64(a / b), nil
		}
	}
	return OfDouble(floatResult(op, float64(a), float64(b))), nil
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// cutProduct is the double of a product that 64 bits do not hold. It is cut off, not rounded: the exact product goes through BigInteger
// (oracle/operators, arithmetic:long-arithmetic).
func cutProduct(high, low uint64, negative bool) float64 {
	shift := bits.LeadingZeros64(high) // 64 if the product has just lost its sign bit
	top := high<<shift | low>>(64-shift)
	f := math.Ldexp(float64(top>>11), 64-shift+11)
	if negative {
		return -f
	}
	return f
}
