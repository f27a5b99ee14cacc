package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	tableAutoSize = shapeOwn + iota
	tableRepeatHeader
	tableHideHeaders
	tableWrap
)

var formatTable = shapeCmdlet("Table", "ft", "Lays objects out as a table.", value.TypeObjectArray, openTable,
	switched("AutoSize"), switched("RepeatHeader"), switched("HideTableHeaders"), switched("Wrap"))

func openTable(c *runtime.Call, o format.Options) (*format.Shaper, error) {
	return format.ShapeTable(c.Env(), c.FormatSettings(), format.TableOptions{Options: o, AutoSize: c.Switch(tableAutoSize),
		RepeatHeader: c.Switch(tableRepeatHeader), HideTableHeaders: c.Switch(tableHideHeaders), Wrap: c.Switch(tableWrap)}, c.Write)
}
