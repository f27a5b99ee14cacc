package value

import "rehearse/runtime/text"

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

// Equaler is an object whose type overrides Equals. known is false when the type leaves the question to references.
type Equaler interface {
	Equals(env Env, other Value) (equal, known bool, err error)
}

// Comparer is an object that implements IComparable.
type Comparer interface {
	CompareTo(env Env, other Value) (int, error)
}

// CompareFilter is `a -op b` with PowerShell's filter rule: if a is a list the result is the array of the elements for which it holds.
func CompareFilter(env Env, op Relation, a, b Value, caseSensitive bool) (Value, error) {
	l := a.Base()
	if l.Kind() == Reference {
		switch l.ref.(type) {
		case List, Enumerable:
			hits := []Value{}
			for _, x := range Elements(l) {
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
	}
	ok, err := CompareScalar(env, op, a, b, caseSensitive)
	return OfBool(ok), err
}

// CompareScalar is one comparison of scalars (the left side is not enumerated): `a -op b`, ignoring case unless caseSensitive. The right side is
// converted to the type of the left (oracle/operators, section 4). Equality never fails for want of a conversion, the others do.
func CompareScalar(env Env, op Relation, a, b Value, caseSensitive bool) (bool, error) {
	if a.IsInt32() && b.IsInt32() {
		return op.holds(compareInts(a.Int(), b.Int())), nil
	}
	if op <= Ne {
		eq, err := Equals(env, a, b, caseSensitive)
		return eq == (op == Eq), err
	}
	x, y := a.Base(), b.Base()
	if x.IsNull() && y.Kind() == Enum || y.IsNull() && x.Kind() == Enum {
		return false, enumAgainstNull(op, x, y)
	}
	c, err := compare(env, a, b, caseSensitive)
	return c != unordered && op.holds(c), err
}

// unordered is the result of comparing a NaN: no order holds.
const unordered = 2

// CompareStrings orders two strings as -lt, -clt and Sort-Object do: by ICU's root collation. It is -1, 0 or 1.
func CompareStrings(a, b string, ignoreCase bool) int { return text.Compare(a, b, ignoreCase) }

// EqualStrings is -eq (or -ceq) of two strings: equal in the same collation, in which control characters do not count.
func EqualStrings(a, b string, ignoreCase bool) bool {
	if a == b {
		return true
	}
	if plain(a) && plain(b) {
		return ignoreCase && len(a) == len(b) && EqualFold(a, b)
	}
	return text.Compare(a, b, ignoreCase) == 0
}

// plain tells whether a string is ASCII without characters that the collation ignores.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Compare orders two scalars as -lt and its like do: -1, 0 or 1. A NaN comes before every number.
func Compare(env Env, a, b Value, caseSensitive bool) (int, error) {
	c, err := compare(env, a, b, caseSensitive)
	if c == unordered {
		return compareInts(notNaN(a.Base()), notNaN(b.Base())), err
	}
	return c, err
}

func notNaN(n Value) int64 {
	if n.Kind() >= Single && n.Kind() <= Double && n.Float() != n.Float() {
		return 0
	}
	return 1
}

func compare(env Env, a, b Value, caseSensitive bool) (int, error) {
	x, y := a.Base(), b.Base()
	if x.IsNull() || y.IsNull() {
		return compareNull(x, y), nil
	}
	switch k := x.Kind(); {
	case k == String:
		return text.Compare(x.Str(), ToString(b), !caseSensitive), nil
	case k == Bool:
		return compareInts(x.Int(), OfBool(Truth(y)).Int()), nil
	case k == Char:
		return compareChar(x, a, b, !caseSensitive)
	case isNumberKind(k) && isNumberKind(y.Kind()):
		return compareNumbers(x, y), nil
	case isNumberKind(k):
		return compareNumberTo(x, y, a, b)
	case k == Enum:
		return compareEnum(x, a, b)
	case !comparable(x):
		return 0, notComparable(a, b, x)
	}
	z, err := ConvertIn(env, b, TypeOf(x))
	if err != nil {
		return 0, notConvertible(a, b, err)
	}
	c, err := compareSame(env, x, z.Base())
	if e, ok := err.(*Exception); ok && e.ID == "NotIcomparable" {
		return 0, err
	}
	if err != nil {
		return 0, notConvertible(a, b, err)
	}
	return c, nil
}

// comparable tells whether the type of a value implements IComparable.
func comparable(x Value) bool {
	if _, ok := x.ref.(Comparer); ok {
		return true
	}
	return TypeOf(x).Is(IfaceComparable)
}

// compareSame orders two values of one type.
func compareSame(env Env, x, z Value) (int, error) {
	switch x.Kind() {
	case DateTime:
		return compareInts(x.Ticks(), z.Ticks()), nil
	case TimeSpan:
		return compareInts(x.Int(), z.Int()), nil
	}
	if c, ok := x.ref.(Comparer); ok {
		return c.CompareTo(env, z)
	}
	if m := TypeOf(x).FindMethod("CompareTo", false); m != nil {
		for i := range m.Overloads {
			if o := &m.Overloads[i]; len(o.Params) == 1 {
				n, err := o.Call(env, x, []Value{z})
				return compareInts(n.Int(), 0), err
			}
		}
	}
	return 0, nil
}

// compareEnum orders an enumeration by its number, against numbers as a number, against anything else after conversion.
func compareEnum(x, a, b Value) (int, error) {
	e := x.Enum()
	y, err := scanned(b.Base(), x)
	if err != nil {
		return 0, err
	}
	switch k := y.Kind(); {
	case k == Enum && y.Enum() == e:
	case isNumberKind(k) || k == Char || k == Bool:
		y = plainNumber(y)
		if err := enumGoesWith(e, y.Kind()); err != nil {
			return 0, err
		}
		return compareNumbers(plainNumber(x), y), nil
	default:
		z, err := Convert(y, e.Type)
		if err != nil {
			return 0, notConvertible(a, b, err)
		}
		y = z
	}
	return compareNumbers(plainNumber(x), plainNumber(y)), nil
}

// enumAgainstNull is the error that an enumeration meets beside $null.
func enumAgainstNull(op Relation, x, y Value) error {
	t, below := TypeOf(x), op == Lt || op == Le
	if x.IsNull() { // the operands change sides
		t, below = TypeOf(y), !below
	}
	name := "GreaterThanOrEqual" // $null is compared by whether the other is negative
	if below {
		name = "LessThan"
	}
	return Throw(InvalidOperationException, "", "The binary operator "+name+" is not defined for the types '"+
		t.FullName+"' and '"+t.FullName+"'.").withTypeID()
}

// enumGoesWith is the error that an enumeration meets beside a number of some kinds.
func enumGoesWith(e *EnumInfo, k Kind) error {
	switch k {
	case DecimalKind:
		return Throw(InvalidOperationException, "", "No coercion operator is defined between types '"+e.Type.FullName+"' and 'System.Decimal'.").withTypeID()
	case UInt32, UInt64:
		return Throw(InvalidOperationException, "", "The binary operator GreaterThanOrEqual is not defined for the types '"+
			e.Type.FullName+"' and 'System.Int32'.").withTypeID()
	}
	return nil
}

// notComparable is the error of an order that the left value's type does not define.
func notComparable(a, b, x Value) error {
	if _, ok := x.ref.(*PSObject); ok {
		return Throw(ExtendedTypeSystemException, "PSObjectCompareTo", "Cannot compare \""+ToStringCulture(a)+"\" to \""+ToStringCulture(b)+
			"\" because the objects are not the same type or the object \""+ToStringCulture(a)+"\" does not implement \"IComparable\".").With(NotSpecified, NullValue)
	}
	return Throw(RuntimeException, "NotIcomparable", "Cannot compare \""+messageText(a)+"\" because it is not IComparable.").With(InvalidOperation, NullValue)
}

// notConvertible is the error of an order between values that have no type in common.
func notConvertible(a, b Value, reason error) error {
	return Throw(RuntimeException, "ComparisonFailure", "Could not compare \""+ToString(a)+"\" to \""+ToString(b)+
		"\". Error: \""+reason.Error()+"\"").With(InvalidOperation, NullValue)
}

// compareChar orders a character: against text as text, against anything else by its code.
func compareChar(x, a, b Value, ignoreCase bool) (int, error) {
	z, err := Convert(b, TypeChar)
	if err != nil {
		return 0, notConvertible(a, b, err)
	}
	if ignoreCase && b.Base().Kind() != Char {
		return compareInts(foldUnit(x.num), foldUnit(z.num)), nil
	}
	return compareInts(x.Int(), z.Int()), nil
}

func foldUnit(c uint64) int64 { return int64(text.UpperRune(rune(c))) }

// compareNumberTo orders a number against what is none: text by the number scan, other values by conversion.
func compareNumberTo(x, y, a, b Value) (int, error) {
	var z Value
	var err error
	if becomesNumber(y) {
		z, err = scanned(y, x)
		if err != nil {
			return 0, err
		}
		z = plainNumber(z)
	} else if z, err = Convert(b, TypeOf(x)); err != nil {
		return 0, notConvertible(a, b, err)
	}
	return compareNumbers(x, z), nil
}

// compareNull orders $null: below every other value but negative numbers.
func compareNull(x, y Value) int {
	switch {
	case x.IsNull() && y.IsNull():
		return 0
	case x.IsNull():
		return compareToNull(y)
	}
	if c := compareToNull(x); c != unordered {
		return -c
	}
	return unordered
}

// compareToNull is how $null compares to v.
func compareToNull(v Value) int {
	if isNumberKind(v.Kind()) {
		if f := toFloat(v); f < 0 {
			return 1
		} else if f != f {
			return unordered
		}
	}
	return -1
}
