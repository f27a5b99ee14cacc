package service

import (
	"errors"
	"time"

	"rehearse/state"
)

var errUnfinished = errors.New("service: operation not built yet")

// AssignNumber gives a number to a user (Set-CsPhoneNumberAssignment).
// Rules R1–R4, R6–R8, R10, R11, R13–R23, R42, R55, R77.
func AssignNumber(c Call, a Assignment) error { return errUnfinished }

// UnassignNumber takes a number from its holder (Remove-CsPhoneNumberAssignment).
// Rules R3, R4, R5, R9, R16, R20.
func UnassignNumber(c Call, u Unassignment) error { return errUnfinished }

// UnassignAll takes all numbers from a user; one without numbers succeeds.
// Rules R4, R9, R20.
func UnassignAll(c Call, identity string) error { return errUnfinished }

// SetNumberLocation gives a number another emergency location; the word "null"
// takes it away. Rules R3, R18, R19, R55.
func SetNumberLocation(c Call, number, locationID string) error { return errUnfinished }

// SetNumberNetworkSite sets the network site of a number. Rule R3.
func SetNumberNetworkSite(c Call, number, siteID string) error { return errUnfinished }

// SetNumberReverseLookup sets the reverse number lookup of a number. Rule R3.
func SetNumberReverseLookup(c Call, number string, values []string) error { return errUnfinished }

// SetEnterpriseVoice switches Enterprise Voice (Set-CsPhoneNumberAssignment
// -EnterpriseVoiceEnabled). Rules R4, R12, R42.
func SetEnterpriseVoice(c Call, identity string, enabled bool) error { return errUnfinished }

// NumberAssignments lists numbers in ascending order
// (Get-CsPhoneNumberAssignment). Rule R8.
func NumberAssignments(c Call, q NumberQuery) ([]NumberView, error) { return nil, errUnfinished }

// SetUserLine is Set-CsUser: it assigns or clears a Direct Routing number and
// switches Enterprise Voice. The texts returned are warnings to print, also when
// there is an error. Rules R2, R4, R8, R10, R12, R19, R20.
func SetUserLine(c Call, l LineChange) (warnings []string, err error) { return nil, errUnfinished }

// SetVoiceUser is Set-CsOnlineVoiceUser: it assigns the number with its own type
// from the tenant's inventory; an empty number unassigns the user's Calling Plan
// or Operator Connect number. Rules as [AssignNumber].
func SetVoiceUser(c Call, identity, number, locationID string) error { return errUnfinished }

// VoiceUser is Get-CsOnlineVoiceUser for one user: nil with a warning text when
// the user is not voice-enabled. Rule R40.
func VoiceUser(c Call, identity string) (view *VoiceUserView, warning string, err error) {
	return nil, "", errUnfinished
}

// VoiceUsers is Get-CsOnlineVoiceUser for all voice-enabled users, by UPN.
func VoiceUsers(c Call) ([]VoiceUserView, error) { return nil, errUnfinished }

// User reads one user (Get-CsOnlineUser -Identity). Rule R40.
func User(c Call, identity string) (*UserView, error) { return nil, errUnfinished }

// Users reads users (Get-CsOnlineUser), by UPN unless ordered. Rule R40.
func Users(c Call, q UserQuery) ([]*UserView, error) { return nil, errUnfinished }

// DirectoryUser reads a user of the directory (Get-MgUser). Rule R70 (unknown
// user).
func DirectoryUser(c Call, identity string) (*state.User, error) { return nil, errUnfinished }

// UpdateUser changes directory attributes (Update-MgUser). Rule R70.
func UpdateUser(c Call, identity string, u UserUpdate) (*state.User, error) {
	return nil, errUnfinished
}

// SetOnPremLine sets msRTCSIP-Line of a synced user in the local directory; the
// cloud sees it after the next synchronisation (L11). Empty clears. Rules R8, R20.
func SetOnPremLine(c Call, identity, line string) error { return errUnfinished }

// Subscriptions lists the tenant's subscriptions (Get-MgSubscribedSku).
func Subscriptions(c Call) []SubscriptionView { return nil }

// Licenses lists a user's licences (Get-MgUserLicenseDetail). Rule R70 (unknown
// user).
func Licenses(c Call, identity string) ([]LicenseView, error) { return nil, errUnfinished }

// ChangeLicenses adds and removes licences in one step (Set-MgUserLicense).
// Rules R14a, R70–R75.
func ChangeLicenses(c Call, l LicenseChange) (*state.User, error) { return nil, errUnfinished }

// ReprocessLicenses recomputes the group-based licences of a user in the
// background (Invoke-MgLicenseUser). Rule R76.
func ReprocessLicenses(c Call, identity string) (*state.User, error) { return nil, errUnfinished }

// GrantPolicy assigns a policy to a user or takes it away (Grant-Cs…).
// Rules R30–R33, R64.
func GrantPolicy(c Call, g Grant) error { return errUnfinished }

// GrantPolicyToTenant assigns a policy to everyone without another assignment of
// the type; empty resets (Grant-Cs… -Global). Rules R30, R31.
func GrantPolicyToTenant(c Call, policyType, policy string) error { return errUnfinished }

// GrantPolicyToGroup assigns a policy to a group, changes its rank, or takes it
// away (Grant-Cs… -Group). Rules R30, R31, R41.
func GrantPolicyToGroup(c Call, g GroupGrant) error { return errUnfinished }

// NewGroupPolicy assigns a policy to a group that has none of the type
// (New-CsGroupPolicyAssignment). Rules R31, R41.
func NewGroupPolicy(c Call, g GroupGrant) (*state.GroupPolicy, error) { return nil, errUnfinished }

// RemoveGroupPolicy takes a policy from a group; the ranks close up. Rule R41.
func RemoveGroupPolicy(c Call, policyType, group string) error { return errUnfinished }

// GroupPolicies lists group assignments by type and rank; both arguments may be
// empty.
func GroupPolicies(c Call, policyType, group string) []*state.GroupPolicy { return nil }

// Effective tells which policy of the type applies to the user. Rules R30, R40.
func Effective(c Call, identity, policyType string) (EffectivePolicy, error) {
	return EffectivePolicy{}, errUnfinished
}

// PolicyAssignments lists a user's direct and group assignments
// (Get-CsUserPolicyAssignment); the type may be empty. Rules R30, R40.
func PolicyAssignments(c Call, identity, policyType string) ([]PolicyAssignment, error) {
	return nil, errUnfinished
}

// PstnUsages gives the usages in order (Get-CsOnlinePstnUsage).
func PstnUsages(c Call) []string { return nil }

// SetPstnUsages changes the usages (Set-CsOnlinePstnUsage). Rules R35, R36.
func SetPstnUsages(c Call, change ListChange) error { return errUnfinished }

// VoiceRoutes gives all routes by priority (Get-CsOnlineVoiceRoute).
func VoiceRoutes(c Call) []*state.VoiceRoute { return nil }

// VoiceRoute gives one route. Rule R34.
func VoiceRoute(c Call, identity string) (*state.VoiceRoute, error) { return nil, errUnfinished }

// NewVoiceRoute makes a route. Rules R35, R37, R38.
func NewVoiceRoute(c Call, r RouteChange) (*state.VoiceRoute, error) { return nil, errUnfinished }

// SetVoiceRoute changes a route. Rules R34, R37, R38.
func SetVoiceRoute(c Call, r RouteChange) error { return errUnfinished }

// RemoveVoiceRoute removes a route. Rule R34.
func RemoveVoiceRoute(c Call, identity string) error { return errUnfinished }

// VoiceRoutingPolicies gives all policies, Global first.
func VoiceRoutingPolicies(c Call) []*state.VoiceRoutingPolicy { return nil }

// VoiceRoutingPolicy gives one policy. Rule R34.
func VoiceRoutingPolicy(c Call, identity string) (*state.VoiceRoutingPolicy, error) {
	return nil, errUnfinished
}

// NewVoiceRoutingPolicy makes a policy. Rules R35, R38.
func NewVoiceRoutingPolicy(c Call, p RoutingPolicyChange) (*state.VoiceRoutingPolicy, error) {
	return nil, errUnfinished
}

// SetVoiceRoutingPolicy changes a policy. Rules R34, R38.
func SetVoiceRoutingPolicy(c Call, p RoutingPolicyChange) error { return errUnfinished }

// RemoveVoiceRoutingPolicy removes a policy; Global is reset instead. Rules R34,
// R36.
func RemoveVoiceRoutingPolicy(c Call, identity string) error { return errUnfinished }

// PstnGateways gives all gateways by FQDN.
func PstnGateways(c Call) []*state.PstnGateway { return nil }

// PstnGateway gives one gateway. Rule R34.
func PstnGateway(c Call, identity string) (*state.PstnGateway, error) { return nil, errUnfinished }

// NewPstnGateway makes a gateway; unset fields get the service's defaults.
// Rules R35, R39.
func NewPstnGateway(c Call, g state.PstnGateway) (*state.PstnGateway, error) {
	return nil, errUnfinished
}

// SetPstnGateway changes a gateway through the function. Rules R34, R39.
func SetPstnGateway(c Call, identity string, change func(*state.PstnGateway)) error {
	return errUnfinished
}

// RemovePstnGateway removes a gateway that no route uses. Rules R34, R36.
func RemovePstnGateway(c Call, identity string) error { return errUnfinished }

// CivicAddresses lists addresses (Get-CsOnlineLisCivicAddress).
func CivicAddresses(c Call, q AddressQuery) []AddressView { return nil }

// NewCivicAddress makes an address and its default location
// (New-CsOnlineLisCivicAddress). Rule R50.
func NewCivicAddress(c Call, a AddressChange) (AddressView, error) {
	return AddressView{}, errUnfinished
}

// SetCivicAddress changes an address (Set-CsOnlineLisCivicAddress). Rules R50,
// R51.
func SetCivicAddress(c Call, a AddressChange) (AddressView, error) {
	return AddressView{}, errUnfinished
}

// RemoveCivicAddress removes an address with all its locations. Rules R51
// (unknown), R52.
func RemoveCivicAddress(c Call, id string) error { return errUnfinished }

// Locations lists locations, default ones too (Get-CsOnlineLisLocation).
func Locations(c Call, q AddressQuery) []LocationView { return nil }

// NewLocation makes a location in an address (New-CsOnlineLisLocation). Rule R53.
func NewLocation(c Call, civicAddressID, place, elin string) (LocationView, error) {
	return LocationView{}, errUnfinished
}

// SetLocation changes a location (Set-CsOnlineLisLocation). Rule R51.
func SetLocation(c Call, l LocationChange) (LocationView, error) {
	return LocationView{}, errUnfinished
}

// RemoveLocation removes a location. Rules R51 (unknown), R52, R54.
func RemoveLocation(c Call, id string) error { return errUnfinished }

// Operators lists operators of the directory by name. Rule R27 is not applied:
// looking is free.
func Operators(c Call, q OperatorQuery) []OperatorView { return nil }

// EnableOperator adds an operator to the tenant. Rules R24, R27.
func EnableOperator(c Call, e Enablement) (OperatorView, error) {
	return OperatorView{}, errUnfinished
}

// SetOperatorCountries replaces the enabled countries. Rules R23, R24, R25, R27.
func SetOperatorCountries(c Call, operator string, countries []string) (OperatorView, error) {
	return OperatorView{}, errUnfinished
}

// SuspendOperator stops an operator from uploading. Rules R23, R26, R27.
func SuspendOperator(c Call, operator string) (OperatorView, error) {
	return OperatorView{}, errUnfinished
}

// ResumeOperator takes a suspension back. Rules R23, R26, R27.
func ResumeOperator(c Call, operator string) (OperatorView, error) {
	return OperatorView{}, errUnfinished
}

// RemoveOperator ends the dealings with an operator. Rules R23, R25, R27.
func RemoveOperator(c Call, operator string) error { return errUnfinished }

// HandOverTenantID gives the operator a tenant id, right or wrong. Rules R23,
// R27, R29.
func HandOverTenantID(c Call, operator, tenantID string) (OperatorView, error) {
	return OperatorView{}, errUnfinished
}

// UploadNumbers is the operator's upload: one result per row. The error is about
// the upload as a whole. Rules R2–R20, R23, R27–R29.
func UploadNumbers(c Call, operator string, rows []UploadRow) ([]UploadResult, error) {
	return nil, errUnfinished
}

// ReleaseNumbers is the operator taking unassigned numbers back; no number means
// all that are unassigned. It returns the numbers released. Rules R3, R23, R25.
func ReleaseNumbers(c Call, operator string, numbers []string) ([]string, error) {
	return nil, errUnfinished
}

// Objects lists the instances of a generic family, Global first.
func Objects(c Call, objectType string) []*state.Object { return nil }

// Object gives one instance. Rule R34.
func Object(c Call, objectType, identity string) (*state.Object, error) { return nil, errUnfinished }

// NewObject makes an instance. Rule R35.
func NewObject(c Call, o ObjectChange) (*state.Object, error) { return nil, errUnfinished }

// SetObject changes an instance. Rule R34.
func SetObject(c Call, o ObjectChange) error { return errUnfinished }

// RemoveObject removes an instance; Global is reset instead. Rules R34, R36.
func RemoveObject(c Call, objectType, identity string) error { return errUnfinished }

// NewResourceAccount makes a resource account (New-CsOnlineApplicationInstance).
// Rules R60, R64.
func NewResourceAccount(c Call, a AccountChange) (*state.User, error) { return nil, errUnfinished }

// ResourceAccount finds a resource account. Rule R61.
func ResourceAccount(c Call, identity string) (*UserView, error) { return nil, errUnfinished }

// ResourceAccounts lists the resource accounts by UPN.
func ResourceAccounts(c Call) []*UserView { return nil }

// SetResourceAccount changes a resource account. Rules R14, R61, R62.
func SetResourceAccount(c Call, a AccountChange) error { return errUnfinished }

// SyncResourceAccount makes a resource account usable. Rules R61, R64.
func SyncResourceAccount(c Call, objectID, applicationID string) error { return errUnfinished }

// Associate ties a resource account to a queue or attendant. Rule R63.
func Associate(c Call, a state.Association) error { return errUnfinished }

// Dissociate undoes [Associate]. Rule R63.
func Dissociate(c Call, objectID string) error { return errUnfinished }

// Organization is what Get-CsTenant shows.
func Organization(c Call) *state.Organization { return c.Tx.Organization() }

// Advance lets virtual time pass and does what falls due on the way, each at its
// instant. Rules R14a, R76.
func Advance(c Call, d time.Duration) {}

// Settle does what has fallen due by now. Every operation begins with it; a plan
// calls it once at the end. Rules R14a, R76.
func Settle(c Call) {}

// Review reports what is still wrong at the end of a run: users left without a
// number, resource accounts nobody answers for. Rules R9, R63.
func Review(c Call) {}
