package service

// ListChange changes a list as PSListModifier does: Replace alone, or Add and
// Remove. A plain list is a Replace.
type ListChange struct {
	// Replaces says that Replace is meant, also when it is empty.
	Replaces bool
	Replace  []string
	Add      []string
	Remove   []string
}

// RouteChange describes a voice route to make or to change; nil leaves a value as
// it is.
type RouteChange struct {
	// Identity is the route's name.
	Identity           string
	Pattern            *string
	Priority           *int
	Usages             *ListChange
	Gateways           *ListChange
	Description        *string
	BridgeSourceNumber *string
}

// RoutingPolicyChange describes a voice routing policy to make or to change.
type RoutingPolicyChange struct {
	// Identity is "Name", "Tag:Name" or "Global"; empty means Global for a change.
	Identity    string
	Usages      *ListChange
	Description *string
	RouteType   *string
}
