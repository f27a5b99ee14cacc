package dotnet

import "rehearse/runtime/value"

// Dictionary<K,V> and its kin share their constructors and most rows.
var (
	genericDictionaryTable = table{ctors: genericDictionaryCtors, props: genericDictionaryProps, methods: rowsWithout(genericDictionaryRows,
		"TryRemove", "TryUpdate", "GetOrAdd", "AddOrUpdate", "IndexOfKey", "IndexOfValue", "RemoveAt")}
	sortedDictionaryTable = table{ctors: genericDictionaryCtors, props: genericDictionaryProps, methods: rowsWithout(genericDictionaryRows,
		"TryRemove", "TryUpdate", "GetOrAdd", "AddOrUpdate", "IndexOfKey", "IndexOfValue", "RemoveAt", "TryAdd", "EnsureCapacity", "TrimExcess")}
	sortedListTable = table{ctors: genericDictionaryCtors, props: genericDictionaryProps, methods: rowsWithout(genericDictionaryRows,
		"TryRemove", "TryUpdate", "GetOrAdd", "AddOrUpdate", "TryAdd", "EnsureCapacity")}
	concurrentDictionaryTable = table{ctors: genericDictionaryCtors, props: append([]prop{
		{sig: "bool IsEmpty", get: func(s value.Value) value.Value { return value.OfBool(dictionaryOf(s).Len() == 0) }},
	}, genericDictionaryProps...), methods: rowsWithout(genericDictionaryRows, "ContainsValue", "IndexOfKey", "IndexOfValue", "RemoveAt", "EnsureCapacity", "TrimExcess")}
)

var genericDictionaryCtors = []ctor{
	{"()", newHashtable},
	{"(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)", newHashtable},
	{"(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.IEqualityComparer comparer)", newHashtable},
	{"(System.Collections.IEqualityComparer comparer)", newHashtable},
	{"(int capacity)", newHashtable},
	{"(int capacity, System.Collections.IEqualityComparer comparer)", newHashtable},
}

var genericDictionaryProps = []prop{
	{sig: "System.Collections.IEqualityComparer Comparer", get: func(s value.Value) value.Value {
		return value.Of(&stringComparer{ordinal: true, fold: dictionaryOf(s).FoldCase})
	}},
	{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(dictionaryOf(s).Len()) }},
	{sig: "int Capacity", get: func(s value.Value) value.Value { return value.OfInt(dictionaryOf(s).Len()) }},
	{sig: "System.Collections.ICollection Keys", get: func(s value.Value) value.Value { return keyCollection(dictionaryOf(s), true) }},
	{sig: "System.Collections.ICollection Values", get: func(s value.Value) value.Value { return keyCollection(dictionaryOf(s), false) }},
	{sig: "bool IsReadOnly", get: func(value.Value) value.Value { return value.False }},
	{sig: "bool IsFixedSize", get: func(value.Value) value.Value { return value.False }},
	{sig: "System.Object SyncRoot", get: func(s value.Value) value.Value { return s }},
	{sig: "bool IsSynchronized", get: func(value.Value) value.Value { return value.False }},
}

var genericDictionaryRows = []method{
	{sig: "void Add(TKey key, TValue value)", call: addEntry},
	{sig: "void Clear()", call: clearEntries},
	{sig: "bool ContainsKey(TKey key)", call: containsKey},
	{sig: "bool ContainsValue(TValue value)", call: containsValue},
	{sig: "bool Remove(TKey key)", call: removeKey},
	{sig: "bool Remove(TKey key, [ref] TValue value)", call: removeKeyOut},
	{sig: "bool TryRemove(TKey key, [ref] TValue value)", call: removeKeyOut},
	{sig: "bool TryGetValue(TKey key, [ref] TValue value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if a[0].IsNull() {
			return s, nullError("key")
		}
		d := dictionaryOf(s)
		x, ok := d.Get(a[0])
		if !ok {
			x, _ = Default(d.Type.Args[1])
		}
		return value.OfBool(ok), store(a[1], x)
	}},
	{sig: "bool TryAdd(TKey key, TValue value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if a[0].IsNull() {
			return s, nullError("key")
		}
		d := dictionaryOf(s)
		if d.Has(a[0]) {
			return value.False, nil
		}
		putEntry(d, a[0], a[1])
		return value.True, nil
	}},
	{sig: "TValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		d := dictionaryOf(s)
		if x, ok := d.Get(a[0]); ok {
			return x, nil
		}
		x, err := callDelegate(env, a[1], a[0])
		if err == nil {
			putEntry(d, a[0], x)
		}
		return x, err
	}},
	{sig: "TValue GetOrAdd(TKey key, TValue value)", do: func(s value.Value, a []value.Value) value.Value {
		d := dictionaryOf(s)
		if x, ok := d.Get(a[0]); ok {
			return x
		}
		putEntry(d, a[0], a[1])
		return a[1]
	}},
	{sig: "TValue AddOrUpdate(TKey key, TValue addValue, System.Func[TKey,TValue,TValue] updateValueFactory)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		d, x := dictionaryOf(s), a[1]
		if old, ok := d.Get(a[0]); ok {
			var err error
			if x, err = callDelegate(env, a[2], a[0], old); err != nil {
				return x, err
			}
		}
		putEntry(d, a[0], x)
		return x, nil
	}},
	{sig: "int IndexOfKey(TKey key)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfInt(indexOfValue(keys(dictionaryOf(s)), a[0]))
	}},
	{sig: "int IndexOfValue(TValue value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfInt(indexOfValue(values(dictionaryOf(s)), a[0]))
	}},
	{sig: "void RemoveAt(int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		d, at := dictionaryOf(s), integer(a[0])
		if at < 0 || at >= d.Len() {
			return s, indexRange()
		}
		d.RemoveAt(at)
		return value.NothingValue, nil
	}},
	{sig: "int EnsureCapacity(int capacity)", do: func(s value.Value, a []value.Value) value.Value { return a[0] }},
	{sig: "void TrimExcess()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	{sig: "System.Collections.IDictionaryEnumerator GetEnumerator()", do: func(s value.Value, _ []value.Value) value.Value {
		return newEnumerator(typeDictionaryEnumerator, entries(dictionaryOf(s)))
	}},
	{sig: "TValue get_Item(TKey key)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if x, ok := dictionaryOf(s).Get(a[0]); ok {
			return x, nil
		}
		key, _ := netString(env, a[0])
		return s, raise(value.KeyNotFoundException, "The given key '"+key+"' was not present in the dictionary.")
	}},
	{sig: "void set_Item(TKey key, TValue value)", call: setItemOfKey},
	// The interfaces' own Contains count among the candidates, but no key suits them.
	{sig: "bool Contains(System.Collections.Generic.KeyValuePair[TKey,TValue] item)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		e := pairOf(a[0])
		x, ok := dictionaryOf(s).Get(e.Key)
		return value.OfBool(ok && equalNet(x, e.Value)), nil
	}},
	{sig: "bool Contains(System.ReadOnlySpan[TKey] key)", do: fromSpan},
	{sig: "bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)", do: func(s value.Value, a []value.Value) value.Value {
		d := dictionaryOf(s)
		x, ok := d.Get(a[0])
		if !ok || !equalNet(x, a[2]) {
			return value.False
		}
		d.Set(a[0], a[1])
		return value.True
	}},
}

func removeKeyOut(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	d := dictionaryOf(s)
	x, ok := d.Get(a[0])
	if !ok {
		x, _ = Default(d.Type.Args[1])
	}
	d.Remove(a[0])
	return value.OfBool(ok), store(a[1], x)
}

func pairOf(v value.Value) *value.DictionaryEntry {
	e, _ := value.As[*value.DictionaryEntry](v)
	return e
}

var pairProps = []prop{
	{sig: "System.Object Key", get: func(s value.Value) value.Value { return pairOf(s).Key }},
	{sig: "System.Object Value", get: func(s value.Value) value.Value { return pairOf(s).Value }},
}

var dictionaryEntryTable = table{
	ctors: []ctor{{"(System.Object key, System.Object value)", newPair}},
	props: []prop{
		{sig: "System.Object Name", kind: value.AliasProperty, source: "Key", get: func(s value.Value) value.Value { return pairOf(s).Key }},
		{sig: "System.Object Key", get: func(s value.Value) value.Value { return pairOf(s).Key }, set: func(_ value.Env, s, v value.Value) error { pairOf(s).Key = v; return nil }},
		{sig: "System.Object Value", get: func(s value.Value) value.Value { return pairOf(s).Value }, set: func(_ value.Env, s, v value.Value) error { pairOf(s).Value = v; return nil }},
	},
}

var keyValuePairTable = table{
	ctors: []ctor{{"(TKey key, TValue value)", newPair}},
	props: pairProps,
	methods: []method{
		{sig: "string ToString()", call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
			k, err := netString(env, pairOf(s).Key)
			if err != nil {
				return s, err
			}
			v, err := netString(env, pairOf(s).Value)
			return value.OfString("[" + k + ", " + v + "]"), err
		}},
	},
}

func newPair(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	typ, _ := value.As[*value.Type](t)
	return value.Of(&value.DictionaryEntry{Type: typ, Key: a[0], Value: a[1]}), nil
}
