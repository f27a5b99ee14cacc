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
	invokeComputer
	invokeFile
)

var invokeCommand = aliased(invokeCommandCmdlet(), "icm")

func invokeCommandCmdlet() *runtime.Cmdlet {
	c := cmdlet("Invoke-Command", "Runs a script block; other computers are not simulated.", func() runtime.Command { return &invoking{} },
		bind.Parameter{Name: "ScriptBlock", Aliases: []string{"Command"}, Type: value.TypeScriptBlock, Sets: []bind.Membership{
			{Set: "InProcess", Mandatory: true, Position: 0}, {Set: "ComputerName", Mandatory: true, Position: 1}}},
		inSet("InProcess", "NoNewScope", value.TypeSwitchParameter, bind.NoPosition, false),
		bind.Parameter{Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
		named("ArgumentList", value.TypeObjectArray, "Args"),
		bind.Parameter{Name: "ComputerName", Aliases: []string{"Cn"}, Type: value.TypeStringArray, Sets: []bind.Membership{
			{Set: "ComputerName", Position: 0}, {Set: "FilePathComputerName", Position: 0}}},
		bind.Parameter{Name: "FilePath", Aliases: []string{"PSPath"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "FilePathComputerName", Mandatory: true, Position: 1}}})
	c.DefaultSet = "InProcess"
	return c
}

// invoking gathers the input, which the block sees as $input.
type invoking struct {
	runtime.NoBegin
	items []value.Value
}

// Process keeps one object of the pipeline.
func (i *invoking) Process(c *runtime.Call) error {
	if c.Bound(invokeComputer) || c.Bound(invokeFile) {
		return value.Throw(value.NotSupportedException, "NotSimulated", "rehearse runs no commands on other computers.").With(value.NotImplemented, value.NullValue)
	}
	if c.Bound(invokeInput) || c.ExpectingInput() {
		i.items = append(i.items, c.Value(invokeInput))
	}
	return nil
}

// End runs the block, in a scope of its own unless -NoNewScope says otherwise.
func (i *invoking) End(c *runtime.Call) error {
	b := runtime.BlockOf(c.Value(invokeBlock))
	if b == nil {
		return nil
	}
	return c.InvokeBlock(b, c.List(invokeArguments), i.items, c.Switch(invokeNoNewScope))
}
