package service

import "rehearse/state"

// ObjectChange describes an instance of a generic family to make or to change.
type ObjectChange struct {
	// Type is the family.
	Type string
	// Identity is "Name", "Tag:Name" or "Global"; empty means Global for a change.
	Identity string
	// Set are the properties given, by their own names.
	Set state.Fields
}
