package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const messageText = 0

// messageCmdlet declares Write-Warning and its like.
func messageCmdlet(name, synopsis string, write func(c *runtime.Call, text string) error) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{
			Command: name, TypeName: "Microsoft.PowerShell.Commands." + name[:5] + name[6:] + "Command", Cmdlet: true, PositionalByDeclaration: true,
			Params: []bind.Parameter{
				messageText: {Name: "Message", Aliases: []string{"Msg"}, Type: value.TypeString, AllowEmptyString: true, Sets: pipeline(true, 0)},
			},
		},
		Module: module, Synopsis: synopsis,
		New: runtime.Run(func(c *runtime.Call) error { return write(c, c.String(messageText)) }),
	}
}

var (
	writeWarning = messageCmdlet("Write-Warning", "Writes a warning.", (*runtime.Call).Warning)
	writeVerbose = messageCmdlet("Write-Verbose", "Writes to the verbose stream.", (*runtime.Call).Verbose)
	writeDebug   = messageCmdlet("Write-Debug", "Writes to the debug stream.", (*runtime.Call).Debug)
)

const (
	informationData = iota
	informationTags
)

var writeInformation = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "Write-Information", TypeName: "Microsoft.PowerShell.Commands.WriteInformationCommand", Cmdlet: true, PositionalByDeclaration: true,
		Params: []bind.Parameter{
			informationData: {Name: "MessageData", Aliases: []string{"Msg", "Message"}, AllowNull: true, Sets: pipeline(true, 0)},
			informationTags: {Name: "Tags", Type: value.TypeStringArray, Sets: at(1)},
		},
	},
	Module: module, Synopsis: "Writes to the information stream.",
	New: runtime.Run(func(c *runtime.Call) error {
		return c.Information(&runtime.InformationRecord{Data: c.Value(informationData), Tags: c.Strings(informationTags), Time: c.Host().Clock.Now(), Source: c.ScriptName()})
	}),
}
