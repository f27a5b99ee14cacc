package parser

import (
	"fmt"
	"strings"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// modifiers are what stands before the name of a class member.
type modifiers struct {
	attributes []*ast.Attribute
	typ        *ast.TypeConstraint
	flags      ast.MemberAttributes
}

// classMembers parses the { … } of a class. It returns false if it gave up before the end.
func (p *parser) classMembers() (list []ast.Member, ok bool) {
	open := p.next()
	id := int32(scanner.Aux(open))
	for {
		for p.accept(scanner.Sep) {
		}
		start := p.offset()
		m := p.memberModifiers()
		switch t := p.token(); t.Type {
		case scanner.Variable:
			list = append(list, p.property(start, m, id))
			continue
		case scanner.Identifier:
			if n := p.method(start, m); n != nil {
				list = append(list, n)
			}
			continue
		}
		if p.accept(scanner.RCurly) {
			return list, true
		}
		p.missingBrace(scanner.End(open), scanner.End(open))
		return list, false
	}
}

func (p *parser) memberModifiers() (m modifiers) {
	m.flags = ast.Public
	for {
		switch t := p.token(); t.Type {
		case scanner.TypeLiteral:
			p.next()
			m.typ = p.typeConstraint(t)
		case scanner.AttributeOpen:
			m.attributes = append(m.attributes, p.attribute())
		case scanner.Static, scanner.Hidden:
			p.next()
			flag := ast.Static
			if t.Type == scanner.Hidden {
				flag = ast.Hidden
			}
			if m.flags&flag != 0 {
				p.add("DuplicateQualifier", t.Pos.Offset, scanner.End(t), fmt.Sprintf("Duplicate '%s' qualifier", strings.ToLower(t.Value)))
			}
			m.flags |= flag
		default:
			return m
		}
	}
}

// terminator ends a property or enumeration member at start; the separator may be a semicolon,
// which then belongs to it. Another member on the same line is reported.
func (p *parser) terminator(start int32, id int32) ast.Extent {
	x := p.from(start)
	switch t := p.token(); t.Type {
	case scanner.Sep:
		if strings.HasPrefix(t.Value, ";") {
			x.End = int32(t.Pos.Offset) + 1
		}
	case scanner.RCurly, scanner.EOF:
	default:
		p.missingAfter("MissingPropertyTerminator", "Missing ';' or end-of-line in property definition.")
		p.restart(int(p.offset()), id)
	}
	return x
}

func (p *parser) property(start int32, m modifiers, id int32) *ast.PropertyMember {
	t := p.next()
	n := &ast.PropertyMember{Name: t.Value, NameExtent: extent(t), PropertyType: m.typ, Attributes: m.attributes, PropertyAttributes: m.flags}
	if p.peek() == scanner.AssignmentOperator {
		p.next()
		if !operandStart.has(p.peek()) {
			// PowerShell takes it for a property without a value that ends before the operator.
			n.Extent = ast.Extent{Start: start, End: n.NameExtent.End}
			return n
		}
		n.InitialValue = p.expression(true)
	}
	n.Extent = p.terminator(start, id)
	return n
}

// method parses a method or constructor. It returns nil if that has no body.
func (p *parser) method(start int32, m modifiers) *ast.FunctionMember {
	t := p.next()
	name := int32(t.Pos.Offset)
	f := &ast.FunctionDefinition{Name: t.Value, NameExtent: extent(t)}
	n := &ast.FunctionMember{Name: t.Value, NameExtent: f.NameExtent, Attributes: m.attributes, ReturnType: m.typ, MethodAttributes: m.flags, Function: f}
	if p.peek() == scanner.LParen {
		var ok bool
		if f.Parameters, ok = p.parameterList(); !ok {
			p.skipTo(scanner.RCurly)
			return nil
		}
	} else {
		p.missingAfter("MissingMethodParameterList", "Missing '(' in class method parameter list.")
	}
	var base *ast.BaseCtorInvokeMember
	if p.accept(scanner.Colon) {
		base = p.baseCall()
	}
	if p.peek() != scanner.LCurly {
		p.missingAfter("MissingFunctionBody", "Missing function body in function declaration.")
		p.skipTo(scanner.RCurly)
		return nil
	}
	f.Body = p.scriptBlock()
	f.Extent, n.Extent = p.from(name), p.from(start)
	if base != nil {
		p.insertBaseCall(f.Body, base)
	}
	return n
}

// baseCall parses base( … ) behind the colon of a constructor.
func (p *parser) baseCall() *ast.BaseCtorInvokeMember {
	start := p.offset()
	if !p.accept(scanner.Base) || p.peek() != scanner.CallOpen {
		p.missingAfter("MissingBaseCtorCall", "Missing 'base' after ':' in a base class constructor call.")
		return nil
	}
	n := &ast.BaseCtorInvokeMember{Arguments: p.callArguments()}
	n.Extent = p.from(start)
	return n
}

// insertBaseCall makes a base call the first statement of a constructor.
func (p *parser) insertBaseCall(b *ast.ScriptBlock, call *ast.BaseCtorInvokeMember) {
	if b.EndBlock == nil {
		b.EndBlock = &ast.NamedBlock{BlockKind: ast.End, Unnamed: true}
	}
	s := &ast.CommandExpression{Extent: call.Extent, Expression: call}
	b.EndBlock.Statements = append([]ast.Statement{s}, b.EndBlock.Statements...)
}

// constructors marks the methods with the name of their class, and gives each the base call that
// stands in it when none is written.
func (p *parser) constructors(t *ast.TypeDefinition) {
	for _, m := range t.Members {
		f, ok := m.(*ast.FunctionMember)
		if !ok || !strings.EqualFold(f.Name, t.Name) {
			continue
		}
		f.IsConstructor = true
		if f.ReturnType != nil {
			x := f.ReturnType.Extent
			p.add("ConstructorCantHaveReturnType", int(x.Start), int(x.End), "A constructor cannot specify a return type.")
		}
		if !f.IsStatic() && !hasBaseCall(f.Body()) {
			p.insertBaseCall(f.Body(), &ast.BaseCtorInvokeMember{Implied: true})
		}
	}
}

func hasBaseCall(b *ast.ScriptBlock) bool {
	if b.EndBlock == nil || len(b.EndBlock.Statements) == 0 {
		return false
	}
	c, ok := b.EndBlock.Statements[0].(*ast.CommandExpression)
	if !ok {
		return false
	}
	_, ok = c.Expression.(*ast.BaseCtorInvokeMember)
	return ok
}

// enumMembers parses the { … } of an enumeration. It returns false if it gave up before the end.
func (p *parser) enumMembers() (list []ast.Member, ok bool) {
	open := p.next()
	id := int32(scanner.Aux(open))
	for {
		for p.accept(scanner.Sep) {
		}
		t := p.token()
		if t.Type != scanner.Identifier {
			break
		}
		p.next()
		n := &ast.PropertyMember{Name: t.Value, NameExtent: extent(t), PropertyAttributes: ast.Public | ast.Static | ast.Literal}
		if operator := p.token(); operator.Type == scanner.AssignmentOperator {
			p.next()
			if !operandStart.has(p.peek()) {
				p.missingValue(operator)
				n.InitialValue = p.noExpression()
			} else {
				n.InitialValue = p.expression(true)
			}
		}
		n.Extent = p.terminator(int32(t.Pos.Offset), id)
		list = append(list, n)
	}
	if p.accept(scanner.RCurly) {
		return list, true
	}
	p.missingBrace(scanner.End(open), scanner.End(open))
	return list, false
}
