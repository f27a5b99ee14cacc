package service

import (
	"slices"
	"strings"
)

// ListChange changes a list as PSListModifier does: Replace alone, or Add and
// Remove. A plain list is a Replace.
type ListChange struct {
	// Replaces says that Replace is meant, also when it is empty.
	Replaces bool
	Replace  []string
	Add      []string
	Remove   []string
}

// Replace is the change to exactly these values.
func Replace(values ...string) *ListChange {
	return &ListChange{Replaces: true, Replace: values}
}

// apply gives the changed list: unique regardless of case, in order.
func (l *ListChange) apply(present []string) []string {
	if l == nil {
		return present
	}
	var out []string
	add := func(values []string) {
		for _, v := range values {
			if !containsFold(out, v) {
				out = append(out, v)
			}
		}
	}
	if l.Replaces {
		add(l.Replace)
		return out
	}
	add(present)
	add(l.Add)
	return slices.DeleteFunc(out, func(v string) bool {
		return slices.ContainsFunc(l.Remove, func(r string) bool { return strings.EqualFold(r, v) })
	})
}
