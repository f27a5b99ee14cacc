package dotnet

import "rehearse/runtime/value"

// psObjectTable is [psobject], the wrapper that PowerShell puts around objects. A wrapped value is that value here.
var psObjectTable = table{
	ctors: []ctor{
		{"()", newCustomObject},
		{"(int capacity)", newCustomObject},
		{"(System.Object obj)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if a[0].IsNull() {
				return value.NullValue, value.Throw(value.PSArgumentNullException, "",
					"Cannot process argument because the value of argument \"obj\" is null. Change the value of argument \"obj\" to a non-null value.")
			}
			return a[0], nil
		}},
	},
	methods: []method{
		{sig: "static psobject AsPSObject(System.Object obj)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
	},
}

func newCustomObject(value.Env, value.Value, []value.Value) (value.Value, error) {
	return value.Of(value.NewCustom()), nil
}
