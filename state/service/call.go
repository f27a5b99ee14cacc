package service

import (
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// Call is what every operation takes: the transaction and the cause.
type Call struct {
	Tx    *state.Tx
	Cause state.Cause
	// Actor is the account that acts, for "created by" fields; empty means the
	// tenant's administrator.
	Actor string
}

// Now is the present virtual instant.
func (c Call) Now() time.Time { return c.Tx.Now() }

func (c Call) put(r state.Record)    { c.Tx.Put(c.Cause, r) }
func (c Call) delete(r state.Record) { c.Tx.Delete(c.Cause, r) }

func (c Call) actor() string {
	if c.Actor != "" {
		return c.Actor
	}
	return c.Tx.Organization().AdminUPN
}

// report records a finding of a rule with the text of the variant and the
// rule's own severity and cure.
func (c Call) report(rule, variant, key string, pairs ...string) {
	c.reportAs(rules.Get(rule).Severity, rule, variant, key, pairs...)
}

// reportAs is report with another severity than the rule's own.
func (c Call) reportAs(severity rules.Severity, rule, variant, key string, pairs ...string) {
	r := rules.Get(rule)
	pairs = append(pairs, "key", key)
	c.Tx.Report(state.Finding{
		ID: r.ID, Severity: severity, Message: rules.Fill(r.Message(variant).Text, pairs...),
		Cure: r.CureOf(variant), Key: key, Cause: c.Cause,
	})
}
