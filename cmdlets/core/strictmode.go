package core

import (
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	strictVersion = iota
	strictOff
)

var setStrictMode = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Set-StrictMode", TypeName: "Microsoft.PowerShell.Commands.SetStrictModeCommand", Cmdlet: true, DefaultSet: "Version",
		Params: []bind.Parameter{
			strictVersion: {Name: "Version", Aliases: []string{"v"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "Version", Mandatory: true, Position: bind.NoPosition}}},
			strictOff:     {Name: "Off", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "Off", Mandatory: true, Position: bind.NoPosition}}},
		}},
	Module: "Microsoft.PowerShell.Core", Synopsis: "Makes doubtful code an error.",
	New: runtime.Run(func(c *runtime.Call) error {
		if c.Switch(strictOff) {
			c.SetStrictMode(0)
			return nil
		}
		s := c.String(strictVersion)
		if value.EqualFold(s, "Latest") {
			c.SetStrictMode(3)
			return nil
		}
		major, _, _ := strings.Cut(s, ".")
		n, err := strconv.Atoi(major)
		if err != nil || n < 1 || n > 7 {
			return value.Throw(value.ParameterBindingValidation, "ParameterArgumentValidationError",
				"Cannot validate argument on parameter 'Version'. The \""+s+"\" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.").With(value.InvalidData, value.NullValue)
		}
		c.SetStrictMode(n)
		return nil
	}),
}
