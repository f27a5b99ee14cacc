package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	exportXMLDepth = iota
	exportXMLPath
	exportXMLLiteral
	exportXMLInput
	exportXMLForce
	exportXMLNoClobber
	exportXMLEncoding
)

var exportClixml = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Export-Clixml", TypeName: "Microsoft.PowerShell.Commands.ExportClixmlCommand", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2, DefaultSet: "ByPath",
		Params: []bind.Parameter{
			exportXMLDepth:     {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(2), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt(1), Max: value.OfInt(1<<31 - 1)}}, Sets: anywhere()},
			exportXMLPath:      {Name: "Path", Type: value.TypeString, Sets: []bind.Membership{{Set: "ByPath", Mandatory: true, Position: 0}}},
			exportXMLLiteral:   {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "ByLiteralPath", Mandatory: true, Position: bind.NoPosition}}},
			exportXMLInput:     {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, Sets: pipeline(true, bind.NoPosition)},
			exportXMLForce:     switched("Force"),
			exportXMLNoClobber: {Name: "NoClobber", Aliases: []string{"NoOverwrite"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			exportXMLEncoding:  content.EncodingParameter(),
		}},
	Module: module, Synopsis: "Writes objects to a CliXml file.",
	New: func() runtime.Command { return &clixmlExport{} },
}

// maxClixmlDepth bounds what -Depth may ask for, so that writing cannot exhaust the stack.
const maxClixmlDepth = 1000

// clixmlExport gathers a document; the file is there from the beginning.
type clixmlExport struct {
	w    *clixmlWriter
	file *content.Writer // nil with -WhatIf
}

// Begin opens the file.
func (x *clixmlExport) Begin(c *runtime.Call) error {
	x.w = newClixmlWriter(c, min(c.Int(exportXMLDepth), maxClixmlDepth))
	path, literal := c.String(exportXMLPath), false
	if c.Bound(exportXMLLiteral) {
		path, literal = c.String(exportXMLLiteral), true
	}
	if ok, err := c.ShouldProcess(path, "Export-Clixml"); err != nil || !ok {
		return err
	}
	encoding, err := content.EncodingOf(c, exportXMLEncoding)
	if err != nil {
		return err
	}
	full, err := content.File(c, path, literal)
	if err != nil {
		return err
	}
	if i, err := c.Host().Files.Stat(full); err == nil && !i.Dir && c.Switch(exportXMLNoClobber) {
		return noClobber(full)
	}
	if x.file, err = content.Create(c, full, encoding, false, c.Switch(exportXMLForce)); err != nil {
		return content.OpenFailure(c, full, err)
	}
	return nil
}

// Process adds one object.
func (x *clixmlExport) Process(c *runtime.Call) error {
	if x.file == nil {
		return nil
	}
	return x.w.write(c.Value(exportXMLInput), "", 0)
}

// End writes the document.
func (x *clixmlExport) End(*runtime.Call) error {
	if x.file == nil {
		return nil
	}
	if err := x.file.WriteString(string(x.w.finish())); err != nil {
		return err
	}
	return x.file.Close()
}

// Dispose closes the file of a pipeline that was stopped.
func (x *clixmlExport) Dispose(*runtime.Call) {
	_ = x.file.Close() // End reports errors
}
