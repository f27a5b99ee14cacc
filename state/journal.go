package state

import (
	"cmp"
	"reflect"
	"slices"
	"time"
)

// Action is what a change did to its record.
type Action string

// The actions of a journal.
const (
	Create Action = "create"
	Update Action = "update"
	Delete Action = "delete"
)

// Change is one entry of a journal.
type Change struct {
	// Seq counts the changes of the tenant from 1.
	Seq    int
	Action Action
	Kind   Kind
	// Key names the record for a person.
	Key string
	// Was and Is are the records before and after; nil where there is none.
	// They are shared with the tenant and must not be changed.
	Was, Is Record
	// At is the virtual instant.
	At    time.Time
	Cause Cause
	// Rule is the number of the rule by which the service did this by itself,
	// later; empty for what the command did.
	Rule string

	diff []FieldChange // once Net has compared
}

// Before gives the record before the change as plain data; nil for a creation.
func (c Change) Before() Fields {
	if c.Was == nil {
		return nil
	}
	return c.Was.Fields()
}

// After gives the record after the change as plain data; nil for a deletion.
func (c Change) After() Fields {
	if c.Is == nil {
		return nil
	}
	return c.Is.Fields()
}

// FieldChange is one field that differs between two states of a record.
type FieldChange struct {
	Name          string
	Before, After any
}

// Diff lists the fields that the change altered, in the record's order.
func (c Change) Diff() []FieldChange {
	if c.diff != nil {
		return c.diff
	}
	return DiffFields(c.Before(), c.After())
}

// DiffFields lists the fields that differ: those of after in their order, then
// those that only before has.
func DiffFields(before, after Fields) []FieldChange {
	var out []FieldChange
	for _, f := range after {
		if old := before.Get(f.Name); !reflect.DeepEqual(old, f.Value) {
			out = append(out, FieldChange{f.Name, old, f.Value})
		}
	}
	for _, f := range before {
		if !slices.ContainsFunc(after, func(x Field) bool { return x.Name == f.Name }) {
			out = append(out, FieldChange{f.Name, f.Value, nil})
		}
	}
	return out
}

// Journal is a sequence of changes, oldest first.
type Journal []Change

// Net folds the journal to at most one change per record: what is different at
// the end, each with the cause of the last change that mattered. Records that
// end as they began are left out. The order is that of the first change.
func (j Journal) Net() Journal {
	type at struct {
		kind Kind
		id   string
	}
	index := make(map[at]int, len(j))
	var out Journal
	for _, c := range j {
		rec := c.Is
		if rec == nil {
			rec = c.Was
		}
		k := at{c.Kind, rec.ID()}
		i, seen := index[k]
		if !seen {
			index[k] = len(out)
			out = append(out, c)
			continue
		}
		was := out[i].Was
		out[i], out[i].Was = c, was
		out[i].Action = actionOf(was, c.Is)
	}
	kept := out[:0]
	for _, c := range out {
		if c.diff = nil; c.Was != nil && c.Is != nil {
			if c.diff = c.Diff(); len(c.diff) == 0 {
				continue
			}
		} else if c.Was == nil && c.Is == nil {
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

func actionOf(was, is Record) Action {
	switch {
	case was == nil:
		return Create
	case is == nil:
		return Delete
	}
	return Update
}

// By gives the changes in the order of kind, then key, for listings.
func (j Journal) By() Journal {
	order := make(map[Kind]int)
	for i, k := range Kinds() {
		order[k] = i
	}
	out := slices.Clone(j)
	slices.SortStableFunc(out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(order[a.Kind], order[b.Kind]), cmp.Compare(a.Key, b.Key))
	})
	return out
}
