package dotnet

import "rehearse/runtime/value"

// linkedNode is a LinkedListNode<T>; the list keeps its nodes in order.
type linkedNode struct {
	list  *linkedList
	typ   *value.Type
	value value.Value
}

// linkedList is a LinkedList<T>.
type linkedList struct {
	value.Extended
	typ   *value.Type
	nodes []*linkedNode
}

var (
	typeLinkedList     = within("System.Collections", class("System.Collections.Generic.LinkedList`1", value.TypeObject, value.OpenGeneric, value.IfaceCollection))
	typeLinkedListNode = within("System.Collections", class("System.Collections.Generic.LinkedListNode`1", value.TypeObject, value.OpenGeneric))
)

// TypeOf is the node's type.
func (n *linkedNode) TypeOf() *value.Type { return n.typ }

// TypeOf is the list's type.
func (l *linkedList) TypeOf() *value.Type { return l.typ }

// Each yields the elements.
func (l *linkedList) Each(yield func(value.Value) error) error {
	for _, n := range l.nodes {
		if err := yield(n.value); err != nil {
			return err
		}
	}
	return nil
}

func linkedOf(v value.Value) *linkedList {
	l, _ := value.As[*linkedList](v)
	return l
}

func nodeOf(v value.Value) *linkedNode {
	n, _ := value.As[*linkedNode](v)
	return n
}

func ofNode(n *linkedNode) value.Value {
	if n == nil {
		return value.NullValue
	}
	return value.Of(n)
}

// index is the place of a node, -1 if it is in no list.
func (n *linkedNode) index() int {
	if n.list != nil {
		for i, x := range n.list.nodes {
			if x == n {
				return i
			}
		}
	}
	return -1
}

// beside is the node so many places further, nil beyond the ends.
func (n *linkedNode) beside(step int) *linkedNode {
	i := n.index()
	if i < 0 || i+step < 0 || i+step >= len(n.list.nodes) {
		return nil
	}
	return n.list.nodes[i+step]
}

func (l *linkedList) insert(at int, x value.Value) value.Value {
	n := &linkedNode{list: l, typ: Construct(typeLinkedListNode, l.typ.Args[0]), value: x}
	l.nodes = append(l.nodes[:at:at], append([]*linkedNode{n}, l.nodes[at:]...)...)
	return value.Of(n)
}

func (l *linkedList) remove(at int) {
	l.nodes[at].list = nil
	l.nodes = append(l.nodes[:at:at], l.nodes[at+1:]...)
}

func (l *linkedList) find(x value.Value) int {
	for i, n := range l.nodes {
		if equalNet(n.value, x) {
			return i
		}
	}
	return -1
}

func (l *linkedList) at(i int) *linkedNode {
	if i < 0 || i >= len(l.nodes) {
		return nil
	}
	return l.nodes[i]
}

func emptyLinked() error { return raise(value.InvalidOperationException, "The LinkedList is empty.") }

// nodeIn is the place of a node argument in the list.
func nodeIn(l *linkedList, v value.Value) (int, error) {
	n := nodeOf(v)
	if n == nil {
		return 0, nullError("node")
	}
	if n.list != l {
		return 0, raise(value.InvalidOperationException, "The LinkedList node does not belong to current LinkedList.")
	}
	return n.index(), nil
}

var linkedListTable = table{
	ctors: []ctor{
		{"()", newLinkedList},
		{"(System.Collections.Generic.IEnumerable[T] collection)", newLinkedList},
	},
	props: []prop{
		{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(len(linkedOf(v).nodes)) }},
		{sig: "bool IsReadOnly", explicit: true, get: func(value.Value) value.Value { return value.False }},
		{sig: "System.Collections.Generic.LinkedListNode[T] First", get: func(v value.Value) value.Value { return ofNode(linkedOf(v).at(0)) }},
		{sig: "System.Collections.Generic.LinkedListNode[T] Last", get: func(v value.Value) value.Value {
			l := linkedOf(v)
			return ofNode(l.at(len(l.nodes) - 1))
		}},
	},
	methods: []method{
		{sig: "System.Collections.Generic.LinkedListNode[T] AddAfter(System.Collections.Generic.LinkedListNode[T] node, T value)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			i, err := nodeIn(linkedOf(v), a[0])
			if err != nil {
				return v, err
			}
			return linkedOf(v).insert(i+1, a[1]), nil
		}},
		{sig: "System.Collections.Generic.LinkedListNode[T] AddBefore(System.Collections.Generic.LinkedListNode[T] node, T value)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			i, err := nodeIn(linkedOf(v), a[0])
			if err != nil {
				return v, err
			}
			return linkedOf(v).insert(i, a[1]), nil
		}},
		{sig: "System.Collections.Generic.LinkedListNode[T] AddFirst(T value)", do: func(v value.Value, a []value.Value) value.Value { return linkedOf(v).insert(0, a[0]) }},
		{sig: "System.Collections.Generic.LinkedListNode[T] AddLast(T value)", do: func(v value.Value, a []value.Value) value.Value {
			l := linkedOf(v)
			return l.insert(len(l.nodes), a[0])
		}},
		{sig: "void Clear()", do: func(v value.Value, _ []value.Value) value.Value { linkedOf(v).nodes = nil; return value.NothingValue }},
		{sig: "bool Contains(T value)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(linkedOf(v).find(a[0]) >= 0) }},
		{sig: "void CopyTo(T[] array, int index)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return copyInto(items(v), a[0], integer(a[1]))
		}},
		{sig: "System.Collections.Generic.LinkedListNode[T] Find(T value)", do: func(v value.Value, a []value.Value) value.Value {
			l := linkedOf(v)
			return ofNode(l.at(l.find(a[0])))
		}},
		{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(v value.Value, _ []value.Value) value.Value { return newEnumerator(typeEnumerator, items(v)) }},
		{sig: "bool Remove(T value)", do: func(v value.Value, a []value.Value) value.Value {
			l := linkedOf(v)
			i := l.find(a[0])
			if i >= 0 {
				l.remove(i)
			}
			return value.OfBool(i >= 0)
		}},
		{sig: "void Remove(System.Collections.Generic.LinkedListNode[T] node)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			i, err := nodeIn(linkedOf(v), a[0])
			if err == nil {
				linkedOf(v).remove(i)
			}
			return value.NothingValue, err
		}},
		{sig: "void RemoveFirst()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			l := linkedOf(v)
			if len(l.nodes) == 0 {
				return v, emptyLinked()
			}
			l.remove(0)
			return value.NothingValue, nil
		}},
		{sig: "void RemoveLast()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			l := linkedOf(v)
			if len(l.nodes) == 0 {
				return v, emptyLinked()
			}
			l.remove(len(l.nodes) - 1)
			return value.NothingValue, nil
		}},
	},
}

func newLinkedList(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	l := &linkedList{typ: typeValue(t)}
	if len(a) > 0 {
		if a[0].IsNull() {
			return value.NullValue, nullError("collection")
		}
		for _, x := range items(a[0]) {
			l.insert(len(l.nodes), x)
		}
	}
	return value.Of(l), nil
}

var linkedListNodeTable = table{
	ctors: []ctor{{"(T value)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return value.Of(&linkedNode{typ: typeValue(t), value: a[0]}), nil
	}}},
	props: []prop{
		{sig: "System.Collections.ICollection List", get: func(v value.Value) value.Value {
			if l := nodeOf(v).list; l != nil {
				return value.Of(l)
			}
			return value.NullValue
		}},
		{sig: "System.Collections.Generic.LinkedListNode[T] Next", get: func(v value.Value) value.Value { return ofNode(nodeOf(v).beside(1)) }},
		{sig: "System.Collections.Generic.LinkedListNode[T] Previous", get: func(v value.Value) value.Value { return ofNode(nodeOf(v).beside(-1)) }},
		{sig: "T Value", get: func(v value.Value) value.Value { return nodeOf(v).value }, set: func(_ value.Env, v, x value.Value) error { nodeOf(v).value = x; return nil }},
	},
}
