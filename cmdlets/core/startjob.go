package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	jobBlock = iota
	jobFile
	jobInit
	jobArguments
	jobInput
	jobName
	jobOption // what only one of the two cmdlets has
)

func jobParameters(file string, option bind.Parameter) []bind.Parameter {
	return []bind.Parameter{
		jobBlock:     {Name: "ScriptBlock", Aliases: []string{"Command"}, Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "Block", Mandatory: true, Position: 0}}},
		jobFile:      {Name: "FilePath", Type: value.TypeString, Sets: []bind.Membership{{Set: file, Mandatory: true, Position: 0}}},
		jobInit:      {Name: "InitializationScript", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Position: 1}}},
		jobArguments: named("ArgumentList", value.TypeObjectArray, "Args"),
		jobInput:     {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
		jobName:      named("Name", value.TypeString),
		jobOption:    option,
	}
}

// startJob runs its block in a session of its own. Another process it is not, yet what comes back are copies.
var startJob = aliased(defaultSet("Block", cmdlet("Start-Job", "Starts a background job.", newStart(runtime.TypeRemotingJob), jobParameters("File", switched("RunAs32"))...)), "sajb")

// startThreadJob runs its block in a session of its own that shares the objects of the caller.
var startThreadJob = func() *runtime.Cmdlet {
	c := defaultSet("Block", cmdlet("Start-ThreadJob", "Starts a background job in a thread.", newStart(runtime.TypeThreadJob), jobParameters("File", named("ThrottleLimit", value.TypeInt32))...))
	c.TypeName, c.Module = "Microsoft.PowerShell.ThreadJob.StartThreadJobCommand", "Microsoft.PowerShell.ThreadJob"
	return c
}()

func defaultSet(set string, c *runtime.Cmdlet) *runtime.Cmdlet {
	c.DefaultSet = set
	return c
}

func newStart(t *value.Type) func() runtime.Command {
	return func() runtime.Command { return &starting{typ: t} }
}

// starting gathers the input, then runs the job (oracle/flow, section 12).
type starting struct {
	runtime.NoBegin
	typ   *value.Type
	input []value.Value
	piped bool
}

// Process gathers one object.
func (s *starting) Process(c *runtime.Call) error {
	if c.Bound(jobInput) {
		s.piped = true
		s.input = append(s.input, c.Value(jobInput))
	}
	return nil
}

// End runs the job and writes it.
func (s *starting) End(c *runtime.Call) error {
	block := runtime.BlockOf(c.Value(jobBlock))
	if c.Bound(jobFile) {
		var err error
		if block, err = c.ScriptOf(c.String(jobFile)); err != nil {
			return err
		}
	}
	out, failed, err := c.RunApart(block, runtime.Apart{Init: runtime.BlockOf(c.Value(jobInit)), Args: c.List(jobArguments), Input: s.input, Piped: s.piped, Under: value.Unset})
	if err != nil {
		return err
	}
	j := &runtime.Job{Type: s.typ, Kind: "ThreadJob", Name: c.String(jobName), Command: block.Text(), Location: "PowerShell", Written: out, Failure: failed, State: runtime.JobCompleted}
	if failed != nil {
		j.State, j.Reason = runtime.JobFailed, failed.Exception
	}
	if s.typ == runtime.TypeRemotingJob {
		j = remoting(j)
	}
	c.Engine().AddJob(j)
	return c.Write(value.Of(j))
}

// remoting is a job of Start-Job: a child does the work, and what it gives is from another process.
func remoting(child *runtime.Job) *runtime.Job {
	j := &runtime.Job{Type: runtime.TypeRemotingJob, Kind: "BackgroundJob", Name: child.Name, Command: child.Command, Location: "localhost", State: child.State, Children: []*runtime.Job{child}}
	child.Type, child.Kind, child.Name, child.Location = runtime.TypeChildJob, "", "", "localhost"
	if child.Failure != nil {
		child.Failure = fromAfar(child.Failure)
		child.Reason = child.Failure.Exception
	}
	for i, w := range child.Written {
		switch {
		case w.Stream == runtime.OutputStream:
			child.Written[i].Value = copied(w.Value)
		case w.Stream == runtime.ErrorStream:
			if r, ok := value.As[*value.ErrorRecord](w.Value); ok {
				child.Written[i].Value = value.Of(fromAfar(r))
			}
		}
	}
	return j
}

// fromAfar is an error as another process reports it: its exception is a RemoteException with the text.
func fromAfar(r *value.ErrorRecord) *value.ErrorRecord {
	x := r.Copy()
	x.Exception = value.Throw(value.RemoteException, r.Exception.ID, r.Exception.Message)
	x.Exception.Thrown = r.Exception.Thrown
	return x
}

// copied is a custom object as it comes back from another process; the others have nothing that a copy would show.
func copied(v value.Value) value.Value {
	o, ok := value.As[*value.PSObject](v)
	if !ok || !o.IsCustom() {
		return v
	}
	o = o.Clone()
	o.SetTypeNames([]string{"Deserialized.System.Management.Automation.PSCustomObject", "Deserialized.System.Object"})
	return value.Of(o)
}
