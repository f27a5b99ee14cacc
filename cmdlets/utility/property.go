package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/format"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// property is one element of -Property, ready to be read: a name, a wildcard or a block, perhaps with a name of its own.
type property struct {
	format.Property
	wild  *text.Wildcard // set if Name has wildcards
	block *runtime.ScriptBlock
}

// propertiesOf reads -Property by the parser of a command's own keys; $null and an empty list are no properties.
func propertiesOf(c *runtime.Call, param int, parse func([]value.Value) ([]format.Property, error)) ([]property, error) {
	parsed, err := parse(c.List(param))
	if err != nil {
		return nil, c.Sign(err)
	}
	props := make([]property, len(parsed))
	for i, p := range parsed {
		props[i].Property = p
		props[i].block = runtime.BlockOf(p.Block)
		if props[i].block != nil || !text.ContainsWildcard(p.Name) {
			continue
		}
		if props[i].wild, err = text.CompileWildcard(p.Name, true); err != nil {
			return nil, badWildcard(err)
		}
	}
	return props, nil
}

func badWildcard(err error) *value.Exception {
	return value.Throw(value.PSArgumentException, "WildcardPatternException", err.Error()).With(value.InvalidArgument, value.NullValue)
}

// title is what the property is called when it names itself: its label, its name, or the text of its block.
func (p *property) title() string {
	switch {
	case p.Label != "":
		return p.Label
	case p.block != nil:
		return p.Text
	}
	return p.Name
}

// readProperty is v's property of that name and whether there is one. Of the dictionaries only a Hashtable shows its keys as properties
// to the object cmdlets (oracle/objects, section 1).
func readProperty(env value.Env, v value.Value, name string) (value.Value, bool, error) {
	if d, ok := value.As[*value.Dictionary](v); ok && d.Type != value.TypeHashtable {
		if p := d.Type.FindProperty(name, false); p != nil {
			x, err := p.Get(env, v)
			return x, true, err
		}
		return value.NullValue, false, nil
	}
	return value.GetProperty(env, v, name)
}

// named is a property that was found on an object: its name as the object spells it, and its value.
type named struct {
	name string
	v    value.Value
}

// eachNamed yields what the properties of an object are called and hold; those of a Hashtable are its keys. A getter that fails counts as
// $null.
func eachNamed(env value.Env, v value.Value, yield func(name string, read func() value.Value) bool) {
	if d, ok := value.As[*value.Dictionary](v.Base()); ok && d.Type == value.TypeHashtable {
		more := true
		d.All(func(k, x value.Value) bool {
			more = yield(value.ToString(k), func() value.Value { return x })
			return more
		})
		if !more || d.Len() > 0 {
			return
		}
	}
	value.EachProperty(env, v, func(p value.PropertyRef) bool {
		return yield(p.Name, func() value.Value {
			x, err := p.Get(env)
			if err != nil {
				return value.NullValue
			}
			return x
		})
	})
}

// spelled is a property's name as the object writes it, the asked one if it has none.
func spelled(env value.Env, v value.Value, name string) string {
	if o, ok := value.As[*value.PSObject](v); ok {
		if i := o.Shape().Find(name); i >= 0 {
			return o.Shape().Name(i)
		}
	}
	out := name
	eachNamed(env, v, func(n string, _ func() value.Value) bool {
		if value.EqualFold(n, name) {
			out = n
			return false
		}
		return true
	})
	return out
}

// matching are the properties of an object that a wildcard finds, each name once, in the object's order.
func matching(env value.Env, v value.Value, w *text.Wildcard) []named {
	var found []named
	var seen value.NameIndex
	eachNamed(env, v, func(name string, read func() value.Value) bool {
		if w.Match(name) && seen.Find(name) < 0 {
			seen.Add(name)
			found = append(found, named{name, read()})
		}
		return true
	})
	return found
}

// setNames are the names in a property set of that name which the object has, nil if there is none.
func setNames(env value.Env, v value.Value, name string) []string {
	for _, bag := range bagsOf(env, v) {
		if x, i := bag.Get(name); i >= 0 {
			if bag.Shape().KindAt(i) != value.PropertySet {
				return nil
			}
			var names []string
			for _, n := range runtime.ListOf(x) {
				names = append(names, value.ToString(n))
			}
			return names
		}
	}
	return nil
}

// bagsOf are the bags of members that were added to an object or to its types.
func bagsOf(env value.Env, v value.Value) []*value.PSObject {
	var bags []*value.PSObject
	if o, ok := value.As[*value.PSObject](v); ok {
		bags = append(bags, o)
	}
	if e, ok := value.As[value.Extensible](v.Base()); ok && e.Added() != nil {
		bags = append(bags, e.Added())
	}
	if d := env.TypeData(); d != nil {
		for _, n := range value.TypeNames(v) {
			if b := d.Bag(n); b != nil {
				bags = append(bags, b)
			}
		}
	}
	return bags
}
