package rules

// accountRules is section 3.7: resource accounts.
var accountRules = []Rule{
	{
		ID: "R60", Title: "name of a resource account",
		Effect: "The user principal name must be free and its domain verified.",
		Marks:  []Mark{Known, Chosen}, Severity: Error,
		Cure: "Choose another name in a verified domain.",
		Messages: []Message{
			{Text: "User principal name '{upn}' is already in use.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "domain", Text: "The domain of '{upn}' is not verified in this tenant.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R61", Title: "unknown resource account",
		Effect: "An error, and no output.",
		Marks:  []Mark{Known, Chosen}, Severity: Error,
		Cure:     "List the accounts with Get-CsOnlineApplicationInstance.",
		Messages: []Message{{Text: "Application instance '{identity}' is not found.", Mark: Chosen, Shape: Generated, Code: "NotFound"}},
	},
	{
		ID: "R62", Title: "number of a resource account needs a licence",
		Effect: "As R14.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure:     "Assign PHONESYSTEM_VIRTUALUSER to the resource account.",
		Messages: []Message{{Text: "The application instance does not have a valid license.", Mark: Observed, Source: "TeamsFunctions", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R63", Title: "resource account without association",
		Effect: "Calls to its number are not answered until the account is associated with a queue or attendant.",
		Marks:  []Mark{Documented}, Severity: Warning,
		Cure: "New-CsOnlineApplicationInstanceAssociation -Identities ID -ConfigurationId ID -ConfigurationType CallQueue",
		Messages: []Message{
			{Text: "Resource account '{key}' has number '{number}' but is not associated with a queue or attendant; nobody answers.", Mark: Chosen, Shape: Remark},
			{Variant: "present", Text: "AcsAssociationAlreadyExists", Mark: Module, Shape: Generated, Code: "BadRequest"},
			{Variant: "absent", Text: "AcsAssociationNotFound", Mark: Module, Shape: Generated, Code: "NotFound"},
			{Variant: "account", Text: "AppEndpointNotFound", Mark: Module, Shape: Generated, Code: "NotFound"},
		},
	},
	{
		ID: "R64", Title: "resource account not synchronised",
		Effect: "An account created without application id, or by Graph, is not usable until Sync-CsOnlineApplicationInstance.",
		Marks:  []Mark{Observed}, Severity: Warning,
		Cure: "Sync-CsOnlineApplicationInstance -ObjectId ID -ApplicationId APP",
		Messages: []Message{
			{Text: "User does not exist", Mark: Observed, Source: "issue 8336", Shape: Client, Code: "ClientError"},
			{Variant: "again", Text: "An item with the same key has already been added.", Mark: Observed, Shape: Generated, Code: "BadRequest"},
		},
	},
}
