package file

import (
	"fmt"
	"strings"
	"time"

	"rehearse/state"
)

// founded is when the built-in tenant's records came into being.
var founded = time.Date(2024, 3, 4, 9, 0, 0, 0, time.UTC)

const contosoID = "2a7c9f10-5c1e-4a7b-9d53-0f1e5d3c7b11"

// builder makes the records of an invented tenant.
type builder struct {
	doc     document
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
	b.doc.Rehearse, b.doc.Name = Version, name
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
	b.doc.PstnUsages = &state.PstnUsages{Usages: []string{"US-Local", "US-International"}, CreatedAt: []time.Time{founded, founded}}
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
		Country: "United States", Mailbox: "online", ProvisionedAt: founded, WhenCreated: founded, WhenChanged: founded,
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
		Country: "US", Subdivision: "California", City: "San Francisco", Blocked: state.NotBlocked, Source: "Online"}
	switch t {
	case state.CallingPlan:
		n.OperatorID, n.PartnerID, n.PartnerName, n.CivicAddressID, n.LocationID = state.CallingPlanOperatorID, state.MicrosoftPartnerID, "Microsoft", b.address, b.site
	case state.DirectRouting:
		n.OperatorID = state.DirectRoutingOperatorID
	default:
		n.OperatorID, n.PartnerID, n.PartnerName = state.GUID("operator", "Pure IP"), state.GUID("operator", "Pure IP"), "Pure IP"
		n.CivicAddressID, n.LocationID, n.LocationLocked, n.Uploaded = b.address, b.site, true, true
	}
	b.doc.PhoneNumbers = append(b.doc.PhoneNumbers, n)
	return n
}

// contoso is the built-in tenant: users of all kinds, Pure IP enabled with numbers that it uploaded.
func contoso(cloud state.Cloud) *Data {
	name := "contoso"
	if cloud != state.CloudCommercial {
		name = "contoso-gcc"
	}
	b := base(name, contosoID, "contoso.com", cloud)
	if cloud == state.CloudCommercial {
		b.doc.OperatorRelations = []*state.OperatorRelation{{OperatorID: state.GUID("operator", "Pure IP"), Name: "Pure IP", Status: state.OperatorActive, Countries: []string{"US", "GB"},
			Contact:          state.Contact{FullName: "Megan Bowen", Email: "admin@contoso.com", Phone: "+14155550100", CompanySize: "250-999", OptIn: true},
			NoticeAcceptedAt: founded, NoticeAcceptedBy: "admin@contoso.com", TenantIDGiven: contosoID, CreatedAt: founded}}
	}
	b.user("Megan", "Bowen", "SPE_E5").UserPrincipalName = "admin@contoso.com"
	for i, n := range []string{"Alice Archer", "Bob Bailey", "Carol Chen", "Dan Diaz", "Erin Evans", "Frank Fisher"} {
		first, last, _ := strings.Cut(n, " ")
		b.assign(b.user(first, last, "SPE_E5", "MCOPSTN1"), state.CallingPlan, fmt.Sprintf("+1415555010%d", i+1))
	}
	for i, n := range []string{"Grace Green", "Henry Hill", "Iris Ito", "Jack Jones"} {
		first, last, _ := strings.Cut(n, " ")
		u := b.user(first, last, "SPE_E5")
		u.Policies = []state.PolicyGrant{{Type: state.PolicyVoiceRouting, Name: "DR-US"}}
		b.assign(u, state.DirectRouting, fmt.Sprintf("+1415555020%d", i+1))
	}
	test := b.account("operatorconnect.teamstest@pure-ip.com", "Operator Connect", "Teamstest", "SPE_E5")
	test.Policies = []state.PolicyGrant{{Type: state.PolicyVoiceRouting, Name: "DR-US"}}
	b.assign(test, state.DirectRouting, "+14155550210")
	b.doc.Organization.Domains = append(b.doc.Organization.Domains, state.Domain{Name: "pure-ip.com", Status: "Enabled"})
	for _, n := range []string{"Kate King", "Liam Lee", "Mia Moore", "Noah Nash"} {
		first, last, _ := strings.Cut(n, " ")
		b.user(first, last, "SPE_E5")
	}
	b.user("Olga", "Owens", "SPE_E3")
	b.user("Peter", "Price")
	german := b.user("Quentin", "Quast", "SPE_E5")
	german.UsageLocation, german.City, german.Country = "DE", "Berlin", "Germany"
	synced := b.user("Rita", "Rossi", "SPE_E5")
	synced.DirSynced, synced.OnPremLine, synced.OnPremEnterpriseVoiceEnabled = true, "tel:+14155550220", true
	b.user("Sam", "Stone", "SPE_E5").AccountEnabled = false
	ra := b.account("mainline@contoso.com", "Main", "Line", "PHONESYSTEM_VIRTUALUSER")
	ra.AccountType, ra.ApplicationID, ra.ApplicationSynced = "ResourceAccount", "ce933385-9390-45d1-9512-c8d228074e07", true
	shared := b.account("support@contoso.com", "Support", "Desk")
	shared.AccountEnabled = false
	guest := b.account("tina_fabrikam.com#EXT#@contoso.onmicrosoft.com", "Tina", "Thomas")
	guest.AccountType = "Guest"
	b.account("lobby@contoso.com", "Lobby", "Phone", "MCOEV")
	if cloud == state.CloudCommercial {
		for i := range 20 {
			b.number(state.OperatorConnect, fmt.Sprintf("+141580007%02d", i))
		}
	}
	b.number(state.CallingPlan, "+14155550150")
	return b.data()
}

func (b *builder) data() *Data { return &Data{Name: b.doc.Name, Records: b.doc.records()} }

var firstNames = strings.Fields("Ada Ben Cora Dean Eva Finn Gina Hugo Ines Jon Kim Leo Mara Nils Oona Paul Quinn Rosa Sven Tara Udo Vera Will Xena Yann Zoe")
var lastNames = strings.Fields("Adler Becker Clark Dupont Eriksen Fuchs Garcia Hansen Ivanov Jensen Keller Larsen Meyer Novak Olsen Petit Quist Rossi Silva Torres Urban Vogel Weber Xu Young Zeller")

// Init invents a believable tenant of that many users. Equal arguments give
// equal tenants.
func Init(users int, seed uint64) *Data {
	name := fmt.Sprintf("invented-%d-%d", users, seed)
	b := base(name, state.GUID(name), "contoso.com", state.CloudCommercial)
	b.doc.OperatorRelations = []*state.OperatorRelation{{OperatorID: state.GUID("operator", "Pure IP"), Name: "Pure IP", Status: state.OperatorActive, Countries: []string{"US", "GB"},
		NoticeAcceptedAt: founded, NoticeAcceptedBy: "admin@contoso.com", TenantIDGiven: b.doc.Organization.TenantID, CreatedAt: founded}}
	x := seed*2862933555777941757 + 3037000493
	for i := range users {
		x = x*6364136223846793005 + 1442695040888963407
		first, last := firstNames[(x>>33)%26], lastNames[(x>>43)%26]
		upn := fmt.Sprintf("%s.%s%d@contoso.com", strings.ToLower(first), strings.ToLower(last), i)
		switch kind := (x >> 53) % 10; {
		case kind < 6:
			b.assign(b.account(upn, first, last, "SPE_E5", "MCOPSTN1"), state.CallingPlan, fmt.Sprintf("+1415%07d", 2000000+i))
		case kind < 8:
			u := b.account(upn, first, last, "SPE_E5")
			u.Policies = []state.PolicyGrant{{Type: state.PolicyVoiceRouting, Name: "DR-US"}}
			b.assign(u, state.DirectRouting, fmt.Sprintf("+1415%07d", 3000000+i))
		case kind < 9:
			b.account(upn, first, last, "SPE_E5")
		default:
			b.account(upn, first, last, "SPE_E3")
		}
		b.number(state.OperatorConnect, fmt.Sprintf("+1415%07d", 4000000+i))
	}
	return b.data()
}
