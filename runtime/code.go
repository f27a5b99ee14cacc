package runtime

import (
	"strings"

	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// code is a compiled body. A body that opens its own scope is compiled with slots; one that runs in the scope of its caller
// (a ForEach-Object block, a dot-sourced file) is compiled open: it finds variables by name and remembers where.
type code struct {
	source value.Source
	block  *ast.ScriptBlock
	table  *slotTable // the names of the body's own scope; empty for open code
	open   bool

	dynamic, begin, process, end, clean *sequence // nil where the body has no such block
	params                              *parameterPlan

	idle  *Frame // see Frame.reuse
	owner *class // of a method's body
}

// sequence is a list of statements with the traps that watch over it.
type sequence struct {
	part  string // see Frame.part
	stmts []compiledStatement
	traps []compiledTrap
	// only is set when the sequence is one expression without side effects on the flow: its value can be had directly.
	only expr
}

// compiledStatement is a statement with its place.
type compiledStatement struct {
	run stmt
	at  ast.Extent
}

// ScriptBlock is { … } as a value, the body of a function, or a script file.
type ScriptBlock struct {
	value.Extended
	block    *ast.ScriptBlock
	source   value.Source
	module   *Module
	usings   []string // namespaces
	isFilter bool
	own      *code
	opened   *code
	name     string // of the function whose body it is, for stack traces
	file     bool   // a whole script file
	// constant scope of a closure: the variables that GetNewClosure copied.
	closure      *Scope
	parameters   []*ast.Parameter // of `function f(…)`, which stand outside the body
	extent       ast.Extent       // text shown for the block
	inline       bool             // made of a text at run time
	method       bool             // the body of a class method: only return gives a value
	typesDefined bool             // its classes and enums exist
	inCatch      bool             // it stands in a catch block

	// Blocks and functions written inside this one are compiled once, though each evaluation makes a new object.
	blocks    map[*ast.ScriptBlockExpression]*ScriptBlock
	functions map[*ast.FunctionDefinition]*ScriptBlock
}

func (b *ScriptBlock) literal(e *ast.ScriptBlockExpression) *ScriptBlock {
	if s := b.blocks[e]; s != nil {
		return s
	}
	if b.blocks == nil {
		b.blocks = map[*ast.ScriptBlockExpression]*ScriptBlock{}
	}
	s := &ScriptBlock{}
	b.blocks[e] = s
	return s
}

func (b *ScriptBlock) functionLiteral(d *ast.FunctionDefinition) *ScriptBlock {
	if s := b.functions[d]; s != nil {
		return s
	}
	if b.functions == nil {
		b.functions = map[*ast.FunctionDefinition]*ScriptBlock{}
	}
	s := &ScriptBlock{}
	b.functions[d] = s
	return s
}

// TypeOf is System.Management.Automation.ScriptBlock.
func (*ScriptBlock) TypeOf() *value.Type { return value.TypeScriptBlock }

// Text is the block's source without its braces, as ToString() gives it.
func (b *ScriptBlock) Text() string {
	e := b.block.Extent
	t := b.source.Slice(int(e.Start), int(e.End))
	if !b.file && len(t) >= 2 && t[0] == '{' && t[len(t)-1] == '}' {
		return b.inlineParameters() + t[1:len(t)-1]
	}
	return t
}

// inlineParameters are the parameters that stand behind a function's name, as the param block that they amount to.
func (b *ScriptBlock) inlineParameters() string {
	if len(b.parameters) == 0 {
		return ""
	}
	texts := make([]string, len(b.parameters))
	for i, p := range b.parameters {
		texts[i] = b.source.Slice(int(p.Extent.Start), int(p.Extent.End))
	}
	return "param(" + strings.Join(texts, ", ") + ")\n"
}

// ToText is the text of the block in strings.
func (b *ScriptBlock) ToText() string { return b.Text() }

// code is the compiled body with slots, code for a scope of its own.
func (b *ScriptBlock) scoped() *code {
	if b.own == nil {
		b.own = compile(b, false)
	}
	return b.own
}

// openCode is the compiled body that runs in its caller's scope.
func (b *ScriptBlock) openCode() *code {
	if b.opened == nil {
		b.opened = compile(b, true)
	}
	return b.opened
}

// newScriptBlock makes the value of a literal block or file.
func newScriptBlock(block *ast.ScriptBlock, source value.Source, module *Module) *ScriptBlock {
	b := &ScriptBlock{block: block, source: source, module: module, extent: block.Extent}
	for _, u := range block.UsingStatements {
		if u.UsingStatementKind == ast.UsingNamespace && u.Name != nil {
			b.usings = append(b.usings, u.Name.Value)
		}
	}
	return b
}
