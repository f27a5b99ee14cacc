package service


// Assignment asks for a number to be given to a user or resource account.
type Assignment struct {
	// Identity names the user.
	Identity string
	// Number is E.164 with or without plus; Direct Routing may add ";ext=".
	Number string
	// Type is CallingPlan, DirectRouting or OperatorConnect in any case.
	Type string
	// LocationID is the emergency location; empty leaves it as it is.
	LocationID    string
	NetworkSiteID string
	// Category is Primary (also when empty), Private or Alternate.
	Category      string
	ReverseLookup []string
}

// Unassignment asks for a number to be taken from a user.
type Unassignment struct {
	Identity string
	Number   string
	Type     string
	// BlockForever and BlockDays (1 … 365, 0 for none) block the number from
	// being assigned again.
	BlockForever bool
	BlockDays    int
}
