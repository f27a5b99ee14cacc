package value

// A property can come from five places, looked up in this order: the members added to the object (Add-Member), the keys of a
// dictionary, the object's own adapter, Update-TypeData, and the .NET type.

// Adapter is an object that presents data as properties of its own, such as an XML node or a data row.
type Adapter interface {
	Object
	// AdaptedNames are the property names in order.
	AdaptedNames() []string
	// AdaptedGet is the property of that name, any case.
	AdaptedGet(name string) (Value, bool)
	// AdaptedSet stores a property; false if there is none of that name.
	AdaptedSet(name string, v Value) (bool, error)
}

// ScriptPropertyDef holds the blocks of an added ScriptProperty; $null for none.
type ScriptPropertyDef struct{ Getter, Setter Value }

// TypeOf is System.Object; a definition never reaches a script.
func (*ScriptPropertyDef) TypeOf() *Type { return TypeObject }

// GetProperty is v.name, and whether v has such a property. Method and script-method names are not properties.
// The error is that of a getter: a script block's, or GetValueInvocationException for a .NET getter.
func GetProperty(env Env, v Value, name string) (Value, bool, error) {
	switch o := v.ref.(type) {
	case *PSObject:
		if i := o.shape.Find(name); i >= 0 {
			return bagValue(env, o, i, v)
		}
		if o.base.ref != nil {
			v = o.base
			if o.rare != nil && o.rare.bare {
				return netProperty(env, v, name)
			}
			break
		}
		return typedProperty(env, v, name)
	case *Dictionary:
		if x, ok := o.Get(OfString(name)); ok {
			return x, true, nil
		}
	case Adapter:
		if x, ok := o.AdaptedGet(name); ok {
			return x, true, nil
		}
	}
	if e, ok := v.ref.(Extensible); ok {
		if bag := e.Added(); bag != nil {
			if i := bag.shape.Find(name); i >= 0 {
				return bagValue(env, bag, i, v)
			}
		}
	}
	return typedProperty(env, v, name)
}

func typedProperty(env Env, v Value, name string) (Value, bool, error) {
	if env != nil {
		if d := env.TypeData(); d != nil {
			for _, n := range TypeNames(v) {
				if bag := d.Bag(n); bag != nil {
					if i := bag.shape.Find(name); i >= 0 {
						return bagValue(env, bag, i, v)
					}
				}
			}
		}
	}
	return netProperty(env, v, name)
}

// netProperty is a property that the .NET type of v declares.
func netProperty(env Env, v Value, name string) (Value, bool, error) {
	t := TypeOf(v)
	if t == nil {
		return Value{}, false, nil
	}
	p := t.FindProperty(name, false)
	if p == nil {
		return Value{}, false, nil
	}
	x, err := p.Get(env, v)
	return x, true, err
}

// bagValue is the value of the i-th member of bag for the object owner.
func bagValue(env Env, bag *PSObject, i int, owner Value) (Value, bool, error) {
	switch bag.shape.kinds[i] {
	case NoteProperty:
		return bag.vals[i], true, nil
	case AliasProperty:
		return readAlias(env, owner, bag.vals[i])
	case ScriptProperty:
		def, ok := bag.vals[i].ref.(*ScriptPropertyDef)
		if !ok || def.Getter.IsNull() || env == nil {
			return NullValue, true, nil
		}
		if g, ok := env.(getterCaller); ok {
			v, err := g.CallGetter(def.Getter, owner)
			return v, true, err
		}
		out, err := env.CallBlock(def.Getter, BlockInput{This: owner})
		if err != nil {
			return Value{}, true, err
		}
		return Unroll(out), true, nil
	case PropertySet, MemberSet:
		return bag.vals[i], true, nil
	}
	return Value{}, false, nil
}

// getterCaller is an Env that keeps the errors of getters to itself.
type getterCaller interface {
	CallGetter(block, owner Value) (Value, error)
}

// Unroll is what a pipeline's output becomes when it is taken as one value: nothing, the one object, or an Object[].
func Unroll(out []Value) Value {
	switch len(out) {
	case 0:
		return NothingValue
	case 1:
		return out[0]
	}
	return Of(NewArray(append([]Value(nil), out...)))
}

// TypeNames are the PSTypeNames of v, most specific first: those set on the object, else its type and base types.
func TypeNames(v Value) []string {
	switch o := v.ref.(type) {
	case *PSObject:
		if names := o.TypeNames(); names != nil {
			return names
		}
		if e, ok := o.base.ref.(Extensible); ok && e.Added() != nil && e.Added().TypeNames() != nil {
			return e.Added().TypeNames()
		}
	case Extensible:
		if bag := o.Added(); bag != nil && bag.TypeNames() != nil {
			return bag.TypeNames()
		}
	}
	t := TypeOf(v)
	if t == nil {
		return nil
	}
	return t.chain()
}

// chain is the cached list of full names from t to System.Object.
func (t *Type) chain() []string {
	t.chainOnce.Do(func() {
		for x := t; x != nil; x = x.Base {
			t.chainNames = append(t.chainNames, x.FullName)
		}
	})
	return t.chainNames
}
