package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	newTypeName = iota
	newArguments
	newProperty
)

var newObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "New-Object", TypeName: "Microsoft.PowerShell.Commands.NewObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			newTypeName:  {Name: "TypeName", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 0}}},
			newArguments: {Name: "ArgumentList", Aliases: []string{"Args"}, Type: value.TypeObjectArray, Sets: at(1)},
			newProperty:  {Name: "Property", Type: value.IfaceDictionary, Sets: anywhere()},
		}},
	Module: module, Synopsis: "Makes an object of a type.",
	New: runtime.Run(func(c *runtime.Call) error {
		name := c.String(newTypeName)
		arguments := c.List(newArguments)
		var o value.Value
		if len(arguments) == 0 && (value.EqualFold(name, "PSObject") || value.EqualFold(name, "PSCustomObject")) {
			o = value.Of(value.NewCustom())
		} else {
			t := c.FindType(name)
			if t == nil {
				return value.Throw(value.PSArgumentException, "TypeNotFound", "Cannot find type ["+name+"]: verify that the assembly containing this type is loaded.").With(value.InvalidType, value.NullValue)
			}
			var err error
			if o, err = c.New(t, name, arguments); err != nil {
				return err
			}
		}
		if d, ok := value.As[*value.Dictionary](c.Value(newProperty).Base()); ok {
			for k, x := range d.All {
				if err := initialize(c, o, value.ToString(k), x); err != nil {
					return err
				}
			}
		}
		return c.Write(o)
	}),
}

// initialize sets one property of a new object; a custom object gets it as a note (oracle/objects, section 10).
func initialize(c *runtime.Call, o value.Value, name string, x value.Value) error {
	if p, ok := value.As[*value.PSObject](o); ok && p.IsCustom() {
		p.Set(name, x)
		return nil
	}
	found, err := value.SetProperty(c.Env(), o, name, x)
	if e, ok := err.(*value.Exception); ok {
		return value.Throw(value.SetValueException, "SetValueException",
			"The value supplied is not valid, or the property is read-only. Change the value, and then try again.").Because(e).With(value.InvalidData, value.NullValue)
	}
	if err != nil || found {
		return err
	}
	return value.Throw(value.InvalidOperationException, "InvalidOperationException",
		"The member \""+name+"\" was not found for the specified .NET object.").With(value.InvalidOperation, value.NullValue)
}
