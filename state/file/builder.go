package file

import (
	"strings"
	"time"

	"rehearse/state"
)

// founded is when the built-in tenant's records came into being.
var founded = time.Date(2024, 3, 4, 9, 0, 0, 0, time.UTC)

const contosoID = "2a7c9f10-5c1e-4a7b-9d53-0f1e5d3c7b11"

// builder makes the records of an invented tenant.
type builder struct {
	doc     draft
	domain  string
	country string
	site    string // the default location
	address string
}

func sku(part string) string {
	if s := state.SkuByName(part); s != nil {
		return s.ID
	}
	return state.GUID("sku", part)
}

// base is what every invented tenant has: organization, subscriptions, the eleven
// operators, an address, direct routing.
func base(name, tenantID, domain string, cloud state.Cloud) *builder {
	b := &builder{domain: domain, country: "US"}
	b.doc.Name = name
	b.doc.Organization = &state.Organization{
		TenantID: tenantID, DisplayName: "Contoso", Cloud: cloud, Domains: []state.Domain{{Name: domain, Status: "Enabled"}, {Name: "contoso.onmicrosoft.com", Status: "Enabled"}},
		Street: "1 Market Street", City: "San Francisco", State: "CA", PostalCode: "94105", Country: "United States", CountryLetterCode: "US",
		TelephoneNumber: "+14155550100", PreferredLanguage: "en", ServiceInstance: "MicrosoftCommunicationsOnline/NOAM-4A-S7", AdminUPN: "admin@" + domain,
		DirSyncEnabled: true, TeamsUpgradeEffectiveMode: "TeamsOnly", WhenCreated: founded, WhenChanged: founded,
	}
	for _, part := range []string{"SPE_E5", "SPE_E3", "MCOEV", "MCOPSTN1", "MCOPSTN2", "PHONESYSTEM_VIRTUALUSER"} {
		b.doc.Subscriptions = append(b.doc.Subscriptions, &state.Subscription{SkuID: sku(part), SkuPartNumber: part, Enabled: 5000, CapabilityStatus: "Enabled"})
	}
	for _, o := range operators {
		services := []state.Service{}
		for _, s := range strings.Split(o[2], ", ") {
			services = append(services, state.Service(s))
		}
		b.doc.Operators = append(b.doc.Operators, &state.Operator{OperatorID: state.GUID("operator", o[0]), Name: o[0], Countries: strings.Split(o[1], ", "), Services: services, Model: state.EmergencyModel(o[3])})
	}
	b.address, b.site = state.GUID(tenantID, "address"), state.GUID(tenantID, "location")
	b.doc.CivicAddresses = []*state.CivicAddress{{CivicAddressID: b.address, CompanyName: "Contoso", HouseNumber: "1", StreetName: "Market", StreetSuffix: "Street",
		City: "San Francisco", StateOrProvince: "CA", PostalCode: "94105", Country: "US", Description: "Headquarters", Latitude: "37.79395", Longitude: "-122.39489",
		DefaultLocationID: b.site, ValidationStatus: "Validated"}}
	b.doc.Locations = []*state.Location{{LocationID: b.site, CivicAddressID: b.address, Default: true}}
	b.doc.PstnUsages = &state.PstnUsages{Usages: []string{"US-Local", "US-International"}}
	b.doc.PstnGateways = []*state.PstnGateway{{Fqdn: "sbc1." + domain, SipSignalingPort: 5061, Enabled: true, FailoverTimeSeconds: 10, SendSipOptions: true, FailoverResponseCode: "408,503,504", CreatedAt: founded}}
	b.doc.VoiceRoutes = []*state.VoiceRoute{{Name: "US-Local", Pattern: `^\+1\d{10}$`, Usages: []string{"US-Local"}, Gateways: []string{"sbc1." + domain}, CreatedAt: founded}}
	b.doc.VoiceRoutingPolicies = []*state.VoiceRoutingPolicy{{Name: state.GlobalName, RouteType: "BYOT", CreatedAt: founded}, {Name: "DR-US", Usages: []string{"US-Local"}, RouteType: "BYOT", CreatedAt: founded}}
	return b
}

// operators are the eleven of the fixture: name, countries, services, address model (semantics.md 1.6) [S].
var operators = [][4]string{
	{"BT", "GB, IE", "Operator Connect", "a"},
	{"Deutsche Telekom", "DE", "Operator Connect", "c"},
	{"Intrado", "US, CA, GB", "Operator Connect, Conferencing", "b"},
	{"NTT", "JP, GB, US, DE, FR", "Operator Connect, Conferencing", "b"},
	{"Nuwave", "US", "Operator Connect", "b"},
	{"Orange Business Services", "FR, BE, ES", "Operator Connect", "c"},
	{"Pure IP", "US, GB, NL, SG, AU", "Operator Connect, Conferencing", "a"},
	{"Rogers", "CA", "Operator Connect, Teams Phone Mobile", "a"},
	{"TATA", "IN, SG, GB, US", "Operator Connect", "b"},
	{"Telenor", "NO, SE, DK", "Operator Connect, Teams Phone Mobile", "a"},
	{"Verizon", "US", "Operator Connect, Teams Phone Mobile", "b"},
}

// user adds a user with these licences.
func (b *builder) user(first, last string, licenses ...string) *state.User {
	alias := strings.ToLower(first)
	if last != "" {
		alias += "." + strings.ToLower(last)
	}
	return b.account(alias+"@"+b.domain, first, last, licenses...)
}

func (b *builder) account(upn, first, last string, licenses ...string) *state.User {
	alias, _, _ := strings.Cut(upn, "@")
	u := &state.User{
		ObjectID: state.GUID(b.doc.Organization.TenantID, upn), UserPrincipalName: upn, Alias: alias, DisplayName: strings.TrimSpace(first + " " + last), GivenName: first, LastName: last,
		SipAddress: "sip:" + upn, Mail: upn, AccountEnabled: true, AccountType: state.AccountUser, UsageLocation: b.country, City: "San Francisco", Company: "Contoso",
		Country: "United States", Mailbox: "Online", ProvisionedAt: founded, WhenCreated: founded, WhenChanged: founded,
	}
	for _, part := range licenses {
		u.Licenses = append(u.Licenses, state.License{SkuID: sku(part)})
	}
	b.doc.Users = append(b.doc.Users, u)
	return u
}

// assign gives a user a number of a type.
func (b *builder) assign(u *state.User, t state.NumberType, number string) {
	n := b.number(t, number)
	n.Target, n.Status, n.Category = u.ObjectID, state.StatusUserAssigned, state.CategoryPrimary
	if u.AccountType == "ResourceAccount" {
		n.Status = state.StatusVoiceApplication
	}
	u.CloudLine, u.EnterpriseVoiceEnabled = number, true
}

func (b *builder) number(t state.NumberType, number string) *state.PhoneNumber {
	n := &state.PhoneNumber{Number: number, Type: t, ActivationState: state.Activated, Status: state.StatusUnassigned, Capabilities: state.DefaultCapabilities(t, false),
		Country: "US", Subdivision: "California", City: "San Francisco", Blocked: state.NotBlocked, SmsState: "NotActivated", Source: "Online"}
	switch t {
	case state.CallingPlan:
		n.OperatorID, n.PartnerID, n.PartnerName, n.CivicAddressID, n.LocationID = state.CallingPlanOperatorID, state.MicrosoftPartnerID, "Microsoft", b.address, b.site
	case state.DirectRouting:
		n.OperatorID = state.DirectRoutingOperatorID
	default:
		n.OperatorID, n.PartnerID, n.PartnerName = state.GUID("operator", "Pure IP"), state.GUID("operator", "Pure IP"), "Pure IP"
		n.CivicAddressID, n.LocationID, n.LocationLocked = b.address, b.site, true
	}
	b.doc.PhoneNumbers = append(b.doc.PhoneNumbers, n)
	return n
}

// draft collects the records of an invented tenant.
type draft struct {
	Name                 string
	Organization         *state.Organization
	Subscriptions        []*state.Subscription
	Operators            []*state.Operator
	OperatorRelations    []*state.OperatorRelation
	CivicAddresses       []*state.CivicAddress
	Locations            []*state.Location
	PstnUsages           *state.PstnUsages
	PstnGateways         []*state.PstnGateway
	VoiceRoutes          []*state.VoiceRoute
	VoiceRoutingPolicies []*state.VoiceRoutingPolicy
	Users                []*state.User
	PhoneNumbers         []*state.PhoneNumber
}

// records are the draft's records by kind, in file order.
func (d *draft) records() [][]state.Record {
	return [][]state.Record{
		{d.Organization}, rows(d.Subscriptions), rows(d.Operators), rows(d.OperatorRelations), rows(d.CivicAddresses),
		rows(d.Locations), {d.PstnUsages}, rows(d.PstnGateways), rows(d.VoiceRoutes), rows(d.VoiceRoutingPolicies),
		rows(d.Users), rows(d.PhoneNumbers),
	}
}

func rows[T state.Record](list []T) []state.Record {
	out := make([]state.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}

func (b *builder) data() *Data { return &Data{Name: b.doc.Name, Records: b.doc.records()} }
