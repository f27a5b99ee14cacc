package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	spanStart = iota
	spanEnd
	spanDays
	spanHours
	spanMinutes
	spanSeconds
	spanMilliseconds
)

var newTimeSpan = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "New-TimeSpan", TypeName: "Microsoft.PowerShell.Commands.NewTimeSpanCommand", Cmdlet: true, DefaultSet: "Date",
		Params: []bind.Parameter{
			spanStart: {Name: "Start", Aliases: []string{"LastWriteTime"}, Type: value.TypeDateTime,
				Sets: []bind.Membership{{Set: "Date", Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			spanEnd:          {Name: "End", Type: value.TypeDateTime, Sets: []bind.Membership{{Set: "Date", Position: 1, FromPipelineByName: true}}},
			spanDays:         {Name: "Days", Type: value.TypeInt32, Sets: inSets("Time")},
			spanHours:        {Name: "Hours", Type: value.TypeInt32, Sets: inSets("Time")},
			spanMinutes:      {Name: "Minutes", Type: value.TypeInt32, Sets: inSets("Time")},
			spanSeconds:      {Name: "Seconds", Type: value.TypeInt32, Sets: inSets("Time")},
			spanMilliseconds: {Name: "Milliseconds", Type: value.TypeInt32, Sets: inSets("Time")},
		}},
	Module: module, Synopsis: "Makes a time span of two dates or of its parts.",
	New: runtime.Run(func(c *runtime.Call) error {
		if c.Set == "Date" {
			now := value.OfTime(c.Host().Clock.Now(), localKind)
			start, end := now, now
			if c.Bound(spanStart) {
				start = c.Value(spanStart).Base()
			}
			if c.Bound(spanEnd) {
				end = c.Value(spanEnd).Base()
			}
			return c.Write(value.OfTimeSpan(end.Ticks() - start.Ticks()))
		}
		const hour = 3600 * ticksPerSecond
		n := int64(c.Int(spanDays))*24*hour + int64(c.Int(spanHours))*hour + int64(c.Int(spanMinutes))*60*ticksPerSecond +
			int64(c.Int(spanSeconds))*ticksPerSecond + int64(c.Int(spanMilliseconds))*ticksPerMillisecond
		if d := int64(c.Int(spanDays)); d > 10675199 || d < -10675199 {
			return value.Throw(value.ArgumentOutOfRangeException, "", "TimeSpan overflowed because the duration is too long.")
		}
		return c.Write(value.OfTimeSpan(n))
	}),
}
