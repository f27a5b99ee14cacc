package runtime

import "rehearse/runtime/value"

// isCount tells whether a name is one of those by which every value tells how many it is.
func isCount(name string) bool {
	return value.EqualFold(name, "Count") || value.EqualFold(name, "Length")
}

// enumerateMember collects a property of the elements of a list. A custom object without it contributes $null, any other element nothing;
// in strict mode an element without it is an error (oracle/objects, section 13).
func (f *Frame) enumerateMember(v value.Value, name string) (value.Value, error) {
	e := memberEnumeration{f: f, name: name, strict: f.strictMode() >= strict2}
	if err := e.list(v, 0); err != nil {
		return value.NullValue, err
	}
	if e.strict && !e.found {
		return value.NullValue, propertyNotFound(name)
	}
	if x := e.got.result(); !x.IsNothing() {
		return x, nil
	}
	return value.NullValue, nil
}

type memberEnumeration struct {
	f             *Frame
	name          string
	strict, found bool
	got           collector
}

// maxNestedLists bounds lists in lists, which may contain themselves.
const maxNestedLists = 100

func (e *memberEnumeration) list(v value.Value, depth int) error {
	if depth > maxNestedLists {
		return nil
	}
	one := func(x value.Value) error { return e.element(x, depth) }
	switch o := v.Base().Object().(type) {
	case *value.Array:
		for _, x := range o.Items {
			if err := one(x); err != nil {
				return err
			}
		}
	case *value.ArrayList:
		for _, x := range o.Items {
			if err := one(x); err != nil {
				return err
			}
		}
	case value.Enumerable:
		return o.Each(one)
	}
	return nil
}

func (e *memberEnumeration) element(x value.Value, depth int) error {
	if x.IsNull() {
		return nil
	}
	y, ok, err := value.GetProperty(e.f, x, e.name)
	if err != nil {
		return e.f.getterFailed(err)
	}
	switch {
	case ok:
		e.found = true
		return enumerate(y, &e.got)
	case isList(x):
		return e.list(x, depth+1)
	case e.strict:
		return propertyNotFound(e.name)
	case isCount(e.name):
		return e.got.Write(value.OfInt(1))
	}
	if y, ok := e.f.intrinsic(x, e.name); ok {
		return enumerate(y, &e.got)
	}
	if o, ok := value.As[*value.PSObject](x); ok && o.IsCustom() {
		return e.got.Write(value.NullValue)
	}
	return nil
}
