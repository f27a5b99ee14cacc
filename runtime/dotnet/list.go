package dotnet

import "rehearse/runtime/value"

var (
	typeList                 = class("System.Collections.Generic.List`1", value.TypeObject, value.OpenGeneric, value.IfaceList)
	typeCollection           = class("System.Collections.ObjectModel.Collection`1", value.TypeObject, value.OpenGeneric, value.IfaceList)
	typeReadOnlyCollection   = class("System.Collections.ObjectModel.ReadOnlyCollection`1", value.TypeObject, value.OpenGeneric, value.IfaceList)
	typeObservableCollection = within("System.ObjectModel", class("System.Collections.ObjectModel.ObservableCollection`1", value.TypeObject, value.OpenGeneric, value.IfaceList))
)

// maxListItems bounds what a constructor or Insert may allocate at once.
const maxListItems = 1 << 27

func listOf(v value.Value) *value.ArrayList {
	l, _ := value.As[*value.ArrayList](v)
	return l
}

// newList makes an empty list, or one with the elements of a collection.
func newList(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	typ, _ := value.As[*value.Type](t)
	l := &value.ArrayList{Type: typ}
	if len(a) == 1 {
		switch {
		case a[0].IsInt32() && a[0].Int() < 0:
			return value.NullValue, rangeErrorValue("capacity", "capacity ('"+itoa(integer(a[0]))+"') must be a non-negative value.", itoa(integer(a[0])))
		case a[0].IsNull() && typ == value.TypeArrayList:
			return value.NullValue, nullError("c")
		case a[0].IsNull():
			return value.NullValue, nullError("collection")
		case a[0].IsInt32():
			l.Room = integer(a[0])
		default:
			l.Items = append([]value.Value(nil), items(a[0])...)
			l.Room = len(l.Items)
		}
	}
	return value.Of(l), nil
}

var listProps = []prop{
	{sig: "int Capacity", get: func(s value.Value) value.Value { return value.OfInt(listOf(s).Capacity()) }, set: setCapacity},
	{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(len(listOf(s).Items)) }},
	{sig: "bool IsFixedSize", get: func(value.Value) value.Value { return value.False }},
	{sig: "bool IsReadOnly", get: func(s value.Value) value.Value { return value.OfBool(listOf(s).Type.Generic == typeReadOnlyCollection) }},
	{sig: "bool IsSynchronized", get: func(value.Value) value.Value { return value.False }},
	{sig: "System.Object SyncRoot", get: func(s value.Value) value.Value { return s }},
}

// setCapacity is what a list's own setter and EnsureCapacity do; nothing is allocated ahead.
func setCapacity(_ value.Env, s, n value.Value) error {
	l := listOf(s)
	if integer(n) < len(l.Items) {
		return rangeError("value", "capacity was less than the current size.")
	}
	l.Room = integer(n)
	return nil
}

// The rows of lists call the element type T.
var listRows = []method{
	{sig: "void AddRange(System.Collections.Generic.IEnumerable[T] collection)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if a[0].IsNull() {
			return s, nullError("collection")
		}
		l := listOf(s)
		l.Items = append(l.Items, items(a[0])...)
		return value.NothingValue, nil
	}},
	{sig: "void Clear()", do: func(s value.Value, _ []value.Value) value.Value {
		listOf(s).Items = nil
		return value.NothingValue
	}},
	{sig: "bool Contains(T item)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(indexOfValue(listOf(s).Items, a[0]) >= 0)
	}},
	{sig: "void CopyTo(T[] array)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return copyInto(listOf(s).Items, a[0], 0)
	}},
	{sig: "void CopyTo(T[] array, int arrayIndex)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return copyInto(listOf(s).Items, a[0], integer(a[1]))
	}},
	{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(s value.Value, _ []value.Value) value.Value {
		if l := listOf(s); l.Type == value.TypeArrayList {
			return newEnumerator(typeArrayListEnumerator, l.Items)
		}
		return newEnumerator(typeEnumerator, listOf(s).Items)
	}},
	{sig: "System.Collections.Generic.List[T] GetRange(int index, int count)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		l := listOf(s)
		part, err := listRange(l, a[0], a[1])
		return value.Of(&value.ArrayList{Type: l.Type, Items: append([]value.Value(nil), part...)}), err
	}},
	{sig: "int IndexOf(T item)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfInt(indexOfValue(listOf(s).Items, a[0]))
	}},
	{sig: "int IndexOf(T item, int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		l, at := listOf(s), integer(a[1])
		if at < 0 || at > len(l.Items) {
			return s, rangeError("index", "Index was out of range. Must be non-negative and less than or equal to the size of the collection.")
		}
		if i := indexOfValue(l.Items[at:], a[0]); i >= 0 {
			return value.OfInt(at + i), nil
		}
		return value.OfInt(-1), nil
	}},
	{sig: "void Insert(int index, T item)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return insertAll(listOf(s), a[0], a[1:])
	}},
	{sig: "void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return insertAll(listOf(s), a[0], items(a[1]))
	}},
	{sig: "int LastIndexOf(T item)", do: func(s value.Value, a []value.Value) value.Value {
		l := listOf(s)
		for i := len(l.Items) - 1; i >= 0; i-- {
			if equalNet(l.Items[i], a[0]) {
				return value.OfInt(i)
			}
		}
		return value.OfInt(-1)
	}},
	{sig: "void RemoveAt(int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		l, at := listOf(s), integer(a[0])
		if at < 0 || at >= len(l.Items) {
			return s, indexRange()
		}
		l.Items = append(l.Items[:at:at], l.Items[at+1:]...)
		return value.NothingValue, nil
	}},
	{sig: "void RemoveRange(int index, int count)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		l := listOf(s)
		part, err := listRange(l, a[0], a[1])
		if err != nil {
			return s, err
		}
		at := integer(a[0])
		l.Items = append(l.Items[:at:at], l.Items[at+len(part):]...)
		return value.NothingValue, nil
	}},
	{sig: "void Reverse()", do: func(s value.Value, _ []value.Value) value.Value {
		reverse(listOf(s).Items)
		return value.NothingValue
	}},
	{sig: "void Reverse(int index, int count)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		part, err := listRange(listOf(s), a[0], a[1])
		reverse(part)
		return value.NothingValue, err
	}},
	{sig: "T[] ToArray()", do: func(s value.Value, _ []value.Value) value.Value {
		l := listOf(s)
		return arrayOf(l.Elem(), append([]value.Value{}, l.Items...))
	}},
	{sig: "T get_Item(int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		l, at := listOf(s), integer(a[0])
		if at < 0 || at >= len(l.Items) {
			return s, indexRange()
		}
		return l.Items[at], nil
	}},
	{sig: "void set_Item(int index, T value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		l, at := listOf(s), integer(a[0])
		if at < 0 || at >= len(l.Items) {
			return s, indexRange()
		}
		l.Items[at] = a[1]
		return value.NothingValue, nil
	}},
}

func reverse(list []value.Value) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

// listRange is the part of a list that index and count name.
func listRange(l *value.ArrayList, index, count value.Value) ([]value.Value, error) {
	at, n := integer(index), integer(count)
	switch {
	case at < 0:
		return nil, rangeErrorValue("index", "index ('"+itoa(at)+"') must be a non-negative value.", itoa(at))
	case n < 0:
		return nil, rangeErrorValue("count", "count ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
	case at+n > len(l.Items):
		return nil, raise(value.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return l.Items[at : at+n], nil
}

func insertAll(l *value.ArrayList, index value.Value, list []value.Value) (value.Value, error) {
	at := integer(index)
	if at < 0 || at > len(l.Items) {
		message := "Index must be within the bounds of the List."
		if l.Type == value.TypeArrayList {
			message = "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
		}
		return value.NullValue, rangeError("index", message)
	}
	rest := append(append([]value.Value(nil), list...), l.Items[at:]...)
	l.Items = append(l.Items[:at:at], rest...)
	return value.NothingValue, nil
}

var arrayListTable = table{
	ctors: []ctor{{"()", newList}, {"(int capacity)", newList}, {"(System.Collections.ICollection c)", newList}},
	props: listProps,
	methods: concatRows([]method{
		{sig: "int Add(System.Object value)", do: func(s value.Value, a []value.Value) value.Value {
			l := listOf(s)
			l.Append(a[0])
			return value.OfInt(len(l.Items) - 1)
		}},
		{sig: "void AddRange(System.Collections.ICollection c)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			if a[0].IsNull() {
				return s, nullError("c")
			}
			l := listOf(s)
			l.Items = append(l.Items, items(a[0])...)
			return value.NothingValue, nil
		}},
		{sig: "System.Object Clone()", do: func(s value.Value, _ []value.Value) value.Value {
			l := listOf(s)
			return value.Of(&value.ArrayList{Type: l.Type, Items: append([]value.Value(nil), l.Items...)})
		}},
		{sig: "void Remove(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value {
			removeItem(listOf(s), a[0])
			return value.NothingValue
		}},
		{sig: "void Sort()", call: sortList},
		{sig: "void Sort(System.Collections.IComparer comparer)", call: sortListBy},
		{sig: "array ToArray(type type)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			t, _ := value.As[*value.Type](a[0])
			return Cast(env, value.Of(value.NewArray(append([]value.Value{}, listOf(s).Items...))), value.ArrayOf(t))
		}},
		{sig: "void TrimToSize()", do: trimList},
		{sig: "static System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
		{sig: "static System.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
		{sig: "static System.Collections.ArrayList Repeat(System.Object value, int count)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			n := integer(a[1])
			if n < 0 || n > maxListItems {
				return value.NullValue, countError(n)
			}
			l := &value.ArrayList{Type: value.TypeArrayList, Items: make([]value.Value, n)}
			for i := range l.Items {
				l.Items[i] = a[0]
			}
			return value.Of(l), nil
		}},
	}, listRows[1:]),
}

// trimList makes the capacity that of the elements.
func trimList(s value.Value, _ []value.Value) value.Value {
	l := listOf(s)
	l.Room = len(l.Items)
	return value.NothingValue
}

func removeItem(l *value.ArrayList, x value.Value) bool {
	i := indexOfValue(l.Items, x)
	if i >= 0 {
		l.Items = append(l.Items[:i:i], l.Items[i+1:]...)
	}
	return i >= 0
}
