package text

// ExceptionKind names the .NET exception that an Error stands for, without its namespace.
type ExceptionKind string

// The exceptions that the functions of this package report.
const (
	FormatException             ExceptionKind = "FormatException"
	OverflowException           ExceptionKind = "OverflowException"
	ArgumentException           ExceptionKind = "ArgumentException"
	ArgumentOutOfRangeException ExceptionKind = "ArgumentOutOfRangeException"
	ArgumentNullException       ExceptionKind = "ArgumentNullException"
	OutOfMemoryException        ExceptionKind = "OutOfMemoryException"
	WildcardPatternException    ExceptionKind = "WildcardPatternException"
	RegexParseException         ExceptionKind = "RegexParseException"
	RegexMatchTimeoutException  ExceptionKind = "RegexMatchTimeoutException"
)

// Error is a failure with .NET's exception and message.
type Error struct {
	Kind    ExceptionKind
	Message string
}

// Error is the message that the .NET exception carries.
func (e *Error) Error() string { return e.Message }

func formatError(message string) *Error { return &Error{FormatException, message} }

const (
	badSpecifier = "Format specifier was invalid."
	badInput     = "Input string was not in a correct format."
	noMemory     = "Insufficient memory to continue the execution of the program."
)

func specifierError() error { return formatError(badSpecifier) }

// inputError is the short text that date and time span formats share.
func inputError() error { return formatError(badInput) }

// A result longer than maxText characters is refused: a format of a few bytes could otherwise ask for gigabytes.
const maxText = 1 << 24

func memoryError() error { return &Error{OutOfMemoryException, noMemory} }
