package service

import (
	"slices"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// maxGroups is the limit of R41.
const maxGroups = 64

// notForGroups are the policy types that cannot be assigned to groups
// (semantics.md 1.9).
var notForGroups = []string{
	"TeamsAppPermissionPolicy", "TeamsNetworkRoamingPolicy", "TeamsVoiceApplicationsPolicy",
	"TeamsUpgradePolicy", "OnlineDialOutPolicy",
}

// GroupGrant is a policy assignment to a group.
type GroupGrant struct {
	Type string
	// Group is an object id, display name or mail address.
	Group string
	// Policy is the instance; empty takes the assignment away.
	Policy string
	// Rank counts from 1; 0 means last.
	Rank int
	// BuiltIn are instances that the service brings along and the tenant does not hold.
	BuiltIn []string
}

// GrantPolicyToGroup assigns a policy to a group, changes it or its rank, or takes
// it away (Grant-Cs… -Group, Set-CsGroupPolicyAssignment). Rules R30, R31, R41.
func GrantPolicyToGroup(c Call, g GroupGrant) error {
	group, name, err := c.groupGrant(g)
	if err != nil {
		return err
	}
	present := c.Tx.GroupPolicy(g.Type, group.GroupID)
	switch {
	case name == "" && present == nil:
		return nil
	case name == "":
		c.dropGroupPolicy(present)
		return nil
	case present == nil:
		_, err := c.addGroupPolicy(g, group, name)
		return err
	}
	changed := present.Clone()
	changed.Name = name
	if g.Rank == 0 || g.Rank == present.Rank {
		if changed.Name != present.Name {
			c.put(changed)
		}
		return nil
	}
	c.dropGroupPolicy(present)
	g.Policy = name
	_, err = c.addGroupPolicy(g, group, name)
	return err
}

// NewGroupPolicy assigns a policy to a group that has none of the type
// (New-CsGroupPolicyAssignment). Rules R31, R41.
func NewGroupPolicy(c Call, g GroupGrant) (*state.GroupPolicy, error) {
	group, name, err := c.groupGrant(g)
	if err != nil {
		return nil, err
	}
	if name == "" {
		return nil, rules.New("R31", "", g.Policy, "name", g.Policy)
	}
	if c.Tx.GroupPolicy(g.Type, group.GroupID) != nil {
		return nil, rules.New("R41", "", group.DisplayName, "group", group.GroupID, "type", g.Type)
	}
	return c.addGroupPolicy(g, group, name)
}

// RemoveGroupPolicy takes a policy from a group; the ranks close up. Rule R41.
func RemoveGroupPolicy(c Call, policyType, group string) error {
	g, err := Group(c, group)
	if err != nil {
		return err
	}
	present := c.Tx.GroupPolicy(policyType, g.GroupID)
	if present == nil {
		return rules.New("R41", "absent", g.DisplayName, "group", g.GroupID, "type", policyType)
	}
	c.dropGroupPolicy(present)
	return nil
}

// GroupPolicies lists group assignments by type and rank; both arguments may be
// empty.
func GroupPolicies(c Call, policyType, group string) []*state.GroupPolicy {
	Settle(c)
	list := c.Tx.GroupPolicies(policyType)
	if group == "" {
		return list
	}
	g := c.Tx.Group(group)
	return slices.DeleteFunc(list, func(p *state.GroupPolicy) bool { return g == nil || p.GroupID != g.GroupID })
}

func (c Call) groupGrant(g GroupGrant) (*state.Group, string, error) {
	group, err := Group(c, g.Group)
	if err != nil {
		return nil, "", err
	}
	if containsFold(notForGroups, g.Type) {
		return nil, "", rules.New("R41", "type", g.Type, "type", g.Type)
	}
	name, err := c.grantable(g.Type, g.Policy, g.BuiltIn)
	return group, name, err
}

// addGroupPolicy puts the assignment at its rank; those at and behind it move
// down.
func (c Call) addGroupPolicy(g GroupGrant, group *state.Group, name string) (*state.GroupPolicy, error) {
	list := c.Tx.GroupPolicies(g.Type)
	if len(list) >= maxGroups {
		return nil, rules.New("R41", "limit", g.Type, "type", g.Type)
	}
	rank := g.Rank
	if rank <= 0 || rank > len(list)+1 {
		rank = len(list) + 1
	}
	for _, p := range list {
		if p.Rank >= rank {
			moved := p.Clone()
			moved.Rank++
			c.put(moved)
		}
	}
	added := &state.GroupPolicy{
		GroupID: group.GroupID, Type: g.Type, Name: name, Rank: rank, CreatedAt: c.Now(), CreatedBy: c.actor(),
	}
	c.put(added)
	c.recheckGroup(g.Type, group.GroupID)
	return added, nil
}

// dropGroupPolicy removes the assignment; those behind it move up.
func (c Call) dropGroupPolicy(present *state.GroupPolicy) {
	c.delete(present)
	for _, p := range c.Tx.GroupPolicies(present.Type) {
		if p.Rank > present.Rank {
			moved := p.Clone()
			moved.Rank--
			c.put(moved)
		}
	}
	c.recheckGroup(present.Type, present.GroupID)
}

// recheckGroup takes R22 back for members whose calls no longer leave through a
// gateway.
func (c Call) recheckGroup(policyType, groupID string) {
	if !strings.EqualFold(policyType, state.PolicyVoiceRouting) {
		return
	}
	for _, u := range c.Tx.Members(groupID) {
		c.recheckRouting(u)
	}
}
