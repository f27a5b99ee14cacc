package service

import (
	"strconv"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// The reviews that the service makes by itself; see [state.Due].
const (
	// reviewLicense frees the numbers of a user whose licence went (R14a).
	// Detail is the instant of the removal.
	reviewLicense = "licence"
	// reviewGroups recomputes the group licences of a user (R76).
	reviewGroups = "reprocess"
	// reviewDirSync brings a local line to the cloud (L11). Detail is the line.
	reviewDirSync = "dirsync"
)

// Advance lets virtual time pass and does what falls due on the way, each at its
// instant. Rules R14a, R76.
func Advance(c Call, d time.Duration) {
	c.Tx.Clock().Advance(d)
	Settle(c)
}

// Settle does what has fallen due by now. Every operation begins with it; a plan
// calls it once at the end. Rules R14a, R76.
func Settle(c Call) {
	for {
		due, ok := c.Tx.NextDue()
		if !ok {
			return
		}
		c.Tx.AsOf(due.At, func() {
			by := Call{Tx: c.Tx, Cause: due.Cause, Actor: c.Actor}
			switch due.Review {
			case reviewLicense:
				by.freeNumbers(due)
			case reviewGroups:
				by.recomputeGroups(due.Key)
			case reviewDirSync:
				by.syncLine(due.Key, due.Detail)
			}
		})
	}
}

// freeNumbers is R14a: numbers whose plan did not outlast the removal go.
func (c Call) freeNumbers(due state.Due) {
	u := c.Tx.User(due.Key)
	if u == nil {
		return
	}
	removed, err := time.Parse(time.RFC3339Nano, due.Detail)
	if err != nil {
		return
	}
	for _, n := range c.Tx.NumbersOf(u.ObjectID) {
		if covered(u, needs(u, n.Type), removed) {
			continue
		}
		c.report("R14a", "", u.UserPrincipalName, "number", n.Number)
		c.release(u, n, "R14a")
		u = c.Tx.User(u.ObjectID)
	}
}

// needs is the feature whose removal frees a number of the type (R14a).
func needs(u *state.User, t state.NumberType) string {
	switch {
	case u.IsResource():
		return featureVoiceApp
	case t == state.CallingPlan:
		return featureCallingPlan
	}
	return featurePhoneSystem
}

// covered reports whether a licence with the feature was held through the
// removal: one given in a later call comes too late (R75).
func covered(u *state.User, feature string, removed time.Time) bool {
	for _, l := range u.Licenses {
		if brings(l, feature) && !l.Since.After(removed) {
			return true
		}
	}
	return false
}

// syncLine brings msRTCSIP-Line to the cloud's copy of the user.
func (c Call) syncLine(objectID, line string) {
	u := c.Tx.User(objectID)
	if u == nil || u.OnPremLine == line {
		return
	}
	changed := u.Clone()
	changed.OnPremLine = line
	c.Tx.PutByRule(c.Cause, changed, "R20")
}

// SetOnPremLine sets msRTCSIP-Line of a synced user in the local directory; the
// cloud sees it after the next synchronisation (L11). Empty clears. Rules R4, R8.
func SetOnPremLine(c Call, identity, line string) error {
	Settle(c)
	u := c.Tx.UserByIdentity(identity)
	if u == nil || !u.DirSynced {
		return rules.New("R4", "", identity, "identity", identity)
	}
	if line != "" {
		stored, ok := StoredNumber(withoutTel(line), true)
		if !ok {
			return invalidNumber(line, state.DirectRouting)
		}
		line = "tel:" + stored
	}
	c.later(state.L11, reviewDirSync, u.ObjectID, line)
	return nil
}

// later schedules a review for when the class's delay is over; without delay it
// is done at once.
func (c Call) later(class state.Latency, review, key, detail string) {
	c.Tx.Schedule(state.Due{
		At: c.Now().Add(c.Tx.Clock().Delay(class)), Review: review, Key: key, Detail: detail, Cause: c.Cause,
	})
	Settle(c)
}

// minutes renders a duration as a count of whole minutes for a finding.
func minutes(d time.Duration) string {
	return strconv.Itoa(int(d / time.Minute))
}
