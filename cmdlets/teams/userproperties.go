package teams

import (
	"slices"
	"strings"
	"sync"

	"rehearse/cmdlets/online"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// userProperty is a property of a user as Get-CsOnlineUser shows it.
type userProperty struct {
	name   string
	of     func(u *service.UserView, org *state.Organization) value.Value
	single bool // only with -Identity
	policy bool // not with -SkipUserPolicies
}

func userText(name string, of func(u *service.UserView) string) userProperty {
	return userProperty{name: name, of: func(u *service.UserView, _ *state.Organization) value.Value { return value.OfString(of(u)) }}
}

func userFlag(name string, of func(u *service.UserView) bool) userProperty {
	return userProperty{name: name, of: func(u *service.UserView, _ *state.Organization) value.Value { return value.OfBool(of(u)) }}
}

func orgText(name string, of func(org *state.Organization) string) userProperty {
	return userProperty{name: name, of: func(_ *service.UserView, org *state.Organization) value.Value { return value.OfString(of(org)) }}
}

// userMake is a property whose value is an object of its own in each user.
func userMake(name string, of func(u *service.UserView) value.Value) userProperty {
	return userProperty{name: name, of: func(u *service.UserView, _ *state.Organization) value.Value { return of(u) }}
}

// userFixed is a property with the same value in every user.
func userFixed(name string, v value.Value) userProperty {
	return userProperty{name: name, of: func(*service.UserView, *state.Organization) value.Value { return v }}
}

func onlySingle(p userProperty) userProperty {
	p.single = true
	return p
}

// userProperties are all of them in ordinal order of their names, the order of the output (semantics 1.2.2).
var userProperties = sync.OnceValue(func() []userProperty {
	list := []userProperty{
		userFlag("AccountEnabled", func(u *service.UserView) bool { return u.AccountEnabled }),
		userText("AccountType", func(u *service.UserView) string { return string(u.AccountType) }),
		userMake("AdministrativeUnitReference", func(*service.UserView) value.Value { return value.OfStrings(nil) }),
		userText("Alias", func(u *service.UserView) string { return u.Alias }),
		userMake("AssignedPlan", assignedPlans),
		userText("City", func(u *service.UserView) string { return u.City }),
		userText("Company", func(u *service.UserView) string { return u.Company }),
		userText("Country", func(u *service.UserView) string { return u.Country }),
		userText("Department", func(u *service.UserView) string { return u.Department }),
		userText("DisplayName", func(u *service.UserView) string { return u.DisplayName }),
		userMake("EffectivePolicyAssignments", func(*service.UserView) value.Value { return value.OfArray() }),
		userFlag("EnterpriseVoiceEnabled", func(u *service.UserView) bool { return u.EnterpriseVoice }),
		userMake("FeatureTypes", func(u *service.UserView) value.Value { return value.OfStrings(u.FeatureTypes) }),
		userText("GivenName", func(u *service.UserView) string { return u.GivenName }),
		userFixed("HideFromAddressLists", value.False),
		userText("HostingProvider", hostingProvider),
		userText("Identity", func(u *service.UserView) string { return u.ObjectID }),
		userText("InterpretedUserType", func(u *service.UserView) string { return u.InterpretedUserType }),
		userFlag("IsSipEnabled", func(u *service.UserView) bool { return u.SipAddress != "" }),
		userText("LastName", func(u *service.UserView) string { return u.LastName }),
		userText("LineUri", func(u *service.UserView) string { return u.LineURI }),
		userFlag("OnPremEnterpriseVoiceEnabled", func(u *service.UserView) bool { return u.OnPremEnterpriseVoiceEnabled }),
		userFixed("OnPremHostingProvider", value.OfString("")),
		userText("OnPremLineUri", func(u *service.UserView) string { return u.OnPremLineURI }),
		userFixed("OnPremOptionFlags", value.OfInt(0)),
		userFixed("OnPremSIPEnabled", value.NullValue),
		userFixed("OnPremSipAddress", value.OfString("")),
		userText("OwnerUrn", owner),
		userText("PostalCode", func(u *service.UserView) string { return u.PostalCode }),
		userFixed("PreferredDataLocation", value.OfString("")),
		orgText("PreferredLanguage", func(org *state.Organization) string { return org.PreferredLanguage }),
		userMake("ProvisionedPlan", func(*service.UserView) value.Value { return value.OfArray() }),
		userMake("ProxyAddresses", func(u *service.UserView) value.Value { return value.OfStrings(proxies(u)) }),
		userMake("ShadowProxyAddresses", func(*service.UserView) value.Value { return value.OfStrings(nil) }),
		userText("SipAddress", func(u *service.UserView) string { return u.SipAddress }),
		userMake("SoftDeletionTimestamp", func(u *service.UserView) value.Value {
			if u.SoftDeletedAt.IsZero() {
				return value.NullValue
			}
			return value.OfTime(u.SoftDeletedAt, 1)
		}),
		userText("StateOrProvince", func(u *service.UserView) string { return u.StateOrProvince }),
		userText("Street", func(u *service.UserView) string { return u.Street }),
		orgText("TeamsUpgradeEffectiveMode", func(org *state.Organization) string { return org.TeamsUpgradeEffectiveMode }),
		userFixed("TeamsUpgradeNotificationsEnabled", value.False),
		userFixed("TeamsUpgradeOverridePolicy", value.NullValue),
		userFixed("TeamsUpgradePolicyIsReadOnly", value.OfString("ModeAndNotifications")),
		userMake("TelephoneNumbers", func(u *service.UserView) value.Value { return value.OfArray(numberEntries(u.TelephoneNumbers)...) }),
		orgText("TenantId", func(org *state.Organization) string { return org.TenantID }),
		userText("Title", func(u *service.UserView) string { return u.Title }),
		userText("UsageLocation", func(u *service.UserView) string { return u.UsageLocation }),
		userMake("UserDirSyncEnabled", func(u *service.UserView) value.Value {
			if u.DirSynced {
				return value.True
			}
			return value.NullValue
		}),
		userText("UserPrincipalName", func(u *service.UserView) string { return u.UserPrincipalName }),
		userMake("UserValidationErrors", func(*service.UserView) value.Value { return value.OfArray() }),
		userMake("WhenChanged", func(u *service.UserView) value.Value { return value.OfTime(u.WhenChanged, 1) }),
		userMake("WhenCreated", func(u *service.UserView) value.Value { return value.OfTime(u.WhenCreated, 1) }),
		onlySingle(userText("CountryAbbreviation", func(u *service.UserView) string { return u.UsageLocation })),
		onlySingle(userFixed("LastSyncTimeStamp", value.NullValue)),
		onlySingle(userFixed("OptionFlags", value.OfInt(0))),
		onlySingle(userFixed("RegistrarPool", value.OfString("sippooldm10a01.infra.lync.com"))),
		onlySingle(orgText("ServiceInstance", func(org *state.Organization) string { return org.ServiceInstance })),
		onlySingle(userText("SipProxyAddress", func(u *service.UserView) string { return u.SipAddress })),
	}
	for _, name := range policyNames {
		list = append(list, userProperty{name: name, policy: true, of: func(u *service.UserView, _ *state.Organization) value.Value {
			granted := u.GrantedPolicy(name)
			if granted == "" {
				return value.NullValue
			}
			return online.New(typeUserPolicy).Text("Authority", "Tenant").Text("Name", granted).Texter(granted).Value()
		}})
	}
	slices.SortFunc(list, func(a, b userProperty) int { return strings.Compare(a.name, b.name) })
	return list
})

// userObject is a user as Get-CsOnlineUser shows it, some properties only with -Identity.
func userObject(call service.Call, u *service.UserView, a online.Args, single bool) value.Value {
	org := service.Organization(call)
	skip := a.Flag("SkipUserPolicies")
	var keep []string
	if a.Given("Properties") {
		// These five always come.
		keep = append([]string{"DisplayName", "Identity", "InterpretedUserType", "UserPrincipalName", "AccountType"}, a.Texts("Properties")...)
	}
	list := userProperties()
	b := online.Selection(typeUser)
	b.Reserve(len(list) + 2)
	for i := range list {
		p := &list[i]
		if p.single && !single || p.policy && skip || keep != nil && !slices.ContainsFunc(keep, func(k string) bool { return value.EqualFold(p.name, strings.TrimSpace(k)) }) {
			continue
		}
		b.Put(p.name, p.of(u, org))
	}
	if single && keep == nil {
		b.Put("LastProvisionTimeStamps", value.Of(value.NewHashtable())).Put("LastPublishTimeStamps", value.Of(value.NewHashtable()))
	}
	return b.Value()
}

func assignedPlans(u *service.UserView) value.Value {
	plans := make([]value.Value, len(u.AssignedPlan))
	for i, p := range u.AssignedPlan {
		b := online.New(typeAssignedPlan)
		b.Reserve(8)
		plans[i] = b.Time("AssignedTimestamp", p.AssignedAt).Text("Capability", p.Capability).
			Text("CapabilityStatus", p.CapabilityStatus).Null("GracePeriodExpiryDate").Flag("IsInGracePeriod", false).Null("ServiceInstance").
			Text("ServicePlanId", p.ID).Null("SubscribedPlanId").Texter(p.Capability).Value()
	}
	return value.OfArray(plans...)
}

func hostingProvider(u *service.UserView) string {
	if u.HostedOnPrem {
		return "SRV:"
	}
	return "sipfed.online.lync.com"
}
