package value

// operatorOverloads are the overloads of an operator method: those of the types that this package knows, else the type's own.
func operatorOverloads(t *Type, name string) []Overload {
	var rows []operatorRow
	switch t {
	case nil:
		return nil
	case TypeDateTime:
		rows = dateOperators
	case TypeTimeSpan:
		rows = spanOperators
	case TypeDecimal:
		rows = decimalOperators
	}
	for i := range rows {
		if rows[i].name == name {
			return rows[i].overloads
		}
	}
	if m := t.FindMethod(name, true); m != nil {
		return m.Overloads
	}
	return nil
}

// operatorRow is an operator method with its overloads.
type operatorRow struct {
	name      string
	overloads []Overload
}

// callOperator calls the operator method of the left operand's type, or of the right one's beside a number, choosing among overloads and
// converting as a method call does.
func callOperator(env Env, name string, a, b Value) (Value, error) {
	overloads := operatorOverloads(TypeOf(a), name)
	if overloads == nil && becomesNumber(a) && a.Kind() != Enum {
		overloads = operatorOverloads(TypeOf(b), name)
	}
	if overloads == nil {
		return NullValue, noMethod(a, b, name)
	}
	o, err := chooseOperator(name, overloads, a, b)
	if err != nil {
		return NullValue, err
	}
	args := []Value{a, b}
	for i, v := range args {
		if t := TypeOf(v); t != nil && t.Name == "PSReference`1" {
			return NullValue, Throw(MethodException, "RefArgumentToNonRefParameterMsg", "Argument: '"+string(rune('1'+i))+
				"' should not be a System.Management.Automation.PSReference. Do not use [ref].")
		}
		x, err := ConvertIn(env, v, o.Params[i].Type)
		if err != nil {
			return NullValue, badArgument(name, i, v, o.Params[i].Type, err)
		}
		args[i] = x
	}
	v, err := o.Call(env, NullValue, args)
	if e, ok := err.(*Exception); ok {
		return NullValue, Throw(MethodInvocationException, "DotNetMethodException",
			"Exception calling \""+name+"\" with \"2\" argument(s): \""+e.Message+"\"").Because(e)
	}
	return v, err
}

// chooseOperator is the overload with the cheapest conversions; two as cheap as each other are an error, and so is none.
func chooseOperator(name string, overloads []Overload, a, b Value) (*Overload, error) {
	if len(overloads) == 1 {
		return &overloads[0], nil
	}
	var best *Overload
	cheapest, tie := Impossible, false
	for i := range overloads {
		o := &overloads[i]
		if len(o.Params) != 2 {
			continue
		}
		x, y := ConversionCost(a, o.Params[0].Type), ConversionCost(b, o.Params[1].Type)
		if x == Impossible || y == Impossible {
			continue
		}
		switch cost := x + y; {
		case best == nil || cost < cheapest:
			best, cheapest, tie = o, cost, false
		case cost == cheapest:
			tie = true
		}
	}
	switch {
	case best == nil:
		return nil, Throw(MethodException, "MethodCountCouldNotFindBest", "Cannot find an overload for \""+name+"\" and the argument count: \"2\".")
	case tie:
		return nil, Throw(MethodException, "MethodCountCouldNotFindBest", "Multiple ambiguous overloads found for \""+name+"\" and the argument count: \"2\".")
	}
	return best, nil
}

func badArgument(name string, at int, v Value, t *Type, reason error) error {
	number := string(rune('0' + at))
	return Throw(MethodException, "MethodArgumentConversionInvalidCastArgument", "Cannot convert argument \""+number+"\", with value: \""+messageText(v)+
		"\", for \""+name+"\" to type \""+t.String()+"\": \""+reason.Error()+"\"").Because(CastReason(reason))
}

// CastReason is the PSInvalidCastException inside the error of a failed cast.
func CastReason(err error) *Exception {
	e, _ := err.(*Exception)
	if e != nil && e.Type == RuntimeException && e.Inner != nil {
		return e.Inner
	}
	return e
}

// noMethod is the error of an operator that neither operand's type defines; it names the type of the left one unless that is a number.
func noMethod(a, b Value, name string) error {
	t := TypeOf(a)
	if t == nil || becomesNumber(a) && a.Kind() != Enum {
		t = TypeOf(b)
	}
	if t == nil {
		t = TypeOf(a)
	}
	return Throw(RuntimeException, "MethodNotFound", "Method invocation failed because ["+operandName(t)+
		"] does not contain a method named '"+name+"'.").With(InvalidOperation, OfString(name))
}

// operandName is the type's name in messages about operators, where a custom object is named by its wrapper and a generic type in full.
func operandName(t *Type) string {
	if t == TypePSCustomObject {
		return TypePSObject.FullName
	}
	return t.FullName
}
