package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	aliasName = iota
	aliasValue
	aliasDescription
	aliasOption
	aliasPassThru
	aliasScope
	aliasForce
)

var (
	setAlias = aliasCmdlet("Set-Alias", "Defines an alias.", "Set Alias", false, "sal")
	newAlias = aliasCmdlet("New-Alias", "Makes an alias.", "New Alias", true, "nal")
)

// aliasCmdlet declares Set-Alias and New-Alias, which differ in what they do about an alias that exists.
func aliasCmdlet(name, synopsis, action string, fresh bool, short string) *runtime.Cmdlet {
	c := variableCmdlet(name, synopsis, runtime.Run(func(c *runtime.Call) error { return defineAlias(c, action, fresh) }),
		oneName(), bind.Parameter{Name: "Value", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 1, FromPipelineByName: true}}},
		optional("Description", value.TypeString), optionParameter(), switched("PassThru"), scopeParameter(), switched("Force"))
	return changing(aliased(c, short))
}

func defineAlias(c *runtime.Call, action string, fresh bool) error {
	name, target := c.String(aliasName), c.String(aliasValue)
	ok, err := c.ShouldProcess("Name: "+name+" Value: "+target, action)
	if err != nil || !ok {
		return err
	}
	a, err := c.ChangeAlias(name, c.String(aliasScope), runtime.AliasChange{Target: target, Description: c.String(aliasDescription),
		Options: options(c, aliasOption), Force: c.Switch(aliasForce), New: fresh})
	if err != nil {
		return failing(c, err)
	}
	if c.Switch(aliasPassThru) {
		return c.Write(value.Of(a))
	}
	return nil
}
