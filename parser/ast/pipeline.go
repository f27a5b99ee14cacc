package ast

// Pipeline is commands joined by |; most often a single one.
type Pipeline struct {
	Extent
	PipelineElements []CommandBase
	Background       bool // ends with &
}

// PipelineChain is LhsPipelineChain && RhsPipeline, or ||.
type PipelineChain struct {
	Extent
	LhsPipelineChain PipelineBase // a Pipeline or a PipelineChain
	RhsPipeline      *Pipeline
	Operator         TokenKind // AndAnd or OrOr
	Background       bool
}

// AssignmentStatement is Left = Right and its compound forms.
type AssignmentStatement struct {
	Extent
	Left          Expression
	Operator      TokenKind // Equals, PlusEquals, …
	Right         Statement // a CommandExpression, Pipeline, or any other statement
	ErrorPosition Extent    // of the operator
}

// Command is a command with its arguments.
type Command struct {
	Extent
	CommandElements    []CommandElement // the first is the name, or what & or . calls
	Redirections       []Redirection
	InvocationOperator TokenKind // Ampersand, Dot, or Unknown for none
}

// CommandParameter is -ParameterName or -ParameterName:Argument.
type CommandParameter struct {
	Extent
	ParameterName string // without the dash and the colon
	Argument      Expression
	ErrorPosition Extent // of -ParameterName: alone
}

// CommandExpression is an expression as an element of a pipeline.
type CommandExpression struct {
	Extent
	Expression   Expression
	Redirections []Redirection
}

// RedirectionStream numbers an output stream.
type RedirectionStream uint8

// The streams, with PowerShell's numbers.
const (
	StreamAll RedirectionStream = iota
	StreamOutput
	StreamError
	StreamWarning
	StreamVerbose
	StreamDebug
	StreamInformation
)

// String is PowerShell's name of the stream.
func (s RedirectionStream) String() string {
	return [...]string{"All", "Output", "Error", "Warning", "Verbose", "Debug", "Information"}[s]
}

// FileRedirection is n> Location or n>> Location.
type FileRedirection struct {
	Extent
	FromStream RedirectionStream
	Location   Expression
	Append     bool
}

// MergingRedirection is n>&m.
type MergingRedirection struct {
	Extent
	FromStream RedirectionStream
	ToStream   RedirectionStream
}

func (*Pipeline) node()            {}
func (*PipelineChain) node()       {}
func (*AssignmentStatement) node() {}
func (*Command) node()             {}
func (*CommandParameter) node()    {}
func (*CommandExpression) node()   {}
func (*FileRedirection) node()     {}
func (*MergingRedirection) node()  {}

func (*Pipeline) statement()            {}
func (*PipelineChain) statement()       {}
func (*AssignmentStatement) statement() {}
func (*Command) statement()             {}
func (*CommandExpression) statement()   {}

func (*Pipeline) pipelineBase()            {}
func (*PipelineChain) pipelineBase()       {}
func (*AssignmentStatement) pipelineBase() {}

func (*Command) commandBase()             {}
func (*CommandExpression) commandBase()   {}
func (*CommandParameter) commandElement() {}
func (*FileRedirection) redirection()     {}
func (*MergingRedirection) redirection()  {}
