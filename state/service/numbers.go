package service

import (
	"slices"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// Assignment asks for a number to be given to a user or resource account.
type Assignment struct {
	// Identity names the user.
	Identity string
	// Number is E.164 with or without plus; Direct Routing may add ";ext=".
	Number string
	// Type is CallingPlan, DirectRouting or OperatorConnect in any case.
	Type string
	// LocationID is the emergency location; empty leaves it as it is.
	LocationID    string
	NetworkSiteID string
	// Category is Primary (also when empty), Private or Alternate.
	Category      string
	ReverseLookup []string
}

// AssignNumber gives a number to a user (Set-CsPhoneNumberAssignment). The checks
// come in the order of semantics.md 2.6; the first that fails decides.
// Rules R1–R4, R6–R8, R10, R11, R13–R22, R42, R55, R77.
func AssignNumber(c Call, a Assignment) error {
	Settle(c)
	t, ok := numberType(a.Type)
	if !ok {
		return rules.New("R8", "NumberType", a.Type, "value", a.Type)
	}
	cat, ok := category(a.Category)
	if !ok {
		return rules.New("R8", "Category", a.Category, "value", a.Category)
	}
	number, ok := StoredNumber(a.Number, t == state.DirectRouting)
	if !ok {
		return invalidNumber(a.Number, t)
	}
	return c.assign(request{
		identity: a.Identity, number: number, given: a.Number, kind: t, category: cat,
		location: a.LocationID, site: a.NetworkSiteID, reverse: a.ReverseLookup, voice: true,
	})
}

// request is an assignment whose arguments are known to be well formed.
type request struct {
	identity string
	// number is in stored form, given as the caller wrote it.
	number, given string
	kind          state.NumberType
	category      string
	location      string
	site          string
	reverse       []string
	// voice switches Enterprise Voice on with the assignment.
	voice bool
	// variant chooses the texts of Set-CsUser where they differ.
	variant string
}

func (c Call) assign(r request) error {
	u, err := c.holder(r.identity, r.variant)
	if err != nil {
		return err
	}
	n, err := c.checkNumber(u, r)
	if err != nil {
		return err
	}
	if n != nil && n.Target == u.ObjectID && n.Category == r.category {
		return c.reassign(u, n, r)
	}
	if err := c.checkUser(u, n, r); err != nil {
		return err
	}
	location, err := c.checkLocation(n, r)
	if err != nil {
		return err
	}
	if err := c.checkPrimary(u, r); err != nil {
		return err
	}
	if err := c.checkEarly(u, r); err != nil {
		return err
	}
	c.occupy(u, n, location, r)
	return nil
}

// holder finds the account that is to hold a number (R4, R20, R64).
func (c Call) holder(identity, variant string) (*state.User, error) {
	u := c.Tx.UserByIdentity(identity)
	missing := u == nil || !u.SoftDeletedAt.IsZero() || u.ProvisionedAt.After(c.Now())
	if !missing && u.IsResource() && !usable(u) {
		missing = true
	}
	if missing {
		return nil, rules.New("R4", variant, identity, "identity", identity)
	}
	if u.OnPremLine != "" {
		return nil, rules.New("R20", "", u.UserPrincipalName, "id", u.ObjectID)
	}
	return u, nil
}

// checkNumber applies R16, R3, R2, R7 and R15 and returns the number's record; nil
// for a Direct Routing number that the assignment will create.
func (c Call) checkNumber(u *state.User, r request) (*state.PhoneNumber, error) {
	n := c.Tx.Number(r.number)
	inUse := func() error {
		return rules.New("R2", r.variant, r.number, "number", r.given, "digits", r.number[1:])
	}
	if n == nil {
		if r.kind != state.DirectRouting {
			return nil, c.notFoundNumber(r.number)
		}
		if other := c.conflicting(u, r.number); other != nil {
			return nil, rules.New("R7", "", r.number, "number", r.given)
		}
		return nil, nil
	}
	if c.blocked(n) {
		return nil, rules.New("R16", "", n.Number, "number", n.Number)
	}
	if n.Type != r.kind {
		return nil, c.notFoundNumber(r.number)
	}
	if n.Assigned() && n.Target != u.ObjectID {
		return nil, inUse()
	}
	want := "UserAssignment"
	if u.IsResource() {
		want = "VoiceApplicationAssignment"
	}
	if !n.Can(want) {
		return nil, rules.New("R15", "", n.Number, "number", n.Number)
	}
	return n, nil
}

// blocked applies R16: a block until an instant lapses by the clock.
func (c Call) blocked(n *state.PhoneNumber) bool {
	switch n.Blocked {
	case state.BlockedForever:
		return true
	case state.BlockedUntil:
		return n.BlockedTo.After(c.Now())
	}
	return false
}

// conflicting applies R7: in GCC High and DoD a base number and its extensions
// exclude each other, unless the same user holds both.
func (c Call) conflicting(u *state.User, number string) *state.PhoneNumber {
	if cloud := c.Tx.Organization().Cloud; cloud != state.CloudGCCHigh && cloud != state.CloudDoD {
		return nil
	}
	base := baseNumber(number)
	for _, n := range c.Tx.NumbersFrom(base) {
		if baseNumber(n.Number) == base && n.Assigned() && n.Target != u.ObjectID {
			return n
		}
	}
	return nil
}

func baseNumber(number string) string {
	if i := slices.Index([]byte(number), ';'); i >= 0 {
		return number[:i]
	}
	return number
}

// reassign is R6: the same again is no error; it switches Enterprise Voice on and
// takes another location over.
func (c Call) reassign(u *state.User, n *state.PhoneNumber, r request) error {
	if r.location != "" && guid(r.location) != n.LocationID {
		location, err := c.checkLocation(n, r)
		if err != nil {
			return err
		}
		c.relocate(n, location)
	}
	if r.voice && !u.EnterpriseVoiceEnabled {
		changed := u.Clone()
		changed.EnterpriseVoiceEnabled = true
		c.put(changed)
	}
	return nil
}

// checkPrimary applies R1 and R21: a primary number replaces only a Direct
// Routing number, and only by one.
func (c Call) checkPrimary(u *state.User, r request) error {
	if r.category != state.CategoryPrimary {
		return nil
	}
	if u.CloudLine != "" {
		present := c.Tx.Number(u.CloudLine)
		if present != nil && present.Type == state.DirectRouting && r.kind == state.DirectRouting {
			return nil
		}
		rule := "R1"
		if present != nil && present.Type == state.DirectRouting {
			rule = "R21"
		}
		return rules.New(rule, "", u.UserPrincipalName, "id", u.ObjectID)
	}
	if c.Tx.Clock().Profile() != state.Strict {
		return nil
	}
	if !c.Tx.Settling(state.L2, state.KindPhoneNumber, r.number).IsZero() {
		return rules.New("R21", "settling", r.number, "number", r.given)
	}
	if !c.Tx.Settling(state.L2, state.KindUser, u.ObjectID).IsZero() {
		return rules.New("R1", "", u.UserPrincipalName, "id", u.ObjectID)
	}
	return nil
}

// occupy makes the assignment.
func (c Call) occupy(u *state.User, n *state.PhoneNumber, location *state.Location, r request) {
	if r.category == state.CategoryPrimary && u.CloudLine != "" {
		c.vacate(u, c.Tx.Number(u.CloudLine), "")
	}
	held := newDirectNumber(r.number)
	if n != nil {
		held = n.Clone()
		c.Tx.Lag(state.L2, state.KindPhoneNumber, held.Number, n)
	} else {
		c.Tx.Lag(state.L2, state.KindPhoneNumber, held.Number, nil)
	}
	held.Target = u.ObjectID
	held.Category = r.category
	held.Status = state.StatusUserAssigned
	if u.IsResource() {
		held.Status = state.StatusVoiceApplication
	}
	held.Blocked, held.BlockedTo = state.NotBlocked, time.Time{}
	if location != nil {
		held.LocationID, held.CivicAddressID = location.LocationID, location.CivicAddressID
	}
	if r.site != "" {
		held.NetworkSiteID = r.site
	}
	if r.reverse != nil {
		held.ReverseLookup = slices.Clone(r.reverse)
	}
	c.put(held)

	changed := u.Clone()
	if r.category == state.CategoryPrimary {
		changed.CloudLine = held.Number
	}
	changed.ExtraNumbers = slices.DeleteFunc(changed.ExtraNumbers, func(x state.ExtraNumber) bool { return x.Number == held.Number })
	if r.category != state.CategoryPrimary {
		changed.ExtraNumbers = append(changed.ExtraNumbers, state.ExtraNumber{Number: held.Number, Category: r.category})
		if changed.CloudLine == held.Number {
			changed.CloudLine = ""
		}
	}
	if r.voice {
		changed.EnterpriseVoiceEnabled = true
	}
	c.Tx.Lag(state.L3, state.KindUser, u.ObjectID, u)
	c.put(changed)
	c.remark(changed, held)
}

// newDirectNumber is the record that a Direct Routing assignment creates.
func newDirectNumber(number string) *state.PhoneNumber {
	return &state.PhoneNumber{
		Number: number, Type: state.DirectRouting, OperatorID: state.DirectRoutingOperatorID,
		ActivationState: state.Activated, Status: state.StatusUnassigned,
		Capabilities: state.DefaultCapabilities(state.DirectRouting, false),
		Country:      CountryOf(number), Source: "Online", Blocked: state.NotBlocked, SmsState: "NotActivated",
	}
}
