package service

// AccountChange describes a resource account to make or to change; nil leaves a
// value as it is.
type AccountChange struct {
	// Identity names the account to change; for a new one it is the UPN.
	Identity      string
	ApplicationID *string
	DisplayName   *string
	// Number is a Direct Routing number to assign, the deprecated
	// -OnpremPhoneNumber; empty removes it.
	Number *string
}
