package dotnet

import "rehearse/runtime/value"

// sequenceObject is a queue, stack, bag or linked list: elements in the order in which they are enumerated.
type sequenceObject struct {
	value.Extended
	typ   *value.Type
	items []value.Value
	room  int // the capacity that scripts see, see value.ArrayList
}

// capacity is that of a queue or stack, which doubles from 4.
func (q *sequenceObject) capacity() int {
	if q.room == 0 && len(q.items) > 0 {
		q.room = 4
	}
	for q.room < len(q.items) {
		q.room *= 2
	}
	return q.room
}

var (
	typeQueue              = within("System.Collections", class("System.Collections.Generic.Queue`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
	typeStack              = within("System.Collections", class("System.Collections.Generic.Stack`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
	typePlainQueue         = within("System.Collections.NonGeneric", class("System.Collections.Queue", value.TypeObject, 0, value.IfaceCollection))
	typePlainStack         = within("System.Collections.NonGeneric", class("System.Collections.Stack", value.TypeObject, 0, value.IfaceCollection))
	typeConcurrentQueue    = class("System.Collections.Concurrent.ConcurrentQueue`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection)
	typeConcurrentStack    = within("System.Collections.Concurrent", class("System.Collections.Concurrent.ConcurrentStack`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
	typeConcurrentBag      = within("System.Collections.Concurrent", class("System.Collections.Concurrent.ConcurrentBag`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
	typeBlockingCollection = within("System.Collections.Concurrent", class("System.Collections.Concurrent.BlockingCollection`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
)

// TypeOf is the object's type.
func (q *sequenceObject) TypeOf() *value.Type { return q.typ }

// Each yields the elements.
func (q *sequenceObject) Each(yield func(value.Value) error) error {
	for _, x := range q.items {
		if err := yield(x); err != nil {
			return err
		}
	}
	return nil
}

func seqOf(v value.Value) *sequenceObject {
	q, _ := value.As[*sequenceObject](v)
	return q
}

// newQueue makes one with the elements in their order, newStack with the last one on top.
func newQueue(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	q := &sequenceObject{typ: typeValue(t)}
	if len(a) > 0 && !a[0].IsInt32() {
		if a[0].IsNull() {
			return value.NullValue, nullError("collection")
		}
		q.items = append(q.items, items(a[0])...)
		q.room = len(q.items)
	}
	return value.Of(q), nil
}

func newStack(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
	v, err := newQueue(env, t, a)
	if err == nil {
		reverse(seqOf(v).items)
	}
	return v, err
}

// takeFirst removes the first element; empty is the error's text if there is none.
func takeFirst(v value.Value, empty string) (value.Value, error) {
	q := seqOf(v)
	if len(q.items) == 0 {
		return v, raise(value.InvalidOperationException, empty)
	}
	x := q.items[0]
	q.items = q.items[1:]
	return x, nil
}

// tryTake stores the first element in an out argument, and removes it if remove is set.
func tryTake(v value.Value, out value.Value, remove bool) (value.Value, error) {
	q := seqOf(v)
	if len(q.items) == 0 {
		x := value.NullValue
		if len(q.typ.Args) > 0 {
			x, _ = Default(q.typ.Args[0])
		}
		return value.False, store(out, x)
	}
	x := q.items[0]
	if remove {
		q.items = q.items[1:]
	}
	return value.True, store(out, x)
}

var sequenceProps = []prop{
	{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(len(seqOf(v).items)) }},
	{sig: "bool IsSynchronized", get: func(value.Value) value.Value { return value.False }},
	{sig: "System.Object SyncRoot", get: func(v value.Value) value.Value { return v }},
}

var growingProps = append([]prop{
	{sig: "int Capacity", get: func(v value.Value) value.Value { return value.OfInt(seqOf(v).capacity()) }},
}, sequenceProps...)

var concurrentProps = []prop{
	sequenceProps[0],
	{sig: "bool IsEmpty", get: func(v value.Value) value.Value { return value.OfBool(len(seqOf(v).items) == 0) }},
}

var sequenceRows = []method{
	{sig: "void Clear()", do: func(v value.Value, _ []value.Value) value.Value { seqOf(v).items = nil; return value.NothingValue }},
	{sig: "bool Contains(T item)", do: func(v value.Value, a []value.Value) value.Value {
		return value.OfBool(indexOfValue(seqOf(v).items, a[0]) >= 0)
	}},
	{sig: "void CopyTo(T[] array, int arrayIndex)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return copyInto(seqOf(v).items, a[0], integer(a[1]))
	}},
	{sig: "T[] ToArray()", do: func(v value.Value, _ []value.Value) value.Value {
		q := seqOf(v)
		t := value.TypeObject
		if len(q.typ.Args) > 0 {
			t = q.typ.Args[0]
		}
		return arrayOf(t, append([]value.Value{}, q.items...))
	}},
	{sig: "void TrimExcess()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(v value.Value, _ []value.Value) value.Value {
		return newEnumerator(typeEnumerator, seqOf(v).items)
	}},
	{sig: "System.Object Clone()", do: func(v value.Value, _ []value.Value) value.Value {
		q := seqOf(v)
		return value.Of(&sequenceObject{typ: q.typ, items: append([]value.Value(nil), q.items...)})
	}},
}

func pushLast(v value.Value, a []value.Value) value.Value {
	q := seqOf(v)
	q.items = append(q.items, a[0])
	return value.NothingValue
}

func pushFirst(v value.Value, a []value.Value) value.Value {
	q := seqOf(v)
	q.items = append([]value.Value{a[0]}, q.items...)
	return value.NothingValue
}

func first(v value.Value, empty string) (value.Value, error) {
	if q := seqOf(v); len(q.items) > 0 {
		return q.items[0], nil
	}
	return v, raise(value.InvalidOperationException, empty)
}

const (
	queueEmpty = "Queue empty."
	stackEmpty = "Stack empty."
)

var collectionCtors = []string{"()", "(int capacity)", "(System.Collections.Generic.IEnumerable[T] collection)"}

var queueTable = table{
	ctors: []ctor{{collectionCtors[0], newQueue}, {collectionCtors[1], newQueue}, {collectionCtors[2], newQueue}},
	props: growingProps,
	methods: concatRows([]method{
		{sig: "void Enqueue(T item)", do: pushLast},
		{sig: "T Dequeue()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return takeFirst(v, queueEmpty)
		}},
		{sig: "bool TryDequeue([ref] T result)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], true) }},
		{sig: "T Peek()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) { return first(v, queueEmpty) }},
		{sig: "bool TryPeek([ref] T result)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], false) }},
	}, sequenceRows),
}

var stackTable = table{
	ctors: []ctor{{collectionCtors[0], newStack}, {collectionCtors[1], newStack}, {collectionCtors[2], newStack}},
	props: growingProps,
	methods: concatRows([]method{
		{sig: "void Push(T item)", do: pushFirst},
		{sig: "T Pop()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return takeFirst(v, stackEmpty)
		}},
		{sig: "bool TryPop([ref] T result)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], true) }},
		{sig: "T Peek()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) { return first(v, stackEmpty) }},
		{sig: "bool TryPeek([ref] T result)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], false) }},
	}, sequenceRows),
}

var plainQueueTable = table{
	ctors: []ctor{{"()", newQueue}, {"(int capacity)", newQueue}, {"(System.Collections.ICollection col)", newQueue}},
	props: sequenceProps,
	methods: concatRows([]method{
		queueTable.methods[0], queueTable.methods[1], queueTable.methods[3],
	}, sequenceRows),
}

var plainStackTable = table{
	ctors: []ctor{{"()", newStack}, {"(int initialCapacity)", newStack}, {"(System.Collections.ICollection col)", newStack}},
	props: sequenceProps,
	methods: concatRows([]method{
		stackTable.methods[0], stackTable.methods[1], stackTable.methods[3],
	}, sequenceRows),
}

var concurrentQueueTable = table{
	ctors:   []ctor{{collectionCtors[0], newQueue}, {collectionCtors[2], newQueue}},
	props:   concurrentProps,
	methods: concatRows([]method{queueTable.methods[0], queueTable.methods[2], queueTable.methods[4]}, sequenceRows),
}

var concurrentStackTable = table{
	ctors:   []ctor{{collectionCtors[0], newStack}, {collectionCtors[2], newStack}},
	props:   concurrentProps,
	methods: concatRows([]method{stackTable.methods[0], stackTable.methods[2], stackTable.methods[4]}, sequenceRows),
}

// concurrentBagTable gives elements back last in, first out, as a bag does on one thread.
var concurrentBagTable = table{
	ctors: []ctor{{collectionCtors[0], newStack}, {collectionCtors[2], newStack}},
	props: concurrentProps,
	methods: concatRows([]method{
		{sig: "void Add(T item)", do: pushFirst},
		{sig: "bool TryTake([ref] T result)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], true) }},
		{sig: "bool TryPeek([ref] T result)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], false) }},
	}, sequenceRows),
}

var blockingCollectionTable = table{
	ctors: []ctor{{collectionCtors[0], newQueue}, {"(int boundedCapacity)", newQueue}},
	props: concurrentProps,
	methods: concatRows([]method{
		{sig: "void Add(T item)", do: pushLast},
		{sig: "bool TryAdd(T item)", do: func(v value.Value, a []value.Value) value.Value { pushLast(v, a); return value.True }},
		{sig: "T Take()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return takeFirst(v, "The collection argument is empty and has been marked as complete with regards to additions.")
		}},
		{sig: "bool TryTake([ref] T item)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) { return tryTake(v, a[0], true) }},
		{sig: "void CompleteAdding()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	}, sequenceRows),
}
