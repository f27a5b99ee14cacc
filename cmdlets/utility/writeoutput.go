package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
)

const (
	outputObject = iota
	outputNoEnumerate
)

var writeOutput = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "Write-Output", TypeName: "Microsoft.PowerShell.Commands.WriteOutputCommand", Cmdlet: true, PositionalByDeclaration: true,
		Params: []bind.Parameter{
			outputObject: {Name: "InputObject", AllowNull: true, AllowEmptyCollection: true, AllowEmptyString: true,
				Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipeline: true, FromRemaining: true}}},
			outputNoEnumerate: switched("NoEnumerate"),
		},
	},
	Aliases: []string{"echo", "write"}, Module: module,
	Synopsis: "Writes objects to the pipeline.",
	New: runtime.Run(func(c *runtime.Call) error {
		if c.Switch(outputNoEnumerate) {
			return c.Write(c.Value(outputObject))
		}
		return c.WriteEach(c.Value(outputObject))
	}),
}
