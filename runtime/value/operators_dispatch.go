package value

import "rehearse/runtime/text"

func addObjects(env Env, a, b Value) (Value, error) {
	l := a.Base()
	switch l.Kind() {
	case Null, Nothing:
		if b.IsNothing() {
			return NullValue, nil
		}
		return b, nil
	case String:
		s, err := TextIn(env, b)
		return OfString(text.Concat(l.Str(), s)), err
	case Char:
		s, err := TextIn(env, b)
		return OfString(text.Concat(ToString(l), s)), err
	case Reference:
		switch o := l.ref.(type) {
		case *Dictionary:
			return merged(o, b)
		case List:
			return appended(o, b), nil
		case Enumerable:
			return appended(o, b), nil
		}
	}
	return compute(env, plus, a, b)
}

func multiplyObjects(env Env, a, b Value) (Value, error) {
	l := a.Base()
	switch l.Kind() {
	case Null, Nothing:
		return NullValue, nil
	case String:
		return repeatText(l.Str(), b)
	case Bool, Char:
		switch r := b.Base(); {
		case r.IsString():
			return NullValue, noMethod(l, r, methodOf[times])
		case becomesNumber(r) && r.Kind() != DecimalKind:
			return undefinedOperation(l, r, "*")
		}
	case Reference:
		if o, ok := l.ref.(List); ok {
			return repeatList(o, b)
		}
	}
	return compute(env, times, a, b)
}

// undefinedOperation is the error of an operator that the language has not for two scalars; a string on the right is scanned before.
func undefinedOperation(l, r Value, operator string) (Value, error) {
	r, err := scanned(r, l)
	if err != nil {
		return NullValue, err
	}
	right := TypeObject
	if t := TypeOf(r); t != nil {
		right = t
	}
	return NullValue, Throw(RuntimeException, "NotADefinedOperationForType",
		"The operation '["+TypeOf(l).String()+"] "+operator+" ["+right.String()+"]' is not defined.").With(InvalidOperation, NullValue)
}

// compute does arithmetic on two operands that are, or become, numbers; other types must define the operator.
func compute(env Env, op arithmetic, a, b Value) (Value, error) {
	l, r := a.Base(), b.Base()
	x, err := scanned(l, r)
	if err != nil {
		return NullValue, err
	}
	if !becomesNumber(x) || !becomesNumber(r) {
		return callOperator(env, methodOf[op], x, r)
	}
	if r, err = scanned(r, l); err != nil {
		return NullValue, err
	}
	l = x
	if l.Kind() == Enum {
		return enumArithmetic(op, l, r)
	}
	return calculate(op, plainNumber(l), plainNumber(r))
}

// becomesNumber tells whether arithmetic takes the value for a number or converts it to one.
func becomesNumber(v Value) bool {
	switch k := v.Kind(); k {
	case Null, Nothing, Bool, Char, String, Enum:
		return true
	default:
		return isNumberKind(k)
	}
}

// scanned is a string operand as a number: by the number scan if it is a literal, else converted to the type of the other operand if that
// is a number or an enumeration, else to int. Other operands stay as they are.
func scanned(v, other Value) (Value, error) {
	if !v.IsString() {
		return v, nil
	}
	s := text.Trim(v.Str())
	if s == "" {
		return OfInt32(0), nil
	}
	if n, ok := NumberLiteral(s); ok {
		return n, nil
	}
	t := TypeInt32
	if k := other.Kind(); isNumberKind(k) || k == Enum {
		t = TypeOf(other)
	}
	return Convert(v, t)
}

// plainNumber is an operand as a number: null is 0, booleans, characters and enumerations are integers.
func plainNumber(v Value) Value {
	switch v.Kind() {
	case Null, Nothing:
		return OfInt32(0)
	case Bool, Char:
		return OfInt32(int32(v.num))
	case Enum:
		return OfInteger(KindOfType(v.Enum().underlying()), v.Int())
	}
	return v
}

// enumArithmetic keeps the enumeration of the left operand, whatever the number. Only integers go with it.
func enumArithmetic(op arithmetic, l, r Value) (Value, error) {
	e := l.Enum()
	n := plainNumber(r)
	if err := enumGoesWith(e, n.Kind()); err != nil {
		return NullValue, err
	}
	if n.Kind() >= Single {
		return NullValue, Throw(InvalidCastException, "", "Unable to cast object of type '"+e.Type.FullName+"' to type 'System.Double'.").withTypeID()
	}
	n, err := calculate(op, plainNumber(l), n)
	if err != nil {
		return NullValue, err
	}
	if m, ok := Narrow(n, KindOfType(e.underlying())); ok {
		return OfEnum(e, m.Int()), nil
	}
	return n, nil
}
