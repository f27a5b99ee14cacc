package service_test

import (
	"testing"

	"rehearse/state"
	"rehearse/state/service"
)

// Section 3.1 of the rules: number and user.

func TestR1_OnePrimaryNumber(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, assign(c, alice, spare, state.CallingPlan), "R1",
		"The user '"+user(c, alice).ObjectID+"' already has a telephone number assigned. Remove the existing number before assigning a new one.")
	done(t, assign(c, grace, directNumber, state.DirectRouting))
	if got := user(c, grace).CloudLine; got != directNumber {
		t.Errorf("Direct Routing replaces Direct Routing: the line is %s", got)
	}
	if c.Tx.Number(graceNumber) != nil {
		t.Error("the former Direct Routing number is still in the tenant")
	}
}

func TestR1_PrivateLineBesidePrimary(t *testing.T) {
	c := open(t, state.Fast)
	done(t, service.AssignNumber(c, service.Assignment{Identity: alice, Number: spare, Type: "CallingPlan", Category: "Private"}))
	if u := user(c, alice); u.CloudLine != aliceNumber || len(u.ExtraNumbers) != 1 || u.ExtraNumbers[0].Number != spare {
		t.Errorf("line %s, extra %v", u.CloudLine, u.ExtraNumbers)
	}
}

func TestR2_NumberInUse(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, assign(c, kate, aliceNumber, state.CallingPlan), "R2", "Telephone Number '+14155550101' has already been assigned to another user")
	line := "tel:" + graceNumber
	_, err := service.SetUserLine(c, service.LineChange{Identity: kate, LineURI: &line})
	refused(t, c, err, "R2", "14155550201 is assigned to another user")
}

func TestR3_NumberNotInTenant(t *testing.T) {
	c := open(t, state.Fast)
	id := c.Tx.Organization().TenantID
	for _, kind := range []state.NumberType{state.CallingPlan, state.OperatorConnect} {
		refused(t, c, assign(c, kate, directNumber, kind), "R3", "Telephone Number '+14155559001' is not found from tenant '"+id+"'")
	}
	refused(t, c, assign(c, kate, spare, state.OperatorConnect), "R3", "Telephone Number '+14155550150' is not found from tenant '"+id+"'")
	refused(t, c, unassign(c, alice, aliceNumber, state.OperatorConnect), "R3", "Telephone Number '+14155550101' is not found from tenant '"+id+"'")
	done(t, assign(c, kate, directNumber, state.DirectRouting))
}

func TestR4_UserNotFound(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, assign(c, nobody, spare, state.CallingPlan), "R4", "The user 'nobody@contoso.com' is not found")
	line := "tel:" + directNumber
	_, err := service.SetUserLine(c, service.LineChange{Identity: nobody, LineURI: &line})
	refused(t, c, err, "R4", "[NotFound] : userId was not found")
	c = edit(t, c, mainline, func(u *state.User) { u.ApplicationID = "" })
	refused(t, c, assign(c, mainline, directNumber, state.DirectRouting), "R4", "The user '"+mainline+"' is not found")
}

func TestR5_UnassigningFromTheWrongHolder(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, unassign(c, bob, aliceNumber, state.CallingPlan), "R5", "Telephone Number '+14155550101' is not assigned to user 'bob.bailey@contoso.com'")
	refused(t, c, unassign(c, bob, spare, state.CallingPlan), "R5", "Telephone Number '+14155550150' is not assigned to user 'bob.bailey@contoso.com'")
}

func TestR6_TheSameAgain(t *testing.T) {
	c := open(t, state.Fast)
	done(t, assign(c, alice, aliceNumber, state.CallingPlan))
	if n := len(c.Tx.Journal()); n != 0 {
		t.Errorf("%d changes", n)
	}
	c = edit(t, c, alice, func(u *state.User) { u.EnterpriseVoiceEnabled = false })
	done(t, assign(c, alice, aliceNumber, state.CallingPlan))
	if !user(c, alice).EnterpriseVoiceEnabled {
		t.Error("Enterprise Voice stayed off")
	}
}

func TestR7_Extensions(t *testing.T) {
	c := open(t, state.Fast)
	done(t, assign(c, kate, directNumber+";ext=1", state.DirectRouting))
	done(t, assign(c, liam, directNumber+";ext=2", state.DirectRouting))
	if user(c, kate).CloudLine == user(c, liam).CloudLine {
		t.Error("extensions of one base number are one number")
	}
}

func TestR8_NumberFormat(t *testing.T) {
	for _, number := range []string{"tel:+14155559001", "+1 415 555 9001", "415-555-9001", "0049x", "", "+1415555900112345678"} {
		c := open(t, state.Fast)
		refused(t, c, assign(c, kate, number, state.DirectRouting), "R8", "Invalid DirectRoutingTelephoneNumber '"+number+"'")
		refused(t, c, assign(c, kate, number, state.CallingPlan), "R8", "Invalid CallingPlanTelephoneNumber '"+number+"'")
	}
	c := open(t, state.Fast)
	refused(t, c, assign(c, kate, spare+";ext=1", state.CallingPlan), "R8", "Invalid CallingPlanTelephoneNumber '+14155550150;ext=1'")
	refused(t, c, assign(c, kate, spare, "Skype"), "R8", "Invalid NumberType 'Skype'. Use CallingPlan, DirectRouting or OperatorConnect.")
	done(t, assign(c, kate, "14158000701", "operatorconnect"))
	if got := user(c, kate).CloudLine; got != pureIP {
		t.Errorf("stored as %s", got)
	}
}

func TestR9_RemovingTheLastNumber(t *testing.T) {
	c := open(t, state.Fast)
	done(t, unassign(c, alice, aliceNumber, state.CallingPlan))
	if u := user(c, alice); u.CloudLine != "" || u.EnterpriseVoiceEnabled {
		t.Errorf("line %q, Enterprise Voice %v", u.CloudLine, u.EnterpriseVoiceEnabled)
	}
	if n := c.Tx.Number(aliceNumber); n == nil || n.Assigned() || n.Status != state.StatusUnassigned {
		t.Errorf("the number is %+v", n)
	}
	done(t, unassign(c, grace, graceNumber, state.DirectRouting))
	if c.Tx.Number(graceNumber) != nil {
		t.Error("a Direct Routing number outlives its assignment")
	}
}
