package value

import (
	"math"
	"unsafe"
)

// Value is one PowerShell value: a tagged word for numbers, booleans, characters, dates and enums, a string's
// data and length, or a reference to an object. It is 24 bytes, is passed by value and never allocates for scalars.
// The zero Value is $null. Compare values with the functions of this package, not with ==.
type Value struct {
	ref any    // nil: $null; *scalar: num holds the bits; stringData: num is the length; *EnumInfo: num is the number; else an Object
	num uint64 // see ref
}

// Kind says how a Value is represented; it is finer than "is a number" and coarser than a .NET type.
type Kind uint8

// The kinds in the order of their widths, so that ranges of them can be tested.
const (
	Null    Kind = iota // $null
	Nothing             // AutomationNull: what a pipeline without output yields; behaves as $null, but is not an object in a pipeline
	Bool
	Char
	SByte
	Byte
	Int16
	UInt16
	Int32
	UInt32
	Int64
	UInt64
	Single
	Double
	DateTime // num: ticks in the low 62 bits, DateTimeKind in the top two, as .NET stores it
	TimeSpan // num: ticks
	Switch   // [switch]: num is IsPresent
	DecimalKind
	String
	Enum
	Reference // every other object
)

// scalar is the tag of a kind that lives in Value.num; its address is the tag.
type scalar struct {
	kind Kind
	typ  *Type
}

var scalars = [...]scalar{
	Nothing:  {Nothing, nil},
	Bool:     {Bool, TypeBool},
	Char:     {Char, TypeChar},
	SByte:    {SByte, TypeSByte},
	Byte:     {Byte, TypeByte},
	Int16:    {Int16, TypeInt16},
	UInt16:   {UInt16, TypeUInt16},
	Int32:    {Int32, TypeInt32},
	UInt32:   {UInt32, TypeUInt32},
	Int64:    {Int64, TypeInt64},
	UInt64:   {UInt64, TypeUInt64},
	Single:   {Single, TypeSingle},
	Double:   {Double, TypeDouble},
	DateTime: {DateTime, TypeDateTime},
	TimeSpan: {TimeSpan, TypeTimeSpan},
	Switch:   {Switch, TypeSwitchParameter},
}

// stringData tags a string: the pointer to its bytes. It keeps them alive for the collector.
type stringData *byte

var emptyString byte

// Object is everything that a Value refers to: arrays, tables, script blocks, types, .NET objects.
type Object interface {
	// TypeOf is the .NET type, never nil.
	TypeOf() *Type
}

// NullValue is $null and NothingValue is AutomationNull, the absence of output.
var (
	NullValue    = Value{}
	NothingValue = Value{ref: &scalars[Nothing]}
	True         = Value{ref: &scalars[Bool], num: 1}
	False        = Value{ref: &scalars[Bool]}
)

// Unset marks a variable slot that holds nothing yet; it never reaches a script. IsNothing is true for it too.
var Unset = Value{ref: &scalars[Nothing], num: 1}

// IsUnset is true only for Unset.
func (v Value) IsUnset() bool {
	s, ok := v.ref.(*scalar)
	return ok && s == &scalars[Nothing] && v.num == 1
}

// OfBool is a [bool].
func OfBool(b bool) Value {
	if b {
		return True
	}
	return False
}

// OfInt is a [int] (System.Int32).
func OfInt(i int) Value { return OfInt32(int32(i)) }

// OfInt32 is a [int].
func OfInt32(i int32) Value { return Value{ref: &scalars[Int32], num: uint64(int64(i))} }

// OfInt64 is a [long].
func OfInt64(i int64) Value { return Value{ref: &scalars[Int64], num: uint64(i)} }

// OfDouble is a [double].
func OfDouble(f float64) Value { return Value{ref: &scalars[Double], num: math.Float64bits(f)} }

// OfSingle is a [single].
func OfSingle(f float32) Value {
	return Value{ref: &scalars[Single], num: math.Float64bits(float64(f))}
}

// OfChar is a [char], one UTF-16 unit.
func OfChar(c uint16) Value { return Value{ref: &scalars[Char], num: uint64(c)} }

// OfInteger is an integer of the kind k (SByte … UInt64); the bits of n beyond its width must be its sign extension.
func OfInteger(k Kind, n int64) Value { return Value{ref: &scalars[k], num: uint64(n)} }

// OfUInt64 is a [ulong].
func OfUInt64(n uint64) Value { return Value{ref: &scalars[UInt64], num: n} }

// OfDateTime is a [datetime]: ticks of 100 ns since 0001-01-01 and a DateTimeKind (0 unspecified, 1 UTC, 2 local).
func OfDateTime(ticks int64, kind int) Value {
	return Value{ref: &scalars[DateTime], num: uint64(ticks)&(1<<62-1) | uint64(kind)<<62}
}

// OfTimeSpan is a [timespan] of so many ticks of 100 ns.
func OfTimeSpan(ticks int64) Value { return Value{ref: &scalars[TimeSpan], num: uint64(ticks)} }

// OfSwitch is a [switch] that is present or not.
func OfSwitch(present bool) Value {
	v := Value{ref: &scalars[Switch]}
	if present {
		v.num = 1
	}
	return v
}

// OfString is a [string]. Strings are kept as UTF-8; positions that .NET counts in UTF-16 units are converted where they are used.
// A lone surrogate is kept as the three bytes that WTF-8 gives it.
func OfString(s string) Value {
	if s == "" {
		return Value{ref: stringData(&emptyString)}
	}
	return Value{ref: stringData(unsafe.StringData(s)), num: uint64(len(s))}
}

// OfEnum is the value n of an enumeration.
func OfEnum(e *EnumInfo, n int64) Value { return Value{ref: e, num: uint64(n)} }

// Of refers to an object; a nil interface is $null. For a *Decimal the kind is DecimalKind.
func Of(o Object) Value {
	if o == nil {
		return NullValue
	}
	return Value{ref: o}
}

// Kind is the representation of v.
func (v Value) Kind() Kind {
	switch r := v.ref.(type) {
	case nil:
		return Null
	case *scalar:
		return r.kind
	case stringData:
		return String
	case *EnumInfo:
		return Enum
	case *Decimal:
		return DecimalKind
	}
	return Reference
}

// IsNull is true for $null and for AutomationNull.
func (v Value) IsNull() bool {
	if v.ref == nil {
		return true
	}
	s, ok := v.ref.(*scalar)
	return ok && s == &scalars[Nothing]
}

// IsNothing is true only for AutomationNull, what a pipeline without output yields.
func (v Value) IsNothing() bool {
	s, ok := v.ref.(*scalar)
	return ok && s == &scalars[Nothing]
}

// IsInt32 is true for a [int]; it is the test of the hot paths.
func (v Value) IsInt32() bool {
	s, ok := v.ref.(*scalar)
	return ok && s == &scalars[Int32]
}

// IsBool is true for a [bool].
func (v Value) IsBool() bool {
	s, ok := v.ref.(*scalar)
	return ok && s == &scalars[Bool]
}

// IsDouble is true for a [double].
func (v Value) IsDouble() bool {
	s, ok := v.ref.(*scalar)
	return ok && s == &scalars[Double]
}

// IsString is true for a [string].
func (v Value) IsString() bool {
	_, ok := v.ref.(stringData)
	return ok
}

// Int is the integer in v: for integer kinds, Bool, Char, Enum and TimeSpan (ticks). For other kinds the result has no meaning.
func (v Value) Int() int64 { return int64(v.num) }

// Int32 is Int for a value known to be a [int].
func (v Value) Int32() int32 { return int32(v.num) }

// UInt is the unsigned integer in v.
func (v Value) UInt() uint64 { return v.num }

// Bool is the boolean in v, for the kind Bool only; Truth (convert.go) tells the truth of any value.
func (v Value) Bool() bool { return v.num != 0 }

// Float is the number in a Single or Double.
func (v Value) Float() float64 { return math.Float64frombits(v.num) }

// Str is the text of a String, and "" for every other kind; ToString (tostring.go) converts any value.
func (v Value) Str() string {
	if p, ok := v.ref.(stringData); ok {
		return unsafe.String((*byte)(p), int(v.num))
	}
	return ""
}

// Ticks are the ticks of a DateTime.
func (v Value) Ticks() int64 { return int64(v.num & (1<<62 - 1)) }

// DateKind is the DateTimeKind of a DateTime: 0 unspecified, 1 UTC, 2 local.
func (v Value) DateKind() int { return int(v.num >> 62) }

// Enum is the enumeration of a value of kind Enum, nil for others.
func (v Value) Enum() *EnumInfo {
	e, _ := v.ref.(*EnumInfo)
	return e
}

// Decimal is the number of a DecimalKind, nil for others.
func (v Value) Decimal() *Decimal {
	d, _ := v.ref.(*Decimal)
	return d
}

// Object is what a Reference (or a decimal) refers to, nil for scalars, strings, enums and $null.
func (v Value) Object() Object {
	o, _ := v.ref.(Object)
	return o
}

// As is the object of v as a T: `if a, ok := value.As[*value.Array](v)`. It looks through no wrapper; see Base.
func As[T any](v Value) (T, bool) {
	t, ok := v.ref.(T)
	return t, ok
}

// Base is v without the PSObject wrapper that carries added members; a custom object is its own base.
func (v Value) Base() Value {
	if o, ok := v.ref.(*PSObject); ok && o.base.ref != nil {
		return o.base
	}
	return v
}

// TypeOf is the .NET type of v's base, nil for $null.
func TypeOf(v Value) *Type {
	switch r := v.ref.(type) {
	case nil:
		return nil
	case *scalar:
		return r.typ
	case stringData:
		return TypeString
	case *EnumInfo:
		return r.Type
	case *PSObject:
		if r.base.ref != nil {
			return TypeOf(r.base)
		}
		return TypePSCustomObject
	case Object:
		return r.TypeOf()
	}
	return TypeObject
}

// Same tells whether two values are the same object, or the same scalar bit for bit ([object]::ReferenceEquals for references).
func Same(a, b Value) bool { return a.ref == b.ref && a.num == b.num }
