package service

import (
	"strings"

	"rehearse/state"
)

// getter reads one property of a user, as Get-CsOnlineUser shows it, for filters
// and sorting.
type getter = func(Call, *state.User) operand

// plainProperties are those that are stored as they are shown.
var plainProperties = map[string]func(*state.User) operand{
	"accountenabled":               func(u *state.User) operand { return truth(u.AccountEnabled) },
	"accounttype":                  func(u *state.User) operand { return text(string(u.AccountType)) },
	"alias":                        func(u *state.User) operand { return text(u.Alias) },
	"city":                         func(u *state.User) operand { return text(u.City) },
	"company":                      func(u *state.User) operand { return text(u.Company) },
	"country":                      func(u *state.User) operand { return text(u.Country) },
	"department":                   func(u *state.User) operand { return text(u.Department) },
	"displayname":                  func(u *state.User) operand { return text(u.DisplayName) },
	"givenname":                    func(u *state.User) operand { return text(u.GivenName) },
	"identity":                     func(u *state.User) operand { return text(u.ObjectID) },
	"lastname":                     func(u *state.User) operand { return text(u.LastName) },
	"onpremlineuri":                func(u *state.User) operand { return phone(u.OnPremLine) },
	"onprementerprisevoiceenabled": func(u *state.User) operand { return truth(u.OnPremEnterpriseVoiceEnabled) },
	"postalcode":                   func(u *state.User) operand { return text(u.PostalCode) },
	"sipaddress":                   func(u *state.User) operand { return text(u.SipAddress) },
	"softdeletiontimestamp":        func(u *state.User) operand { return instant(u.SoftDeletedAt) },
	"stateorprovince":              func(u *state.User) operand { return text(u.StateOrProvince) },
	"street":                       func(u *state.User) operand { return text(u.Street) },
	"title":                        func(u *state.User) operand { return text(u.Title) },
	"usagelocation":                func(u *state.User) operand { return text(u.UsageLocation) },
	"userdirsyncenabled":           func(u *state.User) operand { return truth(u.DirSynced) },
	"userprincipalname":            func(u *state.User) operand { return text(u.UserPrincipalName) },
	"whenchanged":                  func(u *state.User) operand { return instant(u.WhenChanged) },
	"whencreated":                  func(u *state.User) operand { return instant(u.WhenCreated) },
}

// computedProperties are those that depend on the time or on other records.
var computedProperties = map[string]getter{
	"lineuri": func(c Call, u *state.User) operand {
		if line := c.lineOf(u).CloudLine; line != "" {
			return phone("tel:" + line)
		}
		return operand{}
	},
	"enterprisevoiceenabled": func(c Call, u *state.User) operand { return truth(c.lineOf(u).EnterpriseVoiceEnabled) },
	"featuretypes":           func(c Call, u *state.User) operand { return list(features(c.assignedPlan(u))) },
	"assignedplan":           assignedPlanNames,
	"assignedplans":          assignedPlanNames,
	"interpretedusertype": func(c Call, u *state.User) operand {
		return text(interpreted(u, features(c.assignedPlan(u))))
	},
	"tenantid":                  func(c Call, _ *state.User) operand { return text(c.Tx.Organization().TenantID) },
	"teamsupgradeeffectivemode": func(c Call, _ *state.User) operand { return text(c.Tx.Organization().TeamsUpgradeEffectiveMode) },
	"issipenabled":              func(_ Call, u *state.User) operand { return truth(u.SipAddress != "") },
	"hostingprovider": func(_ Call, u *state.User) operand {
		if u.HostedOnPrem {
			return text("SRV:")
		}
		return text("sipfed.online.lync.com")
	},
	"uservalidationerrors": func(Call, *state.User) operand { return operand{} },
	"telephonenumbers": func(c Call, u *state.User) operand {
		line := c.lineOf(u)
		var numbers []string
		if line.CloudLine != "" {
			numbers = append(numbers, line.CloudLine)
		}
		for _, n := range line.ExtraNumbers {
			numbers = append(numbers, n.Number)
		}
		return list(numbers)
	},
}

func assignedPlanNames(c Call, u *state.User) operand {
	var names []string
	for _, p := range c.assignedPlan(u) {
		names = append(names, p.Capability)
	}
	return list(names)
}

// userGetter finds the getter of a property in any case; nil when there is no
// such property. Whatever ends in Policy, and the few policies that do not, is
// read from the direct assignments as "Tenant:Name" or "Host:Name".
func userGetter(name string) getter {
	key := strings.ToLower(name)
	if plain := plainProperties[key]; plain != nil {
		return func(_ Call, u *state.User) operand { return plain(u) }
	}
	if computed := computedProperties[key]; computed != nil {
		return computed
	}
	if strings.HasSuffix(key, "policy") || key == "tenantdialplan" || key == "callinglineidentity" {
		return func(c Call, u *state.User) operand {
			granted := c.policiesOf(u).Policy(key)
			if granted == "" {
				return operand{}
			}
			return text(c.authority(key, granted) + ":" + granted)
		}
	}
	return nil
}

// authority is "Host" for Microsoft's own instances and "Tenant" for others.
func (c Call) authority(policyType, name string) string {
	if o := c.Tx.Object(policyType, name); o != nil && o.BuiltIn {
		return "Host"
	}
	return "Tenant"
}
