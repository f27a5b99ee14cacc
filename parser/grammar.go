package parser

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// The productions of statements and declarations. Names in angle brackets of the printed grammar
// are tokens of the scanner; pipeline, block, argument and the bodies are hand-written
// further down because they are most of a script and participle is slow at lists.

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
	Flow     *flowStatement     `parser:"| @@"`
	Jump     *jumpStatement     `parser:"| @@"`
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
	Condition pipeline        `parser:"If LParen @@ RParen"`
	Then      block           `parser:"@@"`
	ElseIfs   []*elseIfClause `parser:"@@*"`
	Else      *elseClause     `parser:"@@?"`
}

type elseIfClause struct {
	Condition pipeline `parser:"ElseIf LParen @@ RParen"`
	Then      block    `parser:"@@"`
}

type elseClause struct {
	Body block `parser:"Else @@"`
}

type foreachStatement struct {
	Flags     []*flag     `parser:"Foreach @@*"`
	Variable  lexer.Token `parser:"LParen @Variable In"`
	Condition pipeline    `parser:"@@ RParen"`
	Body      block       `parser:"@@"`
}

type whileStatement struct {
	Condition pipeline `parser:"While LParen @@ RParen"`
	Body      block    `parser:"@@"`
}

type forStatement struct {
	Initializer *pipeline `parser:"For LParen @@? Semi?"`
	Condition   *pipeline `parser:"@@? Semi?"`
	Iterator    *pipeline `parser:"@@? RParen"`
	Body        block     `parser:"@@"`
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
	Keyword   lexer.Token      `parser:"@Switch"`
	Flags     []*flag          `parser:"@@*"`
	Condition *switchCondition `parser:"@@?"`
	More      []*flag          `parser:"@@*"`
	Body      switchBody       `parser:"@@"`
}

type flag struct {
	Token lexer.Token `parser:"@Parameter"`
}

type functionStatement struct {
	Keyword    lexer.Token `parser:"@Function"`
	Name       lexer.Token `parser:"@Identifier"`
	Parameters *parameters `parser:"@@?"`
	Body       scriptBody  `parser:"@@"`
}

type flowStatement struct {
	Keyword  lexer.Token `parser:"@( Return | Throw | Exit )"`
	Pipeline *pipeline   `parser:"@@?"`
}

type jumpStatement struct {
	Keyword lexer.Token `parser:"@( Break | Continue )"`
	Label   *label      `parser:"@@?"`
}

type tryStatement struct {
	Body    block          `parser:"Try @@"`
	Catches []*catchClause `parser:"@@*"`
	Finally *finallyClause `parser:"@@?"`
}

type catchClause struct {
	Keyword lexer.Token    `parser:"@Catch"`
	Types   []*typeLiteral `parser:"( @@ ( Comma @@ )* )?"`
	Body    block          `parser:"@@"`
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
	Keyword lexer.Token `parser:"@NamedBlock"`
	Body    block       `parser:"@@"`
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

type block struct{ node *ast.StatementBlock }

type argument struct{ node ast.Expression }

type label struct{ node ast.Expression }

type parameters struct {
	list []*ast.Parameter
	ast.Extent
}

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

// descend is how the nodes above parse themselves: where one begins, parse runs with lx as the current stream of its parser. It returns
// false after an error that it has reported.
func descend(lx *lexer.PeekingLexer, begins bool, parse func(p *parser) bool) error {
	if !begins {
		return participle.NextMatch
	}
	p := session(lx)
	outer := p.lx
	p.lx = lx
	ok := parse(p)
	p.lx = outer
	if !ok {
		return errReported
	}
	return nil
}

// Parse implements participle.Parseable.
func (n *typeLiteral) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.TypeLiteral, func(p *parser) bool {
		n.node = p.typeConstraint(p.next())
		return true
	})
}

// Parse implements participle.Parseable.
func (n *switchCondition) Parse(lx *lexer.PeekingLexer) error {
	k := lx.Peek().Type
	return descend(lx, beginsArgument(k) && k != scanner.LCurly, func(p *parser) bool {
		n.node = p.switchCondition()
		return true
	})
}

// Parse implements participle.Parseable.
func (n *pipeline) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, beginsPipeline(lx.Peek().Type), func(p *parser) bool {
		n.node = p.pipelineChain()
		return true
	})
}

// Parse implements participle.Parseable.
func (n *block) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.LCurly, func(p *parser) bool {
		n.node = p.statementBlock()
		return true
	})
}

// Parse implements participle.Parseable.
func (n *argument) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, beginsArgument(lx.Peek().Type), func(p *parser) bool {
		n.node = p.argument()
		return true
	})
}

// Parse implements participle.Parseable.
func (n *label) Parse(lx *lexer.PeekingLexer) error {
	k := lx.Peek().Type
	return descend(lx, k == scanner.Identifier || beginsPipeline(k), func(p *parser) bool {
		if k == scanner.Identifier || k == scanner.Generic {
			t := lx.Next()
			n.node = p.word(extent(t), t.Value, ast.BareWord)
		} else {
			n.node = p.unary()
		}
		return true
	})
}

// Parse implements participle.Parseable.
func (n *parameters) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.LParen, func(p *parser) bool {
		start := p.offset()
		var ok bool
		n.list, ok = p.parameterList()
		n.Extent = p.from(start)
		return ok
	})
}

// Parse implements participle.Parseable.
func (n *scriptBody) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.LCurly, func(p *parser) bool {
		n.node = p.scriptBlock()
		return true
	})
}

// Parse implements participle.Parseable.
func (n *switchBody) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.LCurly, func(p *parser) bool {
		return p.switchClauses(n)
	})
}

// Parse implements participle.Parseable.
func (n *classBody) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.LCurly, func(p *parser) bool {
		var ok bool
		n.members, ok = p.classMembers()
		return ok
	})
}

// Parse implements participle.Parseable.
func (n *enumBody) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.LCurly, func(p *parser) bool {
		var ok bool
		n.members, ok = p.enumMembers()
		return ok
	})
}

// Parse implements participle.Parseable.
func (n *typeReference) Parse(lx *lexer.PeekingLexer) error {
	return descend(lx, lx.Peek().Type == scanner.Identifier, func(p *parser) bool {
		t := p.next()
		name := scanner.ScanTypeName(p.text, t.Pos.Offset).Name
		n.node = &ast.TypeConstraint{Extent: extent(t), TypeName: name}
		return true
	})
}
