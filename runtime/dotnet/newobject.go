package dotnet

import "rehearse/runtime/value"

// NewObject is New-Object T args. It finds constructors as [T]::new does, but tells differently what is wrong: a type without a
// constructor for no arguments is named, as it was written, an overload by the type's name, and a parameter by its position.
func NewObject(env value.Env, t *value.Type, name string, args []value.Value) (value.Value, error) {
	if t.Generic == nil && t.Flags&value.OpenGeneric != 0 {
		return value.NullValue, noConstructor(name)
	}
	ctors := constructors(t)
	if t.Flags&(value.Abstract|value.Interface|value.Static) != 0 {
		ctors = nil
	}
	switch {
	case len(args) == 0 && t.Flags&value.ValueType != 0:
		if v, ok := Default(t); ok {
			return v, nil
		}
	case len(ctors) == 0, len(args) == 0 && !hasEmptyCtor(ctors):
		return value.NullValue, noConstructor(name)
	}
	c, err := pick(ctors, t.Name, args, nil)
	if err != nil {
		return value.NullValue, constructorThrew(err)
	}
	named := *c.overload
	named.Params = append([]value.Param(nil), named.Params...)
	for i := range named.Params {
		named.Params[i].Name = itoa(i)
	}
	converted, err := convertArguments(env, choice{overload: &named, expanded: c.expanded}, t.Name, args)
	if err != nil {
		return value.NullValue, constructorThrew(err)
	}
	x, err := finish(&named, t, "new", converted, named.Call, env, value.Of(t), len(args))
	return x, constructorThrew(err)
}

func hasEmptyCtor(ctors []value.Overload) bool {
	for i := range ctors {
		if plain, expanded := takes(&ctors[i], 0); plain || expanded {
			return true
		}
	}
	return false
}

func noConstructor(name string) error {
	return value.Throw(value.PSArgumentException, "CannotFindAppropriateCtor",
		"A constructor was not found. Cannot find an appropriate constructor for type "+name+".").With(value.ObjectNotFound, value.NullValue)
}

// constructorThrew gives an error of a constructor the id that New-Object reports.
func constructorThrew(err error) error {
	if ex, ok := err.(*value.Exception); ok {
		ex.ID = "ConstructorInvokedThrowException"
		if ex.Category == value.NotSpecified {
			ex.Category = value.InvalidOperation
		}
		return ex
	}
	return err
}
