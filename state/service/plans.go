package service

import (
	"time"

	"rehearse/state"
)

// The features of [state.Plan] that decide about numbers.
const (
	featureTeams       = "Teams"
	featurePhoneSystem = "PhoneSystem"
	featureCallingPlan = "CallingPlan"
	featureVoiceApp    = "VoiceApp"
)

// known reports whether Teams counts the licence at the instant: it has arrived
// there (L1 after it was given), and it is not forgotten (L1 after it was taken).
func (c Call) known(l state.License, at time.Time) bool {
	clock := c.Tx.Clock()
	if !l.Since.IsZero() && l.Since.Add(clock.Delay(state.L1Added)).After(at) {
		return false
	}
	return l.Removed.IsZero() || l.Removed.Add(clock.Delay(state.L1)).After(at)
}

// brings reports whether the licence holds an enabled plan with the feature.
func brings(l state.License, feature string) bool {
	for _, p := range state.PlansOf(l.SkuID) {
		if p.Feature == feature && !l.Disabled(p.ID) {
			return true
		}
	}
	return false
}

// hasFeature reports whether Teams counts the feature for the user now.
func (c Call) hasFeature(u *state.User, feature string) bool {
	now := c.Now()
	for _, l := range u.Licenses {
		if c.known(l, now) && brings(l, feature) {
			return true
		}
	}
	for _, l := range u.Former {
		if c.known(l, now) && brings(l, feature) {
			return true
		}
	}
	return false
}

// held reports whether the directory holds a licence with the feature, whatever
// Teams knows.
func held(u *state.User, feature string) bool {
	for _, l := range u.Licenses {
		if brings(l, feature) {
			return true
		}
	}
	return false
}

// newest returns when the feature came, if it came only with licences given
// during the run; zero when it was there before or is still covered by a licence
// taken away less than L1 ago.
func (c Call) newest(u *state.User, feature string) time.Time {
	now := c.Now()
	var first time.Time
	for _, l := range u.Licenses {
		if !brings(l, feature) {
			continue
		}
		if l.Since.IsZero() {
			return time.Time{}
		}
		if first.IsZero() || l.Since.Before(first) {
			first = l.Since
		}
	}
	for _, l := range u.Former {
		if brings(l, feature) && l.Removed.Add(c.Tx.Clock().Delay(state.L1)).After(now) {
			return time.Time{}
		}
	}
	return first
}

// assignedPlan lists the plans as Teams does: those of present licences in their
// order, then plans whose last licence went, as Deleted [O 9244].
func (c Call) assignedPlan(u *state.User) []PlanState {
	now := c.Now()
	out := make([]PlanState, 0, 4)
	at := func(p *state.Plan) int {
		for i := range out {
			if out[i].Plan == p {
				return i
			}
		}
		return -1
	}
	note := func(l state.License, enabled bool) {
		for _, p := range state.PlansOf(l.SkuID) {
			if l.Disabled(p.ID) {
				continue
			}
			i := at(p)
			switch {
			case i < 0 && enabled:
				out = append(out, PlanState{p, "Enabled", l.Since})
			case i < 0:
				out = append(out, PlanState{p, "Deleted", l.Since})
			case enabled:
				out[i].CapabilityStatus = "Enabled"
			}
		}
	}
	for _, l := range u.Licenses {
		if c.known(l, now) {
			note(l, true)
		}
	}
	for _, l := range u.Former {
		note(l, c.known(l, now))
	}
	return out
}
