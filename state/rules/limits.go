package rules

// limitRules is section 3.9: limits and throttling.
var limitRules = []Rule{
	{
		ID: "R80", Title: "throttling",
		Effect: "Reads in tight loops can be throttled (HTTP 429). Simulated only with faults switched on.",
		Marks:  []Mark{Observed, Chosen}, Severity: Warning,
		Cure:     "Read all once and filter in the script; try again after the time that Retry-After names.",
		Messages: []Message{{Text: "Too Many Requests", Mark: Chosen, Source: "after issue 5063", Shape: Generated, Code: "TooManyRequests"}},
	},
	{
		ID: "R81", Title: "service hiccup",
		Effect: "The service may fail for a moment. Simulated only with faults switched on.",
		Marks:  []Mark{Observed}, Severity: Warning,
		Cure:     "Try again.",
		Messages: []Message{{Text: "Service is unavailable. Please try again", Mark: Observed, Source: "issue 8992", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R82", Title: "limits",
		Effect: "Batch 5000 users, groups per policy type 64, upload order 10 000 numbers, release order 1000, bulk location update 1000, 1000 numbers per page of Get-CsPhoneNumberAssignment, 50 tags per number, 50 rules documented per dial plan.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure:     "Split the work.",
		Messages: []Message{{Text: "{what} exceeds the limit of {limit}.", Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
}
