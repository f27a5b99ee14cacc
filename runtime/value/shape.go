package value

import (
	"sync"
	"sync/atomic"
)

// Shape is the list of member names that many property bags share. Bags made the same way have the same *Shape, so a
// property access can remember (shape, position) and skip the look-up. Shapes are immutable.
type Shape struct {
	NameIndex
	kinds []MemberKind
	mu    sync.Mutex
	next  map[shapeKey]*Shape
	first atomic.Pointer[successor] // the first of next, found without a lock
}

type successor struct {
	shapeKey
	shape *Shape
}

type shapeKey struct {
	name string
	kind MemberKind
}

// MemberKind is what a member of a property bag is.
type MemberKind uint8

// The members that PowerShell's extended type system can add to an object.
const (
	NoteProperty MemberKind = iota
	AliasProperty
	ScriptProperty
	CodeProperty
	ScriptMethod
	CodeMethod
	PropertySet
	MemberSet
)

var rootShape = &Shape{}

// ShapeOf is the shape of note properties with these names.
func ShapeOf(names ...string) *Shape {
	s := rootShape
	for _, n := range names {
		s = s.With(n, NoteProperty)
	}
	return s
}

// KindAt is the kind of the member at position i.
func (s *Shape) KindAt(i int) MemberKind { return s.kinds[i] }

// With is the shape that has one more member; name must not be in s.
func (s *Shape) With(name string, kind MemberKind) *Shape {
	k := shapeKey{name, kind}
	if f := s.first.Load(); f != nil && f.shapeKey == k {
		return f.shape
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := s.next[k]; n != nil {
		return n
	}
	n := &Shape{NameIndex: s.NameIndex.Clone(), kinds: append(append([]MemberKind(nil), s.kinds...), kind)}
	n.NameIndex.Add(name)
	if len(s.next) < maxSiblingShapes {
		if s.next == nil {
			s.next = map[shapeKey]*Shape{}
			s.first.Store(&successor{k, n})
		}
		s.next[k] = n
	}
	return n
}

// maxSiblingShapes bounds what a script that makes objects with ever new names can keep alive.
const maxSiblingShapes = 256
