package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	toClixmlInput = iota
	toClixmlDepth
)

var convertToClixml = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-CliXml", TypeName: "Microsoft.PowerShell.Commands.ConvertToClixmlCommand", Cmdlet: true,
		Params: []bind.Parameter{
			toClixmlInput: {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, Sets: pipeline(true, 0)},
			toClixmlDepth: {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(2), Validate: between(1, maxInt32), Sets: anywhere()},
		}},
	Module: module, Synopsis: "Makes CliXml of objects.",
	New: func() runtime.Command { return &clixmlDocument{} },
}

// clixmlDocument gathers a document.
type clixmlDocument struct{ w *clixmlWriter }

// Begin starts the document.
func (x *clixmlDocument) Begin(c *runtime.Call) error {
	x.w = newClixmlWriter(c, min(c.Int(toClixmlDepth), maxClixmlDepth))
	return nil
}

// Process adds one object.
func (x *clixmlDocument) Process(c *runtime.Call) error {
	return x.w.write(c.Value(toClixmlInput), "", 0)
}

// End emits the document.
func (x *clixmlDocument) End(c *runtime.Call) error {
	return c.Write(value.OfString(string(x.w.finish())))
}

const fromClixmlInput = 0

var convertFromClixml = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertFrom-CliXml", TypeName: "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand", Cmdlet: true,
		Params: []bind.Parameter{fromClixmlInput: {Name: "InputObject", Type: value.TypeString, Sets: pipeline(true, 0)}}},
	Module: module, Synopsis: "Makes objects of CliXml.",
	New: runtime.Run(func(c *runtime.Call) error { return readClixml(c, c.String(fromClixmlInput)) }),
}
