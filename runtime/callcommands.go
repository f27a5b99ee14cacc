package runtime

import "rehearse/runtime/value"

// Function is the function of that name that the caller sees, nil if there is none.
func (c *Call) Function(name string) *CommandInfo {
	if f, ok := c.frame.lookupCommand(name).(*FunctionInfo); ok {
		return f.object()
	}
	return nil
}

// Functions are the functions that the caller sees, those of inner scopes first.
func (c *Call) Functions() []*CommandInfo {
	var out []*CommandInfo
	var seen value.NameIndex
	for s := c.frame.scope; s != nil; s = s.parent {
		s.functions.each(func(name string, x command) {
			if f, ok := x.(*FunctionInfo); ok && seen.Find(name) < 0 {
				seen.Add(name)
				out = append(out, f.object())
			}
		})
	}
	return out
}

// DefineFunction defines a function in the caller's scope.
func (c *Call) DefineFunction(name string, b *ScriptBlock) error {
	return c.frame.defineFunction(name, b)
}

// RemoveFunction forgets a function; false if there is none of that name.
func (c *Call) RemoveFunction(name string) bool {
	for s := c.frame.scope; s != nil; s = s.parent {
		if s.functions.remove(name) {
			c.frame.Engine.epoch++
			return true
		}
	}
	return false
}

// Alias is the alias of that name that the caller sees, nil if there is none.
func (c *Call) Alias(name string) *CommandInfo {
	f := c.frame
	for s := f.scope; s != nil; s = s.parent {
		if a, ok := s.aliases.get(name).(*AliasInfo); ok {
			return &CommandInfo{alias: a, command: f.lookupCommand(a.Target)}
		}
	}
	if i := f.cmdlets.aliases.Find(name); i >= 0 && !f.removedAliases.has(name) {
		return c.builtInAlias(i)
	}
	return nil
}

func (c *Call) builtInAlias(i int) *CommandInfo {
	x := c.frame.cmdlets
	return &CommandInfo{alias: &AliasInfo{Name: x.aliases.Names()[i], Target: x.targets[i]}, command: c.frame.lookupCommand(x.targets[i])}
}

// Aliases are the aliases that the caller sees, those of inner scopes first.
func (c *Call) Aliases() []*CommandInfo {
	f := c.frame
	var out []*CommandInfo
	var seen value.NameIndex
	for s := f.scope; s != nil; s = s.parent {
		s.aliases.each(func(name string, x command) {
			if a, ok := x.(*AliasInfo); ok && seen.Find(name) < 0 {
				seen.Add(name)
				out = append(out, &CommandInfo{alias: a, command: f.lookupCommand(a.Target)})
			}
		})
	}
	for i, name := range f.cmdlets.aliases.Names() {
		if seen.Find(name) < 0 && !f.removedAliases.has(name) {
			out = append(out, c.builtInAlias(i))
		}
	}
	return out
}

// RemoveAlias forgets an alias; false if there is none of that name.
func (c *Call) RemoveAlias(name string) bool {
	f := c.frame
	for s := f.scope; s != nil; s = s.parent {
		if s.aliases.remove(name) {
			f.epoch++
			return true
		}
	}
	if f.cmdlets.aliases.Find(name) >= 0 && !f.removedAliases.has(name) {
		f.removedAliases.Add(name)
		f.epoch++
		return true
	}
	return false
}
