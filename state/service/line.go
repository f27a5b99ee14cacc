package service

import (
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// DeprecatedOnPremLine is the warning of Set-CsUser -OnPremLineURI [M][O 9244].
const DeprecatedOnPremLine = "OnPremLineURI will be deprecated. Please use LineURI to update user's phone number."

// LineChange is what Set-CsUser asks for.
type LineChange struct {
	Identity string
	// LineURI and OnPremLineURI are given when not nil; an empty text clears.
	LineURI       *string
	OnPremLineURI *string
	// EnterpriseVoiceEnabled is given when not nil.
	EnterpriseVoiceEnabled *bool
	// HostedVoiceMail is accepted and has no effect in Teams.
	HostedVoiceMail *bool
}

// SetUserLine is Set-CsUser: it assigns or clears a Direct Routing number and
// switches Enterprise Voice. The texts returned are warnings to print, also when
// there is an error. Clearing does not touch Enterprise Voice. Rules R1, R2, R4,
// R8, R10, R12, R19, R20.
func SetUserLine(c Call, l LineChange) (warnings []string, err error) {
	Settle(c)
	line := l.LineURI
	if l.OnPremLineURI != nil {
		if line != nil {
			return nil, rules.New("R8", "BothLines", l.Identity)
		}
		line = l.OnPremLineURI
		warnings = []string{DeprecatedOnPremLine}
	}
	u := c.Tx.UserByIdentity(l.Identity)
	if u == nil || !u.SoftDeletedAt.IsZero() {
		return warnings, rules.New("R4", "Set-CsUser", l.Identity, "identity", l.Identity)
	}
	if line != nil {
		if err := c.setLine(u, l.Identity, strings.TrimSpace(*line)); err != nil {
			return warnings, err
		}
		u = c.Tx.User(u.ObjectID)
	}
	if l.EnterpriseVoiceEnabled != nil {
		if err := c.switchVoice(u, *l.EnterpriseVoiceEnabled); err != nil {
			return warnings, err
		}
	}
	return warnings, nil
}

func (c Call) setLine(u *state.User, identity, line string) error {
	if line != "" {
		number, ok := StoredNumber(withoutTel(line), true)
		if !ok {
			return invalidNumber(line, state.DirectRouting)
		}
		return c.assign(request{
			identity: identity, number: number, given: number, kind: state.DirectRouting,
			category: state.CategoryPrimary, variant: "Set-CsUser",
		})
	}
	if u.OnPremLine != "" {
		return rules.New("R20", "", u.UserPrincipalName, "id", u.ObjectID)
	}
	if u.CloudLine == "" {
		return nil
	}
	n := c.Tx.Number(u.CloudLine)
	if n != nil && n.Type != state.DirectRouting {
		return rules.New("R19", "", u.UserPrincipalName)
	}
	c.clearLine(u, n)
	return nil
}

// clearLine frees the number but leaves Enterprise Voice as it is [S].
func (c Call) clearLine(u *state.User, n *state.PhoneNumber) {
	if n != nil {
		c.vacate(u, n, "")
	}
	changed := u.Clone()
	changed.CloudLine = ""
	c.Tx.Lag(state.L3, state.KindUser, u.ObjectID, u)
	c.Tx.Lag(state.L2, state.KindUser, u.ObjectID, u)
	c.put(changed)
}

// SetVoiceUser is Set-CsOnlineVoiceUser: it assigns the number with its own type
// from the tenant's inventory; an empty number unassigns the user's Calling Plan
// or Operator Connect number. Rules as [AssignNumber].
func SetVoiceUser(c Call, identity, number, locationID string) error {
	Settle(c)
	u, err := c.holder(identity, "Set-CsUser")
	if err != nil {
		return err
	}
	if strings.TrimSpace(number) == "" {
		if n := c.Tx.Number(u.CloudLine); n != nil && n.Type != state.DirectRouting {
			c.release(u, n, "")
			c.Tx.Retract("R14a", u.UserPrincipalName)
		}
		return nil
	}
	stored, ok := StoredNumber(withoutTel(number), true)
	if !ok {
		return invalidNumber(number, "")
	}
	n := c.Tx.Number(stored)
	if n == nil {
		return c.notFoundNumber(stored)
	}
	return c.assign(request{
		identity: identity, number: stored, given: stored, kind: n.Type, category: state.CategoryPrimary,
		location: locationID, voice: true,
	})
}

// VoiceUserView is what Get-CsOnlineVoiceUser shows.
type VoiceUserView struct {
	Name      string
	ID        string
	SipDomain string
	TenantID  string
	// Number is LineUri without "tel:".
	Number     string
	LocationID string
	// PSTNConnectivity is "Online" or "OnPremises".
	PSTNConnectivity       string
	UsageLocation          string
	EnterpriseVoiceEnabled bool
}

// VoiceUser is Get-CsOnlineVoiceUser for one user: nil with a warning text when
// the user is not voice-enabled [M]. Rules R27, R40.
func VoiceUser(c Call, identity string) (view *VoiceUserView, warning string, err error) {
	u, err := User(c, identity)
	if err != nil {
		return nil, "", err
	}
	if !u.EnterpriseVoice {
		return nil, "User " + u.ObjectID + " is not voice user", nil
	}
	v := c.voiceUser(u)
	return &v, "", nil
}

// VoiceUsers is Get-CsOnlineVoiceUser for all voice-enabled users, by UPN.
func VoiceUsers(c Call) ([]VoiceUserView, error) {
	list, err := Users(c, UserQuery{Filter: "EnterpriseVoiceEnabled -eq $true", Limit: -1})
	if err != nil {
		return nil, err
	}
	out := make([]VoiceUserView, len(list))
	for i, u := range list {
		out[i] = c.voiceUser(u)
	}
	return out, nil
}

func (c Call) voiceUser(u *UserView) VoiceUserView {
	v := VoiceUserView{
		Name: u.DisplayName, ID: u.ObjectID, TenantID: c.Tx.Organization().TenantID,
		Number: withoutTel(u.LineURI), PSTNConnectivity: "Online",
		UsageLocation: u.UsageLocation, EnterpriseVoiceEnabled: u.EnterpriseVoice,
	}
	if _, domain, ok := strings.Cut(u.SipAddress, "@"); ok {
		v.SipDomain = domain
	}
	if n := c.Tx.Number(u.CloudLine); n != nil {
		v.LocationID = n.LocationID
		if n.Type == state.DirectRouting {
			v.PSTNConnectivity = "OnPremises"
		}
	} else if u.OnPremLine != "" {
		v.PSTNConnectivity = "OnPremises"
	}
	return v
}
