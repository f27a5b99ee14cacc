package service

import (
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

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
	User string
	// Country is an ISO-2 code; when empty it is told from the number.
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

// UploadNumbers is the operator's upload: one result per row. A row that fails
// does not stop the others; it may have created its number and failed in the
// assignment. The error is about the upload as a whole; with a wrong tenant id
// nothing arrives and there are no results. Rules R2–R20, R23, R27–R29.
func UploadNumbers(c Call, operator string, rows []UploadRow) ([]UploadResult, error) {
	o, r, err := c.mine(operator)
	if err != nil {
		return nil, err
	}
	switch {
	case r.Status == state.OperatorSuspended:
		return nil, rules.New("R23", "suspended", o.Name, "operator", o.Name)
	case r.TenantIDGiven == "":
		return nil, rules.New("R29", "", o.Name, "operator", o.Name)
	case r.TenantIDGiven != c.Tx.Organization().TenantID:
		c.report("R29", "wrong", o.Name, "operator", o.Name, "given", r.TenantIDGiven)
		return nil, nil
	}
	out := make([]UploadResult, len(rows))
	for i, row := range rows {
		out[i] = UploadResult{Row: i + 1, Number: row.Number, User: row.User}
		outcome, err := c.uploadRow(o, r, row)
		if err != nil {
			outcome = RowFailed
			out[i].Err = err
		}
		out[i].Outcome = outcome
		if stored, ok := StoredNumber(strings.TrimSpace(row.Number), false); ok {
			out[i].Number = stored
		}
	}
	return out, nil
}

// uploadRow is R28 for one row.
func (c Call) uploadRow(o *state.Operator, r *state.OperatorRelation, row UploadRow) (string, error) {
	n, location, err := c.rowNumber(o, r, row)
	if err != nil {
		return "", err
	}
	outcome := RowUnchanged
	present := c.Tx.Number(n.Number)
	if present != nil {
		switch {
		case present.PartnerID != o.OperatorID && present.Assigned():
			return "", rules.New("R2", "", n.Number, "number", n.Number, "digits", n.Number[1:])
		case present.PartnerID != o.OperatorID:
			return "", rules.New("R28", "other", n.Number, "number", n.Number, "type", string(present.Type))
		}
		if location != nil && location.LocationID != present.LocationID {
			c.relocate(present, location)
			outcome = RowCreated
		}
	} else {
		c.Tx.Lag(state.L2, state.KindPhoneNumber, n.Number, nil)
		c.put(n)
		outcome = RowCreated
	}
	user := strings.TrimSpace(row.User)
	if user == "" {
		return outcome, nil
	}
	if present != nil && present.Assigned() {
		if u := c.Tx.UserByIdentity(user); u != nil && u.ObjectID == present.Target {
			return outcome, nil
		}
	}
	err = c.assign(request{
		identity: user, number: n.Number, given: n.Number, kind: state.OperatorConnect,
		category: state.CategoryPrimary, voice: true,
	})
	if err != nil {
		return "", err
	}
	return RowAssigned, nil
}

// rowNumber makes the record of a row (R8, R18, R23, R28).
func (c Call) rowNumber(o *state.Operator, r *state.OperatorRelation, row UploadRow) (*state.PhoneNumber, *state.Location, error) {
	number, ok := StoredNumber(strings.TrimSpace(row.Number), false)
	if !ok {
		return nil, nil, rules.New("R28", "number", row.Number, "number", row.Number)
	}
	usage := strings.ToLower(strings.TrimSpace(row.Usage))
	if usage != "" && usage != "user" && usage != "service" {
		return nil, nil, rules.New("R28", "", number, "value", row.Usage)
	}
	code := country(row.Country)
	if code == "" {
		code = CountryOf(number)
	}
	switch {
	case !isCountry(code):
		return nil, nil, rules.New("R28", "country", number, "number", number)
	case !r.Enabled(code):
		return nil, nil, rules.New("R23", "", number, "operator", o.Name, "country", code)
	}
	location, err := c.rowLocation(row)
	if err != nil {
		return nil, nil, err
	}
	n := &state.PhoneNumber{
		Number: number, Type: state.OperatorConnect, OperatorID: o.OperatorID, PartnerID: o.OperatorID, PartnerName: o.Name,
		ActivationState: state.Activated, Status: state.StatusUnassigned,
		Capabilities: state.DefaultCapabilities(state.OperatorConnect, usage == "service"),
		City:         strings.TrimSpace(row.City), Country: code, Source: "Online",
		Blocked: state.NotBlocked, SmsState: "NotActivated",
		LocationLocked:   o.Model == state.OperatorLocks,
		LocationRequired: o.Model == state.TenantSets,
	}
	if location == nil {
		return n, nil, nil
	}
	a := c.Tx.CivicAddress(location.CivicAddressID)
	if a != nil && a.Country != code {
		return nil, nil, rules.New("R55", "", number, "location", a.Country, "country", code)
	}
	n.LocationID, n.CivicAddressID = location.LocationID, location.CivicAddressID
	if n.City == "" && a != nil {
		n.City, n.Subdivision = a.City, a.StateOrProvince
	}
	return n, location, nil
}

// rowLocation finds the emergency address of a row; nil when it names none.
func (c Call) rowLocation(row UploadRow) (*state.Location, error) {
	unknown := func(s string) error { return rules.New("R18", "", row.Number, "location", s) }
	if id := guid(row.LocationID); id != "" {
		if l := c.Tx.Location(id); l != nil {
			return l, nil
		}
		return nil, unknown(id)
	}
	name := strings.TrimSpace(row.Address)
	if name == "" {
		return nil, nil
	}
	a := c.Tx.CivicAddress(guid(name))
	if a == nil {
		for other := range c.Tx.CivicAddresses() {
			if strings.EqualFold(other.Description, name) {
				a = other
				break
			}
		}
	}
	if a == nil {
		return nil, unknown(name)
	}
	return c.Tx.Location(a.DefaultLocationID), nil
}

// ReleaseNumbers is the operator taking unassigned numbers back; no number means
// all of its numbers that are unassigned. All or nothing; it returns the numbers
// released, ascending. Rules R3, R8, R23, R25, R27.
func ReleaseNumbers(c Call, operator string, numbers []string) ([]string, error) {
	o, _, err := c.mine(operator)
	if err != nil {
		return nil, err
	}
	var gone []*state.PhoneNumber
	if len(numbers) == 0 {
		for n := range c.Tx.Numbers() {
			if n.PartnerID == o.OperatorID && !n.Assigned() {
				gone = append(gone, n)
			}
		}
	}
	for _, text := range numbers {
		n, err := c.anyNumber(text)
		switch {
		case err != nil:
			return nil, err
		case n.PartnerID != o.OperatorID:
			return nil, c.notFoundNumber(n.Number)
		case n.Assigned():
			return nil, rules.New("R25", "release", n.Number, "number", n.Number)
		}
		gone = append(gone, n)
	}
	out := make([]string, len(gone))
	for i, n := range gone {
		c.Tx.Lag(state.L2, state.KindPhoneNumber, n.Number, n)
		c.delete(n)
		out[i] = n.Number
	}
	return out, nil
}
