package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// grantRoutingPolicy is Grant-CsOnlineVoiceRoutingPolicy (semantics 2.10).
var grantRoutingPolicy = &online.Behavior{Name: "Grant-CsOnlineVoiceRoutingPolicy", Run: func(c *runtime.Call) error {
	return grant(c, state.PolicyVoiceRouting, nil)
}}

// grant is Grant of a family: the instances that the service brings along can be granted too.
func (f *family) grant(c *runtime.Call) error {
	builtIn := f.Identity.Predefined
	if f.GetNoun != "" {
		if read := familyOf("Get-" + f.GetNoun); read != nil {
			builtIn = read.Identity.Predefined
		}
	}
	return grant(c, f.objectType(), builtIn)
}

// grantParameters are the parameter sets that all grants of the module share (semantics 2.10); their pages document some of them wrongly.
func grantParameters(c *runtime.Cmdlet) {
	c.DefaultSet = "Identity"
	for i := range c.Params {
		p := &c.Params[i]
		m := bind.Membership{Position: bind.NoPosition}
		switch p.Name {
		case "Identity":
			m = bind.Membership{Set: "Identity", Position: 0, FromPipeline: true, FromPipelineByName: true}
		case "PolicyName":
			m.Position = 1
		case "Global":
			m.Set, m.Mandatory = "GrantToTenant", true
		case "Group":
			m.Set, m.Mandatory = "GrantToGroup", true
		case "Rank":
			m.Set = "GrantToGroup"
		}
		p.Sets = []bind.Membership{m}
	}
}

// grant assigns a policy of a type to a user, a group or the tenant.
func grant(c *runtime.Call, policyType string, builtIn []string) error {
	a := online.ArgsOf(c)
	missing := ""
	switch {
	case !a.Given("PolicyName"):
		missing = "PolicyName"
	case !a.Given("Identity") && !a.Flag("Global") && !a.Given("Group"):
		missing = "Identity"
	}
	if missing != "" {
		return value.Throw(value.ParameterBindingException, "MissingMandatoryParameter",
			"Cannot process command because of one or more missing mandatory parameters: "+missing+".").With(value.InvalidArgument, value.NullValue)
	}
	target := a.Text("Identity")
	if a.Given("Group") {
		target = a.Text("Group")
	}
	return with(c, target, func(call service.Call, a online.Args) error {
		var err error
		switch {
		case a.Flag("Global"):
			err = service.GrantPolicyToTenant(call, service.Grant{Type: policyType, Policy: a.Text("PolicyName"), BuiltIn: builtIn})
		case a.Given("Group"):
			err = service.GrantPolicyToGroup(call, service.GroupGrant{Type: policyType, Group: a.Text("Group"), Policy: a.Text("PolicyName"), Rank: a.Number("Rank"), BuiltIn: builtIn})
		default:
			err = service.GrantPolicy(call, service.Grant{Type: policyType, Identity: a.Text("Identity"), Policy: a.Text("PolicyName"), BuiltIn: builtIn})
		}
		if err == nil && a.Flag("PassThru") {
			return c.Write(a.Arg("Identity"))
		}
		return err
	})
}
