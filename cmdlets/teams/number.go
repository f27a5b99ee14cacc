package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state/service"
)

// setNumber is Set-CsPhoneNumberAssignment (semantics 2.6): the parameter set says what is meant.
var setNumber = &online.Behavior{Name: "Set-CsPhoneNumberAssignment", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	number := a.Text("TelephoneNumber")
	switch c.Set {
	case "Attribute":
		err = service.SetEnterpriseVoice(call, a.Text("Identity"), a.Flag("EnterpriseVoiceEnabled"))
	case "LocationUpdate":
		err = service.SetNumberLocation(call, number, a.Text("LocationId"))
	case "NetworkSiteUpdate":
		err = service.SetNumberNetworkSite(call, number, a.Text("NetworkSiteId"))
	case "ReverseNumberLookupUpdate":
		err = service.SetNumberReverseLookup(call, number, a.Texts("ReverseNumberLookup"))
	default:
		err = service.AssignNumber(call, service.Assignment{
			Identity: a.Text("Identity"), Number: number, Type: a.Text("NumberType"), LocationID: a.Text("LocationId"),
			NetworkSiteID: a.Text("NetworkSiteId"), Category: a.Text("AssignmentCategory"), ReverseLookup: a.Texts("ReverseNumberLookup"),
		})
	}
	if err != nil {
		return online.Fail(c, err, "")
	}
	return nil
}}

// removeNumber is Remove-CsPhoneNumberAssignment (semantics 2.7).
var removeNumber = &online.Behavior{Name: "Remove-CsPhoneNumberAssignment", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Flag("RemoveAll") {
		err = service.UnassignAll(call, a.Text("Identity"))
	} else {
		err = service.UnassignNumber(call, service.Unassignment{
			Identity: a.Text("Identity"), Number: a.Text("TelephoneNumber"), Type: a.Text("NumberType"),
			BlockForever: a.Flag("AssignmentBlockedForever"), BlockDays: a.Number("AssignmentBlockedDays"),
		})
	}
	if err != nil {
		return online.Fail(c, err, "")
	}
	return nil
}}

// getNumber is Get-CsPhoneNumberAssignment (semantics 2.8).
var getNumber = &online.Behavior{Name: "Get-CsPhoneNumberAssignment", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	var capabilities []string
	for _, s := range a.Texts("CapabilitiesContain") {
		for _, x := range strings.Split(s, ",") {
			capabilities = append(capabilities, strings.TrimSpace(x))
		}
	}
	list, err := service.NumberAssignments(call, service.NumberQuery{
		Number: a.Text("TelephoneNumber"), Contains: a.Text("TelephoneNumberContain"), StartsWith: a.Text("TelephoneNumberStartsWith"),
		GreaterThan: a.Text("TelephoneNumberGreaterThan"), LessThan: a.Text("TelephoneNumberLessThan"), Type: a.Text("NumberType"),
		ActivationState: a.Text("ActivationState"), AssignmentStatus: a.Text("PstnAssignmentStatus"), Target: a.Text("AssignedPstnTargetId"),
		Category: a.Text("AssignmentCategory"), Capabilities: capabilities, CivicAddressID: a.Text("CivicAddressId"), LocationID: a.Text("LocationId"),
		NetworkSiteID: a.Text("NetworkSiteId"), Country: a.Text("IsoCountryCode"), Filter: a.Text("Filter"), Skip: a.Number("Skip"), Top: a.Number("Top"),
	})
	if err != nil {
		return online.Fail(c, err, "")
	}
	for _, n := range list {
		if err := c.Write(numberObject(n)); err != nil {
			return err
		}
	}
	return nil
}}

func numberObject(n service.NumberView) value.Value {
	return online.New(typeNumber).Text("TelephoneNumber", n.Number).Optional("OperatorId", n.OperatorID).Text("NumberType", string(n.Type)).
		Text("ActivationState", n.ActivationState).Optional("AssignedPstnTargetId", n.Target).Optional("AssignmentCategory", n.Category).
		Texts("Capability", n.Capabilities).Optional("City", n.City).Optional("CivicAddressId", n.CivicAddressID).Optional("IsoCountryCode", n.Country).
		Optional("IsoSubdivision", n.Subdivision).Optional("LocationId", n.LocationID).Flag("LocationUpdateSupported", n.LocationUpdateSupported).
		Optional("NetworkSiteId", n.NetworkSiteID).Optional("PortInOrderStatus", n.PortInStatus).Text("PstnAssignmentStatus", n.Status).
		Optional("PstnPartnerId", n.PartnerID).Optional("PstnPartnerName", n.PartnerName).Optional("NumberSource", n.Source).
		Texts("ReverseNumberLookup", n.ReverseLookup).Texts("Tag", n.Tags).Text("AssignmentBlockedState", n.BlockedState).
		Time("AssignmentBlockedUntil", n.BlockedUntil).Optional("SmsActivationState", n.SmsState).Value()
}

// getTelephoneNumber is retired: it only says so [M].
var getTelephoneNumber = &online.Behavior{Name: "Get-CsOnlineTelephoneNumber", Run: func(c *runtime.Call) error {
	return online.Complain(c, "This cmdlet is no longer supported, please consult public documentation")
}}
