package file

import (
	"fmt"
	"strings"

	"rehearse/state"
)

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
