package parser

import (
	"fmt"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// The levels of binary operators, from loose to tight. All associate to the left; the ternary
// operator is looser than any of them and unary operators, casts and the comma are tighter.
const (
	logicalLevel = iota + 1
	bitwiseLevel
	comparisonLevel
	coalesceLevel
	additiveLevel
	multiplicativeLevel
	formatLevel
	rangeLevel
)

func level(k ast.TokenKind) int {
	switch k {
	case ast.And, ast.Or, ast.Xor:
		return logicalLevel
	case ast.Band, ast.Bor, ast.Bxor:
		return bitwiseLevel
	case ast.QuestionQuestion:
		return coalesceLevel
	case ast.Plus, ast.Minus:
		return additiveLevel
	case ast.Multiply, ast.Divide, ast.Rem:
		return multiplicativeLevel
	case ast.Format:
		return formatLevel
	case ast.DotDot:
		return rangeLevel
	}
	return comparisonLevel
}

// maxChain is how many operators of the same level may follow each other. Each one nests the
// tree one level deeper on its left, and everything that walks the tree recurses.
const maxChain = 20_000

// expression parses a whole expression. In lists whose elements are separated by commas the
// comma is not part of it.
func (p *parser) expression(comma bool) ast.Expression {
	start := p.expressionStart()
	e := p.binary(start, comma, logicalLevel)
	if p.peek() != scanner.Question {
		return e
	}
	question := p.next()
	if !p.deeper() {
		p.shallower()
		return e
	}
	defer p.shallower()
	t := &ast.TernaryExpression{Condition: e}
	if !operandStart.has(p.peek()) {
		p.missingValue(question)
		t.IfTrue = p.noExpression()
	} else {
		t.IfTrue = p.expression(comma)
	}
	if colon := p.token(); colon.Type == scanner.Colon {
		p.next()
		if !operandStart.has(p.peek()) {
			p.missingValue(colon)
			t.IfFalse = p.noExpression()
		} else {
			t.IfFalse = p.expression(comma)
		}
	} else {
		p.skipNewline()
		p.missingAt("MissingColonInTernaryExpression", "Missing ':' in the ternary expression.")
		p.unexpected()
		t.IfFalse = p.noExpression()
	}
	t.Extent = p.from(start)
	return t
}

// expressionStart is where an expression begins: at the attributes parsed before it, if any.
func (p *parser) expressionStart() int32 {
	if len(p.attributes) > 0 {
		return p.attributes[0].Range().Start
	}
	return p.offset()
}

// skipNewline steps over a separator of newlines only, which PowerShell would skip while it looks
// for a token that may stand on the next line.
func (p *parser) skipNewline() {
	if t := p.token(); t.Type == scanner.Sep && scanner.Aux(t) == 1 {
		p.next()
	}
}

// noExpression stands for an operand that is missing.
func (p *parser) noExpression() ast.Expression {
	at := int32(p.previousEnd())
	return &ast.ErrorExpression{Extent: ast.Extent{Start: at, End: at}}
}

// binary parses operands joined by operators of at least a level.
func (p *parser) binary(start int32, comma bool, lowest int) ast.Expression {
	left := p.unary()
	if comma && p.peek() == scanner.Comma {
		left = p.array(start, left)
	}
	for chain := 0; ; chain++ {
		t := p.token()
		if t.Type == scanner.Parameter {
			// A dash word that is no operator.
			p.unexpected()
			p.next()
			left = &ast.ErrorExpression{Extent: p.from(start), NestedAst: []ast.Node{left}}
			continue
		}
		if t.Type != scanner.BinaryOperator {
			return left
		}
		k := ast.TokenKind(scanner.Aux(t))
		l := level(k)
		if l < lowest {
			return left
		}
		if chain > maxChain {
			p.tooLong()
			return left
		}
		p.next()
		b := p.nodes.binaries.next()
		b.Operator, b.Left, b.ErrorPosition = k, left, extent(t)
		if !operandStart.has(p.peek()) {
			p.missingValue(t)
			b.Right = p.noExpression()
		} else {
			b.Right = p.binary(p.offset(), comma, l+1)
		}
		b.Extent = ast.Extent{Start: start, End: max(b.ErrorPosition.End, b.Right.Range().End)}
		left = b
	}
}

// tooLong gives up on a chain of operators that would nest the tree too deeply.
func (p *parser) tooLong() {
	at := int(p.offset())
	p.add("ScriptTooComplicated", at, at, "The script nests too deeply to be parsed.")
	p.abort()
}

// array parses the operands joined to the first one by commas.
func (p *parser) array(start int32, first ast.Expression) ast.Expression {
	a := p.nodes.literals.next()
	elements := p.nodes.expressions.mark()
	p.nodes.expressions.add(first)
	for p.peek() == scanner.Comma {
		p.next()
		if k := p.peek(); !operandStart.has(k) {
			p.missingAfter("MissingExpressionAfterToken", "Missing expression after ','.")
			break
		}
		p.nodes.expressions.add(p.unary())
	}
	a.Elements = p.nodes.expressions.take(elements)
	a.Extent = p.from(start)
	return a
}

// unary parses unary operators, casts and attributes in front of a primary expression.
func (p *parser) unary() ast.Expression {
	if len(p.attributes) > 0 {
		return p.attributed()
	}
	t := p.token()
	switch t.Type {
	case scanner.UnaryOperator, scanner.PrefixIncrement, scanner.Comma, scanner.TypeLiteral, scanner.AttributeOpen:
	default:
		return p.primary()
	}
	if !p.deeper() {
		p.shallower()
		return p.noExpression()
	}
	defer p.shallower()
	start := p.offset()
	switch t.Type {
	case scanner.TypeLiteral:
		return p.typeOrCast()
	case scanner.AttributeOpen:
		p.leadingAttributes()
		return p.attributed()
	case scanner.Comma:
		p.next()
		a := p.nodes.literals.next()
		a.Elements = []ast.Expression{p.unaryOperand(t)}
		a.Extent = p.from(start)
		return a
	}
	p.next()
	u := p.nodes.unaries.next()
	u.TokenKind = ast.TokenKind(scanner.Aux(t))
	u.Child = p.unaryOperand(t)
	u.Extent = p.from(start)
	if u.TokenKind == ast.PlusPlus || u.TokenKind == ast.MinusMinus {
		p.checkIncrement(u.TokenKind, u.Child)
	}
	return u
}

// unaryOperand parses the operand of a unary operator.
func (p *parser) unaryOperand(operator *lexer.Token) ast.Expression {
	if !operandStart.has(p.peek()) {
		p.missingAfter("MissingExpressionAfterOperator", fmt.Sprintf("Missing expression after unary operator '%s'.", p.raw(operator)))
		return p.noExpression()
	}
	return p.unary()
}

// typeOrCast parses [type], or [type]operand.
func (p *parser) typeOrCast() ast.Expression {
	t := p.next()
	x := extent(t)
	k := p.peek()
	if k == scanner.Comma || !operandStart.has(k) {
		n := p.nodes.types.next()
		n.expression.Extent, n.expression.TypeName = x, p.typeName(t, &n.name)
		return p.postfix(&n.expression)
	}
	n := p.nodes.casts.next()
	n.constraint.Extent, n.constraint.TypeName = x, p.typeName(t, &n.name)
	c := &n.expression
	c.Type, c.Child = &n.constraint, p.unary()
	c.Extent = p.from(x.Start)
	p.checkConvert(c)
	return c
}

// attributed parses the operand behind the attributes that have been parsed.
func (p *parser) attributed() ast.Expression {
	list := p.attributes
	p.attributes = nil
	for p.peek() == scanner.AttributeOpen {
		list = append(list, p.attribute())
	}
	if k := p.peek(); !operandStart.has(k) || k == scanner.Comma {
		p.unexpectedAttribute(list[0].(*ast.Attribute))
		return &ast.ErrorExpression{Extent: p.from(list[0].Range().Start)}
	}
	e := p.unary()
	for i := len(list) - 1; i >= 0; i-- {
		e = &ast.AttributedExpression{Extent: p.from(list[i].Range().Start), Attribute: list[i].(*ast.Attribute), Child: e}
	}
	return e
}

func (p *parser) unexpectedAttribute(a *ast.Attribute) {
	p.add("UnexpectedAttribute", int(a.Start), int(a.End), fmt.Sprintf("Unexpected attribute '%s'.", a.TypeName)).Incomplete = p.cutShort()
}
