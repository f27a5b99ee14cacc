package value

// Equals is -eq and -ceq of scalars (oracle/operators, section 4): the right side is converted to the type of the left, and a conversion that
// fails makes it false. The error is that of an Equals method of a script.
func Equals(env Env, a, b Value, caseSensitive bool) (bool, error) {
	x, y := a.Base(), b.Base()
	if x.IsNull() || y.IsNull() {
		return x.IsNull() && y.IsNull(), nil
	}
	switch k := x.Kind(); {
	case k == String:
		return EqualStrings(x.Str(), ToString(b), !caseSensitive), nil
	case k == Bool:
		return x.Bool() == Truth(y), nil
	case k == Char:
		return equalChar(x, y, !caseSensitive), nil
	case isNumberKind(k):
		return equalNumber(x, y), nil
	case k == Enum && isNumberKind(y.Kind()):
		return equalNumber(plainNumber(x), y), enumGoesWith(x.Enum(), y.Kind())
	}
	return equalObjects(env, x, y)
}

func equalChar(x, y Value, ignoreCase bool) bool {
	if y.IsString() {
		return EqualStrings(ToString(x), y.Str(), ignoreCase)
	}
	z, ok := TryConvert(y, TypeChar)
	return ok && (x.num == z.num || ignoreCase && foldUnit(x.num) == foldUnit(z.num))
}

func equalNumber(x, y Value) bool {
	z := y
	if !isNumberKind(y.Kind()) {
		var ok bool
		if z, ok = numberFor(x, y); !ok {
			return false
		}
	}
	return compareNumbers(x, z) == 0
}

// numberFor is y as a number to hold against x; false if it is none.
func numberFor(x, y Value) (Value, bool) {
	switch y.Kind() {
	case String:
		if n, ok := NumberLiteral(y.Str()); ok {
			return n, true
		}
	case Bool, Char:
		return OfInt32(int32(y.num)), true
	}
	return TryConvert(y, TypeOf(x))
}

func equalObjects(env Env, x, y Value) (bool, error) {
	if Same(x, y) {
		return true, nil
	}
	if eq, known, err := equalByType(env, x, y); known || err != nil {
		return eq, err
	}
	if _, ok := x.ref.(*PSObject); ok {
		return false, nil
	}
	z, ok := TryConvertIn(env, y, TypeOf(x))
	if !ok {
		return false, nil
	}
	z = z.Base()
	if Same(z, y) {
		return false, nil // nothing was converted, and it was not equal before
	}
	eq, _, err := equalByType(env, x, z)
	return eq || Same(x, z), err
}

// equalByType asks the type's own equality; known is false if it has none.
func equalByType(env Env, x, y Value) (equal, known bool, err error) {
	if x.Kind() == DateTime && y.Kind() == DateTime {
		return x.Ticks() == y.Ticks(), true, nil // of whatever DateTimeKind
	}
	if k, ok := x.ref.(Keyed); ok && k.KeyEqual(y) {
		return true, true, nil
	}
	if e, ok := x.ref.(Equaler); ok {
		return e.Equals(env, y)
	}
	return false, false, nil
}
