package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	importDelimiter = iota
	importPath
	importLiteral
	importUseCulture
	importHeader
	importEncoding
)

var importCsv = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Import-Csv", TypeName: "Microsoft.PowerShell.Commands.ImportCsvCommand", Cmdlet: true, DefaultSet: "DelimiterPath",
		Params: []bind.Parameter{
			importDelimiter: {Name: "Delimiter", Type: value.TypeChar, Validate: notNull, Sets: inEach(bind.Membership{Position: 1}, "DelimiterPath", "DelimiterLiteralPath")},
			importPath: {Name: "Path", Type: value.TypeStringArray, Validate: notEmpty,
				Sets: inEach(bind.Membership{Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}, "DelimiterPath", "CulturePath")},
			importLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray, Validate: notEmpty,
				Sets: inEach(bind.Membership{Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}, "DelimiterLiteralPath", "CultureLiteralPath")},
			importUseCulture: {Name: "UseCulture", Type: value.TypeSwitchParameter, Sets: inEach(bind.Membership{Mandatory: true, Position: bind.NoPosition}, "CulturePath", "CultureLiteralPath")},
			importHeader:     headerParameter(),
			importEncoding:   content.EncodingParameter(),
		}},
	Aliases: []string{"ipcsv"}, Module: module, Outputs: []string{"System.Management.Automation.PSObject"}, Synopsis: "Reads objects from CSV files.",
	New: func() runtime.Command { return &importing{} },
}

// importing reads files one after the other, each with its own header.
type importing struct {
	runtime.NoEnd
	encoding *dotnet.Encoding
}

// Begin reads the encoding.
func (i *importing) Begin(c *runtime.Call) (err error) {
	i.encoding, err = content.EncodingOf(c, importEncoding)
	return err
}

// Process reads the files of one object.
func (i *importing) Process(c *runtime.Call) error {
	paths, literal := c.Strings(importPath), false
	if c.Bound(importLiteral) {
		paths, literal = c.Strings(importLiteral), true
	}
	for _, path := range paths {
		full, err := content.File(c, path, literal)
		if err != nil {
			return err
		}
		s, err := content.ReadText(c, full, i.encoding)
		if err != nil {
			return err
		}
		rows := csvRows{names: c.Strings(importHeader)}
		p := newCsvParser(s, csvDelimiter(c, importDelimiter))
		if err := rows.write(c, &p); err != nil {
			return err
		}
	}
	return nil
}
