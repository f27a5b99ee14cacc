package runtime

import (
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// intrinsic is a member that every object has: PSObject, PSTypeNames, PSBase.
func (f *Frame) intrinsic(v value.Value, name string) (value.Value, bool) {
	switch {
	case value.EqualFold(name, "PSObject"):
		return value.Of(&value.ObjectView{Target: v}), true
	case value.EqualFold(name, "PSTypeNames"):
		return dotnet.TypeNameList(v), true
	case value.EqualFold(name, "PSBase"):
		return v.Base(), true
	}
	return value.NullValue, false
}

// intrinsicMethod is a method that every object has: Where and ForEach. ok is false for other names.
func (f *Frame) intrinsicMethod(v value.Value, name string, args []value.Value) (out value.Value, ok bool, err error) {
	if b, is := value.As[*ScriptBlock](v.Base()); is {
		return f.blockMethod(b, name, args)
	}
	if len(args) == 0 {
		return value.NullValue, false, nil
	}
	switch {
	case value.EqualFold(name, "Where"):
		out, err = f.whereMethod(v, args)
		return out, true, err
	case value.EqualFold(name, "ForEach"):
		if value.TypeOf(v).FindMethod(name, false) != nil {
			return value.NullValue, false, nil // List<T>.ForEach
		}
		out, err = f.forEachMethod(v, args)
		return out, true, err
	}
	return value.NullValue, false, nil
}

// blockMethod is Invoke, InvokeReturnAsIs, GetNewClosure and ToString of a script block.
func (f *Frame) blockMethod(b *ScriptBlock, name string, args []value.Value) (value.Value, bool, error) {
	switch {
	case value.EqualFold(name, "Invoke"):
		var got collector
		err := f.callBlock(b, value.BlockInput{Under: value.Unset, Args: args}, &got)
		if err != nil {
			return value.NullValue, true, f.wrapInvocation(err, name, len(args))
		}
		items := got.all()
		return value.Of(&value.ArrayList{Type: value.TypePSObjectCollection, Items: items}), true, nil
	case value.EqualFold(name, "InvokeReturnAsIs"):
		var got collector
		err := f.callBlock(b, value.BlockInput{Under: value.Unset, Args: args}, &got)
		return got.result(), true, err
	case value.EqualFold(name, "GetNewClosure"):
		return value.Of(f.closure(b)), true, nil
	case value.EqualFold(name, "ToString"):
		return value.OfString(b.Text()), true, nil
	}
	return value.NullValue, false, nil
}

// wrapInvocation is the MethodInvocationException around an error of a called block.
func (f *Frame) wrapInvocation(err error, method string, args int) error {
	r := f.record(err)
	if r == nil {
		return err
	}
	return value.Throw(value.MethodInvocationException, r.Exception.Type.Name,
		"Exception calling \""+method+"\" with \""+value.ToString(value.OfInt(args))+"\" argument(s): \""+r.Text()+"\"").Because(r.Exception)
}

// closure is a copy of a block over the present values of the current scope's variables.
func (f *Frame) closure(b *ScriptBlock) *ScriptBlock {
	c := *b
	m := NewModule(f.dynamicName())
	s := newScope(&slotTable{}, f.scope.global)
	s.module, s.script = m, s
	m.scope = s
	for name, l := range f.scope.each {
		s.place(name, value.FoldHash(name)).set(l.get())
	}
	c.closure, c.module = s, m
	c.own, c.opened = nil, nil
	return &c
}

// whereMethod is .Where({ … }[, mode[, count]]).
func (f *Frame) whereMethod(v value.Value, args []value.Value) (value.Value, error) {
	b, ok := value.As[*ScriptBlock](args[0].Base())
	if !ok {
		parsed, err := f.parseBlock(value.ToString(args[0]))
		if err != nil {
			return v, err
		}
		b, _ = value.As[*ScriptBlock](parsed)
	}
	mode, limit := "Default", 0
	if len(args) > 1 {
		mode = value.ToString(args[1])
	}
	if len(args) > 2 {
		n, err := value.Convert(args[2], value.TypeInt32)
		if err != nil {
			return v, err
		}
		limit = int(n.Int())
	}
	var yes, no []value.Value
	switched := false
	for _, x := range methodItems(v) {
		var hit bool
		if !switched {
			r, err := f.callOpen(b, x)
			if err != nil {
				return v, err
			}
			hit = truth(r)
		}
		switch {
		case value.EqualFold(mode, "First"):
			if hit {
				yes = append(yes, x)
				if len(yes) >= max(limit, 1) {
					return collection(yes), nil
				}
			}
			continue
		case value.EqualFold(mode, "Until"):
			if hit {
				return collection(yes), nil
			}
			yes = append(yes, x)
			if limit > 0 && len(yes) >= limit {
				return collection(yes), nil
			}
			continue
		case value.EqualFold(mode, "SkipUntil"):
			if hit || switched {
				switched = true
				yes = append(yes, x)
				if limit > 0 && len(yes) >= limit {
					return collection(yes), nil
				}
			}
			continue
		}
		if hit && (limit == 0 || len(yes) < limit || value.EqualFold(mode, "Last")) {
			yes = append(yes, x)
		} else {
			no = append(no, x)
		}
		if value.EqualFold(mode, "Default") && limit > 0 && len(yes) >= limit {
			break
		}
	}
	switch {
	case value.EqualFold(mode, "Last"):
		n := max(limit, 1)
		if len(yes) > n {
			yes = yes[len(yes)-n:]
		}
	case value.EqualFold(mode, "Split"):
		return value.OfArray(collection(yes), collection(no)), nil
	}
	return collection(yes), nil
}

func methodItems(v value.Value) []value.Value {
	if isList(v) {
		return ListOf(v)
	}
	return []value.Value{v}
}

func collection(items []value.Value) value.Value {
	return value.Of(&value.ArrayList{Type: value.TypePSObjectCollection, Items: items})
}

// forEachMethod is .ForEach({ … }), .ForEach('Property'), .ForEach('Method', args) and .ForEach([type]).
func (f *Frame) forEachMethod(v value.Value, args []value.Value) (value.Value, error) {
	var got collector
	for _, x := range methodItems(v) {
		switch o := args[0].Base().Object().(type) {
		case *ScriptBlock:
			y := f.within(o.openCode())
			y.under, y.out = x, &got
			y.args = value.Of(value.NewArray(args[1:]))
			if err := y.runOpenCode(); err != nil {
				return v, err
			}
		case *value.Type:
			y, err := f.cast(x, o)
			if err != nil {
				return v, err
			}
			if err := got.Write(y); err != nil {
				return v, err
			}
		default:
			name := value.ToString(args[0])
			y, ok, err := value.GetProperty(f, x, name)
			switch {
			case err != nil:
				return v, err
			case ok && len(args) > 1:
				if err := f.setProperty(x, name, args[1]); err != nil {
					return v, err
				}
				continue
			case !ok:
				if y, err = f.invoke(x, name, args[1:], false, nil); err != nil {
					return v, err
				}
			}
			if err := enumerate(y, &got); err != nil {
				return v, err
			}
		}
	}
	return collection(got.all()), nil
}
