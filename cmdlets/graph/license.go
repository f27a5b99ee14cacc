package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state/service"
)

var getLicenseDetail = &online.Behavior{Name: "Get-MgUserLicenseDetail", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	list, err := service.Licenses(call, online.ArgsOf(c).Text("UserId"))
	if err != nil {
		return online.Fail(c, err, "Get-MgUserLicenseDetail_List")
	}
	for _, l := range list {
		plans := make([]value.Value, len(l.ServicePlans))
		for i, p := range l.ServicePlans {
			plans[i] = online.New("Microsoft.Graph.PowerShell.Models.MicrosoftGraphServicePlanInfo").Text("AppliesTo", "User").Text("ProvisioningStatus", p.ProvisioningStatus).
				Text("ServicePlanId", p.ID).Text("ServicePlanName", p.Name).Value()
		}
		o := online.New(typeLicense).Text("Id", l.SkuID).Text("SkuId", l.SkuID).Text("SkuPartNumber", l.SkuPartNumber).
			Put("ServicePlans", value.OfArray(plans...)).Value()
		if err := c.Write(o); err != nil {
			return err
		}
	}
	return nil
}}

var getSubscribedSku = &online.Behavior{Name: "Get-MgSubscribedSku", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	org := service.Organization(call)
	for _, s := range service.Subscriptions(call) {
		plans := make([]value.Value, len(s.ServicePlans))
		for i, p := range s.ServicePlans {
			plans[i] = online.New("Microsoft.Graph.PowerShell.Models.MicrosoftGraphServicePlanInfo").Text("AppliesTo", "User").Text("ProvisioningStatus", "Success").
				Text("ServicePlanId", p.ID).Text("ServicePlanName", p.Name).Value()
		}
		units := online.New("Microsoft.Graph.PowerShell.Models.MicrosoftGraphLicenseUnitsDetail").Int("Enabled", s.Enabled).Int("LockedOut", 0).Int("Suspended", s.Suspended).Int("Warning", s.Warning).Value()
		o := online.New(typeSku).Text("Id", org.TenantID+"_"+s.SkuID).Text("AccountId", org.TenantID).
			Text("AccountName", org.DisplayName).Text("AppliesTo", "User").Text("CapabilityStatus", s.CapabilityStatus).Int("ConsumedUnits", s.ConsumedUnits).
			Text("SkuId", s.SkuID).Text("SkuPartNumber", s.SkuPartNumber).Put("PrepaidUnits", units).Put("ServicePlans", value.OfArray(plans...)).Value()
		if err := c.Write(o); err != nil {
			return err
		}
	}
	return nil
}}

// setLicense is Set-MgUserLicense (semantics 2.15): both lists are mandatory, @() for none.
var setLicense = &online.Behavior{Name: "Set-MgUserLicense", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	add, remove := a.Arg("AddLicenses"), a.Texts("RemoveLicenses")
	if body, ok := value.As[*value.Dictionary](a.Arg("BodyParameter").Base()); ok {
		add, _ = body.GetString("addLicenses")
		if r, ok := body.GetString("removeLicenses"); ok {
			for _, x := range runtime.ListOf(r) {
				remove = append(remove, value.ToString(x))
			}
		}
	}
	change := service.LicenseChange{Identity: a.Text("UserId"), Remove: remove}
	for _, x := range runtime.ListOf(add) {
		l, err := licenseAdd(c, x)
		if err != nil {
			return err
		}
		change.Add = append(change.Add, l)
	}
	ok, err := c.ShouldProcess(change.Identity, "")
	if err != nil || !ok {
		return err
	}
	u, err := service.ChangeLicenses(call, change)
	if err != nil {
		return online.Fail(c, err, "Set-MgUserLicense_AssignExpanded")
	}
	return c.Write(userObject(u))
}, Adjust: licenseParameters}

// licenseParameters lets the two lists be any objects with SkuId and DisabledPlans: hashtables, as scripts write them.
func licenseParameters(c *runtime.Cmdlet) {
	for i := range c.Params {
		switch c.Params[i].Name {
		case "AddLicenses", "BodyParameter":
			c.Params[i].Type = nil
		case "RemoveLicenses":
			c.Params[i].Type = value.TypeStringArray
		}
	}
}

func licenseAdd(c *runtime.Call, v value.Value) (service.LicenseAdd, error) {
	l := service.LicenseAdd{}
	sku, err := c.Property(v, "SkuId")
	if err != nil {
		return l, err
	}
	plans, err := c.Property(v, "DisabledPlans")
	if err != nil {
		return l, err
	}
	l.Sku = value.ToString(sku)
	if sku.IsNull() {
		l.Sku = value.ToString(v)
	}
	for _, p := range runtime.ListOf(plans) {
		l.DisabledPlans = append(l.DisabledPlans, value.ToString(p))
	}
	return l, nil
}

// reprocessLicense is Invoke-MgLicenseUser: group licences are computed again in the background.
var reprocessLicense = &online.Behavior{Name: "Invoke-MgLicenseUser", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	u, err := service.ReprocessLicenses(call, online.ArgsOf(c).Text("UserId"))
	if err != nil {
		return online.Fail(c, err, "Invoke-MgLicenseUser_Reprocess")
	}
	return c.Write(userObject(u))
}}
