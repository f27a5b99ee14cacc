package utility

import (
	"math"
	"time"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	sleepSeconds = iota
	sleepMilliseconds
	sleepDuration
)

var startSleep = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Start-Sleep", TypeName: "Microsoft.PowerShell.Commands.StartSleepCommand", Cmdlet: true, DefaultSet: "Seconds",
		Params: []bind.Parameter{
			sleepSeconds: {Name: "Seconds", Type: value.TypeDouble, Validate: between(0, maxInt32/1000),
				Sets: []bind.Membership{{Set: "Seconds", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			sleepMilliseconds: {Name: "Milliseconds", Aliases: []string{"ms"}, Type: value.TypeInt32, Validate: between(0, maxInt32),
				Sets: []bind.Membership{{Set: "Milliseconds", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
			sleepDuration: {Name: "Duration", Aliases: []string{"ts"}, Type: value.TypeTimeSpan,
				Sets: []bind.Membership{{Set: "FromTimeSpan", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		}},
	WindowsAliases: []string{"sleep"}, Module: module, Synopsis: "Lets virtual time pass at once.",
	New: runtime.Run(func(c *runtime.Call) error {
		var d time.Duration
		switch {
		case c.Bound(sleepMilliseconds):
			d = time.Duration(c.Int(sleepMilliseconds)) * time.Millisecond
		case c.Bound(sleepDuration):
			ticks := c.Value(sleepDuration).Int()
			if ticks < 0 || ticks > maxInt32*int64(ticksPerMillisecond) {
				return value.Throw(value.ArgumentException, "MaximumDurationExceeded",
					"The specified duration is not valid. It must be between zero and the maximum number of milliseconds.").With(value.InvalidArgument, value.NullValue)
			}
			d = time.Duration(ticks * 100)
		default:
			d = time.Duration(math.Round(c.Value(sleepSeconds).Float()*1000)) * time.Millisecond
		}
		return c.Host().Clock.Sleep(d)
	}),
}
