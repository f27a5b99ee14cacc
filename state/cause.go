package state

import "fmt"

// Cause says what made a change: the cmdlet and the place in the script. The
// caller of an operation supplies it; the tenant only passes it on.
type Cause struct {
	// Cmdlet is the command's own name, or the simulator's verb.
	Cmdlet string
	// File is the script as the user named it; empty at a prompt.
	File string
	// Line and Column count from 1; 0 when unknown.
	Line   int
	Column int
}

// String gives "file:line: cmdlet", leaving out what is unknown.
func (c Cause) String() string {
	switch {
	case c.File == "" && c.Line == 0:
		return c.Cmdlet
	case c.Line == 0:
		return c.File + ": " + c.Cmdlet
	}
	return fmt.Sprintf("%s:%d: %s", c.File, c.Line, c.Cmdlet)
}
