package dotnet

import (
	"strconv"

	"rehearse/runtime/value"
)

func itoa(n int) string { return strconv.Itoa(n) }

func noMethod(t *value.Type, name string) error {
	full := "System.Object"
	if t != nil {
		full = t.FullName
	}
	return noMethodNamed(t, full, name)
}

func noMethodNamed(t *value.Type, full, name string) error {
	target := value.NullValue
	if t == value.TypePSCustomObject {
		target = value.OfString(name)
	}
	return value.Throw(value.RuntimeException, "MethodNotFound", "Method invocation failed because ["+full+"] does not contain a method named '"+name+"'.").
		With(value.InvalidOperation, target)
}

// NoMethod is the error of a method that the type of v does not have. Only that of a custom object names the method as its target.
func NoMethod(v value.Value, name string) error {
	t := value.TypeOf(v)
	if _, bag := value.As[*value.PSObject](v); bag && t == value.TypePSCustomObject {
		return noMethodNamed(t, value.TypeNames(v)[0], name) // what the object was called, such as Deserialized.X
	}
	return noMethod(t, name)
}

// IsNoMethod tells whether an error of Invoke says that the object itself has no such method. The same error from inside a method
// that was called has a record by then.
func IsNoMethod(err error) bool {
	ex, ok := err.(*value.Exception)
	return ok && ex.ID == "MethodNotFound" && ex.Record == nil
}

func methodError(id, message string) *value.Exception {
	return value.Throw(value.MethodException, id, message)
}

func noOverload(name string, n int) error {
	return methodError("MethodCountCouldNotFindBest", "Cannot find an overload for \""+name+"\" and the argument count: \""+itoa(n)+"\".")
}

// invocationFailed wraps what a called method raised. Errors that are no exceptions, such as the end of the script, pass.
func invocationFailed(name string, n int, err error) error {
	if r, ok := err.(*value.ErrorRecord); ok && r.Stopping {
		return err // what a preference stops is no exception of the method
	}
	ex := exceptionOf(err)
	if ex == nil || ex.Type.Is(value.GetValueException) {
		return err
	}
	return value.Throw(value.MethodInvocationException, ex.Type.Name, "Exception calling \""+ctorName(name)+"\" with \""+itoa(n)+"\" argument(s): \""+ex.Message+"\"").Because(ex)
}

// argumentError is an ArgumentException about a parameter.
func argumentError(param, message string) *value.Exception {
	return withParam(value.Throw(value.ArgumentException, "", message+" (Parameter '"+param+"')"), param)
}

// nullError is an ArgumentNullException.
func nullError(param string) *value.Exception {
	return withParam(value.Throw(value.ArgumentNullException, "", "Value cannot be null. (Parameter '"+param+"')"), param)
}

// rangeError is an ArgumentOutOfRangeException.
func rangeError(param, message string) *value.Exception {
	return withParam(value.Throw(value.ArgumentOutOfRangeException, "", message+" (Parameter '"+param+"')"), param)
}

// rangeErrorValue is an ArgumentOutOfRangeException that shows the value.
func rangeErrorValue(param, message, actual string) *value.Exception {
	return withParam(value.Throw(value.ArgumentOutOfRangeException, "", message+" (Parameter '"+param+"')\nActual value was "+actual+"."), param)
}

func withParam(e *value.Exception, param string) *value.Exception {
	e.Details = append(e.Details, value.Detail{Name: "ParamName", Value: value.OfString(param)})
	return e
}

func raise(t *value.Type, message string) error { return value.Throw(t, "", message) }
