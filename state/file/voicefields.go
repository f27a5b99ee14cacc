package file

import (
	"time"

	"rehearse/state"
)

// addressEntry is a civic address with its locations, which a file nests.
type addressEntry struct {
	address   state.CivicAddress
	locations []*state.Location
}

func addressText(name string, at func(*state.CivicAddress) *string) field[addressEntry] {
	return text(name, func(a *addressEntry) *string { return at(&a.address) })
}

var addressFields = []field[addressEntry]{
	guid("civicAddressId", func(a *addressEntry) *string { return &a.address.CivicAddressID }),
	addressText("description", func(a *state.CivicAddress) *string { return &a.Description }),
	addressText("companyName", func(a *state.CivicAddress) *string { return &a.CompanyName }),
	addressText("companyTaxId", func(a *state.CivicAddress) *string { return &a.CompanyTaxID }),
	addressText("houseNumber", func(a *state.CivicAddress) *string { return &a.HouseNumber }),
	addressText("houseNumberSuffix", func(a *state.CivicAddress) *string { return &a.HouseNumberSuffix }),
	addressText("preDirectional", func(a *state.CivicAddress) *string { return &a.PreDirectional }),
	addressText("streetName", func(a *state.CivicAddress) *string { return &a.StreetName }),
	addressText("streetSuffix", func(a *state.CivicAddress) *string { return &a.StreetSuffix }),
	addressText("postDirectional", func(a *state.CivicAddress) *string { return &a.PostDirectional }),
	addressText("city", func(a *state.CivicAddress) *string { return &a.City }),
	addressText("cityAlias", func(a *state.CivicAddress) *string { return &a.CityAlias }),
	addressText("stateOrProvince", func(a *state.CivicAddress) *string { return &a.StateOrProvince }),
	addressText("postalCode", func(a *state.CivicAddress) *string { return &a.PostalCode }),
	country("country", func(a *addressEntry) *string { return &a.address.Country }),
	addressText("latitude", func(a *state.CivicAddress) *string { return &a.Latitude }),
	addressText("longitude", func(a *state.CivicAddress) *string { return &a.Longitude }),
	addressText("confidence", func(a *state.CivicAddress) *string { return &a.Confidence }),
	addressText("elin", func(a *state.CivicAddress) *string { return &a.Elin }),
	choice("validationStatus", func(a *addressEntry) *string { return &a.address.ValidationStatus }, state.Validated, state.NotValidated, state.Invalid),
	texts("areaCodes", func(a *addressEntry) *[]string { return &a.address.AreaCodes }),
	{"locations", func(d *decoder, n *node, a *addressEntry) {
		for _, item := range d.list(n) {
			l := new(state.Location)
			record(d, &item, "location", locationFields, l)
			d.require(&item, "location", "locationId", l.LocationID)
			a.locations = append(a.locations, l)
		}
	}, func(w *writer, name string, a *addressEntry) {
		w.entries(name, len(a.locations), func(i int) { write(w, locationFields, a.locations[i]) })
	}},
}

var locationFields = []field[state.Location]{
	guid("locationId", func(l *state.Location) *string { return &l.LocationID }),
	text("place", func(l *state.Location) *string { return &l.Place }),
	text("elin", func(l *state.Location) *string { return &l.Elin }),
	flag("default", false, func(l *state.Location) *bool { return &l.Default }),
}

var gatewayFields = []field[state.PstnGateway]{
	text("fqdn", func(g *state.PstnGateway) *string { return &g.Fqdn }),
	count("sipSignalingPort", 0, func(g *state.PstnGateway) *int { return &g.SipSignalingPort }),
	flag("enabled", false, func(g *state.PstnGateway) *bool { return &g.Enabled }),
	count("failoverTimeSeconds", 10, func(g *state.PstnGateway) *int { return &g.FailoverTimeSeconds }),
	flag("forwardCallHistory", false, func(g *state.PstnGateway) *bool { return &g.ForwardCallHistory }),
	flag("forwardPai", false, func(g *state.PstnGateway) *bool { return &g.ForwardPai }),
	flag("sendSipOptions", true, func(g *state.PstnGateway) *bool { return &g.SendSipOptions }),
	flag("mediaBypass", false, func(g *state.PstnGateway) *bool { return &g.MediaBypass }),
	{"failoverResponseCodes", text("", func(g *state.PstnGateway) *string { return &g.FailoverResponseCode }).read,
		func(w *writer, name string, g *state.PstnGateway) {
			if g.FailoverResponseCode != defaultFailoverCodes {
				w.raw(name, scalar(g.FailoverResponseCode))
			}
		}},
	count("maxConcurrentSessions", 0, func(g *state.PstnGateway) *int { return &g.MaxConcurrentSessions }),
	text("description", func(g *state.PstnGateway) *string { return &g.Description }),
	instant("createdAt", func(g *state.PstnGateway) *time.Time { return &g.CreatedAt }),
	properties("other", func(g *state.PstnGateway) *state.Fields { return &g.Other }),
}

const defaultFailoverCodes = "408,503,504"

var routeFields = []field[state.VoiceRoute]{
	text("name", func(r *state.VoiceRoute) *string { return &r.Name }),
	count("priority", 0, func(r *state.VoiceRoute) *int { return &r.Priority }),
	text("pattern", func(r *state.VoiceRoute) *string { return &r.Pattern }),
	texts("usages", func(r *state.VoiceRoute) *[]string { return &r.Usages }),
	texts("gateways", func(r *state.VoiceRoute) *[]string { return &r.Gateways }),
	text("description", func(r *state.VoiceRoute) *string { return &r.Description }),
	text("bridgeSourceNumber", func(r *state.VoiceRoute) *string { return &r.BridgeSourceNumber }),
	instant("createdAt", func(r *state.VoiceRoute) *time.Time { return &r.CreatedAt }),
}

var routingPolicyFields = []field[state.VoiceRoutingPolicy]{
	text("name", func(p *state.VoiceRoutingPolicy) *string { return &p.Name }),
	texts("usages", func(p *state.VoiceRoutingPolicy) *[]string { return &p.Usages }),
	text("description", func(p *state.VoiceRoutingPolicy) *string { return &p.Description }),
	choice("routeType", func(p *state.VoiceRoutingPolicy) *string { return &p.RouteType }, "BYOT"),
	instant("createdAt", func(p *state.VoiceRoutingPolicy) *time.Time { return &p.CreatedAt }),
}

var objectFields = []field[state.Object]{
	text("type", func(o *state.Object) *string { return &o.Type }),
	text("name", func(o *state.Object) *string { return &o.Name }),
	flag("builtIn", false, func(o *state.Object) *bool { return &o.BuiltIn }),
	instant("createdAt", func(o *state.Object) *time.Time { return &o.CreatedAt }),
	properties("properties", func(o *state.Object) *state.Fields { return &o.Properties }),
}
