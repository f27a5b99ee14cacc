package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	cultureNoOverrides = iota
	cultureName
	cultureList
)

var getCulture = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Culture", TypeName: "Microsoft.PowerShell.Commands.GetCultureCommand", Cmdlet: true, DefaultSet: "CurrentCulture",
		Params: []bind.Parameter{
			cultureNoOverrides: {Name: "NoUserOverrides", Type: value.TypeSwitchParameter, Sets: inSets("CurrentCulture", "Name")},
			cultureName:        {Name: "Name", Type: value.TypeStringArray, NotNull: true, Sets: []bind.Membership{{Set: "Name", Position: 0, FromPipeline: true}}},
			cultureList:        {Name: "ListAvailable", Type: value.TypeSwitchParameter, Sets: inSets("ListAvailable")},
		}},
	Module: module, Synopsis: "Gives the culture of the session, or others.",
	New: runtime.Run(func(c *runtime.Call) error {
		info := c.FindType("cultureinfo")
		switch {
		case c.Switch(cultureList):
			all, err := c.Static(info, "GetCultures", value.OfString("AllCultures"))
			if err != nil {
				return err
			}
			return c.WriteEach(all)
		case c.Bound(cultureName):
			for _, name := range c.Strings(cultureName) {
				v, err := c.New(info, info.FullName, []value.Value{value.OfString(name)})
				if e, ok := err.(*value.Exception); ok {
					if e.Inner != nil {
						e = e.Inner
					}
					e.ID = "ItemNotFoundException"
					err = c.Fail(e.With(value.ObjectNotFound, value.OfString(name)))
				} else if err == nil {
					err = c.Write(v)
				}
				if err != nil {
					return err
				}
			}
			return nil
		}
		return writeCulture(c)
	}),
}

var getUICulture = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-UICulture", TypeName: "Microsoft.PowerShell.Commands.GetUICultureCommand", Cmdlet: true},
	Module:    module, Synopsis: "Gives the culture of messages.",
	New: runtime.Run(writeCulture),
}

func writeCulture(c *runtime.Call) error {
	v, err := c.Culture()
	if err != nil {
		return err
	}
	return c.Write(v)
}

var getHost = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Host", TypeName: "Microsoft.PowerShell.Commands.GetHostCommand", Cmdlet: true},
	Module:    module, Synopsis: "Gives the program that runs the script.",
	New: runtime.Run(func(c *runtime.Call) error { return c.Write(c.HostObject()) }),
}
