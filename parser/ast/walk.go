package ast

// Inspect calls visit for n and everything below it, parents first. If visit returns false the
// children of that node are skipped. It does not call visit for nil.
func Inspect(n Node, visit func(Node) bool) {
	if !visit(n) {
		return
	}
	Children(n, func(c Node) { Inspect(c, visit) })
}

// Children calls visit for each direct child of n, in the order the fields are declared. That is
// the order of the source except for attributes and traps, which are kept apart from the rest.
func Children(n Node, visit func(Node)) {
	switch n := n.(type) {
	case Expression:
		expressionChildren(n, visit)
	case *ScriptBlock:
		all(n.UsingStatements, visit)
		all(n.Attributes, visit)
		one(n.ParamBlock, visit)
		one(n.DynamicParamBlock, visit)
		one(n.BeginBlock, visit)
		one(n.ProcessBlock, visit)
		one(n.EndBlock, visit)
		one(n.CleanBlock, visit)
	case *NamedBlock:
		all(n.Statements, visit)
		all(n.Traps, visit)
	case *StatementBlock:
		all(n.Statements, visit)
		all(n.Traps, visit)
	case *ParamBlock:
		all(n.Attributes, visit)
		all(n.Parameters, visit)
	case *Parameter:
		all(n.Attributes, visit)
		one(n.Name, visit)
		opt(n.DefaultValue, visit)
	case *Attribute:
		all(n.PositionalArguments, visit)
		all(n.NamedArguments, visit)
	case *NamedAttributeArgument:
		opt(n.Argument, visit)
	case *Pipeline:
		all(n.PipelineElements, visit)
	case *Command:
		all(n.CommandElements, visit)
		all(n.Redirections, visit)
	case *CommandParameter:
		opt(n.Argument, visit)
	case *CommandExpression:
		opt(n.Expression, visit)
		all(n.Redirections, visit)
	case *FileRedirection:
		opt(n.Location, visit)
	case *PipelineChain:
		opt(n.LhsPipelineChain, visit)
		one(n.RhsPipeline, visit)
	case *AssignmentStatement:
		opt(n.Left, visit)
		opt(n.Right, visit)
	default:
		statementChildren(n, visit)
	}
}

func statementChildren(n Node, visit func(Node)) {
	switch n := n.(type) {
	case *IfStatement:
		for _, c := range n.Clauses {
			opt(c.Condition, visit)
			one(c.Body, visit)
		}
		one(n.ElseClause, visit)
	case *ForEachStatement:
		opt(n.ThrottleLimit, visit)
		one(n.Variable, visit)
		opt(n.Condition, visit)
		one(n.Body, visit)
	case *ForStatement:
		opt(n.Initializer, visit)
		opt(n.Condition, visit)
		opt(n.Iterator, visit)
		one(n.Body, visit)
	case *WhileStatement:
		opt(n.Condition, visit)
		one(n.Body, visit)
	case *DoWhileStatement:
		one(n.Body, visit)
		opt(n.Condition, visit)
	case *DoUntilStatement:
		one(n.Body, visit)
		opt(n.Condition, visit)
	case *SwitchStatement:
		opt(n.Condition, visit)
		for _, c := range n.Clauses {
			opt(c.Condition, visit)
			one(c.Body, visit)
		}
		one(n.Default, visit)
	case *TryStatement:
		one(n.Body, visit)
		all(n.CatchClauses, visit)
		one(n.Finally, visit)
	case *CatchClause:
		all(n.CatchTypes, visit)
		one(n.Body, visit)
	case *TrapStatement:
		one(n.TrapType, visit)
		one(n.Body, visit)
	case *ReturnStatement:
		opt(n.Pipeline, visit)
	case *ThrowStatement:
		opt(n.Pipeline, visit)
	case *ExitStatement:
		opt(n.Pipeline, visit)
	case *BreakStatement:
		opt(n.Label, visit)
	case *ContinueStatement:
		opt(n.Label, visit)
	case *DataStatement:
		all(n.CommandsAllowed, visit)
		one(n.Body, visit)
	case *ErrorStatement:
		all(n.NestedAst, visit)
	case *FunctionDefinition:
		all(n.Parameters, visit)
		one(n.Body, visit)
	case *TypeDefinition:
		all(n.Attributes, visit)
		all(n.BaseTypes, visit)
		all(n.Members, visit)
	case *PropertyMember:
		all(n.Attributes, visit)
		one(n.PropertyType, visit)
		opt(n.InitialValue, visit)
	case *FunctionMember:
		all(n.Attributes, visit)
		one(n.ReturnType, visit)
		one(n.Function, visit)
	case *UsingStatement:
		one(n.Name, visit)
		one(n.Alias, visit)
		one(n.ModuleSpecification, visit)
	}
}

func expressionChildren(n Expression, visit func(Node)) {
	switch n := n.(type) {
	case *BinaryExpression:
		opt(n.Left, visit)
		opt(n.Right, visit)
	case *UnaryExpression:
		opt(n.Child, visit)
	case *TernaryExpression:
		opt(n.Condition, visit)
		opt(n.IfTrue, visit)
		opt(n.IfFalse, visit)
	case *ConvertExpression:
		one(n.Type, visit)
		opt(n.Child, visit)
	case *AttributedExpression:
		one(n.Attribute, visit)
		opt(n.Child, visit)
	case *MemberExpression:
		opt(n.Expression, visit)
		opt(n.Member, visit)
	case *InvokeMemberExpression:
		opt(n.Expression, visit)
		opt(n.Member, visit)
		all(n.Arguments, visit)
	case *BaseCtorInvokeMember:
		all(n.Arguments, visit)
	case *IndexExpression:
		opt(n.Target, visit)
		opt(n.Index, visit)
	case *ArrayLiteral:
		all(n.Elements, visit)
	case *ArrayExpression:
		one(n.SubExpression, visit)
	case *SubExpression:
		one(n.SubExpression, visit)
	case *ParenExpression:
		opt(n.Pipeline, visit)
	case *Hashtable:
		for _, p := range n.KeyValuePairs {
			opt(p.Key, visit)
			opt(p.Value, visit)
		}
	case *ScriptBlockExpression:
		one(n.ScriptBlock, visit)
	case *ExpandableStringExpression:
		all(n.NestedExpressions, visit)
	case *UsingExpression:
		opt(n.SubExpression, visit)
	case *ErrorExpression:
		all(n.NestedAst, visit)
	}
}

func all[N Node](list []N, visit func(Node)) {
	for _, n := range list {
		visit(n)
	}
}

// one visits a child held by pointer; the pointer is compared, since a nil pointer in an
// interface is not a nil interface.
func one[T any, P interface {
	*T
	Node
}](p P, visit func(Node)) {
	if p != nil {
		visit(p)
	}
}

// opt visits a child held by interface.
func opt(n Node, visit func(Node)) {
	if n != nil {
		visit(n)
	}
}
