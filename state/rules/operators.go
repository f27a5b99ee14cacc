package rules

// operatorRules is section 3.4: operators.
var operatorRules = []Rule{
	{
		ID: "R24", Title: "enabling an operator",
		Effect: "Needs at least one country that the operator offers, a contact with name, e-mail address and company size, and the accepted data-transfer notice.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Complete the missing step: countries, contact, data-transfer notice.",
		Messages: []Message{
			{Text: "Select at least one country or region for {operator}.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "country", Text: "{operator} does not offer {country}. Available: {offered}.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "contact", Text: "Give the contact's full name, e-mail address and company size for {operator}.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "email", Text: "'{email}' is not an e-mail address.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "notice", Text: "Accept the data transfer notice of {operator}.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "unknown", Text: "There is no operator '{operator}' in the directory.", Mark: Chosen, Shape: Portal, Code: "NotFound"},
			{Variant: "present", Text: "{operator} is an operator of this tenant already.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "service", Text: "{operator} does not offer Operator Connect.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
		},
	},
	{
		ID: "R25", Title: "removing an operator or a country",
		Effect: "Refused while a number of the operator (in the country) is assigned or still in the tenant: first unassign, then the operator releases.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Unassign all numbers of the operator, have it release them, then remove it.",
		Messages: []Message{
			{Text: "Remove all phone numbers assigned from {operator} and ask the operator to release them before you remove the operator.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "release", Text: "Telephone Number '{number}' is assigned and cannot be released.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
		},
	},
	{
		ID: "R26", Title: "suspending an operator",
		Effect: "No precondition; it can be taken back. Numbers keep working, uploads are refused.",
		Marks:  []Mark{Documented}, Severity: Info,
		Cure: "Resume the operator when it shall supply numbers again.",
		Messages: []Message{
			{Text: "{operator} is suspended already.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "active", Text: "{operator} is not suspended.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
		},
	},
	{
		ID: "R27", Title: "Operator Connect in GCC",
		Effect: "Operator actions are refused in the Government Community Cloud, unless the tenant has operatorConnectInGcc set. Direct Routing and Calling Plan work.",
		Marks:  []Mark{Documented, Chosen}, Severity: Error,
		Cure: "Use Direct Routing or Calling Plan numbers in this cloud.",
		Messages: []Message{{Text: "Operator Connect is not supported in Government Community Cloud (GCC).",
			Mark: Chosen, Shape: Portal, Code: "Forbidden"}},
	},
	{
		ID: "R28", Title: "upload by the operator",
		Effect: "Each row creates an unassigned number, or assigns it at once when it names a user, after the same checks as an assignment. A row that fails does not stop the others; a row that is there already is unchanged.",
		Marks:  []Mark{Chosen}, Severity: Error,
		Cure: "Correct the row and have the operator upload it again.",
		Messages: []Message{
			{Text: "'{value}' is not a usage: write user or service.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "other", Text: "Telephone Number '{number}' is in the tenant already, as {type}.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "number", Text: "'{number}' is not a telephone number in the form +14255550100.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "country", Text: "The country of '{number}' cannot be told; name it.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
		},
	},
	{
		ID: "R29", Title: "tenant id for the operator",
		Effect: "The operator needs the tenant id before it can upload; with a wrong id nothing arrives.",
		Marks:  []Mark{Documented, Chosen}, Severity: Error,
		Cure: "Give the operator (Get-CsTenant).TenantId.",
		Messages: []Message{
			{Text: "{operator} has not been given the tenant id.", Mark: Chosen, Shape: Portal, Code: "BadRequest"},
			{Variant: "wrong", Text: "{operator} uploaded to tenant id '{given}', which is not this tenant's. Nothing arrived.", Mark: Chosen, Shape: Remark},
		},
	},
}
