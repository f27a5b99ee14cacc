package state

import (
	"slices"
	"strings"
	"sync"
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
	index := productIndex()
	if s := index.sku[id]; s != nil {
		return s
	}
	return index.sku[strings.ToLower(id)]
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
func PlanByID(id string) *Plan { return productIndex().planByID[strings.ToLower(id)] }

// PlanByName finds a service plan by name in any case, or returns nil.
func PlanByName(name string) *Plan { return productIndex().planByName[strings.ToUpper(name)] }

// PlanName returns the name of a service plan, or the GUID when it is not in
// the list.
func PlanName(id string) string {
	if p := PlanByID(id); p != nil {
		return p.Name
	}
	return id
}

// products indexes the product list; made when first asked for, so that a run
// without a tenant does not pay for it.
type products struct {
	sku        map[string]*Sku
	planByID   map[string]*Plan
	planByName map[string]*Plan
	inside     map[string][]*Plan
}

var productIndex = sync.OnceValue(func() *products {
	p := &products{
		sku: make(map[string]*Sku, len(skus)), planByID: make(map[string]*Plan, len(plans)),
		planByName: make(map[string]*Plan, len(plans)), inside: make(map[string][]*Plan, len(skus)),
	}
	for i := range plans {
		p.planByID[plans[i].ID] = &plans[i]
		p.planByName[plans[i].Name] = &plans[i]
	}
	for i := range skus {
		p.sku[skus[i].ID] = &skus[i]
		for _, name := range skus[i].Plans {
			if plan := p.planByName[name]; plan != nil {
				p.inside[skus[i].ID] = append(p.inside[skus[i].ID], plan)
			}
		}
	}
	return p
})

// PlansOf returns the service plans inside a product, which must be named by its
// GUID in lower case; none when the product is not in the list. Plans without a
// known GUID are left out. The caller must not change the slice.
func PlansOf(skuID string) []*Plan { return productIndex().inside[skuID] }

// Skus returns the whole product list. The caller must not change it.
func Skus() []Sku { return skus }

// Plans returns the whole list of service plans. The caller must not change it.
func Plans() []Plan { return plans }
