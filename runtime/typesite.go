package runtime

import (
	"strings"

	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// typeSite is a type name in the source, resolved when it is first needed.
type typeSite struct {
	name   *ast.TypeName
	text   string
	usings []string
	typ    *value.Type
	at     ast.Extent // what an error points at
}

// typeSite is the site of a name alone; constraintSite and the sites of type literals point at the brackets too.
func (c *compiler) typeSite(n *ast.TypeName) *typeSite {
	return &typeSite{name: n, text: n.String(), usings: c.block.usings, at: n.Extent}
}

func (c *compiler) constraintSite(t *ast.TypeConstraint) *typeSite {
	return c.typeSite(t.TypeName).bracketed(t.Extent)
}

func (s *typeSite) bracketed(at ast.Extent) *typeSite {
	s.at = at
	return s
}

func (s *typeSite) resolve(f *Frame) (*value.Type, error) {
	if s.typ != nil {
		return s.typ, nil
	}
	t := f.findType(s.text, s.usings)
	if t == nil {
		return nil, f.recordTypeNotFound(s)
	}
	s.typ = t
	return t, nil
}

// recordTypeNotFound is the error of a type literal; its target is the name as the parser's own object.
func (f *Frame) recordTypeNotFound(s *typeSite) error {
	err := f.recordAt(s.at, typeNotFound(s.text))
	if r, ok := err.(*value.ErrorRecord); ok {
		r.TargetType = "TypeName"
	}
	return err
}

func typeNotFound(name string) *value.Exception {
	return value.Throw(value.RuntimeException, "TypeNotFound", "Unable to find type ["+name+"].").With(value.InvalidOperation, value.OfString(name))
}

// recordAt makes the record of an exception with a position of its own, where the statement's would be too wide.
func (f *Frame) recordAt(at ast.Extent, e *value.Exception) error {
	saved := f.at
	f.at = at
	r := f.exceptionRecord(e)
	f.at = saved
	return r
}

// findType is a class or enum of the script, else a .NET type or one of the engine; nil if there is none of that name. Script types may
// stand as elements of arrays and arguments of generic types.
func (f *Frame) findType(name string, usings []string) *value.Type {
	if m := f.scope.module; m != nil && m.classes != nil {
		if t := m.classes.find(name); t != nil {
			return t
		}
	}
	if t := f.classes.find(name); t != nil {
		return t
	}
	if len(f.usings) > 0 {
		usings = append(usings[:len(usings):len(usings)], f.usings...)
	}
	var t *value.Type
	var ok bool
	if f.classes.Len() > 0 && strings.IndexByte(name, '[') > 0 {
		t, ok = dotnet.ResolveAmong(name, usings, f.classes.list)
	} else {
		t, ok = dotnet.Resolve(name, usings)
	}
	if !ok {
		return nil
	}
	return t
}

// typeFrom is the right side of -is and -as when it is no type literal: a type, or a value that converts to one, as a name does
// (oracle/operators, section 5). The two operators report a failure with different ids.
func (f *Frame) typeFrom(v value.Value, as bool) (*value.Type, error) {
	if t, ok := value.As[*value.Type](v.Base()); ok {
		return t, nil
	}
	if v.IsNull() {
		id := "IsOperatorRequiresType"
		if as {
			id = "AsOperatorRequiresType"
		}
		return nil, value.Throw(value.RuntimeException, id, "The right operand of '-is' must be a type.").With(value.InvalidOperation, value.NullValue)
	}
	if v.IsString() {
		if t := f.findType(v.Str(), nil); t != nil {
			return t, nil
		}
	}
	x, err := value.ConvertIn(f, v, value.TypeRuntimeType.Base)
	if e, ok := err.(*value.Exception); ok && !as {
		return nil, value.Throw(value.RuntimeException, "", e.Message).Because(e.Inner)
	}
	t, _ := value.As[*value.Type](x)
	return t, err
}

// cast is [t]v. Types that the script defined convert by their constructors.
func (f *Frame) cast(v value.Value, t *value.Type) (value.Value, error) {
	if v.IsNothing() {
		v = value.NullValue
	}
	if t == value.TypeString && !v.IsString() {
		if s := value.WrittenText(v); s != "" {
			return value.OfString(s), nil
		}
		s, err := f.text(v)
		return value.OfString(s), err
	}
	if t.Flags&value.Script != 0 && t.Enum == nil {
		return f.castToClass(v, t)
	}
	return dotnet.Cast(f, v, t)
}

func (f *Frame) tryCast(v value.Value, t *value.Type) (value.Value, bool) {
	if t == value.TypeString && v.IsNull() {
		return value.OfString(""), true
	}
	x, err := f.cast(v, t)
	return x, err == nil
}
