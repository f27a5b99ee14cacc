package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// instance is an object of a class that the script defines.
type instance struct {
	value.Extended
	typ    *value.Type
	fields []value.Value
}

// TypeOf is the class.
func (i *instance) TypeOf() *value.Type { return i.typ }

// fieldsOf is the storage of an object's class properties: of an instance, or of an exception whose class the script defines.
func fieldsOf(v value.Value) []value.Value {
	switch o := v.Base().Object().(type) {
	case *instance:
		return o.fields
	case *value.Exception:
		return o.Fields
	}
	return nil
}

// classTable holds the classes and enums of the session.
type classTable struct {
	value.NameIndex
	list []*value.Type
}

func (t *classTable) find(name string) *value.Type {
	if t.Len() == 0 {
		return nil
	}
	if i := t.Find(name); i >= 0 {
		return t.list[i]
	}
	return nil
}

func (t *classTable) define(typ *value.Type) {
	i := t.Add(typ.Name)
	if i == len(t.list) {
		t.list = append(t.list, nil)
	}
	t.list[i] = typ
}

// class is what the engine keeps of a script class.
type class struct {
	typ     *value.Type
	fields  int // of this class and its bases
	props   []*classProperty
	statics []value.Value
	ctors   []value.Overload // run on an object that exists: the chain of base constructors
	frame   *Frame           // of the script that defined the class
	static  *value.Overload  // the static constructor, run before first use
}

// classProperty is one property with its initial value.
type classProperty struct {
	slot    int
	static  bool
	initial expr
	at      ast.Extent // of initial
	code    *code
	typ     *value.Type
	info    *variableInfo
	name    string
}

// classOf is the script class behind a type, nil for .NET types.
func classOf(t *value.Type) *class {
	if t == nil {
		return nil
	}
	c, _ := t.Class.(*class)
	return c
}

// use runs the static constructor once.
func (c *class) use(env value.Env) error {
	s := c.static
	if s == nil {
		return nil
	}
	c.static = nil
	_, err := s.Call(env, value.NullValue, nil)
	return err
}

// allocate makes an object with all properties at their initial values; constructors have not run.
func (c *class) allocate(f *Frame) (value.Value, error) {
	var v value.Value
	fields := make([]value.Value, c.fields)
	if c.typ.Is(value.ExceptionType) {
		v = value.Of(&value.Exception{Type: c.typ, Fields: fields, Message: "Exception of type '" + c.typ.FullName + "' was thrown."})
	} else {
		v = value.Of(&instance{typ: c.typ, fields: fields})
	}
	return v, c.initialize(f, v, fields)
}

// initialize sets the initial values, the base's first.
func (c *class) initialize(f *Frame, v value.Value, fields []value.Value) error {
	if b := classOf(c.typ.Base); b != nil {
		if err := b.initialize(f, v, fields); err != nil {
			return err
		}
	}
	for _, p := range c.props {
		if p.static {
			continue
		}
		x, err := p.start(f, c, v)
		if err != nil {
			return err
		}
		fields[p.slot] = x
	}
	return nil
}

// start is the initial value of a property for a new object.
func (p *classProperty) start(f *Frame, c *class, this value.Value) (value.Value, error) {
	if p.initial == nil {
		if p.typ == nil || p.typ == value.TypeString {
			return value.NullValue, nil
		}
		return defaultOf(p.typ), nil
	}
	x := c.frame.child(p.code, c.frame.scope)
	x.this = this
	x.tryDepth = f.tryDepth + 1
	x.at = p.at
	v, err := p.initial(x)
	if err != nil {
		return v, x.asRecord(err)
	}
	if v.IsNothing() {
		v = value.NullValue
	}
	return p.accept(x, v, true)
}

// accept converts and checks a value for the property.
func (p *classProperty) accept(f *Frame, v value.Value, initial bool) (value.Value, error) {
	if p.typ != nil {
		x, err := f.cast(v, p.typ)
		if err != nil {
			if initial {
				return v, f.asRecord(err)
			}
			return v, err
		}
		v = x
	}
	if p.info != nil {
		for _, check := range p.info.Validate {
			if err := check.Check(f, v); err != nil {
				if initial {
					err = f.asRecord(err)
				}
				return v, err
			}
		}
	}
	return v, nil
}

// asRecord fixes an error at the present place, so that callers do not move it to theirs.
func (f *Frame) asRecord(err error) error {
	if r := f.record(err); r != nil {
		return r
	}
	return err
}

// newInstance is [Class]::new(args).
func (f *Frame) newInstance(t *value.Type, args []value.Value) (value.Value, error) {
	c := classOf(t)
	if err := c.use(f); err != nil {
		return value.NullValue, err
	}
	return dotnet.New(f, t, args)
}

// castToClass converts to a script class: an object of the class or of one derived from it, what a static Parse, a constructor with one
// parameter or a conversion operator takes, or a hashtable or custom object whose properties are set (oracle/operators, section 8).
func (f *Frame) castToClass(v value.Value, t *value.Type) (value.Value, error) {
	if v.IsNull() {
		return value.NullValue, nil
	}
	b := v.Base()
	if value.TypeOf(b).Is(t) {
		return v, nil
	}
	c := classOf(t)
	if err := c.use(f); err != nil {
		return v, err
	}
	if value.ConstructsFrom(b, t) || !c.constructsEmpty() {
		return value.ConvertIn(f, v, t)
	}
	switch o := b.Object().(type) {
	case *value.Dictionary:
		return f.fill(t, func(set func(name string, x value.Value) error) error {
			for k, x := range o.All {
				if err := set(value.ToString(k), x); err != nil {
					return err
				}
			}
			return nil
		})
	case *value.PSObject:
		return f.fill(t, func(set func(name string, x value.Value) error) error {
			var failed error
			value.EachProperty(f, v, func(p value.PropertyRef) bool {
				x, err := p.Get(f)
				if err == nil {
					err = set(p.Name, x)
				}
				failed = err
				return err == nil
			})
			return failed
		})
	}
	return value.ConvertIn(f, v, t)
}

// constructsEmpty tells whether the class has a constructor without parameters; one without constructors has.
func (c *class) constructsEmpty() bool {
	for i := range c.ctors {
		if len(c.ctors[i].Params) == 0 {
			return true
		}
	}
	return len(c.ctors) == 0
}

// fill makes an object with the constructor without parameters and sets its properties.
func (f *Frame) fill(t *value.Type, each func(set func(name string, x value.Value) error) error) (value.Value, error) {
	o, err := f.newInstance(t, nil)
	if err != nil {
		return o, err
	}
	err = each(func(name string, x value.Value) error {
		p := t.FindProperty(name, false)
		if p == nil {
			return value.Throw(value.RuntimeException, "ObjectCreationError",
				"Cannot create object of type \""+t.FullName+"\". The property '"+name+"' was not found for the '"+t.FullName+"' object. "+settable(t)).With(value.InvalidArgument, value.NullValue)
		}
		if err := p.Set(f, o, x); err != nil {
			ex, ok := err.(*value.Exception)
			if !ok {
				return err
			}
			return value.Throw(value.RuntimeException, "ObjectCreationError", "Cannot create object of type \""+t.FullName+"\". "+ex.Message).With(value.InvalidArgument, value.NullValue).Because(ex)
		}
		return nil
	})
	return o, err
}

func settable(t *value.Type) string {
	list := ""
	for x := t; x != nil; x = x.Base {
		if x.Class == nil {
			break
		}
		for _, p := range x.Members.Properties {
			if p.Static || p.Set == nil {
				continue
			}
			if list != "" {
				list += ", "
			}
			typ := value.TypeObject
			if p.Type != nil {
				typ = p.Type
			}
			list += "[" + p.Name + " <" + typ.FullName + ">]"
		}
	}
	if list == "" {
		return "There is no settable property available."
	}
	return "The settable properties are: " + list + "."
}

// instanceText is the text of an object: its ToString method, else the name of its class.
func (f *Frame) instanceText(o *instance, v value.Value) (string, error) {
	if m := scriptMethodOf(o.typ, "ToString", 0); m != nil {
		x, err := m.Call(f, v, nil)
		if err != nil {
			return "", err
		}
		return f.text(x)
	}
	return o.typ.FullName, nil
}

// scriptMethodOf finds an overload that a script class in the chain of t defines.
func scriptMethodOf(t *value.Type, name string, params int) *value.Overload {
	for x := t; x != nil; x = x.Base {
		if x.Class == nil {
			return nil
		}
		for i := range x.Members.Methods {
			m := &x.Members.Methods[i]
			if m.Static || !value.EqualFold(m.Name, name) {
				continue
			}
			for j := range m.Overloads {
				if len(m.Overloads[j].Params) == params {
					return &m.Overloads[j]
				}
			}
		}
	}
	return nil
}

// Equals is -eq for objects of classes that override Equals.
func (i *instance) Equals(env value.Env, other value.Value) (equal, known bool, err error) {
	m := scriptMethodOf(i.typ, "Equals", 1)
	if m == nil || env == nil {
		return false, false, nil
	}
	x, err := m.Call(env, value.Of(i), []value.Value{other})
	return value.Truth(x), true, err
}

// CompareTo orders objects of classes that implement IComparable.
func (i *instance) CompareTo(env value.Env, other value.Value) (int, error) {
	m := scriptMethodOf(i.typ, "CompareTo", 1)
	if m == nil || env == nil || !i.typ.Is(value.IfaceComparable) {
		text := value.ToString(value.Of(i))
		if f, ok := env.(*Frame); ok {
			s, err := f.instanceText(i, value.Of(i))
			if err != nil {
				return 0, err
			}
			text = s
		}
		return 0, value.Throw(value.RuntimeException, "NotIcomparable", "Cannot compare \""+text+"\" because it is not IComparable.").With(value.InvalidOperation, value.NullValue)
	}
	x, err := m.Call(env, value.Of(i), []value.Value{other})
	return int(x.Int()), err
}

// KeyHash is the hash of the object as a key: what its GetHashCode says, where the class has one.
func (i *instance) KeyHash() uint32 {
	m := scriptMethodOf(i.typ, "GetHashCode", 0)
	if m == nil {
		return 0
	}
	x, err := m.Call(classOf(i.typ).frame, value.Of(i), nil)
	if err != nil {
		return 0 // the comparison decides
	}
	return uint32(x.Int())
}

// KeyEqual tells whether other is the same key: by the class's Equals if it has one, else the same object.
func (i *instance) KeyEqual(other value.Value) bool {
	o, ok := value.As[*instance](other.Base())
	if !ok || o == i {
		return ok
	}
	m := scriptMethodOf(i.typ, "Equals", 1)
	if m == nil {
		return false
	}
	x, err := m.Call(classOf(i.typ).frame, value.Of(i), []value.Value{other})
	return err == nil && value.Truth(x)
}

// FormatText is the object in a composite format: what the class's ToString(format, provider) gives, if it implements IFormattable.
func (i *instance) FormatText(format string, _ *text.Culture) (string, error) {
	f := classOf(i.typ).frame
	m := scriptMethodOf(i.typ, "ToString", 2)
	if m == nil {
		return f.instanceText(i, value.Of(i))
	}
	x, err := m.Call(f, value.Of(i), []value.Value{value.OfString(format), value.NullValue})
	if err != nil {
		return "", err
	}
	return f.text(x)
}
