package value

import "slices"

// List is what can be indexed by position: arrays and lists.
type List interface {
	Object
	Len() int
	At(i int) Value
	// Put stores v at i, an index in range; the error is a failed conversion to the element type.
	Put(i int, v Value) error
}

// Enumerable is what a pipeline enumerates beyond List: queues, sets, dictionaries' key collections, ranges, iterators.
// Dictionaries are not Enumerable; PowerShell passes them whole.
type Enumerable interface {
	Object
	// Each calls yield for every element until it returns an error, which it returns.
	Each(yield func(Value) error) error
}

// Array is a .NET array. Items are in row-major order when there are several dimensions.
type Array struct {
	Type   *Type   // TypeObjectArray, or another array type
	Items  []Value // call Own before writing to them
	Dims   []int   // the lengths of each dimension; nil for one dimension
	growth *growth
	Extended
}

// NewArray is an Object[] of these items, which it keeps.
func NewArray(items []Value) *Array { return &Array{Type: TypeObjectArray, Items: items} }

// OfArray is a Value of an Object[] of these items.
func OfArray(items ...Value) Value { return Value{ref: &Array{Type: TypeObjectArray, Items: items}} }

// OfStrings is a String[].
func OfStrings(items []string) Value {
	a := &Array{Type: TypeStringArray, Items: make([]Value, len(items))}
	for i, s := range items {
		a.Items[i] = OfString(s)
	}
	return Value{ref: a}
}

// TypeOf is the array type.
func (a *Array) TypeOf() *Type { return a.Type }

// Len is the number of all elements.
func (a *Array) Len() int { return len(a.Items) }

// At is the element at i.
func (a *Array) At(i int) Value { return a.Items[i] }

// Put stores v converted to the element type.
func (a *Array) Put(i int, v Value) error {
	if a.Type.Elem != TypeObject {
		c, err := Convert(v, a.Type.Elem)
		if err != nil {
			return err
		}
		v = c
	}
	a.Own()
	a.Items[i] = v
	return nil
}

// ArrayList is System.Collections.ArrayList and List<T>, told apart by its Type.
type ArrayList struct {
	Extended
	Type  *Type // TypeArrayList, or a constructed List<T> whose element type is Type.Args[0]
	Items []Value
	// Room is the capacity that scripts see once it was asked for or set; it grows with Items as .NET's does. See Capacity.
	Room int
}

// defaultRoom is the capacity of a list that gets its first element.
const defaultRoom = 4

// Capacity is how many elements the list could hold without growing in .NET, where it doubles from 4.
func (l *ArrayList) Capacity() int {
	if l.Room < len(l.Items) && l.Room == 0 {
		l.Room = defaultRoom
	}
	for l.Room < len(l.Items) {
		l.Room *= 2
	}
	return l.Room
}

// TypeOf is the list's type.
func (l *ArrayList) TypeOf() *Type { return l.Type }

// Len is the number of elements.
func (l *ArrayList) Len() int { return len(l.Items) }

// At is the element at i.
func (l *ArrayList) At(i int) Value { return l.Items[i] }

// Append adds an element at the end. A long list doubles its room, which Go's append does not.
func (l *ArrayList) Append(v Value) {
	if n := len(l.Items); n == cap(l.Items) {
		l.Items = slices.Grow(l.Items, max(n, 4))
	}
	l.Items = append(l.Items, v)
}

// Elem is the element type, System.Object for an ArrayList.
func (l *ArrayList) Elem() *Type {
	if len(l.Type.Args) == 1 {
		return l.Type.Args[0]
	}
	return TypeObject
}

// Put stores v converted to the element type.
func (l *ArrayList) Put(i int, v Value) error {
	if e := l.Elem(); e != TypeObject {
		c, err := Convert(v, e)
		if err != nil {
			return err
		}
		v = c
	}
	l.Items[i] = v
	return nil
}
