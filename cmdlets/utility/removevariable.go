package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

const (
	removeVariableName = iota
	removeVariableInclude
	removeVariableExclude
	removeVariableForce
	removeVariableScope
)

var removeVariable = changing(aliased(variableCmdlet("Remove-Variable", "Forgets variables.", runtime.Run(func(c *runtime.Call) error {
	return eachVariable(c, c.Strings(removeVariableName), c.String(removeVariableScope), removeVariableInclude, removeVariableExclude, func(v *runtime.Variable) error {
		ok, err := c.ShouldProcess("Name: "+v.Name, "Remove variable")
		if err != nil || !ok {
			return err
		}
		return failing(c, c.Remove(v, c.Switch(removeVariableForce)))
	})
}),
	severalNames(false), optional("Include", value.TypeStringArray), optional("Exclude", value.TypeStringArray), switched("Force"), scopeParameter()), "rv"))
