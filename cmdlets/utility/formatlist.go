package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

var formatList = shapeCmdlet("List", "fl", "Lays objects out as lists.", value.TypeObjectArray, openList)

func openList(c *runtime.Call, o format.Options) (*format.Shaper, error) {
	return format.ShapeList(c.Env(), c.FormatSettings(), format.ListOptions{Options: o}, c.Write)
}
