package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// Cmdlet declares one compiled cmdlet. Binding, completion, help and lint all read this declaration; there is no other.
type Cmdlet struct {
	bind.Signature // parameters, sets; Command is the cmdlet's name
	Aliases        []string
	// WindowsAliases exist on Windows only, such as ls and sort.
	WindowsAliases []string
	Module         string   // "Microsoft.PowerShell.Utility"
	Version        string   // of the module, "" for the engine's own
	Function       bool     // the module exports it as a function, which Get-Command shows
	Outputs        []string // type names of what it writes
	Synopsis       string   // one line for Get-Help and completion
	// New makes the state of one invocation.
	New func() Command
}

// Command is one invocation of a cmdlet.
type Command interface {
	// Begin runs before the first object, Process for each object (once without pipeline input), End after the last.
	// A returned error ends the command: an *value.ErrorRecord as it is, an *value.Exception becomes a record.
	Begin(c *Call) error
	Process(c *Call) error
	End(c *Call) error
}

// NoBegin, NoProcess and NoEnd are embedded by commands that do nothing there.
type (
	NoBegin   struct{}
	NoProcess struct{}
	NoEnd     struct{}
)

// Begin does nothing.
func (NoBegin) Begin(*Call) error { return nil }

// Process does nothing.
func (NoProcess) Process(*Call) error { return nil }

// End does nothing.
func (NoEnd) End(*Call) error { return nil }

// ObjectProcessor is a Command that takes pipeline objects itself, without the binder, when its pipeline parameter takes any
// object: the hot path of Where-Object and its like.
type ObjectProcessor interface {
	Command
	ProcessObject(c *Call, v value.Value) error
}

// Disposer is a Command that has something to release when the pipeline ends in any way.
type Disposer interface{ Dispose(c *Call) }

// Run is a cmdlet without state between objects: f is its Process.
func Run(f func(c *Call) error) func() Command {
	return func() Command { return runCommand{f: f} }
}

type runCommand struct {
	NoBegin
	NoEnd
	f func(c *Call) error
}

func (r runCommand) Process(c *Call) error { return r.f(c) }

// Table is the cmdlets of one package, which cmdlets.All joins.
type Table []*Cmdlet
