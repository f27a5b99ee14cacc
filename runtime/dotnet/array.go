package dotnet

import "rehearse/runtime/value"

// arrayCtor is [T[]]::new(length, …), whose parameters have no names.
func arrayCtor(t *value.Type) value.Overload {
	o := value.Overload{Params: make([]value.Param, t.Rank)}
	for i := range o.Params {
		o.Params[i] = value.Param{Name: itoa(i), Type: value.TypeInt32}
	}
	o.Call = func(_ value.Env, _ value.Value, args []value.Value) (value.Value, error) {
		dims := make([]int, len(args))
		for i, a := range args {
			dims[i] = integer(a)
		}
		return makeArray(t.Elem, dims)
	}
	return o
}

// makeArray is an array of these lengths full of the element type's default.
func makeArray(elem *value.Type, dims []int) (value.Value, error) {
	total := 1
	for _, n := range dims {
		if n < 0 {
			return value.NullValue, raise(value.OverflowException, "Arithmetic operation resulted in an overflow.")
		}
		if total *= n; n > maxListItems || total > maxListItems {
			return value.NullValue, raise(value.OutOfMemoryException, "Array dimensions exceeded supported range.")
		}
	}
	a := &value.Array{Type: value.ArrayOfRank(elem, len(dims)), Items: make([]value.Value, total)}
	if len(dims) > 1 {
		a.Dims = dims
	}
	if x, _ := Default(elem); !x.IsNull() {
		for i := range a.Items {
			a.Items[i] = x
		}
	}
	return value.Of(a), nil
}

func arrayValue(v value.Value) *value.Array {
	a, ok := value.As[*value.Array](v.Base())
	if !ok {
		return &value.Array{Type: value.TypeObjectArray, Items: items(v)}
	}
	return a
}

func fixedSize(value.Env, value.Value, []value.Value) (value.Value, error) {
	return value.NullValue, raise(value.NotSupportedException, "Collection was of a fixed size.")
}

// length is the length of one dimension.
func length(a *value.Array, dimension int) (int, error) {
	switch {
	case a.Dims == nil && dimension == 0:
		return len(a.Items), nil
	case dimension >= 0 && dimension < len(a.Dims):
		return a.Dims[dimension], nil
	}
	return 0, raise(value.IndexOutOfRangeException, "Index was outside the bounds of the array.")
}

var arrayTable = table{
	props: []prop{
		{sig: "int Length", get: func(s value.Value) value.Value { return value.OfInt(len(arrayValue(s).Items)) }},
		{sig: "long LongLength", get: func(s value.Value) value.Value { return value.OfInt64(int64(len(arrayValue(s).Items))) }},
		{sig: "int Rank", get: func(s value.Value) value.Value { return value.OfInt(arrayValue(s).Type.Rank) }},
		{sig: "System.Object SyncRoot", get: func(s value.Value) value.Value { return s }},
		{sig: "bool IsReadOnly", get: func(value.Value) value.Value { return value.False }},
		{sig: "bool IsFixedSize", get: func(value.Value) value.Value { return value.True }},
		{sig: "bool IsSynchronized", get: func(value.Value) value.Value { return value.False }},
		{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(len(arrayValue(s).Items)) }},
		{sig: "static int MaxLength", get: func(value.Value) value.Value { return value.OfInt(maxArrayLength) }},
	},
	methods: concatRows(arrayInstanceRows, arrayStaticRows),
}

var arrayInstanceRows = []method{
	{sig: "int Add(System.Object value)", call: fixedSize},
	{sig: "void Clear()", do: func(s value.Value, _ []value.Value) value.Value {
		a := arrayValue(s)
		clearRange(a, 0, len(a.Items))
		return value.NothingValue
	}},
	{sig: "System.Object Clone()", do: func(s value.Value, _ []value.Value) value.Value {
		a := arrayValue(s)
		return value.Of(&value.Array{Type: a.Type, Items: append([]value.Value{}, a.Items...), Dims: a.Dims})
	}},
	{sig: "bool Contains(System.Object value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(indexOfValue(arrayValue(s).Items, a[0]) >= 0)
	}},
	{sig: "void CopyTo(array array, int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return copyInto(arrayValue(s).Items, a[0], integer(a[1]))
	}},
	{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(s value.Value, _ []value.Value) value.Value {
		return newEnumerator(typeArrayEnumerator, arrayValue(s).Items)
	}},
	{sig: "int GetLength(int dimension)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		n, err := length(arrayValue(s), integer(a[0]))
		return value.OfInt(n), err
	}},
	{sig: "long GetLongLength(int dimension)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		n, err := length(arrayValue(s), integer(a[0]))
		return value.OfInt64(int64(n)), err
	}},
	{sig: "int GetLowerBound(int dimension)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		_, err := length(arrayValue(s), integer(a[0]))
		return value.OfInt(0), err
	}},
	{sig: "int GetUpperBound(int dimension)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		n, err := length(arrayValue(s), integer(a[0]))
		return value.OfInt(n - 1), err
	}},
	{sig: "System.Object GetValue(params int[] indices)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		arr := arrayValue(s)
		i, err := flatIndex(arr, items(a[0]))
		if err != nil {
			return s, err
		}
		return arr.Items[i], nil
	}},
	{sig: "int IndexOf(System.Object value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfInt(indexOfValue(arrayValue(s).Items, a[0]))
	}},
	{sig: "void Insert(int index, System.Object value)", call: fixedSize},
	{sig: "void Remove(System.Object value)", call: fixedSize},
	{sig: "void RemoveAt(int index)", call: fixedSize},
	{sig: "System.Object Get(params int[] indices)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		arr := arrayValue(s)
		i, err := flatIndex(arr, items(a[0]))
		if err != nil {
			return s, err
		}
		return arr.Items[i], nil
	}},
	{sig: "void Set(int index, System.Object value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return setArrayValue(arrayValue(s), a[1], a[:1])
	}},
	{sig: "void SetValue(System.Object value, params int[] indices)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return setArrayValue(arrayValue(s), a[0], items(a[1]))
	}},
	{sig: "void Initialize()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
}

func flatIndex(a *value.Array, index []value.Value) (int, error) {
	if len(index) != a.Type.Rank {
		return 0, raise(value.ArgumentException, "Array was not a one-dimensional array.")
	}
	flat := 0
	for d, x := range index {
		n, _ := length(a, d)
		i := integer(x)
		if i < 0 || i >= n {
			return 0, raise(value.IndexOutOfRangeException, "Index was outside the bounds of the array.")
		}
		flat = flat*n + i
	}
	return flat, nil
}

func setArrayValue(a *value.Array, x value.Value, index []value.Value) (value.Value, error) {
	i, err := flatIndex(a, index)
	if err != nil {
		return value.NullValue, err
	}
	if e := a.Type.Elem; e != value.TypeObject && !x.IsNull() && !value.TypeOf(x).Is(e) {
		if r := typeRank(value.TypeOf(x), e); r != widening {
			return value.NullValue, raise(value.InvalidCastException, "Object cannot be stored in an array of this type.")
		}
	}
	return value.NothingValue, a.Put(i, x)
}

func clearRange(a *value.Array, from, n int) {
	a.Own()
	x, _ := Default(a.Type.Elem)
	for i := from; i < from+n; i++ {
		a.Items[i] = x
	}
}
