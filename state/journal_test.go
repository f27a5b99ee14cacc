package state_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rehearse/state"
	"rehearse/state/file"
	"rehearse/state/service"
)

var begin = time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)

// fresh is a new copy of the built-in tenant.
func fresh(profile state.Profile) *state.Tenant {
	data, err := file.Builtin("contoso")
	if err != nil {
		panic(err)
	}
	tenant, err := state.New(state.NewClock(begin, profile), data.Records...)
	if err != nil {
		panic(err)
	}
	return tenant
}

// content is every record by kind and id.
func content(tx *state.Tx) map[string]state.Record {
	out := make(map[string]state.Record)
	for _, kind := range state.Kinds() {
		for r := range tx.All(kind) {
			out[string(kind)+" "+r.ID()] = r
		}
	}
	return out
}

// anything draws one operation on the tenant and does it. A refusal is as good as a success.
func anything(t *rapid.T, c service.Call) {
	users := slices.Collect(c.Tx.Users())
	numbers := slices.Collect(c.Tx.Numbers())
	user := rapid.SampledFrom(users).Draw(t, "user").UserPrincipalName
	number := rapid.SampledFrom(numbers).Draw(t, "number")
	sku := rapid.SampledFrom(c.Tx.Subscriptions()).Draw(t, "sku").SkuID
	kind := rapid.SampledFrom([]state.NumberType{number.Type, number.Type, state.DirectRouting}).Draw(t, "type")
	policy := rapid.SampledFrom([]string{"", "DR-US", "New"}).Draw(t, "policy")
	c.Cause.Line = rapid.IntRange(1, 99).Draw(t, "line")
	operations := []func() error{
		func() error {
			return service.AssignNumber(c, service.Assignment{Identity: user, Number: number.Number, Type: string(kind)})
		},
		func() error {
			return service.UnassignNumber(c, service.Unassignment{Identity: user, Number: number.Number, Type: string(kind)})
		},
		func() error { return service.UnassignAll(c, user) },
		func() error {
			_, err := service.ChangeLicenses(c, service.LicenseChange{Identity: user, Add: []service.LicenseAdd{{Sku: sku}}})
			return err
		},
		func() error {
			_, err := service.ChangeLicenses(c, service.LicenseChange{Identity: user, Remove: []string{sku}})
			return err
		},
		func() error {
			return service.GrantPolicy(c, service.Grant{Type: state.PolicyVoiceRouting, Identity: user, Policy: policy})
		},
		func() error {
			_, err := service.NewVoiceRoutingPolicy(c, service.RoutingPolicyChange{Identity: "New", Usages: service.Replace("US-Local")})
			return err
		},
		func() error { return service.RemoveVoiceRoutingPolicy(c, "New") },
		func() error { _, err := service.SuspendOperator(c, "Pure IP"); return err },
		func() error {
			_, err := service.UploadNumbers(c, "Pure IP", []service.UploadRow{{Number: "+14158000801", User: user}})
			return err
		},
		func() error { _, err := service.ReleaseNumbers(c, "Pure IP", []string{number.Number}); return err },
		func() error { service.Advance(c, 20*time.Minute); return nil },
	}
	_ = rapid.SampledFrom(operations).Draw(t, "operation")() // refused or done
}

// TestJournal: the journal alone leads from the tenant before to the tenant after, and back.
func TestJournal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		profile := rapid.SampledFrom([]state.Profile{state.Fast, state.Typical, state.Strict}).Draw(t, "profile")
		tenant := fresh(profile)
		tx := tenant.Begin()
		before := content(tx)
		c := service.Call{Tx: tx, Cause: state.Cause{Cmdlet: "Test", File: "test.ps1"}}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			anything(t, c)
		}
		after, journal := content(tx), tx.Journal()
		holders(t, tx)

		for _, j := range []state.Journal{journal, journal.Net()} {
			replayed := fresh(profile).Begin()
			replayed.Replay(j)
			same(t, "replayed", after, content(replayed))
			replayed.Abort()
		}
		tx.Undo(journal, state.Cause{Cmdlet: "Undo"})
		same(t, "undone", before, content(tx))
		if net := tx.Journal().Net(); len(net) != 0 {
			t.Fatalf("there and back leaves %d changes, the first of %s", len(net), net[0].Key)
		}
		tx.Abort()
		again := tenant.View()
		same(t, "aborted", before, content(again))
	})
}

// holders checks that users and numbers agree on who holds what.
func holders(t *rapid.T, tx *state.Tx) {
	for u := range tx.Users() {
		if u.CloudLine == "" {
			continue
		}
		n := tx.Number(u.CloudLine)
		if n == nil || n.Target != u.ObjectID {
			t.Fatalf("%s has line %s, whose record is %+v", u.UserPrincipalName, u.CloudLine, n)
		}
	}
	for n := range tx.Numbers() {
		if !n.Assigned() {
			continue
		}
		u := tx.User(n.Target)
		if u == nil || n.Category == state.CategoryPrimary && u.CloudLine != n.Number {
			t.Fatalf("%s is assigned to %q, whose record is %+v", n.Number, n.Target, u)
		}
	}
}

func same(t *rapid.T, what string, want, got map[string]state.Record) {
	if len(want) != len(got) {
		t.Fatalf("%s: %d records, want %d", what, len(got), len(want))
	}
	for key, w := range want {
		g := got[key]
		if g == nil {
			t.Fatalf("%s: no %s", what, key)
		}
		if g == w {
			continue // records are immutable: the very same
		}
		if d := cmp.Diff(w.Fields(), g.Fields(), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%s: %s (-want +got):\n%s", what, key, d)
		}
	}
}
