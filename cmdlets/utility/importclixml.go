package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	importXMLPath = iota
	importXMLLiteral
)

var importClixml = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Import-Clixml", TypeName: "Microsoft.PowerShell.Commands.ImportClixmlCommand", Cmdlet: true, SupportsPaging: true, DefaultSet: "ByPath",
		Params: []bind.Parameter{
			importXMLPath: {Name: "Path", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "ByPath", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			importXMLLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray,
				Sets: []bind.Membership{{Set: "ByLiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		}},
	Module: module, Synopsis: "Reads objects from CliXml files.",
	New: runtime.Run(func(c *runtime.Call) error {
		paths, literal := c.Strings(importXMLPath), false
		if c.Bound(importXMLLiteral) {
			paths, literal = c.Strings(importXMLLiteral), true
		}
		for _, path := range paths {
			full, err := content.File(c, path, literal)
			if err != nil {
				return err
			}
			s, err := content.ReadText(c, full, dotnet.EncodingUTF8)
			if err != nil {
				return err
			}
			if err := readClixml(c, s); err != nil {
				return err
			}
		}
		return nil
	}),
}

// readClixml emits the objects of a document, or the page of them that -Skip and -First ask for.
func readClixml(c *runtime.Call, s string) error {
	r := newClixmlReader(c, s)
	if err := r.root(s); err != nil {
		return err
	}
	skip, first := uint64(0), ^uint64(0)
	if c.Common.Skip != nil {
		skip = *c.Common.Skip
	}
	if c.Common.First != nil {
		first = *c.Common.First
	}
	for first > 0 {
		e, ok, err := r.next()
		if err != nil || !ok {
			return err
		}
		v, err := r.value(e)
		if err != nil {
			return err
		}
		if skip > 0 {
			skip--
			continue
		}
		first--
		if err := c.Write(v); err != nil {
			return err
		}
	}
	return nil
}
