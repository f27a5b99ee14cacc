package graph

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// MSOnline is the oldest module of the directory, retired; licences are named tenant:SKU there.

var connectMSOnline = &online.Behavior{Name: "Connect-MsolService", Run: func(c *runtime.Call) error {
	s := online.Of(c)
	if s == nil {
		_, err := online.ConnectedMSOnline(c)
		return err
	}
	s.MSOnline = true
	return nil
}}

// accountSku is a product as MSOnline names it.
func accountSku(o *state.Organization, part string) string {
	domain, _, _ := strings.Cut(o.Domains[0].Name, ".")
	return domain + ":" + part
}

func msolUser(o *state.Organization) func(u *state.User) value.Value {
	return func(u *state.User) value.Value {
		licenses := make([]value.Value, len(u.Licenses))
		for i, l := range u.Licenses {
			licenses[i] = online.New("Microsoft.Online.Administration.UserLicense").Text("AccountSkuId", accountSku(o, state.SkuName(l.SkuID))).Value()
		}
		return online.New(typeMsolUser).Text("UserPrincipalName", u.UserPrincipalName).Text("DisplayName", u.DisplayName).Flag("isLicensed", len(u.Licenses) > 0).
			Text("ObjectId", u.ObjectID).Flag("BlockCredential", !u.AccountEnabled).Optional("City", u.City).Optional("Country", u.Country).Optional("Department", u.Department).
			Optional("FirstName", u.GivenName).Optional("LastName", u.LastName).Put("Licenses", value.OfArray(licenses...)).Optional("Office", u.Office).
			Optional("PostalCode", u.PostalCode).Optional("State", u.StateOrProvince).Optional("StreetAddress", u.Street).Optional("Title", u.Title).
			Optional("UsageLocation", u.UsageLocation).Value()
	}
}

var getMsolUser = &online.Behavior{Name: "Get-MsolUser", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedMSOnline(c)
	if err != nil {
		return err
	}
	a, shape := online.ArgsOf(c), msolUser(service.Organization(call))
	if a.Given("UserPrincipalName") {
		u, err := service.DirectoryUser(call, a.Text("UserPrincipalName"))
		if err != nil {
			return online.Fail(c, err, "Get-MsolUser_Get")
		}
		return c.Write(shape(u))
	}
	return readUsers(c, online.ConnectedMSOnline, "ObjectId", shape)
}}

var setMsolUser = &online.Behavior{Name: "Set-MsolUser", Run: func(c *runtime.Call) error { return writeUser(c, online.ConnectedMSOnline, "ObjectId") }}

var getAccountSku = &online.Behavior{Name: "Get-MsolAccountSku", Run: func(c *runtime.Call) error { return readAccountSkus(c, online.ConnectedMSOnline) }}

var getEntraAccountSku = &online.Behavior{Name: "Get-EntraAccountSku", Run: func(c *runtime.Call) error { return readAccountSkus(c, online.ConnectedGraph) }}

func readAccountSkus(c *runtime.Call, connected connection) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	o := service.Organization(call)
	for _, s := range service.Subscriptions(call) {
		x := online.New(typeAccountSku).Text("AccountSkuId", accountSku(o, s.SkuPartNumber)).Int("ActiveUnits", s.Enabled).Int("WarningUnits", s.Warning).
			Int("ConsumedUnits", s.ConsumedUnits).Text("SkuId", s.SkuID).Text("SkuPartNumber", s.SkuPartNumber).Int("SuspendedUnits", s.Suspended).Value()
		if err := c.Write(x); err != nil {
			return err
		}
	}
	return nil
}

// newLicenseOptions says which plans of a licence are to be off.
var newLicenseOptions = &online.Behavior{Name: "New-MsolLicenseOptions", Run: func(c *runtime.Call) error {
	if _, err := online.ConnectedMSOnline(c); err != nil {
		return err
	}
	a := online.ArgsOf(c)
	return c.Write(online.New("Microsoft.Online.Administration.LicenseOption").Text("AccountSkuId", a.Text("AccountSkuId")).Texts("DisabledServicePlans", a.Texts("DisabledPlans")).Value())
}}

// setMsolLicense is Set-MsolUserLicense: licences by tenant:SKU, plans off by the options (semantics 2.15).
var setMsolLicense = &online.Behavior{Name: "Set-MsolUserLicense", Run: func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	id := a.Text("UserPrincipalName")
	if id == "" {
		id = a.Text("ObjectId")
	}
	change := service.LicenseChange{Identity: id, Remove: a.Texts("RemoveLicenses")}
	for _, sku := range a.Texts("AddLicenses") {
		change.Add = append(change.Add, service.LicenseAdd{Sku: sku})
	}
	for _, o := range runtime.ListOf(a.Arg("LicenseOptions")) {
		if err := applyOptions(c, &change, o); err != nil {
			return err
		}
	}
	call, err := online.ConnectedMSOnline(c)
	if err != nil {
		return err
	}
	if _, err := service.ChangeLicenses(call, change); err != nil {
		return online.Fail(c, err, "Set-MsolUserLicense_Set")
	}
	return nil
}, Adjust: func(c *runtime.Cmdlet) {
	for i := range c.Params {
		if c.Params[i].Name == "LicenseOptions" {
			c.Params[i].Type = nil
		}
	}
}}

// applyOptions switches plans off in a licence that is added, or in one that the user has.
func applyOptions(c *runtime.Call, change *service.LicenseChange, options value.Value) error {
	sku, err := c.Property(options, "AccountSkuId")
	if err != nil {
		return err
	}
	plans, err := c.Property(options, "DisabledServicePlans")
	if err != nil {
		return err
	}
	var off []string
	for _, p := range runtime.ListOf(plans) {
		off = append(off, value.ToString(p))
	}
	for i := range change.Add {
		if strings.EqualFold(change.Add[i].Sku, value.ToString(sku)) {
			change.Add[i].DisabledPlans = off
			return nil
		}
	}
	change.Add = append(change.Add, service.LicenseAdd{Sku: value.ToString(sku), DisabledPlans: off})
	return nil
}

var getMsolDomain = &online.Behavior{Name: "Get-MsolDomain", Run: func(c *runtime.Call) error { return readDomains(c, online.ConnectedMSOnline, "DomainName") }}

var getAzureDomain = &online.Behavior{Name: "Get-AzureADDomain", Run: func(c *runtime.Call) error { return readDomains(c, online.ConnectedAzureAD, "Name") }}

func readDomains(c *runtime.Call, connected connection, key string) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	wanted := online.ArgsOf(c).Text(key)
	for i, d := range service.Organization(call).Domains {
		if wanted != "" && !strings.EqualFold(d.Name, wanted) {
			continue
		}
		x := online.New(typeDomain).Text("Name", d.Name).Text("Status", "Verified").Text("Authentication", "Managed").Flag("IsDefault", i == 0).Flag("IsVerified", true).Value()
		if err := c.Write(x); err != nil {
			return err
		}
	}
	return nil
}
