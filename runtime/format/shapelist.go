package format

import "rehearse/runtime/value"

// listEntry is an object as a list; properties that it lacks are left out, except those that a view names (sections 4 and 11).
func (x *Shaper) listEntry(v value.Value) *FormatEntryData {
	e := &FormatEntryData{kind: listEntry}
	var props []Property
	switch {
	case x.view != nil && len(x.view.Items) > 0:
		props = x.view.Items
	case x.opts.Property != nil:
		props = x.resolve(x.opts.Property, v)
	default:
		return x.allFields(e, v)
	}
	for i := range props {
		if f, ok := x.field(&props[i], v, x.view != nil); ok {
			e.fields = append(e.fields, f)
		}
	}
	return e
}

// allFields are the fields of the default display property set, or of all properties.
func (x *Shaper) allFields(e *FormatEntryData, v value.Value) *FormatEntryData {
	if set := defaultDisplay(x.env, v); set != nil {
		for _, n := range set {
			if f, ok := x.field(&Property{Name: n}, v, false); ok {
				e.fields = append(e.fields, f)
			}
		}
		return e
	}
	e.fields = make([]field, 0, x.fields)
	eachDisplayed(x.env, v, func(p value.PropertyRef) bool {
		for i := range e.fields {
			if value.EqualFold(e.fields[i].label, p.Name) {
				return true
			}
		}
		r, err := p.Get(x.env)
		text := ""
		if err == nil {
			text = x.text.list(r)
		}
		e.fields = append(e.fields, field{p.Name, text})
		return true
	})
	x.fields = len(e.fields)
	return e
}

// field is one line of a list, false if v lacks the property and it is not to be shown anyway.
func (x *Shaper) field(p *Property, v value.Value, always bool) (field, bool) {
	r, found, err := x.evaluate(p, v)
	if !found && !always && err == nil {
		return field{}, false
	}
	return field{p.label(p.Name), x.valueText(p, r, err, x.text.list)}, true
}
