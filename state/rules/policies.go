package rules

// policyRules is section 3.5: policies and configuration.
var policyRules = []Rule{
	{
		ID: "R30", Title: "direct beats group beats Global",
		Effect: "A direct assignment wins over a group's, the group with the lowest rank over the others, any of them over Global. Only direct assignments show on the user.",
		Marks:  []Mark{Documented}, Severity: Info,
		Cure: "Get-CsUserPolicyAssignment -Identity USER shows where a policy comes from.",
	},
	{
		ID: "R31", Title: "policy unusable",
		Effect: "A policy that does not exist, was created a moment ago, or is Global cannot be granted to a user.",
		Marks:  []Mark{Observed}, Severity: Warning,
		Cure: "Check the name; wait some minutes after creating a policy, or try again until the grant succeeds; to take a policy away grant $null.",
		Messages: []Message{
			{Text: "Policy \"{name}\" is not a user policy. You can assign only a user policy to a specific user.", Mark: Observed, Source: "MS-720 labs, direct-routing tool", Shape: Client, Code: "ClientError"},
			{Variant: "not found", Text: "[ClientError] : \"{name}\" not found", Mark: Observed, Source: "issue 9103", Shape: Client, Code: "ClientError"},
			{Variant: "early", Text: "Policy '{name}' was granted {minutes} minutes after it was created; the service may need {needed}.", Mark: Chosen, Shape: Remark},
		},
	},
	{
		ID: "R32", Title: "grant to an unknown user",
		Effect: "Refused.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure:     "Check the user principal name.",
		Messages: []Message{{Text: "User does not exist", Mark: Observed, Source: "issues 8336, 8930", Shape: Client, Code: "ClientError"}},
	},
	{
		ID: "R33", Title: "grant to an account that Teams does not provision",
		Effect: "Refused for accounts without a Teams licence.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Assign a Teams licence and wait until Teams knows the account.",
		Messages: []Message{{Text: "[ClientError] : User policy update failed with message: The user was not provisioned successfully.\nParameter name: {id}",
			Mark: Observed, Source: "issue 9199", Shape: Client, Code: "ClientError"}},
	},
	{
		ID: "R34", Title: "configuration object not found",
		Effect: "Get, Set and Remove of an unknown identity report an error and return nothing.",
		Marks:  []Mark{Known, Chosen}, Severity: Error,
		Cure:     "List what there is by leaving out -Identity.",
		Messages: []Message{{Text: "\"{name}\" not found", Mark: Chosen, Shape: Generated, Code: "NotFound"}},
	},
	{
		ID: "R35", Title: "exists already",
		Effect: "New with an identity in use is refused.",
		Marks:  []Mark{Known, Chosen}, Severity: Error,
		Cure:     "Use Set, or choose another name.",
		Messages: []Message{{Text: "\"{name}\" already exists.", Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R36", Title: "in use",
		Effect: "A gateway used by a route and a PSTN usage used by a route or policy cannot be removed. A policy that is still granted can: its users fall back to their group's or the Global one.",
		Marks:  []Mark{Documented, Known, Chosen}, Severity: Warning,
		Cure: "Take it out of the routes and policies first; grant $null to the users of a policy before removing it.",
		Messages: []Message{
			{Text: "\"{name}\" is in use and cannot be removed.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "granted", Text: "Policy '{name}' was removed although it is granted to {count} users; they fall back to their group's or the Global policy.", Mark: Chosen, Shape: Remark},
		},
	},
	{
		ID: "R37", Title: "unknown gateway",
		Effect: "A voice route names only gateways that exist; right after its creation a gateway may not be known yet.",
		Marks:  []Mark{Observed}, Severity: Warning,
		Cure: "Create the gateway first and wait some minutes.",
		Messages: []Message{
			{Text: "Cannot find specified Gateway \"{fqdn}\".", Mark: Observed, Source: "OfficeDocs-Support issue 925", Shape: Generated, Code: "CustomValidationFailed"},
			{Variant: "early", Text: "Gateway '{fqdn}' was used {minutes} minutes after it was created; the service may need {needed}.", Mark: Chosen, Shape: Remark},
		},
	},
	{
		ID: "R38", Title: "unknown PSTN usage",
		Effect: "Routes and voice routing policies name only usages that exist.",
		Marks:  []Mark{Known, Chosen}, Severity: Warning,
		Cure: "Add the usage first: Set-CsOnlinePstnUsage -Identity Global -Usage @{Add='NAME'}",
		Messages: []Message{
			{Text: "Cannot find specified PSTN usage \"{name}\".", Mark: Chosen, Shape: Generated, Code: "CustomValidationFailed"},
			{Variant: "early", Text: "PSTN usage '{name}' was used {minutes} minutes after it was added; the service may need {needed}.", Mark: Chosen, Shape: Remark},
			{Variant: "bridge", Text: "OnlinePstnGatewayList and BridgeSourcePhoneNumber cannot be used together.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R39", Title: "domain of a gateway",
		Effect: "The gateway's domain must be verified in the tenant, not onmicrosoft.com, and have a licensed user.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Verify the domain and license a user in it.",
		Messages: []Message{
			{Text: "Can not use the \"{fqdn}\" domain as it was not configured for this tenant.", Mark: Observed, Shape: Generated, Code: "BadRequest"},
			{Variant: "length", Text: "The FQDN \"{fqdn}\" is longer than 63 characters.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "port", Text: "SipSignalingPort is required and must be between 1 and 65535.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R40", Title: "Get-CsOnlineUser of an unknown identity",
		Effect: "An error that does not end the script, and no output.",
		Marks:  []Mark{Observed, Chosen}, Severity: Error,
		Cure: "Check the identity; use -ErrorAction Stop to catch the error.",
		Messages: []Message{
			{Text: "Management object not found for identity \"{identity}\".", Mark: Observed, Source: "historic text", Shape: Generated, Code: "NotFound"},
			{Variant: "filter", Text: "Invalid filter: {reason}", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "identity and filter", Text: "Filter parameter cannot be used along with Identity input.", Mark: Module, Shape: WriteError},
			{Variant: "identity and type", Text: "AccountType parameter cannot be used with Identity parameter.", Mark: Module, Shape: WriteError},
		},
	},
	{
		ID: "R41", Title: "group assignments",
		Effect: "One assignment per group and policy type, at most 64 groups per type.",
		Marks:  []Mark{Documented, Chosen}, Severity: Error,
		Cure: "Change the assignment with Set-CsGroupPolicyAssignment.",
		Messages: []Message{
			{Text: "Group '{group}' already has a policy of type {type} assigned.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "limit", Text: "Policy type {type} is assigned to 64 groups already.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "type", Text: "Policy type {type} cannot be assigned to groups.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "group", Text: "Group '{group}' is not found.", Mark: Chosen, Shape: Generated, Code: "NotFound"},
			{Variant: "absent", Text: "Group '{group}' has no policy of type {type} assigned.", Mark: Chosen, Shape: Generated, Code: "NotFound"},
		},
	},
	{
		ID: "R42", Title: "blocked regions",
		Effect: "Users whose usage location is Macao (MO) get neither numbers nor Enterprise Voice; it appears as a licence error.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "None within this service.",
		Messages: []Message{
			{Text: "User '{id}' lacks appropriate licenses to assign a '{type}' number.", Mark: Observed, Source: "issue 8905", Shape: Generated, Code: "BadRequest"},
			{Variant: "voice", Text: "User '{id}' lacks appropriate licenses to enable Enterprise Voice.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
}
