package state

import (
	"slices"
	"strings"
	"time"
)

// GlobalName is the identity of the instance that applies to everyone else.
const GlobalName = "Global"

// PstnUsages is the tenant's one ordered list of PSTN usages.
type PstnUsages struct {
	Usages []string
	// CreatedAt holds, per usage made during the run, when it was made (L4).
	CreatedAt []time.Time
}

// Kind implements [Record].
func (p *PstnUsages) Kind() Kind { return KindPstnUsages }

// Key implements [Record].
func (p *PstnUsages) Key() string { return GlobalName }

// ID implements [Record].
func (p *PstnUsages) ID() string { return "global" }

// Clone returns a copy that may be changed.
func (p *PstnUsages) Clone() *PstnUsages {
	return &PstnUsages{slices.Clone(p.Usages), slices.Clone(p.CreatedAt)}
}

// Find returns the position of a usage in any case, or -1.
func (p *PstnUsages) Find(name string) int {
	return slices.IndexFunc(p.Usages, func(u string) bool { return strings.EqualFold(u, name) })
}

// Fields implements [Record].
func (p *PstnUsages) Fields() Fields {
	var f Fields
	f.set("usage", p.Usages)
	return f
}

// PstnGateway is a session border controller paired with Direct Routing.
type PstnGateway struct {
	// Fqdn is also the identity.
	Fqdn             string
	SipSignalingPort int
	Enabled          bool
	// FailoverTimeSeconds is 10 unless set.
	FailoverTimeSeconds  int
	ForwardCallHistory   bool
	ForwardPai           bool
	SendSipOptions       bool
	MediaBypass          bool
	FailoverResponseCode string
	// MaxConcurrentSessions is 0 when blank.
	MaxConcurrentSessions int
	Description           string
	CreatedAt             time.Time
	// Other holds the remaining properties by their names.
	Other Fields
}

// Kind implements [Record].
func (g *PstnGateway) Kind() Kind { return KindPstnGateway }

// Key implements [Record]: the FQDN.
func (g *PstnGateway) Key() string { return g.Fqdn }

// ID implements [Record]: the FQDN, lower case.
func (g *PstnGateway) ID() string { return strings.ToLower(g.Fqdn) }

// Clone returns a copy that may be changed.
func (g *PstnGateway) Clone() *PstnGateway { c := *g; c.Other = slices.Clone(g.Other); return &c }

// Fields implements [Record].
func (g *PstnGateway) Fields() Fields {
	var f Fields
	f.set("fqdn", g.Fqdn)
	f.set("sipSignalingPort", g.SipSignalingPort)
	f.set("enabled", g.Enabled)
	f.set("failoverTimeSeconds", g.FailoverTimeSeconds)
	f.set("forwardCallHistory", g.ForwardCallHistory)
	f.set("forwardPai", g.ForwardPai)
	f.set("sendSipOptions", g.SendSipOptions)
	f.set("mediaBypass", g.MediaBypass)
	f.set("failoverResponseCodes", g.FailoverResponseCode)
	f.set("maxConcurrentSessions", g.MaxConcurrentSessions)
	f.set("description", g.Description)
	f.set("createdAt", g.CreatedAt)
	return append(f, g.Other...)
}

// VoiceRoute sends numbers that match a pattern to gateways.
type VoiceRoute struct {
	Name string
	// Priority orders the routes; the lowest is tried first.
	Priority int
	// Pattern is a .NET regular expression over the dialled number.
	Pattern string
	// Usages are PSTN usages in any of which the route takes part.
	Usages []string
	// Gateways are FQDNs, tried in order.
	Gateways           []string
	Description        string
	BridgeSourceNumber string
	CreatedAt          time.Time
}

// Kind implements [Record].
func (r *VoiceRoute) Kind() Kind { return KindVoiceRoute }

// Key implements [Record]: the name.
func (r *VoiceRoute) Key() string { return r.Name }

// ID implements [Record]: the name, lower case.
func (r *VoiceRoute) ID() string { return strings.ToLower(r.Name) }

// Clone returns a copy that may be changed.
func (r *VoiceRoute) Clone() *VoiceRoute {
	c := *r
	c.Usages = slices.Clone(r.Usages)
	c.Gateways = slices.Clone(r.Gateways)
	return &c
}

// Fields implements [Record].
func (r *VoiceRoute) Fields() Fields {
	var f Fields
	f.set("identity", r.Name)
	f = append(f, Field{"priority", r.Priority})
	f.set("numberPattern", r.Pattern)
	f.set("onlinePstnUsages", r.Usages)
	f.set("onlinePstnGatewayList", r.Gateways)
	f.set("description", r.Description)
	f.set("bridgeSourcePhoneNumber", r.BridgeSourceNumber)
	f.set("createdAt", r.CreatedAt)
	return f
}

// VoiceRoutingPolicy says which PSTN usages a user may use.
type VoiceRoutingPolicy struct {
	// Name is "Global" or the name without "Tag:".
	Name string
	// Usages are tried in order.
	Usages      []string
	Description string
	// RouteType is "BYOT".
	RouteType string
	CreatedAt time.Time
}

// Kind implements [Record].
func (p *VoiceRoutingPolicy) Kind() Kind { return KindVoiceRoutingPolicy }

// Key implements [Record]: the name.
func (p *VoiceRoutingPolicy) Key() string { return p.Name }

// ID implements [Record]: the name, lower case.
func (p *VoiceRoutingPolicy) ID() string { return strings.ToLower(p.Name) }

// Clone returns a copy that may be changed.
func (p *VoiceRoutingPolicy) Clone() *VoiceRoutingPolicy {
	c := *p
	c.Usages = slices.Clone(p.Usages)
	return &c
}

// Fields implements [Record].
func (p *VoiceRoutingPolicy) Fields() Fields {
	var f Fields
	f.set("identity", p.Name)
	f.set("onlinePstnUsages", p.Usages)
	f.set("description", p.Description)
	f.set("routeType", p.RouteType)
	f.set("createdAt", p.CreatedAt)
	return f
}
