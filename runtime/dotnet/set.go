package dotnet

import "rehearse/runtime/value"

// set is a HashSet<T> or SortedSet<T>, told apart by its type.
type set struct {
	value.Extended
	typ   *value.Type
	table value.Table
	room  int
}

var (
	typeHashSet   = class("System.Collections.Generic.HashSet`1", value.TypeObject, value.OpenGeneric)
	typeSortedSet = within("System.Collections", class("System.Collections.Generic.SortedSet`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
)

// TypeOf is the set's type.
func (s *set) TypeOf() *value.Type { return s.typ }

// Each yields the elements.
func (s *set) Each(yield func(value.Value) error) error {
	var err error
	s.table.All(func(k, _ value.Value) bool {
		err = yield(k)
		return err == nil
	})
	return err
}

func (s *set) add(x value.Value) bool {
	if s.typ.Generic != typeSortedSet {
		return s.table.Add(x, value.NullValue)
	}
	if s.table.Has(x) {
		return false
	}
	at := 0
	for at < s.table.Len() {
		k, _ := s.table.Entry(at)
		if c, _ := compareNet(k, x); c > 0 {
			break
		}
		at++
	}
	s.table.InsertAt(at, x, value.NullValue)
	return true
}

func setOf(v value.Value) *set {
	s, _ := value.As[*set](v)
	return s
}

// newSet makes a set from elements, a comparer, or both.
func newSet(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	s := &set{typ: typeValue(t)}
	for _, x := range a {
		if c, ok := value.As[*stringComparer](x); ok {
			s.table.FoldCase = c.fold
		}
	}
	if len(a) > 0 && !a[0].IsInt32() {
		if _, ok := value.As[*stringComparer](a[0]); !ok {
			if a[0].IsNull() {
				return value.NullValue, nullError("collection")
			}
			for _, x := range items(a[0]) {
				s.add(x)
			}
			s.room = s.table.Len()
		}
	}
	return value.Of(s), nil
}

// primeAbove is the number of buckets that a hash table of .NET has for so many elements.
func primeAbove(n int) int {
	if n == 0 {
		return 0
	}
	for p := max(n, 3); ; p++ {
		prime := p == 2 || p%2 == 1
		for d := 3; prime && d*d <= p; d += 2 {
			prime = p%d != 0
		}
		if prime {
			return p
		}
	}
}

// membership are the elements of an argument as a set with the same rules.
func membership(s *set, v value.Value) *set {
	other := &set{typ: s.typ, table: value.Table{FoldCase: s.table.FoldCase}}
	for _, x := range items(v) {
		other.table.Add(x, value.NullValue)
	}
	return other
}

// contained tells whether all elements of a are in b.
func contained(a, b *set) bool {
	all := true
	a.table.All(func(k, _ value.Value) bool {
		all = b.table.Has(k)
		return all
	})
	return all
}

func (s *set) removeAll(list []value.Value) {
	for _, x := range list {
		s.table.Remove(x)
	}
}

// compareSets is a method that compares the set with a sequence.
func compareSets(f func(s, other *set) bool) func(value.Value, []value.Value) value.Value {
	return func(v value.Value, a []value.Value) value.Value {
		s := setOf(v)
		return value.OfBool(f(s, membership(s, a[0])))
	}
}

var setTable = table{
	ctors: []ctor{
		{"()", newSet},
		{"(System.Collections.IEqualityComparer comparer)", newSet},
		{"(System.Collections.Generic.IEnumerable[T] collection)", newSet},
		{"(System.Collections.Generic.IEnumerable[T] collection, System.Collections.IEqualityComparer comparer)", newSet},
		{"(int capacity)", newSet},
		{"(int capacity, System.Collections.IEqualityComparer comparer)", newSet},
	},
	props: []prop{
		{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(setOf(v).table.Len()) }},
		{sig: "int Capacity", get: func(v value.Value) value.Value {
			s := setOf(v)
			for s.room < s.table.Len() {
				s.room = 2 * s.room
			}
			return value.OfInt(primeAbove(s.room))
		}},
		{sig: "bool IsReadOnly", explicit: true, get: func(value.Value) value.Value { return value.False }},
		{sig: "System.Collections.IEqualityComparer Comparer", get: func(v value.Value) value.Value {
			return value.Of(&stringComparer{ordinal: true, fold: setOf(v).table.FoldCase})
		}},
	},
	methods: []method{
		{sig: "bool Add(T item)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(setOf(v).add(a[0])) }},
		{sig: "void Clear()", do: func(v value.Value, _ []value.Value) value.Value { setOf(v).table.Clear(); return value.NothingValue }},
		{sig: "bool Contains(T item)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(setOf(v).table.Has(a[0])) }},
		{sig: "bool TryGetValue(T equalValue, [ref] T actualValue)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			for _, x := range items(v) {
				if equalNet(x, a[0]) {
					return value.True, store(a[1], x)
				}
			}
			return value.OfBool(setOf(v).table.Has(a[0])), store(a[1], a[0])
		}},
		{sig: "bool Remove(T item)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(setOf(v).table.Remove(a[0])) }},
		{sig: "int RemoveWhere(System.Predicate[T] match)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
			gone, err := filter(env, items(v), a[0], true)
			if err == nil {
				setOf(v).removeAll(gone)
			}
			return value.OfInt(len(gone)), err
		}},
		{sig: "void UnionWith(System.Collections.Generic.IEnumerable[T] other)", do: func(v value.Value, a []value.Value) value.Value {
			for _, x := range items(a[0]) {
				setOf(v).add(x)
			}
			return value.NothingValue
		}},
		{sig: "void IntersectWith(System.Collections.Generic.IEnumerable[T] other)", do: func(v value.Value, a []value.Value) value.Value {
			s := setOf(v)
			other := membership(s, a[0])
			for _, x := range items(v) {
				if !other.table.Has(x) {
					s.table.Remove(x)
				}
			}
			return value.NothingValue
		}},
		{sig: "void ExceptWith(System.Collections.Generic.IEnumerable[T] other)", do: func(v value.Value, a []value.Value) value.Value {
			setOf(v).removeAll(items(a[0]))
			return value.NothingValue
		}},
		{sig: "void SymmetricExceptWith(System.Collections.Generic.IEnumerable[T] other)", do: func(v value.Value, a []value.Value) value.Value {
			s := setOf(v)
			for _, x := range items(value.Of(membership(s, a[0]))) {
				if !s.table.Remove(x) {
					s.add(x)
				}
			}
			return value.NothingValue
		}},
		{sig: "bool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)", do: compareSets(contained)},
		{sig: "bool IsProperSubsetOf(System.Collections.Generic.IEnumerable[T] other)", do: compareSets(func(s, o *set) bool {
			return contained(s, o) && s.table.Len() < o.table.Len()
		})},
		{sig: "bool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)", do: compareSets(func(s, o *set) bool { return contained(o, s) })},
		{sig: "bool IsProperSupersetOf(System.Collections.Generic.IEnumerable[T] other)", do: compareSets(func(s, o *set) bool {
			return contained(o, s) && s.table.Len() > o.table.Len()
		})},
		{sig: "bool Overlaps(System.Collections.Generic.IEnumerable[T] other)", do: compareSets(func(s, o *set) bool {
			any := false
			o.table.All(func(k, _ value.Value) bool {
				any = s.table.Has(k)
				return !any
			})
			return any
		})},
		{sig: "bool SetEquals(System.Collections.Generic.IEnumerable[T] other)", do: compareSets(func(s, o *set) bool {
			return contained(o, s) && contained(s, o)
		})},
		{sig: "void CopyTo(T[] array)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return copyInto(items(v), a[0], 0)
		}},
		{sig: "void CopyTo(T[] array, int arrayIndex)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return copyInto(items(v), a[0], integer(a[1]))
		}},
		{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(v value.Value, _ []value.Value) value.Value {
			return newEnumerator(typeEnumerator, items(v))
		}},
		{sig: "void TrimExcess()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "int EnsureCapacity(int capacity)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
	},
}

var sortedSetTable = table{
	ctors: []ctor{
		{"()", newSet}, {"(System.Collections.IComparer comparer)", newSet},
		{"(System.Collections.Generic.IEnumerable[T] collection)", newSet},
		{"(System.Collections.Generic.IEnumerable[T] collection, System.Collections.IComparer comparer)", newSet},
	},
	props: []prop{
		setTable.props[0],
		{sig: "T Min", get: func(v value.Value) value.Value { return endOf(v, false) }},
		{sig: "T Max", get: func(v value.Value) value.Value { return endOf(v, true) }},
	},
	methods: setTable.methods,
}

// endOf is the first or last element of a sorted set, the default of its element type if it is empty.
func endOf(v value.Value, last bool) value.Value {
	s := setOf(v)
	n := s.table.Len()
	if n == 0 {
		x, _ := Default(s.typ.Args[0])
		return x
	}
	at := 0
	if last {
		at = n - 1
	}
	k, _ := s.table.Entry(at)
	return k
}
