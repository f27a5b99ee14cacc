package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

var getLicenseDetail = &online.Behavior{Name: "Get-MgUserLicenseDetail", Run: func(c *runtime.Call) error {
	return readLicenses(c, online.ConnectedGraph, "UserId", typeLicense, typePlan)
}}

// readLicenses lists the licences of a user with their plans.
func readLicenses(c *runtime.Call, connected connection, key, typeName, planType string) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	list, err := service.Licenses(call, online.ArgsOf(c).Text(key))
	if err != nil {
		return online.Fail(c, err, c.Name()+"_List")
	}
	for _, l := range list {
		plans := make([]value.Value, len(l.ServicePlans))
		for i, p := range l.ServicePlans {
			plans[i] = planObject(planType, p.Plan, p.ProvisioningStatus)
		}
		o := online.New(typeName).Text("Id", l.SkuID).Text("SkuId", l.SkuID).Text("SkuPartNumber", l.SkuPartNumber).
			Put("ServicePlans", value.OfArray(plans...)).Value()
		if err := c.Write(o); err != nil {
			return err
		}
	}
	return nil
}

func planObject(typeName string, p *state.Plan, status string) value.Value {
	return online.New(typeName).Text("AppliesTo", "User").Text("ProvisioningStatus", status).Text("ServicePlanId", p.ID).Text("ServicePlanName", p.Name).Value()
}

var getSubscribedSku = &online.Behavior{Name: "Get-MgSubscribedSku", Run: func(c *runtime.Call) error {
	return readSubscriptions(c, online.ConnectedGraph, typeSku, typePlan)
}}

// readSubscriptions lists what the tenant owns.
func readSubscriptions(c *runtime.Call, connected connection, typeName, planType string) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	org := service.Organization(call)
	for _, s := range service.Subscriptions(call) {
		plans := make([]value.Value, len(s.ServicePlans))
		for i, p := range s.ServicePlans {
			plans[i] = planObject(planType, p, "Success")
		}
		units := online.New("Microsoft.Graph.PowerShell.Models.MicrosoftGraphLicenseUnitsDetail").Int("Enabled", s.Enabled).Int("LockedOut", 0).Int("Suspended", s.Suspended).Int("Warning", s.Warning).Value()
		id := org.TenantID + "_" + s.SkuID
		o := online.New(typeName).Text("Id", id).Text("AccountId", org.TenantID).Text("AccountName", org.DisplayName).Text("AppliesTo", "User").
			Text("CapabilityStatus", s.CapabilityStatus).Int("ConsumedUnits", s.ConsumedUnits).Text("SkuId", s.SkuID).Text("SkuPartNumber", s.SkuPartNumber).
			Put("PrepaidUnits", units).Put("ServicePlans", value.OfArray(plans...)).Text("ObjectId", id).Value()
		if err := c.Write(o); err != nil {
			return err
		}
	}
	return nil
}

// setLicense is Set-MgUserLicense (semantics 2.15): both lists are mandatory, @() for none.
var setLicense = &online.Behavior{Name: "Set-MgUserLicense", Run: func(c *runtime.Call) error {
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
	u, err := changeLicenses(c, online.ConnectedGraph, a.Text("UserId"), runtime.ListOf(add), remove)
	if err != nil || u == nil {
		return err
	}
	return c.Write(userObject(u))
}, Adjust: licenseParameters}

// changeLicenses adds and removes licences in one step. The user is nil when nothing was done: the refusal has been shown, or ShouldProcess
// said no.
func changeLicenses(c *runtime.Call, connected connection, identity string, add []value.Value, remove []string) (*state.User, error) {
	call, err := connected(c)
	if err != nil {
		return nil, err
	}
	change := service.LicenseChange{Identity: identity, Remove: remove}
	for _, x := range add {
		l, err := licenseAdd(c, x)
		if err != nil {
			return nil, err
		}
		change.Add = append(change.Add, l)
	}
	ok, err := c.ShouldProcess(identity, "")
	if err != nil || !ok {
		return nil, err
	}
	u, err := service.ChangeLicenses(call, change)
	if err != nil {
		return nil, online.Fail(c, err, c.Name()+"_AssignExpanded")
	}
	return u, nil
}

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
