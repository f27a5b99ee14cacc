package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

func groupPolicyObject(g *state.GroupPolicy) value.Value {
	return online.New(typeGroupPolicy).Text("GroupId", g.GroupID).Text("PolicyType", g.Type).Text("PolicyName", g.Name).Int("Rank", g.Rank).
		Time("CreatedTime", g.CreatedAt).Optional("CreatedBy", g.CreatedBy).Value()
}

// groupGrant is what New asks for; instances that the service brings along can be granted to groups too.
func groupGrant(a online.Args) service.GroupGrant {
	g := service.GroupGrant{Type: a.Text("PolicyType"), Group: a.Text("GroupId"), Policy: a.Text("PolicyName"), Rank: a.Number("Rank")}
	if f := familyOf("Get-Cs" + g.Type); f != nil {
		g.BuiltIn = f.Identity.Predefined
	}
	return g
}

var getGroupPolicy = &online.Behavior{Name: "Get-CsGroupPolicyAssignment", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	for _, g := range service.GroupPolicies(call, a.Text("PolicyType"), a.Text("GroupId")) {
		if err := c.Write(groupPolicyObject(g)); err != nil {
			return err
		}
	}
	return nil
}}

var newGroupPolicy = &online.Behavior{Name: "New-CsGroupPolicyAssignment", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("GroupId"), func(call service.Call, a online.Args) error {
		g, err := service.NewGroupPolicy(call, groupGrant(a))
		if err == nil && a.Flag("PassThru") {
			return c.Write(groupPolicyObject(g))
		}
		return err
	})
}}

var removeGroupPolicy = &online.Behavior{Name: "Remove-CsGroupPolicyAssignment", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("GroupId"), func(call service.Call, a online.Args) error {
		return service.RemoveGroupPolicy(call, a.Text("PolicyType"), a.Text("GroupId"))
	})
}}

// getUserPolicy shows which policies are assigned to a user and where they come from (semantics 2.14, R30).
var getUserPolicy = &online.Behavior{Name: "Get-CsUserPolicyAssignment", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	list, err := service.PolicyAssignments(call, a.Text("Identity"), a.Text("PolicyType"))
	if err != nil {
		return online.Fail(c, err, "")
	}
	for _, p := range list {
		var sources []value.Value
		for _, s := range p.Sources {
			kind := "Direct"
			if s.Source == service.SourceGroup {
				kind = "Group"
			}
			sources = append(sources, online.New(typePolicySource).Text("AssignmentType", kind).Text("PolicyName", s.Name).Optional("Reference", s.GroupID).Value())
		}
		if err := c.Write(online.New(typeUserAssignment).Text("PolicyType", p.Type).Text("PolicyName", p.Name).Put("PolicySource", value.OfArray(sources...)).Value()); err != nil {
			return err
		}
	}
	return nil
}}
