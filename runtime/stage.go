package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// command is what a name resolves to: a function, cmdlet, script file or block.
type command interface {
	// stage makes one invocation of the command as a pipeline element.
	stage(b stageBase) (stage, error)
}

// stageBase is what all stages have: where they stand and where their output goes.
type stageBase struct {
	frame    *Frame // the caller's
	run      *pipelineRun
	plan     *commandPlan
	args     []bind.Argument
	hasInput bool
	index    int
	next     Sink
	streams  *streams
	files    []*fileSink // of redirections
}

// invocation is $MyInvocation of this stage.
func (b *stageBase) invocationInfo(cmd value.Value) *value.InvocationInfo {
	info := &value.InvocationInfo{Command: cmd, PipelineLength: len(b.run.stages), PipelineIndex: b.index + 1, ExpectingInput: b.hasInput, HistoryID: 1}
	if b.plan != nil {
		info.Extent = b.frame.position(b.plan.at)
		info.InvocationName = b.plan.name
		if b.plan.call {
			info.InvocationName = b.frame.operatorText(b.plan)
		}
	}
	return info
}

// close ends file redirections.
func (b *stageBase) close() error {
	var first error
	for _, s := range b.files {
		if err := s.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// commandStage is a running cmdlet.
type commandStage struct {
	stageBase
	cmdlet  *Cmdlet
	command Command
	call    Call
	direct  ObjectProcessor // set when pipeline objects need no binding
	binding bind.Binding
}

// cmdletCommand is a cmdlet as what a name resolves to.
type cmdletCommand struct{ cmdlet *Cmdlet }

func (c cmdletCommand) stage(b stageBase) (stage, error) {
	return &commandStage{stageBase: b, cmdlet: c.cmdlet}, nil
}

func (s *commandStage) bind() error {
	s.call = Call{Binding: &s.binding, Cmdlet: s.cmdlet, frame: s.frame, stage: s, name: s.cmdlet.Command, out: s.next, stream: s.streams}
	s.call.info = s.invocationInfo(value.Of(&CommandInfo{command: cmdletCommand{s.cmdlet}}))
	f := s.frame
	err := s.binding.Bind(&s.cmdlet.Signature, s.args, &bind.Options{
		Env: f, PipelineInput: s.hasInput, Defaults: f.defaultParameters(), Alias: f.aliasTarget,
		List: typeObjectList, Prompt: f.mandatoryPrompt(s.cmdlet.Command, s.index+1), Warn: func(text string) { _ = s.call.Warning(text) }, Dynamic: s.dynamic(),
	})
	if err != nil {
		return f.bindingFailed(err, s.call.info, s.cmdlet.Command, s.cmdlet.TypeName)
	}
	s.command = s.cmdlet.New()
	s.call.prepare()
	if d, ok := s.command.(ObjectProcessor); ok && s.hasInput {
		s.direct = d
	}
	return nil
}

// dynamic asks the command for parameters that depend on the first ones.
func (s *commandStage) dynamic() func(*bind.Binding) ([]bind.Parameter, error) {
	if !s.cmdlet.HasDynamic {
		return nil
	}
	return func(b *bind.Binding) ([]bind.Parameter, error) {
		if s.command == nil {
			s.command = s.cmdlet.New()
		}
		if d, ok := s.command.(DynamicCommand); ok {
			return d.DynamicParameters(&s.call)
		}
		return nil, nil
	}
}

// DynamicCommand is a Command with parameters that depend on those already bound.
type DynamicCommand interface {
	Command
	DynamicParameters(c *Call) ([]bind.Parameter, error)
}

func (s *commandStage) begin() error { return s.ended(s.command.Begin(&s.call)) }

func (s *commandStage) Write(v value.Value) error {
	if err := s.frame.tick(); err != nil {
		return err
	}
	if s.direct != nil {
		return s.ended(s.direct.ProcessObject(&s.call, v))
	}
	if err := s.binding.BindPipeline(v); err != nil {
		return s.objectFailed(err, v)
	}
	return s.ended(s.command.Process(&s.call))
}

func (s *commandStage) alone() error { return s.ended(s.command.Process(&s.call)) }

func (s *commandStage) end() error {
	if err := s.ended(s.command.End(&s.call)); err != nil {
		return err
	}
	return s.call.flush()
}

func (s *commandStage) dispose() error {
	if d, ok := s.command.(Disposer); ok {
		d.Dispose(&s.call)
	}
	s.call.forget()
	if s.call.errors {
		s.run.failed = true
	}
	return s.close()
}

// objectFailed reports that one pipeline object could not be bound; the next one goes on.
func (s *commandStage) objectFailed(err error, v value.Value) error {
	r := s.frame.bindingRecord(err, s.call.info, s.cmdlet.Command, s.cmdlet.TypeName)
	if r == nil {
		return err
	}
	return s.call.writeError(r, false)
}

// ended turns the error of a command into a terminating error record with the command's position.
func (s *commandStage) ended(err error) error {
	if err == nil {
		return nil
	}
	if cause := s.frame.context.Err(); cause != nil {
		return &cancelled{cause: cause} // a command that waited, for an answer say, failed because the run was stopped
	}
	err = s.call.terminating(err)
	if r, ok := err.(*value.ErrorRecord); ok && s.call.errorVariable != nil && r.Activity == s.cmdlet.Command {
		if e := s.call.errorVariable.Write(value.Of(r)); e != nil {
			return e
		}
	}
	return err
}
