package format

import "rehearse/runtime/value"

// genericColumns is how many columns a table without -Property has at most.
const genericColumns = 10

// startTable fixes the columns by the first object (formatting README, section 3). Values are computed here too, since their types
// decide the alignment; so the expressions of the first object run twice, as in PowerShell.
func (x *Shaper) startTable(v value.Value) *tableShape {
	t := &tableShape{hideHeader: x.table.HideTableHeaders, wrap: x.table.Wrap, autoSize: x.table.AutoSize}
	if x.view != nil {
		x.columns = x.view.Items
		t.hideHeader = t.hideHeader || x.view.HideHeaders
		t.wrap = t.wrap || x.view.Wrap
		t.autoSize = t.autoSize || x.view.AutoSize
	} else {
		x.columns = x.tableProperties(v)
	}
	t.columns = make([]column, len(x.columns))
	for i := range x.columns {
		p := &x.columns[i]
		c := column{property: p.Name, width: p.Width, align: p.Align}
		if l := p.label(p.Name); l != p.Name {
			c.label = l
		}
		if c.align == AlignDefault {
			c.align = AlignLeft
			if x.view == nil {
				if r, _, err := x.evaluate(p, v); err == nil {
					c.align = alignment(r)
				}
			}
		}
		if isCount(p.Name) && x.view == nil {
			_, p.known = realName(x.env, v, p.Name)
		}
		t.columns[i] = c
	}
	t.measured = t.autoSize || len(t.columns) > 0 && t.columns[0].width == 0
	return t
}

func (x *Shaper) tableProperties(v value.Value) []Property {
	if x.opts.Property != nil {
		return x.resolve(x.opts.Property, v)
	}
	names := displayedNames(x.env, v)
	if len(names) > genericColumns {
		names = names[:genericColumns]
	}
	props := make([]Property, len(names))
	for i, n := range names {
		props[i].Name, _ = realName(x.env, v, n)
	}
	return props
}

// row is an object as a row of the columns.
func (x *Shaper) row(v value.Value) *FormatEntryData {
	e := &FormatEntryData{kind: rowEntry, cells: make([]cell, len(x.columns)), wrap: x.table.Wrap}
	plain := x.text.cell
	if x.view != nil {
		plain = x.text.list
		e.wrap = e.wrap || x.view.Wrap
	}
	for i := range x.columns {
		p := &x.columns[i]
		r, found, err := x.evaluate(p, v)
		switch {
		case found || err != nil:
			e.cells[i].text = x.valueText(p, r, err, plain)
		case p.known && isCount(p.Name):
			e.cells[i].text = x.valueText(p, value.OfInt(1), nil, plain)
		}
	}
	return e
}

// isCount tells whether a name is one of those by which the language counts a single object. A column that the first object has is read as
// the language reads it, so that there is a 1 where it is missing (archives format-table: mixed-types-in-explicit-table; reports:
// json-config-driven).
func isCount(name string) bool {
	return value.EqualFold(name, "Length") || value.EqualFold(name, "Count")
}
