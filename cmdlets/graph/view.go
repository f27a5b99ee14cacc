package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime/format"
)

// Views are how the objects of Microsoft Graph print (semantics 5.1).
func Views() []*format.View {
	return []*format.View{
		online.TableView(typeUser, "DisplayName", "Id", "Mail", "UserPrincipalName"),
		online.TableView(typeSku, "Id", "AccountId", "AccountName", "AppliesTo", "CapabilityStatus", "ConsumedUnits", "SkuId", "SkuPartNumber"),
		online.TableView(typeLicense, "Id", "SkuId", "SkuPartNumber"),
		online.TableView(typeGroup, "DisplayName", "Id", "MailNickname", "Description"),
		online.TableView(typeMember, "Id", "DeletedDateTime"),
		online.TableView(typeOrganization, "Id", "DisplayName"),
		online.TableView(typeMsolUser, "UserPrincipalName", "DisplayName", "isLicensed"),
		online.TableView(typeAccountSku, "AccountSkuId", "ActiveUnits", "WarningUnits", "ConsumedUnits"),
		online.TableView(typeDomain, "Name", "Status", "Authentication"),
		online.TableView(typeAzureUser, "ObjectId", "DisplayName", "UserPrincipalName", "UserType"),
		online.TableView(typeAzureSku, "ObjectId", "SkuPartNumber", "PrepaidUnits", "ConsumedUnits"),
		online.TableView(typeAzureLicense, "ObjectId", "ServicePlans"),
	}
}

// The names of the types that have a view.
const (
	typeUser         = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser"
	typeSku          = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphSubscribedSku"
	typePlan         = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphServicePlanInfo"
	typeGroup        = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphGroup"
	typeMember       = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphDirectoryObject"
	typeOrganization = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphOrganization"
	typeMsolUser     = "Microsoft.Online.Administration.User"
	typeAccountSku   = "Microsoft.Online.Administration.AccountSkuDetails"
	typeDomain       = "Microsoft.Online.Administration.Domain"
	typeAzureUser    = "Microsoft.Open.AzureAD.Model.User"
	typeAzureSku     = "Microsoft.Open.AzureAD.Model.SubscribedSku"
	typeAzureLicense = "Microsoft.Open.AzureAD.Model.LicenseDetail"
	typeLicense      = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphLicenseDetails"
)
