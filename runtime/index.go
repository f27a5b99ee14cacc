package runtime

import (
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// indexed is v[i]: positions, keys, slices; outside a list is $null.
func (f *Frame) indexed(v, i value.Value) (value.Value, error) {
	if v.IsNull() {
		return v, value.Throw(value.RuntimeException, "NullArray", "Cannot index into a null array.").With(value.InvalidOperation, value.NullValue)
	}
	b := v.Base()
	if d, ok := value.As[*value.Dictionary](b); ok {
		return f.keyed(d, i)
	}
	if i.IsNull() {
		return v, value.Throw(value.RuntimeException, "NullArrayIndex", "Index operation failed; the array index evaluated to null.").With(value.InvalidOperation, value.NullValue)
	}
	if a, ok := value.As[*value.Array](b); ok && a.Dims != nil {
		return f.multiIndexed(a, i)
	}
	if l, ok := value.As[value.List](b); ok {
		if x, ok, err := dotnet.GroupItem(f, b, i); ok {
			return x, err
		}
		if isList(i) {
			return f.slice(v, i)
		}
		n, err := f.indexNumber(i)
		if err != nil {
			return value.NullValue, nil // no element has such an index
		}
		if n < 0 {
			n += l.Len()
		}
		if n < 0 || n >= l.Len() {
			return f.outsideOf(b)
		}
		return l.At(n), nil
	}
	if b.IsString() {
		if isList(i) {
			return f.slice(v, i)
		}
		n, err := f.indexNumber(i)
		if err != nil {
			return value.NullValue, nil
		}
		length := text.Utf16Len(b.Str())
		if n < 0 {
			n += length
		}
		if n < 0 || n >= length {
			return f.outside()
		}
		return value.OfChar(text.Utf16At(b.Str(), n)), nil
	}
	if x, ok, err := dotnet.GetItem(f, b, i); ok || err != nil {
		return x, err
	}
	// A scalar is its own first and last element, but has no slices.
	if isList(i) {
		return value.NullValue, nil
	}
	if n, err := f.indexNumber(i); err == nil && (n == 0 || n == -1) {
		return v, nil
	}
	x, err := f.outside()
	if err == nil {
		x = value.NothingValue
	}
	return x, err
}

// outsideOf is an index that a list does not have; lists that are no arrays raise .NET's own error in strict mode.
func (f *Frame) outsideOf(list value.Value) (value.Value, error) {
	if _, array := value.As[*value.Array](list); !array && f.strictMode() >= strict3 {
		return value.NullValue, value.Throw(value.ArgumentOutOfRangeException, "System.ArgumentOutOfRangeException",
			"Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')").With(value.OperationStopped, value.NullValue)
	}
	return f.outside()
}

func (f *Frame) outside() (value.Value, error) {
	if f.strictMode() >= strict3 {
		return value.NullValue, value.Throw(value.IndexOutOfRangeException, "System.IndexOutOfRangeException", "Index was outside the bounds of the array.").With(value.OperationStopped, value.NullValue)
	}
	return value.NullValue, nil
}

// indexNumber converts an index to an int.
func (f *Frame) indexNumber(i value.Value) (int, error) {
	if i.IsInt32() {
		return int(i.Int32()), nil
	}
	n, err := value.Convert(i, value.TypeInt32)
	if err != nil {
		return 0, err
	}
	return int(n.Int()), nil
}

func (f *Frame) slice(v, indexes value.Value) (value.Value, error) {
	var items []value.Value
	for _, i := range ListOf(indexes) {
		n, err := f.indexNumber(i)
		if err != nil {
			return v, err
		}
		x, err := f.indexedOrNothing(v, n)
		if err != nil {
			return v, err
		}
		if x.IsNothing() {
			if _, err := f.outside(); err != nil {
				return v, err
			}
			continue
		}
		items = append(items, x)
	}
	if items == nil {
		items = []value.Value{}
	}
	return value.Of(value.NewArray(items)), nil
}

// indexedOrNothing is the element at n, AutomationNull outside.
func (f *Frame) indexedOrNothing(v value.Value, n int) (value.Value, error) {
	b := v.Base()
	length := 1
	switch {
	case b.IsString():
		length = text.Utf16Len(b.Str())
	default:
		if l, ok := value.As[value.List](b); ok {
			length = l.Len()
		}
	}
	if n < 0 {
		n += length
	}
	if n < 0 || n >= length {
		if _, err := f.outside(); err != nil {
			return value.NullValue, err
		}
		return value.NothingValue, nil
	}
	return f.indexed(v, value.OfInt(n))
}

// keyed is a dictionary's value under a key, an array of values for an array of keys.
func (f *Frame) keyed(d *value.Dictionary, i value.Value) (value.Value, error) {
	i = i.Base()
	if i.IsNull() {
		return value.NullValue, value.Throw(value.RuntimeException, "NullArrayIndex", "Index operation failed; the array index evaluated to null.").With(value.InvalidOperation, value.NullValue)
	}
	if a, ok := value.As[*value.Array](i); ok {
		items := make([]value.Value, 0, len(a.Items))
		for _, k := range a.Items {
			x, err := f.keyed(d, k)
			if err != nil {
				return x, err
			}
			items = append(items, x)
		}
		return value.Of(value.NewArray(items)), nil
	}
	if d.Ordered() && i.IsInt32() {
		n := int(i.Int32())
		if n < 0 {
			n += d.Len()
		}
		if n < 0 || n >= d.Len() {
			return value.NullValue, nil
		}
		_, v := d.Entry(n)
		return v, nil
	}
	k, err := d.Key(i)
	if err != nil {
		return value.NullValue, err
	}
	v, _ := d.Get(k)
	return v, nil
}

// setIndexed stores v at an index or key.
func (f *Frame) setIndexed(o, i, v value.Value) error {
	if o.IsNull() {
		return value.Throw(value.RuntimeException, "NullArray", "Cannot index into a null array.").With(value.InvalidOperation, value.NullValue)
	}
	b := o.Base()
	if d, ok := value.As[*value.Dictionary](b); ok {
		if i.IsNull() {
			return value.Throw(value.RuntimeException, "NullArrayIndex", "Index operation failed; the array index evaluated to null.").With(value.InvalidOperation, value.NullValue)
		}
		return f.setKey(d, i.Base(), v)
	}
	if i.IsNull() {
		return value.Throw(value.RuntimeException, "NullArrayIndex", "Index operation failed; the array index evaluated to null.").With(value.InvalidOperation, value.NullValue)
	}
	if a, ok := value.As[*value.Array](b); ok && a.Dims != nil {
		return f.setMultiIndexed(a, i, v)
	}
	if l, ok := value.As[value.List](b); ok {
		if isList(i) {
			return value.Throw(value.RuntimeException, "ArraySliceAssignmentFailed",
				"Array assignment to ["+f.indexText(i)+"] failed because assignment to slices is not supported.").With(value.InvalidOperation, value.NullValue)
		}
		n, err := f.indexNumber(i)
		if err != nil {
			return err
		}
		if n < 0 {
			n += l.Len()
		}
		if n < 0 || n >= l.Len() {
			if _, ok := l.(*value.Array); ok {
				return value.Throw(value.IndexOutOfRangeException, "System.IndexOutOfRangeException", "Index was outside the bounds of the array.").With(value.OperationStopped, value.NullValue)
			}
			return value.Throw(value.ArgumentOutOfRangeException, "System.ArgumentOutOfRangeException",
				"Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')").With(value.OperationStopped, value.NullValue)
		}
		return l.Put(n, v)
	}
	if ok, err := dotnet.SetItem(f, b, i, v); ok || err != nil {
		return err
	}
	return value.Throw(value.RuntimeException, "CannotIndex", "Unable to index into an object of type \""+value.TypeOf(b).FullName+"\".").With(value.InvalidOperation, value.NullValue)
}

func (f *Frame) indexText(i value.Value) string {
	s := ""
	for j, x := range ListOf(i) {
		if j > 0 {
			s += ","
		}
		s += value.ToString(x)
	}
	return s
}

// multiIndexed reads an array of several dimensions; outside is $null.
func (f *Frame) multiIndexed(a *value.Array, i value.Value) (value.Value, error) {
	n, err := f.flatIndex(a, i)
	if err != nil || n < 0 {
		return value.NullValue, err
	}
	return a.Items[n], nil
}

func (f *Frame) setMultiIndexed(a *value.Array, i, v value.Value) error {
	n, err := f.flatIndex(a, i)
	if err != nil {
		return err
	}
	if n < 0 {
		return value.Throw(value.IndexOutOfRangeException, "System.IndexOutOfRangeException", "Index was outside the bounds of the array.").With(value.OperationStopped, value.NullValue)
	}
	return a.Put(n, v)
}

// flatIndex is the place of an index list in row-major order, -1 outside.
func (f *Frame) flatIndex(a *value.Array, i value.Value) (int, error) {
	idx := ListOf(i)
	if len(idx) != len(a.Dims) {
		return 0, value.Throw(value.RuntimeException, "NeedMultidimensionalIndex",
			"You cannot index into a "+value.ToString(value.OfInt(len(a.Dims)))+" dimensional array with index ["+f.indexText(i)+"].").With(value.InvalidOperation, value.NullValue)
	}
	flat := 0
	for d, x := range idx {
		n, err := f.indexNumber(x)
		if err != nil {
			return 0, err
		}
		if n < 0 {
			n += a.Dims[d]
		}
		if n < 0 || n >= a.Dims[d] {
			return -1, nil
		}
		flat = flat*a.Dims[d] + n
	}
	return flat, nil
}
