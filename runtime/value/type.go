package value

import (
	"strings"
	"sync"
)

// Type is a .NET type as far as scripts can see it. Types are compared by pointer: one Type a .NET type.
type Type struct {
	Name     string // "Int32", "List`1" for an open generic type
	FullName string // "System.Int32"; nested and generic names as .NET writes them
	Base     *Type  // nil for System.Object and interfaces
	Flags    TypeFlags
	Elem     *Type   // of an array
	Rank     int     // of an array: 1 for int[]
	Generic  *Type   // the open definition of a constructed generic type
	Args     []*Type // its type arguments
	Iface    []*Type // interfaces that scripts test with -is; inherited ones are found through Base
	Enum     *EnumInfo
	Members  *Members // instance and static members declared here; filled by runtime/dotnet and by class definitions
	Class    any      // the script class behind a type that a script defined, owned by runtime
	Assembly string   // simple name, "" for System.Private.CoreLib
	// Conversion is the type's own way of taking values, tried before its Parse methods and constructors; nil for most types.
	Conversion *Conversion
	Zero       Object // the default of a struct that package value does not know itself; it is never changed
	Text       string // what ToString() gives where that is not FullName, as for constructed generic types

	chainOnce  sync.Once
	chainNames []string
}

// TypeFlags say what sort of type it is.
type TypeFlags uint16

// The sorts of types.
const (
	ValueType TypeFlags = 1 << iota
	Interface
	Abstract
	Sealed
	Static
	OpenGeneric
	Script // a class or enum of the script
	Numeric
	IntegerType
)

// EnumInfo is an enumeration: its values in order of declaration.
type EnumInfo struct {
	Type       *Type
	Names      []string
	Numbers    []int64
	Flags      bool  // [Flags()]
	Underlying *Type // TypeInt32 unless declared otherwise
}

// TypeOf makes a Type an object of type System.RuntimeType.
func (t *Type) TypeOf() *Type { return TypeRuntimeType }

// String is the name PowerShell shows: the full name, with generic arguments in brackets as [type].ToString() gives it.
func (t *Type) String() string {
	if t.Text != "" {
		return t.Text
	}
	return t.FullName
}

// Namespace is the part of FullName before the name, "" if there is none.
func (t *Type) Namespace() string {
	name := t.FullName
	if i := strings.IndexByte(name, '['); i > 0 {
		name = name[:i]
	}
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[:i]
	}
	return ""
}

// Is tells whether a value of type t can be assigned to u: same type, base class, or interface.
func (t *Type) Is(u *Type) bool {
	if u == TypeObject {
		return true
	}
	for x := t; x != nil; x = x.Base {
		if x == u {
			return true
		}
		for _, i := range x.Iface {
			if i == u || i.extends(u) {
				return true
			}
		}
		if x.Elem != nil && u.Elem != nil && x.Rank == u.Rank && u.Elem.Flags&ValueType == 0 && x.Elem.Flags&ValueType == 0 && x.Elem.Is(u.Elem) {
			return true
		}
	}
	return false
}

// extends follows the interfaces that an interface extends.
func (t *Type) extends(u *Type) bool {
	for _, i := range t.Iface {
		if i == u || i.extends(u) {
			return true
		}
	}
	return false
}

func newType(full string, base *Type, flags TypeFlags, iface ...*Type) *Type {
	name := full
	if i := strings.LastIndexByte(full, '.'); i >= 0 {
		name = full[i+1:]
	}
	return &Type{Name: name, FullName: full, Base: base, Flags: flags, Iface: iface}
}

// ArrayOf is the one-dimensional array type of an element type, always the same pointer.
func ArrayOf(elem *Type) *Type { return arrayTypes.get(elem, 1) }

// ArrayOfRank is the array type with so many dimensions.
func ArrayOfRank(elem *Type, rank int) *Type { return arrayTypes.get(elem, rank) }
