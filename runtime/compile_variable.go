package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// variable compiles reading a variable.
func (c *compiler) variable(e *ast.VariableExpression) expr { return c.variableSince(e, strict1) }

// variableSince is variable where a missing variable is an error from that strict mode on: in texts that is version 2.
func (c *compiler) variableSince(e *ast.VariableExpression, since strictVersion) expr {
	p := e.VariablePath
	missing := missingVariable{name: p.Name, at: e.Extent, since: since}
	switch p.Scope {
	case ast.ScopeNone:
		return c.unqualified(p.Name, missing)
	case ast.ScopeDrive:
		return func(f *Frame) (value.Value, error) { return f.driveVariable(p.Qualifier, p.Name) }
	case ast.ScopeVariable:
		return c.byName(p.Name, missing)
	}
	missing.name = p.UserPath
	name, hash, scope := p.Name, value.FoldHash(p.Name), p.Scope
	return func(f *Frame) (value.Value, error) {
		s := f.scopeOf(scope)
		if l := s.own(name, hash); l.valid() {
			return f.read(l), nil
		}
		if scope == ast.ScopeUsing {
			if l := f.lookup(name, hash); l.valid() {
				return f.read(l), nil
			}
		}
		if v, ok := f.automatic(name); ok {
			return v, nil
		}
		return missing.read(f)
	}
}

// scopeOf is the scope that a qualifier names from here.
func (f *Frame) scopeOf(s ast.VariableScope) *Scope {
	switch s {
	case ast.ScopeGlobal:
		return f.scope.global
	case ast.ScopeScript:
		return f.scope.script
	}
	return f.scope
}

func (c *compiler) unqualified(name string, missing missingVariable) expr {
	switch {
	case value.EqualFold(name, "true"):
		return constant(value.True)
	case value.EqualFold(name, "false"):
		return constant(value.False)
	case value.EqualFold(name, "null"):
		return constant(value.NullValue)
	case name == "_" || value.EqualFold(name, "PSItem"):
		return func(f *Frame) (value.Value, error) {
			if !f.under.IsUnset() {
				return f.under, nil
			}
			return f.underscore(), nil
		}
	case name == "?":
		return func(f *Frame) (value.Value, error) { return value.OfBool(f.ok), nil }
	}
	if c.open {
		return c.byName(name, missing)
	}
	i := c.table.Find(name)
	if i < 0 {
		return c.byName(name, missing)
	}
	slow := c.byName(name, missing)
	return func(f *Frame) (value.Value, error) {
		if v := f.slots[i]; !v.IsUnset() {
			return v, nil
		}
		return slow(f)
	}
}

// byName finds a variable through the scopes; the site remembers its slot in the scope it met last.
func (c *compiler) byName(name string, missing missingVariable) expr {
	hash := value.FoldHash(name)
	var table *slotTable
	var slot int
	auto := isAutomatic(name)
	return func(f *Frame) (value.Value, error) {
		s := f.scope
		if s.table == table {
			if v := s.slots[slot]; !v.IsUnset() && s.plain(slot) {
				return v, nil
			}
		}
		if l := s.find(name, hash); l.valid() && !(auto && l.scope != s) {
			if !l.dynamic && l.scope == s {
				table, slot = s.table, l.index
			}
			return f.read(l), nil
		}
		if auto {
			if v, ok := f.automatic(name); ok {
				return v, nil
			}
			if l := s.find(name, hash); l.valid() {
				return f.read(l), nil
			}
		}
		return missing.read(f)
	}
}

// read is the value of a variable, computed if need be.
func (f *Frame) read(l location) value.Value {
	if i := l.info(); i != nil && i.Get != nil {
		return i.Get(f)
	}
	return l.get()
}

// missingVariable is a place that reads a variable, in case there is none.
type missingVariable struct {
	name  string
	at    ast.Extent
	since strictVersion // the strict mode from which on reading it is an error
}

// read is $null, or an error in strict mode.
func (m *missingVariable) read(f *Frame) (value.Value, error) {
	if f.strictMode() >= m.since {
		return value.NullValue, f.recordAt(m.at, value.Throw(value.RuntimeException, "VariableIsUndefined",
			"The variable '$"+m.name+"' cannot be retrieved because it has not been set.").With(value.InvalidOperation, value.OfString(m.name)))
	}
	return value.NullValue, nil
}

func (f *Frame) strictMode() strictVersion {
	if !f.anyStrict {
		return strictOff
	}
	return f.scope.strictMode()
}

// underscore is $_ of the nearest caller that has one.
func (f *Frame) underscore() value.Value {
	for x := f; x != nil; x = x.up {
		if !x.under.IsUnset() {
			return x.under
		}
		if l := x.scope.own("_", hashUnderscore); l.valid() {
			return l.get()
		}
	}
	return value.NullValue
}

var hashUnderscore = value.FoldHash("_")

// assigner compiles storing a value in an assignable expression.
func (c *compiler) assigner(target ast.Expression) func(f *Frame, v value.Value) error {
	switch t := target.(type) {
	case *ast.VariableExpression:
		return c.variableAssigner(t)
	case *ast.ConvertExpression, *ast.AttributedExpression:
		return c.constrainedAssigner(target)
	case *ast.MemberExpression:
		return c.memberAssigner(t)
	case *ast.IndexExpression:
		return c.indexAssigner(t)
	case *ast.ArrayLiteral:
		return c.multipleAssigner(t.Elements)
	case *ast.ParenExpression:
		if p, ok := t.Pipeline.(*ast.Pipeline); ok {
			if x := plainExpression(p); x != nil {
				return c.assigner(x)
			}
		}
	}
	return func(*Frame, value.Value) error { return notSupported("assigning to this expression") }
}

func (c *compiler) variableAssigner(e *ast.VariableExpression) func(f *Frame, v value.Value) error {
	p := e.VariablePath
	name, hash := p.Name, value.FoldHash(p.Name)
	switch p.Scope {
	case ast.ScopeNone, ast.ScopeLocal, ast.ScopeVariable:
		if value.EqualFold(name, "null") {
			return func(*Frame, value.Value) error { return nil }
		}
		if p.Scope == ast.ScopeNone && isUnderscore(name) {
			return func(f *Frame, v value.Value) error {
				f.under = v
				return nil
			}
		}
		special := isGuarded(name)
		if !c.open && !special {
			i := c.table.Find(name)
			return func(f *Frame, v value.Value) error {
				if f.scope.plain(i) {
					f.slots[i] = v
					return nil
				}
				return f.store(location{f.scope, i, false}, name, v)
			}
		}
		if special {
			return func(f *Frame, v value.Value) error { return f.setVariable(name, hash, v) }
		}
		var table *slotTable
		var slot int
		return func(f *Frame, v value.Value) error {
			s := f.scope
			if s.table == table && s.plain(slot) {
				s.slots[slot] = v
				return nil
			}
			l := s.place(name, hash)
			if !l.dynamic {
				table, slot = s.table, l.index
			}
			return f.store(l, name, v)
		}
	case ast.ScopePrivate:
		return func(f *Frame, v value.Value) error {
			l := f.scope.place(name, hash)
			if err := f.store(l, name, v); err != nil {
				return err
			}
			i := l.info()
			if i == nil {
				i = &variableInfo{}
				l.setInfo(i)
			}
			i.Options |= OptionPrivate
			return nil
		}
	case ast.ScopeDrive:
		return func(f *Frame, v value.Value) error { return f.setDriveVariable(p.Qualifier, p.Name, v) }
	}
	scope := p.Scope
	return func(f *Frame, v value.Value) error {
		s := f.scopeOf(scope)
		return f.store(s.place(name, hash), name, v)
	}
}

// setVariable assigns in the current scope, or where an AllScope variable lives.
func (f *Frame) setVariable(name string, hash uint32, v value.Value) error {
	l := f.scope.own(name, hash)
	if !l.valid() {
		if g := f.scope.global.own(name, hash); g.valid() && g.info() != nil && g.info().Options&OptionAllScope != 0 {
			l = g
		} else {
			l = f.scope.place(name, hash)
		}
	}
	return f.store(l, name, v)
}

// store puts a value into a variable, obeying its options, type and validation.
func (f *Frame) store(l location, name string, v value.Value) error {
	info := l.info()
	if info == nil {
		l.set(v)
		return nil
	}
	if info.Options&(OptionReadOnly|OptionConstant) != 0 {
		return value.Throw(value.SessionStateUnauthorized, "VariableNotWritable",
			"Cannot overwrite variable "+name+" because it is read-only or constant.").With(value.WriteError, value.OfString(name))
	}
	if info.Set != nil {
		return info.Set(f, v)
	}
	v, err := f.constrain(info, name, v)
	if err != nil {
		return err
	}
	l.set(v)
	return nil
}

// constrain converts and checks a value for a typed or validated variable.
func (f *Frame) constrain(info *variableInfo, name string, v value.Value) (value.Value, error) {
	for _, t := range info.Transform {
		x, err := t.Transform(f, v)
		if err != nil {
			return v, err
		}
		v = x
	}
	if info.Type != nil {
		x, err := f.cast(v, info.Type)
		if err != nil {
			if ex, ok := err.(*value.Exception); ok && !info.parameter {
				return v, value.Throw(value.ArgumentTransformation, "RuntimeException", ex.Message).With(value.MetadataError, value.NullValue).Because(ex)
			}
			return v, err
		}
		v = x
	}
	if !f.valid(info, v) {
		return v, invalidVariable("The variable cannot be validated because the value " + value.MessageText(v) + " is not a valid value for the " + name + " variable.")
	}
	return v, nil
}

// valid asks the validation attributes of a variable about a value.
func (f *Frame) valid(info *variableInfo, v value.Value) bool {
	for _, check := range info.Validate {
		if check.Check(f, v) != nil {
			return false
		}
	}
	return true
}

func invalidVariable(message string) error {
	return value.Throw(value.ValidationMetadataException, "ValidateSetFailure", message).With(value.MetadataError, value.NullValue)
}

// constrainedAssigner is [int]$x = …: the variable keeps the type for the rest of its scope.
func (c *compiler) constrainedAssigner(target ast.Expression) func(f *Frame, v value.Value) error {
	var attributes []ast.AttributeBase
	e := target
	for {
		switch t := e.(type) {
		case *ast.ConvertExpression:
			attributes = append(attributes, t.Type)
			e = t.Child
			continue
		case *ast.AttributedExpression:
			attributes = append(attributes, t.Attribute)
			e = t.Child
			continue
		}
		break
	}
	v, ok := e.(*ast.VariableExpression)
	if !ok {
		plain := c.assigner(e)
		var sites []*typeSite
		for _, a := range attributes {
			if t, ok := a.(*ast.TypeConstraint); ok {
				sites = append(sites, c.typeSite(t.TypeName))
			}
		}
		return func(f *Frame, x value.Value) error {
			for i := len(sites) - 1; i >= 0; i-- {
				t, err := sites[i].resolve(f)
				if err != nil {
					return err
				}
				if x, err = f.cast(x, t); err != nil {
					return err
				}
			}
			return plain(f, x)
		}
	}
	p := v.VariablePath
	hash := value.FoldHash(p.Name)
	plan := c.constraint(attributes)
	return func(f *Frame, x value.Value) error {
		s := f.scope
		if p.Scope == ast.ScopeGlobal || p.Scope == ast.ScopeScript {
			s = f.scopeOf(p.Scope)
		}
		info, err := plan(f)
		if err != nil {
			return err
		}
		l := s.place(p.Name, hash)
		if old := l.info(); old != nil {
			if old.Options&(OptionReadOnly|OptionConstant) != 0 {
				return f.store(l, p.Name, x)
			}
			info.Options, info.Description = old.Options, old.Description
		}
		y, err := f.constrain(&variableInfo{Type: info.Type, Transform: info.Transform}, p.Name, x)
		if err != nil {
			return err
		}
		if !f.valid(info, y) {
			return invalidVariable("The attribute cannot be added because variable " + p.Name + " with value " + value.ToString(y) + " would no longer be valid.")
		}
		l.set(y)
		l.setInfo(info)
		return nil
	}
}

// multipleAssigner is $a, $b = …: one element each, the rest to the last.
func (c *compiler) multipleAssigner(elements []ast.Expression) func(f *Frame, v value.Value) error {
	to := make([]func(f *Frame, v value.Value) error, len(elements))
	for i, e := range elements {
		to[i] = c.assigner(e)
	}
	return func(f *Frame, v value.Value) error {
		items := []value.Value{v}
		if isList(v) {
			items = append([]value.Value(nil), ListOf(v)...)
		}
		for i, set := range to {
			x := value.NullValue
			switch {
			case i < len(to)-1 && i < len(items):
				x = items[i]
			case i == len(to)-1 && len(items) == len(to):
				x = items[i]
			case i == len(to)-1 && len(items) > len(to):
				x = value.Of(value.NewArray(append([]value.Value(nil), items[i:]...)))
			}
			if err := set(f, x); err != nil {
				return err
			}
		}
		return nil
	}
}
