package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// accountObject is a resource account as Get-CsOnlineApplicationInstance shows it (semantics 1.8, 5.1).
func accountObject(tenant string, u *state.User) value.Value {
	line := ""
	if u.CloudLine != "" {
		line = "tel:" + u.CloudLine
	}
	return online.New(typeAccount).Null("AcsResourceId").Optional("ApplicationId", u.ApplicationID).Text("DisplayName", u.DisplayName).Text("ObjectId", u.ObjectID).
		Optional("PhoneNumber", line).Text("TenantId", tenant).Text("UserPrincipalName", u.UserPrincipalName).Value()
}

var newAccount = &online.Behavior{Name: "New-CsOnlineApplicationInstance", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("UserPrincipalName"), func(call service.Call, a online.Args) error {
		u, err := service.NewResourceAccount(call, service.AccountChange{Identity: a.Text("UserPrincipalName"), ApplicationID: a.TextOrNil("ApplicationId"), DisplayName: a.TextOrNil("DisplayName")})
		if err != nil {
			return err
		}
		return c.Write(accountObject(service.Organization(call).TenantID, u))
	})
}}

var getAccount = &online.Behavior{Name: "Get-CsOnlineApplicationInstance", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	tenant := service.Organization(call).TenantID
	names := a.Texts("Identities")
	if s := a.Text("Identity"); s != "" {
		names = append(names, s)
	}
	for _, name := range names {
		u, err := service.ResourceAccount(call, name)
		if err != nil {
			if err := online.Fail(c, err, ""); err != nil {
				return err
			}
			continue
		}
		if err := c.Write(accountObject(tenant, u.User)); err != nil {
			return err
		}
	}
	if len(names) > 0 {
		return nil
	}
	skip, most := a.Number("Skip"), a.Number("ResultSize")
	for i, u := range service.ResourceAccounts(call) {
		if i < skip || a.Given("ResultSize") && i >= skip+most {
			continue
		}
		if err := c.Write(accountObject(tenant, u.User)); err != nil {
			return err
		}
	}
	return nil
}}

// findAccount looks for three characters and more in names and numbers; ten results unless asked for another count.
var findAccount = &online.Behavior{Name: "Find-CsOnlineApplicationInstance", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	query, most := strings.ToLower(a.Text("SearchQuery")), 10
	if a.Given("MaxResults") {
		most = a.Number("MaxResults")
	}
	for _, u := range service.ResourceAccounts(call) {
		name, upn := strings.ToLower(u.DisplayName), strings.ToLower(u.UserPrincipalName)
		associated := call.Tx.Association(u.ObjectID) != nil
		switch {
		case most <= 0:
			return nil
		case a.Flag("ExactMatchOnly") && name != query && upn != query && u.CloudLine != a.Text("SearchQuery"):
			continue
		case !strings.Contains(name, query) && !strings.Contains(upn, query) && !strings.Contains(u.CloudLine, query):
			continue
		case a.Flag("AssociatedOnly") && !associated || a.Flag("UnAssociatedOnly") && associated:
			continue
		}
		most--
		if err := c.Write(online.New(typeFoundAccount, typeConfiguration).Text("Id", u.ObjectID).Text("Name", u.DisplayName).Optional("TelephoneNumber", u.CloudLine).Value()); err != nil {
			return err
		}
	}
	return nil
}}

var setAccount = &online.Behavior{Name: "Set-CsOnlineApplicationInstance", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Identity"), func(call service.Call, a online.Args) error {
		return service.SetResourceAccount(call, service.AccountChange{Identity: a.Text("Identity"), ApplicationID: a.TextOrNil("ApplicationId"),
			DisplayName: a.TextOrNil("DisplayName"), Number: a.TextOrNil("OnpremPhoneNumber")})
	})
}}

var syncAccount = &online.Behavior{Name: "Sync-CsOnlineApplicationInstance", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("ObjectId"), func(call service.Call, a online.Args) error {
		return service.SyncResourceAccount(call, a.Text("ObjectId"), a.Text("ApplicationId"))
	})
}}

// newAssociation reports a result for each account instead of failing (semantics 2.13).
var newAssociation = &online.Behavior{Name: "New-CsOnlineApplicationInstanceAssociation", Run: func(c *runtime.Call) error {
	return associations(c, func(call service.Call, a online.Args, identity string) error {
		return service.Associate(call, state.Association{UserID: identity, ConfigurationID: a.Text("ConfigurationId"), ConfigurationType: a.Text("ConfigurationType"), CallPriority: a.Number("CallPriority")})
	})
}}

var removeAssociation = &online.Behavior{Name: "Remove-CsOnlineApplicationInstanceAssociation", Run: func(c *runtime.Call) error {
	return associations(c, func(call service.Call, _ online.Args, identity string) error {
		return service.Dissociate(call, identity)
	})
}}

func associations(c *runtime.Call, do func(call service.Call, a online.Args, identity string) error) error {
	return with(c, strings.Join(online.ArgsOf(c).Texts("Identities"), ", "), func(call service.Call, a online.Args) error {
		var results []value.Value
		for _, identity := range a.Texts("Identities") {
			result, code := "Success", ""
			if err := do(call, a, identity); err != nil {
				result, code = "Error", err.Error()
			}
			results = append(results, online.New(typeAssociationResult).Text("Id", identity).Optional("ConfigurationType", a.Text("ConfigurationType")).
				Optional("ConfigurationId", a.Text("ConfigurationId")).Text("Result", result).Optional("StatusCode", code).Optional("StatusMessage", code).Value())
		}
		return c.Write(online.New(typeAssociationOutput, typeConfiguration).Put("Results", value.OfArray(results...)).Value())
	})
}

var getAssociation = &online.Behavior{Name: "Get-CsOnlineApplicationInstanceAssociation", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	u, err := service.ResourceAccount(call, online.ArgsOf(c).Text("Identity"))
	if err != nil {
		return online.Fail(c, err, "")
	}
	s := call.Tx.Association(u.ObjectID)
	if s == nil {
		return nil
	}
	return c.Write(online.New(typeAssociation, typeConfiguration).Text("Id", u.ObjectID).Text("ConfigurationType", s.ConfigurationType).
		Text("ConfigurationId", s.ConfigurationID).Int("CallPriority", s.CallPriority).Value())
}}
