package service

import (
	"slices"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// OperatorQuery selects operators of the directory; all conditions must hold.
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

// Operators lists operators of the directory by name. Looking is free: R27 does
// not apply.
func Operators(c Call, q OperatorQuery) []OperatorView {
	Settle(c)
	var out []OperatorView
	for _, o := range c.Tx.Operators() {
		v := c.operatorView(o)
		if q.Region != "" && !o.Covers(q.Region) || q.Service != "" && !o.Offers(q.Service) || q.Mine && v.Relation == nil {
			continue
		}
		out = append(out, v)
	}
	return out
}

// Operator gives one operator of the directory. Rule R24 (unknown operator).
func Operator(c Call, operator string) (OperatorView, error) {
	Settle(c)
	o := c.Tx.Operator(strings.TrimSpace(operator))
	if o == nil {
		return OperatorView{}, rules.New("R24", "unknown", operator, "operator", operator)
	}
	return c.operatorView(o), nil
}

func (c Call) operatorView(o *state.Operator) OperatorView {
	v := OperatorView{Operator: o, Relation: c.Tx.OperatorRelation(o.OperatorID)}
	if v.Relation == nil {
		return v
	}
	for n := range c.Tx.Numbers() {
		if n.PartnerID == o.OperatorID {
			v.Numbers++
			if n.Assigned() {
				v.Assigned++
			}
		}
	}
	return v
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

// EnableOperator adds an operator to the tenant. The steps are checked in the
// order of the form: countries, contact, notice. Rules R24, R27.
func EnableOperator(c Call, e Enablement) (OperatorView, error) {
	o, err := c.operator(e.Operator)
	if err != nil {
		return OperatorView{}, err
	}
	if c.Tx.OperatorRelation(o.OperatorID) != nil {
		return OperatorView{}, rules.New("R24", "present", o.Name, "operator", o.Name)
	}
	if !o.Offers(state.ServiceOperatorConnect) {
		return OperatorView{}, rules.New("R24", "service", o.Name, "operator", o.Name)
	}
	countries, err := offered(o, e.Countries)
	if err != nil {
		return OperatorView{}, err
	}
	switch {
	case e.Contact.FullName == "" || e.Contact.Email == "" || e.Contact.CompanySize == "":
		return OperatorView{}, rules.New("R24", "contact", o.Name, "operator", o.Name)
	case !isEmail(e.Contact.Email):
		return OperatorView{}, rules.New("R24", "email", o.Name, "email", e.Contact.Email)
	case !e.AcceptNotice:
		return OperatorView{}, rules.New("R24", "notice", o.Name, "operator", o.Name)
	}
	c.put(&state.OperatorRelation{
		OperatorID: o.OperatorID, Name: o.Name, Status: state.OperatorActive, Countries: countries,
		Contact: e.Contact, NoticeAcceptedAt: c.Now(), NoticeAcceptedBy: c.actor(), CreatedAt: c.Now(),
	})
	return c.operatorView(o), nil
}

func isEmail(s string) bool {
	name, domain, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.Contains(strings.Trim(domain, "."), ".") && !strings.ContainsAny(s, " \t\r\n<>")
}

// offered checks countries against what the operator offers (R24).
func offered(o *state.Operator, countries []string) ([]string, error) {
	var out []string
	for _, code := range countries {
		code = country(code)
		if code == "" || slices.Contains(out, code) {
			continue
		}
		if !o.Covers(code) {
			return nil, rules.New("R24", "country", o.Name,
				"operator", o.Name, "country", code, "offered", strings.Join(o.Countries, ", "))
		}
		out = append(out, code)
	}
	if len(out) == 0 {
		return nil, rules.New("R24", "", o.Name, "operator", o.Name)
	}
	slices.Sort(out)
	return out, nil
}

// operator finds an operator of the directory for an action: R27, then R24.
func (c Call) operator(name string) (*state.Operator, error) {
	Settle(c)
	if org := c.Tx.Organization(); org.Cloud.Government() && !org.OperatorConnectInGCC {
		return nil, rules.New("R27", "", name)
	}
	o := c.Tx.Operator(strings.TrimSpace(name))
	if o == nil {
		return nil, rules.New("R24", "unknown", name, "operator", name)
	}
	return o, nil
}

// mine finds an operator that the tenant has enabled (R23, R24, R27).
func (c Call) mine(name string) (*state.Operator, *state.OperatorRelation, error) {
	o, err := c.operator(name)
	if err != nil {
		return nil, nil, err
	}
	r := c.Tx.OperatorRelation(o.OperatorID)
	if r == nil {
		return nil, nil, rules.New("R23", "absent", o.Name, "operator", o.Name)
	}
	return o, r, nil
}

// SetOperatorCountries replaces the enabled countries; one with numbers cannot be
// taken away. Rules R23, R24, R25, R27.
func SetOperatorCountries(c Call, operator string, countries []string) (OperatorView, error) {
	o, r, err := c.mine(operator)
	if err != nil {
		return OperatorView{}, err
	}
	wanted, err := offered(o, countries)
	if err != nil {
		return OperatorView{}, err
	}
	for n := range c.Tx.Numbers() {
		if n.PartnerID == o.OperatorID && r.Enabled(n.Country) && !slices.Contains(wanted, n.Country) {
			return OperatorView{}, rules.New("R25", "", o.Name, "operator", o.Name)
		}
	}
	changed := r.Clone()
	changed.Countries = wanted
	c.putChanged(r, changed)
	return c.operatorView(o), nil
}

// SuspendOperator stops an operator from uploading; its numbers keep working.
// Rules R23, R26, R27.
func SuspendOperator(c Call, operator string) (OperatorView, error) {
	return c.setStatus(operator, state.OperatorSuspended, "")
}

// ResumeOperator takes a suspension back. Rules R23, R26, R27.
func ResumeOperator(c Call, operator string) (OperatorView, error) {
	return c.setStatus(operator, state.OperatorActive, "active")
}

func (c Call) setStatus(operator string, status state.RelationStatus, already string) (OperatorView, error) {
	o, r, err := c.mine(operator)
	if err != nil {
		return OperatorView{}, err
	}
	if r.Status == status {
		return OperatorView{}, rules.New("R26", already, o.Name, "operator", o.Name)
	}
	changed := r.Clone()
	changed.Status = status
	c.put(changed)
	return c.operatorView(o), nil
}

// RemoveOperator ends the dealings with an operator, once its numbers are gone and
// released. Rules R23, R25, R27.
func RemoveOperator(c Call, operator string) error {
	o, r, err := c.mine(operator)
	if err != nil {
		return err
	}
	for n := range c.Tx.Numbers() {
		if n.PartnerID == o.OperatorID {
			return rules.New("R25", "", o.Name, "operator", o.Name)
		}
	}
	c.delete(r)
	return nil
}

// HandOverTenantID gives the operator a tenant id, right or wrong. Rules R23, R27,
// R29.
func HandOverTenantID(c Call, operator, tenantID string) (OperatorView, error) {
	o, r, err := c.mine(operator)
	if err != nil {
		return OperatorView{}, err
	}
	changed := r.Clone()
	changed.TenantIDGiven = guid(tenantID)
	c.putChanged(r, changed)
	return c.operatorView(o), nil
}
