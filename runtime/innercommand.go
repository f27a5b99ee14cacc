package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// InnerCommand is a command that another one runs and feeds object by object, such as the Out-File behind Tee-Object.
type InnerCommand struct {
	run    *pipelineRun
	stage  stage
	closed bool
}

// Open binds and begins a command by name; its output goes to out. Errors show the name as it is given here, at the statement of the call.
func (c *Call) Open(name string, args []bind.Argument, out Sink) (*InnerCommand, error) {
	f := c.frame
	cmd, err := f.findCommand(name)
	if err != nil {
		return nil, err
	}
	run := &pipelineRun{frame: f, stopper: -1}
	plan := &commandPlan{name: name}
	if c.stage != nil && c.stage.plan != nil {
		plan.at = c.stage.plan.pipelineAt
	}
	s, err := cmd.stage(stageBase{frame: f, run: run, plan: plan, args: args, hasInput: true, next: out, streams: f.streams})
	if err != nil {
		return nil, err
	}
	run.stages = []stage{s}
	inner := &InnerCommand{run: run, stage: s}
	if err := s.bind(); err != nil {
		return nil, err
	}
	if err := s.begin(); err != nil {
		_ = run.dispose(1) // the error of its begin is the one to show
		return nil, err
	}
	return inner, nil
}

// Write gives the command one object.
func (i *InnerCommand) Write(v value.Value) error { return i.stage.Write(v) }

// Close ends the command.
func (i *InnerCommand) Close() error {
	err := i.stage.end()
	if e := i.Dispose(); err == nil {
		err = e
	}
	return err
}

// Dispose releases what the command holds, if Close did not.
func (i *InnerCommand) Dispose() error {
	if i.closed {
		return nil
	}
	i.closed = true
	return i.run.dispose(1)
}
