package service

import (
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// The applications behind resource accounts (semantics.md 1.8) [D].
const (
	AutoAttendantApplication = "ce933385-9390-45d1-9512-c8d228074e07"
	CallQueueApplication     = "11cd3e2e-fccb-42ad-ad00-878b93575e07"
)

// usable reports whether a resource account can be used: it has one of
// Microsoft's applications and is synchronised (R4, R64).
func usable(u *state.User) bool {
	return u.ApplicationSynced && (u.ApplicationID == AutoAttendantApplication || u.ApplicationID == CallQueueApplication)
}

// AccountChange describes a resource account to make or to change; nil leaves a
// value as it is.
type AccountChange struct {
	// Identity names the account to change; for a new one it is the UPN.
	Identity      string
	ApplicationID *string
	DisplayName   *string
	// Number is a Direct Routing number to assign, the deprecated
	// -OnpremPhoneNumber; empty removes it.
	Number *string
}

// NewResourceAccount makes a resource account (New-CsOnlineApplicationInstance).
// Without an application it must be synchronised before use. Teams knows it after
// L9. Rules R60, R64.
func NewResourceAccount(c Call, a AccountChange) (*state.User, error) {
	Settle(c)
	alias, domain, ok := strings.Cut(a.Identity, "@")
	switch {
	case !ok || alias == "" || !c.Tx.Organization().HasDomain(domain):
		return nil, rules.New("R60", "domain", a.Identity, "upn", a.Identity)
	case c.Tx.UserByIdentity(a.Identity) != nil:
		return nil, rules.New("R60", "", a.Identity, "upn", a.Identity)
	}
	made := &state.User{
		ObjectID: c.Tx.NewGUID(), UserPrincipalName: a.Identity, Alias: alias, DisplayName: alias,
		SipAddress: "sip:" + a.Identity, AccountType: state.AccountResource, WhenCreated: c.Now(), WhenChanged: c.Now(),
	}
	given(&made.DisplayName, a.DisplayName)
	if a.ApplicationID != nil {
		made.ApplicationID = guid(*a.ApplicationID)
		made.ApplicationSynced = made.ApplicationID != ""
	}
	if delay := c.Tx.Clock().Delay(state.L9); delay > 0 {
		made.ProvisionedAt = c.Now().Add(delay)
	}
	c.put(made)
	return made, nil
}

// ResourceAccount finds a resource account. Rule R61.
func ResourceAccount(c Call, identity string) (*UserView, error) {
	u, err := c.account(identity)
	if err != nil {
		return nil, err
	}
	return c.view(u), nil
}

func (c Call) account(identity string) (*state.User, error) {
	Settle(c)
	u := c.Tx.UserByIdentity(identity)
	if u == nil || !u.IsResource() || !u.SoftDeletedAt.IsZero() {
		return nil, rules.New("R61", "", identity, "identity", identity)
	}
	return u, nil
}

// ResourceAccounts lists the resource accounts by UPN.
func ResourceAccounts(c Call) []*UserView {
	all, err := Users(c, UserQuery{AccountType: string(state.AccountResource), Limit: -1})
	if err != nil {
		return nil
	}
	return all
}

// SetResourceAccount changes a resource account (Set-CsOnlineApplicationInstance).
// Rules R61, R62 and those of [AssignNumber] for the number.
func SetResourceAccount(c Call, a AccountChange) error {
	u, err := c.account(a.Identity)
	if err != nil {
		return err
	}
	changed := u.Clone()
	given(&changed.DisplayName, a.DisplayName)
	if a.ApplicationID != nil {
		changed.ApplicationID = guid(*a.ApplicationID)
		changed.ApplicationSynced = changed.ApplicationID != ""
	}
	if a.Number != nil && *a.Number != "" && !c.hasFeature(u, featureVoiceApp) && !c.hasFeature(u, featurePhoneSystem) {
		return rules.New("R62", "", u.UserPrincipalName)
	}
	c.putChanged(u, changed)
	if a.Number == nil {
		return nil
	}
	return c.setLine(c.Tx.User(u.ObjectID), u.ObjectID, *a.Number)
}

// SyncResourceAccount makes a resource account usable
// (Sync-CsOnlineApplicationInstance). Rules R61, R64.
func SyncResourceAccount(c Call, objectID, applicationID string) error {
	u, err := c.account(objectID)
	if err != nil {
		return err
	}
	if u.ApplicationSynced {
		return rules.New("R64", "again", u.UserPrincipalName)
	}
	changed := u.Clone()
	if applicationID != "" {
		changed.ApplicationID = guid(applicationID)
	}
	changed.ApplicationSynced = true
	c.put(changed)
	return nil
}

// Associate ties a resource account to a queue or attendant
// (New-CsOnlineApplicationInstanceAssociation). Rule R63.
func Associate(c Call, a state.Association) error {
	u, err := c.account(a.UserID)
	if err != nil {
		return rules.New("R63", "account", a.UserID)
	}
	if c.Tx.Association(u.ObjectID) != nil {
		return rules.New("R63", "present", u.UserPrincipalName)
	}
	made := a
	made.UserID = u.ObjectID
	if made.CallPriority == 0 {
		made.CallPriority = 3
	}
	c.put(&made)
	return nil
}

// Dissociate undoes [Associate]. Rule R63.
func Dissociate(c Call, identity string) error {
	u, err := c.account(identity)
	if err != nil {
		return rules.New("R63", "account", identity)
	}
	a := c.Tx.Association(u.ObjectID)
	if a == nil {
		return rules.New("R63", "absent", u.UserPrincipalName)
	}
	c.delete(a)
	return nil
}
