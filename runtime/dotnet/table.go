package dotnet

import "rehearse/runtime/value"

// table lists the members of one type. Rows of one name are the overloads of one method.
type table struct {
	ctors   []ctor
	props   []prop
	methods []method
}

// ctor is a constructor. Its self is the type that is made, so that one row serves all constructed types of a generic one.
type ctor struct {
	sig  string // "(string format, int count)"
	call func(env value.Env, self value.Value, args []value.Value) (value.Value, error)
}

// prop is a property or field. One of get and ask is given.
type prop struct {
	sig string // "int Length", "static string Empty"
	get func(self value.Value) value.Value
	ask func(env value.Env, self value.Value) (value.Value, error)
	set func(env value.Env, self, v value.Value) error // v has the type of the property
	// kind is AliasProperty, ScriptProperty or CodeProperty for what PowerShell's own type data adds to a .NET type; source is then the
	// name of the other property.
	kind   value.MemberKind
	source string
	// explicit is a property of an interface that the type implements explicitly: it can be read, but is not listed.
	explicit bool
}

// method is one overload of a method. One of do, call and generic is given. The slice args is the caller's: what a method keeps, it copies.
type method struct {
	sig     string // "static string Join(string separator, params string[] value)"
	do      func(self value.Value, args []value.Value) value.Value
	call    func(env value.Env, self value.Value, args []value.Value) (value.Value, error)
	generic func(env value.Env, self value.Value, args []value.Value, types []*value.Type) (value.Value, error)
}

// declare gives a type the members of a table.
func declare(t *value.Type, tab *table) {
	t.Members = &value.Members{Fill: func(m *value.Members) { tab.fill(m, nil) }}
}

// fill makes the rows of m; scope names the type parameters of a generic type.
func (tab *table) fill(m *value.Members, scope typeScope) {
	for i := range tab.ctors {
		m.Ctors = append(m.Ctors, tab.ctors[i].overload(scope))
	}
	for i := range tab.props {
		m.Properties = append(m.Properties, tab.props[i].property(scope))
	}
	for i := range tab.methods {
		row := &tab.methods[i]
		s := parseSignature(row.sig, scope)
		at := methodIndex(m.Methods, s.name, s.static)
		if at < 0 {
			at = len(m.Methods)
			m.Methods = append(m.Methods, value.Method{Name: s.name, Static: s.static})
		}
		if s.iface != "" {
			m.Methods[at].Explicit = append(m.Methods[at].Explicit, row.overload(s))
		} else {
			m.Methods[at].Overloads = append(m.Methods[at].Overloads, row.overload(s))
		}
	}
	for i := range m.Methods {
		if x := &m.Methods[i]; len(x.Overloads) == 0 {
			x.Overloads, x.Explicit = x.Explicit, nil
		}
	}
}

func methodIndex(list []value.Method, name string, static bool) int {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Name == name && list[i].Static == static {
			return i
		}
	}
	return -1
}

func (c *ctor) overload(scope typeScope) value.Overload {
	s := parseSignature("void new"+c.sig, scope)
	return value.Overload{Params: s.params, Variadic: s.variadic, Call: c.call}
}

func (p *prop) property(scope typeScope) value.Property {
	s := parseSignature(p.sig, scope)
	get := p.ask
	if get == nil {
		pure := p.get
		get = func(_ value.Env, self value.Value) (value.Value, error) { return pure(self), nil }
	}
	out := value.Property{Name: s.name, Type: s.returns, Static: s.static, Hidden: p.explicit, Get: get, Extended: p.kind, Source: p.source}
	if p.set != nil {
		set := p.set
		out.Set = func(env value.Env, self, v value.Value) error {
			x, err := ConvertParameter(env, v, s.returns)
			if err != nil {
				return err
			}
			return set(env, self, x)
		}
	}
	return out
}

func (row *method) overload(s signature) value.Overload {
	o := value.Overload{Params: s.params, Return: s.returns, Interface: s.iface, Variadic: s.variadic, Call: row.call, Generic: s.generic, CallGeneric: row.generic}
	if o.Call == nil && row.do != nil {
		pure := row.do
		o.Call = func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
			return pure(self, args), nil
		}
	}
	return o
}
