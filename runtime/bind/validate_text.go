package bind

import "rehearse/runtime/value"

// The texts of the null and empty validators (README section 10).
const (
	textNullOrEmpty = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
	textElement     = "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that " +
		"does not contain any null values and then try the command again."
)

// validation is what a validator throws: a ValidationMetadataException with the validator's text alone. A parameter's error wraps it, a
// class property shows it as it is.
func validation(id, message string) *value.Exception {
	return value.Throw(value.ValidationMetadataException, id, message).With(value.MetadataError, value.NullValue)
}
