package graph

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

func groupObject(g *state.Group) value.Value {
	nickname, _, _ := strings.Cut(g.Mail, "@")
	return online.New(typeGroup).Text("DisplayName", g.DisplayName).Text("Id", g.GroupID).Optional("MailNickname", nickname).Null("Description").
		Optional("Mail", g.Mail).Flag("MailEnabled", g.Mail != "").Flag("SecurityEnabled", true).Text("ObjectId", g.GroupID).Value()
}

var getGroup = &online.Behavior{Name: "Get-MgGroup", Run: func(c *runtime.Call) error { return readGroups(c, online.ConnectedGraph, "GroupId") }}

// readGroups is Get of a group, or of those whose name begins as -SearchString says.
func readGroups(c *runtime.Call, connected connection, key string) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if id := a.Text(key); id != "" {
		g, err := service.Group(call, id)
		if err != nil {
			return online.Fail(c, err, c.Name()+"_Get")
		}
		return c.Write(groupObject(g))
	}
	wanted, ok := groupName(a.Text("Filter"))
	if !ok {
		return online.Complain(c, "rehearse understands group filters of the form displayName eq 'value'; this one it does not: "+a.Text("Filter"))
	}
	for g := range call.Tx.Groups() {
		if wanted != "" && !strings.EqualFold(g.DisplayName, wanted) || !begins(g.DisplayName, a.Text("SearchString")) {
			continue
		}
		if err := c.Write(groupObject(g)); err != nil {
			return err
		}
	}
	return nil
}

// groupName reads displayName eq 'value'; "" without a filter, false for any other.
func groupName(filter string) (string, bool) {
	words := strings.Fields(filter)
	switch {
	case len(words) == 0:
		return "", true
	case len(words) < 3 || !strings.EqualFold(words[0], "displayName") || !strings.EqualFold(words[1], "eq"):
		return "", false
	}
	_, quoted, _ := strings.Cut(filter, "'")
	name, rest, ok := strings.Cut(quoted, "'")
	return name, ok && strings.TrimSpace(rest) == ""
}

var getGroupMember = &online.Behavior{Name: "Get-MgGroupMember", Run: func(c *runtime.Call) error {
	return readMembers(c, online.ConnectedGraph, "GroupId", func(u *state.User) value.Value {
		return online.New(typeMember).Text("Id", u.ObjectID).Null("DeletedDateTime").Text("DisplayName", u.DisplayName).Text("UserPrincipalName", u.UserPrincipalName).Value()
	})
}}

func readMembers(c *runtime.Call, connected connection, key string, shape func(*state.User) value.Value) error {
	call, err := connected(c)
	if err != nil {
		return err
	}
	g, err := service.Group(call, online.ArgsOf(c).Text(key))
	if err != nil {
		return online.Fail(c, err, c.Name()+"_List")
	}
	for _, u := range call.Tx.Members(g.GroupID) {
		if err := c.Write(shape(u)); err != nil {
			return err
		}
	}
	return nil
}

var newGroupMember = &online.Behavior{Name: "New-MgGroupMember", Run: func(c *runtime.Call) error {
	return addMember(c, online.ArgsOf(c).Text("DirectoryObjectId"))
}}

// newGroupMemberByRef names the member by its address at the end: …/directoryObjects/ID.
var newGroupMemberByRef = &online.Behavior{Name: "New-MgGroupMemberByRef", Run: func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	address := a.Text("OdataId")
	if body, ok := value.As[*value.Dictionary](a.Arg("BodyParameter").Base()); ok {
		v, _ := body.GetString("@odata.id")
		address = value.ToString(v)
	}
	return addMember(c, address[strings.LastIndexByte(address, '/')+1:])
}, Adjust: func(c *runtime.Cmdlet) {
	for i := range c.Params {
		if c.Params[i].Name == "BodyParameter" {
			c.Params[i].Type = nil
		}
	}
}}

var addEntraMember = &online.Behavior{Name: "Add-EntraGroupMember", Run: func(c *runtime.Call) error {
	return addMember(c, online.ArgsOf(c).Text("MemberId"))
}}

func addMember(c *runtime.Call, member string) error {
	call, err := online.ConnectedGraph(c)
	if err != nil {
		return err
	}
	group := online.ArgsOf(c).Text("GroupId")
	ok, err := c.ShouldProcess(group, "")
	if err != nil || !ok {
		return err
	}
	if err := service.AddGroupMember(call, group, member); err != nil {
		return online.Fail(c, err, c.Name()+"_Create")
	}
	return nil
}
