package management

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/value"
)

var invokeItem = alias(changing(cmdlet("Invoke-Item", "Opens an item with its program; not simulated.", placeParameters(true, true), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error {
		ok, err := c.ShouldProcess("Item: "+p.Item, "Invoke Item")
		if err != nil || !ok {
			return err
		}
		return c.Fail(value.Throw(value.PSNotSupportedException, "NotSimulated", "Cannot open '"+p.String()+"': rehearse starts no programs.").With(value.NotImplemented, value.OfString(p.String())))
	})
}))), "ii")
