package dotnet

import (
	"slices"
	"strings"

	"rehearse/runtime/value"
)

var genericListTable = table{
	ctors: []ctor{{"()", newList}, {"(int capacity)", newList}, {"(System.Collections.Generic.IEnumerable[T] collection)", newList}},
	props: listProps,
	methods: concatRows([]method{
		{sig: "void Add(T item)", do: func(s value.Value, a []value.Value) value.Value {
			l := listOf(s)
			l.Append(a[0])
			return value.NothingValue
		}},
		{sig: "bool Remove(T item)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(removeItem(listOf(s), a[0])) }},
		{sig: "void Sort()", call: sortList},
		{sig: "void Sort(System.Collections.IComparer comparer)", call: sortListBy},
		{sig: "void Sort(System.Comparison[T] comparison)", call: sortListBy},
		{sig: "int BinarySearch(T item)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return binarySearch(listOf(s).Items, a[0])
		}},
		{sig: "System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()", do: func(s value.Value, _ []value.Value) value.Value {
			l := listOf(s)
			return value.Of(&value.ArrayList{Type: Construct(typeReadOnlyCollection, l.Elem()), Items: l.Items})
		}},
		{sig: "System.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)", generic: func(env value.Env, s value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
			out, err := convertAll(env, listOf(s).Items, a[0])
			return value.Of(&value.ArrayList{Type: Construct(typeList, types[0]), Items: out}), err
		}},
		{sig: "int EnsureCapacity(int capacity)", do: func(s value.Value, a []value.Value) value.Value {
			l := listOf(s)
			if n := integer(a[0]); n > l.Capacity() {
				l.Room = max(n, 2*l.Room)
			}
			return value.OfInt(l.Capacity())
		}},
		{sig: "bool Exists(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			i, err := findIndex(env, listOf(s).Items, a[0])
			return value.OfBool(i >= 0), err
		}},
		{sig: "T Find(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l := listOf(s)
			return found(env, l.Items, l.Elem(), a[0], false)
		}},
		{sig: "T FindLast(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l := listOf(s)
			return found(env, l.Items, l.Elem(), a[0], true)
		}},
		{sig: "System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l := listOf(s)
			out, err := filter(env, l.Items, a[0], true)
			return value.Of(&value.ArrayList{Type: l.Type, Items: out}), err
		}},
		{sig: "int FindIndex(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			i, err := findIndex(env, listOf(s).Items, a[0])
			return value.OfInt(i), err
		}},
		{sig: "int FindLastIndex(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			i, err := findLastIndex(env, listOf(s).Items, a[0])
			return value.OfInt(i), err
		}},
		{sig: "void ForEach(System.Action[T] action)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l := listOf(s)
			n := len(l.Items)
			for _, x := range l.Items {
				if _, err := callDelegate(env, a[0], x); err != nil {
					return s, err
				}
				if len(l.Items) != n {
					return s, raise(value.InvalidOperationException, "Collection was modified; enumeration operation may not execute.")
				}
			}
			return value.NothingValue, nil
		}},
		{sig: "int RemoveAll(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l := listOf(s)
			kept, err := filter(env, l.Items, a[0], false)
			if err != nil {
				return s, err
			}
			n := len(l.Items) - len(kept)
			l.Items = kept
			return value.OfInt(n), nil
		}},
		{sig: "System.Collections.Generic.List[T] Slice(int start, int length)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l := listOf(s)
			part, err := listRange(l, a[0], a[1])
			return value.Of(&value.ArrayList{Type: l.Type, Items: append([]value.Value(nil), part...)}), err
		}},
		{sig: "bool TrueForAll(System.Predicate[T] match)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			for _, x := range listOf(s).Items {
				if ok, err := test(env, a[0], x); !ok {
					return value.False, err
				}
			}
			return value.True, nil
		}},
		{sig: "void TrimExcess()", do: trimList},
	}, listRows),
}

// collectionTable is Collection<T> and ObservableCollection<T>, which have less than a list.
var collectionTable = table{
	ctors: []ctor{{"()", newList}, {"(System.Collections.Generic.IList[T] list)", newList}},
	props: []prop{listProps[1]},
	methods: concatRows([]method{
		genericListTable.methods[0], genericListTable.methods[1],
		{sig: "void Move(int oldIndex, int newIndex)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			l, from := listOf(s), integer(a[0])
			if from < 0 || from >= len(l.Items) {
				return s, indexRange()
			}
			x := l.Items[from]
			l.Items = append(l.Items[:from:from], l.Items[from+1:]...)
			return insertAll(l, a[1], []value.Value{x})
		}},
	}, listRows[1:6], rowsNamed(listRows, "IndexOf", "Insert", "RemoveAt", "get_Item", "set_Item")),
}

// readOnlyCollectionTable has what does not change the elements.
var readOnlyCollectionTable = table{
	ctors:   []ctor{{"(System.Collections.Generic.IList[T] list)", newList}},
	props:   []prop{listProps[1]},
	methods: rowsNamed(listRows, "Contains", "CopyTo", "GetEnumerator", "IndexOf", "get_Item"),
}

// rowsNamed are the rows of a table with these names.
func rowsNamed(rows []method, names ...string) []method {
	var out []method
	for _, row := range rows {
		if slices.Contains(names, rowName(row)) {
			out = append(out, row)
		}
	}
	return out
}

// rowsWithout are the others.
func rowsWithout(rows []method, names ...string) []method {
	var out []method
	for _, row := range rows {
		if !slices.Contains(names, rowName(row)) {
			out = append(out, row)
		}
	}
	return out
}

func rowName(row method) string {
	head, _, _ := cutParams(row.sig)
	return head[strings.LastIndexByte(head, ' ')+1:]
}

func findIndex(env value.Env, list []value.Value, match value.Value) (int, error) {
	for i, x := range list {
		if ok, err := test(env, match, x); ok || err != nil {
			return i, err
		}
	}
	return -1, nil
}

func findLastIndex(env value.Env, list []value.Value, match value.Value) (int, error) {
	for i := len(list) - 1; i >= 0; i-- {
		if ok, err := test(env, match, list[i]); ok || err != nil {
			return i, err
		}
	}
	return -1, nil
}

// found is the first or last element that matches, else the default of the element type.
func found(env value.Env, list []value.Value, t *value.Type, match value.Value, last bool) (value.Value, error) {
	search := findIndex
	if last {
		search = findLastIndex
	}
	i, err := search(env, list, match)
	if err != nil {
		return value.NullValue, err
	}
	if i < 0 {
		v, _ := Default(t)
		return v, nil
	}
	return list[i], nil
}

// filter are the elements for which the predicate gives want.
func filter(env value.Env, list []value.Value, match value.Value, want bool) ([]value.Value, error) {
	var out []value.Value
	for _, x := range list {
		ok, err := test(env, match, x)
		if err != nil {
			return nil, err
		}
		if ok == want {
			out = append(out, x)
		}
	}
	return out, nil
}

func convertAll(env value.Env, list []value.Value, converter value.Value) ([]value.Value, error) {
	out := make([]value.Value, 0, len(list))
	for _, x := range list {
		y, err := callDelegate(env, converter, x)
		if err != nil {
			return nil, err
		}
		out = append(out, y)
	}
	return out, nil
}
