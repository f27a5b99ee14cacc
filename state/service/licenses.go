package service

import (
	"slices"
	"strings"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// LicenseAdd is a licence to give.
type LicenseAdd struct {
	// Sku is a SKU GUID or part number; "tenant:SKU" is read as SKU.
	Sku string
	// DisabledPlans are service plan GUIDs or names to switch off.
	DisabledPlans []string
}

// LicenseChange is what Set-MgUserLicense and its older relatives ask for.
type LicenseChange struct {
	Identity string
	Add      []LicenseAdd
	// Remove are SKU GUIDs or part numbers.
	Remove []string
}

// ChangeLicenses adds and removes licences in one step (Set-MgUserLicense): all or
// nothing. A licence that the user holds directly is changed in its disabled
// plans. Teams learns of it after L1. Rules R14a, R70–R75.
func ChangeLicenses(c Call, l LicenseChange) (*state.User, error) {
	Settle(c)
	u, err := DirectoryUser(c, l.Identity)
	if err != nil {
		return nil, err
	}
	changed := u.Clone()
	if err := c.takeLicenses(u, changed, l.Remove); err != nil {
		return nil, err
	}
	if err := c.giveLicenses(u, changed, l.Add); err != nil {
		return nil, err
	}
	if err := dependencies(u, changed); err != nil {
		return nil, err
	}
	if len(l.Add) == 0 && len(l.Remove) == 0 {
		return u, nil
	}
	changed.WhenChanged = c.Now()
	c.put(changed)
	c.remarkSwap(u, changed)
	c.licensesTaken(u, changed)
	return changed, nil
}

// takeLicenses applies R72 and R74.
func (c Call) takeLicenses(u, changed *state.User, remove []string) error {
	for _, name := range remove {
		sku := c.skuID(name)
		direct := slices.IndexFunc(changed.Licenses, func(l state.License) bool { return l.SkuID == sku && l.Group == "" })
		if direct < 0 {
			if slices.ContainsFunc(changed.Licenses, func(l state.License) bool { return l.SkuID == sku }) {
				return rules.New("R74", "", u.UserPrincipalName)
			}
			return rules.New("R72", "", u.UserPrincipalName)
		}
		c.take(changed, direct)
	}
	return nil
}

// take moves a licence of a clone to the former ones.
func (c Call) take(changed *state.User, i int) {
	gone := changed.Licenses[i]
	gone.Removed = c.Now()
	changed.Licenses = slices.Delete(changed.Licenses, i, i+1)
	changed.Former = slices.DeleteFunc(changed.Former, func(l state.License) bool { return l.SkuID == gone.SkuID && l.Group == gone.Group })
	changed.Former = append(changed.Former, gone)
}

// giveLicenses applies R70 and R71.
func (c Call) giveLicenses(u, changed *state.User, add []LicenseAdd) error {
	for _, a := range add {
		if !isCountry(u.UsageLocation) {
			return rules.New("R70", "", u.UserPrincipalName)
		}
		sku := c.skuID(a.Sku)
		subscription := c.Tx.Subscription(sku)
		if subscription == nil {
			return rules.New("R71", "unknown", u.UserPrincipalName, "sku", sku)
		}
		given := state.License{SkuID: sku, DisabledPlans: planIDs(a.DisabledPlans), Since: c.Now()}
		if i := slices.IndexFunc(changed.Licenses, func(l state.License) bool { return l.SkuID == sku && l.Group == "" }); i >= 0 {
			given.Since = changed.Licenses[i].Since
			changed.Licenses[i] = given
			continue
		}
		if c.Tx.Consumed(sku) >= subscription.Enabled+subscription.Warning {
			return rules.New("R71", "", u.UserPrincipalName, "sku", sku)
		}
		changed.Licenses = append(changed.Licenses, given)
	}
	return nil
}

// dependencies applies R73: a calling plan needs Phone System.
func dependencies(was, is *state.User) error {
	if held(is, featureCallingPlan) && !held(is, featurePhoneSystem) &&
		(!held(was, featureCallingPlan) || held(was, featurePhoneSystem)) {
		return rules.New("R73", "", is.UserPrincipalName, "plan", "MCOPSTN", "needs", "MCOEV")
	}
	return nil
}

// licensesTaken sets R14a going for a user who lost a feature that a number
// needs, and says so at once.
func (c Call) licensesTaken(was, is *state.User) {
	lost := false
	for _, n := range c.Tx.NumbersOf(is.ObjectID) {
		feature := needs(is, n.Type)
		if held(was, feature) && !held(is, feature) {
			lost = true
			c.report("R14a", "", is.UserPrincipalName, "number", n.Number)
		}
	}
	if lost {
		c.later(state.L1, reviewLicense, is.ObjectID, c.Now().Format(time.RFC3339Nano))
	}
}

// remarkSwap is R75: what one call would have kept, two calls lose.
func (c Call) remarkSwap(was, is *state.User) {
	if !c.Tx.HasFinding("R14a", is.UserPrincipalName) {
		return
	}
	for _, n := range c.Tx.NumbersOf(is.ObjectID) {
		if feature := needs(is, n.Type); !held(was, feature) && held(is, feature) {
			c.report("R75", "", is.UserPrincipalName, "number", n.Number)
		}
	}
}

// skuID reads a SKU as GUID, part number or "tenant:PART"; what is neither comes
// back in lower case.
func (c Call) skuID(name string) string {
	name = strings.TrimSpace(name)
	if _, part, ok := strings.Cut(name, ":"); ok {
		name = part
	}
	if id := guid(name); state.IsGUID(id) {
		return id
	}
	if sku := state.SkuByName(name); sku != nil {
		return sku.ID
	}
	for _, s := range c.Tx.Subscriptions() {
		if strings.EqualFold(s.SkuPartNumber, name) {
			return s.SkuID
		}
	}
	return strings.ToLower(name)
}

func planIDs(names []string) []string {
	var out []string
	for _, name := range names {
		if p := state.PlanByName(name); p != nil {
			out = append(out, p.ID)
		} else {
			out = append(out, guid(name))
		}
	}
	return out
}
