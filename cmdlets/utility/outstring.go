package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	stringStream = iota
	stringWidth
	stringNoNewline
	stringInput
)

var outString = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Out-String", TypeName: "Microsoft.PowerShell.Commands.OutStringCommand", Cmdlet: true, DefaultSet: "NoNewLineFormatting",
		Params: []bind.Parameter{
			stringStream:    {Name: "Stream", Type: value.TypeSwitchParameter, Sets: inSets("StreamFormatting")},
			stringWidth:     {Name: "Width", Type: value.TypeInt32, Sets: anywhere(), Validate: between(2, maxInt32)},
			stringNoNewline: {Name: "NoNewline", Type: value.TypeSwitchParameter, Sets: inSets("NoNewLineFormatting")},
			stringInput:     inputObject(),
		}},
	Aliases: []string{"oss"}, Module: module, Synopsis: "Makes a string of what the host would show.",
	New: func() runtime.Command { return &stringing{} },
}

// stringing gathers lines.
type stringing struct {
	writer *format.Writer
	buf    strings.Builder
}

// Begin opens the writer.
func (s *stringing) Begin(c *runtime.Call) error {
	newline := c.Host().Platform.Newline()
	if c.Switch(stringNoNewline) {
		newline = ""
	}
	stream := c.Switch(stringStream)
	s.writer = format.NewWriter(c.Env(), c.FormatSettings().ForString(c.Int(stringWidth)), func(line string) error {
		if stream {
			return c.Write(value.OfString(line))
		}
		s.buf.WriteString(line)
		s.buf.WriteString(newline)
		return c.CheckSize(s.buf.Len())
	})
	return nil
}

// Process takes the object of a call without a pipeline.
func (s *stringing) Process(c *runtime.Call) error { return s.writer.Write(c.Value(stringInput)) }

// ProcessObject lays one object out.
func (s *stringing) ProcessObject(_ *runtime.Call, v value.Value) error { return s.writer.Write(v) }

// End writes the string.
func (s *stringing) End(c *runtime.Call) error {
	if err := s.writer.Close(); err != nil || c.Switch(stringStream) {
		return err
	}
	return c.Write(value.OfString(s.buf.String()))
}
