package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// Apart says how a block runs in a runspace of its own.
type Apart struct {
	Init  *ScriptBlock // runs first, nil for none
	Args  []value.Value
	Input []value.Value // what comes down the pipeline
	Piped bool          // there is a pipeline before the block
	Under value.Value   // $_, Unset for none
}

// Written is an object that a block wrote to one of its streams.
type Written struct {
	Stream Stream
	Value  value.Value
}

// RunApart runs a block in a new session beside the caller's: none of its variables, functions and classes are there, only what $using:
// names. Jobs and -Parallel run so, one after the other, when they start (oracle/flow, section 12). What the block writes comes back in
// its order, with the error that ended it, if one did; err is set when everything is to stop.
func (c *Call) RunApart(b *ScriptBlock, o Apart) (out []Written, failed *value.ErrorRecord, err error) {
	caller := c.frame
	if err := caller.enter(); err != nil {
		return nil, nil, err
	}
	defer caller.leaveCall()
	e := caller.Engine.beside()
	if e.passed, err = caller.usingValues(b); err != nil {
		return nil, nil, err
	}
	f := e.root
	f.out = sinkFunc(func(v value.Value) error { out = append(out, Written{OutputStream, v}); return nil })
	f.streams = &streams{}
	for n := ErrorStream; n <= InformationStream; n++ {
		f.streams.to[n] = sinkFunc(func(v value.Value) error { out = append(out, Written{n, v}); return nil })
	}
	if o.Init != nil {
		err = f.runApart(o.Init, Apart{Under: value.Unset})
	}
	if err == nil {
		err = f.runApart(b, o)
	}
	caller.steps, caller.written = e.steps, e.written
	switch err.(type) {
	case nil, *exitRequest, *loopExit, *leaveBody, *stopUpstream:
		return out, nil, nil
	case *cancelled:
		return out, nil, err
	}
	return out, f.record(err), nil
}

// beside is a new session with the host, the commands and the service of e.
func (e *Engine) beside() *Engine {
	n := New(Options{Host: e.host, Limits: e.limits, Context: e.context, Extension: e.extension, Location: e.location.current})
	n.cmdlets, n.views, n.culture = e.cmdlets, e.views, e.culture
	n.depth, n.steps, n.written = e.depth, e.steps, e.written
	return n
}

// InvokeIn runs a block below the caller's scope, or in it, as the only element of a pipeline with what is given as its input.
func (c *Call) InvokeIn(b *ScriptBlock, o Apart, callersScope bool) error {
	return c.frame.pipeInto(b, o, callersScope, c.out, c.stream)
}

// pipeInto runs a block as the only element of a pipeline.
func (f *Frame) pipeInto(b *ScriptBlock, o Apart, callersScope bool, out Sink, streams *streams) error {
	args := make([]bind.Argument, len(o.Args))
	for i, a := range o.Args {
		args[i] = bind.Argument{HasValue: true, Value: a}
	}
	run := &pipelineRun{frame: f, stopper: -1}
	s, err := newFunctionStage(stageBase{frame: f, run: run, args: args, hasInput: o.Piped, next: out, streams: streams}, b, nil, "")
	if err != nil {
		return err
	}
	s.under, s.inside = o.Under, callersScope
	run.stages = []stage{s}
	err = s.feed(o)
	if e := run.dispose(1); err == nil {
		err = e
	}
	return err
}

// runApart runs a block compiled anew: what one session resolves does not hold in another.
func (f *Frame) runApart(b *ScriptBlock, o Apart) error {
	fresh := newScriptBlock(b.block, b.source, nil)
	fresh.parameters, fresh.usings, fresh.extent = b.parameters, b.usings, b.extent
	return f.pipeInto(fresh, o, false, f.out, f.streams)
}

func (s *functionStage) feed(o Apart) error {
	if err := s.bind(); err != nil {
		return err
	}
	if err := s.begin(); err != nil {
		return err
	}
	if !o.Piped {
		if err := s.alone(); err != nil {
			return err
		}
	}
	for _, v := range o.Input {
		if err := s.Write(v); err != nil {
			return err
		}
	}
	return s.end()
}

// usingValues are the values that $using: has in a block, as the caller sees them now.
func (f *Frame) usingValues(b *ScriptBlock) (map[*ast.UsingExpression]value.Value, error) {
	values := map[*ast.UsingExpression]value.Value{}
	var failed error
	ast.Inspect(b.block, func(n ast.Node) bool {
		u, ok := n.(*ast.UsingExpression)
		if !ok || failed != nil {
			return failed == nil
		}
		c := &compiler{source: b.source, block: b, table: &slotTable{}, open: true}
		values[u], failed = c.expression(u.SubExpression)(f)
		return false
	})
	return values, failed
}

// WriteApart sends on what a block wrote in another runspace: errors have no place there.
func (c *Call) WriteApart(w Written) error {
	switch w.Stream {
	case OutputStream:
		return c.Write(w.Value)
	case ErrorStream:
		if r, ok := value.As[*value.ErrorRecord](w.Value); ok {
			return c.WriteError(placeless(r))
		}
	}
	if err := c.stream.collect(w.Stream, w.Value); err != nil {
		return err
	}
	return c.stream.to[w.Stream].Write(w.Value)
}

// WriteFailure is WriteApart for the error that ended a block.
func (c *Call) WriteFailure(r *value.ErrorRecord) error { return c.WriteError(placeless(r)) }

// placeless is a record as another runspace shows it.
func placeless(r *value.ErrorRecord) *value.ErrorRecord {
	r = r.Copy()
	r.Thrown, r.Stopping, r.Alone = false, false, false
	if r.Invocation != nil {
		r.Invocation = r.Invocation.Recorded()
		r.Invocation.Extent = value.Extent{}
	}
	return r
}

// ScriptOf is the body of a script file.
func (c *Call) ScriptOf(path string) (*ScriptBlock, error) {
	cmd, err := c.frame.findCommand(path)
	if err != nil {
		return nil, err
	}
	if s, ok := cmd.(*scriptFile); ok {
		return s.block, nil
	}
	return nil, c.frame.commandNotFound(path, path)
}
