package utility

import (
	"rehearse/runtime"
)

const (
	removeAliasName = iota
	removeAliasScope
	removeAliasForce
)

var removeAlias = variableCmdlet("Remove-Alias", "Forgets aliases.", runtime.Run(func(c *runtime.Call) error {
	for _, name := range c.Strings(removeAliasName) {
		found, err := c.RemoveAlias(name, c.String(removeAliasScope), c.Switch(removeAliasForce))
		if err != nil {
			err = failing(c, err)
		} else if !found {
			err = c.Fail(aliasNotFound("name", name))
		}
		if err != nil {
			return err
		}
	}
	return nil
}), severalNames(true), scopeParameter(), switched("Force"))
