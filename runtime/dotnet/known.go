package dotnet

import (
	"strings"
	"sync"

	"rehearse/runtime/value"
)

// catalogue finds types by full name. It is filled by Install and indexed when a name is first looked for.
type catalogue struct {
	types    []*value.Type
	generics []generic
	enums    []*enumeration

	once  sync.Once
	names value.NameIndex
	at    []*value.Type
	lazy  []*enumeration // beside at, for enumerations that are made when they are first named
	open  map[*value.Type]*generic
}

var known catalogue

// Register makes types of other packages known by their full names.
func Register(types []*value.Type) {
	known.once.Do(known.index)
	for _, t := range types {
		if i := known.names.Add(t.FullName); i == len(known.at) {
			known.at, known.lazy = append(known.at, t), append(known.lazy, nil)
		}
	}
}

func (c *catalogue) index() {
	add := func(name string, t *value.Type, e *enumeration) {
		if i := c.names.Add(name); i == len(c.at) {
			c.at = append(c.at, t)
			c.lazy = append(c.lazy, e)
		}
	}
	for _, t := range c.types {
		add(t.FullName, t, nil)
	}
	c.open = make(map[*value.Type]*generic, len(c.generics))
	for i := range c.generics {
		g := &c.generics[i]
		add(g.typ.FullName, g.typ, nil)
		c.open[g.typ] = g
	}
	for _, e := range c.enums {
		add(e.full, nil, e)
	}
}

// find is the type of a full name in any case, nil if there is none.
func (c *catalogue) find(name string) *value.Type {
	c.once.Do(c.index)
	i := c.names.Find(name)
	if i < 0 {
		return nil
	}
	if e := c.lazy[i]; e != nil {
		return e.typ()
	}
	return c.at[i]
}

func (c *catalogue) generic(open *value.Type) *generic {
	c.once.Do(c.index)
	return c.open[open]
}

// KnownTypes are the full names of all types, for completion and checks. Constructed generic types are not among them.
func KnownTypes() []string {
	known.once.Do(known.index)
	return append([]string(nil), known.names.Names()...)
}

// class is a type that only this package knows.
func class(full string, base *value.Type, flags value.TypeFlags, iface ...*value.Type) *value.Type {
	name := full[strings.LastIndexByte(full, '.')+1:]
	if i := strings.LastIndexByte(name, '+'); i >= 0 {
		name = name[i+1:]
	}
	return &value.Type{Name: name, FullName: full, Base: base, Flags: flags, Iface: iface}
}

// within sets the assembly of a type that is not in System.Private.CoreLib.
func within(assembly string, t *value.Type) *value.Type {
	t.Assembly = assembly
	return t
}
