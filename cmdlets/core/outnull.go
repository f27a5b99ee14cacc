package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

var outNull = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Out-Null", TypeName: "Microsoft.PowerShell.Commands.OutNullCommand", Cmdlet: true,
		Params: []bind.Parameter{{Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}}}},
	Module: "Microsoft.PowerShell.Core", Synopsis: "Drops what it is given.",
	New: func() runtime.Command { return nothing{} },
}

// nothing drops every object.
type nothing struct {
	runtime.NoBegin
	runtime.NoProcess
	runtime.NoEnd
}

// ProcessObject drops one object.
func (nothing) ProcessObject(*runtime.Call, value.Value) error { return nil }
