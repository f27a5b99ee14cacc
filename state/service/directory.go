package service

import (
	"slices"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// DirectoryUser reads a user of the directory (Get-MgUser), which knows an account
// before Teams does. Rule R70 (unknown user).
func DirectoryUser(c Call, identity string) (*state.User, error) {
	Settle(c)
	name := strings.TrimSpace(identity)
	u := c.Tx.User(guid(name))
	if u == nil && strings.Contains(name, "@") {
		u = c.Tx.UserByIdentity(name)
	}
	if u == nil || !u.SoftDeletedAt.IsZero() {
		return nil, rules.New("R70", "user", identity, "id", identity)
	}
	return u, nil
}

// UserUpdate changes directory attributes; nil leaves one as it is.
type UserUpdate struct {
	UsageLocation  *string
	DisplayName    *string
	GivenName      *string
	LastName       *string
	City           *string
	Company        *string
	Country        *string
	Department     *string
	Office         *string
	Title          *string
	PostalCode     *string
	State          *string
	Street         *string
	AccountEnabled *bool
}

// UpdateUser changes directory attributes (Update-MgUser). Rule R70.
func UpdateUser(c Call, identity string, u UserUpdate) (*state.User, error) {
	was, err := DirectoryUser(c, identity)
	if err != nil {
		return nil, err
	}
	changed := was.Clone()
	if u.UsageLocation != nil {
		code := country(*u.UsageLocation)
		if !isCountry(code) {
			return nil, rules.New("R70", "value", was.UserPrincipalName, "value", *u.UsageLocation)
		}
		changed.UsageLocation = code
	}
	for _, f := range []struct{ from, to *string }{
		{u.DisplayName, &changed.DisplayName}, {u.GivenName, &changed.GivenName}, {u.LastName, &changed.LastName},
		{u.City, &changed.City}, {u.Company, &changed.Company}, {u.Country, &changed.Country},
		{u.Department, &changed.Department}, {u.Office, &changed.Office}, {u.Title, &changed.Title},
		{u.PostalCode, &changed.PostalCode}, {u.State, &changed.StateOrProvince}, {u.Street, &changed.Street},
	} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	if u.AccountEnabled != nil {
		changed.AccountEnabled = *u.AccountEnabled
	}
	if len(state.DiffFields(was.Fields(), changed.Fields())) == 0 {
		return was, nil
	}
	changed.WhenChanged = c.Now()
	c.put(changed)
	return changed, nil
}

// Group reads a group by object id, display name or mail address. Rule R41
// (unknown group).
func Group(c Call, identity string) (*state.Group, error) {
	Settle(c)
	g := c.Tx.Group(identity)
	if g == nil {
		return nil, rules.New("R41", "group", identity, "group", identity)
	}
	return g, nil
}

// AddGroupMember puts a user into a group; the licences of the group follow after
// L10. Rules R41 (unknown group), R70 (unknown user).
func AddGroupMember(c Call, group, identity string) error { return c.member(group, identity, true) }

// RemoveGroupMember takes a user out of a group; the licences of the group go
// after L10. Rules R14a, R41 (unknown group), R70 (unknown user).
func RemoveGroupMember(c Call, group, identity string) error {
	return c.member(group, identity, false)
}

func (c Call) member(group, identity string, in bool) error {
	g, err := Group(c, group)
	if err != nil {
		return err
	}
	u, err := DirectoryUser(c, identity)
	if err != nil {
		return err
	}
	if u.InGroup(g.GroupID) == in {
		return nil
	}
	changed := u.Clone()
	if in {
		changed.Groups = append(changed.Groups, g.GroupID)
		slices.Sort(changed.Groups)
	} else {
		changed.Groups = slices.DeleteFunc(changed.Groups, func(id string) bool { return id == g.GroupID })
	}
	c.put(changed)
	c.later(state.L10, reviewGroups, u.ObjectID, "")
	return nil
}

// ReprocessLicenses recomputes the group-based licences of a user in the
// background (Invoke-MgLicenseUser); direct licences stay as they are. Rule R76.
func ReprocessLicenses(c Call, identity string) (*state.User, error) {
	u, err := DirectoryUser(c, identity)
	if err != nil {
		return nil, err
	}
	if len(u.Groups) == 0 && !slices.ContainsFunc(u.Former, func(l state.License) bool { return l.Group != "" }) {
		return u, nil
	}
	changed := u.Clone()
	changed.ReprocessedAt = c.Now()
	c.put(changed)
	c.later(state.L10, reviewGroups, u.ObjectID, "")
	return c.Tx.User(u.ObjectID), nil
}

// recomputeGroups is R76: what the groups grant is given, what no group grants any
// more is taken.
func (c Call) recomputeGroups(objectID string) {
	u := c.Tx.User(objectID)
	if u == nil {
		return
	}
	changed := u.Clone()
	granted := make(map[string]bool)
	for _, id := range u.Groups {
		g := c.Tx.Group(id)
		if g == nil {
			continue
		}
		for _, l := range g.Licenses {
			granted[id+l.SkuID] = true
			if !slices.ContainsFunc(changed.Licenses, func(x state.License) bool { return x.SkuID == l.SkuID && x.Group == id }) && c.available(u, l.SkuID) {
				changed.Licenses = append(changed.Licenses, state.License{
					SkuID: l.SkuID, DisabledPlans: slices.Clone(l.DisabledPlans), Group: id, Since: c.Now(),
				})
			}
		}
	}
	for i := len(changed.Licenses) - 1; i >= 0; i-- {
		if l := changed.Licenses[i]; l.Group != "" && !granted[l.Group+l.SkuID] {
			c.take(changed, i)
		}
	}
	if len(state.DiffFields(u.Fields(), changed.Fields())) == 0 {
		return
	}
	c.Tx.PutByRule(c.Cause, changed, "R76")
	c.licensesTaken(u, changed)
}

// available reports whether the group's licence can be given: a usage location
// and a free unit (R70, R71); group licensing leaves it out silently otherwise.
func (c Call) available(u *state.User, skuID string) bool {
	s := c.Tx.Subscription(skuID)
	return s != nil && isCountry(u.UsageLocation) && c.Tx.Consumed(skuID) < s.Enabled+s.Warning
}
