package service

import (
	"strings"

	"rehearse/state"
)

// numberFilter compiles the -Filter of Get-CsPhoneNumberAssignment; nil for an
// empty one.
func numberFilter(filter string) (func(Call, *state.PhoneNumber) bool, error) {
	cond, err := parseFilter(filter)
	if err != nil || cond == nil {
		return nil, err
	}
	return compileFilter(cond, numberGetter)
}

// numberGetter finds the attributes of semantics.md 2.8, with their second names;
// nil for others.
func numberGetter(name string) func(Call, *state.PhoneNumber) operand {
	get := numberProperty(strings.ToLower(name))
	if get == nil {
		return nil
	}
	return func(_ Call, n *state.PhoneNumber) operand { return get(n) }
}

func numberProperty(name string) func(*state.PhoneNumber) operand {
	switch name {
	case "telephonenumber":
		return func(n *state.PhoneNumber) operand { return phone(n.Number) }
	case "operatorid":
		return func(n *state.PhoneNumber) operand { return text(n.OperatorID) }
	case "pstnassignmentstatus", "assignmentstatus":
		return func(n *state.PhoneNumber) operand { return text(n.Status) }
	case "activationstate":
		return func(n *state.PhoneNumber) operand { return text(n.ActivationState) }
	case "isocountrycode":
		return func(n *state.PhoneNumber) operand { return text(n.Country) }
	case "capability", "acquiredcapabilities":
		return func(n *state.PhoneNumber) operand { return list(n.Capabilities) }
	case "isoperatorconnect":
		return func(n *state.PhoneNumber) operand { return truth(n.Type == state.OperatorConnect) }
	case "pstnpartnername", "partnername":
		return func(n *state.PhoneNumber) operand { return text(n.PartnerName) }
	case "locationid":
		return func(n *state.PhoneNumber) operand { return text(n.LocationID) }
	case "civicaddressid":
		return func(n *state.PhoneNumber) operand { return text(n.CivicAddressID) }
	case "networksiteid":
		return func(n *state.PhoneNumber) operand { return text(n.NetworkSiteID) }
	case "numbertype":
		return func(n *state.PhoneNumber) operand { return text(string(n.Type)) }
	case "assignedpstntargetid", "targetid":
		return func(n *state.PhoneNumber) operand { return text(n.Target) }
	case "targettype":
		return func(n *state.PhoneNumber) operand { return text(targetType(n)) }
	case "assignmentcategory":
		return func(n *state.PhoneNumber) operand { return text(n.Category) }
	case "reversenumberlookup":
		return func(n *state.PhoneNumber) operand { return list(n.ReverseLookup) }
	case "smsactivationstate":
		return func(n *state.PhoneNumber) operand { return text(n.SmsState) }
	case "tags", "tag":
		return func(n *state.PhoneNumber) operand { return list(n.Tags) }
	case "resourceaccountsharedcallingpolicysupported", "supportedcustomeractions", "routingoptions":
		return func(*state.PhoneNumber) operand { return operand{} }
	}
	return nil
}

func targetType(n *state.PhoneNumber) string {
	switch n.Status {
	case state.StatusUserAssigned:
		return "User"
	case state.StatusVoiceApplication:
		return "VoiceApplication"
	case state.StatusConference:
		return "Conference"
	case state.StatusPolicy:
		return "Policy"
	}
	return ""
}
