package rules

// numberRules is section 3.1: number and user.
var numberRules = []Rule{
	{
		ID: "R1", Title: "one primary number per user",
		Effect: "Assigning another primary number to a user who has one replaces a Direct Routing number by a Direct Routing number and is refused otherwise. Private and alternate lines may be added beside it.",
		Marks:  []Mark{Observed, Chosen}, Severity: Error,
		Cure: "Remove the present number first: Remove-CsPhoneNumberAssignment -Identity USER -RemoveAll",
		Messages: []Message{{Text: "The user '{id}' already has a telephone number assigned. Remove the existing number before assigning a new one.",
			Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R2", Title: "number in use",
		Effect: "A number held by another user, resource account or bridge cannot be assigned.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Find the holder with (Get-CsPhoneNumberAssignment -TelephoneNumber NUMBER).AssignedPstnTargetId and remove the number there first.",
		Messages: []Message{
			{Text: "Telephone Number '{number}' has already been assigned to another user", Mark: Observed, Source: "issues 9118, 9165, 9432", Shape: Generated, Code: "BadRequest"},
			{Variant: "Set-CsUser", Text: "{digits} is assigned to another user", Mark: Observed, Source: "issue 8742", Shape: Generated, Code: "BadArgument"},
		},
	},
	{
		ID: "R3", Title: "number not in tenant, or of another type",
		Effect: "A Calling Plan or Operator Connect number must be in the tenant under that type before it is assigned; removing with a wrong number or type is refused likewise. Assigning a Direct Routing number creates it.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "List what is there: Get-CsPhoneNumberAssignment -TelephoneNumber NUMBER. Operator Connect numbers appear only after the operator has uploaded them.",
		Messages: []Message{{Text: "Telephone Number '{number}' is not found from tenant '{tenant}'",
			Mark: Observed, Source: "issue 8905", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R4", Title: "user not found",
		Effect: "Unknown identity, an account that Teams does not know yet, a resource account without application id.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Check the user principal name; a new account needs time until Teams knows it.",
		Messages: []Message{
			{Text: "The user '{identity}' is not found", Mark: Observed, Source: "graph docs 18206, comms-samples 589", Shape: Generated, Code: "BadRequest"},
			{Variant: "Set-CsUser", Text: "[NotFound] : userId was not found", Mark: Observed, Source: "SkypeForBusiness issue 8253", Shape: Generated, Code: "NotFound"},
		},
	},
	{
		ID: "R5", Title: "unassigning from the wrong holder",
		Effect: "A number that nobody or somebody else holds cannot be removed from the user.",
		Marks:  []Mark{Chosen}, Severity: Error,
		Cure: "Look up the holder: (Get-CsPhoneNumberAssignment -TelephoneNumber NUMBER).AssignedPstnTargetId",
		Messages: []Message{{Text: "Telephone Number '{number}' is not assigned to user '{identity}'",
			Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R6", Title: "identical assignment again",
		Effect: "The same user, number and type succeeds without output or change; another location is taken over; Enterprise Voice is switched on.",
		Marks:  []Mark{Observed, Chosen}, Severity: Info,
		Cure: "Nothing to do.",
	},
	{
		ID: "R7", Title: "extensions of Direct Routing numbers",
		Effect: "In the commercial cloud +1X and +1X;ext=1 are different numbers; in GCC High and DoD they conflict.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Use another base number, or extensions throughout.",
		Messages: []Message{{Text: "Telephone Number '{number}' has already been assigned to another user",
			Mark: Observed, Source: "issue 9118", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R8", Title: "number format",
		Effect: "E.164 with or without plus; Direct Routing may add ;ext= and digits. No tel: prefix, blanks, dashes or letters.",
		Marks:  []Mark{Documented, Chosen}, Severity: Error,
		Cure: "Write the number as +14255550100.",
		Messages: []Message{
			{Text: "Invalid {type}TelephoneNumber '{number}'", Mark: Observed, Source: "issue 10042; other types than DirectRouting by analogy", Shape: Generated, Code: "BadRequest"},
			{Variant: "NumberType", Text: "Invalid NumberType '{value}'. Use CallingPlan, DirectRouting or OperatorConnect.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "Category", Text: "Invalid AssignmentCategory '{value}'. Use Primary, Private or Alternate.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "Value", Text: "Invalid {name} '{value}'.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "BlockDays", Text: "AssignmentBlockedDays must be between 1 and 365.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "BlockBoth", Text: "AssignmentBlockedForever and AssignmentBlockedDays cannot be used together.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "BothLines", Text: "Please specify either one parameter OnPremLineURI or LineURI to assign phone number.", Mark: Module, Shape: WriteError},
		},
	},
	{
		ID: "R9", Title: "removing the last number",
		Effect: "Allowed. Enterprise Voice goes off; the user can no longer dial out, unless by shared calling.",
		Marks:  []Mark{Documented}, Severity: Info,
		Cure: "Assign the new number afterwards, or Set-CsPhoneNumberAssignment -Identity USER -EnterpriseVoiceEnabled $true.",
	},
}
