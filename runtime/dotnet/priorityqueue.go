package dotnet

import (
	"container/heap"

	"rehearse/runtime/value"
)

var typePriorityQueue = within("System.Collections", class("System.Collections.Generic.PriorityQueue`2", value.TypeObject, value.OpenGeneric))

// priorityQueue is a PriorityQueue<TElement,TPriority>: the lowest priority comes first.
type priorityQueue struct {
	value.Extended
	typ   *value.Type
	nodes []priorityNode
}

type priorityNode struct{ element, priority value.Value }

// TypeOf is the queue's type.
func (q *priorityQueue) TypeOf() *value.Type { return q.typ }

// Len, Less, Swap, Push and Pop make it a heap.
func (q *priorityQueue) Len() int { return len(q.nodes) }

// Less compares priorities.
func (q *priorityQueue) Less(i, j int) bool {
	c, _ := compareNet(q.nodes[i].priority, q.nodes[j].priority)
	return c < 0
}

// Swap exchanges two nodes.
func (q *priorityQueue) Swap(i, j int) { q.nodes[i], q.nodes[j] = q.nodes[j], q.nodes[i] }

// Push appends a node.
func (q *priorityQueue) Push(x any) { q.nodes = append(q.nodes, x.(priorityNode)) }

// Pop removes the last node.
func (q *priorityQueue) Pop() any {
	n := q.nodes[len(q.nodes)-1]
	q.nodes = q.nodes[:len(q.nodes)-1]
	return n
}

func priorityOf(v value.Value) *priorityQueue {
	q, _ := value.As[*priorityQueue](v)
	return q
}

// takePriority stores the first element and its priority in two out arguments.
func takePriority(v value.Value, a []value.Value, remove bool) (value.Value, error) {
	q := priorityOf(v)
	var n priorityNode
	found := len(q.nodes) > 0
	if found {
		n = q.nodes[0]
		if remove {
			heap.Pop(q)
		}
	} else {
		n.element, _ = Default(q.typ.Args[0])
		n.priority, _ = Default(q.typ.Args[1])
	}
	if err := store(a[0], n.element); err != nil {
		return v, err
	}
	return value.OfBool(found), store(a[1], n.priority)
}

var priorityQueueTable = table{
	ctors: []ctor{{"()", newPriorityQueue}, {"(int initialCapacity)", newPriorityQueue}},
	props: []prop{{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(priorityOf(v).Len()) }}},
	methods: []method{
		{sig: "void Enqueue(TElement element, TPriority priority)", do: func(v value.Value, a []value.Value) value.Value {
			heap.Push(priorityOf(v), priorityNode{a[0], a[1]})
			return value.NothingValue
		}},
		{sig: "TElement Peek()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			q := priorityOf(v)
			if len(q.nodes) == 0 {
				return v, raise(value.InvalidOperationException, "Queue empty.")
			}
			return q.nodes[0].element, nil
		}},
		{sig: "TElement Dequeue()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			q := priorityOf(v)
			if len(q.nodes) == 0 {
				return v, raise(value.InvalidOperationException, "Queue empty.")
			}
			return heap.Pop(q).(priorityNode).element, nil
		}},
		{sig: "bool TryDequeue([ref] TElement element, [ref] TPriority priority)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return takePriority(v, a, true)
		}},
		{sig: "bool TryPeek([ref] TElement element, [ref] TPriority priority)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return takePriority(v, a, false)
		}},
		{sig: "void Clear()", do: func(v value.Value, _ []value.Value) value.Value {
			priorityOf(v).nodes = nil
			return value.NothingValue
		}},
	},
}

func newPriorityQueue(_ value.Env, t value.Value, _ []value.Value) (value.Value, error) {
	return value.Of(&priorityQueue{typ: typeValue(t)}), nil
}
