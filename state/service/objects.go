package service

import (
	"strconv"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// ObjectChange describes an instance of a generic family to make or to change.
type ObjectChange struct {
	// Type is the family.
	Type string
	// Identity is "Name", "Tag:Name" or "Global"; empty means Global for a change.
	Identity string
	// Set are the properties given, by their own names.
	Set state.Fields
}

// Objects lists the instances of a generic family, Global first.
func Objects(c Call, objectType string) []*state.Object {
	Settle(c)
	return c.Tx.Objects(objectType)
}

// Object gives one instance. Rule R34.
func Object(c Call, objectType, identity string) (*state.Object, error) {
	Settle(c)
	if o := c.Tx.Object(objectType, plainName(identity)); o != nil {
		return o, nil
	}
	return nil, rules.New("R34", "", identity, "name", identity)
}

// NewObject makes an instance. Rule R35.
func NewObject(c Call, o ObjectChange) (*state.Object, error) {
	Settle(c)
	name := plainName(o.Identity)
	if name == "" || c.Tx.Object(o.Type, name) != nil {
		return nil, rules.New("R35", "", name, "name", o.Identity)
	}
	made := &state.Object{Type: o.Type, Name: name, CreatedAt: c.Now()}
	made.Properties = merge(nil, o.Set)
	c.put(made)
	return made, nil
}

// SetObject changes an instance; Global comes into being when it is first changed.
// Rule R34.
func SetObject(c Call, o ObjectChange) error {
	Settle(c)
	name := plainName(o.Identity)
	if name == "" {
		name = state.GlobalName
	}
	was := c.Tx.Object(o.Type, name)
	if was == nil {
		if !strings.EqualFold(name, state.GlobalName) {
			return rules.New("R34", "", name, "name", o.Identity)
		}
		c.put(&state.Object{Type: o.Type, Name: state.GlobalName, Properties: merge(nil, o.Set)})
		return nil
	}
	changed := was.Clone()
	changed.Properties = merge(changed.Properties, o.Set)
	c.putChanged(was, changed)
	return nil
}

// RemoveObject removes an instance; Global is reset instead. One that is still
// granted goes too, and is reported. Rules R34, R36.
func RemoveObject(c Call, objectType, identity string) error {
	Settle(c)
	name := plainName(identity)
	o := c.Tx.Object(objectType, name)
	if strings.EqualFold(name, state.GlobalName) {
		if o != nil && len(o.Properties) > 0 {
			c.put(&state.Object{Type: o.Type, Name: o.Name})
		}
		return nil
	}
	switch {
	case o == nil:
		return rules.New("R34", "", name, "name", identity)
	case o.BuiltIn:
		return rules.New("R36", "", name, "name", identity)
	}
	c.delete(o)
	c.fallBack(o.Type, o.Name)
	return nil
}

// fallBack takes the grants of a removed policy away, so that its users fall back to their group's or the Global policy, and reports how
// many they are (R36).
func (c Call) fallBack(policyType, name string) {
	count := 0
	for u := range c.Tx.Users() {
		if !strings.EqualFold(u.Policy(policyType), name) {
			continue
		}
		count++
		changed := u.Clone()
		changed.SetPolicy(policyType, "")
		c.Tx.PutByRule(c.Cause, changed, "R36")
	}
	for _, g := range c.Tx.GroupPolicies(policyType) {
		if strings.EqualFold(g.Name, name) {
			c.dropGroupPolicy(g)
		}
	}
	if g := c.Tx.GlobalPolicy(policyType); g != nil && strings.EqualFold(g.Name, name) {
		c.Tx.DeleteByRule(c.Cause, g, "R36")
	}
	if count > 0 {
		c.report("R36", "granted", name, "name", name, "count", strconv.Itoa(count))
	}
}

// merge lays the given properties over the present ones, which keep their places.
func merge(present, given state.Fields) state.Fields {
	for _, g := range given {
		found := false
		for i := range present {
			if strings.EqualFold(present[i].Name, g.Name) {
				present[i].Value, found = g.Value, true
			}
		}
		if !found {
			present = append(present, g)
		}
	}
	return present
}
