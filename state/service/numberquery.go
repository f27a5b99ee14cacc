package service

import (
	"time"

	"rehearse/state"
)

// NumberQuery selects numbers; an empty field does not restrict. All conditions
// must hold.
type NumberQuery struct {
	// Number is one number, with or without plus, possibly with ";ext=".
	Number           string
	Contains         string
	StartsWith       string
	GreaterThan      string
	LessThan         string
	Type             string
	ActivationState  string
	AssignmentStatus string
	// Target is a user's identity, an object id, or
	// "TeamsSharedCallingRoutingPolicy|Tag:X".
	Target         string
	Category       string
	Capabilities   []string
	CivicAddressID string
	LocationID     string
	NetworkSiteID  string
	Country        string
	// Filter is the text of -Filter.
	Filter string
	// Skip is applied before Top. Top 0 means 500; more than 1000 means 1000.
	Skip, Top int
}

// NumberView is a number as Get-CsPhoneNumberAssignment shows it now.
type NumberView struct {
	*state.PhoneNumber
	// LocationUpdateSupported is false where the operator keeps the address.
	LocationUpdateSupported bool
	// BlockedState is NotBlocked, BlockedForever or BlockedUntil; a block that
	// has lapsed reads NotBlocked.
	BlockedState string
	// BlockedUntil is zero unless BlockedState is BlockedUntil.
	BlockedUntil time.Time
}
