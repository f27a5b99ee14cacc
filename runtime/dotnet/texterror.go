package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// exceptionOf is the exception in an error, nil if it has none: an exception itself, that of an error record, or the one that a
// function of package text names.
func exceptionOf(err error) *value.Exception {
	switch e := err.(type) {
	case *value.Exception:
		return e
	case *value.ErrorRecord:
		return e.Exception
	case *text.Error:
		return value.TextException(e)
	}
	return nil
}

// Raised is the .NET exception that an error of package text stands for; other errors stay what they are.
func Raised(err error) error {
	if e, ok := err.(*text.Error); ok {
		return exceptionOf(e)
	}
	return err
}
