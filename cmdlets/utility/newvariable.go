package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	newVariableName = iota
	newVariableValue
	newVariableDescription
	newVariableOption
	newVariableVisibility
	newVariableForce
	newVariablePassThru
	newVariableScope
)

var newVariable = changing(aliased(variableCmdlet("New-Variable", "Makes a variable.", runtime.Run(func(c *runtime.Call) error {
	name, v, scope := c.String(newVariableName), c.Value(newVariableValue), c.String(newVariableScope)
	ok, err := c.ShouldProcess("Name: "+name+" Value: "+textOf(c, v), "New variable")
	if err != nil || !ok {
		return err
	}
	if scope == "" {
		scope = "local"
	}
	old, err := c.FindVariable(name, scope)
	if err != nil {
		return err
	}
	how := runtime.VariableChange{Options: options(c, newVariableOption), SetOptions: c.Bound(newVariableOption),
		Description: c.String(newVariableDescription), Describe: c.Bound(newVariableDescription), Force: c.Switch(newVariableForce)}
	if old != nil {
		if !how.Force {
			return c.Fail(value.Throw(value.SessionStateException, "VariableAlreadyExists", "A variable with name '"+name+"' already exists.").
				With(value.ResourceExists, value.OfString(name)))
		}
		if how.Options&runtime.OptionConstant == 0 {
			how.SetOptions = true
		}
	}
	made, err := c.ChangeVariable(name, v, scope, how)
	if err != nil {
		return failing(c, err)
	}
	if c.Switch(newVariablePassThru) {
		return c.Write(value.Of(made))
	}
	return nil
}),
	oneName(), bind.Parameter{Name: "Value", Sets: []bind.Membership{{Position: 1, FromPipeline: true, FromPipelineByName: true}}},
	optional("Description", value.TypeString), optionParameter(), optional("Visibility", nil), switched("Force"), switched("PassThru"), scopeParameter()), "nv"))
