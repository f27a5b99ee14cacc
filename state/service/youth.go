package service

import (
	"time"

	"rehearse/state"
)

// stamp is the instant at which something was made during the run; zero for what
// was there before.
type stamp time.Time

// tooYoung reports whether the profile refuses to refer to it yet (L4).
func (c Call) tooYoung(s stamp) bool { return c.tooYoungFor(state.L4, time.Time(s)) }

func (c Call) tooYoungFor(class state.Latency, made time.Time) bool {
	return !made.IsZero() && made.Add(c.Tx.Clock().Delay(class)).After(c.Now())
}

// remarkYoung reports, with the rule's text "early", what the profile lets pass
// although the real service needs longer to know it (L4).
func (c Call) remarkYoung(rule string, s stamp, key string, pairs ...string) {
	made := time.Time(s)
	if made.IsZero() {
		return
	}
	needed := state.Needed(state.L4)
	if age := c.Now().Sub(made); age < needed {
		pairs = append(pairs, "minutes", minutes(age), "needed", minutes(needed)+" minutes")
		c.report(rule, "early", key, pairs...)
	}
}
