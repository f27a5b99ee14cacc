package dotnet

import "rehearse/runtime/value"

var (
	ifaceEnumerator          = class("System.Collections.IEnumerator", nil, value.Interface)
	typeEnumerator           = class("System.Collections.Generic.List`1+Enumerator", value.TypeValueType, value.ValueType, ifaceEnumerator)
	typeArrayListEnumerator  = class("System.Collections.ArrayList+ArrayListEnumeratorSimple", value.TypeObject, value.Sealed, ifaceEnumerator)
	typeArrayEnumerator      = class("System.ArrayEnumerator", value.TypeObject, value.Sealed, ifaceEnumerator)
	typeDictionaryEnumerator = class("System.Collections.Hashtable+HashtableEnumerator", value.TypeObject, 0, ifaceEnumerator)
	typeOrderedEnumerator    = class("System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator", value.TypeObject, 0, ifaceEnumerator)
	typeOrderedCollection    = class("System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection", value.TypeObject, 0, value.IfaceList)
	typeKeyCollection        = class("System.Collections.Hashtable+KeyCollection", value.TypeObject, 0, value.IfaceCollection)
	typeValueCollection      = class("System.Collections.Hashtable+ValueCollection", value.TypeObject, 0, value.IfaceCollection)
)

// enumerator walks over the elements that a collection had when it was asked for one. A pipeline takes what is left of it.
type enumerator struct {
	typ   *value.Type
	items []value.Value
	at    int // of the present element, -1 before the first
	guard
}

// guard notices that the collection under an enumerator was changed; without a table there is nothing to notice.
type guard struct {
	table   *value.Table
	version int
}

// guardOf watches a dictionary. A Dictionary<K,V> minds new keys only, and is not watched.
func guardOf(d *value.Dictionary) guard {
	if d.Type != value.TypeHashtable && d.Type != value.TypeOrderedDictionary {
		return guard{}
	}
	return guard{&d.Table, d.Version()}
}

func (g *guard) check() error {
	if g.table == nil || g.table.Version() == g.version {
		return nil
	}
	return value.Throw(value.InvalidOperationException, "", "Collection was modified; enumeration operation may not execute.")
}

func newEnumerator(t *value.Type, items []value.Value) value.Value {
	return value.Of(&enumerator{typ: t, items: items, at: -1})
}

// TypeOf is the enumerator's type.
func (e *enumerator) TypeOf() *value.Type { return e.typ }

// Each yields the elements that are left.
func (e *enumerator) Each(yield func(value.Value) error) error {
	for e.at+1 < len(e.items) {
		e.at++
		if err := yield(e.items[e.at]); err != nil {
			return err
		}
		if err := e.check(); err != nil {
			return err
		}
	}
	e.at = len(e.items)
	return nil
}

func (e *enumerator) current() value.Value {
	if e.at < 0 || e.at >= len(e.items) {
		return value.NullValue
	}
	return e.items[e.at]
}

func enumeratorOf(v value.Value) *enumerator {
	e, _ := value.As[*enumerator](v)
	return e
}

var enumeratorTable = table{
	props: []prop{
		{sig: "System.Object Current", get: func(s value.Value) value.Value { return enumeratorOf(s).current() }},
	},
	methods: []method{
		{sig: "bool MoveNext()", call: func(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
			e := enumeratorOf(s)
			if err := e.check(); err != nil {
				return value.NullValue, err
			}
			if e.at < len(e.items) {
				e.at++
			}
			return value.OfBool(e.at < len(e.items)), nil
		}},
		{sig: "void Reset()", do: func(s value.Value, _ []value.Value) value.Value {
			enumeratorOf(s).at = -1
			return value.NothingValue
		}},
		{sig: "void Dispose()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	},
}

var dictionaryEnumeratorTable = table{
	props: []prop{
		{sig: "System.Object Current", get: func(s value.Value) value.Value { return enumeratorOf(s).current() }},
		{sig: "System.Object Key", get: func(s value.Value) value.Value {
			return ofPair(s, func(p *value.DictionaryEntry) value.Value { return p.Key })
		}},
		{sig: "System.Object Name", get: func(s value.Value) value.Value {
			return ofPair(s, func(p *value.DictionaryEntry) value.Value { return p.Key })
		}},
		{sig: "System.Object Value", get: func(s value.Value) value.Value {
			return ofPair(s, func(p *value.DictionaryEntry) value.Value { return p.Value })
		}},
		{sig: "System.Object Entry", get: func(s value.Value) value.Value { return enumeratorOf(s).current() }},
	},
	methods: enumeratorTable.methods,
}

// ofPair is a part of the entry at which an enumerator stands.
func ofPair(s value.Value, part func(*value.DictionaryEntry) value.Value) value.Value {
	p := pairOf(enumeratorOf(s).current())
	if p == nil {
		return value.NullValue
	}
	return part(p)
}

// keyList is the live view of the keys or values of a dictionary.
type keyList struct {
	typ  *value.Type
	dict *value.Dictionary
	keys bool
}

// keyCollection is the Keys or Values of a dictionary.
func keyCollection(d *value.Dictionary, keys bool) value.Value {
	t := typeValueCollection
	switch {
	case d.Ordered():
		t = typeOrderedCollection
	case keys:
		t = typeKeyCollection
	}
	return value.Of(&keyList{typ: t, dict: d, keys: keys})
}

// TypeOf is the collection's type.
func (k *keyList) TypeOf() *value.Type { return k.typ }

// Len is the number of elements.
func (k *keyList) Len() int { return k.dict.Len() }

// At is the element at i.
func (k *keyList) At(i int) value.Value {
	key, val := k.dict.Entry(i)
	if k.keys {
		return key
	}
	return val
}

// Put fails: the collection is a view.
func (k *keyList) Put(int, value.Value) error { return readOnlyError() }

// Each yields the elements.
func (k *keyList) Each(yield func(value.Value) error) error {
	var err error
	watch := guardOf(k.dict)
	k.dict.All(func(key, val value.Value) bool {
		if k.keys {
			val = key
		}
		if err = yield(val); err == nil {
			err = watch.check()
		}
		return err == nil
	})
	return err
}

func keyListOf(v value.Value) *keyList {
	k, _ := value.As[*keyList](v)
	return k
}

var keyCollectionTable = table{
	props: []prop{
		{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(keyListOf(s).Len()) }},
		{sig: "bool IsSynchronized", get: func(value.Value) value.Value { return value.False }},
		{sig: "System.Object SyncRoot", get: func(s value.Value) value.Value { return value.Of(keyListOf(s).dict) }},
	},
	methods: []method{
		{sig: "void CopyTo(array array, int index)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return copyInto(items(s), a[0], integer(a[1]))
		}},
		{sig: "bool Contains(System.Object item)", do: func(s value.Value, a []value.Value) value.Value {
			return value.OfBool(indexOfValue(items(s), a[0]) >= 0)
		}},
		{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(s value.Value, _ []value.Value) value.Value {
			return newEnumerator(typeArrayEnumerator, items(s))
		}},
	},
}

// indexOfValue is the first place of a value, -1 if it is not there.
func indexOfValue(list []value.Value, x value.Value) int {
	for i, y := range list {
		if equalNet(y, x) {
			return i
		}
	}
	return -1
}

// copyInto is CopyTo.
func copyInto(from []value.Value, to value.Value, at int) (value.Value, error) {
	a, ok := value.As[*value.Array](to.Base())
	if !ok {
		return value.NullValue, nullError("array")
	}
	if at < 0 || at+len(from) > len(a.Items) {
		return value.NullValue, raise(value.ArgumentException, "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')")
	}
	for i, x := range from {
		if err := a.Put(at+i, x); err != nil {
			return value.NullValue, err
		}
	}
	return value.NothingValue, nil
}
