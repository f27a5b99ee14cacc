package value

// Exception is a .NET exception as an object and as a Go error. Functions of this package that fail return one; the engine
// turns it into an ErrorRecord with the position of the statement.
type Exception struct {
	Extended
	Type    *Type
	Message string
	Inner   *Exception

	// What the exception itself knows about its error record, as IContainsErrorRecord does in .NET.
	ID       string // FullyQualifiedErrorId without the command, "" for the type's name
	Category ErrorCategory
	Target   Value

	Record *ErrorRecord // the record it was first reported with
	Thrown bool         // WasThrownFromThrowStatement
	// Invocation and Trace are the place in the exception's own record, where the language itself raised it.
	Invocation *InvocationInfo
	Trace      string
	Details    []Detail // properties of special exceptions: ParameterName, ErrorCode, Errors …
	StackTrace string
	Fields     []Value // the properties of an exception class that a script defines
}

// Copy is an exception of its own with the same contents.
func (e *Exception) Copy() *Exception {
	c := *e
	c.Extended = Extended{}
	return &c
}

// Detail is a property that only some exceptions have.
type Detail struct {
	Name  string
	Value Value
}

// Error is the message.
func (e *Exception) Error() string { return e.Message }

// TypeOf is the exception's type.
func (e *Exception) TypeOf() *Type { return e.Type }

// Unwrap is the inner exception.
func (e *Exception) Unwrap() error {
	if e.Inner == nil {
		return nil
	}
	return e.Inner
}

// Detail is a special property, $null if it has none of that name.
func (e *Exception) Detail(name string) Value {
	for _, d := range e.Details {
		if EqualFold(d.Name, name) {
			return d.Value
		}
	}
	return NullValue
}

// Throw is a new exception of a type with an error id; category NotSpecified, no target.
func Throw(t *Type, id, message string) *Exception {
	return &Exception{Type: t, ID: id, Message: message}
}

// With sets category and target and returns e, for use in a return statement.
func (e *Exception) With(c ErrorCategory, target Value) *Exception {
	e.Category, e.Target = c, target
	return e
}

// Because sets the inner exception and returns e.
func (e *Exception) Because(inner *Exception) *Exception {
	e.Inner = inner
	return e
}

// ErrorCategory is System.Management.Automation.ErrorCategory.
type ErrorCategory uint8

// The categories in the order of their numbers.
const (
	NotSpecified ErrorCategory = iota
	OpenError
	CloseError
	DeviceError
	DeadlockDetected
	InvalidArgument
	InvalidData
	InvalidOperation
	InvalidResult
	InvalidType
	MetadataError
	NotImplemented
	NotInstalled
	ObjectNotFound
	OperationStopped
	OperationTimeout
	SyntaxError
	ParserError
	PermissionDenied
	ResourceBusy
	ResourceExists
	ResourceUnavailable
	ReadError
	WriteError
	FromStdErr
	SecurityError
	ProtocolError
	ConnectionError
	AuthenticationError
	LimitsExceeded
	QuotaExceeded
	NotEnabled
)

var errorCategoryNames = [...]string{
	"NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument", "InvalidData", "InvalidOperation",
	"InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound", "OperationStopped",
	"OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy", "ResourceExists", "ResourceUnavailable",
	"ReadError", "WriteError", "FromStdErr", "SecurityError", "ProtocolError", "ConnectionError", "AuthenticationError",
	"LimitsExceeded", "QuotaExceeded", "NotEnabled",
}

// String is the category's name.
func (c ErrorCategory) String() string { return errorCategoryNames[c] }

// TypeErrorCategory is the enumeration as a type, made of errorCategoryNames.
var TypeErrorCategory = enumOf("System.Management.Automation.ErrorCategory", errorCategoryNames[:])

// OfCategory is the category as an enum value.
func OfCategory(c ErrorCategory) Value { return OfEnum(TypeErrorCategory.Enum, int64(c)) }

// enumOf makes an enumeration whose values count from 0.
func enumOf(full string, names []string) *Type {
	numbers := make([]int64, len(names))
	for i := range numbers {
		numbers[i] = int64(i)
	}
	return NewEnum(full, names, numbers)
}

// NewEnum is an enumeration type over [int].
func NewEnum(full string, names []string, numbers []int64) *Type {
	t := newType(full, TypeEnum, ValueType|Sealed, IfaceComparable, IfaceConvertible, IfaceFormattable)
	t.Enum = &EnumInfo{Type: t, Names: names, Numbers: numbers, Underlying: TypeInt32}
	return t
}
