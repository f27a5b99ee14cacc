package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const toCsvInput = 0

var convertToCsv = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-Csv", TypeName: "Microsoft.PowerShell.Commands.ConvertToCsvCommand", Cmdlet: true, DefaultSet: "Delimiter", Params: writeCsvParameters(
		bind.Parameter{Name: "InputObject", Type: value.TypePSObject, Sets: pipeline(true, 0)})},
	Module: module, Outputs: []string{"System.String"}, Synopsis: "Makes CSV texts of objects.",
	New: func() runtime.Command { return &csvLines{w: csvWriter{first: 1}} },
}

// csvLines emits a text a record.
type csvLines struct {
	runtime.NoEnd
	w csvWriter
}

// Begin reads the parameters.
func (l *csvLines) Begin(c *runtime.Call) error { return l.w.open(c) }

// Process emits the record of one object.
func (l *csvLines) Process(c *runtime.Call) error {
	v := c.Value(toCsvInput)
	if l.w.names == nil {
		if !l.w.begin(c, v) {
			return nil
		}
		if t := l.w.typeLine(v); t != "" {
			if err := c.Write(value.OfString(t)); err != nil {
				return err
			}
		}
		if l.w.header {
			if err := l.emit(c, l.w.headerLine()); err != nil {
				return err
			}
		}
	}
	return l.emit(c, l.w.row(c, v))
}

func (l *csvLines) emit(c *runtime.Call, line []byte) error {
	if len(line) == 0 {
		return nil
	}
	return c.Write(value.OfString(string(line)))
}
