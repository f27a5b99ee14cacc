package value

import (
	"rehearse/runtime/text"
)

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

func (r Relation) holds(c int) bool {
	switch r {
	case Eq:
		return c == 0
	case Ne:
		return c != 0
	case Lt:
		return c < 0
	case Le:
		return c <= 0
	case Gt:
		return c > 0
	}
	return c >= 0
}

// CompareFilter is `a -op b` with PowerShell's filter rule: if a is a list the result is the array of the elements for which it holds.
func CompareFilter(env Env, op Relation, a, b Value, caseSensitive bool) (Value, error) {
	var items []Value
	switch o := a.Base().ref.(type) {
	case List:
		items = make([]Value, o.Len())
		for i := range items {
			items[i] = o.At(i)
		}
	case Enumerable:
		_ = o.Each(func(x Value) error { items = append(items, x); return nil }) // the yield never fails
	default:
		ok, err := CompareScalar(env, op, a, b, caseSensitive)
		return OfBool(ok), err
	}
	hits := []Value{}
	for _, x := range items {
		ok, err := CompareScalar(env, op, x, b, caseSensitive)
		if err != nil {
			return NullValue, err
		}
		if ok {
			hits = append(hits, x)
		}
	}
	return Of(NewArray(hits)), nil
}

// CompareScalar is one comparison of scalars (the left side is not enumerated): `a -op b`, ignoring case unless caseSensitive.
// The right side is converted to the type of the left by PowerShell's rules.
func CompareScalar(env Env, op Relation, a, b Value, caseSensitive bool) (bool, error) {
	if a.IsInt32() && b.IsInt32() {
		x, y := a.Int(), b.Int()
		switch {
		case x < y:
			return op.holds(-1), nil
		case x > y:
			return op.holds(1), nil
		}
		return op.holds(0), nil
	}
	if op == Eq || op == Ne {
		eq, err := Equals(env, a, b, caseSensitive)
		return eq == (op == Eq), err
	}
	c, err := Compare(env, a, b, caseSensitive)
	if err != nil {
		return false, err
	}
	return op.holds(c), nil
}

// Equals is -eq and -ceq of scalars. A failing conversion of the right side makes it false.
func Equals(env Env, a, b Value, caseSensitive bool) (bool, error) {
	x, y := a.Base(), b.Base()
	if x.IsNull() || y.IsNull() {
		return x.IsNull() && y.IsNull(), nil
	}
	if x.IsString() {
		s := y.Str()
		if !y.IsString() {
			s = ToString(b)
		}
		if caseSensitive {
			return x.Str() == s, nil
		}
		return EqualFold(x.Str(), s), nil
	}
	if isNumber(x) && isNumber(y) {
		c, ok := compareNumbers(x, y)
		return ok && c == 0, nil
	}
	switch x.Kind() {
	case Bool, Switch:
		return Truth(x) == Truth(b), nil
	case Char:
		if y.IsString() {
			return EqualFold(ToString(x), y.Str()), nil
		}
		if y.Kind() == Char {
			return x.num == y.num || !caseSensitive && EqualFold(ToString(x), ToString(y)), nil
		}
	}
	if k, ok := x.ref.(Keyed); ok && k.KeyEqual(y) {
		return true, nil
	}
	if m, ok := x.ref.(Equaler); ok {
		eq, known, err := m.Equals(env, y)
		if known || err != nil {
			return eq, err
		}
	}
	if Same(x, y) {
		return true, nil
	}
	t := TypeOf(x)
	if x.Kind() == Reference {
		if _, ok := x.ref.(*PSObject); ok {
			return false, nil
		}
	}
	z, ok := TryConvert(b, t)
	if !ok || Same(z, y) {
		return false, nil
	}
	z = z.Base()
	if isNumber(x) && isNumber(z) {
		c, ok := compareNumbers(x, z)
		return ok && c == 0, nil
	}
	if k, ok := x.ref.(Keyed); ok {
		return k.KeyEqual(z), nil
	}
	return Same(x, z), nil
}

// Equaler is an object whose type overrides Equals. known is false when the type leaves the question to references.
type Equaler interface {
	Equals(env Env, other Value) (equal, known bool, err error)
}

// Comparer is an object that implements IComparable.
type Comparer interface {
	CompareTo(env Env, other Value) (int, error)
}

// Compare orders two scalars as -lt and its like do: the right side is converted to the type of the left.
func Compare(env Env, a, b Value, caseSensitive bool) (int, error) {
	x, y := a.Base(), b.Base()
	if x.IsNull() || y.IsNull() {
		return compareNull(x, y), nil
	}
	if x.IsString() {
		s := y.Str()
		if !y.IsString() {
			s = ToString(b)
		}
		return text.Compare(x.Str(), s, !caseSensitive), nil
	}
	if isNumber(x) {
		z := y
		if !isNumber(y) {
			if y.IsString() {
				n, ok := ParseNumber(y.Str(), x.Kind())
				if !ok {
					return 0, notComparable(a, b, x)
				}
				z = n
			} else {
				n, err := Convert(b, TypeOf(x))
				if err != nil {
					return 0, notComparable(a, b, x)
				}
				z = n
			}
		}
		c, ok := compareNumbers(x, z)
		if !ok {
			return -1, nil
		}
		return c, nil
	}
	switch x.Kind() {
	case Bool:
		return int(x.num) - boolNumber(Truth(b)), nil
	case Char:
		if y.IsString() {
			return text.Compare(ToString(x), y.Str(), !caseSensitive), nil
		}
	}
	t := TypeOf(x)
	z, err := Convert(b, t)
	if err != nil {
		return 0, notComparable(a, b, x)
	}
	z = z.Base()
	switch x.Kind() {
	case DateTime:
		return compareInts(x.Ticks(), z.Ticks()), nil
	case TimeSpan, Char:
		return compareInts(x.Int(), z.Int()), nil
	case Enum:
		return compareInts(x.Int(), z.Int()), nil
	}
	if c, ok := x.ref.(Comparer); ok {
		return c.CompareTo(env, z)
	}
	return 0, Throw(RuntimeException, "NotIcomparable", "Cannot compare \""+ToString(a)+"\" because it is not IComparable.").With(InvalidOperation, NullValue)
}

func notComparable(a, b, x Value) error {
	return Throw(RuntimeException, "ComparisonFailure",
		"Could not compare \""+ToString(a)+"\" to \""+ToString(b)+"\". Error: \""+conversionText(b, TypeOf(x))+"\"").With(InvalidOperation, NullValue)
}

func conversionText(b Value, t *Type) string {
	_, err := Convert(b, t)
	if err != nil {
		return err.Error()
	}
	return ""
}

func boolNumber(b bool) int {
	if b {
		return 1
	}
	return 0
}

func compareInts(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// compareNull orders $null: below positive numbers and every other value, above negative numbers.
func compareNull(x, y Value) int {
	switch {
	case x.IsNull() && y.IsNull():
		return 0
	case x.IsNull():
		if isNumber(y) && signOf(y) < 0 {
			return 1
		}
		return -1
	}
	if isNumber(x) && signOf(x) < 0 {
		return -1
	}
	return 1
}

func signOf(n Value) int {
	c, _ := compareNumbers(n, OfInt32(0)) // NaN has no sign and counts as 0
	return c
}

func isNumber(v Value) bool {
	switch v.Kind() {
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Single, Double, DecimalKind:
		return true
	}
	return false
}

// compareNumbers compares in the common kind; ok is false if one is NaN.
func compareNumbers(x, y Value) (int, bool) {
	switch common(x.Kind(), y.Kind()) {
	case DecimalKind:
		a, ok1 := toDecimal(x)
		b, ok2 := toDecimal(y)
		if ok1 && ok2 {
			return a.Decimal().Number.Cmp(b.Decimal().Number), true
		}
		return compareFloats(toFloat(x), toFloat(y))
	case Double, Single:
		return compareFloats(toFloat(x), toFloat(y))
	case UInt64:
		if x.Kind() != UInt64 && x.Int() < 0 {
			return -1, true
		}
		if y.Kind() != UInt64 && y.Int() < 0 {
			return 1, true
		}
		switch {
		case x.num < y.num:
			return -1, true
		case x.num > y.num:
			return 1, true
		}
		return 0, true
	}
	return compareInts(x.Int(), y.Int()), true
}

func compareFloats(a, b float64) (int, bool) {
	switch {
	case a < b:
		return -1, true
	case a > b:
		return 1, true
	}
	return 0, a == b
}
