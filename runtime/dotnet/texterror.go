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
		return value.Throw(textException(e.Kind), "", e.Message)
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

func textException(kind text.ExceptionKind) *value.Type {
	switch kind {
	case text.FormatException:
		return value.FormatException
	case text.OverflowException:
		return value.OverflowException
	case text.ArgumentOutOfRangeException:
		return value.ArgumentOutOfRangeException
	case text.ArgumentNullException:
		return value.ArgumentNullException
	case text.OutOfMemoryException:
		return value.OutOfMemoryException
	case text.WildcardPatternException:
		return typeWildcardPatternException
	case text.RegexParseException:
		return TypeRegexParseException
	case text.RegexMatchTimeoutException:
		return typeRegexMatchTimeoutException
	}
	return value.ArgumentException
}
