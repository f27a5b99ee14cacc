package runtime

import (
	"rehearse/runtime/value"
)

// Variable is a variable as an object, as Get-Variable gives it: it reads and writes the variable itself.
type Variable struct {
	value.Extended
	Name  string
	scope *Scope
	last  value.Value // of a variable that belongs to no scope, such as $args
}

// TypeVariable is System.Management.Automation.PSVariable.
var TypeVariable = &value.Type{Name: "PSVariable", FullName: "System.Management.Automation.PSVariable", Base: value.TypeObject}

// TypeItemOptions is System.Management.Automation.ScopedItemOptions.
var TypeItemOptions = flagsEnum("System.Management.Automation.ScopedItemOptions",
	[]string{"None", "ReadOnly", "Constant", "Private", "AllScope", "Unspecified"}, []int64{0, 1, 2, 4, 8, 16})

// typeVisibility is the Visibility of variables and commands; nothing is private in a session without constraints.
var typeVisibility = value.NewEnum("System.Management.Automation.SessionStateEntryVisibility", []string{"Public", "Private"}, []int64{0, 1})

func flagsEnum(name string, names []string, numbers []int64) *value.Type {
	t := value.NewEnum(name, names, numbers)
	t.Enum.Flags = true
	return t
}

// TypeOf is TypeVariable.
func (*Variable) TypeOf() *value.Type { return TypeVariable }

func (v *Variable) location() location {
	if v.scope == nil {
		return location{}
	}
	return v.scope.own(v.Name, value.FoldHash(v.Name))
}

// Value is the variable's present value.
func (v *Variable) Value(f *Frame) value.Value {
	if l := v.location(); l.valid() {
		v.last = f.read(l)
	}
	return v.last
}

func (v *Variable) info() *variableInfo {
	if l := v.location(); l.valid() {
		return l.info()
	}
	return nil
}

// Options are the variable's options.
func (v *Variable) Options() VariableOptions {
	if i := v.info(); i != nil {
		return i.Options
	}
	return 0
}

// change makes a copy of what the variable has beyond its value and lets edit work on it.
func (v *Variable) change(edit func(i *variableInfo)) {
	l := v.location()
	if !l.valid() {
		return
	}
	i := &variableInfo{}
	if old := l.info(); old != nil {
		*i = *old
	}
	edit(i)
	l.setInfo(i)
}

func (v *Variable) setOptions(o VariableOptions) error {
	if v.Options()&OptionAllScope != 0 && o&OptionAllScope == 0 {
		return value.Throw(value.SessionStateUnauthorized, "VariableAllScopeOptionCannotBeRemoved",
			"The AllScope option cannot be removed from the variable '"+v.Name+"'.").With(value.WriteError, value.OfString(v.Name))
	}
	if v.Options()&OptionConstant != 0 || o&OptionConstant != 0 {
		return constantOnlyWhenMade(v.Name)
	}
	v.change(func(i *variableInfo) { i.Options = o })
	return nil
}

func constantOnlyWhenMade(name string) *value.Exception {
	return value.Throw(value.SessionStateUnauthorized, "VariableCannotBeMadeConstant",
		"Existing variable "+name+" cannot be made constant. Variables can be made constant only at creation time.").With(value.WriteError, value.OfString(name))
}

// variableMembers are the members of PSVariable.
func variableMembers() {
	self := func(v value.Value) *Variable {
		x, _ := value.As[*Variable](v.Base())
		return x
	}
	description := row("Description", value.TypeString, func(v *Variable) value.Value {
		if i := v.info(); i != nil {
			return value.OfString(i.Description)
		}
		return value.OfString("")
	})
	description.Set = func(_ value.Env, o, x value.Value) error {
		self(o).change(func(i *variableInfo) { i.Description = value.ToString(x) })
		return nil
	}
	options := row("Options", TypeItemOptions, func(v *Variable) value.Value { return value.OfEnum(TypeItemOptions.Enum, int64(v.Options())) })
	options.Set = func(_ value.Env, o, x value.Value) error {
		n, err := value.Convert(x, TypeItemOptions)
		if err != nil {
			return err
		}
		return self(o).setOptions(VariableOptions(n.Int()))
	}
	TypeVariable.Members = &value.Members{Properties: []value.Property{
		text1("Name", func(v *Variable) string { return v.Name }),
		description,
		{Name: "Value",
			Get: func(env value.Env, o value.Value) (value.Value, error) { return self(o).Value(env.(*Frame)), nil },
			Set: func(env value.Env, o, x value.Value) error {
				v := self(o)
				if l := v.location(); l.valid() {
					return env.(*Frame).store(l, v.Name, x)
				}
				v.last = x
				return nil
			}},
		row("Visibility", typeVisibility, func(*Variable) value.Value { return value.OfEnum(typeVisibility.Enum, 0) }),
		row("Module", TypeModule, func(v *Variable) value.Value { return moduleValue(v.module()) }),
		text1("ModuleName", func(v *Variable) string {
			if m := v.module(); m != nil {
				return m.Name
			}
			return ""
		}),
		options,
		row("Attributes", nil, func(v *Variable) value.Value { return collection(nil) }),
	}}
}

func (v *Variable) module() *Module {
	if v.scope == nil {
		return nil
	}
	return v.scope.module
}

// allScopeVariable is a variable that every scope shares.
type allScopeVariable struct {
	name string
	at   location
}

// share makes a variable one for all scopes that open from now on.
func (e *Engine) share(name string, at location) {
	for _, v := range e.allScope {
		if v.at == at {
			return
		}
	}
	e.allScope = append(e.allScope, allScopeVariable{name, at})
}

// shareAllScope lets assignments to AllScope variables in a new scope reach the shared variable.
func (f *Frame) shareAllScope() {
	for _, v := range f.allScope {
		if v.at.scope == f.scope {
			continue
		}
		i := f.scope.table.Find(v.name)
		if i < 0 || !f.scope.slots[i].IsUnset() {
			continue
		}
		location{f.scope, i, false}.setInfo(&variableInfo{Set: func(g *Frame, x value.Value) error { return g.store(v.at, v.name, x) }})
	}
}
