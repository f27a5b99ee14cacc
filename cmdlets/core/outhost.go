package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	hostPaging = iota
	hostInput
)

// outHost shows objects on the host. There are no pages to turn in a run, so -Paging changes nothing, as where output is redirected.
var outHost = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Out-Host", TypeName: "Microsoft.PowerShell.Commands.OutHostCommand", Cmdlet: true,
		Params: []bind.Parameter{
			hostPaging: {Name: "Paging", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Position: bind.NoPosition}}},
			hostInput:  {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
		}},
	Aliases: []string{"oh"}, Module: module, Synopsis: "Shows objects on the host.",
	New: func() runtime.Command { return &showing{input: hostInput} },
}

const (
	defaultTranscript = iota
	defaultInput
)

// outDefault shows objects as the end of a pipeline does.
var outDefault = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Out-Default", TypeName: "Microsoft.PowerShell.Commands.OutDefaultCommand", Cmdlet: true,
		Params: []bind.Parameter{
			defaultTranscript: {Name: "Transcript", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Position: bind.NoPosition}}},
			defaultInput:      {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
		}},
	Module: module, Synopsis: "Shows objects as the end of a pipeline does.",
	New: func() runtime.Command { return &showing{input: defaultInput} },
}

// showing lays objects out on the host.
type showing struct {
	input  int
	writer *format.Writer
}

// Begin opens the writer.
func (s *showing) Begin(c *runtime.Call) error {
	s.writer = c.HostWriter()
	return nil
}

// Process takes the object of a call without a pipeline.
func (s *showing) Process(c *runtime.Call) error { return s.writer.Write(c.Value(s.input)) }

// ProcessObject shows one object.
func (s *showing) ProcessObject(_ *runtime.Call, v value.Value) error { return s.writer.Write(v) }

// End ends the group in progress.
func (s *showing) End(*runtime.Call) error { return s.writer.Close() }
