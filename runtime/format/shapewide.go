package format

import "rehearse/runtime/value"

func (x *Shaper) startWide() *wideShape {
	w := &wideShape{columns: x.wide.Column, autoSize: x.wide.AutoSize || x.view != nil && x.view.AutoSize}
	if w.columns == 0 && x.view != nil {
		w.columns = x.view.ColumnNumber
	}
	return w
}

// wideEntry is the one property that Format-Wide shows.
func (x *Shaper) wideEntry(v value.Value) *FormatEntryData {
	p := x.wideProperty(v)
	r, _, err := x.evaluate(&p, v)
	return &FormatEntryData{kind: wideEntry, text: x.valueText(&p, r, err, x.text.list)}
}

// wideProperty is the property of -Property, of the view, the default display property, or the first that looks like a name
// (formatting README, section 5).
func (x *Shaper) wideProperty(v value.Value) Property {
	switch {
	case x.opts.Property != nil:
		if props := x.resolve(x.opts.Property[:1], v); len(props) > 0 {
			return props[0]
		}
		return x.opts.Property[0]
	case x.view != nil && len(x.view.Items) > 0:
		return x.view.Items[0]
	}
	if n := defaultProperty(x.env, v); n != "" {
		return Property{Name: n}
	}
	if n := nameLike(x.env, v); n != "" {
		return Property{Name: n}
	}
	if names := displayedOrder(x.env, v); len(names) > 0 {
		return Property{Name: names[0]}
	}
	return Property{Get: func(_ value.Env, v value.Value) (value.Value, error) { return v, nil }}
}

// nameLike is the first property that looks like a name, "" if there is none.
func nameLike(env value.Env, v value.Value) string {
	names := displayedOrder(env, v)
	for _, want := range [...]struct {
		name  string
		whole bool
	}{{"Name", true}, {"Id", true}, {"Key", true}, {"Key", false}, {"Name", false}, {"Id", false}} {
		for _, n := range names {
			if value.EqualFold(n, want.name) || !want.whole && endsIn(n, want.name) {
				return n
			}
		}
	}
	return ""
}

// endsIn tells whether a name ends in a suffix, regardless of case.
func endsIn(name, suffix string) bool {
	return len(name) >= len(suffix) && value.EqualFold(name[len(name)-len(suffix):], suffix)
}
