package service

import (
	"slices"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// SetNumberLocation gives a number another emergency location; the word "null"
// takes it away, where the number permits it. Rules R3, R8, R18, R19, R55.
func SetNumberLocation(c Call, number, locationID string) error {
	Settle(c)
	n, err := c.anyNumber(number)
	if err != nil {
		return err
	}
	if strings.EqualFold(locationID, "null") {
		if n.Type == state.CallingPlan || n.Type == state.OperatorConnect && (n.LocationLocked || n.LocationRequired && n.Assigned()) {
			return rules.New("R19", "", n.Number)
		}
		c.relocate(n, nil)
		return nil
	}
	location, err := c.checkLocation(n, request{number: n.Number, location: locationID})
	if err != nil {
		return err
	}
	if location == nil {
		return rules.New("R18", "", n.Number, "location", locationID)
	}
	c.relocate(n, location)
	return nil
}

func (c Call) relocate(n *state.PhoneNumber, location *state.Location) {
	changed := n.Clone()
	changed.LocationID, changed.CivicAddressID = "", ""
	if location != nil {
		changed.LocationID, changed.CivicAddressID = location.LocationID, location.CivicAddressID
	}
	c.Tx.Lag(state.L2, state.KindPhoneNumber, n.Number, n)
	c.put(changed)
}

// SetNumberNetworkSite sets the network site of a number; empty takes it away.
// Rules R3, R8.
func SetNumberNetworkSite(c Call, number, siteID string) error {
	Settle(c)
	n, err := c.anyNumber(number)
	if err != nil {
		return err
	}
	changed := n.Clone()
	changed.NetworkSiteID = siteID
	c.put(changed)
	return nil
}

// SetNumberReverseLookup sets the reverse number lookup of a number. Rules R3, R8.
func SetNumberReverseLookup(c Call, number string, values []string) error {
	Settle(c)
	n, err := c.anyNumber(number)
	if err != nil {
		return err
	}
	changed := n.Clone()
	changed.ReverseLookup = slices.Clone(values)
	c.put(changed)
	return nil
}

// SetEnterpriseVoice switches Enterprise Voice (Set-CsPhoneNumberAssignment
// -EnterpriseVoiceEnabled). Rules R4, R12, R42.
func SetEnterpriseVoice(c Call, identity string, enabled bool) error {
	Settle(c)
	u := c.Tx.UserByIdentity(identity)
	if u == nil || !u.SoftDeletedAt.IsZero() {
		return rules.New("R4", "", identity, "identity", identity)
	}
	return c.switchVoice(u, enabled)
}

func (c Call) switchVoice(u *state.User, enabled bool) error {
	if enabled {
		if u.UsageLocation == "MO" {
			return rules.New("R42", "voice", u.UserPrincipalName, "id", u.ObjectID)
		}
		if !c.hasFeature(u, featurePhoneSystem) && !c.hasFeature(u, featureVoiceApp) {
			return rules.New("R12", "", u.UserPrincipalName, "id", u.ObjectID)
		}
	}
	if u.EnterpriseVoiceEnabled == enabled {
		return nil
	}
	changed := u.Clone()
	changed.EnterpriseVoiceEnabled = enabled
	c.Tx.Lag(state.L3, state.KindUser, u.ObjectID, u)
	c.put(changed)
	return nil
}
