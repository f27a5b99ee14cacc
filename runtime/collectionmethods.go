package runtime

import "rehearse/runtime/value"

// The methods Where and ForEach that every value has (oracle/objects, section 13).

func isCollectionMethod(name string) bool {
	return value.EqualFold(name, "Where") || value.EqualFold(name, "ForEach")
}

// The modes of .Where, by the numbers of WhereOperatorSelectionMode.
const (
	whereDefault = iota
	whereFirst
	whereLast
	whereSkipUntil
	whereUntil
	whereSplit
)

var typeWhereMode = value.NewEnum("System.Management.Automation.WhereOperatorSelectionMode",
	[]string{"Default", "First", "Last", "SkipUntil", "Until", "Split"}, []int64{whereDefault, whereFirst, whereLast, whereSkipUntil, whereUntil, whereSplit})

// whereMethod is .Where({ … }[, mode[, count]]).
func (f *Frame) whereMethod(v value.Value, args []value.Value) (value.Value, error) {
	if len(args) == 0 || len(args) > 3 {
		return v, noCollectionOverload(".Where({ expression } [, mode [, numberToReturn]])", len(args))
	}
	b := BlockOf(args[0])
	if b == nil {
		return v, value.Throw(value.PSInvalidCastException, "ConvertToFinalInvalidCastException", "Cannot convert the \""+value.ToString(args[0])+"\" value of type \""+
			typeNameOf(args[0])+"\" to type \"System.Management.Automation.ScriptBlock\".").With(value.InvalidArgument, value.NullValue)
	}
	mode, limit := whereDefault, 0
	if len(args) > 1 {
		m, err := f.cast(args[1], typeWhereMode)
		if err != nil {
			return v, err
		}
		mode = int(m.Int())
	}
	if len(args) > 2 {
		n, err := f.cast(args[2], value.TypeInt32)
		if err != nil {
			return v, err
		}
		if limit = int(n.Int()); limit < 0 {
			e := value.Throw(value.ArgumentOutOfRangeException, "", "The 'numberToReturn' value provided to the third argument of the Where() operator must be greater than zero. "+
				"Please correct the argument's value and try running your script again. (Parameter 'numberToReturn')\nActual value was "+value.ToString(n)+".")
			e.ID = e.Type.FullName
			return v, e
		}
	}
	w := &filtering{mode: mode, limit: limit}
	if limit == 0 && (mode == whereFirst || mode == whereLast) {
		w.limit = 1
	}
	for _, x := range methodItems(v) {
		more, err := w.take(f, b, x)
		if err != nil {
			return v, err
		}
		if !more {
			break
		}
	}
	return w.result(), nil
}

func typeNameOf(v value.Value) string {
	if t := value.TypeOf(v); t != nil {
		return t.FullName
	}
	return "null"
}

func noCollectionOverload(form string, n int) error {
	return value.Throw(value.MethodException, "MethodCountCouldNotFindBest",
		"Cannot find an overload for \""+form+"\" and the argument count: \""+value.ToString(value.OfInt(n))+"\".")
}

// filtering is one run of .Where.
type filtering struct {
	mode, limit int // limit 0 is none
	yes, no     []value.Value
	open        bool // SkipUntil has found its first element
}

// take decides on one element; false when no more are wanted.
func (w *filtering) take(f *Frame, b *ScriptBlock, x value.Value) (more bool, err error) {
	if w.mode == whereSplit && w.full() {
		w.no = append(w.no, x)
		return true, nil
	}
	hit := w.open
	if !hit {
		r, err := f.callOpen(b, x)
		if err != nil {
			return false, err
		}
		hit = truth(r)
	}
	switch w.mode {
	case whereUntil:
		if hit {
			return false, nil
		}
		hit = true
	case whereSkipUntil:
		w.open = hit
	}
	switch {
	case hit:
		w.yes = append(w.yes, x)
	case w.mode == whereSplit:
		w.no = append(w.no, x)
	}
	return w.mode == whereLast || w.mode == whereSplit || !w.full(), nil
}

func (w *filtering) full() bool { return w.limit > 0 && len(w.yes) >= w.limit }

func (w *filtering) result() value.Value {
	switch w.mode {
	case whereLast:
		if len(w.yes) > w.limit {
			w.yes = w.yes[len(w.yes)-w.limit:]
		}
	case whereSplit:
		return value.OfArray(collection(w.yes), collection(w.no))
	}
	return collection(w.yes)
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

// forEachMethod is .ForEach({ … }, args), .ForEach('Property'[, value]), .ForEach('Method', args) and .ForEach([type]).
func (f *Frame) forEachMethod(v value.Value, args []value.Value) (value.Value, error) {
	if len(args) == 0 {
		return v, noCollectionOverload(".ForEach(expression [, arguments...])", 0)
	}
	var got collector
	for _, x := range methodItems(v) {
		var err error
		switch o := args[0].Base().Object().(type) {
		case *ScriptBlock:
			err = f.forEachBlock(o, x, args[1:], &got)
		case *value.Type:
			err = f.forEachCast(o, x, &got)
		default:
			err = f.forEachMember(value.ToString(args[0]), x, args[1:], &got)
		}
		if err != nil {
			return v, err
		}
	}
	return collection(got.all()), nil
}

func (f *Frame) forEachBlock(b *ScriptBlock, x value.Value, args []value.Value, out Sink) error {
	c := b.openCode()
	if len(c.params.params) > 0 {
		return f.callBlock(b, value.BlockInput{Under: x, Args: args}, out)
	}
	y := f.within(c)
	y.under, y.out = x, out
	y.args = value.Of(value.NewArray(args))
	return y.runOpenCode()
}

func (f *Frame) forEachCast(t *value.Type, x value.Value, out Sink) error {
	y, err := f.cast(x, t)
	if ex, ok := err.(*value.Exception); ok {
		return value.Throw(value.MethodException, "MethodArgumentConversionInvalidCastArgument", "Cannot convert argument \"item\", with value: \""+
			value.ToString(x)+"\", for \"Add\" to type \""+t.FullName+"\": \""+ex.Message+"\"").Because(ex)
	}
	if err != nil {
		return err
	}
	return out.Write(y)
}

// forEachMember reads or sets a property, or calls a method; what has no such member contributes $null.
func (f *Frame) forEachMember(name string, x value.Value, args []value.Value, out Sink) error {
	if x.IsNull() {
		return out.Write(value.NullValue)
	}
	y, ok, err := value.GetProperty(f, x, name)
	switch {
	case err != nil:
		return f.getterFailed(err)
	case ok && len(args) > 0:
		return f.setProperty(x, name, args[0])
	case ok:
		return enumerate(y, out)
	}
	if z, ok := f.intrinsic(x, name); ok {
		return enumerate(z, out)
	}
	if !f.hasMethod(x, name) {
		if f.strictMode() >= strict2 {
			return propertyNotFound(name)
		}
		return out.Write(value.NullValue)
	}
	if y, err = f.invoke(x, name, args, false, nil); err != nil {
		return err
	}
	return enumerate(y, out)
}
