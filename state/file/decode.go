package file

import (
	"slices"
	"strings"

	"rehearse/state"
)

// Version is the version of the tenant format that this package writes, and the
// newest that it reads.
const Version = 1

// MaxSize is the greatest size of a tenant file in bytes.
const MaxSize = 512 << 20

// Data is a tenant as a file holds it: records without clock and history.
type Data struct {
	// Name is where the data came from, for messages.
	Name string
	// Records are grouped by kind, in the order of [state.Kinds].
	Records [][]state.Record
}

// Tenant makes a tenant of the data, with the given clock. It may be called more
// than once; the tenants share the immutable records.
func (d *Data) Tenant(clock *state.Clock) (*state.Tenant, error) {
	return state.New(clock, d.Records...)
}

// Decode reads a tenant from the text of a file; name is used in messages. An
// error is an [*Error].
func Decode(name string, text []byte) (*Data, error) {
	src := source{name, text}
	if len(text) > MaxSize {
		return nil, src.fault(place{}, "Split the tenant.", "the file is larger than %d MB", MaxSize>>20)
	}
	root, ok := parsePlain(text)
	if !ok {
		var err error
		if root, err = parseFull(src); err != nil {
			return nil, err
		}
	}
	d := &decoder{src: src}
	data := d.tenant(root)
	if d.err != nil {
		return nil, d.err
	}
	if data.Name == "" {
		data.Name = name
	}
	return data, nil
}

// sections are the keys of a tenant file in their order.
var sections = []string{
	"rehearse", "name", "organization", "subscriptions", "operators", "operatorRelations", "civicAddresses",
	"pstnUsages", "pstnGateways", "voiceRoutes", "voiceRoutingPolicies", "policies", "groups", "groupPolicies",
	"globalPolicies", "users", "associations", "phoneNumbers",
}

// tenant reads the sections in the order in which they refer to each other,
// whatever the order in the file.
func (d *decoder) tenant(root *node) *Data {
	if root.kind != nodeMap {
		d.fail(root.at, "Begin with: rehearse: 1", "a tenant file is a mapping, not %s", root.describe())
		return nil
	}
	found := make([]*node, len(sections))
	for i := range root.keys {
		at := slices.Index(sections, root.keys[i].name)
		switch {
		case at < 0:
			d.unknownKey(root.keys[i], "a tenant file", sections)
			return nil
		case found[at] != nil:
			d.fail(root.keys[i].at, "Join the two sections.", "section %s is given twice", sections[at])
			return nil
		}
		found[at] = &root.items[i]
	}
	section := func(name string) *node { return found[slices.Index(sections, name)] }
	d.version(root, section("rehearse"))
	if d.err != nil {
		return nil
	}
	data := &Data{}
	if n := section("name"); n != nil {
		data.Name = d.text(n)
	}
	add := func(list []state.Record) { data.Records = append(data.Records, list) }
	add(d.readOrganization(root, section("organization")))
	add(d.readSubscriptions(section("subscriptions")))
	add(d.readOperators(section("operators")))
	add(d.readRelations(section("operatorRelations")))
	addresses, locations := d.readAddresses(section("civicAddresses"))
	add(addresses)
	add(locations)
	usages := d.readUsages(section("pstnUsages"))
	add([]state.Record{usages})
	gateways := d.readGateways(section("pstnGateways"))
	add(gateways)
	add(d.readRoutes(section("voiceRoutes"), usages))
	add(d.readRoutingPolicies(section("voiceRoutingPolicies"), usages))
	add(entries(d, section("policies"), "policy", objectFields, func(o *state.Object, n *node) state.Record {
		d.require(n, "policy", "type", o.Type)
		d.require(n, "policy", "name", o.Name)
		return o
	}))
	add(d.readGroups(section("groups")))
	add(entries(d, section("groupPolicies"), "group policy", groupPolicyFields, func(g *state.GroupPolicy, n *node) state.Record {
		d.require(n, "group policy", "group", g.GroupID)
		d.knownPolicy(n.at, g.Type, g.Name)
		return g
	}))
	add(entries(d, section("globalPolicies"), "global policy", globalPolicyFields, func(g *state.GlobalPolicy, n *node) state.Record {
		d.require(n, "global policy", "type", g.Type)
		d.knownPolicy(n.at, g.Type, g.Name)
		return g
	}))
	users := d.readUsers(section("users"))
	add(users)
	add(entries(d, section("associations"), "association", associationFields, func(a *state.Association, n *node) state.Record {
		d.require(n, "association", "user", a.UserID)
		if a.ConfigurationType == "" {
			a.ConfigurationType = "CallQueue"
		}
		if a.CallPriority == 0 {
			a.CallPriority = 3
		}
		return a
	}))
	add(d.readNumbers(section("phoneNumbers")))
	return data
}

// version refuses a file of a newer format by name.
func (d *decoder) version(root, n *node) {
	if n == nil {
		d.fail(root.at, "Begin with: rehearse: 1", "this is no tenant file: the key rehearse with the format's version is missing")
		return
	}
	switch v := d.count(n); {
	case d.err != nil:
	case v > Version:
		d.fail(n.at, "Use a newer rehearse, or save the tenant with an older one.",
			"tenant format %d is newer than this program, which reads up to %d", v, Version)
	case v < 1:
		d.fail(n.at, "Begin with: rehearse: 1", "there is no tenant format %d", v)
	}
}

// entries reads a list of records by a table of fields; finish completes one. Two
// with the same key are refused.
func entries[T any](d *decoder, n *node, what string, fields []field[T], finish func(*T, *node) state.Record) []state.Record {
	return preset(d, n, what, fields, func(*T) {}, finish)
}

// preset is entries for records whose defaults are not zero; fresh sets them.
func preset[T any](d *decoder, n *node, what string, fields []field[T], fresh func(*T), finish func(*T, *node) state.Record) []state.Record {
	if n == nil || d.err != nil {
		return nil
	}
	items := d.list(n)
	out := make([]state.Record, 0, len(items))
	seen := make(map[string]place, len(items))
	block := make([]T, len(items))
	for i := range items {
		to := &block[i]
		fresh(to)
		record(d, &items[i], what, fields, to)
		if d.err != nil {
			return nil
		}
		r := finish(to, &items[i])
		if d.err != nil {
			return nil
		}
		id := r.ID()
		if at, twice := seen[id]; twice {
			d.fail(items[i].at, "Remove one of them.", "%s %s is given twice, first in line %d", what, r.Key(), at.line)
			return nil
		}
		seen[id] = items[i].at
		out = append(out, r)
	}
	return out
}

// require refuses a record without a key that it needs.
func (d *decoder) require(n *node, what, name, value string) {
	if value == "" {
		d.fail(n.at, "Add "+name+".", "%s needs %s", what, name)
	}
}

func (d *decoder) readOrganization(root, n *node) []state.Record {
	if n == nil {
		d.fail(root.at, "Add an organization with tenantId, displayName and domains.", "the organization is missing")
		return nil
	}
	o := &state.Organization{Cloud: state.CloudCommercial}
	record(d, n, "organization", organizationFields, o)
	d.require(n, "organization", "tenantId", o.TenantID)
	d.require(n, "organization", "displayName", o.DisplayName)
	if d.err == nil && len(o.Domains) == 0 {
		d.fail(n.at, "Add domains.", "organization needs domains")
	}
	if o.TeamsUpgradeEffectiveMode == "" {
		o.TeamsUpgradeEffectiveMode = "TeamsOnly"
	}
	d.organization = o
	return []state.Record{o}
}

func (d *decoder) readSubscriptions(n *node) []state.Record {
	d.skus = make(map[string]string)
	return entries(d, n, "subscription", subscriptionFields, func(s *state.Subscription, n *node) state.Record {
		d.require(n, "subscription", "skuPartNumber", s.SkuPartNumber)
		if known := state.SkuByName(s.SkuPartNumber); known != nil && s.SkuID == "" {
			s.SkuID = known.ID
		}
		if s.SkuID == "" {
			d.fail(n.at, "Add its SkuId as skuId, or correct the part number.", "product %s is not in the product list", s.SkuPartNumber)
		}
		if s.CapabilityStatus == "" {
			s.CapabilityStatus = "Enabled"
		}
		d.skus[strings.ToUpper(s.SkuPartNumber)] = s.SkuID
		return s
	})
}

func (d *decoder) readOperators(n *node) []state.Record {
	d.operators = make(map[string]*state.Operator)
	return entries(d, n, "operator", operatorFields, func(o *state.Operator, n *node) state.Record {
		d.require(n, "operator", "name", o.Name)
		d.require(n, "operator", "operatorId", o.OperatorID)
		if o.Model == "" {
			o.Model = state.OperatorSets
		}
		name := strings.ToLower(o.Name)
		if d.operators[name] != nil {
			d.fail(n.at, "Remove one of them.", "operator %s is given twice", o.Name)
		}
		d.operators[name] = o
		return o
	})
}

func (d *decoder) readRelations(n *node) []state.Record {
	return entries(d, n, "enabled operator", relationFields, func(r *state.OperatorRelation, n *node) state.Record {
		d.require(n, "enabled operator", "operator", r.OperatorID)
		if r.Status == "" {
			r.Status = state.OperatorActive
		}
		return r
	})
}

func (d *decoder) readGroups(n *node) []state.Record {
	d.groups = make(map[string]*state.Group)
	return entries(d, n, "group", groupFields, func(g *state.Group, n *node) state.Record {
		d.require(n, "group", "displayName", g.DisplayName)
		d.require(n, "group", "groupId", g.GroupID)
		if name := strings.ToLower(g.DisplayName); d.groups[name] == nil {
			d.groups[name] = g
		} else {
			d.fail(n.at, "Give it another name.", "group %s is given twice", g.DisplayName)
		}
		return g
	})
}
