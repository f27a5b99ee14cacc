package value

import "slices"

// PSObject is a property bag: a [pscustomobject] of its own, or the members added to another object (then Base is that object).
type PSObject struct {
	base  Value
	shape *Shape
	vals  []Value
	types []string // PSTypeNames, most specific first, when they differ from the type's own
	rare  *rareParts
}

// rareParts are what few objects have.
type rareParts struct {
	label string     // the text of the object in strings, "" for the usual @{…}
	names *ArrayList // PSTypeNames as a script changes them; they count instead of types
	bare  bool       // only the .NET members of the wrapped object show, as through PSBase
}

// Bare wraps an object so that only its .NET members show: not the keys of a dictionary, not added members.
func Bare(v Value) *PSObject {
	return &PSObject{base: v.Base(), shape: rootShape, rare: &rareParts{bare: true}}
}

func (o *PSObject) extra() *rareParts {
	if o.rare == nil {
		o.rare = &rareParts{}
	}
	return o.rare
}

// NewPSObject is a [pscustomobject] with these note properties; vals belongs to the object from now on.
func NewPSObject(shape *Shape, vals []Value) *PSObject { return &PSObject{shape: shape, vals: vals} }

// NewCustom is an empty [pscustomobject].
func NewCustom() *PSObject { return &PSObject{shape: rootShape} }

// Wrap is an object that carries members added to base.
func Wrap(base Value) *PSObject { return &PSObject{base: base, shape: rootShape} }

// TypeOf is PSCustomObject, or the type of the wrapped object.
func (o *PSObject) TypeOf() *Type {
	if o.base.ref != nil {
		return TypeOf(o.base)
	}
	return TypePSCustomObject
}

// IsCustom tells whether o is a [pscustomobject] rather than a wrapper.
func (o *PSObject) IsCustom() bool { return o.base.ref == nil }

// Shape is the present list of members.
func (o *PSObject) Shape() *Shape { return o.shape }

// Len is the number of members.
func (o *PSObject) Len() int { return len(o.vals) }

// At is the content of the i-th member: the value of a note property, the definition of another member.
func (o *PSObject) At(i int) Value { return o.vals[i] }

// Put replaces the content of the i-th member.
func (o *PSObject) Put(i int, v Value) { o.vals[i] = v }

// Get is the content of a member and its position, which is -1 if there is none of that name.
func (o *PSObject) Get(name string) (Value, int) {
	i := o.shape.Find(name)
	if i < 0 {
		return Value{}, -1
	}
	return o.vals[i], i
}

// Set stores a note property, adding it at the end if there is no member of that name.
func (o *PSObject) Set(name string, v Value) {
	if i := o.shape.Find(name); i >= 0 {
		o.vals[i] = v
		return
	}
	o.shape = o.shape.With(name, NoteProperty)
	o.vals = append(o.vals, v)
}

// Reserve makes room for so many members.
func (o *PSObject) Reserve(n int) { o.vals = slices.Grow(o.vals, n) }

// Add appends a member; a member of that name is replaced in place.
func (o *PSObject) Add(name string, kind MemberKind, v Value) {
	if i := o.shape.Find(name); i >= 0 {
		if o.shape.kinds[i] == kind {
			o.vals[i] = v
			return
		}
		s := rootShape
		for j, n := range o.shape.names {
			k := o.shape.kinds[j]
			if j == i {
				k = kind
			}
			s = s.With(n, k)
		}
		o.shape, o.vals[i] = s, v
		return
	}
	o.shape = o.shape.With(name, kind)
	o.vals = append(o.vals, v)
}

// Remove takes a member out; false if there was none.
func (o *PSObject) Remove(name string) bool {
	i := o.shape.Find(name)
	if i < 0 {
		return false
	}
	s := rootShape
	for j, n := range o.shape.names {
		if j != i {
			s = s.With(n, o.shape.kinds[j])
		}
	}
	o.shape = s
	o.vals = append(append([]Value(nil), o.vals[:i]...), o.vals[i+1:]...)
	return true
}

// TypeNames are the PSTypeNames set on this object, nil if it has its type's own.
func (o *PSObject) TypeNames() []string {
	if o.rare == nil || o.rare.names == nil {
		return o.types
	}
	names := make([]string, len(o.rare.names.Items))
	for i, n := range o.rare.names.Items {
		names[i] = ToString(n)
	}
	return names
}

// TypeNameList is the PSTypeNames as a list that a script may change; list makes it of the present names.
func (o *PSObject) TypeNameList(list func() *ArrayList) *ArrayList {
	r := o.extra()
	if r.names == nil {
		r.names = list()
	}
	return r.names
}

// SetTypeNames replaces the PSTypeNames, most specific first.
func (o *PSObject) SetTypeNames(names []string) {
	o.types = names
	if o.rare != nil {
		o.rare.names = nil
	}
}

// Clone is a copy with the same members and base.
func (o *PSObject) Clone() *PSObject {
	return &PSObject{base: o.base, shape: o.shape, vals: append([]Value(nil), o.vals...), types: append([]string(nil), o.TypeNames()...)}
}

// Extended are members added to one object by Add-Member that live with the object itself, so that every reference
// sees them. Reference types embed it; scalars and strings are wrapped by a PSObject instead.
type Extended struct{ added *PSObject }

// Added is the bag of added members, nil if there are none.
func (e *Extended) Added() *PSObject { return e.added }

// Extend is the bag of added members, made if need be; base is the object that embeds e.
func (e *Extended) Extend(base Value) *PSObject {
	if e.added == nil {
		e.added = Wrap(base)
	}
	return e.added
}

// Extensible is an object that embeds Extended.
type Extensible interface {
	Object
	Added() *PSObject
	Extend(base Value) *PSObject
}

// Label is the text that SetText gave, "" for none.
func (o *PSObject) Label() string {
	if o.rare == nil {
		return ""
	}
	return o.rare.label
}

// SetText gives a custom object a text of its own in strings, as a ToString method would.
func (o *PSObject) SetText(s string) { o.extra().label = s }

// WithText is v with the text that it was written with, which [string], Write-Host and displays show: 0x10, 1.50. It is v itself if that is
// its text anyhow.
func WithText(v Value, text string) Value {
	if text == "" || ToString(v) == text {
		return v
	}
	o := Wrap(v)
	o.SetText(text)
	return Of(o)
}

// WrittenText is the text that WithText gave, "" for none.
func WrittenText(v Value) string {
	if o, ok := v.ref.(*PSObject); ok && o.base.ref != nil {
		return o.Label()
	}
	return ""
}

// WrapShaped is an object that carries these note properties besides those of base; vals belongs to it from now on.
func WrapShaped(base Value, shape *Shape, vals []Value) *PSObject {
	return &PSObject{base: base, shape: shape, vals: vals}
}
