package file

import (
	"fmt"
	"strings"

	"rehearse/state"
)

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
