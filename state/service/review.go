package service

import "rehearse/state"

// Organization is what Get-CsTenant shows.
func Organization(c Call) *state.Organization {
	Settle(c)
	return c.Tx.Organization()
}

// Review does what has fallen due and looks at the end of a run for what is still
// wrong: resource accounts that got a number but that nobody answers for (R63).
// It takes back what was put right meanwhile (R22). A plan calls it once, last,
// and gets what differs then from the start of the run.
func Review(c Call) state.Journal {
	Settle(c)
	for _, f := range c.Tx.Findings() {
		if f.ID != "R22" {
			continue
		}
		if u := c.Tx.UserByIdentity(f.Key); u != nil {
			c.recheckRouting(u)
		}
	}
	net := c.Tx.Journal().Net()
	for _, change := range net {
		n, ok := change.Is.(*state.PhoneNumber)
		if !ok || !n.Assigned() {
			continue
		}
		if was, ok := change.Was.(*state.PhoneNumber); ok && was.Target == n.Target {
			continue
		}
		u := c.Tx.User(n.Target)
		if u == nil || !u.IsResource() || c.Tx.Association(u.ObjectID) != nil {
			continue
		}
		by := c
		by.Cause = change.Cause
		by.report("R63", "", u.UserPrincipalName, "number", n.Number)
	}
	return net
}
