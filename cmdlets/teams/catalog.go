// Package teams is the MicrosoftTeams module: 621 cmdlets declared by the embedded catalogue, of which those in behaviors are simulated.
package teams

import (
	_ "embed"

	"rehearse/cmdlets/online"
)

//go:embed catalog.json
var catalogText string

// Catalog is a new catalogue of the module; it belongs to one engine.
func Catalog() *online.Catalog {
	return online.NewCatalog(catalogText, true, behaviors, familyBehavior)
}

// behaviors is every simulated cmdlet of the module.
func behaviors() []*online.Behavior {
	return []*online.Behavior{
		connectTeams, disconnectTeams, getTenant,
		getOnlineUser, setUser, setVoiceUser, getVoiceUser,
		setNumber, removeNumber, getNumber, getTelephoneNumber,
		getRoutingPolicy, newRoutingPolicy, setRoutingPolicy, removeRoutingPolicy, grantRoutingPolicy,
		getUsage, setUsage, getRoute, newRoute, setRoute, removeRoute,
		newAddress, getAddress, setAddress, removeAddress,
		newLocation, getLocation, setLocation, removeLocation,
		newGateway, getGateway, setGateway, removeGateway,
		newAccount, getAccount, findAccount, setAccount, syncAccount, newAssociation, getAssociation, removeAssociation,
		getGroupPolicy, newGroupPolicy, removeGroupPolicy, getUserPolicy,
	}
}
