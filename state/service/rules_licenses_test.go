package service_test

import (
	"testing"
	"time"

	"rehearse/state"
	"rehearse/state/service"
)

// Sections 3.2 and 3.8 of the rules: licences and the licence service.

func swap(c service.Call, identity string, add, remove string) error {
	l := service.LicenseChange{Identity: identity}
	if add != "" {
		l.Add = []service.LicenseAdd{{Sku: add}}
	}
	if remove != "" {
		l.Remove = []string{remove}
	}
	_, err := service.ChangeLicenses(c, l)
	return err
}

func TestR10_NoPhoneSystem(t *testing.T) {
	c := open(t, state.Fast)
	id := user(c, olga).ObjectID
	refused(t, c, assign(c, olga, directNumber, state.DirectRouting), "R10", "User '"+id+"' lacks appropriate licenses to assign a 'DirectRouting' number.")
	refused(t, c, assign(c, olga, pureIP, state.OperatorConnect), "R10", "User '"+id+"' lacks appropriate licenses to assign a 'OperatorConnect' number.")
	c = edit(t, c, kate, func(u *state.User) {
		u.Licenses[0].DisabledPlans = []string{"4828c8ec-dc2e-4779-b502-87ac9ce28ab7"} // MCOEV
	})
	refused(t, c, assign(c, kate, directNumber, state.DirectRouting), "R10", "User '"+user(c, kate).ObjectID+"' lacks appropriate licenses to assign a 'DirectRouting' number.")
}

func TestR11_NoCallingPlan(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, assign(c, kate, spare, state.CallingPlan), "R11", "User '"+user(c, kate).ObjectID+"' lacks appropriate licenses to assign a 'CallingPlan' number.")
}

func TestR12_EnterpriseVoiceWithoutLicence(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, service.SetEnterpriseVoice(c, olga, true), "R12", "User '"+user(c, olga).ObjectID+"' lacks appropriate licenses to enable Enterprise Voice.")
	done(t, service.SetEnterpriseVoice(c, kate, true))
}

func TestR13_CountryOfTheNumber(t *testing.T) {
	c := open(t, state.Fast)
	text := "The Telephone Number assignment failed. The country of the user’s Usage Location DE and the country of the Telephone Number US do not match."
	refused(t, c, assign(c, quentin, pureIP, state.OperatorConnect), "R13", text)
	done(t, assign(c, quentin, directNumber, state.DirectRouting)) // Direct Routing does not care
}

func TestR14_ResourceAccountLicence(t *testing.T) {
	c := edit(t, open(t, state.Fast), mainline, func(u *state.User) { u.Licenses = nil })
	refused(t, c, assign(c, mainline, directNumber, state.DirectRouting), "R14", "User '"+user(c, mainline).ObjectID+"' lacks appropriate licenses to assign a 'DirectRouting' number.")
}

func TestR14a_LicenceRemoved(t *testing.T) {
	for _, test := range []struct{ who, number, sku string }{{alice, aliceNumber, "MCOPSTN1"}, {grace, graceNumber, "SPE_E5"}} {
		c := open(t, state.Fast)
		done(t, swap(c, test.who, "", test.sku))
		if user(c, test.who).CloudLine == "" {
			t.Errorf("%s: the line is gone before the service noticed", test.who)
		}
		service.Advance(c, 31*time.Minute)
		if u := user(c, test.who); u.CloudLine != "" || u.EnterpriseVoiceEnabled {
			t.Errorf("%s: line %q, Enterprise Voice %v after L1", test.who, u.CloudLine, u.EnterpriseVoiceEnabled)
		}
		if n := c.Tx.Number(test.number); n != nil && n.Assigned() {
			t.Errorf("%s is still assigned", test.number)
		}
	}
}

func TestR70_NoUsageLocation(t *testing.T) {
	c := edit(t, open(t, state.Fast), kate, func(u *state.User) { u.UsageLocation = "" })
	refused(t, c, swap(c, kate, "MCOPSTN1", ""), "R70", "License assignment cannot be done for user with invalid usage location.")
}

func TestR71_NoneLeft(t *testing.T) {
	c := open(t, state.Fast)
	for _, s := range service.Subscriptions(c) {
		if s.SkuPartNumber == "MCOPSTN1" {
			changed := *s.Subscription
			changed.Enabled = s.ConsumedUnits
			c = settled(t, c, &changed)
			refused(t, c, swap(c, kate, "MCOPSTN1", ""), "R71", "Subscription with SKU "+s.SkuID+" does not have any available licenses.")
			return
		}
	}
	t.Fatal("the tenant owns no MCOPSTN1")
}

func TestR72_RemovingWhatIsNotThere(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, swap(c, kate, "", "MCOPSTN1"), "R72", "User does not have a corresponding license.")
}

func TestR74_InheritedFromAGroup(t *testing.T) {
	c := edit(t, open(t, state.Fast), alice, func(u *state.User) {
		for i := range u.Licenses {
			u.Licenses[i].Group = "11111111-2222-3333-4444-555555555555"
		}
	})
	refused(t, c, swap(c, alice, "", "MCOPSTN1"), "R74", "User license is inherited from a group membership and it cannot be removed directly from the user.")
}

func TestR75_SwapInOneCall(t *testing.T) {
	c := open(t, state.Fast)
	done(t, swap(c, alice, "MCOPSTN2", "MCOPSTN1"))
	service.Advance(c, time.Hour)
	if got := user(c, alice).CloudLine; got != aliceNumber {
		t.Errorf("the number did not survive the swap: %q", got)
	}
}

func TestR76_ReprocessingDirectLicences(t *testing.T) {
	c := open(t, state.Fast)
	before := user(c, alice).Licenses
	_, err := service.ReprocessLicenses(c, alice)
	done(t, err)
	service.Advance(c, time.Hour)
	if u := user(c, alice); len(u.Licenses) != len(before) || u.CloudLine != aliceNumber {
		t.Errorf("reprocessing touched direct licences: %v, line %q", u.Licenses, u.CloudLine)
	}
}

func TestR77_TooEarlyAfterALicenceChange(t *testing.T) {
	move := func(profile state.Profile, wait time.Duration) (service.Call, error) {
		c := open(t, profile)
		done(t, unassign(c, alice, aliceNumber, state.CallingPlan))
		done(t, swap(c, alice, "", "MCOPSTN1"))
		service.Advance(c, wait)
		return c, assign(c, alice, pureIP, state.OperatorConnect)
	}
	c, err := move(state.Fast, 5*time.Minute)
	done(t, err)
	found(t, c, "R77", alice)
	c, err = move(state.Fast, 30*time.Minute)
	done(t, err)
	none(t, c, "R77", alice)
	c, err = move(state.Strict, 15*time.Minute) // the number has settled (L2), the licence has not (L1)
	if err == nil || err.Error() != "User '"+user(c, alice).ObjectID+"' still has an active Calling Plan." {
		t.Errorf("strict: %v", err)
	}
}

func TestR77_LicenceLeftInPlace(t *testing.T) {
	c := open(t, state.Fast)
	done(t, unassign(c, alice, aliceNumber, state.CallingPlan))
	done(t, assign(c, alice, pureIP, state.OperatorConnect))
	found(t, c, "R77", alice)
}
