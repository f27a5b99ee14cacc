package dotnet

import "rehearse/runtime/value"

// switchTable is the members of SwitchParameter.
var switchTable = table{
	props: []prop{{sig: "bool IsPresent", get: func(s value.Value) value.Value { return value.OfBool(value.Truth(s)) }}},
	methods: []method{
		{sig: "bool ToBool()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfBool(value.Truth(s)) }},
	},
}
