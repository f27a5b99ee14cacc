package parser

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// paramBlock parses param( … ) with the attributes before it.
func (p *parser) paramBlock(id int32) *ast.ParamBlock {
	b := &ast.ParamBlock{}
	for _, a := range p.attributes {
		b.Attributes = append(b.Attributes, a.(*ast.Attribute))
	}
	p.attributes = nil
	start := p.offset()
	first := p.at
	n, err := paramProduction.parse(p)
	if err != nil {
		p.productionFailed("paramStatement", first, err)
		b.Extent = p.from(start)
		p.restart(int(p.offset()), id)
		return b
	}
	b.Parameters = n.Parameters.list
	b.Extent = p.from(start)
	return b
}

// leadingAttributes parses the attributes at the start of a statement. They wait for what they
// belong to: a param block, a type definition or an expression.
func (p *parser) leadingAttributes() {
	list := p.attributes
	p.attributes = nil
	for p.peek() == scanner.AttributeOpen {
		list = append(list, p.attribute())
	}
	p.attributes = list
}

// attributedStatement parses the statement behind attributes.
func (p *parser) attributedStatement() (ast.Statement, bool) {
	p.leadingAttributes()
	list := p.attributes
	start := list[0].Range().Start
	switch k := p.peek(); {
	case k == scanner.Class || k == scanner.Enum:
		p.attributes = nil
		s, ok := p.produce(k)
		if t, isType := s.(*ast.TypeDefinition); isType {
			for _, a := range list {
				t.Attributes = append(t.Attributes, a.(*ast.Attribute))
			}
			t.Start = start
		}
		return s, ok
	case k == scanner.Variable || k == scanner.TypeLiteral:
		return p.pipelineChain(), true
	}
	p.attributes = nil
	p.unexpectedAttribute(list[0].(*ast.Attribute))
	if k := p.peek(); !pipelineEnd.has(k) && k != lexer.EOF {
		p.unexpected()
	}
	return &ast.ErrorStatement{Extent: p.from(start)}, false
}

// attribute parses [Name(arguments)].
func (p *parser) attribute() *ast.Attribute {
	open := p.next()
	a := &ast.Attribute{TypeName: &ast.TypeName{Name: open.Value}}
	name := int32(open.Pos.Offset + strings.Index(p.raw(open), open.Value))
	a.TypeName.Extent = ast.Extent{Start: name, End: name + int32(len(open.Value))}
	start := int32(open.Pos.Offset)
	for operandStart.has(p.peek()) || p.peek() == scanner.Identifier {
		p.attributeArgument(a)
		if !p.accept(scanner.Comma) {
			break
		}
	}
	switch {
	case p.accept(scanner.AttributeClose):
	case p.accept(scanner.RParen):
		p.missingAfter("EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute or type literal.")
	default:
		p.missingAfter("MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
		if t := p.token(); t.Type == scanner.Bad && t.Value == "]" {
			p.next()
		}
		p.resume(int32(scanner.Aux(open)))
	}
	a.Extent = p.from(start)
	return a
}

func (p *parser) attributeArgument(a *ast.Attribute) {
	t := p.token()
	if t.Type != scanner.Identifier {
		a.PositionalArguments = append(a.PositionalArguments, p.expression(false))
		return
	}
	p.next()
	n := &ast.NamedAttributeArgument{ArgumentName: t.Value}
	switch {
	case !p.accept(scanner.AssignmentOperator):
		n.ExpressionOmitted = true
		n.Argument = &ast.ConstantExpression{Extent: extent(t), Value: ast.Number{Kind: ast.Boolean, Bits: 1, Text: t.Value}}
	case !operandStart.has(p.peek()):
		p.missingAfter("MissingExpressionInNamedArgument", "Missing statement after '=' in named argument.")
		p.missingAfter("MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
		n.Argument = p.noExpression()
	default:
		n.Argument = p.expression(false)
	}
	n.Extent = p.from(int32(t.Pos.Offset))
	for _, other := range a.NamedArguments {
		if strings.EqualFold(other.ArgumentName, n.ArgumentName) {
			p.add("DuplicateNamedArgument", int(n.Start), int(n.End), fmt.Sprintf("Duplicate named arguments '%s' are not allowed.", n.ArgumentName))
			break
		}
	}
	a.NamedArguments = append(a.NamedArguments, n)
}

// parameterList parses ( parameters ). It returns false if it gave up before the closing
// parenthesis.
func (p *parser) parameterList() (list []*ast.Parameter, ok bool) {
	const id, message = "MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list."
	p.next()
	mark := p.nodes.formals.mark()
	for p.peek() != scanner.RParen {
		n, missing := p.parameter()
		if n == nil {
			if missing {
				p.missingAfter("InvalidFunctionParameter", "Parameter declarations are a comma-separated list of variable names with optional initializer expressions.")
				p.missingAfter(id, message)
				return p.nodes.formals.take(mark), p.accept(scanner.RParen)
			}
			if p.nodes.formals.mark() > mark {
				p.missingAfter("MissingExpressionAfterToken", "Missing expression after ','.")
			}
			break
		}
		p.nodes.formals.add(n)
		if !p.accept(scanner.Comma) {
			break
		}
		if p.peek() == scanner.RParen {
			p.missingAfter("MissingExpressionAfterToken", "Missing expression after ','.")
		}
	}
	list = p.nodes.formals.take(mark)
	p.checkParameters(list)
	if p.accept(scanner.RParen) {
		return list, true
	}
	at := p.previousEnd()
	if n := len(list); n > 0 {
		at = int(list[n-1].End)
	}
	p.add(id, at, at, message).Incomplete = p.cutShort()
	p.accept(scanner.LCurly)
	return list, false
}

// parameter parses one parameter. It returns nil if there is none; missing says that there were
// attributes without a variable.
func (p *parser) parameter() (n *ast.Parameter, missing bool) {
	start := p.offset()
	mark := p.nodes.attributes.mark()
	for {
		t := p.token()
		if t.Type == scanner.TypeLiteral {
			p.next()
			p.nodes.attributes.add(p.typeConstraint(t))
		} else if t.Type == scanner.AttributeOpen {
			p.nodes.attributes.add(p.attribute())
		} else {
			break
		}
	}
	attributes := p.nodes.attributes.take(mark)
	t := p.token()
	if t.Type != scanner.Variable {
		return nil, len(attributes) > 0
	}
	p.next()
	n = p.nodes.formal.next()
	n.Attributes, n.Name = attributes, p.plainVariable(t)
	n.Extent = p.from(start)
	if p.peek() == scanner.AssignmentOperator {
		p.next()
		if !operandStart.has(p.peek()) {
			p.missingAfter("MissingExpressionAfterToken", "Missing expression after '='.")
			return n, false
		}
		n.DefaultValue = p.expression(false)
		n.Extent = p.from(start)
	}
	return n, false
}

// switchClauses parses the { … } of a switch.
func (p *parser) switchClauses(n *switchBody) bool {
	open := p.next()
	id := int32(scanner.Aux(open))
	for {
		for p.accept(scanner.Sep) {
		}
		t := p.token()
		if t.Type == scanner.RCurly || t.Type == lexer.EOF {
			break
		}
		if !beginsArgument(t.Type) {
			p.missingAfter("MissingSwitchConditionExpression", "Missing condition in switch statement clause.")
			return false
		}
		condition := p.argument()
		if p.peek() != scanner.LCurly {
			p.missingAfter("MissingSwitchStatementClause", "Missing statement block in switch statement clause.")
			if k := p.peek(); k != lexer.EOF && k != scanner.RCurly {
				p.restart(int(p.offset()), id)
			}
			continue
		}
		body := p.statementBlock()
		w, isWord := condition.(*ast.StringConstantExpression)
		if !isWord || w.StringConstantType != ast.BareWord || !strings.EqualFold(w.Value, "default") {
			n.clauses = append(n.clauses, ast.SwitchClause{Condition: condition, Body: body})
			continue
		}
		if n.otherwise != nil {
			p.add("MultipleSwitchDefaultClauses", int(w.Start), int(w.End), "A switch statement can have only one default clause.")
		}
		n.otherwise = body
	}
	p.closeBlock(open)
	return true
}
