package core

import (
	"slices"
	"strconv"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	strictVersion = iota
	strictOff
)

var setStrictMode = strictModeCmdlet()

func strictModeCmdlet() *runtime.Cmdlet {
	c := cmdlet("Set-StrictMode", "Makes doubtful code an error.", runtime.Run(func(c *runtime.Call) error {
		if c.Switch(strictOff) {
			c.SetStrictMode(0)
			return nil
		}
		major, _ := strconv.Atoi(value.ToString(c.Value(strictVersion))[:1]) // a validated version begins with a digit
		c.SetStrictMode(major)
		return nil
	}),
		bind.Parameter{Name: "Version", Aliases: []string{"v"}, Type: typeVersion(), Transform: []bind.Transformer{strictArgument{}}, Validate: []bind.Validator{shellVersion{}},
			Sets: []bind.Membership{{Set: "Version", Mandatory: true, Position: bind.NoPosition}}},
		inSet("OFF", "Off", value.TypeSwitchParameter, bind.NoPosition, true))
	c.DefaultSet = "Version"
	return c
}

func typeVersion() *value.Type {
	dotnet.Install()
	t, _ := dotnet.Resolve("version", nil)
	return t
}

// strictArgument lets -Version take Latest and a number without a point.
type strictArgument struct{}

// Transform makes Latest the highest version, and n the text n.0.
func (strictArgument) Transform(_ value.Env, v value.Value) (value.Value, error) {
	s := value.ToString(v)
	if value.EqualFold(s, "Latest") {
		return value.OfString("7.6"), nil
	}
	if _, err := strconv.Atoi(s); err == nil {
		return value.OfString(s + ".0"), nil
	}
	return v, nil
}

// shellVersion refuses versions that PowerShell never had.
type shellVersion struct{}

var shellVersions = []string{"1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "6.1", "6.2", "7.0", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6"}

// Check is the validation of -Version.
func (shellVersion) Check(_ value.Env, v value.Value) error {
	if s := value.ToString(v); !slices.Contains(shellVersions, s) {
		return value.Throw(value.ValidationMetadataException, "InvalidPSVersion",
			"The \""+s+"\" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.")
	}
	return nil
}
