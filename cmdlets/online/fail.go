package online

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state/rules"
)

// Fail shows the refusal of an operation in the shape of its rule (semantics 2.0.1). verb is the verb of the generated call ("Get",
// "Set" …); activity is its name when it differs from the cmdlet's.
func Fail(c *runtime.Call, err error, activity string) error {
	v := rules.As(err)
	if v == nil {
		return err
	}
	name := c.Name()
	if activity == "" {
		activity = name + "_" + verbOf(name)
	}
	r := &value.ErrorRecord{Activity: name, Cure: v.Cure()}
	switch v.Shape {
	case rules.Generated:
		r.Activity = activity
		r.Exception = value.Throw(value.ExceptionType, "", v.Message)
		r.Category = value.InvalidOperation
		r.ID = v.Code + ",Microsoft.Teams.ConfigAPI.Cmdlets.Generated.Cmdlets." + compact(activity)
		r.Reason = "Exception"
	case rules.Client:
		r.Exception = value.Throw(value.ExceptionType, "", v.Message)
		r.ID = "ClientError,Microsoft.Teams.ConfigApi.Cmdlets." + compact(name)
		r.Reason = "Exception"
	case rules.Graph:
		r.Activity = activity
		r.Exception = value.Throw(value.ExceptionType, "", v.Message)
		r.Category = value.InvalidOperation
		r.ID = v.Code + ",Microsoft.Graph.PowerShell.Cmdlets." + compact(activity)
		r.Reason = "Exception"
	case rules.Bind:
		e := value.Throw(value.ParameterBindingException, v.Code, v.Message).With(value.InvalidArgument, value.NullValue)
		return e
	default:
		r.Activity = "Write-Error"
		r.Exception = value.Throw(value.WriteErrorException, "", v.Message)
		r.ID = "Microsoft.PowerShell.Commands.WriteErrorException," + name
		r.Reason = "WriteErrorException"
	}
	r.Exception.Record = r
	return c.WriteError(r)
}

// Complain writes a text of the module's own as Write-Error does.
func Complain(c *runtime.Call, text string) error {
	e := value.Throw(value.WriteErrorException, "", text)
	r := &value.ErrorRecord{Exception: e, Activity: "Write-Error", Reason: "WriteErrorException", ID: "Microsoft.PowerShell.Commands.WriteErrorException," + c.Name()}
	e.Record = r
	return c.WriteError(r)
}

func verbOf(name string) string {
	for i := range len(name) {
		if name[i] == '-' {
			return name[:i]
		}
	}
	return name
}

// compact is a command name without its dash.
func compact(name string) string {
	for i := range len(name) {
		if name[i] == '-' {
			return name[:i] + name[i+1:]
		}
	}
	return name
}
