package parser

import (
	"fmt"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// command parses a command with its arguments and redirections.
func (p *parser) command(c *ast.Command) ast.CommandBase {
	start := p.offset()
	elements := p.nodes.elements.mark()
	if t := p.token(); t.Type == scanner.CallOperator {
		p.next()
		c.InvocationOperator = ast.TokenKind(scanner.Aux(t))
		if !beginsArgument(p.peek()) {
			p.add("MissingExpression", t.Pos.Offset, scanner.End(t), fmt.Sprintf("Missing expression after '%s' in pipeline element.", p.raw(t))).Incomplete = p.cutShort()
			p.unexpected()
			c.CommandElements = []ast.CommandElement{p.noExpression()}
			c.Extent = p.from(start)
			return c
		}
	}
	p.nodes.elements.add(p.argument())
	for {
		t := p.token()
		switch t.Type {
		case scanner.Parameter, scanner.ParameterColon:
			p.nodes.elements.add(p.commandParameter())
		case scanner.Redirection, scanner.Merging:
			c.Redirections = p.redirection(c.Redirections)
		case scanner.Verbatim:
			p.next()
			p.nodes.elements.add(p.word(extent(t), t.Value, ast.BareWord))
		case scanner.Comma:
			p.missingAt("MissingArgument", "Missing argument in parameter list.")
			p.next()
		default:
			if !beginsArgument(t.Type) {
				c.CommandElements = p.nodes.elements.take(elements)
				c.Extent = p.from(start)
				return c
			}
			p.nodes.elements.add(p.argumentList())
		}
	}
}

// commandParameter parses -Name or -Name:argument.
func (p *parser) commandParameter() *ast.CommandParameter {
	t := p.next()
	n := p.nodes.parameters.next()
	n.Extent, n.ParameterName, n.ErrorPosition = extent(t), t.Value, extent(t)
	if t.Type == scanner.Parameter {
		return n
	}
	if !beginsArgument(p.peek()) {
		p.missingAfter("ParameterRequiresArgument", fmt.Sprintf("Parameter -%s: requires an argument.", t.Value))
		return n
	}
	n.Argument = p.argumentList()
	n.End = n.Argument.Range().End
	return n
}

// argumentList parses an argument, or several joined by commas, which are an array.
func (p *parser) argumentList() ast.Expression {
	start := p.offset()
	first := p.argument()
	if p.peek() != scanner.Comma {
		return first
	}
	a := p.nodes.literals.next()
	elements := p.nodes.expressions.mark()
	p.nodes.expressions.add(first)
	for p.peek() == scanner.Comma {
		p.next()
		if !beginsArgument(p.peek()) {
			p.missingAfter("MissingExpression", "Missing expression after ',' in pipeline element.")
			break
		}
		p.nodes.expressions.add(p.argument())
	}
	a.Elements = p.nodes.expressions.take(elements)
	a.Extent = p.from(start)
	for _, e := range a.Elements {
		if v, ok := e.(*ast.VariableExpression); ok && v.Splatted {
			p.add("SplattingNotPermittedInArgumentList", int(v.Start), int(v.End),
				fmt.Sprintf("Splatted variables like '@%s' cannot be part of a comma-separated list of arguments.", v.VariablePath.UserPath))
		}
	}
	return a
}

// argument parses one argument: a word or a primary expression.
func (p *parser) argument() ast.Expression {
	t := p.token()
	switch t.Type {
	case scanner.Generic:
		p.next()
		return p.word(extent(t), t.Value, ast.BareWord)
	case scanner.Splat:
		p.next()
		v := p.variable(t)
		if n := p.peek(); n == scanner.Dot || n == scanner.LBracket || n == scanner.ColonColon {
			p.splatNotPermitted(t)
			return p.postfix(v)
		}
		return v
	}
	return p.primary()
}

func (p *parser) splatNotPermitted(t *scanner.Token) {
	p.add("SplattingNotPermitted", t.Pos.Offset, scanner.End(t), fmt.Sprintf(
		"The splatting operator '@' cannot be used to reference variables in an expression. '@%[1]s' can be used only as an argument to a command. To reference variables in an expression use '$%[1]s'.", t.Value))
}
