package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// BlockOf is v as a script block, nil if it is none.
func BlockOf(v value.Value) *ScriptBlock {
	b, _ := value.As[*ScriptBlock](v.Base())
	return b
}

// Method calls a method of an object as v.name(args) does.
func (c *Call) Method(v value.Value, name string, args []value.Value) (value.Value, error) {
	return c.frame.invoke(v, name, args, false, nil)
}

// Property is v.name as the language reads it: $null for none, elements' properties for lists.
func (c *Call) Property(v value.Value, name string) (value.Value, error) {
	return c.frame.property(v, name)
}

// SetProperty is v.name = x.
func (c *Call) SetProperty(v value.Value, name string, x value.Value) error {
	return c.frame.setProperty(v, name, x)
}

// Text is [string]v as the language converts it.
func (c *Call) Text(v value.Value) (string, error) { return c.frame.text(v) }

// Cast is [t]v as the language converts it.
func (c *Call) Cast(v value.Value, t *value.Type) (value.Value, error) { return c.frame.cast(v, t) }

// FormatText is `format -f v`.
func (c *Call) FormatText(format string, v value.Value) (value.Value, error) {
	return c.frame.formatOperator(value.OfString(format), v)
}

// FindType is the type of that name, nil if there is none.
func (c *Call) FindType(name string) *value.Type { return c.frame.findType(name, nil) }

// New is [t]::new(args).
func (c *Call) New(t *value.Type, name string, args []value.Value) (value.Value, error) {
	if t.Flags&value.Script != 0 && t.Enum == nil {
		v, err := c.frame.newInstance(t, args)
		if r, ok := err.(*value.ErrorRecord); ok && r.Invocation != nil && !r.Exception.Type.Is(value.MethodException) {
			err = value.Throw(value.MethodInvocationException, "ConstructorInvokedThrowException", "Exception calling \".ctor\" with \""+
				value.ToString(value.OfInt(len(args)))+"\" argument(s): \""+r.Text()+"\"").With(value.InvalidOperation, value.NullValue).Because(r.Exception)
		}
		return v, err
	}
	return dotnet.NewObject(c.frame, t, name, args)
}

// Static is [t]::name(args).
func (c *Call) Static(t *value.Type, name string, args ...value.Value) (value.Value, error) {
	return c.frame.invokeStatic(t, name, args, nil)
}

// ParseBlock is [scriptblock]::Create(text).
func (c *Call) ParseBlock(text string) (*ScriptBlock, error) {
	v, err := c.frame.parseBlock(text)
	return BlockOf(v), err
}

// TextBlock is ParseBlock with the block as a value.
func (c *Call) TextBlock(text string) (value.Value, error) { return c.frame.parseBlock(text) }

// CheckSize refuses strings and arrays beyond the memory limit.
func (c *Call) CheckSize(n int) error { return c.frame.checkSize(n) }

// Operator is `a op b` for a comparison operator.
func (c *Call) Operator(op ast.TokenKind, a, b value.Value) (value.Value, error) {
	f := c.frame
	if r, ok := relationOf(op); ok {
		return value.CompareFilter(f, r, a, b, op.IsCaseSensitive())
	}
	switch op {
	case ast.Is, ast.IsNot:
		t, err := f.typeFrom(b, false)
		if err != nil {
			return a, err
		}
		return value.OfBool(value.Is(a, t) == (op == ast.Is)), nil
	}
	return textOperatorOf(op)(f, a, b)
}

// Types are the members added to types by Update-TypeData.
func (c *Call) Types() *value.TypeData { return c.frame.types }
