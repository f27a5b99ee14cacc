package bind

import "rehearse/runtime/value"

// bind gives parameter p an argument: transformed, converted, validated, checked for null and empty, stored; the parameter narrows the
// sets (README section 3, step 3, and section 9). text is the source text of a number token.
func (b *Binding) bind(p int, v value.Value, text string, at value.Extent) error {
	f := &b.sig.facts[p]
	if v.IsNothing() {
		v = value.NullValue
	}
	switch {
	case f.simple && f.common == notCommon:
		b.put(p, v)
	case f.exact && f.common == notCommon && value.TypeOf(v) == b.sig.Params[p].Type:
		b.put(p, v)
	case f.delayable && value.TypeOf(v) == value.TypeScriptBlock:
		b.delayed = append(b.delayed, delayed{param: int16(p), block: v, at: at})
	default:
		x, err := b.convert(p, v, text, at)
		if err == nil {
			err = b.check(p, v, x, at)
		}
		if err == nil {
			err = b.store(p, x, at)
		}
		if err != nil {
			return err
		}
	}
	b.valid &= f.sets
	return nil
}

// convert is the argument after the transformation attributes, from right to left, and the conversion to the parameter's type.
func (b *Binding) convert(p int, v value.Value, text string, at value.Extent) (value.Value, error) {
	param := &b.sig.Params[p]
	for i := len(param.Transform) - 1; i >= 0; i-- {
		x, err := param.Transform[i].Transform(b.env, v)
		if err != nil {
			return v, b.transformation(param, v, asException(err), at)
		}
		v, text = x, ""
	}
	if param.Type == nil || param.Type == value.TypeObject || param.Type == value.TypePSObject {
		if text != "" && b.sig.facts[p].compiled {
			return value.WithText(v, text), nil
		}
		if param.Type != value.TypePSObject {
			return v, nil
		}
	}
	x, err := convertArgument(param.Type, v, text, b.sig.Advanced, b.sig.facts[p].compiled)
	if err == nil {
		return x, nil
	}
	if failed, ok := err.(*Error); ok {
		return v, failed
	}
	if b.sig.facts[p].compiled {
		return v, cannotConvert(param, v, asException(err), at)
	}
	return v, b.transformation(param, v, asException(err), at)
}

// check runs the validators, the last one first, and then refuses null and empty arguments of a mandatory parameter. given is the
// argument before conversion.
func (b *Binding) check(p int, given, v value.Value, at value.Extent) error {
	param := &b.sig.Params[p]
	for i := len(param.Validate) - 1; i >= 0; i-- {
		if err := param.Validate[i].Check(b.env, v); err != nil {
			return validationError(param, v, err, at)
		}
	}
	if b.sig.facts[p].mandatory != 0 {
		return checkEmpty(param, given, v, at)
	}
	return nil
}

// store keeps a checked argument.
func (b *Binding) store(p int, v value.Value, at value.Extent) error {
	param := &b.sig.Params[p]
	if c := b.sig.facts[p].common; c != notCommon {
		if text := b.Common.store(c, v); text != "" {
			return cannotSet(param, text, at)
		}
	}
	b.put(p, v)
	if param.Obsolete != "" && b.warn != nil {
		b.warn("Parameter '" + param.Name + "' is obsolete. " + param.Obsolete)
	}
	return nil
}

// transformation is ParameterArgumentTransformationError.
func (b *Binding) transformation(p *Parameter, given value.Value, why *value.Exception, at value.Extent) *Error {
	inner := why
	if inner.Type != value.ArgumentTransformation {
		inner = value.Throw(value.ArgumentTransformation, "RuntimeException", why.Message).With(value.MetadataError, value.NullValue).Because(why)
	}
	e := bindingError(value.ParameterBindingTransform, IDTransformation,
		"Cannot process argument transformation on parameter '"+p.Name+"'. "+why.Message, value.InvalidData, p.Name, at)
	e.Inner = inner
	return e.typed(p.Type, value.TypeOf(given))
}

// cannotConvert is the conversion error of a cmdlet's, common or dynamic parameter.
func cannotConvert(p *Parameter, given value.Value, why *value.Exception, at value.Extent) *Error {
	id, message, category := IDCannotConvertNoMessage, "Cannot bind parameter '"+p.Name+"'. "+why.Message, value.InvalidArgument
	switch why.ID {
	case refusedByType:
		id, message = IDCannotConvert, "Cannot convert '"+typeText(given)+"' to the type '"+p.Type.String()+"' required by parameter '"+p.Name+"'. "+why.Message
	case refusedNull:
		return cannotSet(p, why.Message, at)
	}
	e := bindingError(value.ParameterBindingException, id, message, category, p.Name, at)
	e.Inner = why
	return e.typed(p.Type, value.TypeOf(given))
}

// cannotSet is ParameterBindingFailed: the converted value was refused by the parameter's property.
func cannotSet(p *Parameter, text string, at value.Extent) *Error {
	return bindingError(value.ParameterBindingException, IDBindingFailed, "Cannot bind parameter '"+p.Name+
		"' to the target. Exception setting \""+p.Name+"\": \""+text+"\"", value.WriteError, p.Name, at).typed(p.Type, nil)
}

// validationError wraps what a validator says in the parameter's error.
func validationError(p *Parameter, v value.Value, err error, at value.Extent) *Error {
	why := asException(err)
	e := bindingError(value.ParameterBindingValidation, IDValidation, "Cannot validate argument on parameter '"+p.Name+"'. "+why.Message,
		value.InvalidData, p.Name, at)
	e.Inner = why
	return e.typed(p.Type, value.TypeOf(v))
}
