package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	exportInput = iota
	exportPath
	exportLiteral
	exportForce
	exportNoClobber
	exportEncoding
	exportAppend
	exportShared // the first parameter of csvWriter
)

var exportCsv = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Export-Csv", TypeName: "Microsoft.PowerShell.Commands.ExportCsvCommand", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2, DefaultSet: "Delimiter",
		Params: writeCsvParameters(
			bind.Parameter{Name: "InputObject", Type: value.TypePSObject, Sets: pipeline(true, bind.NoPosition)},
			bind.Parameter{Name: "Path", Type: value.TypeString, Validate: notEmpty, Sets: at(0)},
			bind.Parameter{Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString, Validate: notEmpty, Sets: anywhere()},
			switched("Force"),
			bind.Parameter{Name: "NoClobber", Aliases: []string{"NoOverwrite"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			content.EncodingParameter(),
			switched("Append"),
		)},
	Aliases: []string{"epcsv"}, Module: module, Synopsis: "Writes objects to a CSV file.",
	New: func() runtime.Command { return &exporting{w: csvWriter{first: exportShared}} },
}

// exporting writes rows with the columns of the first object, or of the file that it appends to.
type exporting struct {
	w       csvWriter
	file    *content.Writer // nil with -WhatIf
	path    string          // as typed
	newline string
	begun   bool
	// required are the columns of the file that is appended to, which the first object must have.
	required []string
}

// Begin opens the file.
func (e *exporting) Begin(c *runtime.Call) error {
	if c.Bound(exportPath) == c.Bound(exportLiteral) {
		return value.Throw(value.InvalidOperationException, "CannotSpecifyPathAndLiteralPath",
			"You must specify either the -Path or -LiteralPath parameters, but not both.").With(value.InvalidData, value.NullValue)
	}
	if err := e.w.open(c); err != nil {
		return err
	}
	literal := c.Bound(exportLiteral)
	e.path = c.String(exportPath)
	if literal {
		e.path = c.String(exportLiteral)
	}
	if ok, err := c.ShouldProcess(e.path, "Export-Csv"); err != nil || !ok {
		return err
	}
	e.newline = c.Host().Platform.Newline()
	return e.create(c, literal)
}

func (e *exporting) create(c *runtime.Call, literal bool) error {
	encoding, err := content.EncodingOf(c, exportEncoding)
	if err != nil {
		return err
	}
	full, err := content.File(c, e.path, literal)
	if err != nil {
		return err
	}
	info, err := c.Host().Files.Stat(full)
	found := err == nil && !info.Dir
	add := c.Switch(exportAppend)
	if found && c.Switch(exportNoClobber) && !add {
		return noClobber(full)
	}
	if found && add && info.Size > 0 {
		if encoding, err = e.adoptHeader(c, full, encoding); err != nil {
			return err
		}
	}
	e.file, err = content.Create(c, full, encoding, add, c.Switch(exportForce))
	if err != nil {
		return content.OpenFailure(c, full, err)
	}
	return nil
}

// adoptHeader takes the columns of the file that is appended to, and its encoding if it has a mark.
func (e *exporting) adoptHeader(c *runtime.Call, full string, encoding *dotnet.Encoding) (*dotnet.Encoding, error) {
	b, err := content.ReadFile(c.Host().Files, full)
	if err != nil {
		return nil, content.OpenFailure(c, full, err)
	}
	if marked := dotnet.MarkedEncoding(b); marked != nil && !c.Bound(exportEncoding) {
		encoding = marked
	}
	p := newCsvParser(encoding.DecodeFile(b), csvDelimiter(c, exportShared+writeCsvDelimiter))
	if line := p.line(); len(line) >= 5 && value.EqualFold(line[:5], "#TYPE") {
		p.skipLine()
	}
	if fields, ok := p.record(); ok {
		e.required = append([]string(nil), fields...)
		e.w.names, e.w.header = e.required, false
	}
	return encoding, nil
}

// Process writes the row of one object.
func (e *exporting) Process(c *runtime.Call) error {
	if e.file == nil {
		return nil
	}
	v := c.Value(exportInput)
	if !e.begun {
		if e.required != nil && !c.Switch(exportForce) {
			if err := e.checkColumns(c, v); err != nil {
				return err
			}
		}
		if !e.w.begin(c, v) {
			return nil
		}
		e.begun = true
		if t := e.w.typeLine(v); t != "" {
			if err := e.file.WriteString(t + e.newline); err != nil {
				return err
			}
		}
		if e.w.header {
			if err := e.line(e.w.headerLine()); err != nil {
				return err
			}
		}
	}
	return e.line(e.w.row(c, v))
}

// checkColumns refuses an object that lacks a column of the file.
func (e *exporting) checkColumns(c *runtime.Call, v value.Value) error {
	have := csvColumns(c, v)
	for _, n := range e.required {
		found := false
		for _, h := range have {
			found = found || value.EqualFold(h, n)
		}
		if !found {
			return value.Throw(value.InvalidOperationException, "CannotAppendCsvWithMismatchedPropertyNames",
				"Cannot append CSV content to the following file: "+e.path+". The appended object does not have a property that corresponds to the following column: "+n+
					". To continue with mismatched properties, add the -Force parameter, and then retry the command.").With(value.InvalidData, value.OfString(n))
		}
	}
	return nil
}

func (e *exporting) line(b []byte) error {
	if err := e.file.Write(b); err != nil {
		return err
	}
	return e.file.WriteString(e.newline)
}

// End closes the file.
func (e *exporting) End(*runtime.Call) error { return e.file.Close() }

// Dispose closes the file of a pipeline that was stopped; what was written stays.
func (e *exporting) Dispose(*runtime.Call) {
	_ = e.file.Close() // End reports errors
}
