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
		return OfString(text.Concat(l.Str(), ToString(b))), nil
	case Char:
		return OfString(text.Concat(ToString(l), ToString(b))), nil
	case Reference:
		switch o := l.ref.(type) {
		case *Dictionary:
			return merged(o, b)
		case List:
			return appended(Elements(l), b), nil
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
		return NullValue, notDefined(times, l, b)
	case Reference:
		if o, ok := l.ref.(List); ok {
			return repeatList(o, b)
		}
	}
	return compute(env, times, a, b)
}

// notDefined is the error of an operator that the language has not for these types.
func notDefined(op arithmetic, a, b Value) error {
	sign := [...]string{"+", "-", "*", "/", "%"}[op]
	right := "System.Object"
	if t := TypeOf(b.Base()); t != nil {
		right = t.String()
	}
	return Throw(RuntimeException, "NotADefinedOperationForType",
		"The operation '["+TypeOf(a).String()+"] "+sign+" ["+right+"]' is not defined.").With(InvalidOperation, NullValue)
}

// compute does arithmetic on two operands that are, or become, numbers; other types must define the operator.
func compute(env Env, op arithmetic, a, b Value) (Value, error) {
	l, r := a.Base(), b.Base()
	if !becomesNumber(l) || !becomesNumber(r) {
		return defined(env, op, l, r)
	}
	x, err := operand(l, r)
	if err != nil {
		return NullValue, err
	}
	y, err := operand(r, l)
	if err != nil {
		return NullValue, err
	}
	n, err := calculate(op, x, y)
	if err == nil && l.Kind() == Enum && op <= minus {
		if m, ok := Narrow(n, kindOfType(l.Enum().underlying())); ok {
			return OfEnum(l.Enum(), m.Int()), nil
		}
	}
	return n, err
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

// operand is v as a number: null is 0, booleans, characters and enumerations are integers. A string is scanned as a literal; one that is none
// is converted to the type of the other operand, or to int.
func operand(v, other Value) (Value, error) {
	switch k := v.Kind(); k {
	case Null, Nothing:
		return OfInt32(0), nil
	case Bool, Char:
		return OfInt32(int32(v.num)), nil
	case Enum:
		return OfInteger(kindOfType(v.Enum().underlying()), v.Int()), nil
	case String:
		s := text.Trim(v.Str())
		if s == "" {
			return OfInt32(0), nil
		}
		if n, ok := NumberLiteral(s); ok {
			return n, nil
		}
		t := TypeInt32
		if isNumberKind(other.Kind()) {
			t = TypeOf(other)
		}
		return Convert(v, t)
	}
	return v, nil
}

// defined calls the operator method that the type of a, else of b, defines.
func defined(env Env, op arithmetic, a, b Value) (Value, error) {
	if v, err, ok := timeArithmetic(op, a, b); ok {
		return v, err
	}
	return callOperator(env, methodOf[op], a, b)
}

// callOperator calls a static operator method with two operands, each converted to its parameter as the arguments of a method are.
func callOperator(env Env, name string, a, b Value) (Value, error) {
	for _, owner := range [...]Value{a, b} {
		t := TypeOf(owner)
		if t == nil {
			continue
		}
		m := t.FindMethod(name, true)
		if m == nil && name == "op_Modulus" {
			m = t.FindMethod("Remainder", true) // which BigInteger has for it
		}
		if m == nil {
			continue
		}
		if o, args := bestOperator(env, m, a, b); o != nil {
			return o.Call(env, NullValue, args)
		}
	}
	return NullValue, noMethod(a, b, name)
}

// bestOperator chooses the overload that takes both operands as they are, else the first that they can be converted for.
func bestOperator(env Env, m *Method, a, b Value) (*Overload, []Value) {
	for i := range m.Overloads {
		o := &m.Overloads[i]
		if len(o.Params) == 2 && accepts(o.Params[0].Type, a) && accepts(o.Params[1].Type, b) {
			return o, []Value{a, b}
		}
	}
	for i := range m.Overloads {
		o := &m.Overloads[i]
		if len(o.Params) != 2 {
			continue
		}
		x, ok1 := TryConvertIn(env, a, o.Params[0].Type)
		y, ok2 := TryConvertIn(env, b, o.Params[1].Type)
		if ok1 && ok2 {
			return o, []Value{x, y}
		}
	}
	return nil, nil
}

func accepts(t *Type, v Value) bool {
	if t == nil {
		return true
	}
	from := TypeOf(v)
	return from != nil && from.Is(t)
}

// noMethod is the error of an operator that neither operand's type defines; it names the type of the left one.
func noMethod(a, b Value, name string) error {
	t := TypeOf(a)
	if t == nil || becomesNumber(a) {
		t = TypeOf(b)
	}
	if t == nil {
		t = TypeOf(a)
	}
	return Throw(RuntimeException, "MethodNotFound", "Method invocation failed because ["+operandName(t)+
		"] does not contain a method named '"+name+"'.").With(InvalidOperation, OfString(name))
}

// operandName is the type's name in messages about operators, where a custom object is named by its wrapper.
func operandName(t *Type) string {
	if t == TypePSCustomObject {
		return TypePSObject.FullName
	}
	return t.String()
}
