package parser

import (
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
)

// The productions of statements and declarations. Names in angle brackets of the printed grammar
// are tokens of the scanner; pipeline, block, argument and the bodies are hand-written (parts.go)
// because they are most of a script and participle is slow at lists. So are the parts that may be
// missing (value, elseTail, finallyTail …): a production without ? and * is a sequence, which runs
// without participle's copies of its state (sequence.go). What stands at a fixed place behind the
// keyword of a statement is not captured either but read from the tokens.

// statement is the definition that a reader starts from. It is only built, never parsed with:
// the parser picks the production by the first token.
type statement struct {
	If       *ifStatement       `parser:"  @@"`
	Foreach  *foreachStatement  `parser:"| @@"`
	While    *whileStatement    `parser:"| @@"`
	For      *forStatement      `parser:"| @@"`
	Do       *doStatement       `parser:"| @@"`
	Switch   *switchStatement   `parser:"| @@"`
	Function *functionStatement `parser:"| @@"`
	Return   *returnStatement   `parser:"| @@"`
	Throw    *throwStatement    `parser:"| @@"`
	Exit     *exitStatement     `parser:"| @@"`
	Break    *breakStatement    `parser:"| @@"`
	Continue *continueStatement `parser:"| @@"`
	Try      *tryStatement      `parser:"| @@"`
	Trap     *trapStatement     `parser:"| @@"`
	Data     *dataStatement     `parser:"| @@"`
	Class    *classStatement    `parser:"| @@"`
	Enum     *enumStatement     `parser:"| @@"`
	Using    *usingStatement    `parser:"| @@"`
	Param    *paramStatement    `parser:"| @@"`
	Named    *namedBlock        `parser:"| @@"`
	Pipeline *pipeline          `parser:"| @@"`
}

type ifStatement struct {
	Condition pipeline `parser:"If LParen @@ RParen"`
	Then      block    `parser:"@@"`
	Else      elseTail `parser:"@@"`
}

type elseIfClause struct {
	Condition pipeline `parser:"ElseIf LParen @@ RParen"`
	Then      block    `parser:"@@"`
}

type elseClause struct {
	Body block `parser:"Else @@"`
}

type foreachStatement struct {
	Flags     flags        `parser:"Foreach @@"`
	Variable  loopVariable `parser:"LParen @@ In"`
	Condition pipeline     `parser:"@@ RParen"`
	Body      block        `parser:"@@"`
}

type whileStatement struct {
	Condition pipeline `parser:"While LParen @@ RParen"`
	Body      block    `parser:"@@"`
}

type forStatement struct {
	Initializer forPart `parser:"For LParen @@"`
	Condition   forPart `parser:"@@"`
	Iterator    value   `parser:"@@ RParen"`
	Body        block   `parser:"@@"`
}

type doStatement struct {
	Body block  `parser:"Do @@"`
	Tail doTail `parser:"@@"`
}

type doTail struct {
	Until     lexer.Token `parser:"( While | @Until )"`
	Condition pipeline    `parser:"LParen @@ RParen"`
}

type switchStatement struct {
	Flags     flags           `parser:"Switch @@"`
	Condition switchCondition `parser:"@@"`
	More      flags           `parser:"@@"`
	Body      switchBody      `parser:"@@"`
}

type functionStatement struct {
	Parameters parameterTail `parser:"Function Identifier @@"`
	Body       scriptBody    `parser:"@@"`
}

type returnStatement struct {
	Value value `parser:"Return @@"`
}

type throwStatement struct {
	Value value `parser:"Throw @@"`
}

type exitStatement struct {
	Value value `parser:"Exit @@"`
}

type breakStatement struct {
	Label label `parser:"Break @@"`
}

type continueStatement struct {
	Label label `parser:"Continue @@"`
}

type tryStatement struct {
	Body    block       `parser:"Try @@"`
	Catches catches     `parser:"@@"`
	Finally finallyTail `parser:"@@"`
}

type catchClause struct {
	Types catchTypes `parser:"Catch @@"`
	Body  block      `parser:"@@"`
}

type finallyClause struct {
	Body block `parser:"Finally @@"`
}

type trapStatement struct {
	Type *typeLiteral `parser:"Trap @@?"`
	Body block        `parser:"@@"`
}

type dataStatement struct {
	Name     *lexer.Token   `parser:"Data @Identifier?"`
	Commands []*dataCommand `parser:"( Parameter @@ ( Comma @@ )* )?"`
	Body     block          `parser:"@@"`
}

type dataCommand struct {
	Name lexer.Token `parser:"@Identifier"`
}

type paramStatement struct {
	Parameters parameters `parser:"Param @@"`
}

type namedBlock struct {
	Body block `parser:"NamedBlock @@"`
}

type classStatement struct {
	Name  lexer.Token      `parser:"Class @Identifier"`
	Bases []*typeReference `parser:"( Colon @@ ( Comma @@ )* )?"`
	Body  classBody        `parser:"@@"`
}

type enumStatement struct {
	Name lexer.Token    `parser:"Enum @Identifier"`
	Base *typeReference `parser:"( Colon @@ )?"`
	Body enumBody       `parser:"@@"`
}

type usingStatement struct {
	Kind lexer.Token `parser:"Using @Identifier"`
	Name argument    `parser:"@@"`
	More []*argument `parser:"@@*"`
}

// The hand-written productions. Each holds the nodes of the tree it made.

type pipeline struct{ node ast.PipelineBase }

// value is a pipeline or nothing.
type value struct{ node ast.PipelineBase }

// forPart is a value and the semicolon behind it, if there is one.
type forPart struct{ node ast.PipelineBase }

// loopVariable is the variable of a foreach.
type loopVariable struct{ node *ast.VariableExpression }

// elseTail is the elseif clauses and the else clause of an if.
type elseTail struct {
	clauses []ast.IfClause
	body    *ast.StatementBlock
}

// catches are the catch clauses of a try.
type catches struct{ list []*ast.CatchClause }

// catchTypes are the types behind a catch, if any, and where that stands.
type catchTypes struct {
	start int32
	list  []*ast.TypeConstraint
}

// finallyTail is the finally clause of a try, if there is one.
type finallyTail struct{ body *ast.StatementBlock }

// flags are the parameters of a statement, such as -regex.
type flags struct{ list []lexer.Token }

type block struct{ node *ast.StatementBlock }

type argument struct{ node ast.Expression }

// label is the label of a jump or nothing.
type label struct{ node ast.Expression }

type parameters struct{ list []*ast.Parameter }

// parameterTail is the parameters of a function in parentheses, if there are any.
type parameterTail struct{ list []*ast.Parameter }

type scriptBody struct{ node *ast.ScriptBlock }

type switchBody struct {
	clauses   []ast.SwitchClause
	otherwise *ast.StatementBlock
}

type classBody struct{ members []ast.Member }

type enumBody struct{ members []ast.Member }

type typeReference struct{ node *ast.TypeConstraint }

type typeLiteral struct{ node *ast.TypeConstraint }

type switchCondition struct{ node ast.PipelineBase }
