package rules

// licenseRules is section 3.2: licences and numbers.
var licenseRules = []Rule{
	{
		ID: "R10", Title: "no Phone System",
		Effect: "A number needs the Phone System plan (MCOEV or MCOEVSMB): present, enabled, and known to Teams since the licence change.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Assign a licence with Teams Phone and wait until Get-CsOnlineUser lists it in AssignedPlan.",
		Messages: []Message{
			{Text: "User '{id}' lacks appropriate licenses to assign a '{type}' number.", Mark: Observed, Source: "issues 8905, 9281", Shape: Generated, Code: "BadRequest"},
			{Variant: "early", Text: "'{key}' got its licence {minutes} minutes before the number was assigned; Teams needs about {needed}. The real service may refuse the number.", Mark: Chosen, Shape: Remark},
		},
	},
	{
		ID: "R11", Title: "no Calling Plan",
		Effect: "A Calling Plan number needs a calling plan beside Phone System.",
		Marks:  []Mark{Documented, Observed}, Severity: Error,
		Cure: "Assign a Calling Plan licence (MCOPSTN…) and wait until Teams knows it.",
		Messages: []Message{{Text: "User '{id}' lacks appropriate licenses to assign a '{type}' number.",
			Mark: Observed, Source: "issue 8905", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R12", Title: "Enterprise Voice without licence",
		Effect: "Enterprise Voice cannot be switched on without Phone System.",
		Marks:  []Mark{Observed, Chosen}, Severity: Error,
		Cure: "Assign a licence with Teams Phone first.",
		Messages: []Message{
			{Text: "User '{id}' lacks appropriate licenses to enable Enterprise Voice.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "historic", Text: "Cannot modify the parameter: \"EnterpriseVoiceEnabled\" because it is restricted for the user service plan: {plan}.", Mark: Observed, Source: "older module versions", Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R13", Title: "usage location and number country",
		Effect: "A Calling Plan or Operator Connect number goes only to a user whose usage location is the number's country. Direct Routing numbers are not checked.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Correct the usage location (Update-MgUser -UsageLocation) or take a number of the user's country.",
		Messages: []Message{{Text: "The Telephone Number assignment failed. The country of the user’s Usage Location {usage} and the country of the Telephone Number {country} do not match.",
			Mark: Observed, Source: "O365scripts; historic text", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R14", Title: "resource account licence",
		Effect: "A resource account needs the Teams Phone Resource Account licence before it takes a number.",
		Marks:  []Mark{Documented, Observed}, Severity: Error,
		Cure: "Assign PHONESYSTEM_VIRTUALUSER to the resource account.",
		Messages: []Message{
			{Text: "User '{id}' lacks appropriate licenses to assign a '{type}' number.", Mark: Observed, Source: "issues 8905, 9281", Shape: Generated, Code: "BadRequest"},
			{Variant: "Set-CsOnlineApplicationInstance", Text: "The application instance does not have a valid license.", Mark: Observed, Source: "TeamsFunctions", Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R14a", Title: "licence removed from a user with a number",
		Effect: "About half an hour after the licence is gone the service frees the number: Calling Plan numbers when the calling plan goes, Operator Connect numbers when Phone System goes; a Direct Routing number is deleted with Phone System. LineUri becomes that of the local directory, Enterprise Voice goes off.",
		Marks:  []Mark{Documented}, Severity: Warning,
		Cure: "Remove the number before the licence, or swap licences in one call.",
		Messages: []Message{{Text: "The service frees '{number}' of '{key}', because the licence that it needs was removed.",
			Mark: Chosen, Shape: Remark}},
	},
	{
		ID: "R77", Title: "too early after a licence change",
		Effect: "While Teams still lists a calling plan for the user, an Operator Connect assignment comes too early: the clean-up of the removed licence may still run. The fast and typical profiles assign and report it, strict refuses.",
		Marks:  []Mark{Known, Documented}, Severity: Error,
		Cure: "Wait at least 30 minutes between the removal of the licence and the assignment: Start-Sleep -Seconds 1800, or poll AssignedPlan.",
		Messages: []Message{
			{Text: "User '{id}' still has an active Calling Plan.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "finding", Text: "'{key}' was given '{number}' {minutes} minutes after the licence change, {needed} needed.", Mark: Chosen, Shape: Remark},
			{Variant: "licence", Text: "'{key}' was given Operator Connect number '{number}' while a Calling Plan licence is still assigned.", Mark: Chosen, Shape: Remark,
				Cure: "Remove the Calling Plan licence first (Set-MgUserLicense -RemoveLicenses), wait 30 minutes, then assign."},
			{Variant: "group", Text: "The Calling Plan licence of '{key}' came through a group; reprocess the licences (Invoke-MgLicenseUser) before waiting.", Mark: Chosen, Shape: Remark,
				Cure: "Take the user out of the group that gives the licence, call Invoke-MgLicenseUser, wait 30 minutes, then assign."},
		},
	},
}
