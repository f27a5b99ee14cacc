package runtime

import (
	"slices"
	"strconv"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

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

// FindVariable is the variable of that name in a scope, nil if there is none; the empty scope is what the caller sees. The name may
// have a scope of its own: global:x.
func (c *Call) FindVariable(name, scope string) (*Variable, error) {
	name, scope = splitScope(name, scope)
	hash := value.FoldHash(name)
	if scope == "" {
		if l := c.frame.scope.find(name, hash); l.valid() && !isAutomatic(name) {
			return &Variable{Name: l.name(), scope: l.scope, last: value.NullValue}, nil
		}
		if v, ok := c.frame.automatic(name); ok {
			return &Variable{Name: name, last: v}, nil
		}
		if isUnderscore(name) {
			return &Variable{Name: name, last: c.frame.underscore()}, nil
		}
	}
	s, err := c.scopeNamed(scope)
	if err != nil {
		return nil, err
	}
	if l := s.own(name, hash); l.valid() {
		return &Variable{Name: l.name(), scope: s, last: value.NullValue}, nil
	}
	return nil, nil
}

// Variables are the variables of a scope that match, by name; those that the caller sees for the empty scope.
func (c *Call) Variables(scope string, match func(name string) bool) ([]*Variable, error) {
	s, err := c.scopeNamed(scope)
	if err != nil {
		return nil, err
	}
	var seen value.NameIndex
	var out []*Variable
	for x := s; x != nil; x = x.parent {
		x.each(func(name string, l location) bool {
			hidden := x != s && l.info() != nil && l.info().Options&OptionPrivate != 0
			if !hidden && seen.Find(name) < 0 && match(name) {
				seen.Add(name)
				out = append(out, &Variable{Name: name, scope: x, last: value.NullValue})
			}
			return true
		})
		if scope != "" {
			break
		}
	}
	slices.SortStableFunc(out, func(a, b *Variable) int { return text.Compare(a.Name, b.Name, true) })
	return out, nil
}

// splitScope takes a scope off the front of a variable's name.
func splitScope(name, scope string) (string, string) {
	if i := strings.IndexByte(name, ':'); i > 0 && scope == "" {
		for _, s := range [...]string{"global", "script", "local", "private"} {
			if value.EqualFold(name[:i], s) {
				return name[i+1:], s
			}
		}
		if value.EqualFold(name[:i], "variable") {
			return name[i+1:], ""
		}
	}
	return name, scope
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
	if err != nil {
		return nil, value.Throw(value.PSArgumentException, "Argument", "Cannot process argument because the value of parameter \"Scope\" is not valid. "+
			"Valid values are \"Global\", \"Local\", or \"Script\", or a number relative to the current scope (0 through the number of scopes where 0 is the "+
			"current scope and 1 is its parent). Change the value of the \"Scope\" parameter and run the operation again.").With(value.InvalidArgument, value.NullValue)
	}
	if up, ok := s.up(int(n.Int())); ok {
		return up, nil
	}
	e := value.Throw(value.PSArgumentOutOfRange, "ArgumentOutOfRange", "The scope number '"+scope+"' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was "+scope+".")
	return nil, e.With(value.InvalidArgument, value.NullValue)
}

// VariableChange is what Set-Variable and New-Variable do to a variable beside its value.
type VariableChange struct {
	Options     VariableOptions
	SetOptions  bool
	Description string
	Describe    bool
	Force       bool // a read-only variable may be written
}

// SetVariable assigns a variable in a scope; the empty scope is the caller's.
func (c *Call) SetVariable(name string, v value.Value, scope string) error {
	_, err := c.ChangeVariable(name, v, scope, VariableChange{})
	return err
}

// ChangeVariable assigns a variable and sets its options; one that does not exist is made.
func (c *Call) ChangeVariable(name string, v value.Value, scope string, how VariableChange) (*Variable, error) {
	name, scope = splitScope(name, scope)
	if value.EqualFold(scope, "private") {
		how.Options, how.SetOptions = how.Options|OptionPrivate, true
	}
	s, err := c.scopeNamed(scope)
	if err != nil {
		return nil, err
	}
	hash := value.FoldHash(name)
	l := s.place(name, hash)
	if scope == "" && isGuarded(name) && !s.own(name, hash).valid() {
		if g := s.global.own(name, hash); g.valid() && g.info() != nil && g.info().Options&OptionAllScope != 0 {
			l = g
		}
	}
	existing := !l.get().IsUnset()
	info := l.info()
	if existing && how.SetOptions && how.Options&OptionConstant != 0 {
		return nil, constantOnlyWhenMade(name)
	}
	if info != nil && info.Options&OptionReadOnly != 0 && info.Options&OptionConstant == 0 && how.Force {
		open := *info
		open.Options &^= OptionReadOnly
		l.setInfo(&open)
		defer func() {
			if !how.SetOptions && l.info() == &open {
				l.setInfo(info)
			}
		}()
	}
	if err := c.frame.store(l, name, v); err != nil {
		return nil, err
	}
	if how.SetOptions || how.Describe {
		changed := &variableInfo{}
		if old := l.info(); old != nil {
			*changed = *old
		}
		if how.SetOptions {
			changed.Options = how.Options
		}
		if how.Describe {
			changed.Description = how.Description
		}
		l.setInfo(changed)
		if changed.Options&OptionAllScope != 0 {
			c.frame.share(name, l)
		}
	}
	return &Variable{Name: l.name(), scope: l.scope, last: value.NullValue}, nil
}

// RemoveVariable forgets a variable; false if there is none of that name. The empty scope is what the caller sees.
func (c *Call) RemoveVariable(name, scope string, force bool) (bool, error) {
	v, err := c.FindVariable(name, scope)
	if v == nil || err != nil {
		return false, err
	}
	return true, c.Remove(v, force)
}

// Remove forgets a variable; a read-only one only by force.
func (c *Call) Remove(v *Variable, force bool) error {
	l := v.location()
	if !l.valid() {
		return nil
	}
	if o := v.Options(); o&OptionConstant != 0 || o&OptionReadOnly != 0 && !force {
		return value.Throw(value.SessionStateUnauthorized, "VariableNotRemovable", "Cannot remove variable "+v.Name+
			" because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.").With(value.WriteError, value.OfString(v.Name))
	}
	v.last = c.frame.read(l)
	l.remove()
	return nil
}

// Clear sets a variable to $null, or to what its type makes of it.
func (c *Call) Clear(v *Variable, force bool) error {
	_, err := c.ChangeVariable(v.Name, value.NullValue, c.scopeText(v.scope), VariableChange{Force: force})
	return err
}

// scopeText is the number of a scope as -Scope takes it.
func (c *Call) scopeText(to *Scope) string {
	n := 0
	for s := c.frame.scope; s != nil && s != to; s = s.parent {
		n++
	}
	return strconv.Itoa(n)
}

// SetStrictMode sets the strict mode of the caller's scope: 0 is off, 1 and 2 the versions, 3 and more the latest.
func (c *Call) SetStrictMode(version int) {
	c.frame.anyStrict = true
	c.frame.scope.strict = [...]strictVersion{strictOff, strict1, strict2, strict3}[min(max(version, 0), 3)]
}

// Run runs a text in the caller's scope, as Invoke-Expression does. A text that does not parse is an error of the command at its call
// (oracle/errors, section 10).
func (c *Call) Run(text string) error {
	b, err := c.ParseBlock(text)
	if r, ok := err.(*value.ErrorRecord); ok {
		r.Invocation = nil
		return c.Sign(r)
	}
	if err != nil {
		return err
	}
	return c.InvokeHere(b, value.Unset)
}
