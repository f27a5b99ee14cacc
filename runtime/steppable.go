package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// steppable is a SteppablePipeline: the pipeline of a script block, driven object by object, as proxy functions do.
type steppable struct {
	value.Extended
	frame *Frame
	plan  *pipelinePlan
	run   *pipelineRun
	call  *Call     // the proxy, which gets the output; nil when the methods return it
	got   collector // the output that no proxy gets
}

var typeSteppable = automationType("SteppablePipeline", value.TypeObject)

// TypeOf is SteppablePipeline.
func (*steppable) TypeOf() *value.Type { return typeSteppable }

// steppable makes the pipeline of a block, which must hold nothing else.
func (f *Frame) steppable(b *ScriptBlock) (value.Value, error) {
	c := &compiler{source: b.source, block: b, table: &slotTable{}, open: true}
	plan := &pipelinePlan{}
	if end := b.block.EndBlock; end != nil && len(end.Statements) == 1 {
		if p, ok := end.Statements[0].(*ast.Pipeline); ok {
			plan.at = p.Extent
			for _, e := range p.PipelineElements {
				if x, ok := e.(*ast.Command); ok {
					plan.elements = append(plan.elements, c.command(x))
				}
			}
		}
	}
	if len(plan.elements) == 0 {
		return value.NullValue, value.Throw(value.PSInvalidOperation, "InvalidOperation",
			"An empty script block cannot be converted. Verify that the script block contains exactly one pipeline or command.").With(value.InvalidOperation, value.NullValue)
	}
	return value.Of(&steppable{frame: f.seenFrom(b).within(b.openCode()), plan: plan}), nil
}

// step calls a method of the pipeline; ok is false for a name that is none. Errors come as they are, not as those of a method.
func (f *Frame) step(s *steppable, name string, args []value.Value) (out value.Value, ok bool, err error) {
	switch {
	case value.EqualFold(name, "Begin"):
		err = s.begin(args)
	case value.EqualFold(name, "Process"):
		err = s.process(args)
	case value.EqualFold(name, "End"):
		err = s.end()
	case value.EqualFold(name, "Clean"), value.EqualFold(name, "Dispose"):
		err = s.dispose()
	default:
		return value.NullValue, false, nil
	}
	items := s.got.all()
	s.got = collector{}
	if len(items) == 0 {
		return value.NothingValue, true, err
	}
	return value.Unroll(items), true, err
}

// begin opens the stages. It takes the proxy's $PSCmdlet, or whether input will come.
func (s *steppable) begin(args []value.Value) error {
	f := s.frame
	var to Sink = &s.got
	input := len(args) > 0 && value.Truth(args[0])
	if len(args) > 0 {
		if o, ok := value.As[*cmdletObject](args[0].Base()); ok {
			s.call = o.call
			to, input = o.call.out, o.call.function.hasInput
			f.streams = o.call.function.body.streams
		}
	}
	n := len(s.plan.elements)
	s.run = &pipelineRun{frame: f, stopper: -1, stages: make([]stage, n)}
	links := make([]link, n)
	for i, e := range s.plan.elements {
		next := to
		if i < n-1 {
			next = &links[i]
		}
		position := i + 1
		if input {
			position++
		}
		st, err := s.placed(e).open(f, s.run, next, position, n)
		if err != nil {
			s.run.stages = s.run.stages[:i]
			return err
		}
		s.run.stages[i] = st
		if i > 0 {
			links[i-1].to = st
		}
	}
	for _, st := range s.run.stages {
		if err := st.bind(); err != nil {
			return err
		}
	}
	for _, st := range s.run.stages {
		if err := st.begin(); err != nil && !s.run.stoppedBy(err) {
			return err
		}
	}
	if err := openLinks(links); err != nil && !s.run.stoppedBy(err) {
		return err
	}
	return nil
}

// placed gives a command the place of the proxy's call, at which its errors are shown.
func (s *steppable) placed(e elementPlan) elementPlan {
	p, ok := e.(*commandPlan)
	if !ok || s.call == nil || s.call.info == nil || s.call.info.Extent.Source != s.frame.code.source {
		return e
	}
	at := *p
	at.at = ast.Extent{Start: s.call.info.Extent.Start, End: s.call.info.Extent.End}
	return &at
}

func (s *steppable) process(args []value.Value) error {
	if s.run == nil || len(s.run.stages) == 0 || s.run.stopper >= 0 {
		return nil
	}
	first := s.run.stages[0]
	var err error
	if f, ok := first.(*functionStage); len(args) == 0 || ok && !f.hasInput {
		err = first.alone()
	} else if c, ok := first.(*commandStage); ok && !c.hasInput {
		err = first.alone()
	} else {
		err = first.Write(args[0])
	}
	if err != nil && s.run.stoppedBy(err) {
		return nil
	}
	return err
}

func (s *steppable) end() error {
	if s.run == nil {
		return nil
	}
	for i, st := range s.run.stages {
		if i < s.run.stopper {
			continue
		}
		if err := st.end(); err != nil && !s.run.stoppedBy(err) {
			return err
		}
	}
	return s.dispose()
}

func (s *steppable) dispose() error {
	if s.run == nil {
		return nil
	}
	run := s.run
	s.run = nil
	err := run.dispose(len(run.stages))
	if s.call != nil && run.failed {
		s.call.errors = true
	}
	return err
}
