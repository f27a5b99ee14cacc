package sim

import (
	"time"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

var stepClock = declare("Step-SimClock", "Lets virtual time pass, and with it what the service does later.", func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	d := time.Duration(a.Number("Days"))*24*time.Hour + time.Duration(a.Number("Hours"))*time.Hour + time.Duration(a.Number("Minutes"))*time.Minute
	if d <= 0 {
		return value.Throw(value.ArgumentException, "NoDuration", "Say how long: -Minutes, -Hours or -Days.").With(value.InvalidArgument, value.NullValue)
	}
	return c.Host().Clock.Sleep(d)
}, number("Minutes"), number("Hours"), number("Days"))

func number(name string) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeInt32, Sets: []bind.Membership{{Position: bind.NoPosition}}}
}
