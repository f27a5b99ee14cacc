package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// invokeNamed compiles a call whose method is named in the source. The arguments stand on the engine's argument stack while it lasts,
// and the site remembers the overload, so that a call allocates no more than its method does.
func (c *compiler) invokeNamed(e *ast.InvokeMemberExpression, name string, args []expr) expr {
	target := c.expression(e.Expression)
	conditional, static := e.NullConditional, e.Static
	special := isSpecialMethod(name, static)
	site := new(dotnet.Site)
	return func(f *Frame) (value.Value, error) {
		v, err := target(f)
		if err != nil {
			return v, err
		}
		if conditional && v.IsNull() {
			return value.NullValue, nil
		}
		stack := &f.Engine.arguments
		base := len(*stack)
		for _, a := range args {
			x, err := a(f)
			if err != nil {
				*stack = (*stack)[:base]
				return x, err
			}
			if x.IsNothing() {
				x = value.NullValue
			}
			*stack = append(*stack, x)
		}
		vals := (*stack)[base:len(*stack):len(*stack)]
		var x value.Value
		known := false
		if !special && f.plainReceiver(v, static) {
			x, known, err = site.Invoke(f, v, name, vals, static)
		}
		if !known {
			x, err = f.invoke(v, name, append(make([]value.Value, 0, len(vals)), vals...), static, nil)
		}
		*stack = (*stack)[:base]
		return x, err
	}
}

// isSpecialMethod tells whether the engine itself has a method of that name.
func isSpecialMethod(name string, static bool) bool {
	if static {
		return value.EqualFold(name, "new") || value.EqualFold(name, "Create")
	}
	return value.EqualFold(name, "Where") || value.EqualFold(name, "ForEach")
}

// plainReceiver tells whether v has the methods of its .NET type or class and no others.
func (f *Frame) plainReceiver(v value.Value, static bool) bool {
	if static {
		_, ok := value.As[*value.Type](v)
		return ok
	}
	if f.types.Len() > 0 {
		return false
	}
	if v.Kind() != value.Reference {
		return !v.IsNull()
	}
	switch o := v.Object().(type) {
	case *value.Array:
		return true
	case *value.ArrayList:
		return o.Added() == nil
	case *value.PSObject, *ScriptBlock:
		return false
	case value.Extensible:
		return o.Added() == nil
	}
	return true
}
