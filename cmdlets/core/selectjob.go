package core

import (
	"strconv"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// The first parameters of the cmdlets that take jobs.
const (
	selectJob = iota
	selectID
	selectName
	selectCount // how many there are
)

// jobSelection declares the ways to name jobs: objects, numbers, names with wildcards.
func jobSelection(jobs bool, more ...bind.Parameter) []bind.Parameter {
	p := []bind.Parameter{
		selectJob:  {Name: "Job", Type: value.ArrayOf(runtime.TypeJob), Sets: []bind.Membership{{Set: "JobParameterSet", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		selectID:   {Name: "Id", Type: value.ArrayOf(value.TypeInt32), Sets: []bind.Membership{{Set: "SessionIdParameterSet", Mandatory: jobs, Position: 0, FromPipelineByName: true}}},
		selectName: {Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "NameParameterSet", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
	}
	return append(p, more...)
}

// selectedJobs are the jobs that a call names; each number or name without a job is an error of its own.
func selectedJobs(c *runtime.Call) ([]*runtime.Job, error) {
	var out []*runtime.Job
	for _, v := range c.List(selectJob) {
		if j, ok := value.As[*runtime.Job](v.Base()); ok {
			out = append(out, j)
		}
	}
	for _, id := range c.List(selectID) {
		j := jobByID(c.Engine().Jobs(), id.Int())
		if j == nil {
			if err := c.FailOn(value.Throw(value.PSArgumentException, "JobWithSpecifiedSessionNotFound", "The command cannot find a job with the job ID "+
				strconv.FormatInt(id.Int(), 10)+". Verify the value of the Id parameter and then try the command again.").With(value.ObjectNotFound, id), id); err != nil {
				return nil, err
			}
			continue
		}
		out = append(out, j)
	}
	for _, name := range c.Strings(selectName) {
		found := false
		pattern, err := text.CompileWildcard(name, true)
		if err != nil {
			return nil, err
		}
		for _, j := range c.Engine().Jobs() {
			if pattern.Match(j.Name) {
				found = true
				out = append(out, j)
			}
		}
		if !found {
			n := value.OfString(name)
			if err := c.FailOn(value.Throw(value.PSArgumentException, "JobWithSpecifiedNameNotFound", "The command cannot find the job because the job name "+
				name+" was not found. Verify the value of the Name parameter, and then try the command again.").With(value.ObjectNotFound, n), n); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func jobByID(jobs []*runtime.Job, id int64) *runtime.Job {
	for _, j := range jobs {
		if j.ID == id {
			return j
		}
		if x := jobByID(j.Children, id); x != nil {
			return x
		}
	}
	return nil
}
