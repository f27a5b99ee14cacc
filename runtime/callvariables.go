package runtime

import "rehearse/runtime/value"

// Variable is the value of a variable as the caller sees it, and whether there is one.
func (c *Call) Variable(name string) (value.Value, bool) {
	l := c.frame.scope.find(name, value.FoldHash(name))
	if !l.valid() {
		return value.NullValue, false
	}
	return c.frame.read(l), true
}

// VariableNames are the names of the variables that the caller sees, those of inner scopes first.
func (c *Call) VariableNames() []string {
	var seen value.NameIndex
	for s := c.frame.scope; s != nil; s = s.parent {
		s.each(func(name string, _ location) bool {
			seen.Add(name)
			return true
		})
	}
	return seen.Names()
}

// scopeNamed is the scope that -Scope names: global, script, local or a number of levels.
func (c *Call) scopeNamed(scope string) (*Scope, error) {
	s := c.frame.scope
	switch {
	case scope == "", value.EqualFold(scope, "local"), value.EqualFold(scope, "private"):
		return s, nil
	case value.EqualFold(scope, "global"):
		return s.global, nil
	case value.EqualFold(scope, "script"):
		return s.script, nil
	}
	n, err := value.Convert(value.OfString(scope), value.TypeInt32)
	if err == nil {
		if up, ok := s.up(int(n.Int())); ok {
			return up, nil
		}
	}
	return nil, value.Throw(value.PSArgumentException, "ArgumentOutOfRange", "The scope number '"+scope+"' exceeds the number of active scopes.").With(value.InvalidArgument, value.NullValue)
}

// SetVariable assigns a variable in a scope; the empty scope is the caller's.
func (c *Call) SetVariable(name string, v value.Value, scope string) error {
	s, err := c.scopeNamed(scope)
	if err != nil {
		return err
	}
	return c.frame.store(s.place(name, value.FoldHash(name)), name, v)
}

// SetVariableOptions makes a variable read-only, constant or private.
func (c *Call) SetVariableOptions(name string, o VariableOptions, scope string) error {
	s, err := c.scopeNamed(scope)
	if err != nil {
		return err
	}
	l := s.place(name, value.FoldHash(name))
	info := &variableInfo{}
	if old := l.info(); old != nil {
		*info = *old
	}
	info.Options |= o
	l.setInfo(info)
	return nil
}

// RemoveVariable forgets a variable; false if the scope has none of that name.
func (c *Call) RemoveVariable(name, scope string) (bool, error) {
	s, err := c.scopeNamed(scope)
	if err != nil {
		return false, err
	}
	l := s.own(name, value.FoldHash(name))
	if !l.valid() {
		return false, nil
	}
	l.remove()
	return true, nil
}

// SetStrictMode sets the strict mode of the caller's scope: 0 is off, 1 and 2 the versions, 3 and more the latest.
func (c *Call) SetStrictMode(version int) {
	c.frame.anyStrict = true
	c.frame.scope.strict = [...]strictVersion{strictOff, strict1, strict2, strict3}[min(max(version, 0), 3)]
}

// DefineAlias defines an alias in a scope; the empty scope is the caller's.
func (c *Call) DefineAlias(name, target, scope string) error {
	s, err := c.scopeNamed(scope)
	if err != nil {
		return err
	}
	c.frame.SetAlias(&AliasInfo{Name: name, Target: target}, s)
	return nil
}

// Run runs a text in the caller's scope, as Invoke-Expression does.
func (c *Call) Run(text string) error {
	b, err := c.ParseBlock(text)
	if err != nil {
		return err
	}
	return c.InvokeHere(b, value.Unset)
}
