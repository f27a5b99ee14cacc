package value

import "strings"

// ErrorRecord is System.Management.Automation.ErrorRecord: what $Error holds, catch blocks see and the error stream shows.
// As a Go error it is a terminating error on its way to a catch.
type ErrorRecord struct {
	Extended
	Exception *Exception
	ID        string // FullyQualifiedErrorId with the command: "NamedParameterNotFound,Get-Item"
	Command   string // what stands behind the comma of the ID, "" if no command issued the record
	Target    Value

	// CategoryInfo.
	Category   ErrorCategory
	Activity   string // the command
	Reason     string // the exception's type name
	TargetName string
	TargetType string

	Message           string // ErrorDetails.Message when it differs from the exception's
	RecommendedAction string
	Cure              string // what the simulator advises; PowerShell's records have no such field and scripts cannot see it
	Invocation        *InvocationInfo
	StackTrace        string // ScriptStackTrace
	Alone             bool   // written by a command that is a pipeline by itself, as PipelineIterationInfo tells

	// Thrown is set by `throw`, Stopping by a Stop preference: such an error ends the script, not only its statement.
	// Rethrown marks one that a catch or trap lets go on.
	Thrown, Stopping, Rethrown bool
	// Contained marks the record that an exception contains about itself.
	Contained bool
	// Diverted marks a record that 2>&1 made output: it is still shown on the error stream (oracle/errors, section 2).
	Diverted bool
}

// Issue makes the command a part of the record's id; a record that another command issued before loses that one's name.
func (r *ErrorRecord) Issue(command string) {
	if r.Command != "" {
		r.ID = r.ID[:len(r.ID)-len(r.Command)]
		if r.ID != "" {
			r.ID = r.ID[:len(r.ID)-1]
		}
	}
	if r.Command = command; command == "" {
		return
	}
	if r.ID != "" {
		r.ID += ","
	}
	r.ID += command
}

// Copy is a record of its own with the same contents, as throw and catch make one.
func (r *ErrorRecord) Copy() *ErrorRecord {
	c := *r
	c.Extended = Extended{}
	return &c
}

// TypeErrorRecord is the type of ErrorRecord.
var TypeErrorRecord = newType("System.Management.Automation.ErrorRecord", TypeObject, 0)

// TypeOf is TypeErrorRecord.
func (*ErrorRecord) TypeOf() *Type { return TypeErrorRecord }

// Error is the text shown: the details' message if there is one, else the exception's.
func (r *ErrorRecord) Error() string { return r.Text() }

// Text is the message that is displayed.
func (r *ErrorRecord) Text() string {
	if r.Message != "" {
		return r.Message
	}
	return r.Exception.Message
}

// Unwrap is the exception.
func (r *ErrorRecord) Unwrap() error { return r.Exception }

// Instead is the record of another error that stands in the place of this one; what is no exception passes as it is.
func (r *ErrorRecord) Instead(err error) error {
	e, ok := err.(*Exception)
	if !ok {
		return err
	}
	id := e.ID
	if _, command, ok := strings.Cut(r.ID, ","); ok {
		id += "," + command
	}
	return &ErrorRecord{Exception: e, ID: id, Category: e.Category, Activity: r.Activity, Reason: e.Type.Name, Invocation: r.Invocation, StackTrace: r.StackTrace}
}

// Source is a text with positions, such as a script file; parser.Source is one.
type Source interface {
	// FileName is the full path, "" for a text that is no file.
	FileName() string
	// LineColumn is the 1-based line and column (in UTF-16 units) of a byte offset.
	LineColumn(offset int) (line, column int)
	// LineText is the 1-based line without its end.
	LineText(line int) string
	// Slice is the text of a range of byte offsets.
	Slice(start, end int) string
}

// Extent is a range of a source.
type Extent struct {
	Source     Source // nil: nowhere, as for errors of the engine itself
	Start, End int32  // byte offsets
}

// InvocationInfo is what $MyInvocation and ErrorRecord.InvocationInfo show.
type InvocationInfo struct {
	Command        Value // MyCommand
	Extent         Extent
	InvocationName string
	Bound          Value // BoundParameters
	Unbound        Value // UnboundArguments
	PipelineLength int
	PipelineIndex  int // PipelinePosition, from 1
	ExpectingInput bool
	HistoryID      int64
	ScriptPath     string // of the script that is called, "" for other commands
	Definition     Extent // where the function or script block stands, for PSScriptRoot
}

// Recorded is the invocation as an error record keeps it: the place and the command, without the pipeline around it.
func (i *InvocationInfo) Recorded() *InvocationInfo {
	c := *i
	c.Bound, c.Unbound, c.PipelineLength, c.PipelineIndex, c.ExpectingInput = NullValue, NullValue, 0, 0, false
	return &c
}

// TypeInvocationInfo is the type of InvocationInfo.
var TypeInvocationInfo = newType("System.Management.Automation.InvocationInfo", TypeObject, 0)

// TypeOf is TypeInvocationInfo.
func (*InvocationInfo) TypeOf() *Type { return TypeInvocationInfo }
