package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/rules"
	"rehearse/state/service"
)

// read is Get: all instances with Global first, or the one that is named (semantics 2.11, R34).
func (f *family) read(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if name := f.given(a); name != "" {
		o, err := f.instance(call, name)
		if err != nil {
			return online.Fail(c, err, "")
		}
		return c.Write(f.object(o))
	}
	for _, o := range f.instances(call) {
		if !f.matches(a, o) {
			continue
		}
		if err := c.Write(f.object(o)); err != nil {
			return err
		}
	}
	return nil
}

// given is the name of the instance that the caller asks for, "" for none. The parts of a composite key are joined by a slash.
func (f *family) given(a online.Args) string {
	var parts []string
	for _, key := range strings.Split(f.Identity.Key, "+") {
		if s := a.Text(key); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 && f.Identity.RelativeKey != "" {
		return a.Text(f.Identity.RelativeKey)
	}
	return strings.Join(parts, "/")
}

// instance finds one; Global and the predefined ones are always there.
func (f *family) instance(call service.Call, name string) (*state.Object, error) {
	o, err := service.Object(call, f.objectType(), name)
	if err == nil {
		return o, nil
	}
	plain := strings.TrimPrefix(strings.ToLower(name), "tag:")
	for _, own := range f.always() {
		if strings.EqualFold(own, plain) {
			return f.fresh(own), nil
		}
	}
	return nil, err
}

// instances are all: Global, the predefined ones, those of the tenant.
func (f *family) instances(call service.Call) []*state.Object {
	stored := service.Objects(call, f.objectType())
	var out []*state.Object
	for _, own := range f.always() {
		if find(stored, own) == nil {
			out = append(out, f.fresh(own))
		}
	}
	if g := find(stored, state.GlobalName); g != nil {
		out = append([]*state.Object{g}, out...)
	}
	for _, o := range stored {
		if !strings.EqualFold(o.Name, state.GlobalName) {
			out = append(out, o)
		}
	}
	return out
}

func find(list []*state.Object, name string) *state.Object {
	for _, o := range list {
		if strings.EqualFold(o.Name, name) {
			return o
		}
	}
	return nil
}

// always are the instances that exist without being made.
func (f *family) always() []string {
	if f.Identity.Global || f.Identity.Singleton {
		return append([]string{state.GlobalName}, f.Identity.Predefined...)
	}
	return f.Identity.Predefined
}

func (f *family) fresh(name string) *state.Object {
	return &state.Object{Type: f.objectType(), Name: name, BuiltIn: name != state.GlobalName}
}

// matches applies -Filter, -NameFilter and the like: a wildcard pattern over the identity.
func (f *family) matches(a online.Args, o *state.Object) bool {
	pattern := a.Text("Filter")
	return pattern == "" || service.Like(o.Name, pattern) || service.Like(f.shownName(o.Name), pattern)
}

// object is an instance as a script sees it: identity, description, then the properties, those never set with their defaults.
func (f *family) object(o *state.Object) value.Value {
	typeName := configurationType(strings.TrimPrefix(f.Noun, "Cs"))
	b := online.New(typeName, typeConfiguration)
	keys := strings.Split(f.Identity.Key, "+")
	switch {
	case len(keys) > 1:
		parts := strings.Split(o.Name, "/")
		for i, key := range keys {
			if i < len(parts) {
				b.Text(key, parts[i])
			}
		}
	case f.Identity.Key != "":
		b.Text(f.Identity.Key, f.shownName(o.Name))
	}
	if k := f.Identity.RelativeKey; k != "" && !value.EqualFold(k, f.Identity.Key) {
		b.Text(k, o.Name)
	}
	seen := map[string]bool{}
	put := func(p *familyProperty) {
		if p == nil || seen[p.Name] || has(keys, p.Name) || value.EqualFold(p.Name, f.Identity.RelativeKey) {
			return
		}
		seen[p.Name] = true
		if x, ok := setting(o, p.Name); ok {
			b.Put(p.Name, shown(x, typeName+"."+p.Name))
			return
		}
		b.Put(p.Name, p.unset())
	}
	for _, name := range f.columns() {
		put(f.property(name))
	}
	for i := range f.Props {
		put(&f.Props[i])
	}
	return b.Value()
}

func has(list []string, name string) bool {
	for _, x := range list {
		if value.EqualFold(x, name) {
			return true
		}
	}
	return false
}

// setting is a property that was set.
func setting(o *state.Object, name string) (any, bool) {
	for i := range o.Properties {
		if strings.EqualFold(o.Properties[i].Name, name) {
			return o.Properties[i].Value, true
		}
	}
	return nil, false
}

// missing is R34 for what a caller names and the family cannot have.
func missing(name string) error { return rules.New("R34", "", name, "name", name) }

// alreadyThere is R35.
func alreadyThere(name string) error { return rules.New("R35", "", name, "name", name) }
