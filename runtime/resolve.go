package runtime

import (
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// CommandInfo is a command as an object: what Get-Command returns and & accepts.
type CommandInfo struct {
	value.Extended
	command command
	alias   *AliasInfo
}

// TypeOf is FunctionInfo, CmdletInfo, AliasInfo or ExternalScriptInfo.
func (c *CommandInfo) TypeOf() *value.Type {
	if c.alias != nil {
		return TypeAliasInfo
	}
	switch x := c.command.(type) {
	case *FunctionInfo:
		if x.Filter {
			return TypeFilterInfo
		}
		return TypeFunctionInfo
	case cmdletCommand:
		if x.cmdlet.Function {
			return TypeFunctionInfo
		}
		return TypeCmdletInfo
	case *scriptFile:
		return TypeExternalScriptInfo
	case blockCommand:
		return TypeScriptInfo
	}
	return TypeCommandInfo
}

// The types of command objects; their members stand in commandinfo.go.
var (
	TypeCommandInfo        = &value.Type{Name: "CommandInfo", FullName: "System.Management.Automation.CommandInfo", Base: value.TypeObject}
	TypeFunctionInfo       = &value.Type{Name: "FunctionInfo", FullName: "System.Management.Automation.FunctionInfo", Base: TypeCommandInfo}
	TypeFilterInfo         = &value.Type{Name: "FilterInfo", FullName: "System.Management.Automation.FilterInfo", Base: TypeFunctionInfo}
	TypeCmdletInfo         = &value.Type{Name: "CmdletInfo", FullName: "System.Management.Automation.CmdletInfo", Base: TypeCommandInfo}
	TypeAliasInfo          = &value.Type{Name: "AliasInfo", FullName: "System.Management.Automation.AliasInfo", Base: TypeCommandInfo}
	TypeScriptInfo         = &value.Type{Name: "ScriptInfo", FullName: "System.Management.Automation.ScriptInfo", Base: TypeCommandInfo}
	TypeExternalScriptInfo = &value.Type{Name: "ExternalScriptInfo", FullName: "System.Management.Automation.ExternalScriptInfo", Base: TypeCommandInfo}
)

// cmdletTable finds cmdlets and built-in aliases by name. The names are indexed once per Table and platform.
type cmdletTable struct {
	names    value.NameIndex
	list     []*Cmdlet
	aliases  value.NameIndex
	targets  []string
	catalogs []Catalog
}

// Catalog is many cmdlets that are declared elsewhere, such as those of a service module, and made when they are first used.
type Catalog interface {
	// Find is the cmdlet of that name (any case), nil if the catalogue has none.
	Find(name string) *Cmdlet
	// Names are the names of all cmdlets, sorted.
	Names() []string
	// Modules are the names of the modules that the cmdlets belong to.
	Modules() []string
}

func newCmdletTable(t Table, catalogs []Catalog, p host.Platform) *cmdletTable {
	x := &cmdletTable{list: make([]*Cmdlet, 0, len(t)), catalogs: catalogs}
	for _, c := range t {
		if i := x.names.Add(c.Command); i == len(x.list) {
			x.list = append(x.list, c)
		}
		for _, a := range c.Aliases {
			x.alias(a, c.Command)
		}
		if p == host.Windows {
			for _, a := range c.WindowsAliases {
				x.alias(a, c.Command)
			}
		}
	}
	return x
}

func (x *cmdletTable) alias(name, target string) {
	if i := x.aliases.Add(name); i == len(x.targets) {
		x.targets = append(x.targets, target)
	}
}

func (x *cmdletTable) find(name string) *Cmdlet {
	if i := x.names.Find(name); i >= 0 {
		return x.list[i]
	}
	for _, c := range x.catalogs {
		if cmdlet := c.Find(name); cmdlet != nil {
			x.names.Add(name)
			x.list = append(x.list, cmdlet)
			return cmdlet
		}
	}
	return nil
}

// findCommand resolves a name: alias, function, cmdlet, then script file. The error is CommandNotFoundException.
func (f *Frame) findCommand(name string) (command, error) {
	target := name
	for range 32 { // aliases of aliases; a ring ends as not found
		a := f.findAlias(target)
		if a == "" {
			break
		}
		target = a
	}
	if c := f.lookupCommand(target); c != nil {
		return c, nil
	}
	if c, err := f.findScript(target); c != nil || err != nil {
		return c, err
	}
	if !strings.ContainsAny(target, `-\/:`) {
		if c := f.lookupCommand("Get-" + target); c != nil {
			return c, nil
		}
	}
	return nil, f.commandNotFound(name, target)
}

// findAlias is the target of an alias, "" if there is none of that name.
func (f *Frame) findAlias(name string) string {
	for s := f.scope; s != nil; s = s.parent {
		if s.aliases == nil {
			continue
		}
		if a, ok := s.aliases.get(name).(*AliasInfo); ok && (s == f.scope || a.Options&OptionPrivate == 0) {
			return a.Target
		}
	}
	if i := f.cmdlets.aliases.Find(name); i >= 0 && !f.removedAliases.has(name) {
		return f.cmdlets.targets[i]
	}
	return ""
}

func (f *Frame) aliasTarget(name string) string { return f.findAlias(name) }

// lookupCommand finds a function or cmdlet, with or without module qualifier; nil if there is none.
func (f *Frame) lookupCommand(name string) command {
	for s := f.scope; s != nil; s = s.parent {
		if c := s.functions.get(name); c != nil {
			if i, ok := c.(*FunctionInfo); ok && s != f.scope && i.Options&OptionPrivate != 0 {
				continue
			}
			return c
		}
	}
	if c := f.cmdlets.find(name); c != nil {
		return cmdletCommand{c}
	}
	if i := strings.IndexByte(name, '\\'); i > 0 {
		module, rest := name[:i], name[i+1:]
		if m := f.moduleNamed(module); m != nil {
			if c := m.exported(rest); c != nil {
				return c
			}
		}
		if c := f.cmdlets.find(rest); c != nil && value.EqualFold(c.Module, module) {
			return cmdletCommand{c}
		}
	}
	if i := strings.IndexByte(name, ':'); i > 0 {
		switch {
		case value.EqualFold(name[:i], "global"):
			return f.scope.global.functions.get(name[i+1:])
		case value.EqualFold(name[:i], "script"):
			return f.scope.script.functions.get(name[i+1:])
		case value.EqualFold(name[:i], "function"), value.EqualFold(name[:i], "local"):
			return f.lookupCommand(name[i+1:])
		}
	}
	return nil
}

// moduleNamed is a module that code here sees.
func (f *Frame) moduleNamed(name string) *Module {
	if m := f.modulesOf(f.scope).find(name); m != nil {
		return m
	}
	return f.modules.find(name)
}

// exported is the function that a module has imported under a name, nil if there is none.
func (m *Module) exported(name string) command {
	for i := len(m.imports) - 1; i >= 0; i-- {
		if f, ok := m.imports[i].what.(*FunctionInfo); ok && value.EqualFold(m.imports[i].name, name) {
			return f
		}
	}
	for _, f := range m.exports.functions {
		if value.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

func (f *Frame) commandNotFound(name, target string) error {
	e := value.Throw(value.CommandNotFoundException, idCommandNotFound, notRecognized(target)).With(value.ObjectNotFound, value.OfString(target))
	e.Details = []value.Detail{{Name: "CommandName", Value: value.OfString(target)}}
	r := f.exceptionRecord(e)
	r.TargetName, r.TargetType = target, "String"
	r.Invocation.InvocationName = name
	return r
}

func notRecognized(name string) string {
	return "The term '" + name + "' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or " +
		"if a path was included, verify that the path is correct and try again."
}

const idCommandNotFound = "CommandNotFoundException"
