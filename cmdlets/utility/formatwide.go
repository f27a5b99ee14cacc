package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	wideAutoSize = shapeOwn + iota
	wideColumn
)

var formatWide = shapeCmdlet("Wide", "fw", "Lays one property of objects out in columns.", nil, openWide,
	switched("AutoSize"), bind.Parameter{Name: "Column", Type: value.TypeInt32, Sets: anywhere(), Validate: between(1, maxInt32)})

func openWide(c *runtime.Call, o format.Options) (*format.Shaper, error) {
	return format.ShapeWide(c.Env(), c.FormatSettings(), format.WideOptions{Options: o, AutoSize: c.Switch(wideAutoSize), Column: c.Int(wideColumn)}, c.Write)
}
