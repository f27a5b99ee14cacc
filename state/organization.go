package state

import (
	"slices"
	"strings"
	"time"
)

// Cloud is the Microsoft cloud a tenant lives in.
type Cloud string

// The clouds a tenant can live in.
const (
	CloudCommercial Cloud = "Commercial"
	CloudGCC        Cloud = "GCC"
	CloudGCCHigh    Cloud = "GCCH"
	CloudDoD        Cloud = "DoD"
)

// Government reports whether the cloud is one of the United States government's.
func (c Cloud) Government() bool { return c != CloudCommercial && c != "" }

// Domain is a verified domain of the tenant.
type Domain struct {
	// Name is the domain, lower case.
	Name string
	// Status is "Enabled" once the domain serves SIP.
	Status string
}

// Organization is the one record of the tenant itself: what Get-CsTenant shows
// and what only the simulator keeps (cloud, switches).
type Organization struct {
	// TenantID is the tenant's GUID, lower case: what an operator needs (R29).
	TenantID    string
	DisplayName string
	Cloud       Cloud
	// Domains are the verified domains; the first is the default.
	Domains           []Domain
	Street            string
	City              string
	State             string
	PostalCode        string
	Country           string
	CountryLetterCode string
	TelephoneNumber   string
	PreferredLanguage string
	ServiceInstance   string
	// AdminUPN is the account that Connect-MicrosoftTeams signs in by default.
	AdminUPN string
	// DirSyncEnabled says that a local directory feeds the tenant.
	DirSyncEnabled bool
	// TeamsUpgradeEffectiveMode is "TeamsOnly" in every cloud tenant since 2021.
	TeamsUpgradeEffectiveMode string
	// OperatorConnectInGCC lifts R27, as the service does today.
	OperatorConnectInGCC bool
	WhenCreated          time.Time
	WhenChanged          time.Time
}

// Kind implements [Record].
func (o *Organization) Kind() Kind { return KindOrganization }

// Key implements [Record]: the display name.
func (o *Organization) Key() string { return o.DisplayName }

// ID implements [Record]: the tenant has one organization.
func (o *Organization) ID() string { return "organization" }

// Clone returns a copy that may be changed.
func (o *Organization) Clone() *Organization {
	c := *o
	c.Domains = slices.Clone(o.Domains)
	return &c
}

// HasDomain reports whether the domain, in any case, is verified.
func (o *Organization) HasDomain(domain string) bool {
	for _, d := range o.Domains {
		if strings.EqualFold(d.Name, domain) {
			return true
		}
	}
	return false
}

// Fields implements [Record].
func (o *Organization) Fields() Fields {
	var f Fields
	f.set("tenantId", o.TenantID)
	f.set("displayName", o.DisplayName)
	f.set("cloud", string(o.Cloud))
	names := make([]string, len(o.Domains))
	for i, d := range o.Domains {
		names[i] = d.Name
	}
	f.set("domains", names)
	f.set("street", o.Street)
	f.set("city", o.City)
	f.set("state", o.State)
	f.set("postalCode", o.PostalCode)
	f.set("country", o.Country)
	f.set("countryLetterCode", o.CountryLetterCode)
	f.set("telephoneNumber", o.TelephoneNumber)
	f.set("preferredLanguage", o.PreferredLanguage)
	f.set("serviceInstance", o.ServiceInstance)
	f.set("adminUpn", o.AdminUPN)
	f.set("dirSyncEnabled", o.DirSyncEnabled)
	f.set("teamsUpgradeEffectiveMode", o.TeamsUpgradeEffectiveMode)
	f.set("operatorConnectInGcc", o.OperatorConnectInGCC)
	f.set("whenCreated", o.WhenCreated)
	f.set("whenChanged", o.WhenChanged)
	return f
}
