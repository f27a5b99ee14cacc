package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// connectTeams accepts every form of sign-in without asking anything (semantics 2.2).
var connectTeams = &online.Behavior{Name: "Connect-MicrosoftTeams", Run: func(c *runtime.Call) error {
	s := online.Of(c)
	if s == nil {
		_, err := online.Connected(c)
		return err
	}
	a := online.ArgsOf(c)
	org := service.Organization(s.Service(c))
	if id := a.Text("TenantId"); id != "" && !value.EqualFold(id, org.TenantID) && !hasDomain(org, id) {
		return value.Throw(value.ArgumentException, "TenantNotFound", "The tenant '"+id+"' is not the simulated one. This run has "+org.DisplayName+", "+org.TenantID+".")
	}
	s.Teams = true
	account := a.Text("AccountId")
	if account == "" {
		account = s.Account
	}
	if account == "" {
		account = org.AdminUPN
	}
	s.Account = account
	return c.Write(online.New(typeConnection).
		Text("Account", account).Text("Environment", environment(org.Cloud)).Text("Tenant", org.TenantID).Text("TenantId", org.TenantID).Value())
}}

func hasDomain(o *state.Organization, name string) bool {
	for _, d := range o.Domains {
		if value.EqualFold(d.Name, name) {
			return true
		}
	}
	return false
}

func environment(c state.Cloud) string {
	switch c {
	case "GCCH":
		return "TeamsGCCH"
	case "DoD":
		return "TeamsDOD"
	}
	return "AzureCloud"
}

var disconnectTeams = &online.Behavior{Name: "Disconnect-MicrosoftTeams", Run: func(c *runtime.Call) error {
	if s := online.Of(c); s != nil {
		s.Teams = false
	}
	return nil
}}

var getTenant = &online.Behavior{Name: "Get-CsTenant", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	o := service.Organization(call)
	names := make([]string, len(o.Domains))
	verified := make([]value.Value, len(o.Domains))
	for i, d := range o.Domains {
		names[i] = d.Name
		verified[i] = online.New(typeSipDomain).Text("Name", d.Name).Text("Status", d.Status).Value()
	}
	list := value.OfArray(verified...)
	stamps := value.Of(value.NewHashtable())
	return c.Write(online.New("Microsoft.Teams.ConfigAPI.Tenant").
		Put("AssignedPlan", value.OfArray()).Text("City", o.City).Texts("CompanyTags", nil).Text("Country", o.Country).Text("CountryLetterCode", o.CountryLetterCode).
		Flag("DirSyncEnabled", o.DirSyncEnabled).Text("DisplayName", o.DisplayName).Texts("Domains", names).Null("LastSyncTimeStamp").
		Text("PostalCode", o.PostalCode).Text("PreferredLanguage", o.PreferredLanguage).Texts("ServiceInfo", nil).Text("ServiceInstance", o.ServiceInstance).
		Put("SipDomain", list).Text("State", o.State).Text("Street", o.Street).Text("TeamsUpgradeEffectiveMode", o.TeamsUpgradeEffectiveMode).
		Flag("TeamsUpgradeNotificationsEnabled", false).Null("TeamsUpgradeOverridePolicy").Text("TeamsUpgradePolicyIsReadOnly", "ModeAndNotifications").
		Text("TelephoneNumber", o.TelephoneNumber).Text("TenantId", o.TenantID).Put("VerifiedDomains", list).Put("VerifiedSipDomains", list).
		Time("WhenChanged", o.WhenChanged).Time("WhenCreated", o.WhenCreated).Put("LastProvisionTimeStamps", stamps).Put("LastPublishTimeStamps", stamps).Value())
}}
