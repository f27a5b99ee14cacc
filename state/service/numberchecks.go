package service

import (
	"slices"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// checkUser applies the licence rules R10, R11, R14, R42 and the usage location
// R13.
func (c Call) checkUser(u *state.User, n *state.PhoneNumber, r request) error {
	refuse := func(rule string) error {
		return rules.New(rule, "", u.UserPrincipalName, "id", u.ObjectID, "type", string(r.kind))
	}
	phone := c.hasFeature(u, featurePhoneSystem)
	switch {
	case u.UsageLocation == "MO":
		return refuse("R42")
	case u.IsResource():
		if !phone && !c.hasFeature(u, featureVoiceApp) {
			return refuse("R14")
		}
	case !phone:
		return refuse("R10")
	case r.kind == state.CallingPlan && !c.hasFeature(u, featureCallingPlan):
		return refuse("R11")
	}
	if n != nil && r.kind != state.DirectRouting && n.Country != "" && !strings.EqualFold(n.Country, u.UsageLocation) {
		return rules.New("R13", "", u.UserPrincipalName, "usage", u.UsageLocation, "country", n.Country)
	}
	return nil
}

// checkLocation applies R17, R18, R19 and R55 and returns the location to store;
// nil leaves the number's as it is.
func (c Call) checkLocation(n *state.PhoneNumber, r request) (*state.Location, error) {
	id := guid(r.location)
	if id == "" {
		if n == nil || n.LocationID != "" || !needsLocation(n) {
			return nil, nil
		}
		return nil, rules.New("R17", "", r.number, "number", r.number)
	}
	if n != nil && n.Type == state.OperatorConnect && n.LocationLocked {
		return nil, rules.New("R19", "", r.number)
	}
	location := c.Tx.Location(id)
	if location == nil {
		return nil, rules.New("R18", "", r.number, "location", id)
	}
	if n == nil || n.Type == state.DirectRouting {
		return location, nil
	}
	address := c.Tx.CivicAddress(location.CivicAddressID)
	if address == nil {
		return nil, rules.New("R18", "", r.number, "location", id)
	}
	if address.ValidationStatus != state.Validated {
		return nil, rules.New("R18", "validated", r.number, "location", id)
	}
	if n.Country != "" && !strings.EqualFold(n.Country, address.Country) {
		return nil, rules.New("R55", "", r.number, "location", address.Country, "country", n.Country)
	}
	if !serves(address, n) {
		return nil, rules.New("R18", "area", r.number)
	}
	return location, nil
}

// needsLocation is R17: a Calling Plan number in North America, or an Operator
// Connect number whose address the tenant sets.
func needsLocation(n *state.PhoneNumber) bool {
	if n.Type == state.CallingPlan {
		return n.Country == "US" || n.Country == "CA" || n.Country == "PR"
	}
	return n.Type == state.OperatorConnect && n.LocationRequired
}

// serves is the second half of R18: where the law ties numbers to an area, the
// address must lie in it. An address that lists no area codes is not checked.
func serves(a *state.CivicAddress, n *state.PhoneNumber) bool {
	if len(a.AreaCodes) == 0 || !slices.Contains([]string{"BE", "FR", "DE", "IE", "NL", "ES"}, a.Country) {
		return true
	}
	national := strings.TrimPrefix(n.Number, "+"+callingCode(a.Country))
	return slices.ContainsFunc(a.AreaCodes, func(code string) bool { return strings.HasPrefix(national, code) })
}

// checkEarly applies R77: an Operator Connect number while Teams still lists a
// calling plan. Strict refuses; the other profiles assign, and remark tells.
func (c Call) checkEarly(u *state.User, r request) error {
	if r.kind != state.OperatorConnect || c.Tx.Clock().Profile() != state.Strict {
		return nil
	}
	if !held(u, featureCallingPlan) && c.hasFeature(u, featureCallingPlan) {
		return rules.New("R77", "", u.UserPrincipalName, "id", u.ObjectID)
	}
	return nil
}

// remark reports what a real run would trip over after this assignment: R10 and
// R77 (too early), R77 (calling plan kept), R22 (routing policy left over).
func (c Call) remark(u *state.User, n *state.PhoneNumber) {
	feature := featurePhoneSystem
	if u.IsResource() {
		feature = featureVoiceApp
	}
	if since := c.newest(u, feature); !since.IsZero() {
		needed := state.Needed(state.L1Added)
		if waited := c.Now().Sub(since); waited < needed {
			c.report("R10", "early", u.UserPrincipalName, "minutes", minutes(waited), "needed", minutes(needed))
		}
	}
	if n.Type == state.OperatorConnect {
		c.remarkCallingPlan(u, n)
	}
	if n.Type != state.DirectRouting && !u.IsResource() {
		c.remarkRouting(u, n)
	}
}

func (c Call) remarkCallingPlan(u *state.User, n *state.PhoneNumber) {
	if held(u, featureCallingPlan) {
		c.reportAs(rules.Warning, "R77", "licence", u.UserPrincipalName, "number", n.Number)
		return
	}
	needed := state.Needed(state.L1)
	for _, l := range u.Former {
		if l.Removed.IsZero() || !brings(l, featureCallingPlan) {
			continue
		}
		waited := c.Now().Sub(l.Removed)
		if waited < needed {
			c.report("R77", "finding", u.UserPrincipalName,
				"number", n.Number, "minutes", minutes(waited), "needed", minutes(needed))
		}
		if l.Group != "" && u.ReprocessedAt.Before(l.Removed) {
			c.reportAs(rules.Info, "R77", "group", u.UserPrincipalName)
		}
	}
}

// remarkRouting is R22.
func (c Call) remarkRouting(u *state.User, n *state.PhoneNumber) {
	policy, gateway := c.leadsTo(u)
	if gateway == "" {
		return
	}
	source := "the direct"
	switch policy.Source {
	case SourceGroup:
		source = "the group's"
	case SourceGlobal:
		source = "the tenant's"
	}
	c.report("R22", "", u.UserPrincipalName, "number", n.Number, "type", string(n.Type),
		"gateway", gateway, "source", source, "policy", policy.Name)
}

// leadsTo gives the user's effective voice routing policy and the first gateway
// to which it leads, or "".
func (c Call) leadsTo(u *state.User) (EffectivePolicy, string) {
	policy := c.effective(u, state.PolicyVoiceRouting)
	p := c.Tx.VoiceRoutingPolicy(policy.Name)
	if p == nil || len(p.Usages) == 0 {
		return policy, ""
	}
	for _, usage := range p.Usages {
		for _, route := range c.Tx.VoiceRoutes() {
			if len(route.Gateways) > 0 && slices.ContainsFunc(route.Usages, func(x string) bool { return strings.EqualFold(x, usage) }) {
				return policy, route.Gateways[0]
			}
		}
	}
	return policy, ""
}
