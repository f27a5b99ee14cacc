package ast

// IfStatement is if … elseif … else.
type IfStatement struct {
	Extent
	Clauses    []IfClause
	ElseClause *StatementBlock // nil without else
}

// IfClause is one condition of an IfStatement and the block it guards. It has no extent of its own.
type IfClause struct {
	Condition PipelineBase
	Body      *StatementBlock
}

// ForEachStatement is foreach ($Variable in Condition) { Body }.
type ForEachStatement struct {
	Extent
	Label         string // without the colon; empty for none
	Variable      *VariableExpression
	Condition     PipelineBase
	ThrottleLimit Expression // nil without -ThrottleLimit
	Flags         ForEachFlags
	Body          *StatementBlock
}

// ForEachFlags are the switches of a foreach statement.
type ForEachFlags uint8

// ForEachParallel is reserved by the language; a script that uses it does not parse.
const ForEachParallel ForEachFlags = 1

// ForStatement is for (Initializer; Condition; Iterator) { Body }; each of the three may be nil.
type ForStatement struct {
	Extent
	Label       string
	Initializer PipelineBase
	Condition   PipelineBase
	Iterator    PipelineBase
	Body        *StatementBlock
}

// WhileStatement is while (Condition) { Body }.
type WhileStatement struct {
	Extent
	Label     string
	Condition PipelineBase
	Body      *StatementBlock
}

// DoWhileStatement is do { Body } while (Condition).
type DoWhileStatement struct {
	Extent
	Label     string
	Condition PipelineBase
	Body      *StatementBlock
}

// DoUntilStatement is do { Body } until (Condition).
type DoUntilStatement struct {
	Extent
	Label     string
	Condition PipelineBase
	Body      *StatementBlock
}

// SwitchStatement is switch -flags (Condition) { clauses }. With SwitchFile the condition is the
// file name.
type SwitchStatement struct {
	Extent
	Label     string
	Flags     SwitchFlags
	Condition PipelineBase
	Clauses   []SwitchClause
	Default   *StatementBlock // nil without default
}

// SwitchClause is one condition of a switch and its block. It has no extent of its own.
type SwitchClause struct {
	Condition Expression
	Body      *StatementBlock
}

// SwitchFlags are the switches of a switch statement.
type SwitchFlags uint8

// The flags of a switch statement, named after PowerShell's SwitchFlags.
const (
	SwitchFile SwitchFlags = 1 << iota
	SwitchRegex
	SwitchWildcard
	SwitchExact
	SwitchCaseSensitive
	SwitchParallel
)

// String names the flags as .NET prints a flags enumeration: "Regex, CaseSensitive", "None".
func (f SwitchFlags) String() string {
	names := [...]string{"File", "Regex", "Wildcard", "Exact", "CaseSensitive", "Parallel"}
	s := ""
	for i, n := range names {
		if f&(1<<i) == 0 {
			continue
		}
		if s != "" {
			s += ", "
		}
		s += n
	}
	if s == "" {
		return "None"
	}
	return s
}

// TryStatement is try { } catch { } finally { }.
type TryStatement struct {
	Extent
	Body         *StatementBlock
	CatchClauses []*CatchClause
	Finally      *StatementBlock // nil without finally
}

// CatchClause is catch [types] { Body }; without types it catches everything.
type CatchClause struct {
	Extent
	CatchTypes []*TypeConstraint
	Body       *StatementBlock
}

// IsCatchAll reports whether the clause names no types.
func (c *CatchClause) IsCatchAll() bool { return len(c.CatchTypes) == 0 }

// TrapStatement is trap [type] { Body }.
type TrapStatement struct {
	Extent
	TrapType *TypeConstraint // nil traps everything
	Body     *StatementBlock
}

// ReturnStatement is return [pipeline].
type ReturnStatement struct {
	Extent
	Pipeline PipelineBase // nil without a value
}

// ThrowStatement is throw [pipeline].
type ThrowStatement struct {
	Extent
	Pipeline PipelineBase // nil without a value
	// IsRethrow marks a throw without a value inside a catch block.
	IsRethrow bool
}

// ExitStatement is exit [pipeline].
type ExitStatement struct {
	Extent
	Pipeline PipelineBase // nil without a value
}

// BreakStatement is break [label].
type BreakStatement struct {
	Extent
	Label Expression // nil without a label; usually a StringConstantExpression
}

// ContinueStatement is continue [label].
type ContinueStatement struct {
	Extent
	Label Expression // nil without a label; usually a StringConstantExpression
}

// DataStatement is data [name] [-SupportedCommand names] { Body }.
type DataStatement struct {
	Extent
	Variable        string // empty when the value is written to the pipeline
	CommandsAllowed []Expression
	Body            *StatementBlock
}

// ErrorStatement stands for a statement that could not be parsed. It holds the parts that could.
type ErrorStatement struct {
	Extent
	NestedAst []Node
}

func (*IfStatement) node()       {}
func (*ForEachStatement) node()  {}
func (*ForStatement) node()      {}
func (*WhileStatement) node()    {}
func (*DoWhileStatement) node()  {}
func (*DoUntilStatement) node()  {}
func (*SwitchStatement) node()   {}
func (*TryStatement) node()      {}
func (*CatchClause) node()       {}
func (*TrapStatement) node()     {}
func (*ReturnStatement) node()   {}
func (*ThrowStatement) node()    {}
func (*ExitStatement) node()     {}
func (*BreakStatement) node()    {}
func (*ContinueStatement) node() {}
func (*DataStatement) node()     {}
func (*ErrorStatement) node()    {}

func (*IfStatement) statement()       {}
func (*ForEachStatement) statement()  {}
func (*ForStatement) statement()      {}
func (*WhileStatement) statement()    {}
func (*DoWhileStatement) statement()  {}
func (*DoUntilStatement) statement()  {}
func (*SwitchStatement) statement()   {}
func (*TryStatement) statement()      {}
func (*TrapStatement) statement()     {}
func (*ReturnStatement) statement()   {}
func (*ThrowStatement) statement()    {}
func (*ExitStatement) statement()     {}
func (*BreakStatement) statement()    {}
func (*ContinueStatement) statement() {}
func (*DataStatement) statement()     {}
func (*ErrorStatement) statement()    {}
func (*ErrorStatement) pipelineBase() {}
