package value

// PropertyRef is one property of an object: where it stands and how it is read and written.
type PropertyRef struct {
	Name string
	Kind MemberKind // of an added member; see Added and Net
	// Net is the row of a .NET property, nil for others.
	Net   *Property
	owner Value
	bag   *PSObject
	index int
}

// NewPropertyRef is a property that belongs to no object yet.
func NewPropertyRef(name string, kind MemberKind, content Value) PropertyRef {
	bag := NewCustom()
	bag.Add(name, kind, content)
	return PropertyRef{Name: name, Kind: kind, bag: bag}
}

// Added tells whether the property was added to the object or its type, and what it holds: the value of a note property, the
// definition of another one.
func (p *PropertyRef) Added() (content Value, ok bool) {
	if p.bag == nil {
		return NullValue, false
	}
	if i := p.at(); i >= 0 {
		return p.bag.vals[i], true
	}
	return NullValue, true
}

// at is the property's place in its bag, which changes when other members are removed; -1 if it is no longer there.
func (p *PropertyRef) at() int {
	if p.index < p.bag.shape.Len() && p.bag.shape.Name(p.index) == p.Name {
		return p.index
	}
	return p.bag.shape.Find(p.Name)
}

// Owner is the object that has the property.
func (p *PropertyRef) Owner() Value { return p.owner }

// OfType tells whether the property was added to the type rather than to the object.
func (p *PropertyRef) OfType() bool {
	if p.bag == nil || p.owner.IsNull() {
		return false
	}
	o, _ := p.owner.ref.(*PSObject)
	e, _ := p.owner.Base().ref.(Extensible)
	return p.bag != o && (e == nil || p.bag != e.Added())
}

// MemberKind is what PowerShell calls the member, and whether it is one of its extended type system; false for a property of .NET or
// of an adapter.
func (p *PropertyRef) MemberKind() (MemberKind, bool) {
	switch {
	case p.bag != nil:
		return p.Kind, true
	case p.Net != nil && p.Net.Extended != NoteProperty:
		return p.Net.Extended, true
	}
	return NoteProperty, false
}

// Get is the property's value.
func (p *PropertyRef) Get(env Env) (Value, error) {
	switch {
	case p.Net != nil:
		return p.Net.Get(env, p.owner)
	case p.bag != nil:
		i := p.at()
		if i < 0 {
			return NullValue, nil
		}
		v, _, err := bagValue(env, p.bag, i, p.owner)
		return v, err
	}
	v, _, err := GetProperty(env, p.owner, p.Name)
	return v, err
}

// Set stores the property's value; the errors are those of an assignment to it.
func (p *PropertyRef) Set(env Env, x Value) error {
	switch {
	case p.Net != nil && p.Net.Set == nil:
		return readOnly(p.Name)
	case p.Net != nil:
		if err := p.Net.Set(env, p.owner, x); err != nil {
			return assignmentFailed(p.Name, err)
		}
		return nil
	case p.bag != nil:
		if i := p.at(); i >= 0 {
			return setInBag(env, p.bag, i, p.owner, x)
		}
		return nil
	}
	_, err := SetProperty(env, p.owner, p.Name, x)
	return err
}

// Settable tells whether Set can succeed.
func (p *PropertyRef) Settable() bool {
	switch {
	case p.Net != nil:
		return p.Net.Set != nil
	case p.bag != nil && p.Kind == ScriptProperty:
		content, _ := p.Added()
		def, ok := content.ref.(*ScriptPropertyDef)
		return ok && !def.Setter.IsNull()
	}
	return true
}

// EachProperty calls yield for the visible properties of v in the order PowerShell lists them (added members, type data, adapter or
// .NET properties, those of the most derived type first) until yield returns false. The keys of a dictionary are not its properties.
func EachProperty(env Env, v Value, yield func(PropertyRef) bool) {
	owner := v
	own, more := eachAdded(v, yield)
	if !more {
		return
	}
	if o, ok := v.ref.(*PSObject); ok {
		if o.base.ref == nil {
			eachOfTypeData(env, owner, own, yield)
			return
		}
		v = o.base
	}
	if !eachOfTypeData(env, owner, own, yield) {
		return
	}
	if a, ok := v.ref.(Adapter); ok {
		for _, n := range a.AdaptedNames() {
			if !yield(PropertyRef{Name: n, owner: v}) {
				return
			}
		}
		return // what its .NET type has can be read, but is not shown
	}
	t := TypeOf(v)
	if !eachOfType(t, v, own, true, yield) {
		return
	}
	eachOfType(t, v, own, false, yield)
}

// eachOfType yields the properties that a type and its bases declare: those of PowerShell's own type data, or those of .NET.
func eachOfType(t *Type, v Value, own addedMembers, extended bool, yield func(PropertyRef) bool) bool {
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		m := x.Members.Load()
		if extended && !m.extended {
			continue
		}
		for i := range m.Properties {
			p := &m.Properties[i]
			if p.Static || p.Hidden || (p.Extended != NoteProperty) != extended || own.hides(p.Name) || x != t && t.FindProperty(p.Name, false) != p {
				continue
			}
			if !yield(PropertyRef{Name: p.Name, Net: p, owner: v}) {
				return false
			}
		}
	}
	return true
}

// addedMembers are the bags of one object: the wrapper's and the one in the object itself.
type addedMembers [2]*PSObject

// hides tells whether an added member has that name, so that members of its type do not show.
func (a addedMembers) hides(name string) bool {
	return a[0] != nil && a[0].shape.Find(name) >= 0 || a[1] != nil && a[1].shape.Find(name) >= 0
}

// eachAdded yields the properties added to the object itself; more is false when yield wants no more.
func eachAdded(v Value, yield func(PropertyRef) bool) (own addedMembers, more bool) {
	owner := v
	if o, ok := v.ref.(*PSObject); ok {
		own[0] = o
		if !eachInBag(o, owner, yield) {
			return own, false
		}
		v = o.base
	}
	if e, ok := v.ref.(Extensible); ok && e.Added() != nil {
		own[1] = e.Added()
		if !eachInBag(own[1], owner, yield) {
			return own, false
		}
	}
	return own, true
}

func eachOfTypeData(env Env, owner Value, own addedMembers, yield func(PropertyRef) bool) bool {
	if env == nil {
		return true
	}
	d := env.TypeData()
	if d == nil {
		return true
	}
	var seen []*PSObject
	for _, n := range TypeNames(owner) {
		bag := d.Bag(n)
		if bag == nil {
			continue
		}
		more := eachInBag(bag, owner, func(p PropertyRef) bool {
			if own.hides(p.Name) {
				return true
			}
			for _, nearer := range seen {
				if nearer.shape.Find(p.Name) >= 0 {
					return true
				}
			}
			return yield(p)
		})
		if !more {
			return false
		}
		seen = append(seen, bag)
	}
	return true
}

func eachInBag(bag *PSObject, owner Value, yield func(PropertyRef) bool) bool {
	for i, n := range bag.shape.names {
		k := bag.shape.kinds[i]
		if k > CodeProperty {
			continue
		}
		if !yield(PropertyRef{Name: n, Kind: k, owner: owner, bag: bag, index: i}) {
			return false
		}
	}
	return true
}
