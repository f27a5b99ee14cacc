package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// isReference tells whether a conversion is written [ref].
func isReference(n *ast.TypeName) bool {
	return !n.IsArray() && (value.EqualFold(n.Name, "ref") || value.EqualFold(n.Name, "System.Management.Automation.PSReference"))
}

// reference is [ref]$x: the place of the variable, not its value. What it shows must exist, in whatever scope; an automatic variable
// that no scope holds gives a reference to its value. See rules 1.4 of the .NET cases.
func (c *compiler) reference(v *ast.VariableExpression) expr {
	p := v.VariablePath
	read := c.variable(v)
	if p.Scope == ast.ScopeDrive || p.Scope == ast.ScopeNone && isConstantName(p.Name) {
		return func(f *Frame) (value.Value, error) {
			x, err := read(f)
			return value.Of(dotnet.NewReference(x)), err
		}
	}
	name, hash, scope := p.Name, value.FoldHash(p.Name), p.Scope
	return func(f *Frame) (value.Value, error) {
		l := f.scopeOf(scope).find(name, hash)
		if !l.valid() {
			x, err := read(f)
			if err != nil || x.IsNull() {
				return x, value.Throw(value.RuntimeException, "NonExistingVariableReference",
					"[ref] cannot be applied to a variable that does not exist.").With(value.InvalidOperation, value.OfString(name))
			}
			return value.Of(dotnet.NewReference(x)), nil
		}
		return value.Of(&dotnet.Reference{
			Of:   value.TypeOf(f.read(l)),
			Load: func() value.Value { return orNull(f.read(l)) },
			Store: func(x value.Value) error {
				return f.store(l, name, x)
			},
		}), nil
	}
}

// orNull is the value of a variable that may have been removed since.
func orNull(v value.Value) value.Value {
	if v.IsUnset() {
		return value.NullValue
	}
	return v
}

// isConstantName tells whether a variable is none that could be stored to: $null, $true and $false.
func isConstantName(name string) bool {
	return value.EqualFold(name, "null") || value.EqualFold(name, "true") || value.EqualFold(name, "false")
}
