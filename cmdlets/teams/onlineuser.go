package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

const typeUser = "Microsoft.Teams.ConfigAPI.Cmdlets.User"

var getOnlineUser = &online.Behavior{Name: "Get-CsOnlineUser", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Given("Identity") && a.Text("Identity") != "" {
		switch {
		case a.Given("Filter"):
			return online.Complain(c, "Filter parameter cannot be used along with Identity input.")
		case a.Given("AccountType"):
			return online.Complain(c, "AccountType parameter cannot be used with Identity parameter.")
		}
		u, err := service.User(call, a.Text("Identity"))
		if err != nil {
			return online.Fail(c, err, "Get-CsUser_Get")
		}
		return c.Write(userObject(call, u, a, true))
	}
	q := service.UserQuery{Filter: filterText(a.Arg("Filter")), AccountType: a.Text("AccountType"), SoftDeleted: a.Flag("SoftDeletedUser") || a.Flag("SoftDeletedUsers"), OrderBy: a.Text("OrderBy"), Limit: -1}
	if a.Given("ResultSize") {
		q.Limit = a.Number("ResultSize")
	}
	users, err := service.Users(call, q)
	if err != nil {
		return online.Fail(c, err, "Get-CsUser_Get")
	}
	for _, u := range users {
		if err := c.Write(userObject(call, u, a, false)); err != nil {
			return err
		}
	}
	return nil
}, Adjust: func(c *runtime.Cmdlet) {
	for i := range c.Params {
		// The module takes the filter as a text or as a block, which it turns into text; the limit is a number since 4.0.
		switch c.Params[i].Name {
		case "Filter":
			c.Params[i].Type = nil
		case "ResultSize":
			c.Params[i].Type = value.TypeInt32
		}
	}
}}

func filterText(v value.Value) string {
	if b := runtime.BlockOf(v); b != nil {
		return strings.TrimSpace(b.Text())
	}
	return value.ToString(v)
}

// policyNames are the policy properties of a user in the order of the output (semantics 1.2.2).
var policyNames = []string{
	"ApplicationAccessPolicy", "CallingLineIdentity", "ExternalAccessPolicy", "LocationPolicy", "OnlineAudioConferencingRoutingPolicy", "OnlineDialOutPolicy",
	"OnlineVoiceRoutingPolicy", "OnlineVoicemailPolicy", "TeamsAIPolicy", "TeamsAppPermissionPolicy", "TeamsAppSetupPolicy", "TeamsAudioConferencingPolicy",
	"TeamsCallHoldPolicy", "TeamsCallParkPolicy", "TeamsCallingPolicy", "TeamsChannelsPolicy", "TeamsComplianceRecordingPolicy", "TeamsCortanaPolicy",
	"TeamsEmergencyCallRoutingPolicy", "TeamsEmergencyCallingPolicy", "TeamsEnhancedEncryptionPolicy", "TeamsEventsPolicy", "TeamsFeedbackPolicy",
	"TeamsFilesPolicy", "TeamsIPPhonePolicy", "TeamsMediaLoggingPolicy", "TeamsMeetingBroadcastPolicy", "TeamsMeetingPolicy", "TeamsMessagingPolicy",
	"TeamsMobilityPolicy", "TeamsNetworkRoamingPolicy", "TeamsSharedCallingRoutingPolicy", "TeamsShiftsPolicy", "TeamsSurvivableBranchAppliancePolicy",
	"TeamsTasksPolicy", "TeamsUpdateManagementPolicy", "TeamsUpgradePolicy", "TeamsVdiPolicy", "TeamsVideoInteropServicePolicy", "TeamsVoiceApplicationsPolicy",
	"TenantDialPlan",
}

// userObject is a user as Get-CsOnlineUser shows it: properties in ordinal order of their names, some only with -Identity.
func userObject(call service.Call, u *service.UserView, a online.Args, single bool) value.Value {
	org := service.Organization(call)
	props := map[string]value.Value{}
	text := func(name, s string) { props[name] = value.OfString(s) }
	flag := func(name string, b bool) { props[name] = value.OfBool(b) }
	flag("AccountEnabled", u.AccountEnabled)
	text("AccountType", string(u.AccountType))
	props["AdministrativeUnitReference"] = value.OfStrings(nil)
	text("Alias", u.Alias)
	plans := make([]value.Value, len(u.AssignedPlan))
	for i, p := range u.AssignedPlan {
		plans[i] = online.New(typeAssignedPlan).Time("AssignedTimestamp", p.AssignedAt).Text("Capability", p.Capability).
			Text("CapabilityStatus", p.CapabilityStatus).Null("GracePeriodExpiryDate").Flag("IsInGracePeriod", false).Null("ServiceInstance").
			Text("ServicePlanId", p.ID).Null("SubscribedPlanId").Texter(p.Capability).Value()
	}
	props["AssignedPlan"] = value.OfArray(plans...)
	text("City", u.City)
	text("Company", u.Company)
	text("Country", u.Country)
	text("Department", u.Department)
	text("DisplayName", u.DisplayName)
	props["EffectivePolicyAssignments"] = value.OfArray()
	flag("EnterpriseVoiceEnabled", u.EnterpriseVoice)
	props["FeatureTypes"] = value.OfStrings(u.FeatureTypes)
	text("GivenName", u.GivenName)
	flag("HideFromAddressLists", false)
	hosting := "sipfed.online.lync.com"
	if u.HostedOnPrem {
		hosting = "SRV:"
	}
	text("HostingProvider", hosting)
	text("Identity", u.ObjectID)
	text("InterpretedUserType", u.InterpretedUserType)
	flag("IsSipEnabled", u.SipAddress != "")
	text("LastName", u.LastName)
	text("LineUri", u.LineURI)
	flag("OnPremEnterpriseVoiceEnabled", u.OnPremEnterpriseVoiceEnabled)
	text("OnPremHostingProvider", "")
	text("OnPremLineUri", u.OnPremLineURI)
	props["OnPremOptionFlags"] = value.OfInt(0)
	props["OnPremSIPEnabled"] = value.NullValue
	text("OnPremSipAddress", "")
	text("OwnerUrn", owner(u))
	text("PostalCode", u.PostalCode)
	text("PreferredDataLocation", "")
	text("PreferredLanguage", org.PreferredLanguage)
	props["ProvisionedPlan"] = value.OfArray()
	props["ProxyAddresses"] = value.OfStrings(proxies(u))
	props["ShadowProxyAddresses"] = value.OfStrings(nil)
	text("SipAddress", u.SipAddress)
	props["SoftDeletionTimestamp"] = value.NullValue
	if !u.SoftDeletedAt.IsZero() {
		props["SoftDeletionTimestamp"] = value.OfTime(u.SoftDeletedAt, 1)
	}
	text("StateOrProvince", u.StateOrProvince)
	text("Street", u.Street)
	text("TeamsUpgradeEffectiveMode", org.TeamsUpgradeEffectiveMode)
	flag("TeamsUpgradeNotificationsEnabled", false)
	props["TeamsUpgradeOverridePolicy"] = value.NullValue
	text("TeamsUpgradePolicyIsReadOnly", "ModeAndNotifications")
	props["TelephoneNumbers"] = value.OfArray(numberEntries(u.TelephoneNumbers)...)
	text("TenantId", org.TenantID)
	text("Title", u.Title)
	text("UsageLocation", u.UsageLocation)
	props["UserDirSyncEnabled"] = value.NullValue
	if u.DirSynced {
		props["UserDirSyncEnabled"] = value.True
	}
	text("UserPrincipalName", u.UserPrincipalName)
	props["UserValidationErrors"] = value.OfArray()
	props["WhenChanged"] = value.OfTime(u.WhenChanged, 1)
	props["WhenCreated"] = value.OfTime(u.WhenCreated, 1)
	if !a.Flag("SkipUserPolicies") {
		for _, n := range policyNames {
			props[n] = value.NullValue
			if name := u.GrantedPolicy(n); name != "" {
				props[n] = online.New(typeUserPolicy).Text("Authority", "Tenant").Text("Name", name).Texter(name).Value()
			}
		}
	}
	if single {
		text("CountryAbbreviation", u.UsageLocation)
		props["LastSyncTimeStamp"] = value.NullValue
		props["OptionFlags"] = value.OfInt(0)
		text("RegistrarPool", "sippooldm10a01.infra.lync.com")
		text("ServiceInstance", org.ServiceInstance)
		text("SipProxyAddress", u.SipAddress)
	}
	names := wanted(props, a)
	b := online.Selection(typeUser)
	for _, n := range names {
		b.Put(n, props[n])
	}
	if single && !a.Given("Properties") {
		b.Put("LastProvisionTimeStamps", value.Of(value.NewHashtable())).Put("LastPublishTimeStamps", value.Of(value.NewHashtable()))
	}
	return b.Value()
}

func owner(u *service.UserView) string {
	if u.ApplicationID == "" {
		return ""
	}
	return "urn:trustedonlineplatformapplication:" + u.ApplicationID
}

func proxies(u *service.UserView) []string {
	var out []string
	if u.Mail != "" {
		out = append(out, "SMTP:"+u.Mail)
	}
	if u.SipAddress != "" {
		out = append(out, u.SipAddress)
	}
	return out
}

func numberEntries(list []state.ExtraNumber) []value.Value {
	out := make([]value.Value, len(list))
	for i, n := range list {
		out[i] = online.New("Microsoft.Teams.ConfigAPI.Cmdlets.TelephoneNumber").Text("AssignmentCategory", n.Category).Text("TelephoneNumber", n.Number).Value()
	}
	return out
}

// wanted are the names to show in ordinal order; -Properties asks for some beside five that always come.
func wanted(props map[string]value.Value, a online.Args) []string {
	var names []string
	if a.Given("Properties") {
		keep := append([]string{"DisplayName", "Identity", "InterpretedUserType", "UserPrincipalName", "AccountType"}, a.Texts("Properties")...)
		for n := range props {
			for _, k := range keep {
				if value.EqualFold(n, strings.TrimSpace(k)) {
					names = append(names, n)
					break
				}
			}
		}
	} else {
		for n := range props {
			names = append(names, n)
		}
	}
	sortOrdinal(names)
	return names
}
