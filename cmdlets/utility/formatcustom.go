package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const customDepth = shapeOwn

var formatCustom = shapeCmdlet("Custom", "fc", "Lays objects out by their custom view or as nested classes.", value.TypeObjectArray, openCustom,
	bind.Parameter{Name: "Depth", Type: value.TypeInt32, Sets: anywhere(), Validate: between(1, maxInt32)})

func openCustom(c *runtime.Call, o format.Options) (*format.Shaper, error) {
	return format.ShapeCustom(c.Env(), c.FormatSettings(), format.CustomOptions{Options: o, Depth: c.Int(customDepth)}, c.Write)
}
