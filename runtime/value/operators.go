package value

import (
	"math"

	"rehearse/runtime/decimal"
)

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
var methodOf = [...]string{"op_Addition", "op_Subtraction", "op_Multiply", "op_Division", "op_Modulus"}

// Add is a + b. The left operand decides: numbers widen (int overflow becomes double), strings join, arrays append, dictionaries
// merge. env is needed only for operators that types define; it may be nil.
func Add(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() {
		s := a.Int() + b.Int()
		if s == int64(int32(s)) {
			return OfInt32(int32(s)), nil
		}
		return OfDouble(float64(s)), nil
	}
	if a.IsDouble() && b.IsDouble() {
		return OfDouble(a.Float() + b.Float()), nil
	}
	if a.IsDouble() && b.IsInt32() {
		return OfDouble(a.Float() + float64(b.Int())), nil
	}
	return addObjects(env, a, b)
}

func addObjects(env Env, a, b Value) (Value, error) {
	l := a.Base()
	switch l.Kind() {
	case Null, Nothing:
		if b.IsNothing() {
			return NullValue, nil
		}
		return b, nil
	case String:
		return OfString(l.Str() + ToString(b)), nil
	case Char:
		if r := b.Base(); r.IsString() || r.Kind() == Char {
			return OfString(ToString(l) + ToString(r)), nil
		}
	case DateTime:
		if r := b.Base(); r.Kind() == TimeSpan {
			return addTicks(l, r.Int())
		}
	case TimeSpan:
		if r := b.Base(); r.Kind() == TimeSpan {
			return OfTimeSpan(l.Int() + r.Int()), nil
		}
	case Reference:
		switch o := l.ref.(type) {
		case *Array:
			return appended(o.Items, b), nil
		case *ArrayList:
			return appended(o.Items, b), nil
		case *Dictionary:
			return merged(o, b)
		}
	}
	return compute(env, plus, a, b)
}

func addTicks(d Value, ticks int64) (Value, error) {
	n := d.Ticks() + ticks
	if n < 0 || n > MaxTicks {
		return NullValue, Throw(ArgumentOutOfRangeException, "", "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')")
	}
	return OfDateTime(n, d.DateKind()), nil
}

// MaxTicks is DateTime.MaxValue.Ticks.
const MaxTicks = 3155378975999999999

// appended is a new Object[] with the elements of b, or b itself, at the end.
func appended(items []Value, b Value) Value {
	var more []Value
	if b.IsNothing() {
		more = nil
	} else if l, ok := b.Base().ref.(List); ok {
		more = make([]Value, l.Len())
		for i := range more {
			more[i] = l.At(i)
		}
	} else if e, ok := b.Base().ref.(Enumerable); ok {
		_ = e.Each(func(x Value) error { more = append(more, x); return nil }) // the yield never fails
	} else {
		more = []Value{b}
	}
	out := make([]Value, len(items)+len(more))
	copy(out, items)
	copy(out[len(items):], more)
	return Of(NewArray(out))
}

func merged(d *Dictionary, b Value) (Value, error) {
	o, ok := b.Base().ref.(*Dictionary)
	if !ok {
		return NullValue, Throw(RuntimeException, "AddHashTableToNonHashTable", "A hash table can only be added to another hash table.").With(InvalidOperation, b)
	}
	out := &Dictionary{Type: TypeHashtable, Table: d.Table.Clone()}
	for k, v := range o.All {
		if !out.Table.Add(k, v) {
			return NullValue, Throw(ArgumentException, "", "Item has already been added. Key in dictionary: '"+ToString(k)+"'  Key being added: '"+ToString(k)+"'")
		}
	}
	return Of(out), nil
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
	l, r := a.Base(), b.Base()
	switch l.Kind() {
	case DateTime:
		switch r.Kind() {
		case DateTime:
			return OfTimeSpan(l.Ticks() - r.Ticks()), nil
		case TimeSpan:
			return addTicks(l, -r.Int())
		}
	case TimeSpan:
		if r.Kind() == TimeSpan {
			return OfTimeSpan(l.Int() - r.Int()), nil
		}
	}
	return compute(env, minus, a, b)
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
	l := a.Base()
	switch l.Kind() {
	case String:
		n, err := repeatCount(b)
		if err != nil {
			return NullValue, err
		}
		return repeatText(l.Str(), n)
	case Reference:
		if arr, ok := l.ref.(List); ok {
			n, err := repeatCount(b)
			if err != nil {
				return NullValue, err
			}
			return repeatList(arr, n)
		}
	}
	return compute(env, times, a, b)
}

// Divide is a / b: an int when it divides evenly, else a double.
func Divide(env Env, a, b Value) (Value, error) { return compute(env, over, a, b) }

// Remainder is a % b.
func Remainder(env Env, a, b Value) (Value, error) {
	if a.IsInt32() && b.IsInt32() && b.Int() > 0 {
		return OfInt32(int32(a.Int() % b.Int())), nil
	}
	return compute(env, modulo, a, b)
}

// Negate is -a.
func Negate(env Env, a Value) (Value, error) { return Subtract(env, OfInt32(0), a) }

// compute does arithmetic on two operands that are, or become, numbers; other types must define the operator.
func compute(env Env, op arithmetic, a, b Value) (Value, error) {
	x, ok, err := operand(a, b)
	if err != nil {
		return NullValue, err
	}
	if !ok {
		return defined(env, op, a, b)
	}
	y, ok, err := operand(b, a)
	if err != nil {
		return NullValue, err
	}
	if !ok {
		t := numericTarget(x)
		if y, err = Convert(b, t); err != nil {
			return NullValue, err
		}
	}
	return calculate(op, x, y)
}

func numericTarget(x Value) *Type {
	if t := TypeOf(x); t != nil {
		return t
	}
	return TypeInt32
}

// operand is v as a number: null is 0, booleans and characters are ints, strings are scanned. ok is false for other types.
func operand(v, other Value) (Value, bool, error) {
	v = v.Base()
	switch k := v.Kind(); k {
	case Null, Nothing:
		return OfInt32(0), true, nil
	case Bool, Char:
		return OfInt32(int32(v.num)), true, nil
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Single, Double, DecimalKind:
		return v, true, nil
	case Enum:
		return OfInteger(Int64, v.Int()), true, nil
	case String:
		n, ok := ParseNumber(v.Str(), other.Base().Kind())
		if !ok {
			t := TypeInt32
			switch other.Base().Kind() {
			case Double, Single:
				t = TypeDouble
			case DecimalKind:
				t = TypeDecimal
			case Int64, UInt32, UInt64:
				t = TypeOf(other.Base())
			}
			_, err := Convert(v, t)
			return v, false, err
		}
		return n, true, nil
	}
	return v, false, nil
}

// defined calls the operator method that the type of a or b defines.
func defined(env Env, op arithmetic, a, b Value) (Value, error) {
	name := methodOf[op]
	for _, v := range [...]Value{a, b} {
		t := TypeOf(v.Base())
		if t == nil {
			continue
		}
		m := t.FindMethod(name, true)
		if m == nil {
			continue
		}
		for i := range m.Overloads {
			o := &m.Overloads[i]
			if len(o.Params) != 2 {
				continue
			}
			x, ok1 := TryConvert(a, o.Params[0].Type)
			y, ok2 := TryConvert(b, o.Params[1].Type)
			if ok1 && ok2 {
				return o.Call(env, NullValue, []Value{x, y})
			}
		}
	}
	t := TypeOf(a.Base())
	if t == nil {
		t = TypeOf(b.Base())
	}
	return NullValue, Throw(RuntimeException, "MethodNotFound",
		"Method invocation failed because ["+t.FullName+"] does not contain a method named '"+name+"'.").With(InvalidOperation, OfString(name))
}

// calculate does arithmetic on two numbers in their common kind.
func calculate(op arithmetic, x, y Value) (Value, error) {
	k := common(x.Kind(), y.Kind())
	switch k {
	case DecimalKind:
		a, ok1 := toDecimal(x)
		b, ok2 := toDecimal(y)
		if !ok1 || !ok2 {
			return NullValue, overflowError(k)
		}
		return decimalResult(op, a.Decimal().Number, b.Decimal().Number)
	case Double, Single:
		f := floatResult(op, toFloat(x), toFloat(y))
		if k == Single {
			return OfSingle(float32(f)), nil
		}
		return OfDouble(f), nil
	case UInt64:
		return unsignedResult(op, x, y)
	}
	return signedResult(op, x.Int(), y.Int(), k)
}

// common is the kind in which two numbers meet (oracle/operators, section 3).
func common(a, b Kind) Kind {
	if a == DecimalKind || b == DecimalKind {
		return DecimalKind
	}
	if a == Double || b == Double || a == Single || b == Single {
		if a == Single && b == Single {
			return Single
		}
		return Double
	}
	k := max(a, b)
	switch {
	case k <= Int32:
		return Int32
	case k == UInt32 && min(a, b) != UInt32 && isSigned(min(a, b)):
		return Int64
	}
	return k
}

func isSigned(k Kind) bool { return k == SByte || k == Int16 || k == Int32 || k == Int64 }

func overflowError(k Kind) error {
	return Throw(RuntimeException, "RuntimeException", overflow(k).Message).With(NotSpecified, NullValue).Because(overflow(k))
}

func divideByZero() error {
	return Throw(RuntimeException, "RuntimeException", "Attempted to divide by zero.").With(NotSpecified, NullValue).Because(Throw(DivideByZeroException, "", "Attempted to divide by zero."))
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
	return NullValue, overflowError(DecimalKind)
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
	case over:
		if b == 0 {
			return NullValue, divideByZero()
		}
		if a%b != 0 || a == math.MinInt64 && b == -1 {
			return OfDouble(float64(a) / float64(b)), nil
		}
		n = a / b
	default:
		if b == 0 {
			return NullValue, divideByZero()
		}
		if b != -1 {
			n = a % b
		}
	}
	if !ok || !fits(n, k) {
		return OfDouble(floatResult(op, float64(a), float64(b))), nil
	}
	return OfInteger(k, n), nil
}

func unsignedResult(op arithmetic, x, y Value) (Value, error) {
	neg := x.Kind() != UInt64 && x.Int() < 0 || y.Kind() != UInt64 && y.Int() < 0
	if neg {
		return OfDouble(floatResult(op, toFloat(x), toFloat(y))), nil
	}
	a, b := x.num, y.num
	switch op {
	case plus:
		if n := a + b; n >= a {
			return OfUInt64(n), nil
		}
	case minus:
		if a >= b {
			return OfUInt64(a - b), nil
		}
	case times:
		if a == 0 || a*b/a == b {
			return OfUInt64(a * b), nil
		}
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
