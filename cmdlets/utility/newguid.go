package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	guidEmpty = iota
	guidInput
)

var newGUID = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "New-Guid", TypeName: "Microsoft.PowerShell.Commands.NewGuidCommand", Cmdlet: true, DefaultSet: "Default",
		Params: []bind.Parameter{
			guidEmpty: {Name: "Empty", Type: value.TypeSwitchParameter, Sets: inSets("Empty")},
			guidInput: {Name: "InputObject", Type: value.TypeString,
				Sets: []bind.Membership{{Set: "InputObject", Mandatory: true, Position: 0, FromPipeline: true}}},
		}},
	Module: module, Synopsis: "Makes a GUID.",
	New: runtime.Run(func(c *runtime.Call) error {
		switch {
		case c.Bound(guidInput):
			g, err := dotnet.ParseGuid(c.String(guidInput))
			if e, ok := err.(*value.Exception); ok {
				e.ID = "StringNotRecognizedAsGuid"
				return c.Fail(e.With(value.InvalidArgument, value.NullValue))
			}
			if err != nil {
				return err
			}
			return c.Write(g)
		case c.Switch(guidEmpty):
			return c.Write(value.Of(&dotnet.Guid{}))
		}
		return c.Write(dotnet.NewGuid(c.Env()))
	}),
}
