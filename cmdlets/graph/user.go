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
	return readUsers(c, online.ConnectedGraph, "UserId", userObject)
}}

// readUsers is Get of a user, or of those that fit -Filter, -SearchString or -Search; a hundred unless -All or -Top ask for more.
func readUsers(c *runtime.Call, connected connection, key string, shape func(*state.User) value.Value) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if id := a.Text(key); id != "" {
		u, err := service.DirectoryUser(call, id)
		if err != nil {
			return online.Fail(c, err, c.Name()+"_Get")
		}
		return c.Write(shape(u))
	}
	limit := 100
	if a.Flag("All") {
		limit = -1
	}
	if a.Given("Top") {
		limit = a.Number("Top")
	}
	search := a.Text("SearchString")
	filter, ok := odata(a.Text("Filter"))
	if !ok {
		return online.Complain(c, "rehearse understands filters of the forms property eq 'value', startswith(property,'value') joined by and; this one it does not: "+a.Text("Filter"))
	}
	users, err := service.Users(call, service.UserQuery{Filter: filter, Limit: -1})
	if err != nil {
		return online.Fail(c, err, c.Name()+"_List")
	}
	for _, u := range users {
		if limit == 0 {
			return nil
		}
		if search != "" && !begins(u.DisplayName, search) && !begins(u.UserPrincipalName, search) {
			continue
		}
		limit--
		if err := c.Write(shape(u.User)); err != nil {
			return err
		}
	}
	return nil
}

// connection is the service call of a connected script, or the error of one that has not connected.
type connection func(c *runtime.Call) (service.Call, error)

func begins(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

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
	return writeUser(c, online.ConnectedGraph, "UserId")
}}

// writeUser is the change of a user's attributes: the parameters are named alike in all generations, but for the older names behind the
// newer ones here.
func writeUser(c *runtime.Call, connected connection, key string) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	text := func(names ...string) *string {
		for _, n := range names {
			if s := a.TextOrNil(n); s != nil {
				return s
			}
		}
		return nil
	}
	enabled := a.FlagOrNil("AccountEnabled")
	if blocked := a.FlagOrNil("BlockCredential"); blocked != nil {
		allowed := !*blocked
		enabled = &allowed
	}
	id := a.Text(key)
	if id == "" {
		id = a.Text("UserPrincipalName")
	}
	ok, err := c.ShouldProcess(id, "")
	if err != nil || !ok {
		return err
	}
	_, err = service.UpdateUser(call, id, service.UserUpdate{
		UsageLocation: text("UsageLocation"), DisplayName: text("DisplayName"), GivenName: text("GivenName", "FirstName"), LastName: text("Surname", "LastName"),
		City: text("City"), Company: text("CompanyName"), Country: text("Country"), Department: text("Department"),
		Office: text("OfficeLocation", "PhysicalDeliveryOfficeName", "Office"), Title: text("JobTitle", "Title"), PostalCode: text("PostalCode"), State: text("State"),
		Street: text("StreetAddress"), AccountEnabled: enabled,
	})
	if err != nil {
		return online.Fail(c, err, c.Name()+"_UpdateExpanded")
	}
	return nil
}
