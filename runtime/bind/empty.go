package bind

import "rehearse/runtime/value"

// checkEmpty refuses a null or empty argument of a mandatory parameter unless an Allow attribute covers it (README section 6). given is the
// argument before conversion: a null element counts even if the conversion made a text of it.
func checkEmpty(p *Parameter, given, v value.Value, at value.Extent) error {
	if v.IsNull() {
		if !p.AllowNull {
			return emptyError(p, IDNullNotAllowed, "null", at)
		}
		return nil
	}
	if p.Type == nil {
		return nil
	}
	if p.Type == value.TypeString {
		if v.Str() == "" && v.IsString() && !p.AllowEmptyString {
			return emptyError(p, IDEmptyStringNotAllowed, "an empty string", at)
		}
		return nil
	}
	if !isCollection(p.Type) {
		return nil
	}
	list, ok := v.Base().Object().(value.List)
	if !ok {
		return nil
	}
	if list.Len() == 0 {
		switch {
		case p.AllowEmptyCollection:
			return nil
		case p.Type.Elem != nil || p.Type == value.TypeArray:
			return emptyError(p, IDEmptyArrayNotAllowed, "an empty array", at)
		}
		return emptyError(p, IDEmptyCollectionNotAllowed, "an empty collection", at)
	}
	return checkElements(p, given, list, at)
}

func checkElements(p *Parameter, given value.Value, list value.List, at value.Extent) error {
	before, _ := given.Base().Object().(value.List)
	if before != nil && before.Len() != list.Len() {
		before = nil
	}
	texts := elementType(p.Type) == value.TypeString
	for i := range list.Len() {
		x := list.At(i)
		if x.IsNull() || before != nil && before.At(i).IsNull() {
			if !p.AllowNull {
				return emptyError(p, IDNullNotAllowed, "null", at)
			}
		} else if texts && x.IsString() && x.Str() == "" && !p.AllowEmptyString {
			return emptyError(p, IDEmptyStringNotAllowed, "an empty string", at)
		}
	}
	return nil
}

// isCollection tells whether the elements of an argument of type t are looked at: arrays and lists, not dictionaries.
func isCollection(t *value.Type) bool {
	return t.Elem != nil || t.Is(value.IfaceList)
}

func emptyError(p *Parameter, id, what string, at value.Extent) *Error {
	return bindingError(value.ParameterBindingValidation, id, "Cannot bind argument to parameter '"+p.Name+"' because it is "+what+".",
		value.InvalidData, p.Name, at).typed(p.Type, nil)
}
