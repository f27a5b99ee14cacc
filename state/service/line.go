package service

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

// VoiceUserView is what Get-CsOnlineVoiceUser shows.
type VoiceUserView struct {
	Name      string
	ID        string
	SipDomain string
	TenantID  string
	// Number has neither "tel:" nor plus removed: it is LineUri without "tel:".
	Number     string
	LocationID string
	// PSTNConnectivity is "Online" or "OnPremises".
	PSTNConnectivity       string
	UsageLocation          string
	EnterpriseVoiceEnabled bool
}
