package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// gatewayOrder is the properties of a gateway in the order of its list (semantics 5.2). Those that the tenant does not keep in a field of
// their own are kept by name.
var gatewayOrder = []string{"Identity", "InboundTeamsNumberTranslationRules", "InboundPstnNumberTranslationRules", "OutboundTeamsNumberTranslationRules",
	"OutboundPstnNumberTranslationRules", "Fqdn", "SipSignalingPort", "FailoverTimeSeconds", "ForwardCallHistory", "ForwardPai", "SendSipOptions",
	"MaxConcurrentSessions", "Enabled", "MediaBypass", "GatewaySiteId", "GatewaySiteLbrEnabled", "GatewayLbrEnabledUserOverride", "FailoverResponseCodes",
	"PidfLoSupported", "MediaRelayRoutingLocationOverride", "ProxySbc", "BypassMode", "Description", "IPAddressVersion"}

func gatewayObject(g *state.PstnGateway) value.Value {
	b := online.New(typeGateway, typeConfiguration)
	for _, name := range gatewayOrder {
		switch name {
		case "Identity", "Fqdn":
			b.Text(name, g.Fqdn)
		case "SipSignalingPort":
			b.Int(name, g.SipSignalingPort)
		case "FailoverTimeSeconds":
			b.Int(name, g.FailoverTimeSeconds)
		case "ForwardCallHistory":
			b.Flag(name, g.ForwardCallHistory)
		case "ForwardPai":
			b.Flag(name, g.ForwardPai)
		case "SendSipOptions":
			b.Flag(name, g.SendSipOptions)
		case "MaxConcurrentSessions":
			if g.MaxConcurrentSessions == 0 {
				b.Null(name)
				break
			}
			b.Int(name, g.MaxConcurrentSessions)
		case "Enabled":
			b.Flag(name, g.Enabled)
		case "MediaBypass":
			b.Flag(name, g.MediaBypass)
		case "FailoverResponseCodes":
			b.Text(name, g.FailoverResponseCode)
		case "Description":
			b.Optional(name, g.Description)
		default:
			b.Put(name, otherOfGateway(g, name))
		}
	}
	return b.Value()
}

// otherOfGateway is a property kept by name; rules are lists, switches are off, the rest is nothing unless set.
func otherOfGateway(g *state.PstnGateway, name string) value.Value {
	if v := g.Other.Get(name); v != nil {
		return shown(v, typeGateway+"."+name)
	}
	switch name {
	case "GatewaySiteLbrEnabled", "GatewayLbrEnabledUserOverride", "PidfLoSupported":
		return value.False
	case "BypassMode":
		return value.OfString("None")
	case "InboundTeamsNumberTranslationRules", "InboundPstnNumberTranslationRules", "OutboundTeamsNumberTranslationRules", "OutboundPstnNumberTranslationRules":
		return value.OfStrings(nil)
	}
	return value.NullValue
}

// changeGateway lays the given parameters over a gateway.
func changeGateway(c *runtime.Call, a online.Args, g *state.PstnGateway) {
	flags := map[string]*bool{"Enabled": &g.Enabled, "ForwardCallHistory": &g.ForwardCallHistory, "ForwardPai": &g.ForwardPai, "SendSipOptions": &g.SendSipOptions, "MediaBypass": &g.MediaBypass}
	numbers := map[string]*int{"SipSignalingPort": &g.SipSignalingPort, "FailoverTimeSeconds": &g.FailoverTimeSeconds, "MaxConcurrentSessions": &g.MaxConcurrentSessions}
	texts := map[string]*string{"FailoverResponseCodes": &g.FailoverResponseCode, "Description": &g.Description}
	for _, name := range gatewayOrder {
		if name == "Identity" || name == "Fqdn" || !a.Given(name) {
			continue
		}
		switch {
		case flags[name] != nil:
			*flags[name] = a.Flag(name)
		case numbers[name] != nil:
			*numbers[name] = a.Number(name)
		case texts[name] != nil:
			*texts[name] = a.Text(name)
		default:
			v := a.Arg(name)
			x := plain(c.Env(), v, 0)
			if edit, ok := listEdit(c.Env(), v); ok {
				x = edit.apply(g.Other.Get(name))
			}
			g.Other = g.Other.With(name, x)
		}
	}
}

var getGateway = &online.Behavior{Name: "Get-CsOnlinePSTNGateway", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Text("Identity") != "" {
		g, err := service.PstnGateway(call, a.Text("Identity"))
		if err != nil {
			return online.Fail(c, err, "")
		}
		return c.Write(gatewayObject(g))
	}
	for _, g := range service.PstnGateways(call) {
		if pattern := a.Text("Filter"); pattern != "" && !service.Like(g.Fqdn, pattern) {
			continue
		}
		if err := c.Write(gatewayObject(g)); err != nil {
			return err
		}
	}
	return nil
}}

var newGateway = &online.Behavior{Name: "New-CsOnlinePSTNGateway", Run: func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	fqdn := a.Text("Fqdn")
	if fqdn == "" {
		fqdn = a.Text("Identity")
	}
	return with(c, fqdn, func(call service.Call, a online.Args) error {
		g := service.DefaultPstnGateway(fqdn)
		changeGateway(c, a, &g)
		made, err := service.NewPstnGateway(call, g)
		if err != nil {
			return err
		}
		return c.Write(gatewayObject(made))
	})
}}

var setGateway = &online.Behavior{Name: "Set-CsOnlinePSTNGateway", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.SetPstnGateway(call, a.Text("Identity"), func(g *state.PstnGateway) { changeGateway(c, a, g) })
	})
}}

var removeGateway = &online.Behavior{Name: "Remove-CsOnlinePSTNGateway", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.RemovePstnGateway(call, a.Text("Identity"))
	})
}}
