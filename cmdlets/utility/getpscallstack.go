package utility

import "rehearse/runtime"

var getPSCallStack = aliased(variableCmdlet("Get-PSCallStack", "Gives the calls under way.", runtime.Run(func(c *runtime.Call) error {
	for _, f := range c.CallStack() {
		if err := c.Write(f); err != nil {
			return err
		}
	}
	return nil
})), "gcs")
