package teams

import (
	"reflect"
	"strings"

	"rehearse/runtime/value"
	"rehearse/state"
)

// listModifier is @{Add=…; Remove=…; Replace=…} given for a list.
type listModifier struct {
	add, remove any
	replace     any
	replaces    bool
}

// listEdit reads a list modifier; false for any other value, which replaces the whole list.
func listEdit(env value.Env, v value.Value) (listModifier, bool) {
	d, ok := value.As[*value.Dictionary](v.Base())
	if !ok {
		return listModifier{}, false
	}
	var m listModifier
	for k, x := range d.All {
		items := listed(plain(env, x, 1))
		switch strings.ToLower(value.ToString(k)) {
		case "add":
			m.add = items
		case "remove":
			m.remove = items
		case "replace":
			m.replace, m.replaces = items, true
		default:
			return listModifier{}, false
		}
	}
	return m, true
}

// listed makes a list of one element.
func listed(x any) any {
	switch x := x.(type) {
	case state.Fields:
		return []state.Fields{x}
	case nil, []state.Fields, []string:
		return x
	case string:
		return []string{x}
	}
	return []string{value.ToString(shown(x, ""))}
}

// apply gives the changed list: what is there already is not added again.
func (m listModifier) apply(present any) any {
	if m.replaces {
		present = m.replace
	}
	objects, _ := present.([]state.Fields)
	texts, _ := present.([]string)
	gone, _ := m.remove.([]state.Fields)
	goneTexts, _ := m.remove.([]string)
	var keptObjects []state.Fields
	for _, o := range objects {
		if !holdsObject(gone, o) {
			keptObjects = append(keptObjects, o)
		}
	}
	var keptTexts []string
	for _, s := range texts {
		if !has(goneTexts, s) {
			keptTexts = append(keptTexts, s)
		}
	}
	if more, ok := m.add.([]state.Fields); ok {
		for _, o := range more {
			if !holdsObject(keptObjects, o) {
				keptObjects = append(keptObjects, o)
			}
		}
	}
	if more, ok := m.add.([]string); ok {
		for _, s := range more {
			if !has(keptTexts, s) {
				keptTexts = append(keptTexts, s)
			}
		}
	}
	if len(keptObjects) > 0 {
		return keptObjects
	}
	return keptTexts
}

// holdsObject compares by Name where the objects have one, else by all properties.
func holdsObject(list []state.Fields, o state.Fields) bool {
	for _, x := range list {
		if name, ok := o.Get("Name").(string); ok && name != "" {
			if other, _ := x.Get("Name").(string); strings.EqualFold(name, other) {
				return true
			}
			continue
		}
		if reflect.DeepEqual(x, o) {
			return true
		}
	}
	return false
}
