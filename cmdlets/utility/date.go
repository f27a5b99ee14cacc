package utility

import (
	"time"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	dateDate = iota
	dateFormat
	dateUTC
)

var getDate = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Date", TypeName: "Microsoft.PowerShell.Commands.GetDateCommand", Cmdlet: true,
		Params: []bind.Parameter{
			dateDate:   {Name: "Date", Aliases: []string{"LastWriteTime"}, Type: value.TypeDateTime, Sets: pipeline(false, 0)},
			dateFormat: {Name: "Format", Type: value.TypeString, Sets: anywhere()},
			dateUTC:    switched("AsUTC"),
		}},
	Module: module, Synopsis: "Gives the date and time of the virtual clock.",
	New: runtime.Run(func(c *runtime.Call) error {
		d := value.OfTime(c.Host().Clock.Now(), 2)
		if c.Bound(dateDate) {
			d = c.Value(dateDate)
		}
		if c.Switch(dateUTC) {
			d = value.OfDateTime(d.Ticks(), 1)
		}
		if !c.Bound(dateFormat) {
			return c.Write(d)
		}
		s, err := value.FormatValue(c.Env(), d, c.String(dateFormat))
		if err != nil {
			return err
		}
		return c.Write(value.OfString(s))
	}),
}

const (
	sleepSeconds = iota
	sleepMilliseconds
)

var startSleep = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Start-Sleep", TypeName: "Microsoft.PowerShell.Commands.StartSleepCommand", Cmdlet: true, DefaultSet: "Seconds",
		Params: []bind.Parameter{
			sleepSeconds:      {Name: "Seconds", Type: value.TypeDouble, Sets: []bind.Membership{{Set: "Seconds", Mandatory: true, Position: 0, FromPipeline: true}}},
			sleepMilliseconds: {Name: "Milliseconds", Aliases: []string{"ms"}, Type: value.TypeInt32, Sets: []bind.Membership{{Set: "Milliseconds", Mandatory: true, Position: bind.NoPosition}}},
		}},
	Aliases: []string{"sleep"}, Module: module, Synopsis: "Lets virtual time pass at once.",
	New: runtime.Run(func(c *runtime.Call) error {
		d := time.Duration(c.Value(sleepSeconds).Float() * float64(time.Second))
		if c.Bound(sleepMilliseconds) {
			d = time.Duration(c.Int(sleepMilliseconds)) * time.Millisecond
		}
		return c.Host().Clock.Sleep(d)
	}),
}
