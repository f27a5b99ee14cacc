package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// rank tells how well a type of argument suits a type of parameter; higher is better. Only types are looked at, so a text that
// holds no number still ranks as one. The order was observed on probe overloads, see rank_test.go.
type rank int8

const (
	impossible rank = 0
	elements   rank = 25 // an array to another array type, element by element
	byText     rank = 29 // a number to a class with a constructor for texts
	toEnum     rank = 30 // text or number to an enumeration, anything to a Boolean, text to a type with Parse
	toBool     rank = 31
	narrowing  rank = 45 // a number to one that may not hold it
	toText     rank = 50
	nullToText rank = 52
	nullToChar rank = 53
	toChars    rank = 55 // text to char[]
	toChar     rank = 58
	textNumber rank = 60 // text or $null to a number
	nullToBool rank = 62
	nullToAny  rank = 63
	nullToRef  rank = 64 // $null to a class or array
	implicit   rank = 66 // by an operator of the type
	enumerable rank = 70 // text as a sequence
	wrapped    rank = 72 // one thing to an array of its kind
	widening   rank = 85
	toObject   rank = 88
	assignable rank = 90
	delegate   rank = 92
	identity   rank = 100
)

// conversionRank is the rank of an argument for a parameter type.
func conversionRank(arg value.Value, p *value.Type) rank {
	if p == nil || p == value.TypeObject || p == value.TypePSObject {
		if arg.IsNull() {
			return nullToAny
		}
		if value.TypeOf(arg) == p {
			return identity
		}
		return toObject
	}
	if arg.IsNull() {
		return rankOfNull(p)
	}
	return typeRank(value.TypeOf(arg), p)
}

func rankOfNull(p *value.Type) rank {
	switch {
	case p == value.TypeString:
		return nullToText
	case p == value.TypeBool:
		return nullToBool
	case p.Flags&value.Numeric != 0:
		return textNumber
	case p == value.TypeChar:
		return nullToChar
	case p.Flags&(value.ValueType|unknownType) == 0, isNullable(p), isPointer(p):
		return nullToRef
	}
	return impossible
}

// isPointer tells whether a type of a signature is a pointer: $null is the only value that converts to it.
func isPointer(t *value.Type) bool {
	return t.Flags&unknownType != 0 && strings.HasSuffix(t.Name, "*")
}

// typeRank is the rank of an argument of type a for a parameter of type p.
func typeRank(a, p *value.Type) rank {
	switch {
	case a == p:
		return identity
	case p.Flags&unknownType != 0:
		return impossible
	case isNullable(p):
		return max(typeRank(a, p.Args[0])-1, impossible)
	case isDelegate(p):
		if a == value.TypeScriptBlock {
			return delegate
		}
		return impossible
	}
	if a == value.TypeString {
		return rankOfText(p)
	}
	if a.Is(p) {
		return assignable
	}
	if g := p.Generic; g != nil && isSequence(g) {
		if isSequenceOf(a, p.Args[0]) {
			return assignable
		}
	}
	if a.Elem != nil {
		return rankOfArray(a, p)
	}
	if p.Elem != nil {
		if r := typeRank(a, p.Elem); r != impossible {
			return wrapped
		}
		if a.Is(value.IfaceEnumerable) {
			return elements
		}
		return impossible
	}
	return rankOfScalar(a, p)
}

// isSequence tells whether an open generic type is an interface that every array of its argument implements.
func isSequence(open *value.Type) bool {
	switch open {
	case ifaceGenericEnumerable, ifaceGenericCollection, ifaceGenericList, ifaceReadOnlyList, ifaceReadOnlyColl:
		return true
	}
	return false
}

func rankOfText(p *value.Type) rank {
	switch {
	case p.Elem == value.TypeChar:
		return toChars
	case p.Elem != nil:
		if rankOfText(p.Elem) != impossible || p.Elem == value.TypeString || p.Elem == value.TypeObject {
			return wrapped
		}
		return impossible
	case p.Flags&value.Numeric != 0:
		return textNumber
	case p == value.TypeChar:
		return toText
	case p == value.TypeBool:
		return toBool
	case p.Enum != nil:
		return toEnum
	case p == value.IfaceEnumerable:
		return enumerable
	case value.TypeString.Is(p):
		return assignable
	case convertsFromText(p):
		return toEnum
	case convertsImplicitly(value.TypeString, p):
		return implicit
	}
	return impossible
}

func rankOfArray(a, p *value.Type) rank {
	switch {
	case p.Elem != nil:
		if a.Elem == value.TypeObject || typeRank(a.Elem, p.Elem) != impossible {
			return elements
		}
	case p == value.TypeString:
		return toText
	case p == value.TypeBool:
		return toBool
	}
	return impossible
}

func rankOfScalar(a, p *value.Type) rank {
	switch {
	case a.Flags&value.Numeric != 0 && p.Flags&value.Numeric != 0:
		if widens(a, p) {
			return widening
		}
		return narrowing
	case a.Flags&value.IntegerType != 0 && p == value.TypeChar:
		return toChar
	case a == value.TypeChar && p.Flags&value.Numeric != 0:
		if widens(value.TypeUInt16, p) || p == value.TypeUInt16 {
			return widening
		}
		return narrowing
	case a == value.TypeBool && p.Flags&value.Numeric != 0, a.Enum != nil && p.Flags&value.Numeric != 0:
		return textNumber
	case p == value.TypeString:
		return toText
	case a.Flags&value.Numeric != 0 && (p.Enum != nil || p == value.TypeBool || p == value.TypeDateTime || p == value.TypeTimeSpan):
		return toEnum
	case p == value.TypeBool:
		return toBool
	case convertsImplicitly(a, p):
		return implicit
	case a.Flags&value.Numeric != 0 && p.Flags&(value.ValueType|value.Interface|value.Abstract) == 0 && convertsFromText(p):
		return byText
	}
	return impossible
}

// numericOrder places the number types so that a lossless conversion goes to the right only; see widens.
func numericOrder(t *value.Type) (order int, signed bool) {
	switch t {
	case value.TypeSByte:
		return 1, true
	case value.TypeByte:
		return 1, false
	case value.TypeInt16:
		return 2, true
	case value.TypeUInt16:
		return 2, false
	case value.TypeInt32:
		return 3, true
	case value.TypeUInt32:
		return 3, false
	case value.TypeInt64:
		return 4, true
	case value.TypeUInt64:
		return 4, false
	case typeBigInteger:
		return 5, true
	case value.TypeSingle:
		return 6, true
	case value.TypeDouble:
		return 7, true
	case value.TypeDecimal:
		return 8, true
	}
	return 0, false
}

// widens tells whether every value of number type a is one of number type p, as C#'s implicit conversions have it.
func widens(a, p *value.Type) bool {
	x, xs := numericOrder(a)
	y, ys := numericOrder(p)
	if y <= x {
		return false
	}
	if x >= 5 {
		return x == 6 && y == 7
	}
	return ys || !xs
}

// preferred orders number types for an argument that suits several equally: whole numbers go to the narrowest wide integer, then to
// decimal, then to double; texts and $null go to double.
func preferred(arg value.Value, p *value.Type) int {
	order, signed := numericOrder(p)
	switch k := arg.Kind(); {
	case k == value.String || k == value.Null:
		switch p {
		case value.TypeDouble:
			return 20
		case value.TypeSingle, value.TypeDecimal:
			return 1
		}
		return wideFirst(order, signed)
	case k < value.SByte || k > value.Double && k != value.DecimalKind:
		return 0
	}
	if arg.Kind() >= value.Single {
		// A fraction fits no whole number; the widest loses least.
		switch p {
		case value.TypeDouble:
			return 20
		case value.TypeSingle, value.TypeDecimal:
			return 19
		}
		return wideFirst(order, signed)
	}
	switch p {
	case value.TypeDecimal:
		return 3
	case value.TypeDouble:
		return 2
	case value.TypeSingle:
		return 1
	}
	n := 20 - 2*order
	if signed {
		n++
	}
	return n
}

// wideFirst prefers the widest integer, and of one width the unsigned.
func wideFirst(order int, signed bool) int {
	n := 2 * order
	if !signed {
		n++
	}
	return n
}
