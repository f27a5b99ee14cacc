package dotnet

import "rehearse/runtime/value"

var arrayStaticRows = []method{
	{sig: "static void Sort(array array)", call: sortArray},
	{sig: "static void Sort(array keys, array items)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.NothingValue, sortItems(ownItems(a[0]), ownItems(a[1]), compareNet)
	}},
	{sig: "static void Sort(array array, int index, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		part, err := arrayRange(arrayValue(a[0]), a[1], a[2])
		if err != nil {
			return value.NullValue, err
		}
		return value.NothingValue, sortItems(part, nil, compareNet)
	}},
	{sig: "static void Sort(array array, System.Collections.IComparer comparer)", call: sortArrayBy},
	{sig: "static void Sort[T](T[] array, System.Comparison[T] comparison)", generic: func(env value.Env, self value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		return sortArrayBy(env, self, a)
	}},
	{sig: "static void Reverse(array array)", do: func(_ value.Value, a []value.Value) value.Value {
		reverse(ownItems(a[0]))
		return value.NothingValue
	}},
	{sig: "static void Reverse(array array, int index, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		part, err := arrayRange(arrayValue(a[0]), a[1], a[2])
		reverse(part)
		return value.NothingValue, err
	}},
	{sig: "static int IndexOf(array array, System.Object value)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(indexOfValue(arrayValue(a[0]).Items, a[1]))
	}},
	{sig: "static int IndexOf(array array, System.Object value, int startIndex)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		list, at := arrayValue(a[0]).Items, integer(a[2])
		if at < 0 || at > len(list) {
			return value.NullValue, rangeError("startIndex", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
		}
		if i := indexOfValue(list[at:], a[1]); i >= 0 {
			return value.OfInt(at + i), nil
		}
		return value.OfInt(-1), nil
	}},
	{sig: "static int LastIndexOf(array array, System.Object value)", do: func(_ value.Value, a []value.Value) value.Value {
		list := arrayValue(a[0]).Items
		for i := len(list) - 1; i >= 0; i-- {
			if equalNet(list[i], a[1]) {
				return value.OfInt(i)
			}
		}
		return value.OfInt(-1)
	}},
	{sig: "static int BinarySearch(array array, System.Object value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return binarySearch(arrayValue(a[0]).Items, a[1])
	}},
	{sig: "static void Clear(array array)", do: func(_ value.Value, a []value.Value) value.Value {
		arr := arrayValue(a[0])
		clearRange(arr, 0, len(arr.Items))
		return value.NothingValue
	}},
	{sig: "static void Clear(array array, int index, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		arr, at, n := arrayValue(a[0]), integer(a[1]), integer(a[2])
		if at < 0 || n < 0 || at+n > len(arr.Items) {
			return value.NullValue, raise(value.IndexOutOfRangeException, "Index was outside the bounds of the array.")
		}
		clearRange(arr, at, n)
		return value.NothingValue, nil
	}},
	{sig: "static void Copy(array sourceArray, array destinationArray, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return copyRange(a[0], 0, a[1], 0, integer(a[2]))
	}},
	{sig: "static void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return copyRange(a[0], integer(a[1]), a[2], integer(a[3]), integer(a[4]))
	}},
	{sig: "static array CreateInstance(type elementType, params int[] lengths)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		t, ok := value.As[*value.Type](a[0])
		if !ok {
			return value.NullValue, nullError("elementType")
		}
		var dims []int
		for _, n := range items(a[1]) {
			dims = append(dims, integer(n))
		}
		return makeArray(t, dims)
	}},
	{sig: "static T[] Empty[T]()", generic: func(_ value.Env, _ value.Value, _ []value.Value, types []*value.Type) (value.Value, error) {
		return arrayOf(types[0], []value.Value{}), nil
	}},
	{sig: "static void Fill[T](T[] array, T value)", generic: func(_ value.Env, _ value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		list := ownItems(a[0])
		for i := range list {
			list[i] = a[1]
		}
		return value.NothingValue, nil
	}},
	{sig: "static void Resize[T]([ref] T[] array, int newSize)", generic: func(_ value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		n := integer(a[1])
		if n < 0 || n > maxListItems {
			return value.NullValue, rangeError("newSize", "Non-negative number required.")
		}
		out, err := makeArray(types[0], []int{n})
		if err != nil {
			return out, err
		}
		if ref, ok := value.As[*Reference](a[0]); ok && !ref.Load().IsNull() {
			copy(arrayValue(out).Items, arrayValue(ref.Load()).Items)
		}
		return value.NothingValue, store(a[0], out)
	}},
	{sig: "static bool Exists[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		i, err := findIndex(env, items(a[0]), a[1])
		return value.OfBool(i >= 0), err
	}},
	{sig: "static T Find[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		return found(env, items(a[0]), types[0], a[1], false)
	}},
	{sig: "static T FindLast[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		return found(env, items(a[0]), types[0], a[1], true)
	}},
	{sig: "static T[] FindAll[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		out, err := filter(env, items(a[0]), a[1], true)
		return arrayOf(types[0], append([]value.Value{}, out...)), err
	}},
	{sig: "static int FindIndex[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		i, err := findIndex(env, items(a[0]), a[1])
		return value.OfInt(i), err
	}},
	{sig: "static int FindLastIndex[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		i, err := findLastIndex(env, items(a[0]), a[1])
		return value.OfInt(i), err
	}},
	{sig: "static bool TrueForAll[T](T[] array, System.Predicate[T] match)", generic: func(env value.Env, _ value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		for _, x := range items(a[0]) {
			if ok, err := test(env, a[1], x); !ok {
				return value.False, err
			}
		}
		return value.True, nil
	}},
	{sig: "static void ForEach[T](T[] array, System.Action[T] action)", generic: func(env value.Env, _ value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
		for _, x := range items(a[0]) {
			if _, err := callDelegate(env, a[1], x); err != nil {
				return value.NullValue, err
			}
		}
		return value.NothingValue, nil
	}},
	{sig: "static TOutput[] ConvertAll[TInput,TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)", generic: func(env value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		out, err := convertAll(env, items(a[0]), a[1])
		return arrayOf(types[1], out), err
	}},
}

func sortArray(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[0].IsNull() {
		return value.NullValue, nullError("array")
	}
	return value.NothingValue, sortItems(ownItems(a[0]), nil, compareNet)
}

func sortArrayBy(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[0].IsNull() {
		return value.NullValue, nullError("array")
	}
	return value.NothingValue, sortItems(ownItems(a[0]), nil, comparerOf(env, a[1]))
}

// ownItems are the elements of an array argument, to write to.
func ownItems(v value.Value) []value.Value {
	a := arrayValue(v)
	a.Own()
	return a.Items
}

// arrayRange are some elements of an array, to write to.
func arrayRange(a *value.Array, index, count value.Value) ([]value.Value, error) {
	at, n := integer(index), integer(count)
	switch {
	case at < 0:
		return nil, rangeErrorValue("index", "index ('"+itoa(at)+"') must be a non-negative value.", itoa(at))
	case n < 0:
		return nil, rangeErrorValue("length", "length ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
	case at+n > len(a.Items):
		return nil, raise(value.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	a.Own()
	return a.Items[at : at+n], nil
}

func copyRange(from value.Value, at int, to value.Value, dest, n int) (value.Value, error) {
	src, dst := arrayValue(from), arrayValue(to)
	switch {
	case n < 0:
		return value.NullValue, rangeError("length", "Non-negative number required.")
	case at < 0 || at+n > len(src.Items):
		return value.NullValue, argumentError("sourceArray", "Source array was not long enough. Check the source index, length, and the array's lower bounds.")
	case dest < 0 || dest+n > len(dst.Items):
		return value.NullValue, argumentError("destinationArray", "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.")
	}
	part := append([]value.Value(nil), src.Items[at:at+n]...)
	for i, x := range part {
		if err := dst.Put(dest+i, x); err != nil {
			return value.NullValue, raise(value.InvalidCastException, "At least one element in the source array could not be cast down to the destination array type.")
		}
	}
	return value.NothingValue, nil
}
