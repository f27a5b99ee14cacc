package value

import (
	"errors"

	"rehearse/runtime/text"
)

// The exceptions of texts that are neither numbers nor dates.
var (
	RegexParseException        = withinAssembly("System.Text.RegularExpressions", newType("System.Text.RegularExpressions.RegexParseException", ArgumentException, 0))
	RegexMatchTimeoutException = withinAssembly("System.Text.RegularExpressions", newType("System.Text.RegularExpressions.RegexMatchTimeoutException", TimeoutException, 0))
	WildcardPatternException   = newType("System.Management.Automation.WildcardPatternException", RuntimeException, 0)
)

func withinAssembly(name string, t *Type) *Type {
	t.Assembly = name
	return t
}

// textExceptions are the types behind the kinds of errors that package text reports.
var textExceptions = map[text.ExceptionKind]*Type{
	text.FormatException: FormatException, text.OverflowException: OverflowException, text.ArgumentException: ArgumentException,
	text.ArgumentOutOfRangeException: ArgumentOutOfRangeException, text.ArgumentNullException: ArgumentNullException,
	text.OutOfMemoryException: OutOfMemoryException, text.WildcardPatternException: WildcardPatternException,
	text.RegexParseException: RegexParseException, text.RegexMatchTimeoutException: RegexMatchTimeoutException,
}

// TextException is the .NET exception that an error of package text stands for.
func TextException(e *text.Error) *Exception {
	t := textExceptions[e.Kind]
	if t == nil {
		t = ArgumentException
	}
	return Throw(t, "", e.Message)
}

// exceptionOf is the exception that an error of package text or decimal stands for.
func exceptionOf(err error) *Exception {
	var e *Exception
	if errors.As(err, &e) {
		return e
	}
	var n *text.Error
	if errors.As(err, &n) {
		return TextException(n)
	}
	return Throw(FormatException, "", err.Error())
}
