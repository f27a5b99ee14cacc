package runtime

import (
	"slices"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// AliasInfo is an alias as what a name resolves to.
type AliasInfo struct {
	Name, Target string
	Options      VariableOptions
	Description  string
	Module       *Module
}

// stage never runs: an alias is followed before a command is invoked.
func (a *AliasInfo) stage(b stageBase) (stage, error) {
	c, err := b.frame.findCommand(a.Target)
	if err != nil {
		return nil, err
	}
	return c.stage(b)
}

// fixedAliases are the options of the aliases that the session comes with; the others have none. The engine's own are read-only,
// those of other shells' names stay the same in every scope.
var fixedAliases = func() (x struct {
	value.NameIndex
	options []VariableOptions
}) {
	add := func(o VariableOptions, names ...string) {
		for _, n := range names {
			x.Add(n)
			x.options = append(x.options, o)
		}
	}
	add(OptionReadOnly|OptionAllScope, "foreach", "%", "where", "?")
	add(OptionReadOnly, "ac", "clc", "cli", "clp", "clv", "cvpa", "dbp", "ebp", "epal", "epcsv", "fc", "fhx", "fl", "ft", "fw", "gal", "gbp", "gc", "gci", "gcm",
		"gcs", "gdr", "ghy", "gi", "gjb", "gl", "gm", "gmo", "gp", "gps", "gpv", "group", "gsn", "gu", "gv", "icm", "iex", "ihy", "ii", "ipal", "ipcsv", "ipmo",
		"measure", "mi", "mp", "nal", "ndr", "ni", "nmo", "nv", "oh", "rbp", "rcjb", "rdr", "ri", "rjb", "rmo", "rni", "rnp", "rp", "rsn", "rv", "rvpa", "sajb",
		"sal", "saps", "sbp", "select", "si", "sl", "sp", "spjb", "spps", "sv", "wjb")
	add(OptionAllScope, "cd", "copy", "cp", "del", "dir", "echo", "h", "history", "md", "move", "popd", "pushd", "r")
	return x
}()

func fixedAliasOptions(name string) VariableOptions {
	if i := fixedAliases.Find(name); i >= 0 {
		return fixedAliases.options[i]
	}
	return 0
}

// alias is the alias of that name that a scope sees, nil if there is none.
func (f *Frame) alias(name string) *AliasInfo {
	for s := f.scope; s != nil; s = s.parent {
		if a, ok := s.aliases.get(name).(*AliasInfo); ok && (s == f.scope || a.Options&OptionPrivate == 0) {
			return a
		}
	}
	return f.fixedAlias(name)
}

// fixedAlias is an alias that the session comes with.
func (f *Frame) fixedAlias(name string) *AliasInfo {
	x := f.cmdlets
	if i := x.aliases.Find(name); i >= 0 && !f.removedAliases.has(name) {
		name = x.aliases.Names()[i]
		return &AliasInfo{Name: name, Target: x.targets[i], Options: fixedAliasOptions(name)}
	}
	return nil
}

// aliasIn is the alias of one scope.
func (f *Frame) aliasIn(s *Scope, name string) *AliasInfo {
	if a, ok := s.aliases.get(name).(*AliasInfo); ok {
		return a
	}
	if s == s.global {
		return f.fixedAlias(name)
	}
	if a := f.fixedAlias(name); a != nil && a.Options&OptionAllScope != 0 {
		return a
	}
	return nil
}

// SetAlias defines an alias in a scope.
func (e *Engine) SetAlias(a *AliasInfo, s *Scope) {
	if s.aliases == nil {
		s.aliases = &commandTable{}
	}
	s.aliases.set(a.Name, a)
	e.epoch++
}

func (f *Frame) aliasObject(a *AliasInfo) *CommandInfo {
	i := &CommandInfo{alias: a}
	if c, err := f.findCommand(a.Target); err == nil {
		i.command = c
	}
	return i
}

// Alias is the alias of that name that the caller sees, nil if there is none.
func (c *Call) Alias(name string) *CommandInfo {
	if a := c.frame.alias(name); a != nil {
		return c.frame.aliasObject(a)
	}
	return nil
}

// Aliases are the aliases of a scope, by name; those that the caller sees for the empty scope.
func (c *Call) Aliases(scope string, match func(*AliasInfo) bool) ([]*CommandInfo, error) {
	f := c.frame
	from, err := c.scopeNamed(scope)
	if err != nil {
		return nil, err
	}
	var out []*CommandInfo
	var seen value.NameIndex
	add := func(a *AliasInfo) {
		if a != nil && seen.Find(a.Name) < 0 {
			seen.Add(a.Name)
			if match == nil || match(a) {
				out = append(out, f.aliasObject(a))
			}
		}
	}
	for s := from; s != nil; s = s.parent {
		s.aliases.each(func(_ string, x command) {
			if a, ok := x.(*AliasInfo); ok {
				add(a)
			}
		})
		if scope != "" {
			break
		}
	}
	if scope == "" || from == from.global {
		for _, name := range f.cmdlets.aliases.Names() {
			add(f.fixedAlias(name))
		}
	}
	slices.SortStableFunc(out, func(a, b *CommandInfo) int { return text.Compare(a.Name(), b.Name(), true) })
	return out, nil
}

// AliasChange is what Set-Alias and New-Alias ask for.
type AliasChange struct {
	Target      string
	Description string
	Options     VariableOptions
	Force       bool
	New         bool // the alias must not exist
}

// ChangeAlias defines an alias in a scope; the empty scope is the caller's.
func (c *Call) ChangeAlias(name, scope string, how AliasChange) (*CommandInfo, error) {
	f := c.frame
	s, err := c.scopeNamed(scope)
	if err != nil {
		return nil, err
	}
	if old := f.aliasIn(s, name); old != nil {
		if err := replaceable(old, how); err != nil {
			return nil, err
		}
		name = old.Name
		if s != s.global && f.fixedAlias(name) != nil && s.aliases.get(name) == nil {
			s = s.global
		}
	}
	a := &AliasInfo{Name: name, Target: how.Target, Options: how.Options, Description: how.Description, Module: s.module}
	f.SetAlias(a, s)
	return f.aliasObject(a), nil
}

// replaceable tells whether an alias may be defined anew.
func replaceable(old *AliasInfo, how AliasChange) error {
	refused := func(id, message string) error {
		return value.Throw(value.SessionStateUnauthorized, id, message).With(value.WriteError, value.OfString(old.Name))
	}
	switch {
	case how.New && !how.Force:
		return value.Throw(value.SessionStateException, "AliasAlreadyExists",
			"The alias is not allowed, because an alias with the name '"+old.Name+"' already exists.").With(value.ResourceExists, value.OfString(old.Name))
	case old.Options&OptionConstant != 0, old.Options&OptionReadOnly != 0 && !how.Force:
		return refused("AliasNotWritable", "Alias is not writeable because alias "+old.Name+" is read-only or constant and cannot be written to.")
	case how.Options&OptionConstant != 0:
		return refused("AliasCannotBeMadeConstant", "Existing alias "+old.Name+" cannot be made constant. Aliases can be made constant only at creation time.")
	case old.Options&OptionAllScope != 0 && how.Options&OptionAllScope == 0:
		return refused("AliasAllScopeOptionCannotBeRemoved", "The AllScope option cannot be removed from the alias '"+old.Name+"'.")
	}
	return nil
}

// RemoveAlias forgets an alias; false if there is none of that name.
func (c *Call) RemoveAlias(name, scope string, force bool) (bool, error) {
	f := c.frame
	from, err := c.scopeNamed(scope)
	if err != nil {
		return false, err
	}
	for s := from; s != nil; s = s.parent {
		if a, ok := s.aliases.get(name).(*AliasInfo); ok {
			if err := removable(a, force); err != nil {
				return true, err
			}
			s.aliases.remove(name)
			f.epoch++
			if s == s.global && f.cmdlets.aliases.Find(name) >= 0 {
				f.removedAliases.Add(name)
			}
			return true, nil
		}
		if scope != "" {
			break
		}
	}
	if a := f.fixedAlias(name); a != nil {
		if err := removable(a, force); err != nil {
			return true, err
		}
		f.removedAliases.Add(name)
		f.epoch++
		return true, nil
	}
	return false, nil
}

func removable(a *AliasInfo, force bool) error {
	if a.Options&OptionConstant != 0 || a.Options&OptionReadOnly != 0 && !force {
		return value.Throw(value.SessionStateUnauthorized, "AliasNotRemovable",
			"Alias was not removed because alias "+a.Name+" is constant or read-only.").With(value.WriteError, value.OfString(a.Name))
	}
	return nil
}
