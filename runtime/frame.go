package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// Frame is one activation of compiled code: what a running body sees beside its scope. Blocks that run in the scope of their
// caller (ForEach-Object, dot-sourcing) have a frame of their own over the same Scope.
type Frame struct {
	*Engine
	scope *Scope
	slots []value.Value // scope.slots, at hand for the hot paths
	code  *code         // the body that runs
	up    *Frame        // the caller

	out     Sink // where statements write
	streams *streams

	under      value.Value // $_; Unset: the caller's
	this       value.Value // $this; Unset: the caller's
	args       value.Value // $args
	input      *inputList  // $input
	switching  *inputList  // $switch, where a switch statement uses it
	iterating  *inputList  // $foreach, likewise
	call       *Call       // the invocation that $PSCmdlet stands for, nil in simple functions
	invocation *value.InvocationInfo
	bound      *value.Dictionary // $PSBoundParameters, made when asked for
	catch      *value.ErrorRecord
	traps      *sequence // the statements with traps that run, where no try statement stands between

	at         ast.Extent // the statement or element that runs, for error positions
	tryDepth   int32      // how many try bodies or traps enclose this frame dynamically
	inPipeline bool       // the body runs as an element with input

	binding  *bind.Binding // of the body's parameters
	function string        // name in stack traces
	part     string        // "<Begin>" and so on: which of several blocks of the function runs
	result   value.Value   // of the return statement of a method
}

// stmt is a compiled statement and expr a compiled expression.
type (
	stmt func(f *Frame) (ctl, error)
	expr func(f *Frame) (value.Value, error)
)

// ctl says how a statement ended.
type ctl uint8

const (
	ctlNext     ctl = iota
	ctlBreak        // the label, if any, is in Engine.label
	ctlContinue     //
	ctlReturn
)

// loopExit is a break or continue that left the body it stands in: it looks for its loop among the callers.
type loopExit struct {
	how   ctl
	label string
}

func (e *loopExit) Error() string { return "break or continue without a loop" }

// exitRequest is the `exit` statement on its way out of the script.
type exitRequest struct{ code int }

func (e *exitRequest) Error() string { return "exit" }

// stopUpstream ends the commands before the one that has enough, such as Select-Object -First.
type stopUpstream struct {
	run   *pipelineRun
	stage int
}

func (e *stopUpstream) Error() string { return "the pipeline has been stopped" }

// position is the extent of a place in the running code.
func (f *Frame) position(e ast.Extent) value.Extent {
	if f.code == nil {
		return value.Extent{}
	}
	return value.Extent{Source: f.code.source, Start: e.Start, End: e.End}
}

// lookup finds a variable from here; the result is invalid if there is none.
func (f *Frame) lookup(name string, hash uint32) location { return f.scope.find(name, hash) }

// child is a frame for a body with a scope of its own, called from f.
func (f *Frame) child(c *code, parent *Scope) *Frame {
	// What every call needs is allocated at once.
	a := &struct {
		frame Frame
		scope Scope
		slots [4]value.Value
	}{}
	s := &a.scope
	s.open(c.table, parent, a.slots[:])
	a.frame = Frame{Engine: f.Engine, scope: s, slots: s.slots, code: c, up: f, out: f.out, streams: f.streams,
		under: value.Unset, this: value.Unset, tryDepth: f.tryDepth, at: ast.Extent{}}
	return &a.frame
}

// within is a frame for a body that runs in the scope of f.
func (f *Frame) within(c *code) *Frame {
	x := &Frame{}
	x.enterWithin(f, c)
	return x
}

// enterWithin makes f, which may have served before, a frame for a body that runs in the scope of outer.
func (f *Frame) enterWithin(outer *Frame, c *code) {
	*f = Frame{Engine: outer.Engine, scope: outer.scope, slots: outer.scope.slots, code: c, up: outer, out: outer.out, streams: outer.streams,
		under: outer.under, this: outer.this, args: outer.args, input: outer.input, call: outer.call, invocation: outer.invocation, bound: outer.bound, catch: outer.catch,
		tryDepth: outer.tryDepth}
}
