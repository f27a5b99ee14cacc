package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state/service"
)

// setUser is Set-CsUser (semantics 2.4). The module's own interface has only these five parameters.
var setUser = &online.Behavior{Name: "Set-CsUser", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Given("LineURI") && a.Given("OnPremLineURI") {
		return online.Complain(c, "Please specify either one parameter OnPremLineURI or LineURI to assign phone number.")
	}
	warnings, err := service.SetUserLine(call, service.LineChange{
		Identity: a.Text("Identity"), LineURI: a.TextOrNil("LineURI"), OnPremLineURI: a.TextOrNil("OnPremLineURI"),
		EnterpriseVoiceEnabled: a.FlagOrNil("EnterpriseVoiceEnabled"), HostedVoiceMail: a.FlagOrNil("HostedVoiceMail"),
	})
	for _, w := range warnings {
		if err := c.Warning(w); err != nil {
			return err
		}
	}
	if err != nil {
		return online.Fail(c, err, "Set-CsUserGenerated_Set")
	}
	return nil
}, Adjust: onlyParameters("Identity", "EnterpriseVoiceEnabled", "HostedVoiceMail", "LineURI", "OnPremLineURI")}

// onlyParameters keeps the parameters that today's module has; Identity is the only positional one.
func onlyParameters(names ...string) func(c *runtime.Cmdlet) {
	return func(c *runtime.Cmdlet) {
		kept := c.Params[:0]
		for _, p := range c.Params {
			for _, n := range names {
				if value.EqualFold(p.Name, n) {
					for i := range p.Sets {
						p.Sets[i].Set = ""
						p.Sets[i].FromPipeline, p.Sets[i].FromPipelineByName = false, false
					}
					p.Sets = p.Sets[:1]
					kept = append(kept, p)
				}
			}
		}
		c.Params = kept
		c.DefaultSet = ""
		c.SupportsShouldProcess = false
	}
}

// setVoiceUser is Set-CsOnlineVoiceUser (semantics 2.5): both values are always sent.
var setVoiceUser = &online.Behavior{Name: "Set-CsOnlineVoiceUser", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	ok, err := c.ShouldProcess(a.Text("Identity"), "")
	if err != nil || !ok {
		return err
	}
	if err := service.SetVoiceUser(call, a.Text("Identity"), a.Text("TelephoneNumber"), a.Text("LocationId")); err != nil {
		return online.Fail(c, err, "Set-CsUserGenerated_Set")
	}
	return nil
}}

var getVoiceUser = &online.Behavior{Name: "Get-CsOnlineVoiceUser", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	switch {
	case a.Flag("NumberAssigned") && a.Flag("NumberNotAssigned"):
		return online.Complain(c, "You can only pass either NumberAssigned or NumberNotAssigned at a time.")
	case a.Given("LocationId") != a.Given("CivicAddressId"):
		return online.Complain(c, "LocationId and CivicAddressId must be provided together.")
	}
	show := func(u service.VoiceUserView) error {
		if a.Flag("NumberAssigned") && u.Number == "" || a.Flag("NumberNotAssigned") && u.Number != "" {
			return nil
		}
		location := ""
		if a.Flag("ExpandLocation") {
			location = u.LocationID
		}
		return c.Write(online.New(typeVoiceUser).Text("Name", u.Name).Text("Id", u.ID).Text("SipDomain", u.SipDomain).Null("DataCenter").
			Text("TenantID", u.TenantID).Optional("Number", u.Number).Optional("Location", location).Text("PSTNconnectivity", u.PSTNConnectivity).
			Text("UsageLocation", u.UsageLocation).Flag("EnterpriseVoiceEnabled", u.EnterpriseVoiceEnabled).Value())
	}
	if a.Text("Identity") != "" {
		u, warning, err := service.VoiceUser(call, a.Text("Identity"))
		switch {
		case err != nil:
			return online.Fail(c, err, "Get-CsUser_Get")
		case warning != "":
			return c.Warning(warning)
		case u == nil:
			return nil
		}
		return show(*u)
	}
	list, err := service.VoiceUsers(call)
	if err != nil {
		return online.Fail(c, err, "Get-CsUser_Get")
	}
	for _, u := range list {
		if err := show(u); err != nil {
			return err
		}
	}
	return nil
}}
