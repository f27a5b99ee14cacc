package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// defineTypes defines the classes and enums of a script before it runs, so that they can name each other in any order.
func (f *Frame) defineTypes(b *ScriptBlock) error {
	if b.typesDefined {
		return nil
	}
	b.typesDefined = true
	var defs []*ast.TypeDefinition
	ast.Inspect(b.block, func(n ast.Node) bool {
		if d, ok := n.(*ast.TypeDefinition); ok {
			defs = append(defs, d)
			return false
		}
		return true
	})
	if len(defs) == 0 {
		return nil
	}
	c := &compiler{source: b.source, block: b, table: &slotTable{}}
	types := make([]*value.Type, len(defs))
	for i, d := range defs {
		if d.IsEnum() {
			t, err := f.defineEnum(c, d)
			if err != nil {
				return err
			}
			f.classesHere().define(t)
			continue
		}
		t := &value.Type{Name: d.Name, FullName: d.Name, Base: value.TypeObject, Flags: value.Script, Assembly: "PowerShell Class Assembly"}
		t.Members = &value.Members{}
		t.Class = &class{typ: t, frame: f}
		types[i] = t
		f.classesHere().define(t)
	}
	for i, d := range defs {
		if types[i] == nil {
			continue
		}
		if err := f.setBases(c, types[i], d); err != nil {
			return err
		}
	}
	done := map[*value.Type]bool{}
	var build func(i int) error
	build = func(i int) error {
		t := types[i]
		if t == nil || done[t] {
			return nil
		}
		done[t] = true
		for j := range types {
			if types[j] == t.Base {
				if err := build(j); err != nil {
					return err
				}
			}
		}
		return f.buildClass(b, t, defs[i])
	}
	for i := range defs {
		if err := build(i); err != nil {
			return err
		}
	}
	return nil
}

// typeDefinition does nothing where the flow reaches it: the type was defined before the script began.
func (c *compiler) typeDefinition(*ast.TypeDefinition) stmt { return nil }

func (f *Frame) setBases(c *compiler, t *value.Type, d *ast.TypeDefinition) error {
	for i, b := range d.BaseTypes {
		x, err := c.typeSite(b.TypeName).resolve(f)
		if err != nil {
			return err
		}
		if x.Flags&value.Interface != 0 {
			t.Iface = append(t.Iface, x)
		} else if i == 0 {
			t.Base = x
		}
	}
	return nil
}

func (f *Frame) defineEnum(c *compiler, d *ast.TypeDefinition) (*value.Type, error) {
	var names []string
	var numbers []int64
	next := int64(0)
	for _, m := range d.Members {
		p, ok := m.(*ast.PropertyMember)
		if !ok {
			continue
		}
		if p.InitialValue != nil {
			v, err := c.expression(p.InitialValue)(f)
			if err != nil {
				return nil, err
			}
			n, err := value.Convert(v, value.TypeInt64)
			if err != nil {
				return nil, err
			}
			next = n.Int()
		}
		names, numbers = append(names, p.Name), append(numbers, next)
		next++
	}
	t := value.NewEnum(d.Name, names, numbers)
	t.Flags |= value.Script
	for _, a := range d.Attributes {
		if value.EqualFold(a.TypeName.Name, "Flags") || value.EqualFold(a.TypeName.Name, "System.Flags") {
			t.Enum.Flags = true
		}
	}
	if len(d.BaseTypes) == 1 {
		u, err := c.typeSite(d.BaseTypes[0].TypeName).resolve(f)
		if err != nil {
			return nil, err
		}
		t.Enum.Underlying = u
	}
	return t, nil
}

// buildClass makes the members of a class; its base has been built.
func (f *Frame) buildClass(b *ScriptBlock, t *value.Type, d *ast.TypeDefinition) error {
	cl := classOf(t)
	if base := classOf(t.Base); base != nil {
		cl.fields = base.fields
	}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *ast.PropertyMember:
			if err := f.addProperty(b, cl, m); err != nil {
				return err
			}
		case *ast.FunctionMember:
			if err := f.addMethod(b, cl, m); err != nil {
				return err
			}
		}
	}
	f.addConstructors(cl)
	return nil
}

func (f *Frame) addProperty(b *ScriptBlock, cl *class, m *ast.PropertyMember) error {
	p := &classProperty{static: m.IsStatic(), name: m.Name}
	c := &compiler{source: b.source, block: b, table: &slotTable{}}
	plan := &parameterPlan{c: c}
	var attributes []ast.AttributeBase
	for _, a := range m.Attributes {
		attributes = append(attributes, a)
	}
	_, info, err := plan.declare(f, &plannedParameter{decl: &ast.Parameter{Attributes: attributes}}, &bind.Signature{})
	if err != nil {
		return err
	}
	p.info = info
	if m.PropertyType != nil {
		if p.typ, err = c.typeSite(m.PropertyType.TypeName).resolve(f); err != nil {
			return err
		}
	}
	if m.InitialValue != nil {
		p.initial, p.at = c.expression(m.InitialValue), m.InitialValue.Range()
		p.code = &code{source: b.source, block: b.block, table: c.table}
	}
	row := value.Property{Name: m.Name, Type: p.typ, Static: p.static, Hidden: m.IsHidden()}
	if p.static {
		p.slot = len(cl.statics)
		cl.statics = append(cl.statics, value.NullValue)
		row.Get = func(env value.Env, _ value.Value) (value.Value, error) {
			if err := cl.use(env); err != nil {
				return value.NullValue, err
			}
			return cl.statics[p.slot], nil
		}
		row.Set = func(env value.Env, _ value.Value, v value.Value) error {
			x, err := p.accept(frameOf(env, f), v, false)
			if err == nil {
				cl.statics[p.slot] = x
			}
			return err
		}
		x, err := p.start(f, cl, value.Unset)
		if err != nil {
			return err
		}
		cl.statics[p.slot] = x
	} else {
		p.slot = cl.fields
		cl.fields++
		row.Get = func(_ value.Env, self value.Value) (value.Value, error) { return fieldsOf(self)[p.slot], nil }
		row.Set = func(env value.Env, self, v value.Value) error {
			x, err := p.accept(frameOf(env, f), v, false)
			if err == nil {
				fieldsOf(self)[p.slot] = x
			}
			return err
		}
	}
	cl.props = append(cl.props, p)
	cl.typ.Members.Properties = append(cl.typ.Members.Properties, row)
	return nil
}

// frameOf is env as a frame; members of classes run in the engine that defined them.
func frameOf(env value.Env, otherwise *Frame) *Frame {
	if f, ok := env.(*Frame); ok {
		return f
	}
	return otherwise
}

// addMethod compiles a method or constructor.
func (f *Frame) addMethod(b *ScriptBlock, cl *class, m *ast.FunctionMember) error {
	body := newScriptBlock(m.Function.Body, b.source, f.scope.module)
	body.parameters = m.Function.Parameters
	body.usings = b.usings
	body.method = true
	body.name = m.Name
	code := compile(body, false)
	code.owner = cl
	o := value.Overload{}
	c := &compiler{source: b.source, block: b, table: &slotTable{}}
	for _, p := range m.Function.Parameters {
		param := value.Param{Name: p.Name.VariablePath.Name}
		for _, a := range p.Attributes {
			if t, ok := a.(*ast.TypeConstraint); ok {
				x, err := c.typeSite(t.TypeName).resolve(f)
				if err != nil {
					return err
				}
				param.Type = x
			}
		}
		o.Params = append(o.Params, param)
	}
	if m.ReturnType != nil {
		x, err := c.typeSite(m.ReturnType.TypeName).resolve(f)
		if err != nil {
			return err
		}
		if x != value.TypeVoid {
			o.Return = x
		}
	}
	returns := o.Return
	o.Call = func(env value.Env, self value.Value, args []value.Value) (value.Value, error) {
		return cl.run(frameOf(env, f), code, m.Name, self, args, returns)
	}
	if m.IsConstructor {
		if m.IsStatic() {
			cl.static = &o
			return nil
		}
		cl.ctors = append(cl.ctors, o)
		return nil
	}
	methods := &cl.typ.Members.Methods
	for i := range *methods {
		if x := &(*methods)[i]; value.EqualFold(x.Name, m.Name) && x.Static == m.IsStatic() {
			x.Overloads = append(x.Overloads, o)
			return nil
		}
	}
	*methods = append(*methods, value.Method{Name: m.Name, Static: m.IsStatic(), Hidden: m.IsHidden(), Overloads: []value.Overload{o}})
	return nil
}

// addConstructors gives the type its constructors: allocate, then run the body. A class without one has that without parameters.
func (f *Frame) addConstructors(cl *class) {
	if len(cl.ctors) == 0 {
		cl.ctors = []value.Overload{{Call: func(env value.Env, self value.Value, _ []value.Value) (value.Value, error) {
			return value.NullValue, frameOf(env, f).constructBase(cl, self, nil)
		}}}
	}
	for i := range cl.ctors {
		o := cl.ctors[i]
		run := o.Call
		o.Call = func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
			caller := frameOf(env, f)
			if err := cl.use(env); err != nil {
				return value.NullValue, err
			}
			self, err := cl.allocate(caller)
			if err != nil {
				return self, err
			}
			_, err = run(env, self, args)
			return self, err
		}
		cl.typ.Members.Ctors = append(cl.typ.Members.Ctors, o)
	}
}

// run executes the body of a method: only return gives a value, other output is dropped, errors end the method.
func (c *class) run(f *Frame, body *code, name string, self value.Value, args []value.Value, returns *value.Type) (value.Value, error) {
	if err := f.enter(); err != nil {
		return value.NullValue, err
	}
	defer f.leaveCall()
	x := f.child(body, c.frame.scope)
	x.out = discard{}
	if returns != nil {
		x.streams = f.streams.with(ErrorStream, bareErrors{f.Engine})
	}
	x.this = self
	x.tryDepth = f.tryDepth + 1
	x.function = name
	x.invocation = &value.InvocationInfo{}
	copy(x.slots, args)
	x.args = noArguments
	how, err := body.end.run(x)
	if err != nil {
		return value.NullValue, x.asRecord(err)
	}
	if how != ctlReturn {
		x.result = value.NullValue
	}
	if returns == nil {
		return value.NothingValue, nil
	}
	v, err := x.cast(x.result, returns)
	if err != nil {
		return v, x.asRecord(err)
	}
	return v, nil
}

// baseConstructor is the call of the base class at the head of a constructor.
func (c *compiler) baseConstructor(e *ast.BaseCtorInvokeMember) expr {
	args := make([]expr, len(e.Arguments))
	for i, a := range e.Arguments {
		args[i] = c.expression(a)
	}
	return func(f *Frame) (value.Value, error) {
		vals := make([]value.Value, len(args))
		for i, a := range args {
			v, err := a(f)
			if err != nil {
				return v, err
			}
			vals[i] = v
		}
		// The body belongs to the class whose constructor runs, which may be a base of the object's class.
		return value.NothingValue, f.constructBase(f.code.owner, f.this, vals)
	}
}

// constructBase runs a constructor of the base class of cl on an object.
func (f *Frame) constructBase(cl *class, self value.Value, args []value.Value) error {
	if cl == nil {
		return nil
	}
	base := classOf(cl.typ.Base)
	if base == nil {
		return f.constructNetBase(self, args)
	}
	for i := range base.ctors {
		o := &base.ctors[i]
		if len(o.Params) != len(args) {
			continue
		}
		vals := make([]value.Value, len(args))
		ok := true
		for j, a := range args {
			if o.Params[j].Type == nil {
				vals[j] = a
				continue
			}
			if vals[j], ok = f.tryCast(a, o.Params[j].Type); !ok {
				break
			}
		}
		if ok {
			_, err := o.Call(f, self, vals)
			return err
		}
	}
	return value.Throw(value.MethodException, "MethodCountCouldNotFindBest",
		"Cannot find an overload for \"new\" and the argument count: \""+value.ToString(value.OfInt(len(args)))+"\".").With(value.NotSpecified, value.NullValue)
}

// constructNetBase passes constructor arguments to a .NET base class: exceptions take a message and an inner exception.
func (f *Frame) constructNetBase(self value.Value, args []value.Value) error {
	e, ok := value.As[*value.Exception](self)
	if !ok {
		return nil
	}
	if len(args) > 0 {
		s, err := f.text(args[0])
		if err != nil {
			return err
		}
		e.Message = s
	}
	if len(args) > 1 {
		if inner, ok := value.As[*value.Exception](args[1].Base()); ok {
			e.Inner = inner
		}
	}
	return nil
}
