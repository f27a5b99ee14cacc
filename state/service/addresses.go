package service

import "rehearse/state"

// AddressChange describes a civic address to make or to change. Only the fields
// in Set are taken from Address when changing.
type AddressChange struct {
	Address state.CivicAddress
	// Set names the fields of Address that were given, in the service's words:
	// "City", "CompanyName", "Latitude" … Ignored when making an address.
	Set []string
}

// AddressQuery selects addresses or locations; an empty field does not restrict.
type AddressQuery struct {
	City             string
	Country          string
	Description      string
	CivicAddressID   string
	LocationID       string
	ValidationStatus string
	// Place is the text of a location (locations only).
	Place string
	// AssignmentStatus is Assigned or Unassigned.
	AssignmentStatus string
	// Skip is applied before Limit; Limit 0 means no limit.
	Skip, Limit int
	// CountUsers and CountNumbers fill the counters, which read -1 otherwise.
	CountUsers, CountNumbers bool
}

// AddressView is a civic address as the service shows it.
type AddressView struct {
	*state.CivicAddress
	// NumberOfVoiceUsers and NumberOfTelephoneNumbers are -1 unless asked for.
	NumberOfVoiceUsers       int
	NumberOfTelephoneNumbers int
}

// LocationView is a location with the fields of its address.
type LocationView struct {
	*state.Location
	Address *state.CivicAddress
	// NumberOfVoiceUsers and NumberOfTelephoneNumbers are -1 unless asked for.
	NumberOfVoiceUsers       int
	NumberOfTelephoneNumbers int
}

// LocationChange describes a location to change; nil leaves a value as it is.
type LocationChange struct {
	LocationID string
	Place      *string
	Elin       *string
}
