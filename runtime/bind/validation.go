package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// The texts of the null and empty validators (README section 10).
const (
	textNull        = "The argument is null. Provide a valid value for the argument, and then try running the command again."
	textNullElement = "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that " +
		"does not contain any null values, and then try the command again."
	textNullOrEmpty = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
	textElement     = "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that " +
		"does not contain any null values and then try the command again."
	textBlank = "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space " +
		"characters, and then try the command again."
	textBlankElement = "An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection " +
		"that does not contain any those values and then try the command again."
)

// Validate runs validators, the last one first, and is the first one's text that refuses v, as class properties show it: a
// ValidationMetadataException. A parameter's error wraps that text, a variable's does without it (README sections 9 and 10).
func Validate(env value.Env, validators []Validator, v value.Value) error {
	for i := len(validators) - 1; i >= 0; i-- {
		if err := validators[i].Check(env, v); err != nil {
			return err
		}
	}
	return nil
}

// ValidateVariable is the error of assigning v to the variable of that name, whatever its validator says; declared is set when the attribute is being added, with
// the first value (archive validation, variable-validateset).
func ValidateVariable(env value.Env, validators []Validator, name string, v value.Value, declared bool) error {
	if Validate(env, validators, v) == nil {
		return nil
	}
	text := value.ToString(typeForList(v))
	message := "The variable cannot be validated because the value " + text + " is not a valid value for the " + name + " variable."
	if declared {
		message = "The attribute cannot be added because variable " + name + " with value " + text + " would no longer be valid."
	}
	return validation("ValidateSetFailure", message)
}

// validation is what a validator throws: a ValidationMetadataException with the validator's text alone.
func validation(id, message string) *value.Exception {
	return value.Throw(value.ValidationMetadataException, id, message).With(value.MetadataError, value.NullValue)
}

// badAttribute is the error of an attribute whose own arguments contradict each other: it comes at the call, at the attribute's place.
func badAttribute(id, message string) *value.Exception { return validation(id, message) }

// eachElement runs check on every element of a list, or on v itself. Null is refused, an empty list passes.
func eachElement(v value.Value, check func(value.Value) error) error {
	if v.IsNull() {
		return validation("ArgumentIsEmpty", textElement)
	}
	switch o := v.Base().Object().(type) {
	case value.List:
		for i := range o.Len() {
			if err := check(o.At(i)); err != nil {
				return err
			}
		}
		return nil
	case *value.Dictionary:
	case value.Enumerable:
		return o.Each(check)
	}
	return check(v)
}

// fill puts texts in the places {0}, {1} of an attribute's ErrorMessage; doubled braces stand for one.
func fill(message string, texts ...string) string {
	pairs := []string{"{{", "{", "}}", "}"}
	for i, t := range texts {
		pairs = append(pairs, "{"+string(rune('0'+i))+"}", t)
	}
	return strings.NewReplacer(pairs...).Replace(message)
}
