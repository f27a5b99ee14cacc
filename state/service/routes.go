package service

import (
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// RouteChange describes a voice route to make or to change; nil leaves a value as
// it is.
type RouteChange struct {
	// Identity is the route's name.
	Identity           string
	Pattern            *string
	Priority           *int
	Usages             *ListChange
	Gateways           *ListChange
	Description        *string
	BridgeSourceNumber *string
}

// VoiceRoutes gives all routes by priority (Get-CsOnlineVoiceRoute).
func VoiceRoutes(c Call) []*state.VoiceRoute {
	Settle(c)
	return c.Tx.VoiceRoutes()
}

// VoiceRoute gives one route. Rule R34.
func VoiceRoute(c Call, identity string) (*state.VoiceRoute, error) {
	Settle(c)
	if r := c.Tx.VoiceRoute(identity); r != nil {
		return r, nil
	}
	return nil, rules.New("R34", "", identity, "name", identity)
}

// NewVoiceRoute makes a route; without a priority it comes last. Rules R35, R37,
// R38.
func NewVoiceRoute(c Call, r RouteChange) (*state.VoiceRoute, error) {
	Settle(c)
	if r.Identity == "" || c.Tx.VoiceRoute(r.Identity) != nil {
		return nil, rules.New("R35", "", r.Identity, "name", r.Identity)
	}
	made := &state.VoiceRoute{Name: r.Identity, Pattern: "[0-9]{10}", CreatedAt: c.Now()}
	for _, other := range c.Tx.VoiceRoutes() {
		made.Priority = max(made.Priority, other.Priority+1)
	}
	if err := c.shapeRoute(made, r); err != nil {
		return nil, err
	}
	c.put(made)
	return made, nil
}

// SetVoiceRoute changes a route. Rules R34, R37, R38.
func SetVoiceRoute(c Call, r RouteChange) error {
	was, err := VoiceRoute(c, r.Identity)
	if err != nil {
		return err
	}
	changed := was.Clone()
	if err := c.shapeRoute(changed, r); err != nil {
		return err
	}
	c.putChanged(was, changed)
	return nil
}

// RemoveVoiceRoute removes a route. Rule R34.
func RemoveVoiceRoute(c Call, identity string) error {
	r, err := VoiceRoute(c, identity)
	if err != nil {
		return err
	}
	c.delete(r)
	return nil
}

func (c Call) shapeRoute(r *state.VoiceRoute, change RouteChange) error {
	usages, err := c.knownUsages(r.Usages, change.Usages.apply(r.Usages))
	if err != nil {
		return err
	}
	gateways, err := c.knownGateways(r.Gateways, change.Gateways.apply(r.Gateways))
	if err != nil {
		return err
	}
	r.Usages, r.Gateways = usages, gateways
	given(&r.Pattern, change.Pattern)
	given(&r.Priority, change.Priority)
	given(&r.Description, change.Description)
	given(&r.BridgeSourceNumber, change.BridgeSourceNumber)
	if r.BridgeSourceNumber != "" && len(r.Gateways) > 0 {
		return rules.New("R38", "bridge", r.Name)
	}
	return nil
}

// knownGateways applies R37 to the gateways that were not there before.
func (c Call) knownGateways(was, is []string) ([]string, error) {
	out := make([]string, len(is))
	for i, fqdn := range is {
		g := c.Tx.PstnGateway(fqdn)
		if g == nil {
			return nil, rules.New("R37", "", fqdn, "fqdn", fqdn)
		}
		out[i] = g.Fqdn
		if containsFold(was, fqdn) {
			continue
		}
		if c.tooYoung(stamp(g.CreatedAt)) {
			return nil, rules.New("R37", "", fqdn, "fqdn", fqdn)
		}
		c.remarkYoung("R37", stamp(g.CreatedAt), g.Fqdn, "fqdn", g.Fqdn)
	}
	return out, nil
}

// PstnGateways gives all gateways by FQDN.
func PstnGateways(c Call) []*state.PstnGateway {
	Settle(c)
	var out []*state.PstnGateway
	for g := range c.Tx.PstnGateways() {
		out = append(out, g)
	}
	return out
}

// PstnGateway gives one gateway. Rule R34.
func PstnGateway(c Call, identity string) (*state.PstnGateway, error) {
	Settle(c)
	if g := c.Tx.PstnGateway(identity); g != nil {
		return g, nil
	}
	return nil, rules.New("R34", "", identity, "name", identity)
}

// DefaultPstnGateway is a gateway with the service's defaults (semantics.md 1.7),
// to be completed and given to [NewPstnGateway].
func DefaultPstnGateway(fqdn string) state.PstnGateway {
	return state.PstnGateway{
		Fqdn: fqdn, FailoverTimeSeconds: 10, SendSipOptions: true, FailoverResponseCode: "408,503,504",
	}
}

// NewPstnGateway makes a gateway. Rules R35, R39.
func NewPstnGateway(c Call, g state.PstnGateway) (*state.PstnGateway, error) {
	Settle(c)
	if c.Tx.PstnGateway(g.Fqdn) != nil {
		return nil, rules.New("R35", "", g.Fqdn, "name", g.Fqdn)
	}
	if err := c.gatewayDomain(g.Fqdn); err != nil {
		return nil, err
	}
	if g.SipSignalingPort < 1 || g.SipSignalingPort > 65535 {
		return nil, rules.New("R39", "port", g.Fqdn)
	}
	made := g.Clone()
	made.CreatedAt = c.Now()
	c.put(made)
	return made, nil
}

// gatewayDomain applies R39.
func (c Call) gatewayDomain(fqdn string) error {
	if len(fqdn) > 63 {
		return rules.New("R39", "length", fqdn, "fqdn", fqdn)
	}
	_, domain, _ := strings.Cut(fqdn, ".")
	unusable := rules.New("R39", "", fqdn, "fqdn", fqdn)
	if strings.HasSuffix(strings.ToLower(fqdn), ".onmicrosoft.com") || domain == "" {
		return unusable
	}
	org := c.Tx.Organization()
	if !org.HasDomain(domain) {
		return unusable
	}
	suffix := "@" + strings.ToLower(domain)
	for u := range c.Tx.Users() {
		if len(u.Licenses) > 0 && strings.HasSuffix(strings.ToLower(u.UserPrincipalName), suffix) {
			return nil
		}
	}
	return unusable
}

// SetPstnGateway changes a gateway through the function, which must leave the FQDN
// as it is. Rules R34, R39.
func SetPstnGateway(c Call, identity string, change func(*state.PstnGateway)) error {
	was, err := PstnGateway(c, identity)
	if err != nil {
		return err
	}
	changed := was.Clone()
	change(changed)
	changed.Fqdn = was.Fqdn
	if changed.SipSignalingPort < 1 || changed.SipSignalingPort > 65535 {
		return rules.New("R39", "port", was.Fqdn)
	}
	c.putChanged(was, changed)
	return nil
}

// RemovePstnGateway removes a gateway that no route uses. Rules R34, R36.
func RemovePstnGateway(c Call, identity string) error {
	g, err := PstnGateway(c, identity)
	if err != nil {
		return err
	}
	for _, r := range c.Tx.VoiceRoutes() {
		if containsFold(r.Gateways, g.Fqdn) {
			return rules.New("R36", "", g.Fqdn, "name", g.Fqdn)
		}
	}
	c.delete(g)
	return nil
}
