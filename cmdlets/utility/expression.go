package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const expressionCommand = 0

var invokeExpression = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Invoke-Expression", TypeName: "Microsoft.PowerShell.Commands.InvokeExpressionCommand", Cmdlet: true,
		Params: []bind.Parameter{expressionCommand: {Name: "Command", Type: value.TypeString, Sets: pipeline(true, 0)}}},
	Aliases: []string{"iex"}, Module: module, Synopsis: "Runs a text as a script.",
	New: runtime.Run(func(c *runtime.Call) error { return c.Run(c.String(expressionCommand)) }),
}
