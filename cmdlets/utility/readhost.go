package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const readPrompt = 0

var readHost = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Read-Host", TypeName: "Microsoft.PowerShell.Commands.ReadHostCommand", Cmdlet: true,
		Params: []bind.Parameter{readPrompt: {Name: "Prompt", Sets: []bind.Membership{{Position: 0, FromRemaining: true}}}}},
	Module: module, Synopsis: "Asks for a line.",
	New: runtime.Run(func(c *runtime.Call) error {
		prompt, err := c.Text(c.Value(readPrompt))
		if err != nil {
			return err
		}
		if c.Host().Prompts == nil {
			return value.Throw(value.PSInvalidOperation, "InvalidOperation", "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.").With(value.InvalidOperation, value.NullValue)
		}
		answer, err := c.Host().Prompts.Ask(host.Question{Prompt: prompt, Default: -1})
		if err != nil {
			return value.Throw(value.PSInvalidOperation, "InvalidOperation", err.Error()).With(value.InvalidOperation, value.NullValue)
		}
		return c.Write(value.OfString(answer))
	}),
}
