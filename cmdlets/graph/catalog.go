// Package graph is the directory's cmdlets: Microsoft Graph, and over the same state Entra, MSOnline and AzureAD, declared by the
// embedded catalogue. Those in behaviors are simulated.
package graph

import (
	_ "embed"

	"rehearse/cmdlets/online"
)

//go:embed catalog.json
var catalogText string

// Catalog is a new catalogue of the modules; it belongs to one engine.
func Catalog() *online.Catalog { return online.NewCatalog(catalogText, true, behaviors, nil) }

// behaviors is every simulated cmdlet of the modules.
func behaviors() []*online.Behavior {
	return []*online.Behavior{
		connectGraph, disconnectGraph, getContext, getOrganization, getUser, updateUser, getLicenseDetail, getSubscribedSku, setLicense, reprocessLicense,
		getGroup, getGroupMember, newGroupMember, newGroupMemberByRef,
		connectEntra, disconnectEntra, getEntraContext, getEntraUser, setEntraUser, getEntraLicense, getEntraSku, getEntraAccountSku, setEntraLicense,
		getEntraGroup, getEntraMember, addEntraMember,
		connectAzureAD, disconnectAzureAD, getAzureUser, setAzureUser, getAzureLicense, setAzureLicense, getAzureSku, getAzureGroup, getAzureMember, getAzureTenant, getAzureDomain,
		connectMSOnline, getMsolUser, setMsolUser, getAccountSku, newLicenseOptions, setMsolLicense, getMsolDomain,
	}
}
