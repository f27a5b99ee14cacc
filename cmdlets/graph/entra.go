package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// The Entra modules are the directory's newer face over Microsoft Graph: the same objects under AzureAD's names.

var connectEntra = &online.Behavior{Name: "Connect-Entra", Run: func(c *runtime.Call) error { return connectGraph.Run(c) }}

var disconnectEntra = &online.Behavior{Name: "Disconnect-Entra", Run: func(c *runtime.Call) error { return disconnectGraph.Run(c) }}

var getEntraUser = &online.Behavior{Name: "Get-EntraUser", Run: func(c *runtime.Call) error {
	return readUsers(c, online.ConnectedGraph, "UserId", userObject)
}}

var setEntraUser = &online.Behavior{Name: "Set-EntraUser", Run: func(c *runtime.Call) error { return writeUser(c, online.ConnectedGraph, "UserId") }}

var getEntraLicense = &online.Behavior{Name: "Get-EntraUserLicenseDetail", Run: func(c *runtime.Call) error {
	return readLicenses(c, online.ConnectedGraph, "UserId", typeLicense, typePlan)
}}

var getEntraSku = &online.Behavior{Name: "Get-EntraSubscribedSku", Run: func(c *runtime.Call) error {
	return readSubscriptions(c, online.ConnectedGraph, typeSku, typePlan)
}}

var setEntraLicense = &online.Behavior{Name: "Set-EntraUserLicense", Run: func(c *runtime.Call) error {
	_, err := assignedLicenses(c, online.ConnectedGraph, "UserId")
	return err
}, Adjust: anyLicenses}

var getEntraGroup = &online.Behavior{Name: "Get-EntraGroup", Run: func(c *runtime.Call) error { return readGroups(c, online.ConnectedGraph, "GroupId") }}

var getEntraMember = &online.Behavior{Name: "Get-EntraGroupMember", Run: func(c *runtime.Call) error {
	return readMembers(c, online.ConnectedGraph, "GroupId", userObject)
}}

// anyLicenses lets -AssignedLicenses be any object or hashtable with AddLicenses and RemoveLicenses.
func anyLicenses(c *runtime.Cmdlet) {
	for i := range c.Params {
		if c.Params[i].Name == "AssignedLicenses" {
			c.Params[i].Type = nil
		}
	}
}

// assignedLicenses is the change that -AssignedLicenses describes.
func assignedLicenses(c *runtime.Call, connected connection, key string) (done bool, err error) {
	a := online.ArgsOf(c)
	wanted := a.Arg("AssignedLicenses")
	add, err := c.Property(wanted, "AddLicenses")
	if err != nil {
		return false, err
	}
	remove, err := c.Property(wanted, "RemoveLicenses")
	if err != nil {
		return false, err
	}
	var gone []string
	for _, x := range runtime.ListOf(remove) {
		gone = append(gone, value.ToString(x))
	}
	u, err := changeLicenses(c, connected, a.Text(key), runtime.ListOf(add), gone)
	return u != nil, err
}
