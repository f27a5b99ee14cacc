package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

var (
	ifaceGenericEnumerable = class("System.Collections.Generic.IEnumerable`1", nil, value.Interface|value.OpenGeneric, value.IfaceEnumerable)
	ifaceGenericCollection = class("System.Collections.Generic.ICollection`1", nil, value.Interface|value.OpenGeneric)
	ifaceGenericList       = class("System.Collections.Generic.IList`1", nil, value.Interface|value.OpenGeneric)
	ifaceGenericDictionary = class("System.Collections.Generic.IDictionary`2", nil, value.Interface|value.OpenGeneric)
	ifaceReadOnlyList      = class("System.Collections.Generic.IReadOnlyList`1", nil, value.Interface|value.OpenGeneric)
	ifaceReadOnlyColl      = class("System.Collections.Generic.IReadOnlyCollection`1", nil, value.Interface|value.OpenGeneric)
	ifaceGenericSet        = class("System.Collections.Generic.ISet`1", nil, value.Interface|value.OpenGeneric)

	// The interfaces that classes of scripts implement. What takes a comparer takes the generic one as well.
	ifaceGenericComparer   = class("System.Collections.Generic.IComparer`1", nil, value.Interface|value.OpenGeneric)
	ifaceGenericEquality   = class("System.Collections.Generic.IEqualityComparer`1", nil, value.Interface|value.OpenGeneric)
	ifaceGenericComparable = class("System.IComparable`1", nil, value.Interface|value.OpenGeneric)
	ifaceEquatable         = class("System.IEquatable`1", nil, value.Interface|value.OpenGeneric)

	typeDictionary           = class("System.Collections.Generic.Dictionary`2", value.TypeObject, value.OpenGeneric)
	typeSortedDictionary     = within("System.Collections", class("System.Collections.Generic.SortedDictionary`2", value.TypeObject, value.OpenGeneric))
	typeGenericSortedList    = within("System.Collections", class("System.Collections.Generic.SortedList`2", value.TypeObject, value.OpenGeneric))
	typeConcurrentDictionary = within("System.Collections.Concurrent", class("System.Collections.Concurrent.ConcurrentDictionary`2", value.TypeObject, value.OpenGeneric))
	typeSortedList           = within("System.Collections.NonGeneric", class("System.Collections.SortedList", value.TypeObject, 0, value.IfaceDictionary, value.IfaceCloneable))
	typeKeyValuePair         = class("System.Collections.Generic.KeyValuePair`2", value.TypeValueType, value.ValueType|value.Sealed|value.OpenGeneric)
)

// dictionaryOf is the receiver of a method of a dictionary.
func dictionaryOf(v value.Value) *value.Dictionary {
	d, _ := value.As[*value.Dictionary](v)
	return d
}

// sortedDictionary tells whether a dictionary keeps its keys in order.
func sortedDictionary(d *value.Dictionary) bool {
	g := d.Type.Generic
	return d.Type == typeSortedList || g != nil && (g == typeSortedDictionary || g == typeGenericSortedList)
}

// entryFor converts a key and a value to the types of a dictionary.
func entryFor(env value.Env, d *value.Dictionary, k, x value.Value) (key, val value.Value, err error) {
	if len(d.Type.Args) == 2 {
		if k, err = ConvertParameter(env, k, d.Type.Args[0]); err != nil {
			return k, x, err
		}
		x, err = ConvertParameter(env, x, d.Type.Args[1])
	}
	return k, x, err
}

// putEntry stores an entry, in its place if the dictionary is sorted.
func putEntry(d *value.Dictionary, k, x value.Value) {
	if !sortedDictionary(d) || d.Has(k) {
		d.Set(k, x)
		return
	}
	low, high := 0, d.Len()
	for low < high {
		mid := (low + high) / 2
		other, _ := d.Entry(mid)
		if c, _ := compareNet(other, k); c < 0 {
			low = mid + 1
		} else {
			high = mid
		}
	}
	d.InsertAt(low, k, x)
}

// entries are the pairs of a dictionary as objects.
func entries(d *value.Dictionary) []value.Value {
	t := pairType(d)
	out := make([]value.Value, 0, d.Len())
	d.All(func(k, x value.Value) bool {
		out = append(out, value.Of(&value.DictionaryEntry{Key: k, Value: x, Type: t}))
		return true
	})
	return out
}

func pairType(d *value.Dictionary) *value.Type {
	if len(d.Type.Args) == 2 {
		return Construct(typeKeyValuePair, d.Type.Args...)
	}
	return value.TypeDictionaryEntry
}

func keys(d *value.Dictionary) []value.Value {
	out := make([]value.Value, 0, d.Len())
	d.All(func(k, _ value.Value) bool { out = append(out, k); return true })
	return out
}

func values(d *value.Dictionary) []value.Value {
	out := make([]value.Value, 0, d.Len())
	d.All(func(_, x value.Value) bool { out = append(out, x); return true })
	return out
}

func readOnlyError() error { return raise(value.NotSupportedException, "Collection is read-only.") }

func duplicateKey(env value.Env, d *value.Dictionary, k value.Value) error {
	text, _ := netString(env, k)
	if len(d.Type.Args) == 2 && d.Type.Generic != typeGenericSortedList {
		return raise(value.ArgumentException, "An item with the same key has already been added. Key: "+text)
	}
	old := text
	d.All(func(other, _ value.Value) bool {
		if d.FoldCase && other.IsString() && k.IsString() && value.EqualFold(other.Str(), k.Str()) {
			old = other.Str()
			return false
		}
		return true
	})
	return raise(value.ArgumentException, "Item has already been added. Key in dictionary: '"+old+"'  Key being added: '"+text+"'")
}

func addEntry(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
	d := dictionaryOf(s)
	switch {
	case d.ReadOnly:
		return s, readOnlyError()
	case a[0].IsNull():
		return s, nullError("key")
	case d.Has(a[0]):
		return s, duplicateKey(env, d, a[0])
	}
	putEntry(d, a[0].Base(), a[1])
	return value.NothingValue, nil
}

// dictionaryProps are the properties of every dictionary.
var dictionaryProps = []prop{
	{sig: "bool IsReadOnly", get: func(s value.Value) value.Value { return value.OfBool(dictionaryOf(s).ReadOnly) }},
	{sig: "bool IsFixedSize", get: func(value.Value) value.Value { return value.False }},
	{sig: "bool IsSynchronized", get: func(value.Value) value.Value { return value.False }},
	{sig: "System.Collections.ICollection Keys", get: func(s value.Value) value.Value { return keyCollection(dictionaryOf(s), true) }},
	{sig: "System.Collections.ICollection Values", get: func(s value.Value) value.Value { return keyCollection(dictionaryOf(s), false) }},
	{sig: "System.Object SyncRoot", get: func(s value.Value) value.Value { return s }},
	{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(dictionaryOf(s).Len()) }},
}

// orderedProps are the properties of an OrderedDictionary, in its own order.
var orderedProps = []prop{dictionaryProps[6], dictionaryProps[0], dictionaryProps[3], dictionaryProps[4], dictionaryProps[1], dictionaryProps[5], dictionaryProps[2]}

// dictionaryRows are the methods of the dictionaries without type parameters.
var dictionaryRows = []method{
	{sig: "void Add(System.Object key, System.Object value)", call: addEntry},
	{sig: "void Clear()", call: clearEntries},
	{sig: "bool Contains(System.Object key)", call: containsKey},
	{sig: "void Remove(System.Object key)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		_, err := removeKey(env, s, a)
		return value.NothingValue, err
	}},
	{sig: "System.Collections.IDictionaryEnumerator GetEnumerator()", do: enumerateEntries},
	{sig: "void CopyTo(array array, int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return copyInto(entries(dictionaryOf(s)), a[0], integer(a[1]))
	}},
	{sig: "System.Object get_Item(System.Object key)", call: itemOfKey},
	{sig: "void set_Item(System.Object key, System.Object value)", call: setItemOfKey},
}

// explicitRows are rows as an interface names them.
func explicitRows(iface string, rows []method) []method {
	out := make([]method, len(rows))
	for i, row := range rows {
		head, rest, _ := strings.Cut(row.sig, "(")
		at := strings.LastIndexByte(head, ' ') + 1
		row.sig = head[:at] + iface + "." + head[at:] + "(" + rest
		out[i] = row
	}
	return out
}

func clearEntries(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
	d := dictionaryOf(s)
	if d.ReadOnly {
		return s, readOnlyError()
	}
	d.Clear()
	return value.NothingValue, nil
}

func containsKey(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	if a[0].IsNull() {
		return s, nullError("key")
	}
	return value.OfBool(dictionaryOf(s).Has(a[0])), nil
}

func removeKey(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	d := dictionaryOf(s)
	switch {
	case d.ReadOnly:
		return s, readOnlyError()
	case a[0].IsNull():
		return s, nullError("key")
	}
	return value.OfBool(d.Remove(a[0])), nil
}

func itemOfKey(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	x, _ := dictionaryOf(s).Get(a[0])
	return x, nil
}

func setItemOfKey(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return value.NothingValue, SetKey(env, dictionaryOf(s), a[0], a[1])
}

var hashtableTable = table{
	ctors: []ctor{
		{"()", newHashtable}, {"(System.Collections.IDictionary d)", newHashtable}, {"(int capacity)", newHashtable},
		{"(System.Collections.IEqualityComparer equalityComparer)", newHashtable},
		{"(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)", newHashtable},
		{"(int capacity, System.Collections.IEqualityComparer equalityComparer)", newHashtable},
		{"(int capacity, float loadFactor)", newLoadedHashtable}, {"(System.Collections.IDictionary d, float loadFactor)", newLoadedHashtable},
	},
	props: dictionaryProps,
	methods: concatRows(dictionaryRows, []method{
		{sig: "bool ContainsKey(System.Object key)", call: containsKey},
		{sig: "bool ContainsValue(System.Object value)", call: containsValue},
		{sig: "System.Object Clone()", do: cloneDictionary},
		{sig: "static hashtable Synchronized(hashtable table)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
		{sig: "void GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)", do: fromSpan},
		{sig: "void OnDeserialization(System.Object sender)", do: fromSpan},
	}, dictionaryInterfaces),
}

// enumerateEntries is GetEnumerator of a dictionary, whose enumerator is named after it.
func enumerateEntries(s value.Value, _ []value.Value) value.Value {
	d, t := dictionaryOf(s), typeDictionaryEnumerator
	if d.Type == value.TypeOrderedDictionary {
		t = typeOrderedEnumerator
	}
	v := newEnumerator(t, entries(d))
	enumeratorOf(v).guard = guardOf(d)
	return v
}

func cloneDictionary(s value.Value, _ []value.Value) value.Value {
	d := dictionaryOf(s)
	return value.Of(&value.Dictionary{Type: d.Type, Table: d.Table.Clone()})
}

func containsValue(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	for _, x := range values(dictionaryOf(s)) {
		if equalNet(x, a[0]) {
			return value.True, nil
		}
	}
	return value.False, nil
}

// newHashtable makes a dictionary whose keys keep their case apart, unless a comparer says otherwise.
func newHashtable(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
	typ, _ := value.As[*value.Type](t)
	d := &value.Dictionary{Type: typ}
	for _, x := range a {
		if c, ok := value.As[*stringComparer](x); ok {
			d.FoldCase = c.fold
		}
	}
	for _, x := range a {
		src, ok := value.As[*value.Dictionary](x.Base())
		if !ok {
			continue
		}
		var failed error
		src.All(func(k, v value.Value) bool {
			if k, v, failed = entryFor(env, d, k, v); failed != nil {
				return false
			}
			putEntry(d, k, v)
			return true
		})
		if failed != nil {
			return value.NullValue, failed
		}
	}
	return value.Of(d), nil
}

// newLoadedHashtable checks a load factor, which means nothing else here.
func newLoadedHashtable(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
	if f := a[1].Float(); !(f >= 0.1 && f <= 1) {
		return value.NullValue, rangeError("loadFactor", "Load factor needs to be between 0.1 and 1.0.")
	}
	return newHashtable(env, t, a[:1])
}

var orderedTable = table{
	ctors: []ctor{
		{"()", newHashtable}, {"(int capacity)", newHashtable}, {"(System.Collections.IEqualityComparer comparer)", newHashtable},
		{"(int capacity, System.Collections.IEqualityComparer comparer)", newHashtable},
	},
	props: orderedProps,
	methods: concatRows(dictionaryRows[:len(dictionaryRows)-2], []method{
		{sig: "void Insert(int index, System.Object key, System.Object value)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			d, at := dictionaryOf(s), integer(a[0])
			switch {
			case d.ReadOnly:
				return s, readOnlyError()
			case at < 0 || at > d.Len():
				return s, rangeErrorValue("index", "index ('"+itoa(at)+"') must be less than or equal to '"+itoa(d.Len())+"'.", itoa(at))
			case a[1].IsNull():
				return s, nullError("key")
			case d.Has(a[1]):
				return s, duplicateKey(env, d, a[1])
			}
			d.InsertAt(at, a[1], a[2])
			return value.NothingValue, nil
		}},
		{sig: "void RemoveAt(int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			d, at := dictionaryOf(s), integer(a[0])
			switch {
			case d.ReadOnly:
				return s, readOnlyError()
			case at < 0 || at >= d.Len():
				return s, indexRange()
			}
			d.RemoveAt(at)
			return value.NothingValue, nil
		}},
		{sig: "System.Collections.Specialized.OrderedDictionary AsReadOnly()", do: func(s value.Value, _ []value.Value) value.Value {
			d := dictionaryOf(s)
			return value.Of(&value.Dictionary{Type: d.Type, Table: d.Table, ReadOnly: true})
		}},
		{sig: "System.Object get_Item(int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			d, at := dictionaryOf(s), integer(a[0])
			if at < 0 || at >= d.Len() {
				return s, indexRange()
			}
			_, x := d.Entry(at)
			return x, nil
		}},
		{sig: "System.Object get_Item(System.Object key)", call: itemOfKey},
		{sig: "void set_Item(int index, System.Object value)", call: setItemOfKey},
		{sig: "void set_Item(System.Object key, System.Object value)", call: setItemOfKey},
	}, dictionaryInterfaces),
}

// dictionaryInterfaces are the rows of IDictionary and ICollection, which listings name after the dictionary's own.
var dictionaryInterfaces = concatRows(explicitRows("IDictionary", rowsNamed(dictionaryRows, "Add", "Clear", "Contains", "GetEnumerator", "Remove")),
	explicitRows("ICollection", rowsNamed(dictionaryRows, "CopyTo")))

func indexRange() error {
	return rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
}
