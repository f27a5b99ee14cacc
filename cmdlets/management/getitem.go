package management

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/value"
)

var getItem = alias(cmdlet("Get-Item", "Gives the items at paths.", placeParameters(true, true), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error {
		if !c.Switch(placeForce) && isHidden(c, p) {
			return c.Fail(value.Throw(value.IOException, "ItemNotFound", "Could not find item "+p.Item+".").With(value.ObjectNotFound, value.OfString(p.Item)))
		}
		return writeItem(c, p)
	})
})), "gi")
