package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// listChange reads a list parameter: a plain list replaces, @{Add=…; Remove=…} and @{Replace=…} change.
func listChange(a online.Args, name string) *service.ListChange {
	if !a.Given(name) {
		return nil
	}
	v := a.Arg(name)
	if d, ok := value.As[*value.Dictionary](v.Base()); ok {
		ch := &service.ListChange{}
		for k, x := range d.All {
			items := textsOf(x)
			switch key := value.ToString(k); {
			case value.EqualFold(key, "Add"):
				ch.Add = items
			case value.EqualFold(key, "Remove"):
				ch.Remove = items
			case value.EqualFold(key, "Replace"):
				ch.Replaces, ch.Replace = true, items
			}
		}
		return ch
	}
	return &service.ListChange{Replaces: true, Replace: textsOf(v)}
}

func textsOf(v value.Value) []string {
	var out []string
	for _, x := range runtime.ListOf(v) {
		out = append(out, value.ToString(x))
	}
	return out
}

// tagged is a policy's identity as the service shows it.
func tagged(name string) string {
	if name == state.GlobalName {
		return name
	}
	return "Tag:" + name
}

// matches tells whether an identity fits a -Filter pattern, with or without its Tag: prefix.
func matches(pattern, name string) bool {
	return pattern == "" || service.Like(name, pattern) || service.Like(tagged(name), pattern)
}

// with runs an operation for a connected call when ShouldProcess allows it, and shows its refusal.
func with(c *runtime.Call, target string, do func(call service.Call, a online.Args) error) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if c.Cmdlet.SupportsShouldProcess {
		if target == "" {
			target = state.GlobalName
		}
		ok, err := c.ShouldProcess(target, "")
		if err != nil || !ok {
			return err
		}
	}
	if err := do(call, a); err != nil {
		return online.Fail(c, err, "")
	}
	return nil
}

func routingPolicyObject(p *state.VoiceRoutingPolicy) value.Value {
	return online.New(typeRoutingPolicy).Text("Identity", tagged(p.Name)).
		Texts("OnlinePstnUsages", p.Usages).Optional("Description", p.Description).Text("RouteType", p.RouteType).Value()
}

var getRoutingPolicy = &online.Behavior{Name: "Get-CsOnlineVoiceRoutingPolicy", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Text("Identity") != "" {
		p, err := service.VoiceRoutingPolicy(call, a.Text("Identity"))
		if err != nil {
			return online.Fail(c, err, "")
		}
		return c.Write(routingPolicyObject(p))
	}
	for _, p := range service.VoiceRoutingPolicies(call) {
		if matches(a.Text("Filter"), p.Name) {
			if err := c.Write(routingPolicyObject(p)); err != nil {
				return err
			}
		}
	}
	return nil
}}

func routingPolicyChange(a online.Args) service.RoutingPolicyChange {
	return service.RoutingPolicyChange{Identity: a.Text("Identity"), Usages: listChange(a, "OnlinePstnUsages"), Description: a.TextOrNil("Description"), RouteType: a.TextOrNil("RouteType")}
}

var newRoutingPolicy = &online.Behavior{Name: "New-CsOnlineVoiceRoutingPolicy", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		p, err := service.NewVoiceRoutingPolicy(call, routingPolicyChange(a))
		if err != nil {
			return err
		}
		return c.Write(routingPolicyObject(p))
	})
}}

var setRoutingPolicy = &online.Behavior{Name: "Set-CsOnlineVoiceRoutingPolicy", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.SetVoiceRoutingPolicy(call, routingPolicyChange(a))
	})
}}

var removeRoutingPolicy = &online.Behavior{Name: "Remove-CsOnlineVoiceRoutingPolicy", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.RemoveVoiceRoutingPolicy(call, a.Text("Identity"))
	})
}}

var getUsage = &online.Behavior{Name: "Get-CsOnlinePstnUsage", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	return c.Write(online.New(typeUsages).Text("Identity", state.GlobalName).Texts("Usage", service.PstnUsages(call)).Value())
}}

var setUsage = &online.Behavior{Name: "Set-CsOnlinePstnUsage", Run: func(c *runtime.Call) error {
	return with(c, state.GlobalName, func(call service.Call, a online.Args) error {
		ch := listChange(a, "Usage")
		if ch == nil {
			return nil
		}
		return service.SetPstnUsages(call, *ch)
	})
}}

func routeObject(r *state.VoiceRoute) value.Value {
	return online.New(typeRoute).Text("Identity", r.Name).Int("Priority", r.Priority).
		Optional("Description", r.Description).Text("NumberPattern", r.Pattern).Texts("OnlinePstnUsages", r.Usages).Texts("OnlinePstnGatewayList", r.Gateways).
		Optional("BridgeSourcePhoneNumber", r.BridgeSourceNumber).Text("Name", r.Name).Value()
}

var getRoute = &online.Behavior{Name: "Get-CsOnlineVoiceRoute", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Text("Identity") != "" {
		r, err := service.VoiceRoute(call, a.Text("Identity"))
		if err != nil {
			return online.Fail(c, err, "")
		}
		return c.Write(routeObject(r))
	}
	for _, r := range service.VoiceRoutes(call) {
		if matches(a.Text("Filter"), r.Name) {
			if err := c.Write(routeObject(r)); err != nil {
				return err
			}
		}
	}
	return nil
}}

func routeChange(a online.Args) service.RouteChange {
	r := service.RouteChange{Identity: a.Text("Identity"), Pattern: a.TextOrNil("NumberPattern"), Usages: listChange(a, "OnlinePstnUsages"),
		Gateways: listChange(a, "OnlinePstnGatewayList"), Description: a.TextOrNil("Description"), BridgeSourceNumber: a.TextOrNil("BridgeSourcePhoneNumber")}
	if r.Identity == "" {
		r.Identity = a.Text("Name")
	}
	if a.Given("Priority") {
		n := a.Number("Priority")
		r.Priority = &n
	}
	return r
}

var newRoute = &online.Behavior{Name: "New-CsOnlineVoiceRoute", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		r, err := service.NewVoiceRoute(call, routeChange(a))
		if err != nil {
			return err
		}
		return c.Write(routeObject(r))
	})
}}

var setRoute = &online.Behavior{Name: "Set-CsOnlineVoiceRoute", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.SetVoiceRoute(call, routeChange(a))
	})
}}

var removeRoute = &online.Behavior{Name: "Remove-CsOnlineVoiceRoute", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.RemoveVoiceRoute(call, a.Text("Identity"))
	})
}}
