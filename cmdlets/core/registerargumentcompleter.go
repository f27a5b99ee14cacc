package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// registerArgumentCompleter only checks its parameters: a running script completes nothing.
var registerArgumentCompleter = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Register-ArgumentCompleter", TypeName: "System.Management.Automation.RegisterArgumentCompleterCommand", Cmdlet: true, DefaultSet: "NativeSet",
		Params: []bind.Parameter{
			{Name: "CommandName", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "NativeSet", Mandatory: true, Position: bind.NoPosition}, {Set: "PowerShellSet", Position: bind.NoPosition}}},
			{Name: "ParameterName", Type: value.TypeString, Sets: []bind.Membership{{Set: "PowerShellSet", Mandatory: true, Position: bind.NoPosition}}},
			{Name: "ScriptBlock", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Mandatory: true, Position: bind.NoPosition}}},
			{Name: "Native", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "NativeSet", Position: bind.NoPosition}}},
		}},
	Module: "Microsoft.PowerShell.Core", Synopsis: "Names a block that completes arguments in the shell.",
	New: runtime.Run(func(*runtime.Call) error { return nil }),
}
