package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// invokeCommand runs one command without input; Under and This of with are what its body sees.
func (f *Frame) invokeCommand(c command, args []bind.Argument, with value.BlockInput, out Sink) error {
	run := &pipelineRun{frame: f, stopper: -1}
	s, err := c.stage(stageBase{frame: f, run: run, args: args, next: out, streams: f.streams})
	if err != nil {
		return err
	}
	run.stages = []stage{s}
	err = runAlone(run, s, with)
	if e := run.dispose(1); err == nil {
		err = e
	}
	if err == nil {
		f.ok = !run.failed
	}
	return err
}

func runAlone(run *pipelineRun, s stage, with value.BlockInput) error {
	if err := s.bind(); err != nil {
		return err
	}
	if fn, ok := s.(*functionStage); ok {
		if with.This.Kind() != value.Null {
			fn.body.this = with.This
		}
		fn.under = with.Under
	}
	for _, step := range [...]func() error{s.begin, s.alone, s.end} {
		if err := step(); err != nil {
			if run.stoppedBy(err) {
				return nil
			}
			return err
		}
	}
	return nil
}

// Invoke runs a script block in a scope of its own, as & does, with its output going to this call's pipeline.
func (c *Call) Invoke(b *ScriptBlock, args ...value.Value) error {
	return c.frame.callBlock(b, value.BlockInput{Under: value.Unset, Args: args}, c.out)
}

// InvokeHere runs a script block in the caller's scope with $_ set; what it writes goes to this call's pipeline and streams.
func (c *Call) InvokeHere(b *ScriptBlock, under value.Value) error {
	outer := c.frame.streams
	c.frame.streams = c.stream
	err := c.frame.runOpen(b, under, c.out)
	c.frame.streams = outer
	return err
}

// InvokeFor is InvokeHere for one object of a pipeline, which is $input too.
func (c *Call) InvokeFor(b *ScriptBlock, under value.Value) error {
	x := c.frame.borrow(b.openCode())
	x.under, x.out, x.streams, x.args, x.input = under, c.out, c.stream, noArguments, onlyUnder
	err := x.runOpenCode()
	x.code.idle = x
	return err
}

// Evaluate runs a script block in the caller's scope with $_ set and takes its output as one value.
func (c *Call) Evaluate(b *ScriptBlock, under value.Value) (value.Value, error) {
	outer := c.frame.streams
	c.frame.streams = c.stream
	v, err := c.frame.callOpen(b, under)
	c.frame.streams = outer
	return v, err
}

// RunCommand runs a command by name with named arguments and gives its output; for methods of .NET that a cmdlet does the work of.
func (f *Frame) RunCommand(name string, args map[string]value.Value) ([]value.Value, error) {
	cmd, err := f.findCommand(name)
	if err != nil {
		return nil, err
	}
	var list []bind.Argument
	for k, v := range args {
		list = append(list, bind.Argument{Name: k, Value: v, HasValue: true})
	}
	var got collector
	err = f.invokeCommand(cmd, list, value.BlockInput{Under: value.Unset}, &got)
	return got.all(), err
}

// InvokeNamed runs a command by name with arguments; its output goes to sink.
func (c *Call) InvokeNamed(name string, args []bind.Argument, sink Sink) error {
	cmd, err := c.frame.findCommand(name)
	if err != nil {
		return err
	}
	return c.frame.invokeCommand(cmd, args, value.BlockInput{Under: value.Unset}, sink)
}

// InvokeBlock runs a script block with arguments and objects that it sees as $input; inside runs it in the caller's scope.
func (c *Call) InvokeBlock(b *ScriptBlock, args, input []value.Value, inside bool) error {
	list := make([]bind.Argument, len(args))
	for i, a := range args {
		list[i] = bind.Argument{HasValue: true, Value: a}
	}
	run := &pipelineRun{frame: c.frame, stopper: -1}
	s, err := newFunctionStage(stageBase{frame: c.frame, run: run, args: list, next: c.out, streams: c.stream, hasInput: len(input) > 0}, b, nil, "")
	if err != nil {
		return err
	}
	s.inside = inside
	run.stages = []stage{s}
	if len(input) == 0 {
		err = runAlone(run, s, value.BlockInput{Under: value.Unset})
	} else {
		err = feedAll(run, s, input)
	}
	if e := run.dispose(1); err == nil {
		err = e
	}
	return err
}

// feedAll runs one stage over a list of objects.
func feedAll(run *pipelineRun, s stage, input []value.Value) error {
	err := s.bind()
	if err == nil {
		err = s.begin()
	}
	for i := 0; err == nil && i < len(input); i++ {
		err = s.Write(input[i])
	}
	if err == nil {
		err = s.end()
	}
	if err != nil && run.stoppedBy(err) {
		return nil
	}
	return err
}
