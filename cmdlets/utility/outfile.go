package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	fileFilePath = iota
	fileLiteral
	fileEncoding
	fileAppend
	fileForce
	fileNoClobber
	fileWidth
	fileNoNewline
	fileInput
)

var outFile = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Out-File", TypeName: "Microsoft.PowerShell.Commands.OutFileCommand", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2, DefaultSet: "ByPath",
		Params: []bind.Parameter{
			fileFilePath:  {Name: "FilePath", Aliases: []string{"Path"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "ByPath", Mandatory: true, Position: 0}}},
			fileLiteral:   {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "ByLiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
			fileEncoding:  outFileEncoding(),
			fileAppend:    switched("Append"),
			fileForce:     switched("Force"),
			fileNoClobber: {Name: "NoClobber", Aliases: []string{"NoOverwrite"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			fileWidth:     {Name: "Width", Type: value.TypeInt32, Sets: anywhere(), Validate: between(2, maxInt32)},
			fileNoNewline: switched("NoNewline"),
			fileInput:     inputObject(),
		}},
	Module: module, Synopsis: "Writes what the host would show to a file.",
	New: func() runtime.Command { return &filing{} },
}

// outFileEncoding is -Encoding, here with a position.
func outFileEncoding() bind.Parameter {
	p := content.EncodingParameter()
	p.Sets = at(1)
	return p
}

// filing lays objects out into a file.
type filing struct {
	file   *content.Writer // nil with -WhatIf
	writer *format.Writer
}

// Begin opens the file, so that it is empty before the first object is made.
func (o *filing) Begin(c *runtime.Call) error {
	literal := c.Bound(fileLiteral)
	path := c.String(fileFilePath)
	if literal {
		path = c.String(fileLiteral)
	}
	if path == "" {
		return value.Throw(value.PSArgumentNullException, "ArgumentNull", "Cannot process argument because the value of argument \"path\" is null. Change the value of argument \"path\" to a non-null value.").With(value.InvalidArgument, value.NullValue)
	}
	encoding, err := content.EncodingOf(c, fileEncoding)
	if err != nil {
		return err
	}
	full, err := content.File(c, path, literal)
	if err != nil {
		return err
	}
	if ok, err := c.ShouldProcess(path, "Output to File"); err != nil || !ok {
		return err
	}
	add := c.Switch(fileAppend)
	if c.Switch(fileNoClobber) && !add {
		if info, err := c.Host().Files.Stat(full); err == nil && !info.Dir {
			return noClobber(full)
		}
	}
	if o.file, err = content.Create(c, full, encoding, add, c.Switch(fileForce)); err != nil {
		return content.OpenFailure(c, full, err)
	}
	o.writer = o.open(c)
	return nil
}

// noClobber is the error of -NoClobber at a file that exists.
func noClobber(full string) error {
	return value.Throw(value.IOException, "NoClobber", "The file '"+full+"' already exists.").With(value.ResourceExists, value.OfString(full))
}

func (o *filing) open(c *runtime.Call) *format.Writer {
	newline := c.Host().Platform.Newline()
	if c.Switch(fileNoNewline) {
		newline = ""
	}
	return format.NewWriter(c.Env(), c.FormatSettings().ForString(c.Int(fileWidth)), func(line string) error {
		if err := o.file.WriteString(line); err != nil {
			return err
		}
		return o.file.WriteString(newline)
	})
}

// Process takes the object of a call without a pipeline.
func (o *filing) Process(c *runtime.Call) error { return o.ProcessObject(c, c.Value(fileInput)) }

// ProcessObject lays one object out.
func (o *filing) ProcessObject(_ *runtime.Call, v value.Value) error {
	if o.writer == nil {
		return nil
	}
	return o.writer.Write(v)
}

// End closes the file.
func (o *filing) End(*runtime.Call) error {
	if o.writer == nil {
		return nil
	}
	if err := o.writer.Close(); err != nil {
		return err
	}
	return o.file.Close()
}

// Dispose closes the file of a pipeline that was stopped; what was written stays.
func (o *filing) Dispose(*runtime.Call) {
	_ = o.file.Close() // End reports errors
}
