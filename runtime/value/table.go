package value

// Table is the hash table behind Hashtable, OrderedDictionary, Dictionary<K,V> and HashSet<T>. It keeps the order of
// insertion, which .NET promises only for the ordered ones and forbids for none. Keys are typed: 1, '1' and 1L differ.
type Table struct {
	FoldCase bool // string keys compare without case, as in @{} and [ordered]@{}
	entries  []tableEntry
	index    []int32 // open addressing, entry+1; nil while there are few entries
	live     int
	deleted  int
	version  int // counts the changes, for enumerators
}

// Version changes with every change of the table.
func (t *Table) Version() int { return t.version }

type tableEntry struct {
	key, val Value
	hash     uint32
	dead     bool
}

// Len is the number of keys.
func (t *Table) Len() int { return t.live }

// Get is the value of key.
func (t *Table) Get(key Value) (Value, bool) {
	if i := t.find(key, t.hash(key)); i >= 0 {
		return t.entries[i].val, true
	}
	return Value{}, false
}

// GetString is the value of a string key.
func (t *Table) GetString(key string) (Value, bool) { return t.Get(OfString(key)) }

// Has tells whether key is there.
func (t *Table) Has(key Value) bool { return t.find(key, t.hash(key)) >= 0 }

// Set stores a value under key, in place if the key is there (the key keeps its spelling).
func (t *Table) Set(key, val Value) {
	h := t.hash(key)
	if i := t.find(key, h); i >= 0 {
		t.entries[i].val = val
		t.version++
		return
	}
	t.add(key, val, h)
}

// SetString is Set with a string key.
func (t *Table) SetString(key string, val Value) { t.Set(OfString(key), val) }

// Add stores a value under a new key; false if the key is already there.
func (t *Table) Add(key, val Value) bool {
	h := t.hash(key)
	if t.find(key, h) >= 0 {
		return false
	}
	t.add(key, val, h)
	return true
}

// linearEntries is the size up to which a look at each entry's hash beats an index.
const linearEntries = 8

func (t *Table) add(key, val Value, h uint32) {
	switch n := len(t.entries) + 1; {
	case t.index == nil && n <= linearEntries:
		if t.entries == nil {
			t.entries = make([]tableEntry, 0, linearEntries/2)
		}
	case n*2 > len(t.index):
		t.rehash()
	}
	t.entries = append(t.entries, tableEntry{key: key, val: val, hash: h})
	t.live++
	t.version++
	if t.index == nil {
		return
	}
	mask := uint32(len(t.index) - 1)
	p := h & mask
	for t.index[p] > 0 {
		p = (p + 1) & mask
	}
	t.index[p] = int32(len(t.entries))
}

// Remove takes key out; false if it was not there.
func (t *Table) Remove(key Value) bool {
	i := t.find(key, t.hash(key))
	if i < 0 {
		return false
	}
	t.removeEntry(i)
	return true
}

func (t *Table) removeEntry(i int) {
	t.entries[i] = tableEntry{dead: true, hash: t.entries[i].hash}
	t.live--
	t.deleted++
	t.version++
	if t.deleted > 32 && t.deleted > t.live {
		t.rehash()
	}
}

// Reserve makes room for n keys in a table that is still empty.
func (t *Table) Reserve(n int) {
	if t.entries == nil && n > 0 {
		t.entries = make([]tableEntry, 0, n)
	}
}

// Clear empties the table.
func (t *Table) Clear() {
	t.entries, t.index, t.live, t.deleted = nil, nil, 0, 0
	t.version++
}

// InsertAt puts a new key at a position, for OrderedDictionary.Insert; the key must not be there and 0 ≤ at ≤ Len.
func (t *Table) InsertAt(at int, key, val Value) {
	t.compact()
	t.entries = append(t.entries, tableEntry{})
	copy(t.entries[at+1:], t.entries[at:])
	t.entries[at] = tableEntry{key: key, val: val, hash: t.hash(key)}
	t.live++
	t.rehash()
}

// Entry is the i-th key and value in order, 0 ≤ i < Len.
func (t *Table) Entry(i int) (key, val Value) {
	e := &t.entries[t.position(i)]
	return e.key, e.val
}

// SetEntry replaces the i-th value.
func (t *Table) SetEntry(i int, val Value) {
	t.entries[t.position(i)].val = val
	t.version++
}

// RemoveAt takes the i-th key out.
func (t *Table) RemoveAt(i int) { t.removeEntry(t.position(i)) }

func (t *Table) position(i int) int {
	if t.deleted > 0 {
		t.compact()
		t.rehash()
	}
	return i
}

// All yields the pairs in order; the table may be changed meanwhile, entries added then are not seen.
func (t *Table) All(yield func(key, val Value) bool) {
	for _, e := range t.entries[:len(t.entries):len(t.entries)] {
		if !e.dead && !yield(e.key, e.val) {
			return
		}
	}
}

// Clone is a shallow copy.
func (t *Table) Clone() Table {
	return Table{FoldCase: t.FoldCase, entries: append([]tableEntry(nil), t.entries...), index: append([]int32(nil), t.index...), live: t.live, deleted: t.deleted}
}

func (t *Table) compact() {
	if t.deleted == 0 {
		return
	}
	kept := make([]tableEntry, 0, t.live)
	for _, e := range t.entries {
		if !e.dead {
			kept = append(kept, e)
		}
	}
	t.entries, t.deleted = kept, 0
}

func (t *Table) rehash() {
	t.compact()
	size := 16
	for size < (len(t.entries)+1)*4 {
		size *= 2
	}
	if cap(t.entries) < size/2 { // as many as there may be before the next time
		t.entries = append(make([]tableEntry, 0, size/2), t.entries...)
	}
	t.index = make([]int32, size)
	mask := uint32(size - 1)
	for i := range t.entries {
		p := t.entries[i].hash & mask
		for t.index[p] != 0 {
			p = (p + 1) & mask
		}
		t.index[p] = int32(i + 1)
	}
}

func (t *Table) find(key Value, h uint32) int {
	if t.live == 0 {
		return -1
	}
	if t.index == nil {
		for i := range t.entries {
			if e := &t.entries[i]; e.hash == h && !e.dead && t.equal(e.key, key) {
				return i
			}
		}
		return -1
	}
	mask := uint32(len(t.index) - 1)
	for p := h & mask; ; p = (p + 1) & mask {
		i := t.index[p]
		if i == 0 {
			return -1
		}
		e := &t.entries[i-1]
		if e.hash == h && !e.dead && t.equal(e.key, key) {
			return int(i - 1)
		}
	}
}

func (t *Table) hash(key Value) uint32 {
	if t.FoldCase && key.IsString() {
		return FoldHash(key.Str())
	}
	key = key.Base()
	if key.IsString() {
		if t.FoldCase {
			return FoldHash(key.Str())
		}
		return hashBytes(key.Str())
	}
	if k, ok := key.ref.(Keyed); ok {
		return k.KeyHash()
	}
	h := key.num*0x9E3779B97F4A7C15 ^ uint64(key.Kind())
	return uint32(h>>32) ^ uint32(h)
}

func (t *Table) equal(a, b Value) bool {
	if !a.IsString() || !b.IsString() {
		a, b = a.Base(), b.Base()
	}
	if a.IsString() && b.IsString() {
		if t.FoldCase {
			return EqualFold(a.Str(), b.Str())
		}
		return a.Str() == b.Str()
	}
	if k, ok := a.ref.(Keyed); ok {
		return k.KeyEqual(b)
	}
	return Same(a, b)
}

// Keyed is an object with value equality as a dictionary key: decimals, GUIDs, versions, tuples.
type Keyed interface {
	KeyHash() uint32
	KeyEqual(other Value) bool
}

func hashBytes(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
