package state

import (
	"slices"
	"strings"
	"time"
)

// PolicyVoiceRouting is the policy type of [VoiceRoutingPolicy].
const PolicyVoiceRouting = "OnlineVoiceRoutingPolicy"

// Object is an instance of a policy, a configuration or a list that has no
// record type of its own: a calling policy, a dial plan, a network site. The
// generic cmdlets work on it.
type Object struct {
	// Type is the family: "TeamsCallingPolicy", "TenantDialPlan", …
	Type string
	// Name is the identity without "Tag:"; "Global" for the tenant's own.
	Name string
	// BuiltIn marks Microsoft's own instances, which cannot be removed and
	// whose authority reads "Host".
	BuiltIn   bool
	CreatedAt time.Time
	// Properties are the set properties by their own names; others have the
	// family's defaults.
	Properties Fields
}

// Kind implements [Record].
func (o *Object) Kind() Kind { return KindObject }

// Key implements [Record]: type and name joined by a slash.
func (o *Object) Key() string { return o.Type + "/" + o.Name }

// ID implements [Record]: the key, lower case.
func (o *Object) ID() string { return ObjectID(o.Type, o.Name) }

// ObjectID is the primary key of the [Object] of that type and name.
func ObjectID(objectType, name string) string {
	return strings.ToLower(objectType) + "/" + strings.ToLower(name)
}

// Clone returns a copy that may be changed.
func (o *Object) Clone() *Object {
	c := *o
	c.Properties = slices.Clone(o.Properties)
	return &c
}

// Fields implements [Record].
func (o *Object) Fields() Fields {
	var f Fields
	f.set("type", o.Type)
	f.set("identity", o.Name)
	f.set("builtIn", o.BuiltIn)
	f.set("createdAt", o.CreatedAt)
	return append(f, o.Properties...)
}

// GlobalPolicy is a grant to the whole tenant: everyone without a direct or a
// group assignment gets the instance's values.
type GlobalPolicy struct {
	Type string
	Name string
}

// Kind implements [Record].
func (g *GlobalPolicy) Kind() Kind { return KindGlobalPolicy }

// Key implements [Record]: the policy type.
func (g *GlobalPolicy) Key() string { return g.Type }

// ID implements [Record]: the policy type, lower case.
func (g *GlobalPolicy) ID() string { return strings.ToLower(g.Type) }

// Fields implements [Record].
func (g *GlobalPolicy) Fields() Fields {
	return Fields{{"policyType", g.Type}, {"policyName", g.Name}}
}

// GroupLicense is a licence that a group hands on to its members.
type GroupLicense struct {
	SkuID         string
	DisabledPlans []string
}

// Group is a group of users. Its members are the users that list it.
type Group struct {
	GroupID     string
	DisplayName string
	Mail        string
	// Licenses are handed on to the members (R74, R76).
	Licenses []GroupLicense
}

// Kind implements [Record].
func (g *Group) Kind() Kind { return KindGroup }

// Key implements [Record]: the display name.
func (g *Group) Key() string { return g.DisplayName }

// ID implements [Record]: the object id.
func (g *Group) ID() string { return g.GroupID }

// Clone returns a copy that may be changed.
func (g *Group) Clone() *Group { c := *g; c.Licenses = slices.Clone(g.Licenses); return &c }

// Fields implements [Record].
func (g *Group) Fields() Fields {
	var f Fields
	f.set("groupId", g.GroupID)
	f.set("displayName", g.DisplayName)
	f.set("mail", g.Mail)
	names := make([]string, len(g.Licenses))
	for i, l := range g.Licenses {
		names[i] = SkuName(l.SkuID)
	}
	f.set("licenses", names)
	return f
}

// GroupPolicy is a policy assigned to a group.
type GroupPolicy struct {
	GroupID string
	Type    string
	Name    string
	// Rank counts from 1 within the type; the lowest wins (R30).
	Rank      int
	CreatedAt time.Time
	CreatedBy string
}

// Kind implements [Record].
func (g *GroupPolicy) Kind() Kind { return KindGroupPolicy }

// Key implements [Record]: policy type and group joined by a slash.
func (g *GroupPolicy) Key() string { return g.Type + "/" + g.GroupID }

// ID implements [Record]: the key, lower case.
func (g *GroupPolicy) ID() string { return GroupPolicyID(g.Type, g.GroupID) }

// GroupPolicyID is the primary key of the [GroupPolicy] of that type and group.
func GroupPolicyID(policyType, groupID string) string {
	return strings.ToLower(policyType) + "/" + strings.ToLower(groupID)
}

// Clone returns a copy that may be changed.
func (g *GroupPolicy) Clone() *GroupPolicy { c := *g; return &c }

// Fields implements [Record].
func (g *GroupPolicy) Fields() Fields {
	var f Fields
	f.set("groupId", g.GroupID)
	f.set("policyType", g.Type)
	f.set("policyName", g.Name)
	f.set("rank", g.Rank)
	f.set("createdAt", g.CreatedAt)
	f.set("createdBy", g.CreatedBy)
	return f
}

// Association ties a resource account to the queue or attendant it answers for.
type Association struct {
	// UserID is the resource account's object id.
	UserID          string
	ConfigurationID string
	// ConfigurationType is "CallQueue" or "AutoAttendant".
	ConfigurationType string
	// CallPriority is 1 … 5, 3 by default.
	CallPriority int
}

// Kind implements [Record].
func (a *Association) Kind() Kind { return KindAssociation }

// Key implements [Record]: the resource account's object id.
func (a *Association) Key() string { return a.UserID }

// ID implements [Record]: the resource account's object id.
func (a *Association) ID() string { return a.UserID }

// Fields implements [Record].
func (a *Association) Fields() Fields {
	var f Fields
	f.set("userId", a.UserID)
	f.set("configurationId", a.ConfigurationID)
	f.set("configurationType", a.ConfigurationType)
	f.set("callPriority", a.CallPriority)
	return f
}
