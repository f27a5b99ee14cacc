package core

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

const (
	receiveKeep = selectCount + iota
	receiveWait
	receiveAutoRemove
)

var receiveJob = aliased(defaultSet("JobParameterSet", cmdlet("Receive-Job", "Gets the results of background jobs.", runtime.Run(runReceiveJob),
	jobSelection(true, switched("Keep"), switched("Wait"), switched("AutoRemoveJob"))...)), "rcjb")

// runReceiveJob writes what the jobs wrote, each to its stream, and then the error that ended them. Without -Keep it is gone then.
func runReceiveJob(c *runtime.Call) error {
	if c.Switch(receiveAutoRemove) && !c.Switch(receiveWait) {
		return value.Throw(value.PSInvalidOperation, "AutoRemoveJobWithoutWait",
			"The AutoRemoveJob parameter cannot be used without the Wait parameter.").With(value.InvalidOperation, value.NullValue)
	}
	jobs, err := selectedJobs(c)
	if err != nil {
		return err
	}
	for _, j := range jobs {
		if err := receive(c, j, c.Switch(receiveKeep)); err != nil {
			return err
		}
		if c.Switch(receiveAutoRemove) {
			c.Engine().RemoveJob(j)
		}
	}
	return nil
}

func receive(c *runtime.Call, j *runtime.Job, keep bool) error {
	for _, x := range j.Children {
		if err := receive(c, x, keep); err != nil {
			return err
		}
	}
	written, failure := j.Written, j.Failure
	if !keep {
		j.Written, j.Failure = nil, nil
	}
	for _, w := range written {
		if err := c.WriteApart(w); err != nil {
			return err
		}
	}
	if failure != nil {
		return c.WriteFailure(failure)
	}
	return nil
}
