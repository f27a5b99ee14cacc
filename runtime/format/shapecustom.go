package format

import "rehearse/runtime/value"

// customEntry is an object as nested text: by its view, or as its class with the properties in braces (formatting README, section 5).
func (x *Shaper) customEntry(v value.Value) *FormatEntryData {
	e := &FormatEntryData{kind: linesEntry}
	switch {
	case x.view != nil && x.view.Lines != nil:
		for _, l := range x.view.Lines(x.env, v, x.text.stringer) {
			e.lines = append(e.lines, indented{0, l})
		}
	case x.view != nil:
		c := customLines{x: x}
		c.items(x.view.Custom, v, 0)
		e.lines = c.finish()
	default:
		t := customTree{x: x}
		t.object(v, 0, x.custom.Depth, x.opts.Property)
		e.lines = t.lines
	}
	return e
}

// customTree builds the generic layout of Format-Custom.
type customTree struct {
	x     *Shaper
	lines []indented
}

func (t *customTree) add(indent int, text string) { t.lines = append(t.lines, indented{indent, text}) }

func (t *customTree) object(v value.Value, indent, depth int, chosen []Property) {
	t.add(indent, "class "+shortName(v))
	t.add(indent, "{")
	var props []Property
	if chosen != nil {
		props = t.x.resolve(chosen, v)
	} else {
		for _, n := range displayedNames(t.x.env, v) {
			props = append(props, Property{Name: n})
		}
	}
	for i := range props {
		p := &props[i]
		r, found, err := t.x.evaluate(p, v)
		if !found && err == nil {
			continue
		}
		below := depth
		if p.Depth > 0 {
			below = p.Depth
		}
		t.property(p, r, err, indent+2, below)
	}
	t.add(indent, "}")
}

func (t *customTree) property(p *Property, r value.Value, err error, indent, depth int) {
	label := p.label(p.Name) + " = "
	switch {
	case err != nil || depth <= 0 || t.isLeaf(r):
		t.add(indent, label+t.x.valueText(p, r, err, t.x.text.list))
	case isCollection(r):
		t.add(indent, label)
		t.collection(r, indent+2, depth)
	default:
		t.add(indent, label)
		t.object(r, indent+2, depth-1, nil)
	}
}

func (t *customTree) collection(v value.Value, indent, depth int) {
	t.add(indent, "[")
	n := 0
	// errEnough is the only error: it ends the enumeration at the limit.
	_ = eachElement(v, func(e value.Value) error {
		if t.x.text.limit >= 0 && n == t.x.text.limit {
			t.add(indent+2, ellipsis)
			return errEnough
		}
		n++
		switch {
		case e.IsNull() || t.isLeaf(e) || depth <= 1:
			t.add(indent+2, t.x.text.list(e))
		case isCollection(e):
			t.collection(e, indent+2, depth-1)
		default:
			t.object(e, indent+2, depth-1, nil)
		}
		return nil
	})
	t.add(indent, "]")
	t.add(indent, "")
}

// isLeaf tells whether a value is shown as its text rather than as a class.
func (t *customTree) isLeaf(v value.Value) bool {
	switch v.Base().Kind() {
	case value.Null, value.Nothing, value.DateTime, value.TimeSpan:
		return true
	}
	return isText(t.x.env, v) && !isCollection(v)
}

// shortName is the name of an object's type without its namespace.
func shortName(v value.Value) string {
	if names := value.TypeNames(v); len(names) > 0 {
		name := names[0]
		for i := len(name) - 1; i >= 0; i-- {
			if name[i] == '.' {
				return name[i+1:]
			}
		}
		return name
	}
	return ""
}
