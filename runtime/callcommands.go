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
