package service

import "rehearse/state"

// OperatorQuery selects operators of the directory; both conditions must hold.
type OperatorQuery struct {
	// Region is an ISO-2 country code; empty means any.
	Region string
	// Service is empty for any.
	Service state.Service
	// Mine selects only operators that the tenant has enabled.
	Mine bool
}

// OperatorView is an operator and what the tenant has to do with it.
type OperatorView struct {
	*state.Operator
	// Relation is nil while the operator is not enabled.
	Relation *state.OperatorRelation
	// Numbers and Assigned count its numbers in the tenant.
	Numbers  int
	Assigned int
}

// Status is "Active", "Suspended" or empty when the operator is not enabled.
func (v OperatorView) Status() string {
	if v.Relation == nil {
		return ""
	}
	return string(v.Relation.Status)
}

// Enablement is the completed form "Add as my operator".
type Enablement struct {
	// Operator is a name or GUID.
	Operator  string
	Countries []string
	Contact   state.Contact
	// AcceptNotice is the tick under the data-transfer notice.
	AcceptNotice bool
}

// UploadRow is one row of an operator's upload.
type UploadRow struct {
	Number string
	// Usage is "user" (also when empty) or "service".
	Usage string
	// LocationID, or Address, which names a civic address of the tenant by
	// description or GUID, gives the emergency address; both may be empty.
	LocationID string
	Address    string
	// User is a UPN to assign the number to at once; may be empty.
	User    string
	Country string
	City    string
}

// The outcomes of an upload row.
const (
	RowCreated   = "Created"
	RowAssigned  = "Assigned"
	RowUnchanged = "Unchanged"
	RowFailed    = "Failed"
)

// UploadResult is the operator's report on one row.
type UploadResult struct {
	// Row counts from 1.
	Row    int
	Number string
	User   string
	// Outcome is Created, Assigned, Unchanged or Failed.
	Outcome string
	// Err is the violation of a failed row.
	Err error
}
