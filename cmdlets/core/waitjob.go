package core

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

const waitAny = selectCount

var waitJob = aliased(defaultSet("JobParameterSet", cmdlet("Wait-Job", "Waits for background jobs.", func() runtime.Command { return &waiting{} },
	jobSelection(true, switched("Any"))...)), "wjb")

// waiting writes the jobs, which have all ended; with -Any the first of them.
type waiting struct {
	runtime.NoBegin
	jobs []*runtime.Job
}

// Process gathers the jobs.
func (w *waiting) Process(c *runtime.Call) error {
	jobs, err := selectedJobs(c)
	w.jobs = append(w.jobs, jobs...)
	return err
}

// End writes them.
func (w *waiting) End(c *runtime.Call) error {
	if c.Switch(waitAny) && len(w.jobs) > 1 {
		w.jobs = w.jobs[:1]
	}
	for _, j := range w.jobs {
		if err := c.Write(value.Of(j)); err != nil {
			return err
		}
	}
	return nil
}
