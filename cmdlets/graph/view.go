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
	}
}

// The names of the types that have a view.
const (
	typeUser    = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser"
	typeSku     = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphSubscribedSku"
	typeLicense = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphLicenseDetails"
)
