package management

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	setItemValue = placeOwn + iota
	setItemPassThru
)

var setItem = alias(changing(cmdlet("Set-Item", "Gives an item a value.", placeParameters(true, false,
	bind.Parameter{Name: "Value", AllowNull: true, Sets: []bind.Membership{{Position: 1, FromPipeline: true, FromPipelineByName: true}}},
	switched("PassThru"),
), runtime.Run(func(c *runtime.Call) error {
	paths, literal := placesOf(c)
	for _, path := range paths {
		places, err := writable(c, path, literal)
		if err != nil {
			if err := c.Fail(placeError(err, path, literal)); err != nil {
				return err
			}
			continue
		}
		for _, p := range places {
			if err := setPlace(c, p); err != nil {
				return err
			}
		}
	}
	return nil
}))), "si")

func setPlace(c *runtime.Call, p drive.Path) error {
	if p.IsFile() {
		return c.Fail(drive.NotSupported())
	}
	ok, err := c.ShouldProcess("Item: "+p.Item+" Value: "+value.ToString(c.Value(setItemValue)), "Set Item")
	if err != nil || !ok {
		return err
	}
	if err := drive.Store(c, p, c.Value(setItemValue)); err != nil {
		return err
	}
	if c.Switch(setItemPassThru) && drive.Exists(c, p) {
		return writeItem(c, p)
	}
	return nil
}

var clearItem = alias(changing(cmdlet("Clear-Item", "Empties an item.", placeParameters(true, true), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error {
		if p.IsFile() {
			return c.Fail(drive.NotSupported())
		}
		ok, err := c.ShouldProcess("Item: "+p.Item, "Clear Item")
		if err != nil || !ok {
			return err
		}
		return drive.Store(c, p, value.NullValue)
	})
}))), "cli")
