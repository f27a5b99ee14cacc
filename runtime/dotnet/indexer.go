package dotnet

import "rehearse/runtime/value"

// GetItem is v[i] for types with an indexer, which are those with a method get_Item; ok is false for others.
func GetItem(env value.Env, v, i value.Value) (item value.Value, ok bool, err error) {
	t := value.TypeOf(v)
	if t == nil {
		return value.NullValue, false, nil
	}
	m := t.FindMethod("get_Item", false)
	if m == nil {
		return value.NullValue, false, nil
	}
	x, err := callIndexer(env, t, m, v, "get_Item", indexes(i))
	return x, true, err
}

// SetItem is v[i] = x for types with an indexer; ok is false for others.
func SetItem(env value.Env, v, i, x value.Value) (ok bool, err error) {
	t := value.TypeOf(v)
	if t == nil {
		return false, nil
	}
	m := t.FindMethod("set_Item", false)
	if m == nil {
		return false, nil
	}
	_, err = callIndexer(env, t, m, v, "set_Item", append(indexes(i), x))
	return true, err
}

// callIndexer calls an accessor; what it raises is the error itself, without a MethodInvocationException around it.
func callIndexer(env value.Env, t *value.Type, m *value.Method, v value.Value, name string, args []value.Value) (value.Value, error) {
	x, err := call(env, t, m, v.Base(), name, args, nil)
	if ex, ok := err.(*value.Exception); ok && ex.Type == value.MethodInvocationException && ex.Inner != nil {
		ex.Inner.ID = ex.Inner.Type.FullName
		return x, ex.Inner
	}
	return x, err
}

// indexes are the arguments of an indexer: `$x[1, 2]` gives it two.
func indexes(i value.Value) []value.Value {
	if a, ok := value.As[*value.Array](i.Base()); ok {
		return append([]value.Value(nil), a.Items...)
	}
	return []value.Value{i}
}

// SetKey stores a value under a key of a dictionary, converted to its types. A number is a position in an ordered dictionary.
func SetKey(env value.Env, d *value.Dictionary, k, x value.Value) error {
	if d.ReadOnly {
		return raise(value.NotSupportedException, "Collection is read-only.")
	}
	if d.Ordered() && k.IsInt32() {
		n := int(k.Int32())
		if n < 0 || n >= d.Len() {
			e := rangeError("index", "Specified argument was out of the range of valid values.")
			e.ID = e.Type.FullName
			return e.With(value.OperationStopped, value.NullValue)
		}
		d.SetEntry(n, x)
		return nil
	}
	k, x, err := entryFor(env, d, k, x)
	if err != nil {
		return err
	}
	putEntry(d, k, x)
	return nil
}

// invokeItem is $x.Item(i), the indexer by its name; ok is false for types that have none, or one of another name.
func invokeItem(env value.Env, t *value.Type, v value.Value, name string, args []value.Value) (x value.Value, ok bool, err error) {
	if !value.EqualFold(name, "Item") {
		return v, false, nil
	}
	m := t.FindMethod("get_Item", false)
	if m == nil || t.FindMethod("Chars", false) != nil {
		return v, false, nil
	}
	x, err = call(env, t, m, v.Base(), "get_Item", args, nil)
	if ex, isException := err.(*value.Exception); isException {
		if ex.Type == value.MethodInvocationException && ex.Inner != nil {
			ex = ex.Inner
		}
		return x, true, getterFailed("Item", ex)
	}
	return x, true, err
}
