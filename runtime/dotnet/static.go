package dotnet

import "rehearse/runtime/value"

// GetStatic is [t]::name: a static property, a constant of an enumeration, or a method without its parentheses. ok is false if
// there is none of that name. The error is what the getter raised.
func GetStatic(env value.Env, t *value.Type, name string) (v value.Value, ok bool, err error) {
	if e := t.Enum; e != nil {
		for i, n := range e.Names {
			if value.EqualFold(n, name) {
				return value.OfEnum(e, e.Numbers[i]), true, nil
			}
		}
	}
	if p := t.FindProperty(name, true); p != nil {
		x, err := p.Get(env, value.Of(t))
		return x, true, err
	}
	if m := t.FindMethod(name, true); m != nil {
		return value.Of(&PSMethod{Method: m, Owner: t}), true, nil
	}
	return value.NullValue, false, nil
}

// SetStatic stores [t]::name = v.
func SetStatic(env value.Env, t *value.Type, name string, v value.Value) error {
	p := t.FindProperty(name, true)
	switch {
	case p == nil && (t.FindMethod(name, true) != nil || t.Enum != nil && enumHas(t.Enum, name)):
		return value.Throw(value.RuntimeException, "PropertyAssignmentException", "'"+name+"' is a ReadOnly property.").With(value.InvalidOperation, value.NullValue)
	case p == nil:
		return value.Throw(value.RuntimeException, "PropertyAssignmentException",
			"The property '"+name+"' cannot be found on this object. Verify that the property exists and can be set.").With(value.InvalidOperation, value.NullValue)
	case p.Set == nil:
		return value.Throw(value.RuntimeException, "PropertyAssignmentException", "'"+p.Name+"' is a ReadOnly property.").With(value.InvalidOperation, value.NullValue)
	}
	err := p.Set(env, value.Of(t), v)
	if ex := exceptionOf(err); ex != nil {
		return value.Throw(value.SetValueInvocationException, "ExceptionWhenSetting", "Exception setting \""+p.Name+"\": \""+ex.Message+"\"").Because(ex)
	}
	return err
}

func enumHas(e *value.EnumInfo, name string) bool {
	for _, n := range e.Names {
		if value.EqualFold(n, name) {
			return true
		}
	}
	return false
}
