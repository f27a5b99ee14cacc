package state

import (
	"time"

	"rehearse/state/rules"
)

// Finding is something a real run would trip over although the simulation let
// it pass, or something worth knowing before the night.
type Finding struct {
	// ID is the rule's number, "R22".
	ID string
	// Severity is error, warning or info.
	Severity rules.Severity
	// Message says what is wrong, with the names concerned.
	Message string
	// Cure says what to do about it.
	Cure string
	// Key is the object concerned: a UPN, a number, a policy.
	Key string
	// Cause is the command that gave rise to it.
	Cause Cause
	// At is the virtual instant.
	At time.Time
}
