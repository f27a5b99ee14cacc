package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// AzureAD is the retired module over the old directory interface; scripts of its time still run here.

var connectAzureAD = &online.Behavior{Name: "Connect-AzureAD", Run: func(c *runtime.Call) error {
	s := online.Of(c)
	if s == nil {
		_, err := online.ConnectedAzureAD(c)
		return err
	}
	s.AzureAD = true
	o := service.Organization(s.Service(c))
	account := online.ArgsOf(c).Text("AccountId")
	if account == "" {
		account = o.AdminUPN
	}
	return c.Write(online.New("Microsoft.Open.Azure.AD.CommonLibrary.PSAzureContext").Text("Account", account).Text("Environment", "AzureCloud").
		Text("TenantId", o.TenantID).Text("TenantDomain", o.Domains[0].Name).Text("AccountType", "User").Value())
}}

var disconnectAzureAD = &online.Behavior{Name: "Disconnect-AzureAD", Run: func(c *runtime.Call) error {
	if s := online.Of(c); s != nil {
		s.AzureAD = false
	}
	return nil
}}

func azureUser(u *state.User) value.Value {
	licenses := make([]value.Value, len(u.Licenses))
	for i, l := range u.Licenses {
		licenses[i] = online.New("Microsoft.Open.AzureAD.Model.AssignedLicense").Texts("DisabledPlans", l.DisabledPlans).Text("SkuId", l.SkuID).Value()
	}
	kind := "Member"
	if u.AccountType == state.AccountGuest {
		kind = "Guest"
	}
	return online.New(typeAzureUser).Text("ObjectId", u.ObjectID).Text("DisplayName", u.DisplayName).Text("UserPrincipalName", u.UserPrincipalName).Text("UserType", kind).
		Flag("AccountEnabled", u.AccountEnabled).Put("AssignedLicenses", value.OfArray(licenses...)).Optional("City", u.City).Optional("CompanyName", u.Company).
		Optional("Country", u.Country).Optional("Department", u.Department).Optional("GivenName", u.GivenName).Optional("JobTitle", u.Title).Optional("Mail", u.Mail).
		Optional("MailNickName", u.Alias).Optional("PhysicalDeliveryOfficeName", u.Office).Optional("PostalCode", u.PostalCode).Optional("State", u.StateOrProvince).
		Optional("StreetAddress", u.Street).Optional("Surname", u.LastName).Optional("UsageLocation", u.UsageLocation).Value()
}

var getAzureUser = &online.Behavior{Name: "Get-AzureADUser", Run: func(c *runtime.Call) error {
	return readUsers(c, online.ConnectedAzureAD, "ObjectId", azureUser)
}}

var setAzureUser = &online.Behavior{Name: "Set-AzureADUser", Run: func(c *runtime.Call) error { return writeUser(c, online.ConnectedAzureAD, "ObjectId") }}

var getAzureLicense = &online.Behavior{Name: "Get-AzureADUserLicenseDetail", Run: func(c *runtime.Call) error {
	return readLicenses(c, online.ConnectedAzureAD, "ObjectId", typeAzureLicense, "Microsoft.Open.AzureAD.Model.ServicePlanInfo")
}}

var setAzureLicense = &online.Behavior{Name: "Set-AzureADUserLicense", Run: func(c *runtime.Call) error {
	_, err := assignedLicenses(c, online.ConnectedAzureAD, "ObjectId")
	return err
}, Adjust: anyLicenses}

var getAzureSku = &online.Behavior{Name: "Get-AzureADSubscribedSku", Run: func(c *runtime.Call) error {
	return readSubscriptions(c, online.ConnectedAzureAD, typeAzureSku, "Microsoft.Open.AzureAD.Model.ServicePlanInfo")
}}

var getAzureGroup = &online.Behavior{Name: "Get-AzureADGroup", Run: func(c *runtime.Call) error { return readGroups(c, online.ConnectedAzureAD, "ObjectId") }}

var getAzureMember = &online.Behavior{Name: "Get-AzureADGroupMember", Run: func(c *runtime.Call) error {
	return readMembers(c, online.ConnectedAzureAD, "ObjectId", azureUser)
}}

var getAzureTenant = &online.Behavior{Name: "Get-AzureADTenantDetail", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedAzureAD(c)
	if err != nil {
		return err
	}
	return c.Write(organizationObject(service.Organization(call)))
}}
