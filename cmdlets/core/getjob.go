package core

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

var getJob = aliased(defaultSet("SessionIdParameterSet", cmdlet("Get-Job", "Gets background jobs.", runtime.Run(runGetJob), jobSelection(false)...)), "gjb")

func runGetJob(c *runtime.Call) error {
	jobs := c.Engine().Jobs()
	if c.Bound(selectJob) || c.Bound(selectID) || c.Bound(selectName) {
		var err error
		if jobs, err = selectedJobs(c); err != nil {
			return err
		}
	}
	for _, j := range jobs {
		if err := c.Write(value.Of(j)); err != nil {
			return err
		}
	}
	return nil
}
