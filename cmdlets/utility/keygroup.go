package utility

import (
	"slices"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/value"
)

// keyGroup is the rows of a keyTable that have equal keys.
type keyGroup struct {
	keys []value.Value // of the first row
	rows []int32
}

// formGroups finds the groups: sorted by key if all keys of a column have one type, else as they were first seen.
func formGroups(t *keyTable, by comparison) ([]*keyGroup, error) {
	if err := incomparable(t, by); err != nil {
		return nil, err
	}
	sorted := uniform(t)
	var groups []*keyGroup
	if sorted && hashable(t) {
		groups = groupByHash(t, !by.cased)
	} else {
		groups = groupBySearch(t, by)
	}
	if sorted {
		slices.SortStableFunc(groups, func(a, b *keyGroup) int {
			for i := range a.keys {
				if n := compareKeys(by, a.keys[i], b.keys[i], false); n != 0 {
					return n
				}
			}
			return 0
		})
	}
	return groups, nil
}

// incomparable is the error of custom objects as keys: grouping needs an order, which they do not have.
func incomparable(t *keyTable, by comparison) error {
	var first value.Value
	for _, k := range t.keys {
		o, ok := value.As[*value.PSObject](k)
		if !ok || !o.IsCustom() {
			continue
		}
		if first.IsNull() {
			first = k
			continue
		}
		_, err := value.Compare(by.call.Env(), first, k, by.cased)
		return err
	}
	return nil
}

// uniform tells whether the keys of each column have one type, those that are $null or missing aside.
func uniform(t *keyTable) bool {
	types := make([]*value.Type, t.width)
	for i, k := range t.keys {
		if k.IsNull() {
			continue
		}
		x := value.TypeOf(k)
		if j := i % t.width; types[j] == nil {
			types[j] = x
		} else if types[j] != x {
			return false
		}
	}
	return true
}

// hashable tells whether equal keys are the same scalar or the same plain text but for case.
func hashable(t *keyTable) bool {
	for _, k := range t.keys {
		switch b := k.Base(); b.Kind() {
		case value.Reference, value.DecimalKind, value.Double, value.Single:
			return false
		case value.String:
			if !printable(b.Str()) {
				return false
			}
		}
	}
	return true
}

// groupByHash numbers the keys of each column, and then the combinations of numbers.
func groupByHash(t *keyTable, fold bool) []*keyGroup {
	type pair struct{ left, right int }
	columns := make([]value.Table, t.width)
	combined := make([]map[pair]int, t.width)
	for i := range columns {
		columns[i].FoldCase = fold
		combined[i] = map[pair]int{}
	}
	var groups []*keyGroup
	var of []int // the group of a number of the last column's combinations
	for _, r := range missingLast(t) {
		keys := t.keys[int(r)*t.width : (int(r)+1)*t.width]
		n := 0
		for i, k := range keys {
			id := -1
			if !k.IsNull() {
				k = k.Base()
				if x, ok := columns[i].Get(k); ok {
					id = int(x.Int())
				} else {
					id = columns[i].Len()
					columns[i].Set(k, value.OfInt(id))
				}
			}
			p := pair{n, id}
			x, ok := combined[i][p]
			if !ok {
				x = len(combined[i])
				combined[i][p] = x
			}
			n = x
		}
		if n == len(of) {
			of = append(of, len(groups))
			groups = append(groups, &keyGroup{keys: plainKeys(keys)})
		}
		g := groups[of[n]]
		g.rows = append(g.rows, r)
	}
	return groups
}

// missingLast are the rows in their order, those that lack a key after the others, as sorting by key leaves them.
func missingLast(t *keyTable) []int32 {
	rows := t.rows()
	lacks := func(r int32) bool {
		return slices.ContainsFunc(t.keys[int(r)*t.width:(int(r)+1)*t.width], value.Value.IsUnset)
	}
	if !slices.ContainsFunc(t.keys, value.Value.IsUnset) {
		return rows
	}
	var later []int32
	kept := rows[:0]
	for _, r := range rows {
		if lacks(r) {
			later = append(later, r)
		} else {
			kept = append(kept, r)
		}
	}
	return append(kept, later...)
}

// groupBySearch compares each row with the groups there are.
func groupBySearch(t *keyTable, by comparison) []*keyGroup {
	var groups []*keyGroup
rows:
	for r := range t.items {
		keys := t.keys[r*t.width : (r+1)*t.width]
		for _, g := range groups {
			if sameKeys(by, g.keys, keys) {
				g.rows = append(g.rows, int32(r))
				continue rows
			}
		}
		groups = append(groups, &keyGroup{keys: plainKeys(keys), rows: []int32{int32(r)}})
	}
	return groups
}

func sameKeys(by comparison, a, b []value.Value) bool {
	for i := range a {
		if a[i].IsNull() != b[i].IsNull() || by.compare(a[i], b[i]) != 0 {
			return false
		}
	}
	return true
}

// plainKeys are keys as a group shows them: a missing one is $null.
func plainKeys(keys []value.Value) []value.Value {
	out := make([]value.Value, len(keys))
	for i, k := range keys {
		if !k.IsNull() {
			out[i] = k
		}
	}
	return out
}

// groupName is the keys as text; $null is left out. A list is set in braces if it is a property's value.
func groupName(keys []value.Value, byProperty bool) string {
	var parts []string
	for _, k := range keys {
		switch {
		case k.IsNull():
		case byProperty && runtime.IsList(k):
			var items []string
			for _, x := range runtime.ListOf(k) {
				items = append(items, value.ToStringCulture(x))
			}
			parts = append(parts, "{"+strings.Join(items, ", ")+"}")
		default:
			parts = append(parts, value.ToStringCulture(k))
		}
	}
	return strings.Join(parts, ", ")
}
