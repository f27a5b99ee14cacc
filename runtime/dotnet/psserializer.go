package dotnet

import "rehearse/runtime/value"

var typePSSerializer = class("System.Management.Automation.PSSerializer", value.TypeObject, value.Abstract|value.Sealed|value.Static)

// commander is an Env that can run commands, which do the work of some methods.
type commander interface {
	RunCommand(name string, args map[string]value.Value) ([]value.Value, error)
}

func runCommand(env value.Env, name string, args map[string]value.Value) ([]value.Value, error) {
	c, ok := env.(commander)
	if !ok {
		return nil, raise(value.NotSupportedException, "There are no commands here.")
	}
	return c.RunCommand(name, args)
}

func serialize(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	args := map[string]value.Value{"InputObject": a[0]}
	if len(a) > 1 {
		args["Depth"] = a[1]
	}
	out, err := runCommand(env, "ConvertTo-CliXml", args)
	return value.Unroll(out), err
}

var psSerializerTable = table{methods: []method{
	{sig: "static string Serialize(System.Object source)", call: serialize},
	{sig: "static string Serialize(System.Object source, int depth)", call: serialize},
	{sig: "static System.Object Deserialize(string source)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		out, err := runCommand(env, "ConvertFrom-CliXml", map[string]value.Value{"InputObject": a[0]})
		return value.Unroll(out), err
	}},
	{sig: "static System.Object[] DeserializeAsList(string source)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		out, err := runCommand(env, "ConvertFrom-CliXml", map[string]value.Value{"InputObject": a[0]})
		return value.Of(value.NewArray(out)), err
	}},
}}
