package runtime

import (
	"strconv"
	"time"

	"rehearse/runtime/value"
)

// Job is a background job. It ran when it was started, so that a rehearsal is the same each time; its results wait for Receive-Job.
type Job struct {
	value.Extended
	ID       int64
	Name     string
	Kind     string // PSJobTypeName: BackgroundJob or ThreadJob
	Type     *value.Type
	State    int64
	Reason   *value.Exception // of a failure
	Command  string
	Location string
	Children []*Job
	Began    time.Time
	Written  []Written
	Failure  *value.ErrorRecord // the error that ended it, until it is received
}

// The states that jobs have here, with .NET's numbers.
const (
	JobCompleted = 2
	JobFailed    = 3
)

// The types of jobs.
var (
	TypeJob          = &value.Type{Name: "Job", FullName: "System.Management.Automation.Job", Base: value.TypeObject, Flags: value.Abstract}
	TypeRemotingJob  = &value.Type{Name: "PSRemotingJob", FullName: "System.Management.Automation.PSRemotingJob", Base: TypeJob}
	TypeChildJob     = &value.Type{Name: "PSRemotingChildJob", FullName: "System.Management.Automation.PSRemotingChildJob", Base: TypeJob}
	TypeThreadJob    = &value.Type{Name: "ThreadJob", FullName: "Microsoft.PowerShell.ThreadJob.ThreadJob", Base: TypeJob}
	typeJobState     = value.NewEnum("System.Management.Automation.JobState", []string{"NotStarted", "Running", "Completed", "Failed", "Stopped", "Blocked", "Suspended", "Disconnected", "Suspending", "Stopping", "AtBreakpoint"}, []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
	typeJobStateInfo = &value.Type{Name: "JobStateInfo", FullName: "System.Management.Automation.JobStateInfo", Base: value.TypeObject}
)

// TypeOf is the kind of job.
func (j *Job) TypeOf() *value.Type { return j.Type }

// jobStateInfo is the state of a job with the reason for it.
type jobStateInfo struct{ job *Job }

// TypeOf is JobStateInfo.
func (*jobStateInfo) TypeOf() *value.Type { return typeJobStateInfo }

// ToText is the name of the state.
func (i *jobStateInfo) ToText() string { return typeJobState.Enum.Text(i.job.State) }

// jobTable holds the jobs of a session by their numbers.
type jobTable struct {
	list []*Job
	last int64
}

// Jobs are the session's jobs, the oldest first.
func (e *Engine) Jobs() []*Job { return e.jobs.list }

// AddJob registers a job and numbers it and its children; a name is made of the number if it has none.
func (e *Engine) AddJob(j *Job) {
	for _, x := range append([]*Job{j}, j.Children...) {
		e.jobs.last++
		x.ID = e.jobs.last
		if x.Name == "" {
			x.Name = "Job" + strconv.FormatInt(x.ID, 10)
		}
		x.Began = e.host.Clock.Now()
	}
	e.jobs.list = append(e.jobs.list, j)
}

// RemoveJob forgets a job.
func (e *Engine) RemoveJob(j *Job) {
	for i, x := range e.jobs.list {
		if x == j {
			e.jobs.list = append(e.jobs.list[:i:i], e.jobs.list[i+1:]...)
			return
		}
	}
}

// HasMoreData tells whether something waits to be received.
func (j *Job) HasMoreData() bool {
	for _, c := range j.Children {
		if c.HasMoreData() {
			return true
		}
	}
	return len(j.Written) > 0 || j.Failure != nil
}

// results are the objects of one stream that wait to be received.
func (j *Job) results(n Stream) value.Value {
	var list []value.Value
	for _, w := range j.Written {
		if w.Stream == n {
			list = append(list, w.Value)
		}
	}
	return value.Of(&value.ArrayList{Type: value.TypePSObjectCollection, Items: list})
}

func jobMembers() {
	moment := func(name string) value.Property {
		return row(name, value.TypeDateTime, func(j *Job) value.Value { return value.OfTime(j.Began, 2) })
	}
	stream := func(name string, n Stream) value.Property {
		return row(name, nil, func(j *Job) value.Value { return j.results(n) })
	}
	TypeJob.Members = &value.Members{Properties: []value.Property{
		row("State", typeJobState, func(j *Job) value.Value { return value.OfEnum(typeJobState.Enum, j.State) }),
		row("HasMoreData", value.TypeBool, func(j *Job) value.Value { return value.OfBool(j.HasMoreData()) }),
		text1("StatusMessage", func(*Job) string { return "" }),
		text1("Location", func(j *Job) string { return j.Location }),
		text1("Command", func(j *Job) string { return j.Command }),
		row("JobStateInfo", typeJobStateInfo, func(j *Job) value.Value { return value.Of(&jobStateInfo{j}) }),
		row("Id", value.TypeInt32, func(j *Job) value.Value { return value.OfInt(int(j.ID)) }),
		text1("Name", func(j *Job) string { return j.Name }),
		row("ChildJobs", nil, func(j *Job) value.Value {
			list := make([]value.Value, len(j.Children))
			for i, c := range j.Children {
				list[i] = value.Of(c)
			}
			return value.OfArray(list...)
		}),
		moment("PSBeginTime"), moment("PSEndTime"),
		text1("PSJobTypeName", func(j *Job) string { return j.Kind }),
		stream("Output", OutputStream), stream("Error", ErrorStream), stream("Verbose", VerboseStream),
		stream("Debug", DebugStream), stream("Warning", WarningStream), stream("Information", InformationStream),
	}}
	typeJobStateInfo.Members = &value.Members{Properties: []value.Property{
		row("State", typeJobState, func(i *jobStateInfo) value.Value { return value.OfEnum(typeJobState.Enum, i.job.State) }),
		row("Reason", value.ExceptionType, func(i *jobStateInfo) value.Value {
			if i.job.Reason == nil {
				return value.NullValue
			}
			return value.Of(i.job.Reason)
		}),
	}}
}
