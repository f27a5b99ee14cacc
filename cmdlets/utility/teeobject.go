package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	teeInput = iota
	teePath
	teeLiteral
	teeAppend
	teeEncoding
	teeVariable
)

var teeObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Tee-Object", TypeName: "Microsoft.PowerShell.Commands.TeeObjectCommand", Cmdlet: true, DefaultSet: "File",
		Params: []bind.Parameter{
			teeInput: inputObject(),
			teePath:  {Name: "FilePath", Aliases: []string{"Path"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "File", Mandatory: true, Position: 0}}},
			teeLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString,
				Sets: []bind.Membership{{Set: "LiteralFile", Mandatory: true, Position: bind.NoPosition}}},
			teeAppend:   {Name: "Append", Type: value.TypeSwitchParameter, Sets: inSets("File")},
			teeEncoding: {Name: "Encoding", Type: value.TypeObject, Sets: inSets("File", "LiteralFile")},
			teeVariable: {Name: "Variable", Type: value.TypeString, Sets: []bind.Membership{{Set: "Variable", Mandatory: true, Position: bind.NoPosition}}},
		}},
	WindowsAliases: []string{"tee"}, Module: module, Synopsis: "Passes objects on and keeps them in a file or variable too.",
	New: func() runtime.Command { return &teeing{} },
}

// teeing gives each object to Out-File or keeps it for the variable, then passes it on.
type teeing struct {
	file *runtime.InnerCommand
	kept []value.Value
}

// Begin opens the file.
func (t *teeing) Begin(c *runtime.Call) (err error) {
	if c.Bound(teeVariable) {
		return nil
	}
	var args []bind.Argument
	for _, p := range [...]struct {
		param int
		name  string
	}{{teePath, "FilePath"}, {teeLiteral, "LiteralPath"}, {teeAppend, "Append"}, {teeEncoding, "Encoding"}} {
		if c.Bound(p.param) {
			args = append(args, bind.Argument{Name: p.name, NameText: "-" + p.name + ":", HasValue: true, Value: c.Value(p.param)})
		}
	}
	t.file, err = c.Open("out-file", args, runtime.Discard)
	return err
}

// Process takes the object of a call without a pipeline.
func (t *teeing) Process(c *runtime.Call) error { return t.ProcessObject(c, c.Value(teeInput)) }

// ProcessObject keeps one object and passes it on.
func (t *teeing) ProcessObject(c *runtime.Call, v value.Value) error {
	if t.file == nil {
		t.kept = append(t.kept, v)
	} else if err := t.file.Write(v); err != nil {
		return err
	}
	return c.Write(v)
}

// End closes the file or sets the variable: to the one object, to a list of several, to $null without any.
func (t *teeing) End(c *runtime.Call) error {
	if t.file != nil {
		return t.file.Close()
	}
	v := value.Unroll(t.kept)
	if v.IsNothing() {
		v = value.NullValue
	}
	return c.SetVariable(c.String(teeVariable), v, "")
}

// Dispose closes the file of a pipeline that was stopped.
func (t *teeing) Dispose(*runtime.Call) {
	if t.file != nil {
		_ = t.file.Dispose() // the pipeline has ended with an error of its own
	}
}
