package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

const (
	clearVariableName = iota
	clearVariableInclude
	clearVariableExclude
	clearVariableForce
	clearVariablePassThru
	clearVariableScope
)

var clearVariable = changing(aliased(variableCmdlet("Clear-Variable", "Empties variables.", runtime.Run(func(c *runtime.Call) error {
	return eachVariable(c, c.Strings(clearVariableName), c.String(clearVariableScope), clearVariableInclude, clearVariableExclude, func(v *runtime.Variable) error {
		ok, err := c.ShouldProcess("Name: "+v.Name, "Clear variable")
		if err != nil || !ok {
			return err
		}
		if err := c.Clear(v, c.Switch(clearVariableForce)); err != nil {
			return failing(c, err)
		}
		if c.Switch(clearVariablePassThru) {
			return c.Write(value.Of(v))
		}
		return nil
	})
}),
	severalNames(false), optional("Include", value.TypeStringArray), optional("Exclude", value.TypeStringArray), switched("Force"), switched("PassThru"), scopeParameter()), "clv"))
