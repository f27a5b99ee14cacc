package utility

import (
	"time"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	measureExpression = iota
	measureTarget
)

var measureCommand = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Measure-Command", TypeName: "Microsoft.PowerShell.Commands.MeasureCommandCommand", Cmdlet: true,
		Params: []bind.Parameter{
			measureExpression: {Name: "Expression", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Mandatory: true, Position: 0}}},
			measureTarget:     inputObject(),
		}},
	Module: module, Synopsis: "Tells how long a block takes on the virtual clock.",
	New: func() runtime.Command { return &timing{} },
}

// timing runs the block in the caller's scope for each object and adds up the time. What the block writes is dropped.
type timing struct {
	runtime.NoBegin
	spent time.Duration
}

// Process runs the block once.
func (t *timing) Process(c *runtime.Call) error {
	start := c.Host().Clock.Now()
	_, err := c.Evaluate(runtime.BlockOf(c.Value(measureExpression)), c.Value(measureTarget))
	t.spent += c.Host().Clock.Now().Sub(start)
	return err
}

// End writes the time.
func (t *timing) End(c *runtime.Call) error { return c.Write(value.OfTimeSpan(int64(t.spent / 100))) }
