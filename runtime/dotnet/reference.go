package dotnet

import "rehearse/runtime/value"

// Reference is [ref]$x: a place that a method can read and store to.
type Reference struct {
	// Of is the type of the value that it was made with, nil for $null.
	Of    *value.Type
	Load  func() value.Value
	Store func(v value.Value) error
}

var typeReference = class("System.Management.Automation.PSReference", value.TypeObject, 0)

// TypeReference is [ref].
var TypeReference = typeReference

// TypeOf is PSReference<T>.
func (r *Reference) TypeOf() *value.Type {
	if r.Of == nil {
		return Construct(typeTypedReference, value.TypeObject)
	}
	return Construct(typeTypedReference, r.Of)
}

var typeTypedReference = class("System.Management.Automation.PSReference`1", typeReference, value.OpenGeneric)

// NewReference is a [ref] to a value of its own, as [ref]$null or [ref]5 gives.
func NewReference(v value.Value) *Reference {
	held := v
	return &Reference{
		Of:    value.TypeOf(v),
		Load:  func() value.Value { return held },
		Store: func(v value.Value) error { held = v; return nil },
	}
}

// check: a method with a [ref] or out parameter is not called when the variable holds something that is no value of its type.
func (r *Reference) check(env value.Env, t *value.Type, name string, count int) error {
	v := r.Load()
	if v.IsNull() || t == nil {
		return nil
	}
	_, err := Cast(env, v, t)
	if err == nil {
		return nil
	}
	if ex, ok := err.(*value.Exception); ok {
		inner := value.Throw(value.PSInvalidCastException, ex.ID, ex.Message).Because(ex.Inner)
		return invocationFailed(name, count, inner)
	}
	return err
}

// store puts a result in an out argument.
func store(ref, v value.Value) error {
	if r, ok := value.As[*Reference](ref); ok {
		return r.Store(v)
	}
	return nil
}

var referenceTable = table{
	props: []prop{
		{sig: "System.Object Value", get: func(self value.Value) value.Value {
			r, _ := value.As[*Reference](self)
			return r.Load()
		}, set: func(_ value.Env, self, v value.Value) error { return store(self, v) }},
	},
}
