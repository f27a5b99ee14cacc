package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime/format"
)

// Views are how the module's objects print: which properties, in which order (semantics 5.1). Types without a view here are lists of
// all their properties.
func Views() []*format.View {
	return []*format.View{
		online.TableView(typeConnection, "Account", "Environment", "Tenant", "TenantId"),
		online.ListView(typeNumber, "TelephoneNumber", "OperatorId", "NumberType", "ActivationState", "AssignedPstnTargetId", "AssignmentCategory", "Capability", "City",
			"CivicAddressId", "IsoCountryCode", "IsoSubdivision", "LocationId", "LocationUpdateSupported", "NetworkSiteId", "PortInOrderStatus", "PstnAssignmentStatus",
			"PstnPartnerId", "PstnPartnerName", "NumberSource", "ReverseNumberLookup", "Tag", "AssignmentBlockedState", "AssignmentBlockedUntil", "SmsActivationState"),
		online.ListView(typeVoiceUser, "Name", "Id", "SipDomain", "DataCenter", "TenantID", "Number", "Location", "PSTNconnectivity", "UsageLocation", "EnterpriseVoiceEnabled"),
		online.ListView(typeAddress, "TenantId", "CivicAddressId", "HouseNumber", "HouseNumberSuffix", "PreDirectional", "StreetName", "StreetSuffix", "PostDirectional",
			"City", "CityAlias", "PostalCode", "StateOrProvince", "CountryOrRegion", "Description", "CompanyName", "CompanyTaxId", "DefaultLocationId", "ValidationStatus",
			"NumberOfVoiceUsers", "NumberOfTelephoneNumbers", "ResultSize", "NumberOfResultsToSkip", "Latitude", "Longitude", "Confidence", "Elin", "Force"),
		online.ListView(typeLocation, "TenantId", "LocationId", "CivicAddressId", "Location", "CompanyName", "CompanyTaxId", "HouseNumber", "HouseNumberSuffix",
			"PreDirectional", "StreetName", "StreetSuffix", "PostDirectional", "City", "CityAlias", "PostalCode", "StateOrProvince", "CountryOrRegion", "Description",
			"ValidationStatus", "NumberOfVoiceUsers", "NumberOfTelephoneNumbers", "Latitude", "Longitude", "Confidence", "Elin", "ResultSize", "NumberOfResultsToSkip",
			"Verb", "CorrelationId", "Force"),
		online.ListView(typeRoute, "Identity", "Priority", "Description", "NumberPattern", "OnlinePstnUsages", "OnlinePstnGatewayList", "BridgeSourcePhoneNumber", "Name"),
		online.ListView(typeUsages, "Identity", "Usage"),
		online.ListView(typeRoutingPolicy, "Identity", "OnlinePstnUsages", "Description", "RouteType"),
		online.TableView(typeUserPolicy, "Authority", "Name"),
		online.TableView(typeAssignedPlan, "AssignedTimestamp", "Capability", "CapabilityStatus", "GracePeriodExpiryDate", "IsInGracePeriod", "ServiceInstance",
			"ServicePlanId", "SubscribedPlanId"),
		online.TableView(typeSipDomain, "Name", "Status"),
		online.TableView(configurationType("OnlineLisSubnet"), "Subnet", "LocationId", "Description"),
		online.TableView(configurationType("OnlineLisSwitch"), "ChassisID", "LocationId", "Description"),
		online.TableView(configurationType("OnlineLisPort"), "PortID", "ChassisID", "LocationId", "Description"),
		online.TableView(configurationType("OnlineLisWirelessAccessPoint"), "BSSID", "LocationId", "Description"),
		online.TableView(typeAccount, "AcsResourceId", "ApplicationId", "DisplayName", "ObjectId", "PhoneNumber", "TenantId", "UserPrincipalName"),
		online.TableView(typeGroupPolicy, "GroupId", "PolicyType", "PolicyName", "Rank", "CreatedTime", "CreatedBy"),
		online.TableView(typeUserAssignment, "PolicyType", "PolicyName", "PolicySource"),
		online.ListView(typeConfiguration),
	}
}

// configurationType is the type of the objects of a family [S]: the module's own names are not documented. All of them also are of
// typeConfiguration, which is shown as a list.
func configurationType(noun string) string { return "Microsoft.Teams.ConfigAPI.Cmdlets." + noun }

// The names of the module's types that have a view.
const (
	typeConnection        = "Microsoft.Open.Teams.CommonLibrary.PSAzureContext"
	typeNumber            = "Microsoft.Teams.ConfigAPI.Cmdlets.PhoneNumberAssignment"
	typeVoiceUser         = "Microsoft.Rtc.Management.Hosted.Bvd.Types.LacUser"
	typeAddress           = "Microsoft.Rtc.Management.Hosted.Online.Models.CivicAddress"
	typeLocation          = "Microsoft.Rtc.Management.Hosted.Online.Models.Location"
	typeRoute             = "Microsoft.Rtc.Management.WritableConfig.Settings.Voice.OnlineVoiceRoute"
	typeUsages            = "Microsoft.Rtc.Management.WritableConfig.Settings.Voice.OnlinePstnUsages"
	typeRoutingPolicy     = "Microsoft.Rtc.Management.WritableConfig.Policy.Voice.OnlineVoiceRoutingPolicy"
	typeUserPolicy        = "Microsoft.Teams.ConfigAPI.Cmdlets.UserPolicyDefinition"
	typeAssignedPlan      = "Microsoft.Teams.ConfigAPI.Cmdlets.AssignedPlan"
	typeGateway           = "Microsoft.Rtc.Management.WritableConfig.Settings.TrunkConfiguration.OnlinePstnGateway"
	typeAccount           = "Microsoft.Rtc.Management.Hosted.Online.Models.ApplicationInstance"
	typeFoundAccount      = "Microsoft.Rtc.Management.Hosted.Online.Models.FindApplicationInstanceResult"
	typeAssociation       = "Microsoft.Rtc.Management.Hosted.Online.Models.ApplicationInstanceAssociation"
	typeAssociationOutput = "Microsoft.Rtc.Management.Hosted.Online.Models.AssociationOperationOutput"
	typeAssociationResult = "Microsoft.Rtc.Management.Hosted.Online.Models.AssociationOperationResult"
	typeGroupPolicy       = "Microsoft.Teams.ConfigAPI.Cmdlets.GroupPolicyAssignment"
	typeUserAssignment    = "Microsoft.Teams.ConfigAPI.Cmdlets.UserPolicyAssignment"
	typePolicySource      = "Microsoft.Teams.ConfigAPI.Cmdlets.UserPolicySource"
	typeConfiguration     = "Microsoft.Teams.ConfigAPI.Cmdlets.Configuration"
	typeSipDomain         = "Microsoft.Rtc.Management.ADConnect.VerifiedSipDomain"
)
