package runtime

import (
	"strings"

	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// FunctionInfo is a function as what a name resolves to.
type FunctionInfo struct {
	Name    string
	Block   *ScriptBlock
	Options VariableOptions
	Filter  bool
	Module  *Module
	wrapped *CommandInfo
}

func (i *FunctionInfo) stage(b stageBase) (stage, error) {
	return newFunctionStage(b, i.Block, i, i.Name)
}

func (i *FunctionInfo) object() *CommandInfo {
	if i.wrapped == nil {
		i.wrapped = &CommandInfo{command: i}
	}
	return i.wrapped
}

// functionDefinition defines the function when the flow reaches it.
func (c *compiler) functionDefinition(d *ast.FunctionDefinition) stmt {
	source := c.source
	owner := c.block
	return func(f *Frame) (ctl, error) {
		b := newScriptBlock(d.Body, source, f.scope.module)
		b.parameters = d.Parameters
		b.isFilter = d.IsFilter
		b.name = d.Name
		b.usings = owner.usings
		shared := owner.functionLiteral(d)
		if shared.block == nil {
			*shared = *b
			shared.own = compile(shared, false)
		}
		b.own = shared.own
		return ctlNext, f.defineFunction(d.Name, b)
	}
}

// defineFunction adds or replaces a function; a scope prefix in the name says where.
func (f *Frame) defineFunction(name string, b *ScriptBlock) error {
	s := f.scope
	var options VariableOptions
	if i := strings.IndexByte(name, ':'); i > 0 {
		switch {
		case value.EqualFold(name[:i], "global"):
			s = s.global
		case value.EqualFold(name[:i], "script"):
			s = s.script
		case value.EqualFold(name[:i], "function"), value.EqualFold(name[:i], "local"):
		case value.EqualFold(name[:i], "private"):
			options = OptionPrivate
		default:
			return value.Throw(value.SessionStateException, "FunctionNotFound", "Cannot process the function name '"+name+"'.")
		}
		name = name[i+1:]
	}
	if s.functions == nil {
		s.functions = &commandTable{}
	}
	if old, ok := s.functions.get(name).(*FunctionInfo); ok && old.Options&(OptionReadOnly|OptionConstant) != 0 {
		return functionFixed(name)
	}
	s.functions.set(name, &FunctionInfo{Name: name, Block: b, Filter: b.isFilter, Module: b.module, Options: options})
	f.epoch++
	return f.defineAliasesOf(name, b, s)
}

// defineAliasesOf makes the aliases that [Alias()] of a body gives to its function.
func (f *Frame) defineAliasesOf(name string, b *ScriptBlock, s *Scope) error {
	if b.block.ParamBlock == nil {
		return nil
	}
	for _, a := range b.block.ParamBlock.Attributes {
		if !value.EqualFold(a.TypeName.Name, "Alias") {
			continue
		}
		for _, e := range a.PositionalArguments {
			for _, alias := range constantNames(e) {
				f.SetAlias(&AliasInfo{Name: alias, Target: name, Module: s.module}, s)
			}
		}
	}
	return nil
}

func functionFixed(name string) *value.Exception {
	return value.Throw(value.SessionStateUnauthorized, "FunctionNotWritable",
		"Cannot write to function "+name+" because it is read-only or constant.").With(value.WriteError, value.OfString(name))
}

// commandTable holds functions or aliases by name.
type commandTable struct {
	value.NameIndex
	list []command
}

func (t *commandTable) get(name string) command {
	if t == nil {
		return nil
	}
	if i := t.Find(name); i >= 0 {
		return t.list[i]
	}
	return nil
}

func (t *commandTable) set(name string, c command) {
	i := t.Add(name)
	if i == len(t.list) {
		t.list = append(t.list, nil)
	}
	t.list[i] = c
}

func (t *commandTable) remove(name string) bool {
	if t == nil {
		return false
	}
	if i := t.Find(name); i >= 0 && t.list[i] != nil {
		t.list[i] = nil
		return true
	}
	return false
}

func (t *commandTable) each(yield func(name string, c command)) {
	if t == nil {
		return
	}
	for i, n := range t.Names() {
		if t.list[i] != nil {
			yield(n, t.list[i])
		}
	}
}
