package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// The error ids of the binder, without the command that the engine appends (oracle/functions/README.md section 8).
const (
	IDNamedParameterNotFound      = "NamedParameterNotFound"
	IDAmbiguousParameter          = "AmbiguousParameter"
	IDParameterAlreadyBound       = "ParameterAlreadyBound"
	IDMissingArgument             = "MissingArgument"
	IDPositionalParameterNotFound = "PositionalParameterNotFound"
	IDAmbiguousPositional         = "AmbiguousPositionalParameterNoName"
	IDAmbiguousParameterSet       = "AmbiguousParameterSet"
	IDMissingMandatory            = "MissingMandatoryParameter"
	IDInputObjectNotBound         = "InputObjectNotBound"
	IDInputObjectMissingMandatory = "InputObjectMissingMandatory"
	IDTransformation              = "ParameterArgumentTransformationError"
	IDCannotConvertNoMessage      = "CannotConvertArgumentNoMessage"
	IDCannotConvert               = "CannotConvertArgument"
	IDBindingFailed               = "ParameterBindingFailed"
	IDValidation                  = "ParameterArgumentValidationError"
	IDNullNotAllowed              = "ParameterArgumentValidationErrorNullNotAllowed"
	IDEmptyStringNotAllowed       = "ParameterArgumentValidationErrorEmptyStringNotAllowed"
	IDEmptyArrayNotAllowed        = "ParameterArgumentValidationErrorEmptyArrayNotAllowed"
	IDEmptyCollectionNotAllowed   = "ParameterArgumentValidationErrorEmptyCollectionNotAllowed"
	IDScriptBlockNoInput          = "ScriptBlockArgumentNoInput"
	IDScriptBlockFailed           = "ScriptBlockArgumentInvocationFailed"
	IDScriptBlockNoOutput         = "ScriptBlockArgumentNoOutput"
	IDDynamicParameters           = "GetDynamicParametersException"
	IDNameExists                  = "ParameterNameAlreadyExistsForCommand"
	IDNameConflictsWithAlias      = "ParameterNameConflictsWithAlias"
	IDAliasDeclaredTwice          = "AliasDeclaredMultipleTimes"
	IDAliasExists                 = "AliasParameterNameAlreadyExistsForCommand"
)

// bindingError is a ParameterBindingException (or a type derived from it) with the properties that scripts read: ErrorId and
// ParameterName.
func bindingError(t *value.Type, id, message string, c value.ErrorCategory, parameter string, at value.Extent) *Error {
	e := value.Throw(t, id, message).With(c, value.NullValue)
	e.Details = []value.Detail{{Name: "ErrorId", Value: value.OfString(id)}, {Name: "ParameterName", Value: value.OfString(parameter)}}
	return &Error{Exception: e, Extent: at}
}

// typed adds the ParameterType and TypeSpecified properties.
func (e *Error) typed(parameter, argument *value.Type) *Error {
	if parameter != nil {
		e.Details = append(e.Details, value.Detail{Name: "ParameterType", Value: value.Of(parameter)})
	}
	if argument != nil {
		e.Details = append(e.Details, value.Detail{Name: "TypeSpecified", Value: value.Of(argument)})
	}
	return e
}

// about sets the target object and returns e.
func (e *Error) about(target value.Value) *Error {
	e.Target = target
	return e
}

// asException is err as an exception, made of its text if it is another Go error.
func asException(err error) *value.Exception {
	switch e := err.(type) {
	case *Error:
		return e.Exception
	case *value.Exception:
		return e
	case *value.ErrorRecord:
		return e.Exception
	}
	return value.Throw(value.RuntimeException, "RuntimeException", err.Error())
}

func unknownName(a *Argument) *Error {
	at := a.NameExtent
	if a.HasValue && a.Extent.Source == at.Source && a.Extent.End > at.End {
		at.End = a.Extent.End
	}
	return bindingError(value.ParameterBindingException, IDNamedParameterNotFound,
		"A parameter cannot be found that matches parameter name '"+a.Name+"'.", value.InvalidArgument, a.Name, at)
}

func ambiguousName(name string, matches []string, at value.Extent) *Error {
	return bindingError(value.ParameterBindingException, IDAmbiguousParameter,
		"Parameter cannot be processed because the parameter name '"+name+"' is ambiguous. Possible matches include: -"+
			strings.Join(matches, " -")+".", value.InvalidArgument, name, at)
}

func alreadyBound(name string, at value.Extent) *Error {
	return bindingError(value.ParameterBindingException, IDParameterAlreadyBound, "Cannot bind parameter because parameter '"+name+
		"' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. "+
		"For example, \"-parameter value1,value2,value3\".", value.InvalidArgument, name, at)
}

func missingArgument(p *Parameter, at value.Extent) *Error {
	t := p.Type
	if t == nil {
		t = value.TypeObject
	}
	return bindingError(value.ParameterBindingException, IDMissingArgument, "Missing an argument for parameter '"+p.Name+
		"'. Specify a parameter of type '"+t.String()+"' and try again.", value.InvalidArgument, p.Name, at).typed(t, nil)
}

func surplusArgument(a *Argument) *Error {
	text := a.Text
	switch {
	case text != "":
	case a.Value.IsNull():
		text = "$null"
	case a.Value.Base().Kind() == value.DateTime:
		text = localDate(a.Value.Base())
	default:
		text = value.ToString(typeForList(a.Value))
	}
	return bindingError(value.ParameterBindingException, IDPositionalParameterNotFound,
		"A positional parameter cannot be found that accepts argument '"+text+"'.", value.InvalidArgument, text, value.Extent{})
}

// typeForList is what stands for a value in an error: a list shows its type.
func typeForList(v value.Value) value.Value {
	if l, ok := v.Base().Object().(value.List); ok {
		return value.OfString(l.TypeOf().String())
	}
	return v
}

func ambiguousSet() *Error {
	return bindingError(value.ParameterBindingException, IDAmbiguousParameterSet,
		"Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together "+
			"or an insufficient number of parameters were provided.", value.InvalidArgument, "", value.Extent{})
}

func missingMandatory(names []string, note string) *Error {
	list := strings.Join(names, " ")
	return bindingError(value.ParameterBindingException, IDMissingMandatory,
		"Cannot process command because of one or more missing mandatory parameters: "+list+"."+note, value.InvalidArgument, " "+list, value.Extent{})
}

func inputNotBound(input value.Value) *Error {
	return bindingError(value.ParameterBindingException, IDInputObjectNotBound,
		"The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or "+
			"the input and its properties do not match any of the parameters that take pipeline input.",
		value.InvalidArgument, "", value.Extent{}).about(input)
}

func inputMissingMandatory(names []string, input value.Value) *Error {
	list := " " + strings.Join(names, " ")
	return bindingError(value.ParameterBindingException, IDInputObjectMissingMandatory,
		"The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: "+list,
		value.InvalidArgument, list, value.Extent{}).about(input)
}

// metadataError is an error of the declaration itself: no command stands in its id.
func metadataError(id, message string) *value.Exception {
	return value.Throw(metadataException, id, message).With(value.MetadataError, value.NullValue)
}

// metadataException is System.Management.Automation.MetadataException, the base of the validation and transformation exceptions.
var metadataException = value.ValidationMetadataException.Base
