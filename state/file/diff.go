package file

import (
	"maps"
	"slices"

	"rehearse/state"
)

// Diff lists what turns a into b, in file order and within a kind by key:
// creations, updates and deletions as in a journal, without time and cause.
func Diff(a, b *Data) state.Journal {
	was, is := index(a), index(b)
	var out state.Journal
	for _, kind := range state.Kinds() {
		ids := slices.Collect(maps.Keys(was[kind]))
		for id := range is[kind] {
			if was[kind][id] == nil {
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		for _, id := range ids {
			c := state.Change{Kind: kind, Was: was[kind][id], Is: is[kind][id]}
			switch {
			case c.Was == nil:
				c.Action, c.Key = state.Create, c.Is.Key()
			case c.Is == nil:
				c.Action, c.Key = state.Delete, c.Was.Key()
			case len(c.Diff()) > 0:
				c.Action, c.Key = state.Update, c.Is.Key()
			default:
				continue
			}
			c.Seq = len(out) + 1
			out = append(out, c)
		}
	}
	return out
}

func index(d *Data) map[state.Kind]map[string]state.Record {
	out := make(map[state.Kind]map[string]state.Record)
	for _, list := range d.Records {
		for _, r := range list {
			if out[r.Kind()] == nil {
				out[r.Kind()] = make(map[string]state.Record)
			}
			out[r.Kind()][r.ID()] = r
		}
	}
	return out
}
