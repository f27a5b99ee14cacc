package value

import (
	"errors"

	"rehearse/runtime/text"
)

// The ids of failed conversions that several rules share.
const (
	noConversionID  = "ConvertToFinalInvalidCastException"
	convertibleID   = "InvalidCastIConvertible"
	parseID         = "InvalidCastParseTargetInvocation"
	parseProviderID = "InvalidCastParseTargetInvocationWithFormatProvider"
	constructorID   = "InvalidCastConstructorException"
)

// errNoConversion stands for every failure when the caller only asks whether a conversion is possible.
var errNoConversion = errors.New("value: no conversion")

// castError is the exception of a failed cast: a RuntimeException around the PSInvalidCastException that tells the reason.
func castError(id, message string, reason *Exception) error {
	cast := Throw(PSInvalidCastException, id, message).With(InvalidArgument, NullValue).Because(reason)
	return Throw(RuntimeException, id, message).With(InvalidArgument, NullValue).Because(cast)
}

// failure is the error of a conversion that exists and failed: Cannot convert value "V" to type "T". Error: "REASON".
func (c conversion) failure(v Value, t *Type, id string, reason *Type, message string) error {
	if c.quiet {
		return errNoConversion
	}
	return c.failureBy(v, t, id, Throw(reason, "", message))
}

func (c conversion) failureBy(v Value, t *Type, id string, reason *Exception) error {
	if c.quiet {
		return errNoConversion
	}
	return castError(id, "Cannot convert value \""+messageText(v)+"\" to type \""+t.String()+"\". Error: \""+reason.Message+"\"", reason)
}

// noConversion is the error of a pair of types that has no conversion.
func (c conversion) noConversion(v Value, t *Type) error {
	if c.quiet {
		return errNoConversion
	}
	id := noConversionID
	if v.IsString() && t.Is(typeSystemType) {
		id = "InvalidCastFromStringToType"
	}
	if t.FullName == "System.Security.SecureString" { // what may be a secret is not shown
		return castError(id, "Cannot convert the value of type \""+TypeOf(v).FullName+"\" to type \""+t.String()+"\".", nil)
	}
	return castError(id, "Cannot convert the \""+messageText(v)+"\" value of type \""+TypeOf(v).FullName+"\" to type \""+t.String()+"\".", nil)
}

// typeSystemType is System.Type, the base of the type of types.
var typeSystemType = TypeRuntimeType.Base

// memberFailure reports what a converting member threw; an exception that has an id of its own, or another error, is passed on.
func (c conversion) memberFailure(v Value, t *Type, id string, err error) error {
	switch e := err.(type) {
	case nil:
		return nil
	case *Exception:
		if e.ID == "" {
			return c.failureBy(v, t, id, e)
		}
	case *ErrorRecord:
		return c.failureBy(v, t, id, e.Exception)
	case *text.Error:
		return c.failureBy(v, t, id, exceptionOf(e))
	}
	return err
}

// MessageText is a value inside an error message: dates and numbers in the culture, lists as their type.
func MessageText(v Value) string { return messageText(v) }

// messageText is a value inside an error message: dates and numbers in the culture, lists as their type.
func messageText(v Value) string {
	switch v.Base().ref.(type) {
	case List, Enumerable:
		return TypeOf(v).String()
	case *Type:
		return v.Base().ref.(*Type).String()
	}
	return ToStringCulture(v)
}
