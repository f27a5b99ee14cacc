package service

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// PlanState is a service plan as Teams lists it for a user (AssignedPlan).
type PlanState struct {
	*state.Plan
	// CapabilityStatus is "Enabled" or "Deleted".
	CapabilityStatus string
	// AssignedAt is when Teams learnt of the plan; zero when long ago.
	AssignedAt time.Time
}

// UserView is a user as Get-CsOnlineUser shows it now.
type UserView struct {
	*state.User
	// LineURI is "tel:+…" or empty.
	LineURI string
	// OnPremLineURI is the number of the local directory.
	OnPremLineURI string
	// EnterpriseVoice is the switch as readers see it now.
	EnterpriseVoice bool
	// GrantedPolicies are the direct assignments as readers see them now.
	GrantedPolicies []state.PolicyGrant
	// AssignedPlan are the service plans that Teams knows of.
	AssignedPlan []PlanState
	// FeatureTypes is derived from the enabled plans.
	FeatureTypes        []string
	InterpretedUserType string
	// TelephoneNumbers are all numbers of the user, the primary first.
	TelephoneNumbers []state.ExtraNumber
}

// GrantedPolicy returns the directly assigned instance of the type as readers see
// it now, or "".
func (v *UserView) GrantedPolicy(policyType string) string {
	for _, g := range v.GrantedPolicies {
		if strings.EqualFold(g.Type, policyType) {
			return g.Name
		}
	}
	return ""
}

// UserQuery selects users.
type UserQuery struct {
	// Filter is the text of -Filter; empty selects all.
	Filter string
	// AccountType adds "AccountType -eq" to the filter.
	AccountType string
	// SoftDeleted selects only soft-deleted accounts; otherwise they are in the
	// result like the others.
	SoftDeleted bool
	// Limit is the greatest number of results; negative means no limit, 0 none.
	Limit int
	// OrderBy is a property name, possibly followed by " desc".
	OrderBy string
}

// User reads one user (Get-CsOnlineUser -Identity). Rule R40.
func User(c Call, identity string) (*UserView, error) {
	Settle(c)
	u := c.Tx.UserByIdentity(identity)
	if u == nil || u.ProvisionedAt.After(c.Now()) {
		return nil, rules.New("R40", "", identity, "identity", identity)
	}
	return c.view(u), nil
}

// Users reads users (Get-CsOnlineUser), by UPN unless ordered. Rule R40 (filter).
func Users(c Call, q UserQuery) ([]*UserView, error) {
	Settle(c)
	if q.Limit == 0 {
		return nil, nil
	}
	match, err := userFilter(q.Filter)
	if err != nil {
		return nil, rules.New("R40", "filter", q.Filter, "reason", err.Error())
	}
	var selected []*state.User
	now := c.Now()
	for u := range c.Tx.Users() {
		switch {
		case u.ProvisionedAt.After(now),
			q.SoftDeleted && u.SoftDeletedAt.IsZero(),
			q.AccountType != "" && !strings.EqualFold(string(u.AccountType), q.AccountType),
			match != nil && !match(c, u):
			continue
		}
		selected = append(selected, u)
	}
	if err := c.order(selected, q.OrderBy); err != nil {
		return nil, err
	}
	if q.Limit > 0 && len(selected) > q.Limit {
		selected = selected[:q.Limit]
	}
	out := make([]*UserView, len(selected))
	for i, u := range selected {
		out[i] = c.view(u)
	}
	return out, nil
}

// order sorts by UPN, or by the property that the caller names.
func (c Call) order(list []*state.User, by string) error {
	name, direction, _ := strings.Cut(strings.TrimSpace(by), " ")
	get := userGetter(name)
	switch {
	case name == "":
		slices.SortFunc(list, func(a, b *state.User) int {
			return cmp.Compare(a.UserPrincipalName, b.UserPrincipalName)
		})
		return nil
	case get == nil:
		return rules.New("R40", "filter", by, "reason", "unknown property "+name)
	}
	sign := 1
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(direction)), "desc") {
		sign = -1
	}
	slices.SortStableFunc(list, func(a, b *state.User) int { return sign * get(c, a).compare(get(c, b)) })
	return nil
}

// view joins what is stored about a user with what readers see of it now.
func (c Call) view(u *state.User) *UserView {
	line := c.lineOf(u)
	v := &UserView{
		User: u, OnPremLineURI: u.OnPremLine, EnterpriseVoice: line.EnterpriseVoiceEnabled,
		GrantedPolicies: c.policiesOf(u).Policies, AssignedPlan: c.assignedPlan(u),
	}
	if line.CloudLine != "" {
		v.LineURI = "tel:" + line.CloudLine
		v.TelephoneNumbers = append(v.TelephoneNumbers, state.ExtraNumber{Number: line.CloudLine, Category: state.CategoryPrimary})
	}
	v.TelephoneNumbers = append(v.TelephoneNumbers, line.ExtraNumbers...)
	v.FeatureTypes = features(v.AssignedPlan)
	v.InterpretedUserType = interpreted(u, v.FeatureTypes)
	return v
}

// lineOf gives the user whose number and switch readers see now (L3).
func (c Call) lineOf(u *state.User) *state.User {
	return c.Tx.Shown(state.L3, state.KindUser, u.ObjectID, u).(*state.User)
}

// policiesOf gives the user whose policies readers see now (L5).
func (c Call) policiesOf(u *state.User) *state.User {
	return c.Tx.Shown(state.L5, state.KindUser, u.ObjectID, u).(*state.User)
}

// features derives FeatureTypes from the enabled plans, each once.
func features(plans []PlanState) []string {
	out := make([]string, 0, 4)
	for _, p := range plans {
		if p.Feature != "" && p.CapabilityStatus == "Enabled" && !slices.Contains(out, p.Feature) {
			out = append(out, p.Feature)
		}
	}
	return out
}

// interpreted derives InterpretedUserType for the cases of semantics.md 1.2.3.
func interpreted(u *state.User, features []string) string {
	kind := "PureOnlineTeamsOnlyUser"
	switch {
	case u.HostedOnPrem:
		kind = "HybridOnPremTeamsUser"
	case u.DirSynced && u.OnPremLine != "":
		kind = "HybridOnlineTeamsOnlyUser"
	case u.DirSynced:
		kind = "DirSyncEnabledOnlineTeamsOnlyUser"
	}
	switch {
	case !slices.Contains(features, featureTeams) && !u.IsResource():
		return kind + "NotLicensedForService"
	case !u.AccountEnabled && !u.IsResource():
		return kind + "Disabled"
	}
	return kind
}
