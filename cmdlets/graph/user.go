package graph

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

func userObject(u *state.User) value.Value {
	licenses := make([]value.Value, len(u.Licenses))
	for i, l := range u.Licenses {
		licenses[i] = online.New("Microsoft.Graph.PowerShell.Models.MicrosoftGraphAssignedLicense").Texts("DisabledPlans", l.DisabledPlans).Text("SkuId", l.SkuID).Value()
	}
	return online.New(typeUser).Text("DisplayName", u.DisplayName).Text("Id", u.ObjectID).Optional("Mail", u.Mail).Text("UserPrincipalName", u.UserPrincipalName).
		Flag("AccountEnabled", u.AccountEnabled).Put("AssignedLicenses", value.OfArray(licenses...)).Optional("City", u.City).Optional("CompanyName", u.Company).
		Optional("Country", u.Country).Optional("Department", u.Department).Optional("GivenName", u.GivenName).Optional("JobTitle", u.Title).
		Optional("MailNickname", u.Alias).Optional("OfficeLocation", u.Office).Optional("PostalCode", u.PostalCode).Optional("State", u.StateOrProvince).
		Optional("StreetAddress", u.Street).Optional("Surname", u.LastName).Optional("UsageLocation", u.UsageLocation).Value()
}

var getUser = &online.Behavior{Name: "Get-MgUser", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if id := a.Text("UserId"); id != "" {
		u, err := service.DirectoryUser(call, id)
		if err != nil {
			return online.Fail(c, err, "Get-MgUser_Get")
		}
		return c.Write(userObject(u))
	}
	limit := 100
	if a.Flag("All") {
		limit = -1
	}
	if a.Given("Top") {
		limit = a.Number("Top")
	}
	filter, ok := odata(a.Text("Filter"))
	if !ok {
		return online.Complain(c, "rehearse understands filters of the forms property eq 'value', startswith(property,'value') joined by and; this one it does not: "+a.Text("Filter"))
	}
	users, err := service.Users(call, service.UserQuery{Filter: filter, Limit: limit})
	if err != nil {
		return online.Fail(c, err, "Get-MgUser_List")
	}
	for _, u := range users {
		if err := c.Write(userObject(u.User)); err != nil {
			return err
		}
	}
	return nil
}}

// odata turns a Graph filter into the language of the service's own filters; false for what it does not understand.
func odata(filter string) (string, bool) {
	if strings.TrimSpace(filter) == "" {
		return "", true
	}
	var parts []string
	for _, p := range strings.Split(filter, " and ") {
		p = strings.TrimSpace(p)
		if rest, ok := strings.CutPrefix(strings.ToLower(p), "startswith("); ok {
			inner := strings.TrimSuffix(p[len(p)-len(rest):], ")")
			name, val, ok := strings.Cut(inner, ",")
			val = strings.Trim(strings.TrimSpace(val), "'")
			if !ok {
				return "", false
			}
			parts = append(parts, strings.TrimSpace(name)+" -like '"+val+"*'")
			continue
		}
		words := strings.SplitN(p, " ", 3)
		if len(words) != 3 {
			return "", false
		}
		op := map[string]string{"eq": "-eq", "ne": "-ne"}[strings.ToLower(words[1])]
		if op == "" {
			return "", false
		}
		val := words[2]
		switch strings.ToLower(val) {
		case "true", "false", "null":
			val = "$" + val
		}
		parts = append(parts, property(words[0])+" "+op+" "+val)
	}
	return strings.Join(parts, " -and "), true
}

// property is the service's name of a directory property.
func property(name string) string {
	switch strings.ToLower(name) {
	case "id":
		return "Identity"
	case "surname":
		return "LastName"
	case "companyname":
		return "Company"
	case "jobtitle":
		return "Title"
	}
	return name
}

var updateUser = &online.Behavior{Name: "Update-MgUser", Run: func(c *runtime.Call) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	_, err = service.UpdateUser(call, a.Text("UserId"), service.UserUpdate{
		UsageLocation: a.TextOrNil("UsageLocation"), DisplayName: a.TextOrNil("DisplayName"), GivenName: a.TextOrNil("GivenName"), LastName: a.TextOrNil("Surname"),
		City: a.TextOrNil("City"), Company: a.TextOrNil("CompanyName"), Country: a.TextOrNil("Country"), Department: a.TextOrNil("Department"),
		Office: a.TextOrNil("OfficeLocation"), Title: a.TextOrNil("JobTitle"), PostalCode: a.TextOrNil("PostalCode"), State: a.TextOrNil("State"),
		Street: a.TextOrNil("StreetAddress"), AccountEnabled: a.FlagOrNil("AccountEnabled"),
	})
	if err != nil {
		return online.Fail(c, err, "Update-MgUser_UpdateExpanded")
	}
	return nil
}}
