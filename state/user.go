package state

import (
	"slices"
	"strings"
	"time"
)

// AccountType says what kind of account a directory user is, in the words of
// Get-CsOnlineUser.
type AccountType string

// The account types of Get-CsOnlineUser.
const (
	AccountUser       AccountType = "User"
	AccountResource   AccountType = "ResourceAccount"
	AccountGuest      AccountType = "Guest"
	AccountSfBOnPrem  AccountType = "SfBOnPremUser"
	AccountIneligible AccountType = "IneligibleUser"
)

// PolicyGrant is one direct policy assignment of a user.
type PolicyGrant struct {
	// Type is the policy type, as the user's property is called:
	// "OnlineVoiceRoutingPolicy", "TeamsCallingPolicy", …
	Type string
	// Name is the instance without "Tag:".
	Name string
}

// ExtraNumber is a number that a user holds beside the primary one.
type ExtraNumber struct {
	Number string
	// Category is Private or Alternate.
	Category string
}

// User is an account of the directory: person, resource account, shared
// mailbox, guest.
type User struct {
	// ObjectID is the directory's GUID, lower case.
	ObjectID          string
	UserPrincipalName string
	// Alias is the mail nickname.
	Alias       string
	DisplayName string
	GivenName   string
	LastName    string
	// SipAddress has the form "sip:…", or is empty without a Teams licence.
	SipAddress     string
	Mail           string
	AccountEnabled bool
	AccountType    AccountType
	// UsageLocation is an ISO-2 country code or empty (R13, R70).
	UsageLocation   string
	City            string
	Company         string
	Country         string
	Department      string
	Office          string
	PostalCode      string
	StateOrProvince string
	Street          string
	Title           string
	// Licenses are held now, direct and through groups.
	Licenses []License
	// Former are licences that were taken away; Teams goes on listing them.
	Former []License
	// OnPremLine is msRTCSIP-Line from the local directory, "tel:+…", or empty.
	OnPremLine string
	// CloudLine is the primary number assigned in the cloud, "+…", or empty.
	CloudLine string
	// ExtraNumbers are private and alternate lines.
	ExtraNumbers []ExtraNumber
	// EnterpriseVoiceEnabled is the EV switch.
	EnterpriseVoiceEnabled bool
	// OnPremEnterpriseVoiceEnabled is the switch of the local server.
	OnPremEnterpriseVoiceEnabled bool
	// Policies are the direct assignments, sorted by type.
	Policies []PolicyGrant
	// Groups are the ids of the groups whose member the user is, sorted.
	Groups []string
	// DirSynced says that the account comes from the local directory.
	DirSynced bool
	// HostedOnPrem says that the account is still homed on a local server.
	HostedOnPrem bool
	// Mailbox is "", "Online", "OnPrem" or "Shared".
	Mailbox string
	// ApplicationID is the application behind a resource account, or empty.
	ApplicationID string
	// ApplicationSynced says that the resource account is usable (R64).
	ApplicationSynced bool
	// ReprocessedAt is when the group licences were last recomputed on request.
	ReprocessedAt time.Time
	// ProvisionedAt is when Teams begins to know the account (L9).
	ProvisionedAt time.Time
	SoftDeletedAt time.Time
	WhenCreated   time.Time
	WhenChanged   time.Time
}

// Kind implements [Record].
func (u *User) Kind() Kind { return KindUser }

// Key implements [Record]: the user principal name.
func (u *User) Key() string { return u.UserPrincipalName }

// ID implements [Record]: the object id.
func (u *User) ID() string { return u.ObjectID }

// Clone returns a copy that may be changed.
func (u *User) Clone() *User {
	c := *u
	c.Licenses = slices.Clone(u.Licenses)
	c.Former = slices.Clone(u.Former)
	c.ExtraNumbers = slices.Clone(u.ExtraNumbers)
	c.Policies = slices.Clone(u.Policies)
	c.Groups = slices.Clone(u.Groups)
	return &c
}

// IsResource reports whether the account is a resource account.
func (u *User) IsResource() bool { return u.AccountType == AccountResource }

// Policy returns the directly assigned instance of the type, or "".
func (u *User) Policy(policyType string) string {
	for i := range u.Policies {
		if strings.EqualFold(u.Policies[i].Type, policyType) {
			return u.Policies[i].Name
		}
	}
	return ""
}

// SetPolicy assigns an instance on a clone, or takes the assignment away when
// name is empty.
func (u *User) SetPolicy(policyType, name string) {
	for i := range u.Policies {
		if strings.EqualFold(u.Policies[i].Type, policyType) {
			if name == "" {
				u.Policies = slices.Delete(u.Policies, i, i+1)
			} else {
				u.Policies[i].Name = name
			}
			return
		}
	}
	if name == "" {
		return
	}
	at, _ := slices.BinarySearchFunc(u.Policies, policyType, func(g PolicyGrant, t string) int {
		return strings.Compare(g.Type, t)
	})
	u.Policies = slices.Insert(u.Policies, at, PolicyGrant{policyType, name})
}

// InGroup reports direct membership.
func (u *User) InGroup(groupID string) bool { return slices.Contains(u.Groups, groupID) }

// Fields implements [Record].
func (u *User) Fields() Fields {
	f := make(Fields, 0, 24)
	f.set("objectId", u.ObjectID)
	f.set("userPrincipalName", u.UserPrincipalName)
	f.set("alias", u.Alias)
	f.set("displayName", u.DisplayName)
	f.set("givenName", u.GivenName)
	f.set("lastName", u.LastName)
	f.set("sipAddress", u.SipAddress)
	f.set("mail", u.Mail)
	f.set("accountEnabled", u.AccountEnabled)
	f.set("accountType", string(u.AccountType))
	f.set("usageLocation", u.UsageLocation)
	f.set("city", u.City)
	f.set("company", u.Company)
	f.set("country", u.Country)
	f.set("department", u.Department)
	f.set("office", u.Office)
	f.set("postalCode", u.PostalCode)
	f.set("stateOrProvince", u.StateOrProvince)
	f.set("street", u.Street)
	f.set("title", u.Title)
	f.set("licenses", licenseFields(u.Licenses))
	f.set("formerLicenses", licenseFields(u.Former))
	f.set("onPremLine", u.OnPremLine)
	f.set("cloudLine", u.CloudLine)
	extra := make([]Fields, 0, len(u.ExtraNumbers))
	for _, n := range u.ExtraNumbers {
		extra = append(extra, Fields{{"number", n.Number}, {"category", n.Category}})
	}
	f.set("extraNumbers", extra)
	f.set("enterpriseVoiceEnabled", u.EnterpriseVoiceEnabled)
	f.set("onPremEnterpriseVoiceEnabled", u.OnPremEnterpriseVoiceEnabled)
	var policies Fields
	for _, p := range u.Policies {
		policies.set(p.Type, p.Name)
	}
	f.set("policies", policies)
	f.set("groups", u.Groups)
	f.set("dirSynced", u.DirSynced)
	f.set("hostedOnPrem", u.HostedOnPrem)
	f.set("mailbox", u.Mailbox)
	f.set("applicationId", u.ApplicationID)
	f.set("applicationSynced", u.ApplicationSynced)
	f.set("reprocessedAt", u.ReprocessedAt)
	f.set("provisionedAt", u.ProvisionedAt)
	f.set("softDeletedAt", u.SoftDeletedAt)
	f.set("whenCreated", u.WhenCreated)
	f.set("whenChanged", u.WhenChanged)
	return f
}
