package service

import (
	"slices"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// Unassignment asks for a number to be taken from a user.
type Unassignment struct {
	Identity string
	Number   string
	Type     string
	// BlockForever and BlockDays (1 … 365, 0 for none) block the number from
	// being assigned again.
	BlockForever bool
	BlockDays    int
}

// UnassignNumber takes a number from its holder (Remove-CsPhoneNumberAssignment):
// the number becomes free, Enterprise Voice goes off with the primary number,
// policies stay. Rules R3, R4, R5, R8, R9, R16, R20.
func UnassignNumber(c Call, u Unassignment) error {
	Settle(c)
	t, ok := numberType(u.Type)
	if !ok {
		return rules.New("R8", "NumberType", u.Type, "value", u.Type)
	}
	number, ok := StoredNumber(u.Number, t == state.DirectRouting)
	if !ok {
		return invalidNumber(u.Number, t)
	}
	switch {
	case u.BlockForever && u.BlockDays != 0:
		return rules.New("R8", "BlockBoth", number)
	case u.BlockDays < 0 || u.BlockDays > 365:
		return rules.New("R8", "BlockDays", number)
	}
	user, err := c.holder(u.Identity, "")
	if err != nil {
		return err
	}
	n := c.Tx.Number(number)
	if n == nil || n.Type != t {
		return c.notFoundNumber(number)
	}
	if n.Target != user.ObjectID {
		return rules.New("R5", "", number, "number", number, "identity", u.Identity)
	}
	if (u.BlockForever || u.BlockDays > 0) && c.blocked(n) {
		return rules.New("R16", "present", number, "number", number)
	}
	c.release(user, n, "")
	if u.BlockForever || u.BlockDays > 0 {
		c.block(number, u)
	}
	c.Tx.Retract("R14a", user.UserPrincipalName)
	return nil
}

// UnassignAll takes all numbers from a user; one without numbers succeeds.
// Rules R4, R9, R20.
func UnassignAll(c Call, identity string) error {
	Settle(c)
	u, err := c.holder(identity, "")
	if err != nil {
		return err
	}
	for _, n := range c.Tx.NumbersOf(u.ObjectID) {
		c.release(u, n, "")
		u = c.Tx.User(u.ObjectID)
	}
	c.Tx.Retract("R14a", u.UserPrincipalName)
	return nil
}

func (c Call) block(number string, u Unassignment) {
	n := c.Tx.Number(number)
	if n == nil {
		return
	}
	blocked := n.Clone()
	blocked.Blocked = state.BlockedForever
	if u.BlockDays > 0 {
		blocked.Blocked = state.BlockedUntil
		blocked.BlockedTo = c.Now().Add(time.Duration(u.BlockDays) * 24 * time.Hour)
	}
	c.put(blocked)
}

// release frees a number and updates its holder. The rule is set when the
// service does it by itself.
func (c Call) release(u *state.User, n *state.PhoneNumber, rule string) {
	c.vacate(u, n, rule)
	changed := u.Clone()
	if changed.CloudLine == n.Number {
		changed.CloudLine = ""
		changed.EnterpriseVoiceEnabled = false
	}
	changed.ExtraNumbers = slices.DeleteFunc(changed.ExtraNumbers, func(x state.ExtraNumber) bool { return x.Number == n.Number })
	c.Tx.Lag(state.L3, state.KindUser, u.ObjectID, u)
	c.Tx.Lag(state.L2, state.KindUser, u.ObjectID, u)
	c.Tx.PutByRule(c.Cause, changed, rule)
	c.Tx.Retract("R22", u.UserPrincipalName)
}

// vacate frees the number alone: a Direct Routing number that was not uploaded
// ceases to exist; others keep their location.
func (c Call) vacate(u *state.User, n *state.PhoneNumber, rule string) {
	c.Tx.Lag(state.L2, state.KindPhoneNumber, n.Number, n)
	if n.Type == state.DirectRouting && !n.Uploaded {
		c.Tx.DeleteByRule(c.Cause, n, rule)
		return
	}
	free := n.Clone()
	free.Target, free.Category, free.Status = "", "", state.StatusUnassigned
	c.Tx.PutByRule(c.Cause, free, rule)
}
