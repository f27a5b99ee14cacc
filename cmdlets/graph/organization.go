package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

var getOrganization = &online.Behavior{Name: "Get-MgOrganization", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	return c.Write(organizationObject(service.Organization(call)))
}}

func organizationObject(o *state.Organization) value.Value {
	domains := make([]value.Value, len(o.Domains))
	for i, d := range o.Domains {
		domains[i] = online.New("Microsoft.Graph.PowerShell.Models.MicrosoftGraphVerifiedDomain").Text("Name", d.Name).Flag("IsDefault", i == 0).
			Flag("IsInitial", false).Text("Type", "Managed").Value()
	}
	return online.New(typeOrganization).Text("Id", o.TenantID).Text("DisplayName", o.DisplayName).Text("ObjectId", o.TenantID).Text("City", o.City).
		Text("Country", o.Country).Text("CountryLetterCode", o.CountryLetterCode).Text("PostalCode", o.PostalCode).Text("State", o.State).Text("Street", o.Street).
		Text("PreferredLanguage", o.PreferredLanguage).Put("VerifiedDomains", value.OfArray(domains...)).Flag("OnPremisesSyncEnabled", o.DirSyncEnabled).Value()
}

var getContext = &online.Behavior{Name: "Get-MgContext", Run: showContext}

var getEntraContext = &online.Behavior{Name: "Get-EntraContext", Run: showContext}

// showContext is who is signed in; nothing for a script that is not.
func showContext(c *runtime.Call) error {
	s := online.Of(c)
	if s == nil || !s.Graph {
		return nil
	}
	o := service.Organization(s.Service(c))
	account := s.Account
	if account == "" {
		account = o.AdminUPN
	}
	return c.Write(online.New("Microsoft.Graph.PowerShell.Authentication.AuthContext").Text("ClientId", "14d82eec-204b-4c2f-b7e8-296a70dab67e").Text("TenantId", o.TenantID).
		Texts("Scopes", nil).Text("AuthType", "Delegated").Text("TokenCredentialType", "InteractiveBrowser").Null("CertificateThumbprint").Text("Account", account).
		Text("AppName", "Microsoft Graph Command Line Tools").Text("ContextScope", "CurrentUser").Text("Environment", "Global").Value())
}
