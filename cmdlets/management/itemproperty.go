package management

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const propertyName = placeOwn

var getItemProperty = alias(cmdlet("Get-ItemProperty", "Gives properties of items.", placeParameters(true, true,
	bind.Parameter{Name: "Name", Aliases: []string{"PSProperty"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Position: 1}}},
), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error { return writeProperties(c, p) })
})), "gp")

// propertyItem is the item of a place whose properties can be read: a file or folder.
func propertyItem(c *runtime.Call, p drive.Path) (value.Value, *value.Exception) {
	i, ok := drive.Stat(c, p)
	if !ok {
		if p.IsFile() {
			return value.NullValue, drive.NotFound(p)
		}
		return value.NullValue, value.Throw(value.PSNotSupportedException, "NotSupported",
			"Cannot use interface. The IPropertyCmdletProvider interface is not implemented by this provider.").With(value.NotImplemented, value.NullValue)
	}
	return fileItem(c, p, i), nil
}

func writeProperties(c *runtime.Call, p drive.Path) error {
	item, failure := propertyItem(c, p)
	if failure != nil {
		return c.Fail(failure)
	}
	if !c.Bound(propertyName) {
		return c.Write(item)
	}
	out := value.NewCustom()
	for _, name := range c.Strings(propertyName) {
		found, err := copyProperties(c, item, name, out)
		if err != nil {
			return err
		}
		if !found {
			if err := c.Fail(value.Throw(value.IOException, "GetValueError", "The property "+name+" does not exist or was not found.").With(value.ReadError, value.NullValue)); err != nil {
				return err
			}
		}
	}
	if out.Len() == 0 {
		return nil
	}
	for _, n := range []string{"PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider"} {
		if v, ok, err := value.GetProperty(c.Env(), item, n); err == nil && ok {
			out.Set(n, v)
		}
	}
	return c.Write(value.Of(out))
}

// copyProperties adds the properties that a name, perhaps a pattern, stands for.
func copyProperties(c *runtime.Call, item value.Value, name string, to *value.PSObject) (found bool, err error) {
	if !text.ContainsWildcard(name) {
		v, ok, err := value.GetProperty(c.Env(), item, name)
		if ok && err == nil {
			to.Set(name, v)
		}
		return ok, err
	}
	w, err := text.CompileWildcard(name, true)
	if err != nil {
		return false, nil
	}
	value.EachProperty(c.Env(), item, func(p value.PropertyRef) bool {
		if w.Match(p.Name) {
			if v, err := p.Get(c.Env()); err == nil {
				to.Set(p.Name, v)
			}
		}
		return true
	})
	return true, nil
}

var getItemPropertyValue = alias(cmdlet("Get-ItemPropertyValue", "Gives the values of properties of items.", propertyValueParameters(), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error {
		item, failure := propertyItem(c, p)
		if failure != nil {
			return c.Fail(failure)
		}
		for _, name := range c.Strings(propertyName) {
			v, ok, err := value.GetProperty(c.Env(), item, name)
			if err != nil {
				return err
			}
			if !ok {
				return c.Fail(value.Throw(value.IOException, "System.IO.IOException", "The property "+name+" does not exist or was not found.").With(value.NotSpecified, value.NullValue))
			}
			if err := c.Write(v); err != nil {
				return err
			}
		}
		return nil
	})
})), "gpv")

func propertyValueParameters() []bind.Parameter {
	p := placeParameters(false, true,
		bind.Parameter{Name: "Name", Aliases: []string{"PSProperty"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Mandatory: true, Position: 1}}})
	p[placePath].Default = value.OfString(".")
	return p
}

const (
	setPropertyName = placeOwn + iota
	setPropertyValue

	setPropertyPassThru
)

var setItemProperty = alias(changing(cmdlet("Set-ItemProperty", "Changes properties of items.", placeParameters(true, false,
	bind.Parameter{Name: "Name", Aliases: []string{"PSProperty"}, Type: value.TypeString, Sets: []bind.Membership{
		{Set: "Path", Mandatory: true, Position: 1, FromPipelineByName: true}, {Set: "LiteralPath", Mandatory: true, Position: 1, FromPipelineByName: true}}},
	bind.Parameter{Name: "Value", AllowNull: true, Sets: []bind.Membership{
		{Set: "Path", Mandatory: true, Position: 2, FromPipelineByName: true}, {Set: "LiteralPath", Mandatory: true, Position: 2, FromPipelineByName: true}}},
	switched("PassThru"),
), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error { return setProperty(c, p) })
}))), "sp")

func setProperty(c *runtime.Call, p drive.Path) error {
	item, failure := propertyItem(c, p)
	if failure != nil {
		return c.Fail(failure)
	}
	name, v := c.String(setPropertyName), c.Value(setPropertyValue)
	action := "Set Property File"
	if i, ok := drive.Stat(c, p); ok && i.Dir {
		action = "Set Property Directory"
	}
	ok, err := c.ShouldProcess("Item: "+p.Item+" Property: "+name+" Value: "+value.ToStringCulture(v), action)
	if err != nil || !ok {
		return err
	}
	if _, ok, err := value.GetProperty(c.Env(), item, name); err != nil || !ok {
		shown := value.ToStringCulture(v)
		if t := value.TypeOf(v); t != nil {
			shown = value.TypeText(t) + " " + name + "=" + shown
		} else {
			shown = name + "="
		}
		return c.Fail(value.Throw(value.IOException, "SetPropertyError", "The property "+shown+" does not exist or was not found.").With(value.ReadError, value.NullValue))
	}
	if err := c.SetProperty(item, name, v); err != nil {
		if readOnlyProperty(item, name) {
			return c.Fail(value.Throw(value.SetValueException, "ReadOnlyProperty", `"`+name+`" is a ReadOnly property.`).With(value.InvalidOperation, value.NullValue))
		}
		return err
	}
	if !c.Switch(setPropertyPassThru) {
		return nil
	}
	out := value.NewCustom()
	out.Set(name, v)
	return c.Write(value.Of(out))
}

func readOnlyProperty(item value.Value, name string) bool {
	p := value.TypeOf(item).FindProperty(name, false)
	return p != nil && p.Set == nil
}
