package parser

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// primary parses a primary expression with its members, indexes and calls.
func (p *parser) primary() ast.Expression {
	t := p.token()
	var e ast.Expression
	switch t.Type {
	case scanner.Variable:
		p.next()
		e = p.variable(t)
	case scanner.Splat:
		p.next()
		p.splatNotPermitted(t)
		e = p.variable(t)
	case scanner.String:
		p.next()
		e = p.word(extent(t), t.Value, ast.StringConstantType(scanner.Aux(t)))
	case scanner.Number:
		p.next()
		e = p.number(t)
	case scanner.ExpandOpen:
		e = p.expandableString()
	case scanner.LParen:
		e = p.paren()
	case scanner.DollarParen:
		e = p.dollarParen()
	case scanner.AtParen:
		a := p.nodes.arrays.next()
		a.SubExpression, a.Extent = p.subExpression()
		e = a
	case scanner.LCurly:
		e = p.blockExpression()
	case scanner.AtCurly:
		e = p.hashtable()
	default:
		p.unexpected()
		return p.noExpression()
	}
	if postfixStart.has(p.peek()) {
		return p.postfix(e)
	}
	return e
}

// plainVariable makes the node of a variable token.
func (p *parser) plainVariable(t *lexer.Token) *ast.VariableExpression {
	v := p.nodes.variables.next()
	v.Extent, v.VariablePath, v.Splatted = extent(t), ast.NewVariablePath(t.Value), t.Type == scanner.Splat
	return v
}

// blockExpression parses { … } as a value.
func (p *parser) blockExpression() ast.Expression {
	n := p.nodes.blockExpressions.next()
	n.ScriptBlock = p.scriptBlock()
	n.Extent = n.ScriptBlock.Extent
	return n
}

// variable makes the node of a variable token, which with the scope using is inside another.
func (p *parser) variable(t *lexer.Token) ast.Expression {
	v := p.plainVariable(t)
	if v.VariablePath.Scope == ast.ScopeUsing {
		v.VariablePath = ast.NewVariablePath(v.VariablePath.Name)
		return &ast.UsingExpression{Extent: v.Extent, SubExpression: v}
	}
	return v
}

func (p *parser) number(t *lexer.Token) ast.Expression {
	n, ok := parseNumber(t.Value)
	if !ok {
		p.add("BadNumericConstant", t.Pos.Offset, scanner.End(t), fmt.Sprintf("The numeric constant %s is not valid.", t.Value))
	}
	c := p.nodes.constants.next()
	c.Extent, c.Value = extent(t), n
	return c
}

// paren parses ( pipeline ).
func (p *parser) paren() ast.Expression {
	open := p.next()
	start := int32(open.Pos.Offset)
	e := p.nodes.parens.next()
	if p.peek() == scanner.RParen || p.atEnd() {
		p.missingAfter("ExpectedExpression", "An expression was expected after '('.")
		e.Pipeline = &ast.ErrorStatement{Extent: p.from(start)}
	} else {
		e.Pipeline = p.pipelineChain()
	}
	p.closeParen(open, "MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
	e.Extent = p.from(start)
	return e
}

// closeParen consumes the parenthesis that closes the bracket of open, or reports it missing
// behind the previous token and goes on as if it stood there.
func (p *parser) closeParen(open *lexer.Token, id, message string) bool {
	if p.accept(scanner.RParen) {
		return true
	}
	p.missingAfter(id, message)
	p.resume(int32(scanner.Aux(open)))
	return false
}

// subExpression parses $( … ) or @( … ). The block covers the statements without the brackets.
func (p *parser) subExpression() (*ast.StatementBlock, ast.Extent) {
	open := p.next()
	b := p.nodes.blocks.next()
	inside := scanner.End(open)
	b.Statements, b.Traps = p.statements(int32(scanner.Aux(open)), false)
	if len(b.Statements)+len(b.Traps) > 0 {
		b.Extent = blockExtent(-1, nil, b.Statements, b.Traps)
	} else {
		b.Extent = p.emptyExtent(inside)
	}
	if !p.accept(scanner.RParen) {
		const id, message = "MissingEndParenthesisInSubexpression", "Missing closing ')' in subexpression."
		if p.atEnd() {
			// PowerShell places it behind the end of the text.
			at := len(p.text) + 1
			p.add(id, at, at, message).Incomplete = true
		} else {
			p.missingAt(id, message)
		}
		p.resume(int32(scanner.Aux(open)))
	}
	return b, p.from(int32(open.Pos.Offset))
}

func (p *parser) dollarParen() *ast.SubExpression {
	n := p.nodes.subExpressions.next()
	n.SubExpression, n.Extent = p.subExpression()
	return n
}

// expandableString parses a string or word with expansions.
func (p *parser) expandableString() ast.Expression {
	open := p.next()
	_, kind := scanner.ExpandAux(scanner.Aux(open))
	e := p.nodes.expandables.next()
	e.StringConstantType = ast.StringConstantType(kind)
	parts, nested := p.nodes.parts.mark(), p.nodes.expressions.mark()
	start := scanner.End(open)
	end := start
	verbatim := true // no text in it differs from the source
	for {
		t := p.token()
		var part ast.Expression
		switch t.Type {
		case scanner.ExpandText:
			p.next()
			end = scanner.End(t)
			verbatim = verbatim && len(t.Value) == end-t.Pos.Offset
			p.nodes.parts.add(ast.StringPart{Text: t.Value})
			continue
		case scanner.Variable:
			p.next()
			part = p.variable(t)
		case scanner.DollarParen:
			part = p.dollarParen()
		default:
			p.accept(scanner.ExpandClose)
			e.Parts, e.NestedExpressions = p.nodes.parts.take(parts), p.nodes.expressions.take(nested)
			e.Extent = p.from(int32(open.Pos.Offset))
			if verbatim {
				e.Value = p.text[start:min(end, len(p.text))]
			} else {
				e.Value = p.expandableText(e.Parts)
			}
			return e
		}
		end = int(part.Range().End)
		p.nodes.parts.add(ast.StringPart{Expression: part})
		p.nodes.expressions.add(part)
	}
}

// expandableText joins the texts of an expandable string, and the source of the expansions.
func (p *parser) expandableText(parts []ast.StringPart) string {
	var b strings.Builder
	for _, part := range parts {
		if part.Expression == nil {
			b.WriteString(part.Text)
			continue
		}
		x := part.Expression.Range()
		b.WriteString(p.text[x.Start:min(int(x.End), len(p.text))])
	}
	return b.String()
}

// hashtable parses @{ key = value; … }.
func (p *parser) hashtable() ast.Expression {
	open := p.next()
	h := p.nodes.hashtables.next()
	pairs := p.nodes.pairs.mark()
	start := int32(open.Pos.Offset)
	for {
		for p.accept(scanner.Sep) {
		}
		if k := p.peek(); k != scanner.Identifier && !operandStart.has(k) {
			break
		}
		pair, ok := p.pair()
		p.nodes.pairs.add(pair)
		if !ok {
			p.skipTo(scanner.RCurly)
		}
		if p.peek() != scanner.Sep {
			break
		}
	}
	if !p.accept(scanner.RCurly) {
		p.missingBrace(scanner.End(open), scanner.End(open))
		p.resume(int32(scanner.Aux(open)))
	}
	h.Extent = p.from(start)
	h.KeyValuePairs = p.nodes.pairs.take(pairs)
	p.checkKeys(h)
	return h
}

// pair parses one entry of a hash literal.
func (p *parser) pair() (pair ast.KeyValuePair, ok bool) {
	if t := p.token(); t.Type == scanner.Identifier {
		p.next()
		pair.Key = p.word(extent(t), t.Value, ast.BareWord)
	} else {
		pair.Key = p.unary()
	}
	if t := p.token(); t.Type != scanner.AssignmentOperator || ast.TokenKind(scanner.Aux(t)) != ast.Equals {
		p.missingAfter("MissingEqualsInHashLiteral", "Missing '=' operator after key in hash literal.")
		pair.Value = &ast.ErrorStatement{Extent: p.from(p.offset())}
		return pair, false
	}
	p.next()
	if !p.beginsStatement(p.peek()) {
		p.missingAfter("MissingStatementInHashLiteral", "Missing statement after '=' in hash literal.")
		pair.Value = &ast.ErrorStatement{Extent: p.from(int32(p.previousEnd()))}
		return pair, true
	}
	s, ok := p.statement()
	if !ok {
		p.broken = true
	}
	if s == nil {
		s = &ast.ErrorStatement{Extent: p.from(p.offset())}
	}
	pair.Value = s
	return pair, true
}

// skipTo drops tokens up to one of a kind in the same bracket.
func (p *parser) skipTo(k scanner.Kind) {
	depth := 0
	for {
		t := p.token()
		if t.Type == lexer.EOF || depth == 0 && t.Type == k {
			return
		}
		depth += nesting(t.Type)
		if depth < 0 {
			return
		}
		p.next()
	}
}

// postfix parses members, indexes, calls and increments behind an expression.
func (p *parser) postfix(e ast.Expression) ast.Expression {
	start := e.Range().Start
	if u, ok := e.(*ast.UsingExpression); ok {
		return p.usingPostfix(u)
	}
	for chain := 0; ; chain++ {
		t := p.token()
		switch t.Type {
		case scanner.Dot, scanner.ColonColon, scanner.QuestionDot:
			e = p.member(start, e)
		case scanner.LBracket, scanner.QuestionLBracket:
			e = p.index(start, e)
		case scanner.PostfixIncrement:
			p.next()
			p.checkIncrement(ast.TokenKind(scanner.Aux(t)), e)
			u := p.nodes.unaries.next()
			u.Extent, u.TokenKind, u.Child = p.from(start), ast.TokenKind(scanner.Aux(t)), e
			e = u
		default:
			return e
		}
		if chain > maxChain {
			p.tooLong()
		}
	}
}

// usingPostfix parses members and indexes behind $using:name, which belong to the variable inside
// the UsingExpression.
func (p *parser) usingPostfix(u *ast.UsingExpression) ast.Expression {
	u.SubExpression = p.postfix(u.SubExpression)
	u.Extent = u.SubExpression.Range()
	return u
}

func (p *parser) index(start int32, target ast.Expression) ast.Expression {
	open := p.next()
	n := p.nodes.indexes.next()
	n.Target, n.NullConditional = target, open.Type == scanner.QuestionLBracket
	if !operandStart.has(p.peek()) {
		p.missingAfter("MissingArrayIndexExpression", "Array index expression is missing or not valid.")
		n.Index = p.noExpression()
	} else {
		n.Index = p.expression(true)
	}
	if !p.accept(scanner.RBracket) {
		p.missingAfter("MissingEndSquareBracket", "Missing ']' after array index expression.")
		p.resume(int32(scanner.Aux(open)))
	}
	n.Extent = p.from(start)
	return n
}

// member parses .name, ::name and calls of it.
func (p *parser) member(start int32, target ast.Expression) ast.Expression {
	t := p.next()
	static, conditional := t.Type == scanner.ColonColon, t.Type == scanner.QuestionDot
	name := p.memberName()
	if name == nil {
		p.missingAfter("MissingPropertyName", "Missing property name after reference operator.")
		return &ast.ErrorExpression{Extent: p.from(start), NestedAst: []ast.Node{target}}
	}
	var generic []*ast.TypeName
	if g := p.token(); g.Type == scanner.GenericArguments {
		p.next()
		generic = scanner.ParseTypeArguments(p.text, g.Pos.Offset)
	}
	var arguments []ast.Expression
	switch p.peek() {
	case scanner.CallOpen:
		arguments = p.callArguments()
	case scanner.CallCurly:
		arguments = []ast.Expression{p.blockExpression()}
	default:
		n := p.nodes.members.next()
		*n = ast.MemberExpression{Extent: p.from(start), Expression: target, Member: name, Static: static, NullConditional: conditional}
		return n
	}
	n := p.nodes.calls.next()
	*n = ast.InvokeMemberExpression{Extent: p.from(start), Expression: target, Member: name, Arguments: arguments,
		GenericTypeArguments: generic, Static: static, NullConditional: conditional}
	return n
}

// memberName parses the name behind a reference operator; nil if there is none.
func (p *parser) memberName() ast.Expression {
	t := p.token()
	switch t.Type {
	case scanner.Member:
		p.next()
		return p.word(extent(t), t.Value, ast.BareWord)
	case scanner.Variable, scanner.Splat:
		p.next()
		return p.variable(t)
	case scanner.String:
		p.next()
		return p.word(extent(t), t.Value, ast.StringConstantType(scanner.Aux(t)))
	case scanner.Number:
		p.next()
		return p.number(t)
	case scanner.ExpandOpen:
		return p.expandableString()
	case scanner.LParen:
		return p.paren()
	case scanner.DollarParen:
		return p.dollarParen()
	case scanner.LCurly:
		return p.blockExpression()
	}
	return nil
}

// callArguments parses the ( … ) of a method call.
func (p *parser) callArguments() []ast.Expression {
	open := p.next()
	list := p.nodes.expressions.mark()
	if operandStart.has(p.peek()) && p.peek() != scanner.Comma {
		for {
			p.nodes.expressions.add(p.expression(false))
			if !p.accept(scanner.Comma) {
				break
			}
			if !operandStart.has(p.peek()) {
				p.missingAfter("MissingExpressionAfterToken", "Missing expression after ','.")
				break
			}
		}
	}
	p.closeParen(open, "MissingEndParenthesisInMethodCall", "Missing ')' in method call.")
	return p.nodes.expressions.take(list)
}
