package rules

// addressRules is section 3.6: emergency addresses.
var addressRules = []Rule{
	{
		ID: "R50", Title: "coordinates missing",
		Effect: "A new civic address needs latitude and longitude, except in Australia and Japan.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Pass -Latitude and -Longitude.",
		Messages: []Message{
			{Text: "Latitude and Longitude are required to create a civic address in {country}.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "field", Text: "{field} is required to create a civic address.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "value", Text: "Invalid {field} '{value}'.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R51", Title: "editing a validated address",
		Effect: "Possible only in some countries.",
		Marks:  []Mark{Documented, Observed}, Severity: Error,
		Cure: "Create a new address and move the numbers to it.",
		Messages: []Message{
			{Text: "Unable to update a validated Civic Address {id}", Mark: Observed, Source: "issue 7739", Shape: Generated, Code: "BadRequest"},
			{Variant: "location", Text: "Unable to update record", Mark: Observed, Source: "issue 7739", Shape: Generated, Code: "BadRequest"},
			{Variant: "absent", Text: "Civic Address '{id}' is not found.", Mark: Chosen, Shape: Generated, Code: "NotFound"},
			{Variant: "location absent", Text: "Location '{id}' is not found.", Mark: Chosen, Shape: Generated, Code: "NotFound"},
			{Variant: "elin", Text: "The ELIN of location '{id}' cannot be removed.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R52", Title: "address in use",
		Effect: "An address or location with users or numbers cannot be removed.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Give the numbers another location first.",
		Messages: []Message{
			{Text: "Civic Address '{id}' is in use and cannot be removed.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
			{Variant: "location", Text: "Location '{id}' is in use and cannot be removed.", Mark: Chosen, Shape: Generated, Code: "BadRequest"},
		},
	},
	{
		ID: "R53", Title: "location without address",
		Effect: "A location needs an existing civic address.",
		Marks:  []Mark{Observed}, Severity: Error,
		Cure: "Create the civic address first and pass its CivicAddressId.",
		Messages: []Message{{Text: "Argument Exception Occured while processing the request. CivicAddressInvalidOrEmpty",
			Mark: Observed, Source: "issue 11381", Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R54", Title: "default location",
		Effect: "The default location goes only with its address.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Remove the civic address.",
		Messages: []Message{{Text: "Location '{id}' is the default location of its civic address and cannot be removed alone.",
			Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
	{
		ID: "R55", Title: "one country",
		Effect: "Emergency location, number and usage location lie in one country for Calling Plan and Operator Connect.",
		Marks:  []Mark{Documented}, Severity: Error,
		Cure: "Use a location of the number's country.",
		Messages: []Message{{Text: "The country of the emergency location ({location}) and the country of the Telephone Number ({country}) do not match.",
			Mark: Chosen, Shape: Generated, Code: "BadRequest"}},
	},
}
