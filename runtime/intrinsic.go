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
		return value.Of(value.Bare(v)), true
	}
	return value.NullValue, false
}

// intrinsicMethod is a method that every object has: Where and ForEach. ok is false for other names.
func (f *Frame) intrinsicMethod(v value.Value, name string, args []value.Value) (out value.Value, ok bool, err error) {
	if b, is := value.As[*ScriptBlock](v.Base()); is {
		return f.blockMethod(b, name, args)
	}
	if s, is := value.As[*steppable](v.Base()); is {
		return f.step(s, name, args)
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
	case value.EqualFold(name, "GetSteppablePipeline"):
		s, err := f.steppable(b)
		if err != nil {
			err = f.wrapInvocation(err, name, len(args))
		}
		return s, true, err
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
