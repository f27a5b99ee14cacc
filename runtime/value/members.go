package value

import "sync"

// Members are the members that one type declares itself. Rows are written as literals in runtime/dotnet;
// a script class builds them when it is defined. Look-ups go through FindProperty and FindMethod, which follow Base.
type Members struct {
	Properties []Property
	Methods    []Method
	Ctors      []Overload
	// Fill makes the rows when they are first looked at, so that a type nobody uses costs nothing; nil if they are there already.
	Fill func(m *Members)

	properties, methods NameIndex
	extended            bool // some properties are of PowerShell's own type data
	once                sync.Once
}

// Property is a property or field of a .NET type or script class.
type Property struct {
	Name   string
	Type   *Type // nil means System.Object
	Static bool
	Hidden bool
	// Extended is AliasProperty, ScriptProperty or CodeProperty if PowerShell's own type data adds the property; NoteProperty means that
	// it is one of .NET. Source is then the other property's name or the script.
	Extended MemberKind
	Source   string
	Field    bool                                     // a field rather than a property, which Get-Member does not show apart
	Get      func(env Env, self Value) (Value, error) // self is $null for a static one
	Set      func(env Env, self Value, v Value) error // nil: read-only
}

// Method is a method with all its overloads.
type Method struct {
	Name      string
	Static    bool
	Hidden    bool
	Overloads []Overload
	// Explicit are the overloads of interfaces, such as IConvertible.ToInt32, that listings show beside the type's own. Where there are no
	// others they are called.
	Explicit []Overload
}

// Overload is one signature of a method or constructor.
type Overload struct {
	Params    []Param
	Return    *Type  // nil is void
	Interface string // the interface that an explicit implementation belongs to: "IConvertible"
	Variadic  bool   // the last parameter is a `params` array
	Call      func(env Env, self Value, args []Value) (Value, error)
	// Generic are the placeholders of a generic method's type parameters, which stand in Params and Return; CallGeneric is then
	// called instead of Call, with the types that were inferred or written.
	Generic     []*Type
	CallGeneric func(env Env, self Value, args []Value, types []*Type) (Value, error)
}

// Param is a parameter of an overload.
type Param struct {
	Name     string
	Type     *Type  // nil means System.Object
	Optional bool   // may be left out; the Call then sees a shorter args
	Default  string // how listings write the value of an optional one
	Ref      bool   // [ref] or out
}

// Env is what members and conversions may need from the engine that runs them. Functions that take one say when it may be nil.
type Env interface {
	// CallBlock runs a script block (or another callable value) and returns its output objects.
	CallBlock(block Value, with BlockInput) ([]Value, error)
	// TypeData are the members that Update-TypeData added, nil if there are none.
	TypeData() *TypeData
	// Host is the outside world; it is a *host.Host.
	Host() any
}

// BlockInput is what a block sees when it is called: $_, $this and $args. The zero Value of This means that $this is not set.
type BlockInput struct {
	Under Value
	This  Value
	Args  []Value
}

func (m *Members) index() { m.once.Do(m.buildIndex) }

// Load is m with its rows made.
func (m *Members) Load() *Members {
	m.index()
	return m
}

func (m *Members) buildIndex() {
	if m.Fill != nil {
		m.Fill(m)
	}
	for i := range m.Properties {
		m.properties.Add(memberKey(m.Properties[i].Name, m.Properties[i].Static))
		m.extended = m.extended || m.Properties[i].Extended != NoteProperty
	}
	for i := range m.Methods {
		m.methods.Add(memberKey(m.Methods[i].Name, m.Methods[i].Static))
	}
}

// memberKey keeps static and instance members of one name apart.
func memberKey(name string, static bool) string {
	if static {
		return "::" + name
	}
	return name
}

// FindProperty is the property of that name (any case) in t or a base type, nil if there is none.
func (t *Type) FindProperty(name string, static bool) *Property {
	key := memberKey(name, static)
	h := FoldHash(key)
	for x := t; x != nil; x = x.Base {
		if m := x.Members; m != nil {
			m.index()
			if i := m.properties.find(key, h); i >= 0 {
				return &m.Properties[i]
			}
		}
	}
	return nil
}

// FindMethod is the method of that name (any case) in t or a base type, nil if there is none.
func (t *Type) FindMethod(name string, static bool) *Method {
	key := memberKey(name, static)
	h := FoldHash(key)
	for x := t; x != nil; x = x.Base {
		if m := x.Members; m != nil {
			m.index()
			if i := m.methods.find(key, h); i >= 0 {
				return &m.Methods[i]
			}
		}
	}
	return nil
}
