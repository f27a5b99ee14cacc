package service_test

import (
	"testing"

	"rehearse/state"
	"rehearse/state/service"
)

// Section 3.5 of the rules: policies and configuration.

func grantRouting(c service.Call, identity, policy string) error {
	return service.GrantPolicy(c, service.Grant{Type: state.PolicyVoiceRouting, Identity: identity, Policy: policy})
}

func TestR30_DirectBeatsGlobal(t *testing.T) {
	c := open(t, state.Fast)
	e, err := service.Effective(c, kate, state.PolicyVoiceRouting)
	done(t, err)
	if e.Name != state.GlobalName {
		t.Errorf("without a grant: %+v", e)
	}
	done(t, grantRouting(c, kate, "DR-US"))
	e, err = service.Effective(c, kate, state.PolicyVoiceRouting)
	done(t, err)
	if e.Name != "DR-US" {
		t.Errorf("with a grant: %+v", e)
	}
}

func TestR31_UnknownPolicy(t *testing.T) {
	for _, name := range []string{"DR-XX", "Global"} {
		c := open(t, state.Fast)
		refused(t, c, grantRouting(c, kate, name), "R31", `Policy "`+name+`" is not a user policy. You can assign only a user policy to a specific user.`)
	}
	c := open(t, state.Fast)
	done(t, grantRouting(c, kate, "Tag:dr-us"))
	if got := user(c, kate).Policy(state.PolicyVoiceRouting); got != "DR-US" {
		t.Errorf("granted as %q", got)
	}
}

func TestR32_GrantToAnUnknownUser(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, grantRouting(c, nobody, "DR-US"), "R32", "User does not exist")
}

func TestR33_GrantToAnUnprovisionedUser(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, grantRouting(c, "peter.price@contoso.com", "DR-US"), "R33",
		"[ClientError] : User policy update failed with message: The user was not provisioned successfully.\nParameter name: "+user(c, "peter.price@contoso.com").ObjectID)
}

func TestR34_ConfigurationNotFound(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.VoiceRoute(c, "Nowhere")
	refused(t, c, err, "R34", `"Nowhere" not found`)
	refused(t, c, service.RemoveVoiceRoutingPolicy(c, "Nowhere"), "R34", `"Nowhere" not found`)
}

func TestR35_AlreadyExists(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.NewVoiceRoute(c, service.RouteChange{Identity: "us-local"})
	refused(t, c, err, "R35", `"us-local" already exists.`)
	_, err = service.NewVoiceRoutingPolicy(c, service.RoutingPolicyChange{Identity: "DR-US"})
	refused(t, c, err, "R35", `"DR-US" already exists.`)
}

func TestR36_InUse(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, service.RemovePstnGateway(c, "sbc1.contoso.com"), "R36", `"sbc1.contoso.com" is in use and cannot be removed.`)
	refused(t, c, service.SetPstnUsages(c, service.ListChange{Remove: []string{"US-Local"}}), "R36", `"US-Local" is in use and cannot be removed.`)
	done(t, service.RemoveVoiceRoutingPolicy(c, "DR-US"))
	found(t, c, "R36", "DR-US")
	e, err := service.Effective(c, grace, state.PolicyVoiceRouting)
	done(t, err)
	if e.Name != state.GlobalName {
		t.Errorf("after its policy was removed grace has %s", e.Name)
	}
}

func TestR37_UnknownGateway(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.NewVoiceRoute(c, service.RouteChange{Identity: "New", Gateways: service.Replace("sbc9.contoso.com")})
	refused(t, c, err, "R37", `Cannot find specified Gateway "sbc9.contoso.com".`)
}

func TestR38_UnknownUsage(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.NewVoiceRoute(c, service.RouteChange{Identity: "New", Usages: service.Replace("Mars")})
	refused(t, c, err, "R38", `Cannot find specified PSTN usage "Mars".`)
	_, err = service.NewVoiceRoutingPolicy(c, service.RoutingPolicyChange{Identity: "New", Usages: service.Replace("Mars")})
	refused(t, c, err, "R38", `Cannot find specified PSTN usage "Mars".`)
}

func TestR39_GatewayDomain(t *testing.T) {
	for _, fqdn := range []string{"sbc.fabrikam.com", "sbc.contoso.onmicrosoft.com"} {
		c := open(t, state.Fast)
		_, err := service.NewPstnGateway(c, service.DefaultPstnGateway(fqdn))
		refused(t, c, err, "R39", `Can not use the "`+fqdn+`" domain as it was not configured for this tenant.`)
	}
	c := open(t, state.Fast)
	g := service.DefaultPstnGateway("sbc2.contoso.com")
	g.SipSignalingPort = 5061
	_, err := service.NewPstnGateway(c, g)
	done(t, err)
}

func TestR40_UnknownIdentity(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.User(c, nobody)
	refused(t, c, err, "R40", `Management object not found for identity "`+nobody+`".`)
}
