package service

import (
	"time"

	"rehearse/state"
)

// SubscriptionView is a subscription with its use.
type SubscriptionView struct {
	*state.Subscription
	// ConsumedUnits counts the users that hold the licence.
	ConsumedUnits int
	// ServicePlans are the plans inside; plans of unknown products are empty.
	ServicePlans []*state.Plan
}

// Subscriptions lists the tenant's subscriptions by part number
// (Get-MgSubscribedSku).
func Subscriptions(c Call) []SubscriptionView {
	Settle(c)
	list := c.Tx.Subscriptions()
	out := make([]SubscriptionView, len(list))
	for i, s := range list {
		out[i] = SubscriptionView{s, c.Tx.Consumed(s.SkuID), state.PlansOf(s.SkuID)}
	}
	return out
}

// LicenseView is a licence of a user.
type LicenseView struct {
	state.License
	SkuPartNumber string
	// ServicePlans lists the plans with their provisioning status.
	ServicePlans []PlanStatus
}

// PlanStatus is a plan inside a user's licence.
type PlanStatus struct {
	*state.Plan
	// ProvisioningStatus is Success, PendingProvisioning or Disabled.
	ProvisioningStatus string
}

// Licenses lists a user's licences (Get-MgUserLicenseDetail). The directory shows
// a change at once; only the provisioning status tells that Teams has yet to
// learn of it. Rule R70 (unknown user).
func Licenses(c Call, identity string) ([]LicenseView, error) {
	Settle(c)
	u, err := DirectoryUser(c, identity)
	if err != nil {
		return nil, err
	}
	out := make([]LicenseView, len(u.Licenses))
	for i, l := range u.Licenses {
		v := LicenseView{License: l, SkuPartNumber: c.skuName(l.SkuID)}
		for _, p := range state.PlansOf(l.SkuID) {
			v.ServicePlans = append(v.ServicePlans, PlanStatus{p, c.provisioning(l, p.ID)})
		}
		out[i] = v
	}
	return out, nil
}

func (c Call) provisioning(l state.License, planID string) string {
	switch {
	case l.Disabled(planID):
		return "Disabled"
	case !l.Since.IsZero() && l.Since.Add(c.Tx.Clock().Delay(state.L1Added)).After(c.Now()):
		return "PendingProvisioning"
	}
	return "Success"
}

func (c Call) skuName(id string) string {
	if s := c.Tx.Subscription(id); s != nil {
		return s.SkuPartNumber
	}
	return state.SkuName(id)
}

// CallingPlanSettled tells when Teams will have forgotten the calling plans that
// the user held; zero when it already has, or when one is still held. It is what
// a waiting script waits for (R77).
func CallingPlanSettled(c Call, u *state.User) time.Time {
	var last time.Time
	for _, l := range u.Former {
		if at := l.Removed.Add(c.Tx.Clock().Delay(state.L1)); brings(l, featureCallingPlan) && at.After(c.Now()) && at.After(last) {
			last = at
		}
	}
	if held(u, featureCallingPlan) {
		return time.Time{}
	}
	return last
}
