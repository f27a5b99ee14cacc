package rules

// directoryRules is section 3.8: the licence service of the directory.
var directoryRules = []Rule{
	{
		ID: "R70", Title: "no usage location",
		Effect: "A licence needs a usage location.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Update-MgUser -UserId USER -UsageLocation US",
		Messages: []Message{
			{Text: "License assignment cannot be done for user with invalid usage location.", Mark: Observed, Shape: Graph, Code: "Request_BadRequest"},
			{Variant: "value", Text: "Invalid usage location '{value}'.", Mark: Chosen, Shape: Graph, Code: "Request_BadRequest"},
			{Variant: "user", Text: "Resource '{id}' does not exist or one of its queried reference-property objects are not present.", Mark: Known, Shape: Graph, Code: "Request_ResourceNotFound"},
		},
	},
	{
		ID: "R71", Title: "no licence left",
		Effect: "The subscription has no free unit, or the tenant does not own it.",
		Marks:  []Mark{Known}, Severity: Error,
		Cure: "Buy or free a licence: Get-MgSubscribedSku shows ConsumedUnits and PrepaidUnits.",
		Messages: []Message{
			{Text: "Subscription with SKU {sku} does not have any available licenses.", Mark: Known, Shape: Graph, Code: "Request_BadRequest"},
			{Variant: "unknown", Text: "Subscription with SKU {sku} is not owned by this tenant.", Mark: Chosen, Shape: Graph, Code: "Request_BadRequest"},
		},
	},
	{
		ID: "R72", Title: "removing a licence that is not there",
		Effect: "Refused.",
		Marks:  []Mark{Known}, Severity: Error,
		Cure:     "Look first: Get-MgUserLicenseDetail -UserId USER",
		Messages: []Message{{Text: "User does not have a corresponding license.", Mark: Known, Shape: Graph, Code: "Request_BadRequest"}},
	},
	{
		ID: "R73", Title: "dependencies and conflicts of plans",
		Effect: "A calling plan needs Phone System; group licensing records CountViolation, MutuallyExclusiveViolation, DependencyViolation and ProhibitedInUsageLocationViolation.",
		Marks:  []Mark{Documented, Known}, Severity: Error,
		Cure: "Assign Phone System before or together with the calling plan; remove the calling plan before or together with Phone System.",
		Messages: []Message{{Text: "Service plan {plan} needs service plan {needs}.",
			Mark: Chosen, Shape: Graph, Code: "Request_BadRequest"}},
	},
	{
		ID: "R74", Title: "licence inherited from a group",
		Effect: "Cannot be removed from the user directly.",
		Marks:  []Mark{Known}, Severity: Error,
		Cure: "Take the user out of the group, or the licence from the group.",
		Messages: []Message{{Text: "User license is inherited from a group membership and it cannot be removed directly from the user.",
			Mark: Known, Shape: Graph, Code: "Request_BadRequest"}},
	},
	{
		ID: "R75", Title: "swapping licences",
		Effect: "Adding and removing in one call keeps the number; separate calls lose it (R14a).",
		Marks:  []Mark{Documented}, Severity: Warning,
		Cure: "Put -AddLicenses and -RemoveLicenses into one Set-MgUserLicense call.",
		Messages: []Message{{Text: "The licences of '{key}' were swapped in separate calls while '{number}' was assigned; the service frees the number in between.",
			Mark: Chosen, Shape: Remark}},
	},
	{
		ID: "R76", Title: "reprocessing",
		Effect: "Recomputes the group-based licences of the user in the background; direct ones stay as they are.",
		Marks:  []Mark{Documented}, Severity: Info,
		Cure: "None needed for directly licensed users.",
	},
}
