package rules

// propertyRules is section 3.3: properties of numbers.
var propertyRules = []Rule{
	{
		ID: "R15", Title: "capability",
		Effect: "A user takes only numbers with UserAssignment, a resource account only numbers with VoiceApplicationAssignment.",
		Marks:  []Mark{Documented, Chosen}, Severity: Error,
		Cure: "Have the usage changed while the number is unassigned; for Operator Connect ask the operator.",
		Messages: []Message{{Text: "Telephone Number '{number}' does not have the capability required for this assignment.",
			Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R16", Title: "assignment block",
		Effect: "A number blocked from assignment is refused until the block lapses or is cleared.",
		Marks:  []Mark{Module, Chosen}, Severity: Error,
		Cure: "Wait until AssignmentBlockedUntil or clear the block.",
		Messages: []Message{
			{Text: "Telephone Number '{number}' is blocked from assignment.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "present", Text: "Telephone Number '{number}' already has an assignment block. Clear it first.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R17", Title: "location missing",
		Effect: "A Calling Plan number in the US, Canada or Puerto Rico, and an Operator Connect number whose address the tenant sets, need an emergency location at assignment unless one is stored.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Create and validate an emergency address and pass its location: -LocationId (Get-CsOnlineLisLocation …).LocationId",
		Messages: []Message{{Text: "An emergency location is required to assign the telephone number '{number}'. Specify LocationId.",
			Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R18", Title: "location wrong",
		Effect: "The location must exist, be validated and lie in the number's country; in Belgium, France, Germany, Ireland, the Netherlands and Spain in the area of its area code.",
		Marks:  []Mark{Documented, Observed}, Severity: Error,
		Cure: "Use a validated location of the number's country and area.",
		Messages: []Message{
			{Text: "Location '{location}' is not found.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "validated", Text: "Location '{location}' is not validated.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "area", Text: "The emergency location that is assigned to the user must match the area code of the user number that will be assigned.", Mark: Observed, Source: "O365scripts", Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R19", Title: "operator owns the address",
		Effect: "Where the operator keeps the emergency address, the tenant cannot set it.",
		Marks:  []Mark{Documented, Observed}, Severity: Error,
		Cure: "Ask the operator to change the address, and leave out -LocationId.",
		Messages: []Message{{Text: "Contact your operator to change the emergency address for this number.",
			Mark: Observed, Source: "TeamsFunctions notes", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R20", Title: "number synced from the local directory",
		Effect: "While the local directory sets a number, the cloud can neither assign nor remove one.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Clear msRTCSIP-Line in the local directory and let it synchronise.",
		Messages: []Message{
			{Text: "The user '{id}' already has a telephone number set in the on-premises Active Directory and synchronized to the cloud. To manage this user's telephone number in the cloud, first clear the phone number in the on-premises directory and synchronize to Active Directory.", Mark: Observed, Source: "issue 9281", Shape: Generated, Code: "BadRequest"},
			{Variant: "historic", Text: "Can not update OnPremLineURI as the user has dirsynced onpremise LineURI", Mark: Observed, Source: "issue 3373", Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R21", Title: "Direct Routing number left over",
		Effect: "Assigning a Calling Plan or Operator Connect number to a user with a Direct Routing number set in the cloud falls under R1, to one with a synced number under R20.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Look at LineUri and at the number type, not only at OnPremLineUri; remove the Direct Routing number first.",
		Messages: []Message{
			{Text: "The user '{id}' already has a telephone number assigned. Remove the existing number before assigning a new one.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "settling", Text: "Telephone Number '{number}' has already been assigned to another user", Mark: Observed, Source: "issue 9118; while the removal settles", Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R22", Title: "voice routing policy left over",
		Effect: "The assignment succeeds without a word, but calls out go to the session border controller as long as the user's effective voice routing policy leads to a route with gateways.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Grant-CsOnlineVoiceRoutingPolicy -Identity USER -PolicyName $null, and see that no group or Global policy leads to a gateway.",
		Messages: []Message{{Text: "'{key}' has {type} number '{number}', but calls will leave through {gateway}: {source} voice routing policy '{policy}' is in force.",
			Mark: Chosen, Shape: Remark}},
	},
	{
		ID: "R23", Title: "countries and suspension of the operator",
		Effect: "An operator uploads numbers only of countries enabled for it in the tenant, and none while suspended. Existing numbers keep working.",
		Marks:  []Mark{Chosen}, Severity: Error,
		Cure: "Enable the country for the operator, or resume the operator.",
		Messages: []Message{
			{Text: "{operator} is not enabled for {country} in this tenant.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "suspended", Text: "{operator} is suspended in this tenant and cannot upload numbers.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "absent", Text: "{operator} is not an operator of this tenant.", Mark: Chosen, Shape: Portal, Code: "NotFound"},
		},
	},
}
