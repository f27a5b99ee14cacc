package core

import "rehearse/runtime"

var removeJob = aliased(defaultSet("SessionIdParameterSet", cmdlet("Remove-Job", "Removes background jobs.", runtime.Run(runRemoveJob),
	jobSelection(true, switched("Force"))...)), "rjb")

// runRemoveJob forgets the jobs. They have ended, so that -Force makes no difference.
func runRemoveJob(c *runtime.Call) error {
	jobs, err := selectedJobs(c)
	for _, j := range jobs {
		c.Engine().RemoveJob(j)
	}
	return err
}

var stopJob = aliased(defaultSet("SessionIdParameterSet", cmdlet("Stop-Job", "Stops background jobs.", runtime.Run(runStopJob), jobSelection(true)...)), "spjb")

// runStopJob finds the jobs, which have ended already: a job that is not running stays as it is.
func runStopJob(c *runtime.Call) error {
	_, err := selectedJobs(c)
	return err
}
