package service_test

import (
	"testing"
	"time"

	"rehearse/state"
	"rehearse/state/file"
	"rehearse/state/rules"
	"rehearse/state/service"
)

// The built-in tenant, as the rules' tests use it.
const (
	alice    = "alice.archer@contoso.com" // Calling Plan, +14155550101
	bob      = "bob.bailey@contoso.com"   // Calling Plan, +14155550102
	grace    = "grace.green@contoso.com"  // Direct Routing, +14155550201, policy DR-US
	kate     = "kate.king@contoso.com"    // Phone System, no number
	liam     = "liam.lee@contoso.com"     // Phone System, no number
	olga     = "olga.owens@contoso.com"   // Teams without Phone System
	quentin  = "quentin.quast@contoso.com"
	rita     = "rita.rossi@contoso.com" // number synced from the local directory
	mainline = "mainline@contoso.com"   // resource account
	nobody   = "nobody@contoso.com"

	aliceNumber  = "+14155550101"
	graceNumber  = "+14155550201"
	spare        = "+14155550150" // Calling Plan, free
	pureIP       = "+14158000701" // Operator Connect, free
	directNumber = "+14155559001" // not in the tenant
)

var begin = time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)

// open begins a transaction on a fresh copy of the built-in tenant under a profile.
func open(t *testing.T, profile state.Profile) service.Call {
	return openBuiltin(t, "contoso", profile)
}

func openBuiltin(t *testing.T, name string, profile state.Profile) service.Call {
	t.Helper()
	data, err := file.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	tenant, err := state.New(state.NewClock(begin, profile), data.Records...)
	if err != nil {
		t.Fatal(err)
	}
	tx := tenant.Begin()
	t.Cleanup(tx.Abort)
	return service.Call{Tx: tx, Cause: state.Cause{Cmdlet: "Test", File: "test.ps1", Line: 1, Column: 1}}
}

// refused checks that the error is the violation of a rule, with its exact text, and that the operation changed nothing.
func refused(t *testing.T, c service.Call, err error, rule, text string) {
	t.Helper()
	v := rules.As(err)
	switch {
	case v == nil:
		t.Fatalf("not refused: %v", err)
	case v.Rule != rule || v.Message != text:
		t.Errorf("refused by %s: %s\n            want %s: %s", v.Rule, v.Message, rule, text)
	}
	if j := c.Tx.Journal(); len(j) > 0 {
		t.Errorf("refused and yet %d changes, the first %s %s", len(j), j[0].Action, j[0].Key)
	}
}

// done fails the test on an error.
func done(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// found checks that a finding of the rule about the key stands.
func found(t *testing.T, c service.Call, rule, key string) {
	t.Helper()
	if !c.Tx.HasFinding(rule, key) {
		t.Errorf("no finding %s about %s; there are %v", rule, key, c.Tx.Findings())
	}
}

// none checks that no finding of the rule about the key stands.
func none(t *testing.T, c service.Call, rule, key string) {
	t.Helper()
	if c.Tx.HasFinding(rule, key) {
		t.Errorf("finding %s about %s", rule, key)
	}
}

// edit changes a record outside of the journal's view: what the tenant was like before.
func edit(t *testing.T, c service.Call, identity string, change func(*state.User)) service.Call {
	t.Helper()
	u := c.Tx.UserByIdentity(identity).Clone()
	change(u)
	return settled(t, c, u)
}

func editNumber(t *testing.T, c service.Call, number string, change func(*state.PhoneNumber)) service.Call {
	t.Helper()
	n := c.Tx.Number(number).Clone()
	change(n)
	return settled(t, c, n)
}

func settled(t *testing.T, c service.Call, r state.Record) service.Call {
	t.Helper()
	c.Tx.Put(c.Cause, r)
	c.Tx.Commit()
	c.Tx = c.Tx.Tenant().Begin()
	t.Cleanup(c.Tx.Abort)
	return c
}

func user(c service.Call, identity string) *state.User { return c.Tx.UserByIdentity(identity) }

func assign(c service.Call, identity, number string, kind state.NumberType) error {
	return service.AssignNumber(c, service.Assignment{Identity: identity, Number: number, Type: string(kind)})
}

func unassign(c service.Call, identity, number string, kind state.NumberType) error {
	return service.UnassignNumber(c, service.Unassignment{Identity: identity, Number: number, Type: string(kind)})
}
