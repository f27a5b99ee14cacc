package ast

// BinaryExpression is Left operator Right.
type BinaryExpression struct {
	Extent
	Operator      TokenKind
	Left, Right   Expression
	ErrorPosition Extent // of the operator
}

// UnaryExpression is operator Child, or Child operator for the postfix kinds. The comma before
// a single operand is not one: it makes an ArrayLiteral.
type UnaryExpression struct {
	Extent
	TokenKind TokenKind
	Child     Expression
}

// TernaryExpression is Condition ? IfTrue : IfFalse.
type TernaryExpression struct {
	Extent
	Condition, IfTrue, IfFalse Expression
}

// ConvertExpression is [Type]Child.
type ConvertExpression struct {
	Extent
	Type  *TypeConstraint
	Child Expression
}

// AttributedExpression is [Attribute()]Child.
type AttributedExpression struct {
	Extent
	Attribute *Attribute
	Child     Expression
}

// MemberExpression is Expression.Member or Expression::Member.
type MemberExpression struct {
	Extent
	Expression      Expression
	Member          Expression // usually a StringConstantExpression
	Static          bool       // ::
	NullConditional bool       // ?.
}

// InvokeMemberExpression is Expression.Member(Arguments). A block directly after the member
// (.ForEach{ }) is its only argument.
type InvokeMemberExpression struct {
	Extent
	Expression           Expression
	Member               Expression
	Arguments            []Expression
	GenericTypeArguments []*TypeName
	Static               bool
	NullConditional      bool
}

// BaseCtorInvokeMember is : base(Arguments) of a constructor. Constructors without one hold an
// implied call of zero width.
type BaseCtorInvokeMember struct {
	Extent
	Arguments []Expression
	Implied   bool // not written in the source
}

// IndexExpression is Target[Index].
type IndexExpression struct {
	Extent
	Target, Index   Expression
	NullConditional bool // ?[
}

// ArrayLiteral is elements joined by commas, or a single one after a comma.
type ArrayLiteral struct {
	Extent
	Elements []Expression
}

// ArrayExpression is @( … ).
type ArrayExpression struct {
	Extent
	SubExpression *StatementBlock
}

// SubExpression is $( … ).
type SubExpression struct {
	Extent
	SubExpression *StatementBlock
}

// ParenExpression is ( Pipeline ).
type ParenExpression struct {
	Extent
	Pipeline PipelineBase
}

// Hashtable is @{ … }.
type Hashtable struct {
	Extent
	KeyValuePairs []KeyValuePair
}

// KeyValuePair is one entry of a Hashtable. It has no extent of its own.
type KeyValuePair struct {
	Key   Expression
	Value Statement
}

// ScriptBlockExpression is { … } as a value.
type ScriptBlockExpression struct {
	Extent
	ScriptBlock *ScriptBlock
}

// TypeExpression is [Name] as a value.
type TypeExpression struct {
	Extent
	TypeName *TypeName
}

// VariableExpression is $name, ${name} or @name.
type VariableExpression struct {
	Extent
	VariablePath VariablePath
	Splatted     bool // @name
}

// UsingExpression is $using:name and members or items of it.
type UsingExpression struct {
	Extent
	SubExpression Expression
}

// ErrorExpression stands for an expression that could not be parsed.
type ErrorExpression struct {
	Extent
	NestedAst []Node
}

func (*BinaryExpression) node()       {}
func (*UnaryExpression) node()        {}
func (*TernaryExpression) node()      {}
func (*ConvertExpression) node()      {}
func (*AttributedExpression) node()   {}
func (*MemberExpression) node()       {}
func (*InvokeMemberExpression) node() {}
func (*BaseCtorInvokeMember) node()   {}
func (*IndexExpression) node()        {}
func (*ArrayLiteral) node()           {}
func (*ArrayExpression) node()        {}
func (*SubExpression) node()          {}
func (*ParenExpression) node()        {}
func (*Hashtable) node()              {}
func (*ScriptBlockExpression) node()  {}
func (*TypeExpression) node()         {}
func (*VariableExpression) node()     {}
func (*UsingExpression) node()        {}
func (*ErrorExpression) node()        {}

func (*BinaryExpression) commandElement()       {}
func (*UnaryExpression) commandElement()        {}
func (*TernaryExpression) commandElement()      {}
func (*ConvertExpression) commandElement()      {}
func (*AttributedExpression) commandElement()   {}
func (*MemberExpression) commandElement()       {}
func (*InvokeMemberExpression) commandElement() {}
func (*BaseCtorInvokeMember) commandElement()   {}
func (*IndexExpression) commandElement()        {}
func (*ArrayLiteral) commandElement()           {}
func (*ArrayExpression) commandElement()        {}
func (*SubExpression) commandElement()          {}
func (*ParenExpression) commandElement()        {}
func (*Hashtable) commandElement()              {}
func (*ScriptBlockExpression) commandElement()  {}
func (*TypeExpression) commandElement()         {}
func (*VariableExpression) commandElement()     {}
func (*UsingExpression) commandElement()        {}
func (*ErrorExpression) commandElement()        {}

func (*BinaryExpression) expression()       {}
func (*UnaryExpression) expression()        {}
func (*TernaryExpression) expression()      {}
func (*ConvertExpression) expression()      {}
func (*AttributedExpression) expression()   {}
func (*MemberExpression) expression()       {}
func (*InvokeMemberExpression) expression() {}
func (*BaseCtorInvokeMember) expression()   {}
func (*IndexExpression) expression()        {}
func (*ArrayLiteral) expression()           {}
func (*ArrayExpression) expression()        {}
func (*SubExpression) expression()          {}
func (*ParenExpression) expression()        {}
func (*Hashtable) expression()              {}
func (*ScriptBlockExpression) expression()  {}
func (*TypeExpression) expression()         {}
func (*VariableExpression) expression()     {}
func (*UsingExpression) expression()        {}
func (*ErrorExpression) expression()        {}
