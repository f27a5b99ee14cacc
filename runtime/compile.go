package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// compiler turns the tree of one body into closures.
type compiler struct {
	source value.Source
	block  *ScriptBlock
	table  *slotTable
	open   bool
	inLoop int
	// inCatch: throw alone lets the caught error go on.
	inCatch bool
}

func compile(b *ScriptBlock, open bool) *code {
	t := &slotTable{}
	if !open {
		collectNames(b, t)
	}
	return compileOver(b, t, open)
}

// compileOver compiles a body whose variables have slots in a table.
func compileOver(b *ScriptBlock, t *slotTable, open bool) *code {
	c := &compiler{source: b.source, block: b, table: t, open: open, inCatch: b.inCatch}
	out := &code{source: b.source, block: b.block, table: c.table, open: open}
	out.params = c.parameters(b)
	out.dynamic = c.named(b.block.DynamicParamBlock)
	out.begin = c.named(b.block.BeginBlock)
	out.process = c.named(b.block.ProcessBlock)
	out.end = c.named(b.block.EndBlock)
	out.clean = c.named(b.block.CleanBlock)
	return out
}

// collectNames lists the variables assigned in a body, parameters first so that their slots are their positions. Blocks inside it are
// included, because they may run in its scope; functions are not.
func collectNames(b *ScriptBlock, t *slotTable) {
	for _, p := range parametersOf(b) {
		t.Add(p.Name.VariablePath.Name)
	}
	collectNamesOf(b.block, t)
}

// collectNamesOf lists the variables assigned below a node.
func collectNamesOf(root ast.Node, t *slotTable) {
	add := func(e ast.Expression) {
		for _, n := range targets(e) {
			if !isUnderscore(n) {
				t.Add(n)
			}
		}
	}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TrapStatement:
			return n == root
		case *ast.FunctionDefinition, *ast.TypeDefinition:
			return false
		case *ast.AssignmentStatement:
			add(n.Left)
		case *ast.UnaryExpression:
			switch n.TokenKind {
			case ast.PlusPlus, ast.MinusMinus, ast.PostfixPlusPlus, ast.PostfixMinusMinus:
				add(n.Child)
			}
		case *ast.ForEachStatement:
			add(n.Variable)
		case *ast.DataStatement:
			if n.Variable != "" {
				t.Add(n.Variable)
			}
		}
		return true
	})
}

// isUnderscore tells whether a name is $_ , which belongs to the frame and has no slot.
func isUnderscore(name string) bool { return name == "_" || value.EqualFold(name, "PSItem") }

// targets are the plain variable names that an assignment to e would make in the current scope.
func targets(e ast.Expression) []string {
	switch e := e.(type) {
	case *ast.VariableExpression:
		switch e.VariablePath.Scope {
		case ast.ScopeNone, ast.ScopeLocal, ast.ScopePrivate:
			return []string{e.VariablePath.Name}
		}
	case *ast.ConvertExpression:
		return targets(e.Child)
	case *ast.AttributedExpression:
		return targets(e.Child)
	case *ast.ParenExpression:
		if p, ok := e.Pipeline.(*ast.Pipeline); ok && len(p.PipelineElements) == 1 {
			if x, ok := p.PipelineElements[0].(*ast.CommandExpression); ok {
				return targets(x.Expression)
			}
		}
	case *ast.ArrayLiteral:
		var all []string
		for _, x := range e.Elements {
			all = append(all, targets(x)...)
		}
		return all
	}
	return nil
}

// parametersOf are a block's parameters, wherever they are declared.
func parametersOf(b *ScriptBlock) []*ast.Parameter {
	if b.parameters != nil {
		return b.parameters
	}
	if b.block.ParamBlock != nil {
		return b.block.ParamBlock.Parameters
	}
	return nil
}

func (c *compiler) named(b *ast.NamedBlock) *sequence {
	if b == nil {
		return nil
	}
	s := c.sequence(b.Statements, b.Traps)
	if !b.Unnamed {
		s.part = blockParts[b.BlockKind]
	}
	return s
}

var blockParts = map[ast.TokenKind]string{ast.Begin: "<Begin>", ast.Process: "<Process>", ast.End: "<End>", ast.Clean: "<Clean>", ast.Dynamicparam: "<DynamicParam>"}

func (c *compiler) body(b *ast.StatementBlock) *sequence {
	if b == nil {
		return nil
	}
	return c.sequence(b.Statements, b.Traps)
}

func (c *compiler) sequence(stmts []ast.Statement, traps []*ast.TrapStatement) *sequence {
	s := &sequence{stmts: make([]compiledStatement, 0, len(stmts))}
	// Functions are defined when the flow reaches them, classes before the body runs.
	for _, x := range stmts {
		if r := c.statement(x); r != nil {
			s.stmts = append(s.stmts, compiledStatement{r, x.Range()})
		}
	}
	for _, t := range traps {
		s.traps = append(s.traps, c.trap(t))
	}
	if len(stmts) == 1 && len(traps) == 0 {
		if e := plainExpression(stmts[0]); e != nil {
			s.only = c.expression(e)
		}
	}
	return s
}

// plainExpression is the expression of a statement that is nothing else, nil for other statements.
func plainExpression(s ast.Statement) ast.Expression {
	switch s := s.(type) {
	case *ast.Pipeline:
		if len(s.PipelineElements) != 1 || s.Background {
			return nil
		}
		if x, ok := s.PipelineElements[0].(*ast.CommandExpression); ok && len(x.Redirections) == 0 {
			return x.Expression
		}
	case *ast.CommandExpression:
		if len(s.Redirections) == 0 {
			return s.Expression
		}
	}
	return nil
}

// run executes a sequence; errors that only end a statement are reported and the next statement runs.
func (s *sequence) run(f *Frame) (ctl, error) {
	if s.traps != nil {
		return s.runTrapped(f)
	}
	for i := range s.stmts {
		st := &s.stmts[i]
		f.at = st.at
		how, err := st.run(f)
		if err != nil {
			if _, ok := err.(*leaveBody); ok {
				return ctlReturn, nil
			}
			if err = f.statementFailed(err); err != nil {
				return ctlNext, err
			}
			continue
		}
		if how != ctlNext {
			return how, nil
		}
	}
	return ctlNext, nil
}

// statement compiles one statement; nil for one that does nothing at run time.
func (c *compiler) statement(s ast.Statement) stmt {
	switch s := s.(type) {
	case *ast.Pipeline:
		return c.pipelineStatement(s)
	case *ast.PipelineChain:
		return c.chain(s)
	case *ast.CommandExpression:
		return c.expressionStatement(s)
	case *ast.Command:
		return c.pipelineStatement(&ast.Pipeline{Extent: s.Extent, PipelineElements: []ast.CommandBase{s}})
	case *ast.AssignmentStatement:
		return c.assignmentStatement(s)
	case *ast.IfStatement:
		return c.ifStatement(s)
	case *ast.ForEachStatement:
		return c.forEach(s)
	case *ast.ForStatement:
		return c.forStatement(s)
	case *ast.WhileStatement:
		return c.while(s.Label, s.Condition, s.Body, true, false)
	case *ast.DoWhileStatement:
		return c.while(s.Label, s.Condition, s.Body, false, false)
	case *ast.DoUntilStatement:
		return c.while(s.Label, s.Condition, s.Body, false, true)
	case *ast.SwitchStatement:
		return c.switchStatement(s)
	case *ast.TryStatement:
		return c.try(s)
	case *ast.ReturnStatement:
		return c.returnStatement(s)
	case *ast.ThrowStatement:
		return c.throw(s)
	case *ast.ExitStatement:
		return c.exit(s)
	case *ast.BreakStatement:
		return c.jump(ctlBreak, s.Label)
	case *ast.ContinueStatement:
		return c.jump(ctlContinue, s.Label)
	case *ast.FunctionDefinition:
		return c.functionDefinition(s)
	case *ast.TypeDefinition:
		return c.typeDefinition(s)
	case *ast.DataStatement:
		return c.data(s)
	case *ast.TrapStatement, *ast.UsingStatement:
		return nil
	}
	return c.unsupported(s)
}

func (c *compiler) unsupported(n ast.Node) stmt {
	return func(f *Frame) (ctl, error) {
		f.at = n.Range()
		return ctlNext, notSupported("this statement")
	}
}

func notSupported(what string) error {
	return value.Throw(value.PSNotSupportedException, "NotSimulated", "rehearse does not support "+what+" yet.")
}
