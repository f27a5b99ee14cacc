package utility

import (
	"slices"

	"rehearse/runtime"
	"rehearse/runtime/format"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// keyTable is objects with the keys by which Sort-Object and Group-Object order them.
type keyTable struct {
	items []value.Value
	width int // keys an object
	keys  []value.Value
}

// missing marks the key of an object that lacks the property; it comes after all others.
var missing = value.Unset

// expand replaces wildcards by the properties of all objects that match, in the order of their names.
func (t *keyTable) expand(c *runtime.Call, props []property) []property {
	var out []property
	for _, p := range props {
		if p.wild == nil {
			out = append(out, p)
			continue
		}
		var seen value.NameIndex
		for _, v := range t.items {
			eachNamed(c.Env(), v, func(name string, _ func() value.Value) bool {
				if p.wild.Match(name) {
					seen.Add(name)
				}
				return true
			})
		}
		names := slices.Clone(seen.Names())
		slices.SortFunc(names, text.CompareOrdinalIgnoreCase)
		for _, n := range names {
			q := p
			q.Name, q.wild = n, nil
			out = append(out, q)
		}
	}
	return out
}

// read fills the keys.
func (t *keyTable) read(c *runtime.Call, props []property) error {
	if len(props) == 0 {
		t.width, t.keys = 1, t.items
		return nil
	}
	t.width = len(props)
	t.keys = make([]value.Value, 0, len(t.items)*t.width)
	for _, v := range t.items {
		for i := range props {
			k, err := keyOf(c, &props[i], v)
			if err != nil {
				return err
			}
			t.keys = append(t.keys, k)
		}
	}
	return nil
}

// keyOf is the key of one object; the error of a block is reported and the key $null.
func keyOf(c *runtime.Call, p *property, v value.Value) (value.Value, error) {
	if p.block != nil {
		x, failed, err := c.EvaluateKey(p.block, v)
		if failed != nil {
			err = c.ReportKey(failed)
		}
		return x, err
	}
	x, ok, err := readProperty(c.Env(), v, p.Name)
	switch {
	case err != nil:
		return value.NullValue, nil // a getter that fails counts as $null
	case !ok:
		return missing, nil
	}
	return plainKey(x), nil
}

// plainKey is a property's value as a key: no output is $null, which is not the same as no property.
func plainKey(v value.Value) value.Value {
	if v.IsNothing() {
		return value.NullValue
	}
	return v
}

// compare orders two rows key by key. A missing property comes last whatever the direction.
func (t *keyTable) compare(by comparison, a, b int32, descending []bool) int {
	x := t.keys[int(a)*t.width : int(a)*t.width+t.width]
	y := t.keys[int(b)*t.width : int(b)*t.width+t.width]
	for i := range x {
		if n := compareKeys(by, x[i], y[i], descending[i]); n != 0 {
			return n
		}
	}
	return 0
}

func compareKeys(by comparison, x, y value.Value, descending bool) int {
	switch p, q := x.IsUnset(), y.IsUnset(); {
	case p && q:
		return 0
	case p:
		return 1
	case q:
		return -1
	}
	if descending {
		return -by.compare(x, y)
	}
	return by.compare(x, y)
}

// rows are the positions of the items.
func (t *keyTable) rows() []int32 {
	rows := make([]int32, len(t.items))
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

// defaultKeys are the keys that Update-TypeData -DefaultKeyPropertySet gave the type of an object.
func defaultKeys(c *runtime.Call, v value.Value) []property {
	for _, bag := range bagsOf(c.Env(), v) {
		standard, i := bag.Get(standardMembers)
		if i < 0 {
			continue
		}
		members, ok := value.As[*value.PSObject](standard)
		if !ok {
			continue
		}
		if names, i := members.Get("DefaultKeyPropertySet"); i >= 0 {
			var props []property
			for _, n := range runtime.ListOf(names) {
				props = append(props, property{Property: format.Property{Name: value.ToString(n)}})
			}
			return props
		}
	}
	return nil
}

// withoutWildcards drops the properties with wildcards and reports each, as the commands do that need one key a property.
func withoutWildcards(c *runtime.Call, props []property) ([]property, error) {
	kept := props[:0]
	for _, p := range props {
		if p.wild == nil {
			kept = append(kept, p)
			continue
		}
		e := value.Throw(value.NotSupportedException, "WildcardOnKey", "Specified method is not supported.").With(value.InvalidArgument, value.NullValue)
		r := c.ErrorOf(e)
		r.Message = "Wildcard characters are not allowed in \"" + p.Name + "\"."
		if err := c.WriteError(r); err != nil {
			return nil, err
		}
	}
	return kept, nil
}

// compileName is a wildcard that ignores case.
func compileName(pattern string) (*text.Wildcard, error) {
	w, err := text.CompileWildcard(pattern, true)
	if err != nil {
		return nil, badWildcard(err)
	}
	return w, nil
}
