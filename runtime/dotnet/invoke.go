package dotnet

import "rehearse/runtime/value"

// Invoke calls an instance method: v.name(args). types are generic arguments that were written out. The errors are PowerShell's:
// no such method (see IsNoMethod), no overload, an argument that does not convert, and MethodInvocationException around whatever the
// method itself raised. What a method of a script class raises passes unchanged. A method without a result gives NothingValue.
func Invoke(env value.Env, v value.Value, name string, args []value.Value, types []*value.Type) (value.Value, error) {
	t := value.TypeOf(v)
	m := t.FindMethod(name, false)
	if m == nil {
		if x, ok, err := invokeItem(env, t, v, name, args); ok {
			return x, err
		}
		if x, ok, err := invokeAccessor(env, t, v, name, args); ok {
			return x, err
		}
		return value.NullValue, NoMethod(v, name)
	}
	return call(env, t, m, v.Base(), name, args, types)
}

// InvokeAs is Invoke of the method as a base class declares it, whatever the object's own class makes of it; known is false if t has
// no such method.
func InvokeAs(env value.Env, t *value.Type, v value.Value, name string, args []value.Value) (x value.Value, known bool, err error) {
	m := t.FindMethod(name, false)
	if m == nil {
		return value.NullValue, false, nil
	}
	x, err = call(env, t, m, v.Base(), name, args, nil)
	return x, true, err
}

// invokeAccessor is $x.get_Name() and $x.set_Name(v), the methods behind a property; ok is false for other names.
func invokeAccessor(env value.Env, t *value.Type, v value.Value, name string, args []value.Value) (x value.Value, ok bool, err error) {
	if len(name) < 5 || !value.EqualFold(name[1:4], "et_") {
		return v, false, nil
	}
	p := t.FindProperty(name[4:], false)
	switch {
	case p == nil:
		return v, false, nil
	case len(args) == 0 && (name[0] == 'g' || name[0] == 'G'):
		x, err = p.Get(env, v.Base())
	case len(args) == 1 && (name[0] == 's' || name[0] == 'S') && p.Set != nil:
		x, err = value.NothingValue, p.Set(env, v.Base(), args[0])
	default:
		return v, false, nil
	}
	if err != nil {
		err = invocationFailed(name, len(args), err)
	}
	return x, true, err
}

// InvokeStatic calls a static method: [t]::name(args).
func InvokeStatic(env value.Env, t *value.Type, name string, args []value.Value, types []*value.Type) (value.Value, error) {
	m := staticMethod(t, name)
	if m == nil {
		return value.NullValue, noMethod(t, name)
	}
	return call(env, t, m, value.Of(t), name, args, types)
}

// staticMethod is a static method of t; what System.Enum declares is found through every enumeration.
func staticMethod(t *value.Type, name string) *value.Method { return t.FindMethod(name, true) }

// New calls a constructor: [t]::new(args) and New-Object.
func New(env value.Env, t *value.Type, args []value.Value) (value.Value, error) {
	if t.Flags&(value.Abstract|value.Interface|value.Static) == 0 {
		if ctors := constructors(t); len(ctors) > 0 {
			return callOverloads(env, t, ctors, value.Of(t), "new", args, nil)
		}
		if t.Flags&value.ValueType != 0 && len(args) == 0 {
			if v, ok := Default(t); ok {
				return v, nil
			}
		}
	}
	return value.NullValue, noOverload("new", len(args))
}

// constructors are those that a type declares; an array has one that takes its lengths.
func constructors(t *value.Type) []value.Overload {
	switch {
	case t.Elem != nil:
		return []value.Overload{arrayCtor(t)}
	case t.Members != nil:
		return t.Members.Load().Ctors
	}
	return nil
}

func call(env value.Env, t *value.Type, m *value.Method, self value.Value, name string, args []value.Value, types []*value.Type) (value.Value, error) {
	if len(m.Overloads) == 1 && len(types) == 0 {
		// The usual case: one overload whose arguments already have its types.
		if o := &m.Overloads[0]; len(o.Params) == len(args) && !o.Variadic && o.CallGeneric == nil && fits(o, args) {
			return finish(o, t, name, args, o.Call, env, self)
		}
	}
	return callOverloads(env, t, overloadsOf(t, m, len(args)), self, name, args, types)
}

// overloadsOf are the overloads of a method; those that only a base class declares join in when the derived class has none for n arguments.
func overloadsOf(t *value.Type, m *value.Method, n int) []value.Overload {
	for i := range m.Overloads {
		if plain, expanded := takes(&m.Overloads[i], n); plain || expanded {
			return m.Overloads
		}
	}
	for x := t; x != nil; x = x.Base {
		if b := x.FindMethod(m.Name, m.Static); b != nil && b != m {
			for i := range b.Overloads {
				if plain, expanded := takes(&b.Overloads[i], n); plain || expanded {
					return b.Overloads
				}
			}
		}
	}
	return m.Overloads
}

func fits(o *value.Overload, args []value.Value) bool {
	for i, a := range args {
		p := &o.Params[i]
		if p.Ref || p.Type != nil && p.Type != value.TypeObject && value.TypeOf(a) != p.Type {
			return false
		}
		if _, isRef := value.As[*Reference](a); isRef {
			return false
		}
		if _, bag := value.As[*value.PSObject](a); bag && p.Type != nil && p.Type != value.TypeObject {
			return false
		}
	}
	return true
}

// callOverloads chooses an overload, converts the arguments and calls it.
func callOverloads(env value.Env, t *value.Type, overloads []value.Overload, self value.Value, name string, args []value.Value, types []*value.Type) (value.Value, error) {
	c, err := pick(overloads, name, args, types)
	if err != nil {
		return value.NullValue, err
	}
	o := c.overload
	converted, err := convertArguments(env, c, name, args)
	if err != nil {
		return value.NullValue, err
	}
	run := o.Call
	if o.CallGeneric != nil {
		run = func(env value.Env, self value.Value, args []value.Value) (value.Value, error) {
			return o.CallGeneric(env, self, args, c.types)
		}
	}
	return finish(o, t, name, converted, run, env, self, len(args))
}

// pick is the overload for the arguments. A method's only overload is taken whatever the arguments are, if it takes so many.
func pick(overloads []value.Overload, name string, args []value.Value, types []*value.Type) (choice, error) {
	var room [8]choice
	list := bindGeneric(candidates(room[:0], overloads, args), args, types)
	switch {
	case len(list) == 0:
		return choice{}, noOverload(name, len(args))
	case len(overloads) == 1, len(types) > 0 && len(list) == 1:
		return list[0], nil
	}
	best, found, ambiguous := choose(list, args)
	switch {
	case !found:
		return choice{}, noOverload(name, len(args))
	case ambiguous:
		return choice{}, methodError("MethodCountCouldNotFindBest", "Multiple ambiguous overloads found for \""+name+"\" and the argument count: \""+itoa(len(args))+"\".")
	}
	return best, nil
}

// finish calls and wraps what is raised. count is the number of arguments as written, when it differs from len(args).
func finish(o *value.Overload, t *value.Type, name string, args []value.Value, fn func(value.Env, value.Value, []value.Value) (value.Value, error), env value.Env, self value.Value, count ...int) (value.Value, error) {
	x, err := fn(env, self, args)
	if err != nil {
		if t.Flags&value.Script != 0 {
			return value.NullValue, err
		}
		n := len(args)
		if len(count) > 0 {
			n = count[0]
		}
		return value.NullValue, invocationFailed(name, n, err)
	}
	return x, nil
}

// convertArguments makes the argument list that the overload expects.
func convertArguments(env value.Env, c choice, name string, args []value.Value) ([]value.Value, error) {
	ps := c.overload.Params
	out := make([]value.Value, 0, len(ps))
	fixed := len(args)
	if c.expanded {
		fixed = len(ps) - 1
	}
	for i := 0; i < fixed; i++ {
		x, err := convertArgument(env, args, i, &ps[i], ps[i].Type, name)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	if !c.expanded {
		return out, nil
	}
	last := &ps[len(ps)-1]
	rest := make([]value.Value, 0, len(args)-fixed)
	for i := fixed; i < len(args); i++ {
		x, err := convertArgument(env, args, i, last, last.Type.Elem, name)
		if err != nil {
			return nil, err
		}
		rest = append(rest, x)
	}
	return append(out, value.Of(&value.Array{Type: last.Type, Items: rest})), nil
}

func convertArgument(env value.Env, args []value.Value, i int, p *value.Param, t *value.Type, name string) (value.Value, error) {
	arg := args[i]
	ref, isRef := value.As[*Reference](arg)
	switch {
	case p.Ref && !isRef:
		return arg, methodError("NonRefArgumentToRefParameterMsg", "Argument: '"+itoa(i+1)+"' should be a System.Management.Automation.PSReference. Use [ref].")
	case p.Ref:
		return arg, ref.check(env, t, name, len(args))
	case isRef && t != nil && t != value.TypeObject && t != typeReference:
		return arg, noOverload(name, len(args))
	}
	x, err := ConvertParameter(env, arg, t)
	if err == nil {
		return x, nil
	}
	ex, ok := err.(*value.Exception)
	if !ok {
		return arg, err
	}
	given, _ := netString(env, arg)
	return arg, methodError("MethodArgumentConversionInvalidCastArgument", "Cannot convert argument \""+p.Name+"\", with value: \""+given+"\", for \""+
		ctorName(name)+"\" to type \""+typeText(t)+"\": \""+ex.Message+"\"").Because(value.CastReason(ex))
}

func typeText(t *value.Type) string {
	if t == nil {
		return "System.Object"
	}
	return t.String()
}

// ctorName is how errors about values call a constructor; those about the number of arguments say "new".
func ctorName(name string) string {
	if name == "new" {
		return ".ctor"
	}
	return name
}
