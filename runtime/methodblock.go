package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// bareErrors shows the errors that a block called as a method writes: their texts alone, without an end of line. No redirection of the
// call reaches them (oracle/errors, section 1.6).
type bareErrors struct{ e *Engine }

func (b bareErrors) Write(v value.Value) error {
	text := value.ToString(v)
	if r, ok := v.Object().(*value.ErrorRecord); ok {
		text = r.Text()
	}
	return b.e.write(b.e.host.Err, text)
}

// callMethodBlock runs the block of a ScriptMethod: its first error ends it.
func (f *Frame) callMethodBlock(b *ScriptBlock, this value.Value, args []value.Value) (value.Value, error) {
	outer := f.streams
	f.streams = outer.with(ErrorStream, bareErrors{f.Engine})
	f.tryDepth++
	v, err := f.callThis(b, this, args)
	f.tryDepth--
	f.streams = outer
	return v, err
}

// CallGetter runs the getter of a ScriptProperty. Its errors are in $Error and nowhere else; the property is $null then.
func (f *Frame) CallGetter(block, owner value.Value) (value.Value, error) {
	outer := f.streams
	f.streams = outer.with(ErrorStream, discard{})
	f.tryDepth++
	out, err := f.CallBlock(block, value.BlockInput{This: owner})
	f.tryDepth--
	f.streams = outer
	if err != nil {
		r := f.record(err)
		if r == nil {
			return value.NullValue, err
		}
		f.remember(r)
		return value.NullValue, nil
	}
	return value.Unroll(out), nil
}

// castInParentheses is the cast of ([Base]$object), nil for other expressions.
func castInParentheses(e ast.Expression) *ast.ConvertExpression {
	p, ok := e.(*ast.ParenExpression)
	if !ok {
		return nil
	}
	c, _ := plainExpression(p.Pipeline).(*ast.ConvertExpression)
	return c
}

// invokeBase compiles ([Base]$object).Method(): of an object whose class derives from Base it is the method as Base has it
// (oracle/flow, section 10).
func (c *compiler) invokeBase(e *ast.InvokeMemberExpression, cast *ast.ConvertExpression, name string, args []expr) expr {
	target, site := c.expression(e.Expression), c.typeSite(cast.Type.TypeName)
	conditional := e.NullConditional
	return func(f *Frame) (value.Value, error) {
		v, err := target(f)
		if err != nil {
			return v, err
		}
		if conditional && v.IsNull() {
			return value.NullValue, nil
		}
		vals := make([]value.Value, len(args))
		for i, a := range args {
			if vals[i], err = a(f); err != nil {
				return v, err
			}
			if vals[i].IsNothing() {
				vals[i] = value.NullValue
			}
		}
		if i, ok := value.As[*instance](v.Base()); ok {
			if t, err := site.resolve(f); err == nil && t != i.typ && i.typ.Is(t) {
				if x, known, err := dotnet.InvokeAs(f, t, v, name, vals); known {
					return x, err
				}
			}
		}
		return f.invoke(v, name, vals, false, nil)
	}
}
