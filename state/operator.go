package state

import (
	"slices"
	"strings"
	"time"
)

// Service is what an operator offers through its connection with Teams.
type Service string

// The services of the operator directory.
const (
	ServiceOperatorConnect Service = "Operator Connect"
	ServiceTeamsPhone      Service = "Teams Phone Mobile"
	ServiceConferencing    Service = "Conferencing"
)

// EmergencyModel says who sets the emergency address of an operator's numbers.
type EmergencyModel string

// The three models of semantics.md 1.5 [D].
const (
	// OperatorSets (a): the operator sets it, the tenant may edit.
	OperatorSets EmergencyModel = "a"
	// TenantSets (b): the tenant sets it.
	TenantSets EmergencyModel = "b"
	// OperatorLocks (c): the operator sets it and locks it (R19).
	OperatorLocks EmergencyModel = "c"
)

// Operator is an entry of the directory of operators, whether or not the tenant
// works with it.
type Operator struct {
	OperatorID string
	Name       string
	Services   []Service
	// Countries are ISO-2 codes that the operator covers.
	Countries []string
	Website   string
	Model     EmergencyModel
}

// Kind implements [Record].
func (o *Operator) Kind() Kind { return KindOperator }

// Key implements [Record]: the name.
func (o *Operator) Key() string { return o.Name }

// ID implements [Record]: the operator's GUID.
func (o *Operator) ID() string { return o.OperatorID }

// Clone returns a copy that may be changed.
func (o *Operator) Clone() *Operator {
	c := *o
	c.Services = slices.Clone(o.Services)
	c.Countries = slices.Clone(o.Countries)
	return &c
}

// Covers reports whether the operator offers the country.
func (o *Operator) Covers(country string) bool { return containsFold(o.Countries, country) }

// Offers reports whether the operator offers the service, in any case.
func (o *Operator) Offers(s Service) bool {
	return slices.ContainsFunc(o.Services, func(x Service) bool { return strings.EqualFold(string(x), string(s)) })
}

// Fields implements [Record].
func (o *Operator) Fields() Fields {
	var f Fields
	f.set("operatorId", o.OperatorID)
	f.set("name", o.Name)
	services := make([]string, len(o.Services))
	for i, s := range o.Services {
		services[i] = string(s)
	}
	f.set("services", services)
	f.set("countries", o.Countries)
	f.set("website", o.Website)
	f.set("emergencyModel", string(o.Model))
	return f
}

// RelationStatus is the state of the tenant's dealings with an operator.
type RelationStatus string

// The states of a tenant–operator relation. A removed operator has no relation.
const (
	OperatorActive    RelationStatus = "Active"
	OperatorSuspended RelationStatus = "Suspended"
)

// Contact is the person whom an operator may reach (R24).
type Contact struct {
	FullName    string
	Email       string
	Phone       string
	CompanySize string
	// OptIn is the tick box of the preview: the operator may get in touch.
	OptIn bool
}

// OperatorRelation is an operator that the tenant has enabled ("my operator").
type OperatorRelation struct {
	OperatorID string
	Name       string
	Status     RelationStatus
	// Countries are the enabled ISO-2 codes.
	Countries []string
	Contact   Contact
	// NoticeAcceptedAt and NoticeAcceptedBy tell who accepted the
	// data-transfer notice and when.
	NoticeAcceptedAt time.Time
	NoticeAcceptedBy string
	// TenantIDGiven is the tenant id that was handed to the operator, right or
	// wrong, or empty (R29).
	TenantIDGiven string
	CreatedAt     time.Time
}

// Kind implements [Record].
func (r *OperatorRelation) Kind() Kind { return KindOperatorRelation }

// Key implements [Record]: the operator's name.
func (r *OperatorRelation) Key() string { return r.Name }

// ID implements [Record]: the operator's GUID.
func (r *OperatorRelation) ID() string { return r.OperatorID }

// Clone returns a copy that may be changed.
func (r *OperatorRelation) Clone() *OperatorRelation {
	c := *r
	c.Countries = slices.Clone(r.Countries)
	return &c
}

// Enabled reports whether the country is enabled for the operator.
func (r *OperatorRelation) Enabled(country string) bool { return containsFold(r.Countries, country) }

// Fields implements [Record].
func (r *OperatorRelation) Fields() Fields {
	var f Fields
	f.set("operatorId", r.OperatorID)
	f.set("name", r.Name)
	f.set("status", string(r.Status))
	f.set("countries", r.Countries)
	var c Fields
	c.set("fullName", r.Contact.FullName)
	c.set("email", r.Contact.Email)
	c.set("phone", r.Contact.Phone)
	c.set("companySize", r.Contact.CompanySize)
	c.set("optIn", r.Contact.OptIn)
	f.set("contact", c)
	f.set("noticeAcceptedAt", r.NoticeAcceptedAt)
	f.set("noticeAcceptedBy", r.NoticeAcceptedBy)
	f.set("tenantIdGiven", r.TenantIDGiven)
	f.set("createdAt", r.CreatedAt)
	return f
}

func containsFold(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}
