package parser

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// The productions that are written by hand, as the grammar calls them.

// part is a production that is written by hand. parse returns participle.NextMatch if none begins at
// the next token, and errReported after an error that it has reported.
type part interface{ parse(p *parser) error }

// descend lets a hand-written production parse for participle, in the parser that lx belongs to: it
// begins at the token that lx has reached, and lx goes on where it ends.
func descend(lx *lexer.PeekingLexer, parse func(p *parser) error) error {
	p := session(lx)
	p.at = int(lx.RawCursor())
	before := p.stream
	err := parse(p)
	if p.stream != before {
		*lx = *p.stream.lx
	}
	lx.LoadCheckpoint(p.stream.places[p.at])
	return err
}

func reported(ok bool) error {
	if ok {
		return nil
	}
	return errReported
}

func (n *pipeline) parse(p *parser) error {
	if !beginsPipeline(p.peek()) {
		return participle.NextMatch
	}
	n.node = p.pipelineChain()
	return nil
}

func (n *value) parse(p *parser) error {
	if beginsPipeline(p.peek()) {
		n.node = p.pipelineChain()
	}
	return nil
}

func (n *forPart) parse(p *parser) error {
	if beginsPipeline(p.peek()) {
		n.node = p.pipelineChain()
	}
	p.accept(scanner.Semi)
	return nil
}

func (n *block) parse(p *parser) error {
	if p.peek() != scanner.LCurly {
		return participle.NextMatch
	}
	n.node = p.statementBlock()
	return nil
}

func (n *scriptBody) parse(p *parser) error {
	if p.peek() != scanner.LCurly {
		return participle.NextMatch
	}
	n.node = p.scriptBlock()
	return nil
}

func (n *argument) parse(p *parser) error {
	if !beginsArgument(p.peek()) {
		return participle.NextMatch
	}
	n.node = p.argument()
	return nil
}

func (n *label) parse(p *parser) error {
	switch k := p.peek(); {
	case k == scanner.Identifier || k == scanner.Generic:
		t := p.next()
		n.node = p.word(extent(t), t.Value, ast.BareWord)
	case beginsPipeline(k):
		n.node = p.unary()
	}
	return nil
}

func (n *loopVariable) parse(p *parser) error {
	if p.peek() != scanner.Variable {
		return participle.NextMatch
	}
	n.node = p.plainVariable(p.next())
	return nil
}

func (n *elseTail) parse(p *parser) error {
	for p.peek() == scanner.ElseIf {
		c, err := elseIfProduction.parse(p)
		if err != nil {
			return err
		}
		n.clauses = append(n.clauses, ast.IfClause{Condition: c.Condition.node, Body: c.Then.node})
	}
	if p.peek() != scanner.Else {
		return nil
	}
	c, err := elseProduction.parse(p)
	if err == nil {
		n.body = c.Body.node
	}
	return err
}

func (n *catches) parse(p *parser) error {
	for p.peek() == scanner.Catch {
		before := p.bareThrows
		c, err := catchProduction.parse(p)
		if err != nil {
			return err
		}
		if p.bareThrows > before {
			markRethrows(c.Body.node)
		}
		n.list = append(n.list, c.lower())
	}
	return nil
}

func (n *catchTypes) parse(p *parser) error {
	n.start = int32(p.previousStart())
	for p.peek() == scanner.TypeLiteral {
		n.list = append(n.list, p.typeConstraint(p.next()))
		if !p.accept(scanner.Comma) {
			break
		}
		if p.peek() != scanner.TypeLiteral {
			p.missingAfter("MissingTypeLiteralToken", "Missing type literal.")
			return errReported
		}
	}
	return nil
}

func (n *finallyTail) parse(p *parser) error {
	if p.peek() != scanner.Finally {
		return nil
	}
	c, err := finallyProduction.parse(p)
	if err == nil {
		n.body = c.Body.node
	}
	return err
}

func (n *flags) parse(p *parser) error {
	for p.peek() == scanner.Parameter {
		n.list = append(n.list, *p.next())
	}
	return nil
}

func (n *switchCondition) parse(p *parser) error {
	if k := p.peek(); beginsArgument(k) && k != scanner.LCurly {
		n.node = p.switchCondition()
	}
	return nil
}

func (n *switchBody) parse(p *parser) error {
	if p.peek() != scanner.LCurly {
		return participle.NextMatch
	}
	return reported(p.switchClauses(n))
}

func (n *parameters) parse(p *parser) error {
	if p.peek() != scanner.LParen {
		return participle.NextMatch
	}
	var ok bool
	n.list, ok = p.parameterList()
	return reported(ok)
}

func (n *parameterTail) parse(p *parser) error {
	if p.peek() != scanner.LParen {
		return nil
	}
	return (*parameters)(n).parse(p)
}

func (n *classBody) parse(p *parser) error {
	if p.peek() != scanner.LCurly {
		return participle.NextMatch
	}
	var ok bool
	n.members, ok = p.classMembers()
	return reported(ok)
}

func (n *enumBody) parse(p *parser) error {
	if p.peek() != scanner.LCurly {
		return participle.NextMatch
	}
	var ok bool
	n.members, ok = p.enumMembers()
	return reported(ok)
}

func (n *typeLiteral) parse(p *parser) error {
	if p.peek() != scanner.TypeLiteral {
		return participle.NextMatch
	}
	n.node = p.typeConstraint(p.next())
	return nil
}

func (n *typeReference) parse(p *parser) error {
	if p.peek() != scanner.Identifier {
		return participle.NextMatch
	}
	t := p.next()
	n.node = &ast.TypeConstraint{Extent: extent(t), TypeName: scanner.ScanTypeName(p.text, t.Pos.Offset).Name}
	return nil
}

// The hand-written productions as participle calls them.

// Parse implements participle.Parseable.
func (n *pipeline) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *value) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *forPart) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *block) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *scriptBody) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *argument) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *label) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *loopVariable) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *elseTail) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *catches) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *catchTypes) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *finallyTail) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *flags) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *switchCondition) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *switchBody) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *parameters) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *parameterTail) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *classBody) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *enumBody) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *typeLiteral) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }

// Parse implements participle.Parseable.
func (n *typeReference) Parse(lx *lexer.PeekingLexer) error { return descend(lx, n.parse) }
