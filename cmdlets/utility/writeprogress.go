package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

var writeProgress = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Write-Progress", TypeName: "Microsoft.PowerShell.Commands.WriteProgressCommand", Cmdlet: true,
		Params: []bind.Parameter{
			{Name: "Activity", Type: value.TypeString, Sets: at(0)},
			{Name: "Status", Type: value.TypeString, NotNullOrEmpty: true, Sets: at(1)},
			{Name: "Id", Type: value.TypeInt32, Sets: at(2), Validate: between(0, maxInt32)},
			{Name: "PercentComplete", Type: value.TypeInt32, Sets: anywhere(), Validate: between(-1, 100)},
			{Name: "SecondsRemaining", Type: value.TypeInt32, Sets: anywhere()},
			{Name: "CurrentOperation", Type: value.TypeString, Sets: anywhere()},
			{Name: "ParentId", Type: value.TypeInt32, Sets: anywhere(), Validate: between(-1, maxInt32)},
			switched("Completed"), {Name: "SourceId", Type: value.TypeInt32, Sets: anywhere()},
		}},
	Module: module, Synopsis: "Shows progress; nothing in a rehearsal, whose time is virtual.",
	New: runtime.Run(func(c *runtime.Call) error {
		if !c.Bound(0) {
			return value.Throw(value.ArgumentException, "MissingActivity", "Missing value for mandatory parameter. (Parameter 'Activity')").With(value.InvalidArgument, value.NullValue)
		}
		return nil
	}),
}
