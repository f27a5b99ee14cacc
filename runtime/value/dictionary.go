package value

// Dictionary is Hashtable, OrderedDictionary or a Dictionary<K,V>, told apart by its Type.
type Dictionary struct {
	Extended
	Type *Type
	Table
	// ReadOnly refuses changes, as $PSVersionTable and read-only wrappers do not, but constants of data sections do.
	ReadOnly bool
}

// NewHashtable is an empty @{}.
func NewHashtable() *Dictionary {
	return &Dictionary{Type: TypeHashtable, Table: Table{FoldCase: true}}
}

// NewOrdered is an empty [ordered]@{}.
func NewOrdered() *Dictionary {
	return &Dictionary{Type: TypeOrderedDictionary, Table: Table{FoldCase: true}}
}

// TypeOf is the dictionary's type.
func (d *Dictionary) TypeOf() *Type { return d.Type }

// Ordered tells whether positions are part of the type's contract.
func (d *Dictionary) Ordered() bool { return d.Type == TypeOrderedDictionary }

// DictionaryEntry is one pair, as enumerating a hashtable gives it.
type DictionaryEntry struct {
	Key, Value Value
	// Type is TypeDictionaryEntry or a constructed KeyValuePair<K,V>.
	Type *Type
}

// TypeOf is the pair's type.
func (e *DictionaryEntry) TypeOf() *Type { return e.Type }
