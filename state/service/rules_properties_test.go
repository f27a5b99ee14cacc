package service_test

import (
	"testing"
	"time"

	"rehearse/state"
	"rehearse/state/service"
)

// Section 3.3 of the rules: number properties.

func TestR15_Capability(t *testing.T) {
	c := editNumber(t, open(t, state.Fast), pureIP, func(n *state.PhoneNumber) { n.Capabilities = []string{"VoiceApplicationAssignment"} })
	refused(t, c, assign(c, kate, pureIP, state.OperatorConnect), "R15", "Telephone Number '"+pureIP+"' does not have the capability required for this assignment.")
}

func TestR16_Blocked(t *testing.T) {
	c := editNumber(t, open(t, state.Fast), pureIP, func(n *state.PhoneNumber) {
		n.Blocked, n.BlockedTo = state.BlockedUntil, begin.Add(24*time.Hour)
	})
	refused(t, c, assign(c, kate, pureIP, state.OperatorConnect), "R16", "Telephone Number '"+pureIP+"' is blocked from assignment.")
	service.Advance(c, 25*time.Hour) // lapses by the clock
	done(t, assign(c, kate, pureIP, state.OperatorConnect))
}

func TestR17_LocationMissing(t *testing.T) {
	c := editNumber(t, open(t, state.Fast), spare, func(n *state.PhoneNumber) { n.LocationID, n.CivicAddressID = "", "" })
	c = edit(t, c, kate, func(u *state.User) { u.Licenses = user(c, alice).Licenses })
	refused(t, c, assign(c, kate, spare, state.CallingPlan), "R17", "An emergency location is required to assign the telephone number '"+spare+"'. Specify LocationId.")
}

func TestR18_WrongLocation(t *testing.T) {
	c := edit(t, open(t, state.Fast), kate, func(u *state.User) { u.Licenses = user(open(t, state.Fast), alice).Licenses })
	err := service.AssignNumber(c, service.Assignment{Identity: kate, Number: spare, Type: "CallingPlan", LocationID: "11111111-2222-3333-4444-555555555555"})
	refused(t, c, err, "R18", "Location '11111111-2222-3333-4444-555555555555' is not found.")
}

func TestR19_TheOperatorKeepsTheAddress(t *testing.T) {
	c := open(t, state.Fast)
	location := c.Tx.Number(pureIP).LocationID
	err := service.AssignNumber(c, service.Assignment{Identity: kate, Number: pureIP, Type: "OperatorConnect", LocationID: location})
	refused(t, c, err, "R19", "Contact your operator to change the emergency address for this number.")
}

func TestR20_SyncedFromTheLocalDirectory(t *testing.T) {
	c := open(t, state.Fast)
	text := "The user '" + user(c, rita).ObjectID + "' already has a telephone number set in the on-premises Active Directory and synchronized to the cloud." +
		" To manage this user's telephone number in the cloud, first clear the phone number in the on-premises directory and synchronize to Active Directory."
	refused(t, c, assign(c, rita, pureIP, state.OperatorConnect), "R20", text)
	done(t, service.SetOnPremLine(c, rita, ""))
	service.Advance(c, time.Hour)
	done(t, assign(c, rita, pureIP, state.OperatorConnect))
}

func TestR21_DirectRoutingLeftover(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, assign(c, grace, pureIP, state.OperatorConnect), "R21",
		"The user '"+user(c, grace).ObjectID+"' already has a telephone number assigned. Remove the existing number before assigning a new one.")
}

func TestR22_RoutingPolicyLeftOver(t *testing.T) {
	c := open(t, state.Fast)
	done(t, unassign(c, grace, graceNumber, state.DirectRouting))
	done(t, assign(c, grace, pureIP, state.OperatorConnect))
	found(t, c, "R22", grace)
	done(t, service.GrantPolicy(c, service.Grant{Type: state.PolicyVoiceRouting, Identity: grace}))
	none(t, c, "R22", grace)
}

func TestR23_CountryNotEnabled(t *testing.T) {
	c := open(t, state.Fast)
	results, err := service.UploadNumbers(c, "Pure IP", []service.UploadRow{{Number: "+31201234567", Country: "NL"}})
	done(t, err)
	if len(results) != 1 || results[0].Err == nil || results[0].Err.Error() != "Pure IP is not enabled for NL in this tenant." {
		t.Errorf("%+v", results)
	}
}

func TestR23_SuspendedOperator(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.SuspendOperator(c, "Pure IP")
	done(t, err)
	_, err = service.UploadNumbers(c, "Pure IP", []service.UploadRow{{Number: "+14158000799"}})
	if err == nil || err.Error() != "Pure IP is suspended in this tenant and cannot upload numbers." {
		t.Errorf("%v", err)
	}
}
