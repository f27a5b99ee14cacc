package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	invokeBlock = iota
	invokeNoNewScope
	invokeInput
	invokeArguments
)

var invokeCommand = aliased(defaultSet("InProcess", cmdlet("Invoke-Command", "Runs a script block.", func() runtime.Command { return &invoking{} },
	bind.Parameter{Name: "ScriptBlock", Aliases: []string{"Command"}, Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "InProcess", Mandatory: true, Position: 0}}},
	inSet("InProcess", "NoNewScope", value.TypeSwitchParameter, bind.NoPosition, false),
	bind.Parameter{Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
	named("ArgumentList", value.TypeObjectArray, "Args"),
)), "icm")

// invoking gathers the input, then runs the block here: other computers are not simulated (oracle/objects, section 11).
type invoking struct {
	runtime.NoBegin
	input []value.Value
	piped bool
}

// Process gathers one object.
func (i *invoking) Process(c *runtime.Call) error {
	if c.Bound(invokeInput) {
		i.piped = true
		i.input = append(i.input, c.Value(invokeInput))
	}
	return nil
}

// End runs the block.
func (i *invoking) End(c *runtime.Call) error {
	o := runtime.Apart{Args: c.List(invokeArguments), Input: i.input, Piped: i.piped || c.ExpectingInput(), Under: value.Unset}
	return c.InvokeIn(runtime.BlockOf(c.Value(invokeBlock)), o, c.Switch(invokeNoNewScope))
}
