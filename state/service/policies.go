package service

import (
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// Grant is a policy assignment.
type Grant struct {
	// Type is the policy type, as the user's property is called.
	Type string
	// Identity names the user.
	Identity string
	// Policy is "Name" or "Tag:Name"; empty takes the assignment away.
	Policy string
	// BuiltIn are instances that the service brings along and the tenant does not hold.
	BuiltIn []string
}

// GrantPolicy assigns a policy to a user or takes it away (Grant-Cs…). The same
// again succeeds without a change. Rules R22, R30–R33, R64.
func GrantPolicy(c Call, g Grant) error {
	Settle(c)
	name, err := c.grantable(g.Type, g.Policy, g.BuiltIn)
	if err != nil {
		return err
	}
	u := c.Tx.UserByIdentity(g.Identity)
	switch {
	case u == nil || !u.SoftDeletedAt.IsZero() || u.ProvisionedAt.After(c.Now()):
		return rules.New("R32", "", g.Identity)
	case u.IsResource() && (!usable(u) || !c.hasFeature(u, featureVoiceApp) && !c.hasFeature(u, featurePhoneSystem)):
		return rules.New("R64", "", u.UserPrincipalName)
	case !u.IsResource() && !c.hasFeature(u, featureTeams):
		return rules.New("R33", "", u.UserPrincipalName, "id", u.ObjectID)
	}
	if u.Policy(g.Type) == name {
		return nil
	}
	changed := u.Clone()
	changed.SetPolicy(g.Type, name)
	c.Tx.Lag(state.L5, state.KindUser, u.ObjectID, u)
	c.put(changed)
	if strings.EqualFold(g.Type, state.PolicyVoiceRouting) {
		c.recheckRouting(changed)
	}
	return nil
}

// recheckRouting takes R22 back when calls no longer leave through a gateway.
func (c Call) recheckRouting(u *state.User) {
	if !c.Tx.HasFinding("R22", u.UserPrincipalName) {
		return
	}
	if _, gateway := c.leadsTo(u); gateway == "" {
		c.Tx.Retract("R22", u.UserPrincipalName)
	}
}

// grantable applies R31 and gives the instance's own name; empty for none.
func (c Call) grantable(policyType, identity string, builtIn []string) (string, error) {
	name := plainName(identity)
	if name == "" {
		return "", nil
	}
	unusable := func() error {
		switch strings.ToLower(policyType) {
		case "externalaccesspolicy", "onlinedialoutpolicy", "applicationaccesspolicy":
			return rules.New("R31", "not found", name, "name", name)
		}
		return rules.New("R31", "", name, "name", name)
	}
	if strings.EqualFold(name, state.GlobalName) {
		return "", unusable()
	}
	for _, own := range builtIn {
		if strings.EqualFold(own, name) {
			return own, nil
		}
	}
	own, created, ok := c.policy(policyType, name)
	if !ok {
		return "", unusable()
	}
	if c.tooYoung(created) {
		return "", unusable()
	}
	c.remarkYoung("R31", created, own, "name", own)
	return own, nil
}

// policy finds an instance of any policy type.
func (c Call) policy(policyType, name string) (own string, created stamp, ok bool) {
	if strings.EqualFold(policyType, state.PolicyVoiceRouting) {
		if p := c.Tx.VoiceRoutingPolicy(name); p != nil {
			return p.Name, stamp(p.CreatedAt), true
		}
		return "", stamp{}, false
	}
	if o := c.Tx.Object(policyType, name); o != nil {
		return o.Name, stamp(o.CreatedAt), true
	}
	return "", stamp{}, false
}

// GrantPolicyToTenant assigns a policy to everyone without another assignment of
// the type; empty resets (Grant-Cs… -Global). Rules R30, R31.
func GrantPolicyToTenant(c Call, g Grant) error {
	Settle(c)
	name, err := c.grantable(g.Type, g.Policy, g.BuiltIn)
	if err != nil {
		return err
	}
	present := c.Tx.GlobalPolicy(g.Type)
	switch {
	case name == "" && present != nil:
		c.delete(present)
	case name != "" && (present == nil || present.Name != name):
		c.put(&state.GlobalPolicy{Type: g.Type, Name: name})
	}
	return nil
}

// Source says where an effective policy comes from.
type Source string

// The sources of an effective policy, strongest first.
const (
	SourceDirect Source = "direct"
	SourceGroup  Source = "group"
	SourceGlobal Source = "global"
)

// EffectivePolicy is the policy of a type that applies to a user.
type EffectivePolicy struct {
	Type string
	// Name is the instance; "Global" when nothing is assigned.
	Name   string
	Source Source
	// GroupID is the group through which it comes, if it does.
	GroupID string
}

// PolicyAssignment is one line of Get-CsUserPolicyAssignment.
type PolicyAssignment struct {
	Type string
	Name string
	// Sources lists every assignment of the type, the effective one first.
	Sources []EffectivePolicy
}

// Effective tells which policy of the type applies to the user. Rules R30, R40.
func Effective(c Call, identity, policyType string) (EffectivePolicy, error) {
	Settle(c)
	u := c.Tx.UserByIdentity(identity)
	if u == nil {
		return EffectivePolicy{}, rules.New("R40", "", identity, "identity", identity)
	}
	return c.effective(u, policyType), nil
}

// effective is R30.
func (c Call) effective(u *state.User, policyType string) EffectivePolicy {
	if list := c.assignments(u, policyType); len(list) > 0 {
		return list[0]
	}
	name := state.GlobalName
	if g := c.Tx.GlobalPolicy(policyType); g != nil {
		name = g.Name
	}
	return EffectivePolicy{policyType, name, SourceGlobal, ""}
}

// assignments gives the direct and group assignments of a type, strongest first.
func (c Call) assignments(u *state.User, policyType string) []EffectivePolicy {
	var out []EffectivePolicy
	if name := u.Policy(policyType); name != "" {
		out = append(out, EffectivePolicy{policyType, name, SourceDirect, ""})
	}
	if len(u.Groups) == 0 {
		return out
	}
	for _, g := range c.Tx.GroupPolicies(policyType) {
		if u.InGroup(g.GroupID) && !c.tooYoungFor(state.L6, g.CreatedAt) {
			out = append(out, EffectivePolicy{policyType, g.Name, SourceGroup, g.GroupID})
		}
	}
	return out
}

// PolicyAssignments lists a user's direct and group assignments
// (Get-CsUserPolicyAssignment); the type may be empty. Rules R30, R40.
func PolicyAssignments(c Call, identity, policyType string) ([]PolicyAssignment, error) {
	Settle(c)
	u := c.Tx.UserByIdentity(identity)
	if u == nil {
		return nil, rules.New("R40", "", identity, "identity", identity)
	}
	var types []string
	for _, p := range u.Policies {
		types = append(types, p.Type)
	}
	for _, g := range c.Tx.GroupPolicies("") {
		if u.InGroup(g.GroupID) && !containsFold(types, g.Type) {
			types = append(types, g.Type)
		}
	}
	var out []PolicyAssignment
	for _, t := range types {
		if policyType != "" && !strings.EqualFold(t, policyType) {
			continue
		}
		if list := c.assignments(u, t); len(list) > 0 {
			out = append(out, PolicyAssignment{t, list[0].Name, list})
		}
	}
	return out, nil
}
