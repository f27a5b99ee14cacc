package runtime

import (
	"slices"
	"strings"

	"rehearse/runtime/value"
)

// importedCommand is a function, alias or variable that an import has put into a scope.
type importedCommand struct {
	scope *Scope
	name  string
	what  command // nil for a variable
}

// ImportOptions are what Import-Module asks for.
type ImportOptions struct {
	Members   Patterns
	Prefix    string
	NoClobber bool
	Local     bool // into the caller's scope only
	Global    bool // into the main session state, also from within a module
	Unchecked bool // -DisableNameChecking
	Arguments []value.Value
	Force     bool
	// MinimumVersion and MaximumVersion bound the version, RequiredVersion fixes it; "" for none.
	MinimumVersion, MaximumVersion, RequiredVersion string
}

// importScope is the scope that gets the members of a module: the root of the caller's session state (oracle/functions, section 15).
func (c *Call) importScope(o *ImportOptions) *Scope {
	s := c.frame.scope
	switch {
	case o.Local:
		return s
	case o.Global, s.module == nil || s.module.scope == nil:
		return s.global
	}
	return s.module.scope
}

// importMembers makes the exports of a module commands of a scope.
func (c *Call) importMembers(m *Module, o *ImportOptions) error {
	if m.compiled {
		c.frame.modules.add(m)
		return nil
	}
	to := c.importScope(o)
	m.Prefix = o.Prefix
	if o.Global || o.Local || c.frame.scope.module == nil {
		c.frame.modules.add(m)
	} else {
		c.frame.modulesOf(c.frame.scope).add(m)
	}
	all := !o.Members.any()
	pick := func(patterns []string) (func(string) bool, error) {
		if all {
			return func(string) bool { return true }, nil
		}
		return matcher(patterns)
	}
	function, err := pick(o.Members.Functions)
	if err != nil {
		return err
	}
	alias, err := pick(o.Members.Aliases)
	if err != nil {
		return err
	}
	variable, err := pick(o.Members.Variables)
	if err != nil {
		return err
	}
	odd := false
	for _, f := range m.exports.functions {
		if !function(f.Name) {
			continue
		}
		odd = odd || !approvedName(f.Name)
		name := m.exportedName(f.Name)
		if o.NoClobber && c.frame.lookupCommand(name) != nil {
			continue
		}
		if err := c.importFunction(m, to, f, name); err != nil {
			return err
		}
	}
	for _, a := range m.exports.aliases {
		name := m.exportedName(a.Name)
		if !alias(a.Name) || o.NoClobber && c.frame.alias(name) != nil {
			continue
		}
		if err := c.Verbose("Importing alias '" + name + "'."); err != nil {
			return err
		}
		copied := *a
		copied.Name, copied.Module = name, m
		c.frame.SetAlias(&copied, to)
		m.imports = append(m.imports, importedCommand{to, name, &copied})
	}
	for _, n := range m.exports.variables {
		if variable(n) {
			if err := c.importVariable(m, to, n); err != nil {
				return err
			}
		}
	}
	if odd && !o.Unchecked {
		return c.Warning("The names of some imported commands from the module '" + m.Name + "' include unapproved verbs that might make them less " +
			"discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of " +
			"approved verbs, type Get-Verb.")
	}
	return nil
}

func (c *Call) importFunction(m *Module, to *Scope, f *FunctionInfo, name string) error {
	if err := c.Verbose("Importing function '" + name + "'."); err != nil {
		return err
	}
	copied := *f
	copied.Name, copied.wrapped, copied.Module = name, nil, m
	if to.functions == nil {
		to.functions = &commandTable{}
	}
	if old, ok := to.functions.get(name).(*FunctionInfo); ok && old.Options&(OptionReadOnly|OptionConstant) != 0 {
		return functionFixed(name)
	}
	to.functions.set(name, &copied)
	m.imports = append(m.imports, importedCommand{to, name, &copied})
	c.frame.Engine.epoch++
	return nil
}

// importVariable makes a variable of the module one of a scope: both are the same variable.
func (c *Call) importVariable(m *Module, to *Scope, name string) error {
	if err := c.Verbose("Importing variable '" + name + "'."); err != nil {
		return err
	}
	hash := value.FoldHash(name)
	from := m.scope.own(name, hash)
	if !from.valid() {
		return nil
	}
	l := to.place(name, hash)
	l.setInfo(nil)
	l.set(from.get())
	l.setInfo(&variableInfo{
		Get: func(f *Frame) value.Value { return f.read(from) },
		Set: func(f *Frame, v value.Value) error {
			if err := f.store(from, name, v); err != nil {
				return err
			}
			l.set(from.get())
			return nil
		},
	})
	m.imports = append(m.imports, importedCommand{to, name, nil})
	return nil
}

// RemoveModule takes a module's members out of the scopes they were imported to, unless something else has taken their names, and
// forgets the module.
func (c *Call) RemoveModule(m *Module) error {
	e := c.frame.Engine
	if b := BlockOf(m.onRemove); b != nil {
		own := *b
		own.module = m
		m.onRemove = value.NullValue
		if err := c.Invoke(&own, value.Of(m)); err != nil {
			return err
		}
	}
	for _, x := range m.imports {
		if err := c.withdraw(x); err != nil {
			return err
		}
	}
	m.imports = nil
	e.epoch++
	e.modules.remove(m)
	c.frame.modulesOf(c.frame.scope).remove(m)
	e.loaded.remove(m)
	return nil
}

func (c *Call) withdraw(x importedCommand) error {
	switch was := x.what.(type) {
	case *FunctionInfo:
		if x.scope.functions.get(x.name) != command(was) {
			return nil
		}
		x.scope.functions.remove(x.name)
		return c.Verbose("Removing the imported \"" + x.name + "\" function.")
	case *AliasInfo:
		if x.scope.aliases.get(x.name) != command(was) {
			return nil
		}
		x.scope.aliases.remove(x.name)
		return c.Verbose("Removing the imported \"" + x.name + "\" alias.")
	}
	if l := x.scope.own(x.name, value.FoldHash(x.name)); l.valid() {
		l.remove()
		return c.Verbose("Removing the imported \"" + x.name + "\" variable.")
	}
	return nil
}

// approvedName tells whether a function's verb is one of Get-Verb; names without a verb are not asked.
func approvedName(name string) bool {
	verb, _, ok := strings.Cut(name, "-")
	if !ok || verb == "" {
		return true
	}
	return slices.ContainsFunc(verbs, func(v Verb) bool { return value.EqualFold(v.Name, verb) })
}
