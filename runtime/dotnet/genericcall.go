package dotnet

import "rehearse/runtime/value"

// bindGeneric gives the generic methods among the choices their type arguments: those that were written, else what the arguments tell.
// A generic method whose type arguments stay open, or are others in number than those written, is no choice.
func bindGeneric(list []choice, args []value.Value, types []*value.Type) []choice {
	out := list[:0]
	for _, c := range list {
		if o := c.overload; len(o.Generic) > 0 {
			c.types = types
			if len(types) == 0 {
				c.types = inferTypes(o, args)
			}
			if len(c.types) != len(o.Generic) {
				continue
			}
			c.overload = bindOverload(o, c.types)
		} else if len(types) > 0 {
			continue
		}
		out = append(out, c)
	}
	return out
}

// bindOverload puts types in the place of the type parameters.
func bindOverload(o *value.Overload, types []*value.Type) *value.Overload {
	b := *o
	b.Params = append([]value.Param(nil), o.Params...)
	for i := range b.Params {
		b.Params[i].Type = substitute(b.Params[i].Type, o.Generic, types)
	}
	return &b
}

func substitute(t *value.Type, params, types []*value.Type) *value.Type {
	if t == nil {
		return nil
	}
	for i, p := range params {
		if t == p {
			return types[i]
		}
	}
	switch {
	case t.Elem != nil:
		if e := substitute(t.Elem, params, types); e != t.Elem {
			return value.ArrayOfRank(e, t.Rank)
		}
	case t.Generic != nil:
		args := make([]*value.Type, len(t.Args))
		changed := false
		for i, a := range t.Args {
			args[i] = substitute(a, params, types)
			changed = changed || args[i] != a
		}
		if changed {
			return Construct(t.Generic, args...)
		}
	}
	return t
}

// inferTypes finds the type arguments from the arguments; nil if one of them stays open. A block has no types to infer from.
func inferTypes(o *value.Overload, args []value.Value) []*value.Type {
	types := make([]*value.Type, len(o.Generic))
	for i, a := range args {
		if i >= len(o.Params) {
			break
		}
		if r, ok := value.As[*Reference](a); ok {
			a = r.Load()
		}
		if a.IsNull() {
			continue
		}
		if p := o.Params[i].Type; p != nil && p.Generic != nil && isDelegate(p) && value.TypeOf(a) == value.TypeScriptBlock {
			return nil
		}
		unify(o.Params[i].Type, value.TypeOf(a), o.Generic, types)
	}
	for _, t := range types {
		if t == nil {
			return nil
		}
	}
	return types
}

// unify matches the type of a parameter with that of an argument.
func unify(p, a *value.Type, params, types []*value.Type) {
	for i, g := range params {
		if p == g {
			if types[i] == nil {
				types[i] = a
			}
			return
		}
	}
	switch {
	case p == nil || a == nil:
	case p.Elem != nil && a.Elem != nil:
		unify(p.Elem, a.Elem, params, types)
	case p.Generic != nil && a.Generic == p.Generic:
		for i := range p.Args {
			unify(p.Args[i], a.Args[i], params, types)
		}
	case p.Generic == ifaceGenericEnumerable:
		if e := elementType(a); e != nil {
			unify(p.Args[0], e, params, types)
		}
	}
}

// elementType is T of a type that is an IEnumerable<T>, nil if it is none.
func elementType(t *value.Type) *value.Type {
	switch {
	case t.Elem != nil:
		return t.Elem
	case t == value.TypeString:
		return value.TypeChar
	case t.Generic == ifaceGenericEnumerable:
		return t.Args[0]
	}
	for x := t; x != nil; x = x.Base {
		for _, i := range x.Iface {
			if i.Generic == ifaceGenericEnumerable {
				return i.Args[0]
			}
		}
	}
	return nil
}
