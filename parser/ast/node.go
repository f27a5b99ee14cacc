package ast

// Extent is a half-open range of byte offsets into the source text.
type Extent struct {
	Start, End int32
}

// Range returns the extent itself; embedding Extent makes a type implement the position half of Node.
func (e Extent) Range() Extent { return e }

// Len is the number of bytes covered.
func (e Extent) Len() int { return int(e.End - e.Start) }

// Text returns the part of src the extent covers.
func (e Extent) Text(src string) string { return src[e.Start:e.End] }

// Node is any part of the tree that has an extent of its own.
type Node interface {
	Range() Extent
	node()
}

// Statement is a node that stands in a statement list: StatementAst.
type Statement interface {
	Node
	statement()
}

// PipelineBase is a statement that may stand in parentheses, conditions and after return:
// Pipeline, PipelineChain, AssignmentStatement, ErrorStatement.
type PipelineBase interface {
	Statement
	pipelineBase()
}

// CommandBase is an element of a pipeline: Command or CommandExpression. Both are statements
// too, since the right side of an assignment holds a CommandExpression without a pipeline.
type CommandBase interface {
	Statement
	commandBase()
}

// CommandElement is the name or an argument of a command: an Expression or a CommandParameter.
type CommandElement interface {
	Node
	commandElement()
}

// Expression is a node that has a value: ExpressionAst.
type Expression interface {
	CommandElement
	expression()
}

// AttributeBase is an Attribute or a TypeConstraint.
type AttributeBase interface {
	Node
	attributeBase()
}

// Redirection is a FileRedirection or a MergingRedirection.
type Redirection interface {
	Node
	redirection()
}

// Member is a PropertyMember or a FunctionMember of a type definition.
type Member interface {
	Node
	member()
}
