package state

import (
	"slices"
	"time"
)

// NumberType says who carries a number's calls.
type NumberType string

// The number types of Get-CsPhoneNumberAssignment.
const (
	CallingPlan     NumberType = "CallingPlan"
	DirectRouting   NumberType = "DirectRouting"
	OperatorConnect NumberType = "OperatorConnect"
)

// The values of PstnAssignmentStatus.
const (
	StatusUnassigned       = "Unassigned"
	StatusUserAssigned     = "UserAssigned"
	StatusConference       = "ConferenceAssigned"
	StatusVoiceApplication = "VoiceApplicationAssigned"
	StatusThirdPartyApp    = "ThirdPartyAppAssigned"
	StatusPolicy           = "PolicyAssigned"
)

// The values of ActivationState.
const (
	Activated         = "Activated"
	AssignmentPending = "AssignmentPending"
	AssignmentFailed  = "AssignmentFailed"
	UpdatePending     = "UpdatePending"
	UpdateFailed      = "UpdateFailed"
)

// The values of AssignmentBlockedState.
const (
	NotBlocked     = "NotBlocked"
	BlockedForever = "BlockedForever"
	BlockedUntil   = "BlockedUntil"
)

// The values of AssignmentCategory.
const (
	CategoryPrimary   = "Primary"
	CategoryPrivate   = "Private"
	CategoryAlternate = "Alternate"
)

// The fixed operator and partner ids of numbers that no operator supplied [D samples].
const (
	DirectRoutingOperatorID = "83d289bc-a4d3-41e6-8a3f-cff260a3f091"
	CallingPlanOperatorID   = "2b24d246-a9ee-428b-96bc-fb9d9a053c8d"
	MicrosoftPartnerID      = "7fc2f2eb-89aa-41d7-93de-73d015d22ff0"
)

// ZeroGUID is what the service shows where no address or location is set.
const ZeroGUID = "00000000-0000-0000-0000-000000000000"

// PhoneNumber is a number in the tenant, with the attributes of
// Get-CsPhoneNumberAssignment.
type PhoneNumber struct {
	// Number is E.164 with a leading plus; Direct Routing may add ";ext=".
	Number string
	Type   NumberType
	// OperatorID and PartnerID are GUIDs; PartnerName is the operator's name,
	// "Microsoft", or empty for Direct Routing.
	OperatorID  string
	PartnerID   string
	PartnerName string
	// ActivationState is "Activated" once a change has settled.
	ActivationState string
	// Target is the object id of the holder, or empty.
	Target string
	// Category is Primary, Private or Alternate while assigned.
	Category string
	// Status is the PstnAssignmentStatus.
	Status       string
	Capabilities []string
	City         string
	// Country is an ISO-2 code, or empty where it is unknown.
	Country     string
	Subdivision string
	// CivicAddressID and LocationID are empty when none is set.
	CivicAddressID string
	LocationID     string
	// LocationLocked says that the operator keeps the emergency address (R19).
	LocationLocked bool
	// LocationRequired says that assignment needs a location (R17, model b).
	LocationRequired bool
	NetworkSiteID    string
	PortInStatus     string
	// Source is "Online", or "OnPremises" for synced Direct Routing numbers.
	Source        string
	ReverseLookup []string
	Tags          []string
	// Blocked is the AssignmentBlockedState; BlockedTo its end, if any (R16).
	Blocked   string
	BlockedTo time.Time
	SmsState  string
	// Uploaded says that a Direct Routing number was uploaded and therefore
	// outlives its assignment.
	Uploaded bool
}

// Kind implements [Record].
func (n *PhoneNumber) Kind() Kind { return KindPhoneNumber }

// Key implements [Record]: the number itself.
func (n *PhoneNumber) Key() string { return n.Number }

// ID implements [Record]: the number itself.
func (n *PhoneNumber) ID() string { return n.Number }

// Clone returns a copy that may be changed.
func (n *PhoneNumber) Clone() *PhoneNumber {
	c := *n
	c.Capabilities = slices.Clone(n.Capabilities)
	c.ReverseLookup = slices.Clone(n.ReverseLookup)
	c.Tags = slices.Clone(n.Tags)
	return &c
}

// Assigned reports whether somebody holds the number.
func (n *PhoneNumber) Assigned() bool { return n.Target != "" }

// Can reports whether the number has the capability.
func (n *PhoneNumber) Can(capability string) bool {
	return slices.Contains(n.Capabilities, capability)
}

// Fields implements [Record].
func (n *PhoneNumber) Fields() Fields {
	f := make(Fields, 0, 24)
	f.set("telephoneNumber", n.Number)
	f.set("numberType", string(n.Type))
	f.set("operatorId", n.OperatorID)
	f.set("partnerId", n.PartnerID)
	f.set("partnerName", n.PartnerName)
	f.set("activationState", n.ActivationState)
	f.set("assignedPstnTargetId", n.Target)
	f.set("assignmentCategory", n.Category)
	f.set("pstnAssignmentStatus", n.Status)
	f.set("capability", n.Capabilities)
	f.set("city", n.City)
	f.set("isoCountryCode", n.Country)
	f.set("isoSubdivision", n.Subdivision)
	f.set("civicAddressId", n.CivicAddressID)
	f.set("locationId", n.LocationID)
	f.set("locationLocked", n.LocationLocked)
	f.set("locationRequired", n.LocationRequired)
	f.set("networkSiteId", n.NetworkSiteID)
	f.set("portInOrderStatus", n.PortInStatus)
	f.set("numberSource", n.Source)
	f.set("reverseNumberLookup", n.ReverseLookup)
	f.set("tag", n.Tags)
	if n.Blocked != NotBlocked {
		f.set("assignmentBlockedState", n.Blocked)
	}
	f.set("assignmentBlockedUntil", n.BlockedTo)
	f.set("smsActivationState", n.SmsState)
	f.set("uploaded", n.Uploaded)
	return f
}

// DefaultCapabilities returns what a number of the type can be used for; service
// is true for a number of queues, attendants and bridges.
func DefaultCapabilities(t NumberType, service bool) []string {
	switch {
	case t == DirectRouting:
		return []string{"ConferenceAssignment", "VoiceApplicationAssignment", "UserAssignment"}
	case t == OperatorConnect && service:
		return []string{"VoiceApplicationAssignment", "ConferenceAssignment"}
	case t == OperatorConnect:
		return []string{"UserAssignment"}
	case service:
		return []string{"Geographic", "InboundCalling", "OutboundCalling", "VoiceApplicationAssignment", "ConferenceAssignment"}
	}
	return []string{"Geographic", "InboundCalling", "OutboundCalling", "UserAssignment"}
}
