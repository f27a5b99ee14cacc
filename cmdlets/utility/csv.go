package utility

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	importPath = iota
	importDelimiter
	importHeader
	importEncoding
)

var importCsv = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Import-Csv", TypeName: "Microsoft.PowerShell.Commands.ImportCsvCommand", Cmdlet: true,
		Params: []bind.Parameter{
			importPath:      {Name: "Path", Aliases: []string{"LiteralPath", "PSPath"}, Type: value.TypeStringArray, Sets: pipeline(true, 0)},
			importDelimiter: {Name: "Delimiter", Type: value.TypeChar, Sets: at(1)},
			importHeader:    {Name: "Header", Type: value.TypeStringArray, Sets: anywhere()},
			importEncoding:  {Name: "Encoding", Sets: anywhere()},
		}},
	Aliases: []string{"ipcsv"}, Module: module, Synopsis: "Reads objects from a CSV file.",
	New: runtime.Run(func(c *runtime.Call) error {
		for _, p := range c.Strings(importPath) {
			if err := readCsv(c, p); err != nil {
				return err
			}
		}
		return nil
	}),
}

// readCsv writes an object a row; all rows share a shape.
func readCsv(c *runtime.Call, path string) error {
	full := c.Engine().FullPath(path)
	f, err := c.Host().Files.Open(full)
	if err != nil {
		return openError(full, err)
	}
	defer f.Close() // nothing was written
	in := bufio.NewReader(f)
	if b, err := in.Peek(3); err == nil && string(b) == "\xEF\xBB\xBF" {
		_, _ = in.Discard(3) // just peeked
	}
	r := csv.NewReader(in)
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	if c.Bound(importDelimiter) {
		r.Comma = rune(c.Value(importDelimiter).Int())
	}
	names := c.Strings(importHeader)
	var shape *value.Shape
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return value.Throw(value.InvalidOperationException, "ImportCsv", err.Error()).With(value.InvalidData, value.NullValue)
		}
		if names == nil {
			if len(row) > 0 && strings.HasPrefix(row[0], "#TYPE") {
				continue
			}
			names = append([]string(nil), row...)
			continue
		}
		if shape == nil {
			shape = value.ShapeOf(names...)
		}
		vals := make([]value.Value, len(names))
		for i := range vals {
			if i < len(row) {
				vals[i] = value.OfString(row[i])
			}
		}
		if err := c.Write(value.Of(value.NewPSObject(shape, vals))); err != nil {
			return err
		}
	}
}

// openError is the error of a file that cannot be read.
func openError(full string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return value.Throw(value.UnauthorizedAccessException, "FileOpenFailure", "Access to the path '"+full+"' is denied.").With(value.OpenError, value.NullValue)
	}
	return value.Throw(value.FileNotFoundException, "FileOpenFailure", "Could not find file '"+full+"'.").With(value.OpenError, value.NullValue)
}

const (
	exportInput = iota
	exportPath
	exportDelimiter
	exportAppend
	exportNoType
	exportForce
	exportNoClobber
	exportEncoding
)

var exportCsv = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Export-Csv", TypeName: "Microsoft.PowerShell.Commands.ExportCsvCommand", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2,
		Params: []bind.Parameter{
			exportInput:     {Name: "InputObject", Sets: []bind.Membership{{Mandatory: true, Position: bind.NoPosition, FromPipeline: true}}},
			exportPath:      {Name: "Path", Aliases: []string{"LiteralPath", "PSPath"}, Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 0}}},
			exportDelimiter: {Name: "Delimiter", Type: value.TypeChar, Sets: at(1)},
			exportAppend:    switched("Append"),
			exportNoType:    {Name: "NoTypeInformation", Aliases: []string{"NTI"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			exportForce:     switched("Force"),
			exportNoClobber: {Name: "NoClobber", Aliases: []string{"NoOverwrite"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			exportEncoding:  {Name: "Encoding", Sets: anywhere()},
		}},
	Aliases: []string{"epcsv"}, Module: module, Synopsis: "Writes objects to a CSV file.",
	New: func() runtime.Command { return &exporting{} },
}

// exporting writes rows with the columns of the first object; the file counts when all is written.
type exporting struct {
	runtime.NoBegin
	names []string
	buf   strings.Builder
}

// Process takes one object.
func (e *exporting) Process(c *runtime.Call) error { return e.ProcessObject(c, c.Value(exportInput)) }

// ProcessObject adds one row.
func (e *exporting) ProcessObject(c *runtime.Call, v value.Value) error {
	comma := ","
	if c.Bound(exportDelimiter) {
		comma = value.ToString(c.Value(exportDelimiter))
	}
	newline := c.Host().Platform.Newline()
	if e.names == nil {
		value.EachProperty(c.Env(), v, func(p value.PropertyRef) bool {
			e.names = append(e.names, p.Name)
			return true
		})
		if !c.Switch(exportAppend) || !exists(c, c.String(exportPath)) {
			for i, n := range e.names {
				if i > 0 {
					e.buf.WriteString(comma)
				}
				e.buf.WriteString(quoted(n))
			}
			e.buf.WriteString(newline)
		}
	}
	for i, n := range e.names {
		if i > 0 {
			e.buf.WriteString(comma)
		}
		x, _, err := value.GetProperty(c.Env(), v, n)
		if err != nil || x.IsNull() {
			continue
		}
		s, err := c.Text(x)
		if err != nil {
			return err
		}
		e.buf.WriteString(quoted(s))
	}
	e.buf.WriteString(newline)
	return nil
}

func exists(c *runtime.Call, path string) bool {
	_, err := c.Host().Files.Stat(c.Engine().FullPath(path))
	return err == nil
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// End writes the file.
func (e *exporting) End(c *runtime.Call) error {
	full := c.Engine().FullPath(c.String(exportPath))
	if c.Switch(exportNoClobber) && exists(c, full) {
		return value.Throw(value.IOException, "NoClobber", "The file '"+full+"' already exists.").With(value.ResourceExists, value.OfString(full))
	}
	ok, err := c.ShouldProcess(full, "Export-Csv")
	if err != nil || !ok {
		return err
	}
	w, err := c.Host().Files.Create(full, c.Switch(exportAppend))
	if err != nil {
		return value.Throw(value.DirectoryNotFoundException, "FileOpenFailure", "Could not find a part of the path '"+full+"'.").With(value.OpenError, value.NullValue)
	}
	if _, err := io.WriteString(w, e.buf.String()); err != nil {
		return err
	}
	return w.Close()
}
