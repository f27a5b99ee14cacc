package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// pause waits for a line: a function of PowerShell over Read-Host, whose errors are Read-Host's.
var pause = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "pause"},
	Module:    "", Function: true, Synopsis: "Waits for Enter.",
	New: runtime.Run(func(c *runtime.Call) error {
		prompt := bind.Argument{HasValue: true, Value: value.OfString("Press Enter to continue...")}
		return c.InvokeNamed("Read-Host", []bind.Argument{prompt}, runtime.Discard)
	}),
}
