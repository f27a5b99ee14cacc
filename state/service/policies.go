package service

// Grant is a policy assignment.
type Grant struct {
	// Type is the policy type, as the user's property is called.
	Type string
	// Identity names the user.
	Identity string
	// Policy is "Name" or "Tag:Name"; empty takes the assignment away.
	Policy string
}

// GroupGrant is a policy assignment to a group.
type GroupGrant struct {
	Type string
	// Group is an object id, display name or mail address.
	Group string
	// Policy is the instance; empty takes the assignment away.
	Policy string
	// Rank counts from 1; 0 means last.
	Rank int
}

// Source says where an effective policy comes from.
type Source string

// The sources of an effective policy, strongest first.
const (
	SourceDirect Source = "direct"
	SourceGroup  Source = "group"
	SourceGlobal Source = "global"
)

// EffectivePolicy is the policy of a type that applies to a user.
type EffectivePolicy struct {
	Type string
	// Name is the instance; "Global" when nothing is assigned.
	Name   string
	Source Source
	// GroupID is the group through which it comes, if it does.
	GroupID string
}

// PolicyAssignment is one line of Get-CsUserPolicyAssignment.
type PolicyAssignment struct {
	Type string
	Name string
	// Sources lists every assignment of the type, the effective one first.
	Sources []EffectivePolicy
}
