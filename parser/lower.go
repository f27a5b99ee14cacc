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

func (n *pipeline) base() ast.PipelineBase {
	if n == nil {
		return nil
	}
	return n.node
}

func (n *ifStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.IfStatement{Extent: p.from(start), Clauses: make([]ast.IfClause, 0, 1+len(n.ElseIfs))}
	s.Clauses = append(s.Clauses, ast.IfClause{Condition: n.Condition.node, Body: n.Then.node})
	for _, c := range n.ElseIfs {
		s.Clauses = append(s.Clauses, ast.IfClause{Condition: c.Condition.node, Body: c.Then.node})
	}
	if n.Else != nil {
		s.ElseClause = n.Else.Body.node
	}
	return s
}

func (n *foreachStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.ForEachStatement{Extent: p.from(start), Condition: n.Condition.node, Body: n.Body.node}
	s.Variable = &ast.VariableExpression{Extent: extent(&n.Variable), VariablePath: ast.NewVariablePath(n.Variable.Value)}
	for _, f := range n.Flags {
		switch lower(f.Token.Value) {
		case "parallel":
			s.Flags |= ast.ForEachParallel
			p.add("KeywordParameterReservedForFutureUse", int(s.Start), int(s.End), "The foreach '-parallel' parameter is reserved for future use.")
		default:
			p.badFlag(f.Token, "InvalidForeachFlag", "foreach")
		}
	}
	return s
}

func (p *parser) badFlag(t lexer.Token, id, keyword string) {
	p.add(id, t.Pos.Offset, scanner.End(&t), fmt.Sprintf("The parameter %s is not valid for the %s statement.", t.Value, keyword))
}

func (n *whileStatement) lower(p *parser, start int32) ast.Statement {
	return &ast.WhileStatement{Extent: p.from(start), Condition: n.Condition.node, Body: n.Body.node}
}

func (n *forStatement) lower(p *parser, start int32) ast.Statement {
	return &ast.ForStatement{Extent: p.from(start), Initializer: n.Initializer.base(), Condition: n.Condition.base(),
		Iterator: n.Iterator.base(), Body: n.Body.node}
}

func (n *doStatement) lower(p *parser, start int32) ast.Statement {
	x, body, condition := p.from(start), n.Body.node, n.Tail.Condition.node
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

func (n *switchStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.SwitchStatement{Extent: p.from(start), Clauses: n.Body.clauses, Default: n.Body.otherwise}
	for _, f := range append(n.Flags, n.More...) {
		flag, ok := switchFlag(strings.ToLower(f.Token.Value))
		if !ok {
			p.badFlag(f.Token, "InvalidSwitchFlag", "switch")
		}
		switch flag {
		case ast.SwitchRegex, ast.SwitchWildcard, 0: // the last of them counts
			s.Flags &^= ast.SwitchRegex | ast.SwitchWildcard
		}
		s.Flags |= flag
	}
	if n.Condition != nil {
		s.Condition = n.Condition.node
		return s
	}
	at := scanner.End(&n.Keyword)
	if k := len(n.Flags); k > 0 {
		at = scanner.End(&n.Flags[k-1].Token)
	}
	p.add("PipelineValueRequired", at, at, missingSwitchValue)
	return s
}

func (n *functionStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.FunctionDefinition{Extent: p.from(start), Name: n.Name.Value, NameExtent: extent(&n.Name), Body: n.Body.node}
	s.IsFilter = strings.EqualFold(n.Keyword.Value, "filter")
	if n.Parameters != nil {
		s.Parameters = n.Parameters.list
		if b := s.Body.ParamBlock; b != nil {
			p.add("OnlyOneParameterListAllowed", int(b.Start), int(b.End), "The param statement cannot be used if arguments were specified in the function declaration.")
		}
	}
	if e := s.Body.EndBlock; s.IsFilter && e != nil && e.Unnamed {
		e.BlockKind = ast.Process
		s.Body.ProcessBlock, s.Body.EndBlock = e, nil
	}
	return s
}

func (n *flowStatement) lower(p *parser, start int32) ast.Statement {
	x, value := p.from(start), n.Pipeline.base()
	switch n.Keyword.Type {
	case scanner.Throw:
		return &ast.ThrowStatement{Extent: x, Pipeline: value}
	case scanner.Exit:
		return &ast.ExitStatement{Extent: x, Pipeline: value}
	}
	return &ast.ReturnStatement{Extent: x, Pipeline: value}
}

func (n *jumpStatement) lower(p *parser, start int32) ast.Statement {
	var e ast.Expression
	if n.Label != nil {
		e = n.Label.node
	}
	if n.Keyword.Type == scanner.Break {
		return &ast.BreakStatement{Extent: p.from(start), Label: e}
	}
	return &ast.ContinueStatement{Extent: p.from(start), Label: e}
}

func (n *tryStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.TryStatement{Extent: p.from(start), Body: n.Body.node}
	for i, c := range n.Catches {
		clause := &ast.CatchClause{Extent: ast.Extent{Start: int32(c.Keyword.Pos.Offset), End: c.Body.node.End}, Body: c.Body.node}
		for _, t := range c.Types {
			clause.CatchTypes = append(clause.CatchTypes, t.node)
		}
		if clause.IsCatchAll() && i < len(n.Catches)-1 {
			p.add("EmptyCatchNotLast", int(clause.End), int(clause.End), "Catch block must be the last catch block.")
		}
		markRethrows(clause.Body)
		s.CatchClauses = append(s.CatchClauses, clause)
	}
	p.checkCatches(s.CatchClauses)
	if n.Finally != nil {
		s.Finally = n.Finally.Body.node
		p.checkFinally(s.Finally, 0)
	}
	if len(s.CatchClauses) == 0 && s.Finally == nil {
		p.missingAfter("MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.")
	}
	return s
}

// typeConstraint makes the node of a type literal token.
func (p *parser) typeConstraint(t *lexer.Token) *ast.TypeConstraint {
	return &ast.TypeConstraint{Extent: extent(t), TypeName: p.typeName(t)}
}

// typeName parses the name in a type literal token.
func (p *parser) typeName(t *lexer.Token) *ast.TypeName {
	name := scanner.ScanTypeLiteral(p.text, t.Pos.Offset).Name
	if name == nil {
		name = &ast.TypeName{Extent: extent(t)}
	}
	return name
}

func (n *trapStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.TrapStatement{Extent: p.from(start), Body: n.Body.node}
	if n.Type != nil {
		s.TrapType = n.Type.node
	}
	return s
}

func (n *dataStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.DataStatement{Extent: p.from(start), Body: n.Body.node}
	if n.Name != nil {
		s.Variable = n.Name.Value
	}
	for _, t := range n.Commands {
		s.CommandsAllowed = append(s.CommandsAllowed, &ast.StringConstantExpression{Extent: extent(&t.Name), Value: t.Name.Value})
	}
	p.checkData(s, s.Body)
	return s
}

func (n *classStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.TypeDefinition{Extent: p.from(start), Name: n.Name.Value, NameExtent: extent(&n.Name), TypeAttributes: ast.Class, Members: n.Body.members}
	for _, b := range n.Bases {
		s.BaseTypes = append(s.BaseTypes, b.node)
	}
	p.constructors(s)
	p.types = append(p.types, s)
	return s
}

func (n *enumStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.TypeDefinition{Extent: p.from(start), Name: n.Name.Value, NameExtent: extent(&n.Name), TypeAttributes: ast.Enum, Members: n.Body.members}
	if n.Base != nil {
		s.BaseTypes = []*ast.TypeConstraint{n.Base.node}
	}
	p.types = append(p.types, s)
	return s
}

var usingKinds = map[string]ast.UsingStatementKind{
	"assembly": ast.UsingAssembly, "command": ast.UsingCommand, "module": ast.UsingModule, "namespace": ast.UsingNamespace, "type": ast.UsingType,
}

func (n *usingStatement) lower(p *parser, start int32) ast.Statement {
	s := &ast.UsingStatement{Extent: p.from(start)}
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
