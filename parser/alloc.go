package parser

import "rehearse/parser/ast"

// slab hands out nodes of one type from blocks, since most of the time of a parse would go into
// allocating small nodes one by one. A tree lives and dies as a whole, so that nothing is kept
// alive for longer than it would be anyway.
type slab[T any] struct {
	free []T
	size int
}

const (
	firstSlab   = 2
	largestSlab = 64
)

func (s *slab[T]) next() *T {
	if len(s.free) == 0 {
		s.size = min(max(2*s.size, firstSlab), largestSlab)
		s.free = make([]T, s.size)
	}
	n := &s.free[0]
	s.free = s.free[1:]
	return n
}

// arena copies lists that were collected in a scratch stack into blocks.
type arena[T any] struct {
	scratch []T
	free    []T
	size    int
}

// mark begins a list; add appends to it; take ends it.
func (a *arena[T]) mark() int { return len(a.scratch) }

func (a *arena[T]) add(x T) { a.scratch = append(a.scratch, x) }

// take removes the elements added since mark and returns them as a list of their own, nil for none.
func (a *arena[T]) take(mark int) []T {
	list := a.scratch[mark:]
	n := len(list)
	if n == 0 {
		return nil
	}
	if len(a.free) < n {
		a.size = min(max(2*a.size, 2*firstSlab), 2*largestSlab)
		a.free = make([]T, max(a.size, n))
	}
	out := a.free[:n:n]
	a.free = a.free[n:]
	copy(out, list)
	clear(list)
	a.scratch = a.scratch[:mark]
	return out
}

// expressionPipeline is the commonest shape of a statement, a pipeline of one expression.
type expressionPipeline struct {
	pipeline ast.Pipeline
	command  ast.CommandExpression
	elements [1]ast.CommandBase
}

// commandPipeline is a pipeline of one command.
type commandPipeline struct {
	pipeline ast.Pipeline
	command  ast.Command
	elements [1]ast.CommandBase
}

// castNode is a cast with its type, typeNode a type as a value, constraintNode one that constrains.
type (
	castNode struct {
		expression ast.ConvertExpression
		constraint ast.TypeConstraint
		name       ast.TypeName
	}
	typeNode struct {
		expression ast.TypeExpression
		name       ast.TypeName
	}
	constraintNode struct {
		constraint ast.TypeConstraint
		name       ast.TypeName
	}
)

// blockNode is a script block with the unnamed block that most of them consist of.
type blockNode struct {
	block   ast.ScriptBlock
	unnamed ast.NamedBlock
}

// nodes are the allocators for the commonest nodes.
type nodes struct {
	strings             slab[ast.StringConstantExpression]
	variables           slab[ast.VariableExpression]
	constants           slab[ast.ConstantExpression]
	binaries            slab[ast.BinaryExpression]
	members             slab[ast.MemberExpression]
	calls               slab[ast.InvokeMemberExpression]
	parens              slab[ast.ParenExpression]
	expandables         slab[ast.ExpandableStringExpression]
	subExpressions      slab[ast.SubExpression]
	blocks              slab[ast.StatementBlock]
	assignments         slab[ast.AssignmentStatement]
	parameters          slab[ast.CommandParameter]
	commands            slab[ast.Command]
	expressionPipelines slab[expressionPipeline]
	commandPipelines    slab[commandPipeline]
	casts               slab[castNode]
	types               slab[typeNode]
	constraints         slab[constraintNode]
	scriptBlocks        slab[blockNode]
	blockExpressions    slab[ast.ScriptBlockExpression]
	arrays              slab[ast.ArrayExpression]
	literals            slab[ast.ArrayLiteral]
	hashtables          slab[ast.Hashtable]
	unaries             slab[ast.UnaryExpression]
	indexes             slab[ast.IndexExpression]
	formal              slab[ast.Parameter]

	pipes       arena[ast.CommandBase]
	attributes  arena[ast.AttributeBase]
	formals     arena[*ast.Parameter]
	elements    arena[ast.CommandElement]
	expressions arena[ast.Expression]
	parts       arena[ast.StringPart]
	statements  arena[ast.Statement]
	pairs       arena[ast.KeyValuePair]
}

// emptied gives allocators without blocks, with the room for collecting lists that these have.
func (n *nodes) emptied() (out nodes) {
	out.pipes.scratch = n.pipes.scratch[:0]
	out.attributes.scratch = n.attributes.scratch[:0]
	out.formals.scratch = n.formals.scratch[:0]
	out.elements.scratch = n.elements.scratch[:0]
	out.expressions.scratch = n.expressions.scratch[:0]
	out.parts.scratch = n.parts.scratch[:0]
	out.statements.scratch = n.statements.scratch[:0]
	out.pairs.scratch = n.pairs.scratch[:0]
	return out
}

// word makes the node of a token that stands for its text.
func (p *parser) word(x ast.Extent, value string, kind ast.StringConstantType) *ast.StringConstantExpression {
	n := p.nodes.strings.next()
	n.Extent, n.Value, n.StringConstantType = x, value, kind
	return n
}
