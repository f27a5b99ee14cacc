package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	newModuleName = iota
	newModuleBlock
	newModuleFunction
	newModuleCmdlet
	newModuleReturn
	newModuleObject
	newModuleArguments
)

var newModule = aliased(newModuleDeclaration(), "nmo")

func newModuleDeclaration() *runtime.Cmdlet {
	c := cmdlet("New-Module", "Makes a module of a script block.", runtime.Run(runNewModule),
		inSet("Name", "Name", value.TypeString, 0, true),
		bind.Parameter{Name: "ScriptBlock", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "Name", Mandatory: true, Position: 1}, {Set: "ScriptBlock", Mandatory: true, Position: 0}}},
		named("Function", value.TypeStringArray), named("Cmdlet", value.TypeStringArray), switched("ReturnResult"), switched("AsCustomObject"),
		bind.Parameter{Name: "ArgumentList", Aliases: []string{"Args"}, Type: value.TypeObjectArray, Sets: []bind.Membership{{Position: bind.NoPosition, FromRemaining: true}}})
	c.DefaultSet = "ScriptBlock"
	return c
}

// result gathers what the block of -ReturnResult writes.
type result struct{ items []value.Value }

func (r *result) Write(v value.Value) error {
	r.items = append(r.items, v)
	return nil
}

func runNewModule(c *runtime.Call) error {
	m := c.DynamicModule(c.String(newModuleName))
	var got result
	members := runtime.Patterns{Functions: given(c, newModuleFunction), Cmdlets: given(c, newModuleCmdlet)}
	if err := c.LoadBlock(m, runtime.BlockOf(c.Value(newModuleBlock)), c.List(newModuleArguments), members, &got); err != nil {
		return err
	}
	if c.Switch(newModuleObject) {
		o, err := c.ModuleObject(m)
		if err != nil {
			return err
		}
		return c.Write(o)
	}
	if err := c.ImportDynamic(m); err != nil {
		return err
	}
	if c.Switch(newModuleReturn) {
		return c.WriteEach(value.Unroll(got.items))
	}
	return c.Write(value.Of(m))
}
