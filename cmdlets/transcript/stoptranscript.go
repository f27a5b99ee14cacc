package transcript

import (
	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

var stopTranscript = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Stop-Transcript", TypeName: "Microsoft.PowerShell.Commands.StopTranscriptCommand", Cmdlet: true},
	Module:    module, Synopsis: "Ends the transcript that began last.",
	New: runtime.Run(func(c *runtime.Call) error {
		path, err := c.Engine().StopTranscript()
		if err != nil {
			return content.Failure(c, path, err)
		}
		if path == "" {
			return value.Throw(value.PSInvalidOperation, "InvalidOperation", "An error occurred stopping transcription: The host is not currently transcribing.").With(value.InvalidOperation, value.NullValue)
		}
		return c.Write(value.OfString("Transcript stopped, output file is " + path))
	}),
}
