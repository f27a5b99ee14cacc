package file

import (
	"strings"

	"rehearse/state"
)

// operator finds the operator that a node names.
func (d *decoder) operator(n *node) *state.Operator {
	name := d.text(n)
	o := d.operators[strings.ToLower(name)]
	if o == nil {
		d.fail(n.at, hint(name, d.operators), "there is no operator %s", name)
	}
	return o
}

// group finds the group that a node names and gives its id.
func (d *decoder) group(n *node) string {
	name := d.text(n)
	g := d.groups[strings.ToLower(name)]
	if g == nil {
		d.fail(n.at, hint(name, d.groups), "there is no group %s", name)
		return ""
	}
	return g.GroupID
}

// user finds the user that a node names.
func (d *decoder) user(n *node) *state.User {
	name := d.text(n)
	u := d.users[strings.ToLower(name)]
	if u == nil {
		d.fail(n.at, hint(name, d.users), "there is no user %s", name)
	}
	return u
}

// knownPolicy checks the name of a granted policy. Voice routing policies must be in the file; other types also have instances that the
// service brings along.
func (d *decoder) knownPolicy(at place, policyType, name string) {
	if strings.EqualFold(policyType, state.PolicyVoiceRouting) && !strings.EqualFold(name, state.GlobalName) && d.routing[strings.ToLower(name)] == nil {
		d.fail(at, hint(name, d.routing), "there is no voice routing policy %s", name)
	}
}

// sku finds the product that a node names and gives its id.
func (d *decoder) sku(n *node) string {
	name := d.text(n)
	if id, ok := d.skus[strings.ToUpper(name)]; ok {
		return id
	}
	d.fail(n.at, "Add it to the section subscriptions.", "the tenant has no subscription %s", name)
	return ""
}

// plans are service plans by name or GUID, as GUIDs.
func (d *decoder) plans(n *node) []string {
	names := d.texts(n)
	for i, name := range names {
		switch p := state.PlanByName(name); {
		case p != nil:
			names[i] = p.ID
		case state.IsGUID(strings.ToLower(name)):
			names[i] = strings.ToLower(name)
		default:
			d.fail(n.at, "Write its name or its GUID.", "there is no service plan %s", name)
		}
	}
	return names
}

func planNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = state.PlanName(id)
	}
	return out
}

// hint names the nearest known one.
func hint[T any](name string, known map[string]T) string {
	names := make([]string, 0, len(known))
	for k := range known {
		names = append(names, k)
	}
	if near := nearest(name, names); near != "" {
		return "Did you mean " + near + "?"
	}
	return "Add it, or correct the name."
}
