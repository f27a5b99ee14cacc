package parser

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// The lower methods turn a parsed production into the node of the tree. They run directly behind
// the parse of the production, when the last token consumed is still its last one.

func lower(s string) string { return strings.ToLower(s) }

func (n *ifStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.IfStatement{Extent: p.since(first), Clauses: make([]ast.IfClause, 0, 1+len(n.Else.clauses)), ElseClause: n.Else.body}
	s.Clauses = append(append(s.Clauses, ast.IfClause{Condition: n.Condition.node, Body: n.Then.node}), n.Else.clauses...)
	return s
}

func (n *foreachStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.ForEachStatement{Extent: p.since(first), Variable: n.Variable.node, Condition: n.Condition.node, Body: n.Body.node}
	for _, f := range n.Flags.list {
		switch lower(f.Value) {
		case "parallel":
			s.Flags |= ast.ForEachParallel
			p.add("KeywordParameterReservedForFutureUse", int(s.Start), int(s.End), "The foreach '-parallel' parameter is reserved for future use.")
		default:
			p.badFlag(f, "InvalidForeachFlag", "foreach")
		}
	}
	return s
}

func (p *parser) badFlag(t lexer.Token, id, keyword string) {
	p.add(id, t.Pos.Offset, scanner.End(&t), fmt.Sprintf("The parameter %s is not valid for the %s statement.", t.Value, keyword))
}

func (n *whileStatement) lower(p *parser, first int) ast.Statement {
	return &ast.WhileStatement{Extent: p.since(first), Condition: n.Condition.node, Body: n.Body.node}
}

func (n *forStatement) lower(p *parser, first int) ast.Statement {
	return &ast.ForStatement{Extent: p.since(first), Initializer: n.Initializer.node, Condition: n.Condition.node,
		Iterator: n.Iterator.node, Body: n.Body.node}
}

func (n *doStatement) lower(p *parser, first int) ast.Statement {
	x, body, condition := p.since(first), n.Body.node, n.Tail.Condition.node
	if n.Tail.Until.Value != "" {
		return &ast.DoUntilStatement{Extent: x, Body: body, Condition: condition}
	}
	return &ast.DoWhileStatement{Extent: x, Body: body, Condition: condition}
}

var switchFlags = map[string]ast.SwitchFlags{
	"regex": ast.SwitchRegex, "wildcard": ast.SwitchWildcard, "exact": 0,
	"casesensitive": ast.SwitchCaseSensitive, "file": ast.SwitchFile, "parallel": ast.SwitchParallel,
}

// switchFlag finds a flag of the switch statement by a prefix of its name.
func switchFlag(word string) (ast.SwitchFlags, bool) {
	for _, name := range [...]string{"casesensitive", "exact", "file", "parallel", "regex", "wildcard"} {
		if word != "" && strings.HasPrefix(name, word) {
			return switchFlags[name], true
		}
	}
	return 0, false
}

// switchCondition parses the ( condition ) of a switch, or the file name behind -file.
func (p *parser) switchCondition() ast.PipelineBase {
	if p.peek() != scanner.LParen {
		e := p.argument()
		x := e.Range()
		return &ast.Pipeline{Extent: x, PipelineElements: []ast.CommandBase{&ast.CommandExpression{Extent: x, Expression: e}}}
	}
	open := p.next()
	if p.peek() == scanner.RParen {
		p.missingAfter("PipelineValueRequired", missingSwitchValue)
		n := &ast.ErrorStatement{Extent: p.from(p.offset())}
		p.next()
		return n
	}
	n := p.pipelineChain()
	p.closeParen(open, "MissingEndParenthesisInSwitchStatement", "Missing ')' after expression in switch statement.")
	return n
}

const missingSwitchValue = "A switch statement must have one of the following:  '-file file_name' or '( expression )'."

func (n *switchStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.SwitchStatement{Extent: p.since(first), Clauses: n.Body.clauses, Default: n.Body.otherwise}
	for _, f := range append(n.Flags.list, n.More.list...) {
		flag, ok := switchFlag(strings.ToLower(f.Value))
		if !ok {
			p.badFlag(f, "InvalidSwitchFlag", "switch")
		}
		switch flag {
		case ast.SwitchRegex, ast.SwitchWildcard, 0: // the last of them counts
			s.Flags &^= ast.SwitchRegex | ast.SwitchWildcard
		}
		s.Flags |= flag
	}
	if n.Condition.node != nil {
		s.Condition = n.Condition.node
		return s
	}
	at := scanner.End(&p.tokens[first+len(n.Flags.list)])
	p.add("PipelineValueRequired", at, at, missingSwitchValue)
	return s
}

func (n *functionStatement) lower(p *parser, first int) ast.Statement {
	keyword, name := &p.tokens[first], &p.tokens[first+1]
	s := &ast.FunctionDefinition{Extent: p.since(first), Name: name.Value, NameExtent: extent(name), Parameters: n.Parameters.list, Body: n.Body.node}
	s.IsFilter = strings.EqualFold(keyword.Value, "filter")
	if b := s.Body.ParamBlock; b != nil && p.tokens[first+2].Type == scanner.LParen {
		p.add("OnlyOneParameterListAllowed", int(b.Start), int(b.End), "The param statement cannot be used if arguments were specified in the function declaration.")
	}
	if e := s.Body.EndBlock; s.IsFilter && e != nil && e.Unnamed {
		e.BlockKind = ast.Process
		s.Body.ProcessBlock, s.Body.EndBlock = e, nil
	}
	return s
}

func (n *returnStatement) lower(p *parser, first int) ast.Statement {
	return &ast.ReturnStatement{Extent: p.since(first), Pipeline: n.Value.node}
}

func (n *throwStatement) lower(p *parser, first int) ast.Statement {
	if n.Value.node == nil {
		p.bareThrows++
	}
	return &ast.ThrowStatement{Extent: p.since(first), Pipeline: n.Value.node}
}

func (n *exitStatement) lower(p *parser, first int) ast.Statement {
	return &ast.ExitStatement{Extent: p.since(first), Pipeline: n.Value.node}
}

func (n *breakStatement) lower(p *parser, first int) ast.Statement {
	return &ast.BreakStatement{Extent: p.since(first), Label: n.Label.node}
}

func (n *continueStatement) lower(p *parser, first int) ast.Statement {
	return &ast.ContinueStatement{Extent: p.since(first), Label: n.Label.node}
}

// lower makes the node of a catch clause.
func (n *catchClause) lower() *ast.CatchClause {
	return &ast.CatchClause{Extent: ast.Extent{Start: n.Types.start, End: n.Body.node.End}, CatchTypes: n.Types.list, Body: n.Body.node}
}

func (n *tryStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.TryStatement{Extent: p.since(first), Body: n.Body.node, CatchClauses: n.Catches.list, Finally: n.Finally.body}
	for i, c := range s.CatchClauses {
		if c.IsCatchAll() && i < len(s.CatchClauses)-1 {
			p.add("EmptyCatchNotLast", int(c.End), int(c.End), "Catch block must be the last catch block.")
		}
	}
	p.checkCatches(s.CatchClauses)
	if s.Finally != nil {
		p.checkFinally(s.Finally, 0)
	}
	if len(s.CatchClauses) == 0 && s.Finally == nil {
		p.missingAfter("MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.")
		p.errs[len(p.errs)-1].Incomplete = p.atEnd() // the clauses may stand lines below
	}
	return s
}

// typeConstraint makes the node of a type literal token.
func (p *parser) typeConstraint(t *lexer.Token) *ast.TypeConstraint {
	n := p.nodes.constraints.next()
	n.constraint.Extent, n.constraint.TypeName = extent(t), p.typeName(t, &n.name)
	return &n.constraint
}

// typeName parses the name in a type literal token. A plain name goes to the node that is given.
func (p *parser) typeName(t *lexer.Token, plain *ast.TypeName) *ast.TypeName {
	if name, ok := scanner.PlainTypeName(t.Value); ok {
		start := int32(t.Pos.Offset) + 1
		plain.Extent, plain.Name = ast.Extent{Start: start, End: start + int32(len(name))}, name
		return plain
	}
	name := scanner.ScanTypeLiteral(p.text, t.Pos.Offset).Name
	if name == nil {
		name = &ast.TypeName{Extent: extent(t)}
	}
	return name
}

func (n *trapStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.TrapStatement{Extent: p.since(first), Body: n.Body.node}
	if n.Type != nil {
		s.TrapType = n.Type.node
	}
	return s
}

func (n *dataStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.DataStatement{Extent: p.since(first), Body: n.Body.node}
	if n.Name != nil {
		s.Variable = n.Name.Value
	}
	for _, t := range n.Commands {
		s.CommandsAllowed = append(s.CommandsAllowed, &ast.StringConstantExpression{Extent: extent(&t.Name), Value: t.Name.Value})
	}
	p.checkData(s, s.Body)
	return s
}

func (n *classStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.TypeDefinition{Extent: p.since(first), Name: n.Name.Value, NameExtent: extent(&n.Name), TypeAttributes: ast.Class, Members: n.Body.members}
	for _, b := range n.Bases {
		s.BaseTypes = append(s.BaseTypes, b.node)
	}
	p.constructors(s)
	p.types = append(p.types, s)
	return s
}

func (n *enumStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.TypeDefinition{Extent: p.since(first), Name: n.Name.Value, NameExtent: extent(&n.Name), TypeAttributes: ast.Enum, Members: n.Body.members}
	if n.Base != nil {
		s.BaseTypes = []*ast.TypeConstraint{n.Base.node}
	}
	p.types = append(p.types, s)
	return s
}

var usingKinds = map[string]ast.UsingStatementKind{
	"assembly": ast.UsingAssembly, "command": ast.UsingCommand, "module": ast.UsingModule, "namespace": ast.UsingNamespace, "type": ast.UsingType,
}

func (n *usingStatement) lower(p *parser, first int) ast.Statement {
	s := &ast.UsingStatement{Extent: p.since(first)}
	kind, ok := usingKinds[strings.ToLower(n.Kind.Value)]
	if !ok {
		p.add("InvalidUsingKind", n.Kind.Pos.Offset, scanner.End(&n.Kind), fmt.Sprintf("'%s' is not a valid using directive.", n.Kind.Value))
	}
	s.UsingStatementKind = kind
	switch e := n.Name.node.(type) {
	case *ast.StringConstantExpression:
		s.Name = e
	case *ast.Hashtable:
		s.ModuleSpecification = e
	default:
		x := n.Name.node.Range()
		p.add("InvalidValueForUsingItemName", int(x.Start), int(x.End), fmt.Sprintf("The value '%s' is not valid for using name.", p.text[x.Start:x.End]))
	}
	if len(n.More) == 2 {
		if w, ok := n.More[0].node.(*ast.StringConstantExpression); ok && w.Value == "=" {
			switch e := n.More[1].node.(type) {
			case *ast.StringConstantExpression:
				s.Alias = e
			case *ast.Hashtable:
				s.Alias, s.ModuleSpecification = s.Name, e
			}
		}
	}
	return s
}
