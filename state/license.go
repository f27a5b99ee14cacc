package state

import (
	"slices"
	"strings"
	"time"
)

// License is a licence in a user's hands.
type License struct {
	// SkuID is the subscription's GUID, lower case.
	SkuID string
	// DisabledPlans are the service plan GUIDs switched off.
	DisabledPlans []string
	// Group is the id of the group that grants the licence; empty when direct.
	Group string
	// Since is when the directory accepted the licence; zero when long ago.
	Since time.Time
	// Removed is when the directory took it away; zero while held.
	Removed time.Time
}

// Disabled reports whether the plan is switched off in this licence.
func (l License) Disabled(planID string) bool { return slices.Contains(l.DisabledPlans, planID) }

func licenseFields(list []License) []Fields {
	out := make([]Fields, 0, len(list))
	for _, l := range list {
		var f Fields
		f.set("sku", SkuName(l.SkuID))
		f.set("skuId", l.SkuID)
		plans := make([]string, len(l.DisabledPlans))
		for i, id := range l.DisabledPlans {
			plans[i] = PlanName(id)
		}
		f.set("disabledPlans", plans)
		f.set("group", l.Group)
		f.set("since", l.Since)
		f.set("removed", l.Removed)
		out = append(out, f)
	}
	return out
}

// Subscription is a SKU that the tenant owns.
type Subscription struct {
	SkuID         string
	SkuPartNumber string
	// Enabled, Suspended and Warning are prepaid units.
	Enabled   int
	Suspended int
	Warning   int
	// CapabilityStatus is "Enabled" unless the subscription lapsed.
	CapabilityStatus string
}

// Kind implements [Record].
func (s *Subscription) Kind() Kind { return KindSubscription }

// Key implements [Record]: the part number.
func (s *Subscription) Key() string { return s.SkuPartNumber }

// ID implements [Record]: the SKU's GUID.
func (s *Subscription) ID() string { return s.SkuID }

// Clone returns a copy that may be changed.
func (s *Subscription) Clone() *Subscription { c := *s; return &c }

// Fields implements [Record].
func (s *Subscription) Fields() Fields {
	var f Fields
	f.set("skuPartNumber", s.SkuPartNumber)
	f.set("skuId", s.SkuID)
	f.set("enabled", s.Enabled)
	f.set("suspended", s.Suspended)
	f.set("warning", s.Warning)
	f.set("capabilityStatus", s.CapabilityStatus)
	return f
}

// Sku is a product of Microsoft's price list: a part number and the service
// plans inside that matter for voice.
type Sku struct {
	ID         string
	PartNumber string
	// Plans are service plan names, as in [Plan.Name].
	Plans []string
}

// Plan is a service plan of Microsoft's list.
type Plan struct {
	ID   string
	Name string
	// Capability is how Teams names the plan in AssignedPlan.
	Capability string
	// Feature is the entry in FeatureTypes that the plan brings, or "".
	Feature string
}

// SkuByID finds a product by GUID in any case, or returns nil.
func SkuByID(id string) *Sku {
	for i := range skus {
		if strings.EqualFold(skus[i].ID, id) {
			return &skus[i]
		}
	}
	return nil
}

// SkuByName finds a product by part number in any case, or returns nil.
func SkuByName(part string) *Sku {
	for i := range skus {
		if strings.EqualFold(skus[i].PartNumber, part) {
			return &skus[i]
		}
	}
	return nil
}

// SkuName returns the part number of a product, or the GUID when it is not in
// the list.
func SkuName(id string) string {
	if s := SkuByID(id); s != nil {
		return s.PartNumber
	}
	return id
}

// PlanByID finds a service plan by GUID in any case, or returns nil.
func PlanByID(id string) *Plan {
	for i := range plans {
		if strings.EqualFold(plans[i].ID, id) {
			return &plans[i]
		}
	}
	return nil
}

// PlanByName finds a service plan by name in any case, or returns nil.
func PlanByName(name string) *Plan {
	for i := range plans {
		if strings.EqualFold(plans[i].Name, name) {
			return &plans[i]
		}
	}
	return nil
}

// PlanName returns the name of a service plan, or the GUID when it is not in
// the list.
func PlanName(id string) string {
	if p := PlanByID(id); p != nil {
		return p.Name
	}
	return id
}

// Skus returns the whole product list. The caller must not change it.
func Skus() []Sku { return skus }

// Plans returns the whole list of service plans. The caller must not change it.
func Plans() []Plan { return plans }
