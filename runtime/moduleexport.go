package runtime

import (
	"slices"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// exports are the members that a module lets others see, in the order they were exported.
type exports struct {
	functions []*FunctionInfo
	aliases   []*AliasInfo
	variables []string
}

// Patterns are the names that Export-ModuleMember, Import-Module or a manifest lists for each kind of member; nil where the kind is not
// mentioned.
type Patterns struct{ Functions, Aliases, Variables, Cmdlets []string }

// any tells whether some kind is mentioned.
func (p *Patterns) any() bool {
	return p.Functions != nil || p.Aliases != nil || p.Variables != nil || p.Cmdlets != nil
}

// matcher compiles wildcards; nil matches nothing.
func matcher(patterns []string) (func(string) bool, error) {
	all := make([]*text.Wildcard, len(patterns))
	for i, p := range patterns {
		w, err := text.CompileWildcard(p, true)
		if err != nil {
			return nil, value.Throw(value.RuntimeException, "WildcardPatternException", err.Error())
		}
		all[i] = w
	}
	return func(s string) bool {
		for _, w := range all {
			if w.Match(s) {
				return true
			}
		}
		return false
	}, nil
}

// ExportMembers adds what matches to the exports of the module whose code calls; several calls add up.
func (c *Call) ExportMembers(p Patterns) error {
	m := c.frame.scope.module
	if m == nil {
		return value.Throw(value.InvalidOperationException, "Modules_CanOnlyExecuteExportModuleMemberInsideAModule",
			"The Export-ModuleMember cmdlet can only be called from inside a module.").With(value.PermissionDenied, value.NullValue)
	}
	m.explicit = true
	return m.export(p)
}

// export adds the members of the module's scope that match.
func (m *Module) export(p Patterns) error {
	if m.scope == nil {
		return nil
	}
	function, err := matcher(p.Functions)
	if err != nil {
		return err
	}
	alias, err := matcher(p.Aliases)
	if err != nil {
		return err
	}
	variable, err := matcher(p.Variables)
	if err != nil {
		return err
	}
	m.scope.functions.each(func(name string, x command) {
		if f, ok := x.(*FunctionInfo); ok && function(name) && !slices.Contains(m.exports.functions, f) {
			m.exports.functions = append(m.exports.functions, f)
		}
	})
	m.scope.aliases.each(func(name string, x command) {
		if a, ok := x.(*AliasInfo); ok && alias(name) && !slices.Contains(m.exports.aliases, a) {
			m.exports.aliases = append(m.exports.aliases, a)
		}
	})
	for name := range m.scope.each {
		if variable(name) && !slices.Contains(m.exports.variables, name) {
			m.exports.variables = append(m.exports.variables, name)
		}
	}
	m.exports.sort()
	return nil
}

// sort puts the members in the order of their names.
func (x *exports) sort() {
	slices.SortStableFunc(x.functions, func(a, b *FunctionInfo) int { return text.Compare(a.Name, b.Name, true) })
	slices.SortStableFunc(x.aliases, func(a, b *AliasInfo) int { return text.Compare(a.Name, b.Name, true) })
	slices.SortStableFunc(x.variables, func(a, b string) int { return text.Compare(a, b, true) })
}

// keep drops exports that a manifest does not list; a kind that it does not mention stays whole.
func (m *Module) keep(p Patterns) error {
	if p.Functions != nil {
		match, err := matcher(p.Functions)
		if err != nil {
			return err
		}
		m.exports.functions = slices.DeleteFunc(m.exports.functions, func(f *FunctionInfo) bool { return !match(f.Name) })
	}
	if p.Aliases != nil {
		match, err := matcher(p.Aliases)
		if err != nil {
			return err
		}
		m.exports.aliases = slices.DeleteFunc(m.exports.aliases, func(a *AliasInfo) bool { return !match(a.Name) })
	}
	if p.Variables != nil {
		match, err := matcher(p.Variables)
		if err != nil {
			return err
		}
		m.exports.variables = slices.DeleteFunc(m.exports.variables, func(n string) bool { return !match(n) })
	}
	return nil
}

// exportedName is a name with the prefix of -Prefix behind its verb.
func (m *Module) exportedName(name string) string {
	if m.Prefix == "" {
		return name
	}
	for i := range len(name) {
		if name[i] == '-' && i > 0 {
			return name[:i+1] + m.Prefix + name[i+1:]
		}
	}
	return m.Prefix + name
}
