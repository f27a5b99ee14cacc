package parser

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// kindSet is a set of token kinds.
type kindSet [128]bool

func kinds(list ...scanner.Kind) (s kindSet) {
	for _, k := range list {
		s[k] = true
	}
	return s
}

func (s *kindSet) has(k scanner.Kind) bool { return uint(k) < uint(len(s)) && s[k] }

var (
	// argumentStart are the tokens an argument can begin with.
	argumentStart = kinds(scanner.Variable, scanner.Splat, scanner.String, scanner.Number, scanner.LParen, scanner.ExpandOpen,
		scanner.DollarParen, scanner.AtParen, scanner.LCurly, scanner.AtCurly, scanner.Generic)
	// operandStart are the tokens an expression can begin with.
	operandStart = kinds(scanner.Variable, scanner.Splat, scanner.String, scanner.Number, scanner.LParen, scanner.ExpandOpen,
		scanner.DollarParen, scanner.AtParen, scanner.LCurly, scanner.AtCurly, scanner.UnaryOperator, scanner.PrefixIncrement,
		scanner.TypeLiteral, scanner.AttributeOpen, scanner.Comma)
	// postfixStart are the tokens that go on behind a primary expression.
	postfixStart = kinds(scanner.Dot, scanner.ColonColon, scanner.QuestionDot, scanner.LBracket, scanner.QuestionLBracket, scanner.PostfixIncrement)
	// pipelineEnd are the tokens that may stand behind a pipeline.
	pipelineEnd = kinds(scanner.Sep, scanner.Semi, scanner.RParen, scanner.RCurly)
)

func beginsArgument(k scanner.Kind) bool { return argumentStart.has(k) }

func beginsPipeline(k scanner.Kind) bool {
	return operandStart.has(k) || k == scanner.Generic || k == scanner.CallOperator || k == scanner.Pipe
}

// pipelineChain parses an assignment, or pipelines joined by && and ||, and & behind them.
func (p *parser) pipelineChain() ast.PipelineBase {
	start := p.offset()
	n := p.pipelineOrAssignment()
	if a, ok := n.(*ast.AssignmentStatement); ok {
		return a
	}
	for {
		t := p.token()
		if t.Type != scanner.AndAnd && t.Type != scanner.OrOr || n == nil {
			break
		}
		p.next()
		if !beginsPipeline(p.peek()) {
			p.missingAfter("EmptyPipelineChainElement", "A pipeline chain operator must be followed by a pipeline.")
			break
		}
		r, ok := p.pipelineOrAssignment().(*ast.Pipeline)
		if !ok {
			break
		}
		n = &ast.PipelineChain{Extent: p.from(start), LhsPipelineChain: n, RhsPipeline: r, Operator: ast.TokenKind(scanner.Aux(t))}
	}
	if p.peek() == scanner.Background {
		p.next()
		switch n := n.(type) {
		case *ast.Pipeline:
			n.Background = true
		case *ast.PipelineChain:
			n.Background = true
		}
	} else if k := p.peek(); !pipelineEnd.has(k) && k != lexer.EOF && n != nil {
		p.unexpected()
	}
	if n == nil {
		return &ast.ErrorStatement{Extent: p.from(start)}
	}
	return n
}

// pipelineOrAssignment parses one pipeline. It returns nil, having consumed nothing, if none
// begins here.
func (p *parser) pipelineOrAssignment() ast.PipelineBase {
	start := p.offset()
	if p.peek() == scanner.Pipe {
		p.missingAt("EmptyPipeElement", "An empty pipe element is not allowed.")
		p.next()
	}
	if len(p.attributes) > 0 {
		start = p.attributes[0].Range().Start
	}
	var n *ast.Pipeline
	switch k := p.peek(); {
	case k == scanner.Generic || k == scanner.CallOperator || k == scanner.ExpandOpen && p.isWord():
		c := p.nodes.commandPipelines.next()
		n = &c.pipeline
		c.elements[0] = p.command(&c.command)
		n.PipelineElements = c.elements[:1:1]
	case operandStart.has(k):
		e := p.expression(true)
		if p.peek() == scanner.AssignmentOperator {
			return p.assignment(start, e)
		}
		c := p.nodes.expressionPipelines.next()
		n = &c.pipeline
		c.elements[0] = p.commandExpression(&c.command, start, e)
		n.PipelineElements = c.elements[:1:1]
	default:
		return nil
	}
	if p.peek() == scanner.Pipe {
		p.pipes(n)
	}
	n.Extent = p.from(start)
	return n
}

// pipes parses what follows the first element of a pipeline.
func (p *parser) pipes(n *ast.Pipeline) {
	mark := p.nodes.pipes.mark()
	p.nodes.pipes.add(n.PipelineElements[0])
	for p.accept(scanner.Pipe) {
		c := p.pipelineElement()
		if c == nil {
			break
		}
		p.nodes.pipes.add(c)
	}
	n.PipelineElements = p.nodes.pipes.take(mark)
}

// isWord reports whether the next token begins a word with expansions and not a string.
func (p *parser) isWord() bool {
	_, kind := scanner.ExpandAux(scanner.Aux(p.token()))
	return ast.StringConstantType(kind) == ast.BareWord
}

// pipelineElement parses what stands behind a pipe.
func (p *parser) pipelineElement() ast.CommandBase {
	switch k := p.peek(); {
	case k == scanner.Generic || k == scanner.CallOperator:
		return p.command(p.nodes.commands.next())
	case k == scanner.Pipe:
		p.missingAt("EmptyPipeElement", "An empty pipe element is not allowed.")
		return nil
	case operandStart.has(k):
		start := p.offset()
		e := p.expression(true)
		x := e.Range()
		p.add("ExpressionsMustBeFirstInPipeline", int(x.Start), int(x.End), "Expressions are only allowed as the first element of a pipeline.")
		return p.commandExpression(&ast.CommandExpression{}, start, e)
	}
	p.missingAfter("EmptyPipeElement", "An empty pipe element is not allowed.")
	return nil
}

func (p *parser) commandExpression(c *ast.CommandExpression, start int32, e ast.Expression) *ast.CommandExpression {
	c.Expression = e
	for k := p.peek(); k == scanner.Redirection || k == scanner.Merging; k = p.peek() {
		c.Redirections = p.redirection(c.Redirections)
	}
	c.Extent = p.from(start)
	return c
}

// assignment parses the operator and the right side of an assignment.
func (p *parser) assignment(start int32, left ast.Expression) ast.PipelineBase {
	t := p.next()
	p.checkTarget(left)
	a := p.nodes.assignments.next()
	a.Left, a.Operator, a.ErrorPosition = left, ast.TokenKind(scanner.Aux(t)), extent(t)
	if !p.deeper() {
		p.shallower()
		return &ast.ErrorStatement{Extent: p.from(start)}
	}
	defer p.shallower()
	if k := p.peek(); pipelineEnd.has(k) || k == lexer.EOF || !p.beginsStatement(k) {
		p.missingValue(t)
		a.Extent = p.from(start)
		a.Right = &ast.ErrorStatement{Extent: ast.Extent{Start: a.End, End: a.End}}
		return a
	}
	s, ok := p.statement()
	if !ok {
		p.broken = true
	}
	a.Right = s
	if pl, ok := s.(*ast.Pipeline); ok && len(pl.PipelineElements) == 1 && !pl.Background {
		if e, ok := pl.PipelineElements[0].(*ast.CommandExpression); ok {
			a.Right = e
		}
	}
	if a.Right == nil {
		a.Right = &ast.ErrorStatement{Extent: p.from(p.offset())}
	}
	a.Extent = ast.Extent{Start: start, End: max(a.Right.Range().End, a.ErrorPosition.End)}
	return a
}

// beginsStatement reports whether a statement can begin with a token.
func (p *parser) beginsStatement(k scanner.Kind) bool {
	return beginsPipeline(k) || scanner.IsKeyword(k) || k == scanner.Label
}

// missingValue reports that an operator has no right operand.
func (p *parser) missingValue(operator *lexer.Token) {
	p.missingAfter("ExpectedValueExpression", fmt.Sprintf("You must provide a value expression following the '%s' operator.", p.raw(operator)))
}

// raw is the source text of a token.
func (p *parser) raw(t *lexer.Token) string { return p.text[t.Pos.Offset:scanner.End(t)] }

// redirection parses one redirection and adds it to those of a command.
func (p *parser) redirection(list []ast.Redirection) []ast.Redirection {
	t := p.next()
	x := extent(t)
	text := p.raw(t)
	from := ast.StreamOutput
	switch c := text[0]; {
	case c == '*':
		from = ast.StreamAll
	case c >= '1' && c <= '6':
		from = ast.RedirectionStream(c - '0')
	}
	var r ast.Redirection
	if t.Type == scanner.Merging {
		r = &ast.MergingRedirection{Extent: x, FromStream: from, ToStream: ast.RedirectionStream(text[len(text)-1] - '0')}
	} else {
		if !beginsArgument(p.peek()) {
			p.missingAfter("MissingFileSpecification", "Missing file specification after redirection operator.")
			return list
		}
		f := &ast.FileRedirection{FromStream: from, Location: p.argument(), Append: strings.HasSuffix(text, ">>")}
		f.Extent = p.from(x.Start)
		r = f
	}
	for _, other := range list {
		if fromStream(other) == from {
			e := r.Range()
			p.add("StreamAlreadyRedirected", int(e.Start), int(e.End), fmt.Sprintf("The %s stream for this command is already redirected.", strings.ToLower(from.String())))
			break
		}
	}
	return append(list, r)
}

func fromStream(r ast.Redirection) ast.RedirectionStream {
	switch r := r.(type) {
	case *ast.FileRedirection:
		return r.FromStream
	case *ast.MergingRedirection:
		return r.FromStream
	}
	return ast.StreamAll
}
