package value

// SetProperty stores v.name = x and tells whether v has such a property. Dictionaries take any key. The errors are
// SetValueInvocationException for a failed conversion and SetValueException for a read-only property.
func SetProperty(env Env, v Value, name string, x Value) (bool, error) {
	switch o := v.ref.(type) {
	case *PSObject:
		if i := o.shape.Find(name); i >= 0 {
			return true, setInBag(env, o, i, v, x)
		}
		if o.base.ref == nil {
			return setByTypeData(env, v, name, x)
		}
		v = o.base
	case *Dictionary:
		if o.ReadOnly {
			return true, Throw(SetValueException, "PropertyAssignmentException", "'"+name+"' is a ReadOnly property.")
		}
		if !o.Has(OfString(name)) {
			if p := o.Type.FindProperty(name, false); p != nil && p.Set != nil {
				return true, p.Set(env, v, x)
			}
		}
		k, err := o.Key(OfString(name))
		if err != nil {
			return true, err
		}
		if len(o.Type.Args) == 2 {
			if x, err = Convert(x, o.Type.Args[1]); err != nil {
				return true, err
			}
		}
		o.Set(k, x)
		return true, nil
	case Adapter:
		if ok, err := o.AdaptedSet(name, x); ok || err != nil {
			return ok, err
		}
	}
	if e, ok := v.ref.(Extensible); ok {
		if bag := e.Added(); bag != nil {
			if i := bag.shape.Find(name); i >= 0 {
				return true, setInBag(env, bag, i, v, x)
			}
		}
	}
	if ok, err := setByTypeData(env, v, name, x); ok || err != nil {
		return ok, err
	}
	p := TypeOf(v).FindProperty(name, false)
	if p == nil {
		return false, nil
	}
	if p.Set == nil {
		return true, readOnly(name)
	}
	if err := p.Set(env, v, x); err != nil {
		return true, assignmentFailed(name, err)
	}
	return true, nil
}

func readOnly(name string) error {
	return Throw(SetValueException, "PropertyAssignmentException", "'"+name+"' is a ReadOnly property.")
}

// assignmentFailed is the exception around a conversion or validation that refused a value.
func assignmentFailed(name string, err error) error {
	e, ok := err.(*Exception)
	if !ok {
		return err
	}
	return Throw(SetValueInvocationException, "ExceptionWhenSetting", "Exception setting \""+name+"\": \""+e.Message+"\"").Because(e)
}

func setByTypeData(env Env, v Value, name string, x Value) (bool, error) {
	if env == nil {
		return false, nil
	}
	d := env.TypeData()
	if d == nil {
		return false, nil
	}
	for _, n := range TypeNames(v) {
		if bag := d.Bag(n); bag != nil {
			if i := bag.shape.Find(name); i >= 0 {
				return true, setInBag(env, bag, i, v, x)
			}
		}
	}
	return false, nil
}

func setInBag(env Env, bag *PSObject, i int, owner, x Value) error {
	name := bag.shape.names[i]
	switch bag.shape.kinds[i] {
	case NoteProperty:
		bag.vals[i] = x
		return nil
	case AliasProperty:
		return writeAlias(env, owner, bag.vals[i], x)
	case ScriptProperty:
		def, ok := bag.vals[i].ref.(*ScriptPropertyDef)
		if !ok || def.Setter.IsNull() {
			return Throw(SetValueException, "SetWithoutSetterException", "Set accessor for property \""+name+"\" is unavailable.")
		}
		_, err := env.CallBlock(def.Setter, BlockInput{This: owner, Under: Unset, Args: []Value{x}})
		return err
	}
	return readOnly(name)
}

// Key is a key as the dictionary stores it: converted to the key type of a Dictionary<K,V>, as it is for others.
func (d *Dictionary) Key(k Value) (Value, error) {
	if len(d.Type.Args) == 2 && d.Type.Args[0] != TypeObject {
		return Convert(k, d.Type.Args[0])
	}
	return k, nil
}
