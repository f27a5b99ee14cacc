package format

import (
	"slices"
	"strings"

	"rehearse/runtime/value"
)

// propertyNames are the names of the visible properties of v, each once, in the order in which wildcards find them.
func propertyNames(env value.Env, v value.Value) []string {
	return collectNames(env, v, value.EachProperty)
}

// displayedOrder are the names of the visible properties of v in the order of its display.
func displayedOrder(env value.Env, v value.Value) []string {
	return collectNames(env, v, eachDisplayed)
}

func collectNames(env value.Env, v value.Value, each func(value.Env, value.Value, func(value.PropertyRef) bool)) []string {
	var names []string
	each(env, v, func(p value.PropertyRef) bool {
		for _, n := range names {
			if value.EqualFold(n, p.Name) {
				return true
			}
		}
		names = append(names, p.Name)
		return true
	})
	return names
}

// eachDisplayed calls yield for the properties of v in the order of its default display: those that type data adds come last, while
// EachProperty, and so Select-Object * and Format-List *, has them first (formatting README, section 1; archive error-record:
// format-list-throw-force against format-list: error-record-force).
func eachDisplayed(env value.Env, v value.Value, yield func(value.PropertyRef) bool) {
	late := typeDataNames(env, v)
	if late == nil {
		value.EachProperty(env, v, yield)
		return
	}
	isLate := func(name string) bool {
		return slices.ContainsFunc(late, func(n string) bool { return value.EqualFold(n, name) })
	}
	for _, pass := range [...]bool{false, true} {
		stopped := false
		value.EachProperty(env, v, func(p value.PropertyRef) bool {
			if isLate(p.Name) == pass {
				stopped = !yield(p)
			}
			return !stopped
		})
		if stopped {
			return
		}
	}
}

// typeDataNames are the properties that Update-TypeData or PowerShell's own type data add to the type of v, nil if there are none.
func typeDataNames(env value.Env, v value.Value) []string {
	var names []string
	switch value.TypeOf(v).FullName {
	case "System.Collections.DictionaryEntry":
		names = []string{"Name"}
	case "System.DateTime":
		names = []string{"DateTime"}
	case "System.Net.IPAddress":
		names = []string{"IPAddressToString"}
	case "System.Guid":
		names = []string{"Guid"}
	case "System.Management.Automation.ErrorRecord":
		names = []string{"PSMessageDetails"}
	}
	if env == nil {
		return names
	}
	data := env.TypeData()
	if data == nil {
		return names
	}
	own, _ := value.As[*value.PSObject](v)
	for _, t := range value.TypeNames(v) {
		bag := data.Bag(t)
		if bag == nil {
			continue
		}
		for _, n := range bag.Shape().Names() {
			if own == nil || own.Shape().Find(n) < 0 {
				names = append(names, n)
			}
		}
	}
	return names
}

// hasProperties tells whether v has any visible property; objects without are displayed as their text.
func hasProperties(env value.Env, v value.Value) bool {
	any := false
	value.EachProperty(env, v, func(value.PropertyRef) bool {
		any = true
		return false
	})
	return any
}

// displayedNames are the properties shown by default: those of the default display property set if the type has one, else all.
func displayedNames(env value.Env, v value.Value) []string {
	if set := defaultDisplay(env, v); set != nil {
		return set
	}
	return collectNames(env, v, eachDisplayed)
}

// defaultDisplay is the DefaultDisplayPropertySet of v, nil if it has none (formatting README, section 10).
func defaultDisplay(env value.Env, v value.Value) []string {
	if m, ok := standardMember(env, v, "DefaultDisplayPropertySet"); ok {
		return nameList(m)
	}
	return nil
}

// defaultProperty is the DefaultDisplayProperty of v, "" if it has none; Format-Wide shows it.
func defaultProperty(env value.Env, v value.Value) string {
	if m, ok := standardMember(env, v, "DefaultDisplayProperty"); ok && m.Base().IsString() {
		return m.Base().Str()
	}
	return ""
}

// standardMember is a member of the member set PSStandardMembers, which is added to the object or to its type.
func standardMember(env value.Env, v value.Value, name string) (value.Value, bool) {
	const members = "PSStandardMembers"
	found, ok := value.NullValue, false
	eachBag(env, v, func(bag *value.PSObject) bool {
		content, i := bag.Get(members)
		if i < 0 {
			return true
		}
		set, isBag := value.As[*value.PSObject](content)
		if !isBag {
			return true
		}
		if m, j := set.Get(name); j >= 0 {
			found, ok = m, true
		}
		return !ok
	})
	return found, ok
}

// propertySet are the names that a property set of that name stands for.
func propertySet(env value.Env, v value.Value, name string) ([]string, bool) {
	var names []string
	found := false
	eachBag(env, v, func(bag *value.PSObject) bool {
		i := bag.Shape().Find(name)
		if i >= 0 && bag.Shape().KindAt(i) == value.PropertySet {
			names, found = nameList(bag.At(i)), true
		}
		return !found
	})
	return names, found
}

// eachBag calls yield for the members added to v and to its types, nearest first, until it returns false.
func eachBag(env value.Env, v value.Value, yield func(*value.PSObject) bool) {
	if o, ok := value.As[*value.PSObject](v); ok && !yield(o) {
		return
	}
	if e, ok := v.Base().Object().(value.Extensible); ok {
		if bag := e.Added(); bag != nil && !yield(bag) {
			return
		}
	}
	if env == nil {
		return
	}
	data := env.TypeData()
	if data == nil {
		return
	}
	for _, n := range value.TypeNames(v) {
		if bag := data.Bag(n); bag != nil && !yield(bag) {
			return
		}
		if short, ok := strings.CutPrefix(n, deserialized); ok {
			if bag := data.Bag(short); bag != nil && !yield(bag) {
				return
			}
		}
	}
}

// nameList are the strings in a list or a single string.
func nameList(v value.Value) []string {
	v = v.Base()
	if v.IsString() {
		return []string{v.Str()}
	}
	l, ok := v.Object().(value.List)
	if !ok {
		return nil
	}
	names := make([]string, l.Len())
	for i := range names {
		names[i] = value.ToString(l.At(i))
	}
	return names
}

// realName is the spelling of a property name in the object itself, and whether the object has it.
func realName(env value.Env, v value.Value, name string) (string, bool) {
	real, found := name, false
	value.EachProperty(env, v, func(p value.PropertyRef) bool {
		if value.EqualFold(p.Name, name) {
			real, found = p.Name, true
		}
		return !found
	})
	if !found {
		_, has, _ := value.GetProperty(env, v, name)
		found = has && !isDictionary(v)
	}
	return real, found
}

func isDictionary(v value.Value) bool {
	_, ok := value.As[*value.Dictionary](v.Base())
	return ok
}
