package core

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// cmdlet declares a cmdlet of the module; the type name follows from the name.
func cmdlet(name, synopsis string, make func() runtime.Command, params ...bind.Parameter) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command", Cmdlet: true, Params: params},
		Module:    module, Synopsis: synopsis, New: make,
	}
}

func aliased(c *runtime.Cmdlet, names ...string) *runtime.Cmdlet {
	c.Aliases = names
	return c
}

// inSet declares a parameter of one set.
func inSet(set, name string, t *value.Type, position int, mandatory bool) bind.Parameter {
	return bind.Parameter{Name: name, Type: t, Sets: []bind.Membership{{Set: set, Mandatory: mandatory, Position: position}}}
}

// named declares a parameter of every set without a position.
func named(name string, t *value.Type, aliases ...string) bind.Parameter {
	return bind.Parameter{Name: name, Aliases: aliases, Type: t, Sets: []bind.Membership{{Position: bind.NoPosition}}}
}

func switched(name string) bind.Parameter { return named(name, value.TypeSwitchParameter) }

// failing writes an exception as the error of one item; other errors end the command.
func failing(c *runtime.Call, err error) error {
	if e, ok := err.(*value.Exception); ok {
		return c.Fail(e)
	}
	return err
}

// given is the texts of a parameter, not nil when it was given.
func given(c *runtime.Call, param int) []string {
	if !c.Bound(param) {
		return nil
	}
	return append([]string{}, c.Strings(param)...)
}
