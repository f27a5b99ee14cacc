package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	getVariableName = iota
	getVariableValueOnly
	getVariableInclude
	getVariableExclude
	getVariableScope
)

var getVariable = aliased(variableCmdlet("Get-Variable", "Gives variables.", runtime.Run(func(c *runtime.Call) error {
	names := c.Strings(getVariableName)
	if names == nil {
		names = []string{"*"}
	}
	return eachVariable(c, names, c.String(getVariableScope), getVariableInclude, getVariableExclude, func(v *runtime.Variable) error {
		if c.Switch(getVariableValueOnly) {
			return c.WriteEach(v.Value(c.Frame()))
		}
		return c.Write(value.Of(v))
	})
}),
	bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: 0, FromPipeline: true, FromPipelineByName: true}}},
	switched("ValueOnly"), optional("Include", value.TypeStringArray), optional("Exclude", value.TypeStringArray), scopeParameter()), "gv")
