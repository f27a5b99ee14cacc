package service

import (
	"time"

	"rehearse/state"
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
	// ValidationErrors name what keeps Teams from provisioning the user.
	ValidationErrors []string
	tx               *state.Tx
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

// UserUpdate changes directory attributes; nil leaves one as it is.
type UserUpdate struct {
	UsageLocation  *string
	DisplayName    *string
	GivenName      *string
	LastName       *string
	City           *string
	Company        *string
	Country        *string
	Department     *string
	Office         *string
	Title          *string
	PostalCode     *string
	State          *string
	Street         *string
	AccountEnabled *bool
}
