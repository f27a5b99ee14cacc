package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// The first two parameters are the same for all variable cmdlets but Get-Variable, which has no -Scope here.
const (
	variableName = iota
	variableScope
	variableValue
	variableOption
)

const variableValueOnly = 1

func variableNames() bind.Parameter {
	return bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: 0, FromPipelineByName: true}}}
}

func scopeParameter() bind.Parameter {
	return bind.Parameter{Name: "Scope", Type: value.TypeString, Sets: anywhere()}
}

// assignParameters are those of Set-Variable and New-Variable.
func assignParameters() []bind.Parameter {
	return []bind.Parameter{
		variableName:   variableNames(),
		variableScope:  scopeParameter(),
		variableValue:  {Name: "Value", Sets: []bind.Membership{{Position: 1, FromPipelineByName: true}}},
		variableOption: {Name: "Option", Type: value.TypeString, Sets: anywhere()},
	}
}

func variableCmdlet(name, synopsis string, run func(c *runtime.Call) error, params ...bind.Parameter) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + name[:indexDash(name)] + name[indexDash(name)+1:] + "Command", Cmdlet: true, Params: params},
		Module:    module, Synopsis: synopsis, New: runtime.Run(run),
	}
}

func indexDash(s string) int {
	for i := range len(s) {
		if s[i] == '-' {
			return i
		}
	}
	return 0
}

var setVariable = variableCmdlet("Set-Variable", "Assigns a variable.", assignVariable, assignParameters()...)
var newVariable = variableCmdlet("New-Variable", "Makes a variable.", assignVariable, assignParameters()...)

func assignVariable(c *runtime.Call) error {
	for _, n := range c.Strings(variableName) {
		if err := c.SetVariable(n, c.Value(variableValue), c.String(variableScope)); err != nil {
			return err
		}
		var o runtime.VariableOptions
		switch s := c.String(variableOption); {
		case value.EqualFold(s, "ReadOnly"):
			o = runtime.OptionReadOnly
		case value.EqualFold(s, "Constant"):
			o = runtime.OptionConstant
		case value.EqualFold(s, "Private"):
			o = runtime.OptionPrivate
		case value.EqualFold(s, "AllScope"):
			o = runtime.OptionAllScope
		}
		if o != 0 {
			if err := c.SetVariableOptions(n, o, c.String(variableScope)); err != nil {
				return err
			}
		}
	}
	return nil
}

var removeVariable = variableCmdlet("Remove-Variable", "Forgets a variable.", func(c *runtime.Call) error {
	for _, n := range c.Strings(variableName) {
		ok, err := c.RemoveVariable(n, c.String(variableScope))
		if err != nil {
			return err
		}
		if !ok {
			if err := c.Fail(variableNotFound(n)); err != nil {
				return err
			}
		}
	}
	return nil
}, variableNames(), scopeParameter())

func variableNotFound(name string) *value.Exception {
	return value.Throw(value.ItemNotFoundException, "VariableNotFound", "Cannot find a variable with the name '"+name+"'.").With(value.ObjectNotFound, value.OfString(name))
}

var getVariable = variableCmdlet("Get-Variable", "Gives variables.", func(c *runtime.Call) error {
	names := c.Strings(variableName)
	if names == nil {
		names = []string{"*"}
	}
	write := func(n string) error {
		v, ok := c.Variable(n)
		if !ok {
			return c.Fail(variableNotFound(n))
		}
		if c.Switch(variableValueOnly) {
			return c.WriteEach(v)
		}
		o := value.NewCustom()
		o.SetTypeNames([]string{"System.Management.Automation.PSVariable", "System.Object"})
		o.Set("Name", value.OfString(n))
		o.Set("Value", v)
		return c.Write(value.Of(o))
	}
	for _, n := range names {
		if !text.ContainsWildcard(n) {
			if err := write(n); err != nil {
				return err
			}
			continue
		}
		w, err := text.CompileWildcard(n, true)
		if err != nil {
			return value.Throw(value.PSArgumentException, "WildcardPatternException", err.Error())
		}
		for _, x := range c.VariableNames() {
			if w.Match(x) {
				if err := write(x); err != nil {
					return err
				}
			}
		}
	}
	return nil
}, variableNames(), switched("ValueOnly"))
