package service

import (
	"slices"
	"strings"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// NumberQuery selects numbers; an empty field does not restrict. All conditions
// must hold.
type NumberQuery struct {
	// Number is one number, with or without plus, possibly with ";ext=".
	Number           string
	Contains         string
	StartsWith       string
	GreaterThan      string
	LessThan         string
	Type             string
	ActivationState  string
	AssignmentStatus string
	// Target is a user's identity, an object id, or
	// "TeamsSharedCallingRoutingPolicy|Tag:X".
	Target         string
	Category       string
	Capabilities   []string
	CivicAddressID string
	LocationID     string
	NetworkSiteID  string
	Country        string
	// Filter is the text of -Filter.
	Filter string
	// Skip is applied before Top. Top 0 means 500; more than 1000 means 1000.
	Skip, Top int
}

// NumberView is a number as Get-CsPhoneNumberAssignment shows it now.
type NumberView struct {
	*state.PhoneNumber
	// LocationUpdateSupported is false where the operator keeps the address.
	LocationUpdateSupported bool
	// BlockedState is NotBlocked, BlockedForever or BlockedUntil; a block that
	// has lapsed reads NotBlocked.
	BlockedState string
	// BlockedUntil is zero unless BlockedState is BlockedUntil.
	BlockedUntil time.Time
}

// NumberAssignments lists numbers in ascending order
// (Get-CsPhoneNumberAssignment). No match is no error, and neither is an unknown
// user in Target. Rules R8, R40 (filter).
func NumberAssignments(c Call, q NumberQuery) ([]NumberView, error) {
	Settle(c)
	match, err := c.numberTest(q)
	if err != nil || match == nil {
		return nil, err
	}
	top := q.Top
	switch {
	case top <= 0:
		top = 500
	case top > 1000:
		top = 1000
	}
	skip := q.Skip
	var out []NumberView
	each := func(n *state.PhoneNumber) bool {
		if !match(n) {
			return true
		}
		if skip > 0 {
			skip--
			return true
		}
		out = append(out, c.numberView(n))
		return len(out) < top
	}
	for _, n := range c.candidates(q) {
		if !each(n) {
			break
		}
	}
	return out, nil
}

// candidates gives what readers see now of the numbers that can match, ascending:
// by index where the query names a number or a holder, else all.
func (c Call) candidates(q NumberQuery) []*state.PhoneNumber {
	if c.lagging() {
		return c.shownNumbers()
	}
	if q.Number != "" {
		stored, _ := StoredNumber(q.Number, true)
		if n := c.Tx.Number(stored); n != nil {
			return []*state.PhoneNumber{n}
		}
		return nil
	}
	if q.Target != "" {
		list := c.Tx.NumbersOf(c.targetID(q.Target))
		slices.SortFunc(list, func(a, b *state.PhoneNumber) int { return strings.Compare(a.Number, b.Number) })
		return list
	}
	return slices.Collect(c.Tx.Numbers())
}

func (c Call) lagging() bool { return len(c.Tx.StillShown(state.L2, state.KindPhoneNumber)) > 0 }

// shownNumbers gives all numbers as readers see them now (L2), ascending.
func (c Call) shownNumbers() []*state.PhoneNumber {
	var out []*state.PhoneNumber
	add := func(id string, current state.Record) {
		if shown := c.Tx.Shown(state.L2, state.KindPhoneNumber, id, current); shown != nil {
			out = append(out, shown.(*state.PhoneNumber))
		}
	}
	for n := range c.Tx.Numbers() {
		add(n.Number, n)
	}
	for _, id := range c.Tx.StillShown(state.L2, state.KindPhoneNumber) {
		if c.Tx.Number(id) == nil {
			add(id, nil)
		}
	}
	slices.SortFunc(out, func(a, b *state.PhoneNumber) int { return strings.Compare(a.Number, b.Number) })
	return out
}

func (c Call) targetID(identity string) string {
	if u := c.Tx.UserByIdentity(identity); u != nil {
		return u.ObjectID
	}
	return identity
}

// numberTest turns a query into one test; nil when nothing can match.
func (c Call) numberTest(q NumberQuery) (func(*state.PhoneNumber) bool, error) {
	var tests []func(*state.PhoneNumber) bool
	need := func(test func(*state.PhoneNumber) bool) { tests = append(tests, test) }
	same := func(want string, get func(*state.PhoneNumber) string) {
		if want != "" {
			need(func(n *state.PhoneNumber) bool { return strings.EqualFold(get(n), want) })
		}
	}
	if q.Number != "" {
		stored, ok := StoredNumber(q.Number, true)
		if !ok {
			return nil, invalidNumber(q.Number, state.DirectRouting)
		}
		same(stored, func(n *state.PhoneNumber) string { return n.Number })
	}
	if q.Target != "" {
		same(c.targetID(q.Target), func(n *state.PhoneNumber) string { return n.Target })
	}
	if err := checkValues(q); err != nil {
		return nil, err
	}
	same(q.Type, func(n *state.PhoneNumber) string { return string(n.Type) })
	same(q.ActivationState, func(n *state.PhoneNumber) string { return n.ActivationState })
	same(q.AssignmentStatus, func(n *state.PhoneNumber) string { return n.Status })
	same(q.Category, func(n *state.PhoneNumber) string { return n.Category })
	same(guid(q.CivicAddressID), func(n *state.PhoneNumber) string { return n.CivicAddressID })
	same(guid(q.LocationID), func(n *state.PhoneNumber) string { return n.LocationID })
	same(q.NetworkSiteID, func(n *state.PhoneNumber) string { return n.NetworkSiteID })
	same(q.Country, func(n *state.PhoneNumber) string { return n.Country })
	if q.Contains != "" {
		part := bare(q.Contains)
		need(func(n *state.PhoneNumber) bool { return strings.Contains(n.Number, part) })
	}
	if q.StartsWith != "" {
		part := bare(q.StartsWith)
		need(func(n *state.PhoneNumber) bool { return strings.HasPrefix(bare(n.Number), part) })
	}
	if q.GreaterThan != "" {
		than := bare(q.GreaterThan)
		need(func(n *state.PhoneNumber) bool { return bare(n.Number) > than })
	}
	if q.LessThan != "" {
		than := bare(q.LessThan)
		need(func(n *state.PhoneNumber) bool { return bare(n.Number) < than })
	}
	for _, capability := range q.Capabilities {
		need(func(n *state.PhoneNumber) bool { return containsFold(n.Capabilities, strings.TrimSpace(capability)) })
	}
	filter, err := numberFilter(q.Filter)
	if err != nil {
		return nil, rules.New("R40", "filter", q.Filter, "reason", err.Error())
	}
	if filter != nil {
		need(func(n *state.PhoneNumber) bool { return filter(c, n) })
	}
	return func(n *state.PhoneNumber) bool {
		for _, test := range tests {
			if !test(n) {
				return false
			}
		}
		return true
	}, nil
}

// checkValues refuses words that are no value of their parameter (R8).
func checkValues(q NumberQuery) error {
	for _, p := range []struct {
		name, value string
		allowed     []string
	}{
		{"NumberType", q.Type, []string{"CallingPlan", "DirectRouting", "OperatorConnect"}},
		{"ActivationState", q.ActivationState, []string{state.Activated, state.AssignmentPending, state.AssignmentFailed, state.UpdatePending, state.UpdateFailed}},
		{"PstnAssignmentStatus", q.AssignmentStatus, []string{state.StatusUnassigned, state.StatusUserAssigned, state.StatusConference, state.StatusVoiceApplication, state.StatusThirdPartyApp, state.StatusPolicy}},
		{"AssignmentCategory", q.Category, []string{state.CategoryPrimary, state.CategoryPrivate, state.CategoryAlternate}},
	} {
		if p.value != "" && !containsFold(p.allowed, p.value) {
			return rules.New("R8", "Value", p.value, "name", p.name, "value", p.value)
		}
	}
	return nil
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, s) })
}

func (c Call) numberView(n *state.PhoneNumber) NumberView {
	v := NumberView{PhoneNumber: n, LocationUpdateSupported: !n.LocationLocked, BlockedState: state.NotBlocked}
	if c.blocked(n) {
		v.BlockedState, v.BlockedUntil = n.Blocked, n.BlockedTo
	}
	return v
}
