package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// member compiles a.Name, [T]::Name and the null-conditional forms.
func (c *compiler) member(e *ast.MemberExpression) expr {
	target := c.expression(e.Expression)
	name := c.memberName(e.Member)
	conditional, static := e.NullConditional, e.Static
	if s, ok := e.Member.(*ast.StringConstantExpression); ok && !static {
		return c.property(target, s.Value, conditional)
	}
	return func(f *Frame) (value.Value, error) {
		v, err := target(f)
		if err != nil {
			return v, err
		}
		if conditional && v.IsNull() {
			return value.NullValue, nil
		}
		n, err := name(f)
		if err != nil {
			return v, err
		}
		if static {
			return f.staticMember(v, value.ToString(n))
		}
		if d, ok := value.As[*value.Dictionary](v.Base()); ok && !n.IsString() {
			if x, ok := d.Get(n.Base()); ok {
				return x, nil // @{ 1 = 'x' }.1
			}
		}
		return f.property(v, value.ToString(n))
	}
}

func (c *compiler) memberName(e ast.Expression) expr {
	if s, ok := e.(*ast.StringConstantExpression); ok {
		return constant(value.OfString(s.Value))
	}
	return c.expression(e)
}

// property compiles a.Name with a site cache: property bags of one shape keep a member at one position, objects of one .NET type
// share a getter.
func (c *compiler) property(target expr, name string, conditional bool) expr {
	var shape *value.Shape
	var at int
	var typ *value.Type
	var getter *value.Property
	return func(f *Frame) (value.Value, error) {
		v, err := target(f)
		if err != nil {
			return v, err
		}
		if o, ok := value.As[*value.PSObject](v); ok {
			if o.Shape() == shape {
				return o.At(at), nil
			}
			if _, i := o.Get(name); i >= 0 && o.Shape().KindAt(i) == value.NoteProperty {
				shape, at = o.Shape(), i
				return o.At(i), nil
			}
			return f.property(v, name)
		}
		if v.IsNull() {
			if conditional {
				return value.NullValue, nil
			}
			return f.propertyOfNull(name)
		}
		if f.types.Len() > 0 || !bare(v) {
			return f.property(v, name)
		}
		if t := value.TypeOf(v); t != typ {
			p := t.FindProperty(name, false)
			if p == nil {
				return f.property(v, name)
			}
			typ, getter = t, p
		}
		x, err := getter.Get(f, v)
		if err != nil {
			return value.NullValue, f.getterFailed(err)
		}
		return x, nil
	}
}

// bare tells whether an object has the properties of its type and no others.
func bare(v value.Value) bool {
	if v.Kind() != value.Reference {
		return true
	}
	switch o := v.Object().(type) {
	case *value.Array, *value.Type:
		return true
	case *value.ArrayList:
		return o.Added() == nil
	case *value.Dictionary, *value.PSObject, value.Adapter:
		return false
	case value.Extensible:
		return o.Added() == nil
	}
	return true
}

// property is v.name: a property, for lists without one the property of every element, for scalars Count and Length too.
func (f *Frame) property(v value.Value, name string) (value.Value, error) {
	if v.IsNull() {
		return f.propertyOfNull(name)
	}
	x, ok, err := value.GetProperty(f, v, name)
	if err != nil {
		return value.NullValue, f.getterFailed(err)
	}
	if ok {
		return x, nil
	}
	if x, ok := f.intrinsic(v, name); ok {
		return x, nil
	}
	if isList(v) {
		return f.enumerateMember(v, name)
	}
	if isCount(name) && f.strictMode() < strict2 {
		return value.OfInt(1), nil
	}
	if m := dotnet.ScriptMethodOf(f.TypeData(), v, name); m != nil {
		return value.Of(m), nil
	}
	if m := dotnet.MethodGroup(v, name); m != nil {
		return value.Of(m), nil
	}
	if f.strictMode() >= strict2 {
		return value.NullValue, propertyNotFound(name)
	}
	return value.NullValue, nil
}

func propertyNotFound(name string) *value.Exception {
	return value.Throw(value.PropertyNotFoundException, "PropertyNotFoundStrict",
		"The property '"+name+"' cannot be found on this object. Verify that the property exists.").With(value.NotSpecified, value.NullValue)
}

func (f *Frame) propertyOfNull(name string) (value.Value, error) {
	if f.strictMode() >= strict2 {
		return value.NullValue, propertyNotFound(name)
	}
	if isCount(name) {
		return value.OfInt(0), nil
	}
	return value.NullValue, nil
}

// getterFailed is the error of reading a property whose getter raised err: none, since PowerShell gives $null then, unless a script block
// was the getter.
func (f *Frame) getterFailed(err error) error {
	if ex, ok := err.(*value.Exception); ok && !ex.Type.Is(value.RuntimeException) {
		return nil
	}
	return err
}

// staticMember is [T]::Name; on an object it reads the static member of its type.
func (f *Frame) staticMember(v value.Value, name string) (value.Value, error) {
	t, ok := value.As[*value.Type](v.Base())
	if !ok {
		t = value.TypeOf(v)
	}
	if t == nil {
		if f.strictMode() >= strict2 {
			return value.NullValue, propertyNotFound(name)
		}
		return value.NullValue, nil
	}
	x, ok, err := dotnet.GetStatic(f, t, name)
	if err != nil {
		return x, staticGetterFailed(err)
	}
	if !ok && f.strictMode() >= strict2 {
		return value.NullValue, propertyNotFound(name)
	}
	return x, nil
}

// staticGetterFailed is what a static getter raised, with the id that such an exception has.
func staticGetterFailed(err error) error {
	if ex, ok := err.(*value.Exception); ok && ex.ID == "" {
		ex.ID = ex.Type.FullName
	}
	return err
}

// memberAssigner compiles a.Name = v.
func (c *compiler) memberAssigner(e *ast.MemberExpression) func(f *Frame, v value.Value) error {
	target := c.expression(e.Expression)
	static := e.Static
	if s, ok := e.Member.(*ast.StringConstantExpression); ok && !static {
		return c.propertyAssigner(target, s.Value)
	}
	name := c.memberName(e.Member)
	return func(f *Frame, v value.Value) error {
		o, err := target(f)
		if err != nil {
			return err
		}
		n, err := name(f)
		if err != nil {
			return err
		}
		if v.IsNothing() {
			v = value.NullValue
		}
		if static {
			t, ok := value.As[*value.Type](o.Base())
			if !ok {
				t = value.TypeOf(o)
			}
			return dotnet.SetStatic(f, t, value.ToString(n), v)
		}
		return f.setProperty(o, value.ToString(n), v)
	}
}

// propertyAssigner compiles a.Name = v with a site cache for property bags.
func (c *compiler) propertyAssigner(target expr, name string) func(f *Frame, v value.Value) error {
	var shape *value.Shape
	var at int
	return func(f *Frame, v value.Value) error {
		o, err := target(f)
		if err != nil {
			return err
		}
		if v.IsNothing() {
			v = value.NullValue
		}
		if b, ok := value.As[*value.PSObject](o); ok {
			if b.Shape() != shape {
				_, i := b.Get(name)
				if i < 0 || b.Shape().KindAt(i) != value.NoteProperty {
					return f.setProperty(o, name, v)
				}
				shape, at = b.Shape(), i
			}
			b.Put(at, v)
			return nil
		}
		return f.setProperty(o, name, v)
	}
}

// setProperty stores a property; the errors are PropertyAssignmentException, SetValueInvocationException and their like.
// A list has none of its elements' properties here: unlike reading, assigning does not go through them.
func (f *Frame) setProperty(o value.Value, name string, v value.Value) error {
	const missing = "cannot be found on this object. Verify that the property exists and can be set."
	if o.IsNull() {
		return value.Throw(value.RuntimeException, "PropertyNotFound", "The property '"+name+"' "+missing).With(value.InvalidOperation, value.NullValue)
	}
	found, err := value.SetProperty(f, o, name, v)
	switch {
	case err != nil:
		return readOnlyProperty(err)
	case found:
		return nil
	}
	_, adapted := value.As[value.Adapter](o)
	if b, ok := value.As[*value.PSObject](o); adapted || ok && b.IsCustom() {
		return value.Throw(value.SetValueInvocationException, "ExceptionWhenSetting", "Exception setting \""+name+"\": \"The property '"+name+"' "+missing+"\"")
	}
	return value.Throw(value.RuntimeException, "PropertyAssignmentException", "The property '"+name+"' "+missing).With(value.InvalidOperation, value.NullValue)
}

// readOnlyProperty makes the refusal of a .NET property that cannot be set the engine's own error.
func readOnlyProperty(err error) error {
	if ex, ok := err.(*value.Exception); ok && ex.ID == "PropertyAssignmentException" {
		return value.Throw(value.RuntimeException, ex.ID, ex.Message).With(value.InvalidOperation, value.NullValue)
	}
	return err
}

// invokeMember compiles a.Method(args) and [T]::Method(args).
func (c *compiler) invokeMember(e *ast.InvokeMemberExpression) expr {
	args := make([]expr, len(e.Arguments))
	for i, a := range e.Arguments {
		args[i] = c.expression(a)
	}
	if s, ok := e.Member.(*ast.StringConstantExpression); ok && len(e.GenericTypeArguments) == 0 {
		if base := castInParentheses(e.Expression); base != nil && !e.Static {
			return c.invokeBase(e, base, s.Value, args)
		}
		return c.invokeNamed(e, s.Value, args)
	}
	target := c.expression(e.Expression)
	name := c.memberName(e.Member)
	var generic []*typeSite
	for _, g := range e.GenericTypeArguments {
		generic = append(generic, c.typeSite(g))
	}
	conditional, static := e.NullConditional, e.Static
	return func(f *Frame) (value.Value, error) {
		v, err := target(f)
		if err != nil {
			return v, err
		}
		if conditional && v.IsNull() {
			return value.NullValue, nil
		}
		n, err := name(f)
		if err != nil {
			return v, err
		}
		vals := make([]value.Value, 0, len(args))
		for _, a := range args {
			x, err := a(f)
			if err != nil {
				return x, err
			}
			if x.IsNothing() {
				x = value.NullValue
			}
			vals = append(vals, x)
		}
		var types []*value.Type
		for _, g := range generic {
			t, err := g.resolve(f)
			if err != nil {
				return v, err
			}
			types = append(types, t)
		}
		if m, ok := value.As[*ScriptBlock](n.Base()); ok {
			return f.callThis(m, v, vals)
		}
		return f.invoke(v, value.ToString(n), vals, static, types)
	}
}

// callThis calls a script block as a method.
func (f *Frame) callThis(b *ScriptBlock, this value.Value, args []value.Value) (value.Value, error) {
	out, err := f.CallBlock(value.Of(b), value.BlockInput{This: this, Under: value.Unset, Args: args})
	return value.Unroll(out), err
}

// invoke calls a method: an added script method, one that every object has (Where, ForEach), or one of the .NET type.
func (f *Frame) invoke(v value.Value, name string, args []value.Value, static bool, generic []*value.Type) (value.Value, error) {
	if static {
		t, ok := value.As[*value.Type](v.Base())
		if !ok {
			t = value.TypeOf(v)
		}
		if t == nil {
			return value.NullValue, nullMethod()
		}
		return f.invokeStatic(t, name, args, generic)
	}
	if v.IsNull() {
		if isCollectionMethod(name) {
			return collection(nil), nil
		}
		return value.NullValue, nullMethod()
	}
	if m, ok := f.scriptMethod(v, name); ok {
		x, err := f.callMethodBlock(m, v, args)
		return x, f.scriptMethodFailed(err, name, len(args))
	}
	if x, ok, err := f.intrinsicMethod(v, name, args); ok {
		return x, err
	}
	x, err := dotnet.Invoke(f, v, name, args, generic)
	if err != nil && dotnet.IsNoMethod(err) {
		if isList(v) {
			return f.invokeEach(v, name, args, generic, err)
		}
		// A property that holds a block or a delegate is not a method; the error stays.
		if value.EqualFold(name, "ToString") && len(args) == 0 {
			s, err := f.text(v)
			return value.OfString(s), err
		}
	}
	if err != nil {
		err = unanswered(v, name, err)
	}
	return x, err
}

func nullMethod() error {
	return value.Throw(value.RuntimeException, "InvokeMethodOnNull", "You cannot call a method on a null-valued expression.").With(value.InvalidOperation, value.NullValue)
}

// scriptMethod is a ScriptMethod added to the object or its type.
func (f *Frame) scriptMethod(v value.Value, name string) (*ScriptBlock, bool) {
	bag := func(b *value.PSObject) (*ScriptBlock, bool) {
		if b == nil {
			return nil, false
		}
		if x, i := b.Get(name); i >= 0 && b.Shape().KindAt(i) == value.ScriptMethod {
			m, ok := value.As[*ScriptBlock](x)
			return m, ok
		}
		return nil, false
	}
	if o, ok := value.As[*value.PSObject](v); ok {
		if m, ok := bag(o); ok {
			return m, true
		}
	}
	if e, ok := value.As[value.Extensible](v); ok {
		if m, ok := bag(e.Added()); ok {
			return m, true
		}
	}
	if f.types.Len() > 0 {
		for _, n := range value.TypeNames(v) {
			if m, ok := bag(f.types.Bag(n)); ok {
				return m, true
			}
		}
	}
	return nil, false
}

// hasMethod tells whether v.name(…) can be called.
func (f *Frame) hasMethod(v value.Value, name string) bool {
	if _, ok := f.scriptMethod(v, name); ok {
		return true
	}
	return dotnet.MethodGroup(v, name) != nil
}

// scriptMethodFailed wraps what the block of an added method raised.
func (f *Frame) scriptMethodFailed(err error, name string, args int) error {
	if err == nil {
		return nil
	}
	r := f.record(err)
	if r == nil {
		return err
	}
	return value.Throw(value.MethodInvocationException, "ScriptMethodRuntimeException", "Exception calling \""+name+"\" with \""+
		value.ToString(value.OfInt(args))+"\" argument(s): \""+r.Text()+"\"").Because(r.Exception)
}

// invokeEach calls a method on every element of a list that has no such method itself.
func (f *Frame) invokeEach(v value.Value, name string, args []value.Value, generic []*value.Type, notFound error) (value.Value, error) {
	var got collector
	items := ListOf(v)
	if len(items) == 0 {
		return value.NullValue, notFound
	}
	for _, x := range items {
		if x.IsNull() {
			return value.NullValue, nullMethod()
		}
		y, err := f.invoke(x, name, args, false, generic)
		if err != nil {
			if dotnet.IsNoMethod(err) {
				return value.NullValue, dotnet.NoMethod(x, name)
			}
			return y, err
		}
		if err := enumerate(y, &got); err != nil {
			return value.NullValue, err
		}
	}
	return got.result(), nil
}

func (f *Frame) invokeStatic(t *value.Type, name string, args []value.Value, generic []*value.Type) (value.Value, error) {
	if value.EqualFold(name, "new") && t.FindMethod("new", true) == nil {
		return f.construct(t, args)
	}
	return dotnet.InvokeStatic(f, t, name, args, generic)
}

// construct is [T]::new(args).
func (f *Frame) construct(t *value.Type, args []value.Value) (value.Value, error) {
	if t.Flags&value.Script != 0 && t.Enum == nil {
		return f.newInstance(t, args)
	}
	return dotnet.New(f, t, args)
}

// index compiles a[i] and a?[i].
func (c *compiler) index(e *ast.IndexExpression) expr {
	target, at := c.expression(e.Target), c.expression(e.Index)
	conditional := e.NullConditional
	asKey := castsToObject(e.Index)
	return func(f *Frame) (value.Value, error) {
		v, err := target(f)
		if err != nil {
			return v, err
		}
		if conditional && v.IsNull() {
			return value.NullValue, nil
		}
		i, err := at(f)
		if err != nil {
			return i, err
		}
		if asKey {
			if d, ok := value.As[*value.Dictionary](v.Base()); ok && !i.IsNull() {
				x, _ := d.Get(i.Base())
				return x, nil
			}
		}
		if i.IsInt32() {
			if a, ok := value.As[*value.Array](v); ok && a.Dims == nil {
				n := int(i.Int32())
				if n < 0 {
					n += len(a.Items)
				}
				if n >= 0 && n < len(a.Items) {
					return a.Items[n], nil
				}
			}
		}
		return f.indexed(v, i)
	}
}

// indexAssigner compiles a[i] = v.
func (c *compiler) indexAssigner(e *ast.IndexExpression) func(f *Frame, v value.Value) error {
	target, at := c.expression(e.Target), c.expression(e.Index)
	return func(f *Frame, v value.Value) error {
		o, err := target(f)
		if err != nil {
			return err
		}
		i, err := at(f)
		if err != nil {
			return err
		}
		if v.IsNothing() {
			v = value.NullValue
		}
		if i.IsInt32() {
			if a, ok := value.As[*value.Array](o); ok && a.Dims == nil && a.Type == value.TypeObjectArray {
				n := int(i.Int32())
				if n < 0 {
					n += len(a.Items)
				}
				if n >= 0 && n < len(a.Items) {
					a.Own()
					a.Items[n] = v
					return nil
				}
			}
		}
		return f.setIndexed(o, i, v)
	}
}

// castsToObject tells whether an index is written [object]…: a number is then a key of an ordered dictionary, not a position.
func castsToObject(e ast.Expression) bool {
	c, ok := e.(*ast.ConvertExpression)
	return ok && value.EqualFold(c.Type.TypeName.Name, "object")
}
