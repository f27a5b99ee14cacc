package bind

import "rehearse/runtime/value"

// flow is what a Binding remembers of the line while pipeline objects come and go.
type flow struct {
	valid uint32
	bound bitset
	saved []value.Value // by position in Signature.pipeline: what the parameter holds without an object
}

// delayed is a script block given to a parameter that takes pipeline input: it is run for each object (README section 7).
type delayed struct {
	param int16
	block value.Value
	at    value.Extent
}

// TakesPipeline are the indexes of the parameters that pipeline objects may set, in order of declaration.
func (s *Signature) TakesPipeline() []int16 {
	if s.Prepare() != nil {
		return nil
	}
	return s.pipeline
}

// BindPipeline binds the next pipeline object (README section 7). Parameters that the previous object set get back what they held
// when the first object came; the engine must have stored evaluated defaults by then. An error concerns this object only; the next one can be bound.
func (b *Binding) BindPipeline(v value.Value) error {
	if b.flow == nil {
		b.snapshot()
	} else {
		b.restore()
	}
	bound := false
	for i := range b.delayed {
		if err := b.runDelayed(&b.delayed[i], v); err != nil {
			return err
		}
		bound = true
	}
	before := b.bound.count()
	for round := range [4]struct{}{} {
		if err := b.round(v, round%2 == 1, round >= 2); err != nil {
			if e, ok := err.(*Error); ok {
				return e.about(v)
			}
			return err
		}
		if b.valid == 0 {
			return ambiguousSet().about(v)
		}
	}
	bound = bound || b.bound.count() > before
	set := b.resolveSet(b.valid)
	if set == 0 {
		return ambiguousSet().about(v)
	}
	if !bound {
		return inputNotBound(v)
	}
	b.valid = set
	b.Set = b.setName(set)
	if missing := b.missing(set, false); len(missing) > 0 {
		return inputMissingMandatory(b.names(missing), v)
	}
	return nil
}

func (b *Binding) snapshot() {
	f := &flow{valid: b.valid, bound: append(bitset(nil), b.bound...)}
	f.saved = make([]value.Value, len(b.sig.pipeline))
	for i, p := range b.sig.pipeline {
		f.saved[i] = b.Value(int(p))
	}
	b.flow = f
}

func (b *Binding) restore() {
	f := b.flow
	b.valid = f.valid
	for i, p := range b.sig.pipeline {
		if !b.bound.has(int(p)) || f.bound.has(int(p)) {
			continue
		}
		b.bound.remove(int(p))
		if int(p) < len(b.Values) {
			b.Values[p] = f.saved[i]
		} else {
			b.putExtra(int(p), f.saved[i])
		}
	}
}

// round tries one of the four ways to bind an object: by value or by property name, without coercion or with it; within a round the default
// set first.
func (b *Binding) round(v value.Value, byName, coerce bool) error {
	if d := b.valid & b.sig.defaultSet; d != 0 && d != b.valid {
		if err := b.roundInSets(v, d, byName, coerce); err != nil {
			return err
		}
		if d = b.valid &^ b.sig.defaultSet; d == 0 {
			return nil
		}
		return b.roundInSets(v, d, byName, coerce)
	}
	return b.roundInSets(v, b.valid, byName, coerce)
}

// roundInSets binds every open parameter of these sets that fits, the last declared first. Parameters of different sets may both fit;
// that leaves no set.
func (b *Binding) roundInSets(v value.Value, sets uint32, byName, coerce bool) error {
	for i := len(b.sig.pipeline) - 1; i >= 0; i-- {
		p := b.sig.pipeline[i]
		f := &b.sig.facts[p]
		ways := f.byValue
		if byName {
			ways = f.byName
		}
		if ways&sets == 0 || b.bound.has(int(p)) || b.isDelayed(int(p)) {
			continue
		}
		var err error
		if byName {
			err = b.bindProperty(int(p), v, coerce)
		} else {
			err = b.bindObject(int(p), v, coerce)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// fitsUncoerced tells whether a parameter takes an object as it is: by its type, or as the one element of an array.
func fitsUncoerced(t *value.Type, v value.Value) bool {
	return fits(t, v) || t.Elem != nil && !v.IsNull() && fits(t.Elem, v)
}

// bindObject binds the object itself. That it cannot be converted is no error.
func (b *Binding) bindObject(p int, v value.Value, coerce bool) error {
	if !coerce && !fitsUncoerced(b.sig.Params[p].Type, v) {
		return nil
	}
	err := b.bind(p, v, "", value.Extent{})
	if e, ok := err.(*Error); ok && coerce {
		switch e.ID {
		case IDTransformation, IDCannotConvertNoMessage, IDCannotConvert, IDBindingFailed:
			return nil
		}
	}
	return err
}

// bindProperty binds the property with the parameter's name or one of its aliases, in order.
func (b *Binding) bindProperty(p int, v value.Value, coerce bool) error {
	param := &b.sig.Params[p]
	x, ok, err := property(b.env, v, param.Name)
	for i := 0; !ok && err == nil && i < len(param.Aliases); i++ {
		x, ok, err = property(b.env, v, param.Aliases[i])
	}
	if err != nil || !ok || !coerce && !fitsUncoerced(param.Type, x) {
		return err
	}
	return b.bind(p, x, "", value.Extent{})
}

// property is a property of an object for binding; the keys of a dictionary are none.
func property(env value.Env, v value.Value, name string) (value.Value, bool, error) {
	d, ok := v.Base().Object().(*value.Dictionary)
	if !ok {
		return value.GetProperty(env, v, name)
	}
	if bag := d.Added(); bag != nil {
		if _, i := bag.Get(name); i >= 0 {
			return value.GetProperty(env, value.Of(bag), name)
		}
	}
	if p := d.Type.FindProperty(name, false); p != nil {
		x, err := p.Get(env, v)
		return x, true, err
	}
	return value.NullValue, false, nil
}

func (b *Binding) isDelayed(p int) bool {
	for i := range b.delayed {
		if int(b.delayed[i].param) == p {
			return true
		}
	}
	return false
}

// runDelayed runs a parameter's script block for an object and binds what it puts out.
func (b *Binding) runDelayed(d *delayed, v value.Value) error {
	p := &b.sig.Params[d.param]
	out, err := b.env.CallBlock(d.block, value.BlockInput{Under: v})
	if err != nil {
		why := asException(err)
		e := bindingError(value.ParameterBindingException, IDScriptBlockFailed, "The input to the script block for parameter '"+p.Name+"' failed. "+
			why.Message, value.InvalidArgument, p.Name, d.at).about(v)
		e.Inner = why
		return e
	}
	if len(out) == 0 {
		return bindingError(value.ParameterBindingException, IDScriptBlockNoOutput, "Cannot evaluate parameter '"+p.Name+
			"' because its argument input did not produce any output.", value.InvalidArgument, p.Name, d.at).about(v)
	}
	x, err := b.convert(int(d.param), value.Unroll(out), "", d.at)
	if err == nil {
		err = b.check(int(d.param), value.Unroll(out), x, d.at)
	}
	if err == nil {
		err = b.store(int(d.param), x, d.at)
	}
	return err
}

func noInput(p *Parameter, at value.Extent) *Error {
	return bindingError(value.ParameterBindingException, IDScriptBlockNoInput, "Cannot evaluate parameter '"+p.Name+
		"' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.",
		value.MetadataError, p.Name, at)
}
