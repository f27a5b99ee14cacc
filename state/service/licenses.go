package service

import "rehearse/state"

// LicenseAdd is a licence to give.
type LicenseAdd struct {
	// Sku is a SKU GUID or part number.
	Sku string
	// DisabledPlans are service plan GUIDs or names to switch off.
	DisabledPlans []string
}

// LicenseChange is what Set-MgUserLicense and its older relatives ask for.
type LicenseChange struct {
	Identity string
	Add      []LicenseAdd
	// Remove are SKU GUIDs or part numbers.
	Remove []string
}

// SubscriptionView is a subscription with its use.
type SubscriptionView struct {
	*state.Subscription
	// ConsumedUnits counts the users that hold the licence.
	ConsumedUnits int
	// ServicePlans are the plans inside; plans of unknown products are empty.
	ServicePlans []*state.Plan
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
