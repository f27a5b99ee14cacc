package runtime

import (
	"rehearse/parser"
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// checkEvery is how many loop turns and objects pass between two looks at cancellation.
const checkEvery = 256

// tick counts one loop turn or pipeline object and stops the run when it was cancelled or has used its steps.
func (f *Frame) tick() error {
	e := f.Engine
	e.steps++
	if e.steps%checkEvery != 0 {
		return nil
	}
	if e.limits.Steps > 0 && e.steps > e.limits.Steps {
		return limitReached("step", "--max-steps")
	}
	select {
	case <-e.context.Done():
		return &cancelled{cause: e.context.Err()}
	default:
		return nil
	}
}

// enter counts a nested call.
func (f *Frame) enter() error {
	e := f.Engine
	if e.limits.Depth > 0 && e.depth >= e.limits.Depth {
		x := value.Throw(value.ScriptCallDepthException, "CallDepthOverflow", "The script failed due to call depth overflow.").With(value.InvalidOperation, value.OfInt(e.depth))
		return x
	}
	e.depth++
	return f.tick()
}

func (f *Frame) leaveCall() { f.depth-- }

// checkSize refuses strings and arrays beyond the memory limit.
func (f *Frame) checkSize(n int) error {
	if m := f.limits.Memory; m > 0 && int64(n) > m {
		return limitReached("memory", "--max-memory")
	}
	return nil
}

// checkRepeat refuses a * b that would exceed the memory limit.
func (f *Frame) checkRepeat(a, b value.Value) error {
	n := int64(1)
	switch {
	case a.IsString():
		n = int64(len(a.Str()))
	default:
		l, ok := value.As[value.List](a.Base())
		if !ok {
			return nil
		}
		n = int64(l.Len()) * 24
	}
	times, err := value.Convert(b, value.TypeInt64)
	if err != nil || n == 0 || times.Int() <= 0 {
		return nil
	}
	if m := f.limits.Memory; m > 0 && times.Int() > m/n {
		return limitReached("memory", "--max-memory")
	}
	return nil
}

// Host is the outside world, for members and conversions.
func (f *Frame) Host() any { return f.host }

// TypeData are the members that Update-TypeData added.
func (f *Frame) TypeData() *value.TypeData {
	if f.types.Len() == 0 {
		return nil
	}
	return f.types
}

// CallBlock runs a script block in a scope of its own and returns its output.
func (f *Frame) CallBlock(block value.Value, with value.BlockInput) ([]value.Value, error) {
	b, ok := value.As[*ScriptBlock](block.Base())
	if !ok {
		return nil, value.Throw(value.PSInvalidOperation, "InvalidOperation", "The value is not a script block.")
	}
	var got collector
	err := f.callBlock(b, with, &got)
	return got.all(), err
}

// callBlock runs a block as a pipeline of one element, in a scope of its own below f's, with positional arguments.
func (f *Frame) callBlock(b *ScriptBlock, with value.BlockInput, out Sink) error {
	args := make([]bind.Argument, len(with.Args))
	for i, a := range with.Args {
		args[i] = bind.Argument{HasValue: true, Value: a}
	}
	return f.invokeCommand(blockCommand{b}, args, with, out)
}

// callOpen runs a block in the scope of f with $_ set, and takes its output as one value: the way of Where-Object, switch clauses and
// calculated properties.
func (f *Frame) callOpen(b *ScriptBlock, under value.Value) (value.Value, error) {
	f = f.seenFrom(b)
	c := b.openCode()
	if c.end != nil && c.end.only != nil && c.begin == nil && c.process == nil && len(c.params.params) == 0 {
		x := f.reuse(c)
		x.under = under
		x.at = c.end.stmts[0].at
		v, err := c.end.only(x)
		if err == nil {
			f.ok = true
			return v, nil
		}
		if _, ok := err.(*leaveBody); ok {
			return value.NullValue, nil
		}
		return v, x.statementFailed(err)
	}
	var got collector
	err := f.runOpen(b, under, &got)
	return got.result(), err
}

// reuse is a frame for open code over f's scope. One such frame is kept per code, so that a block called for each object needs none.
func (f *Frame) reuse(c *code) *Frame {
	if x := c.idle; x != nil && x.up == f && x.scope == f.scope {
		x.out, x.streams, x.tryDepth = f.out, f.streams, f.tryDepth
		return x
	}
	x := f.within(c)
	x.args = noArguments
	c.idle = x
	return x
}

// runOpen runs a block in the scope of f with $_ set and its output going to a sink: the way of ForEach-Object.
func (f *Frame) runOpen(b *ScriptBlock, under value.Value, out Sink) error {
	x := f.seenFrom(b).borrow(b.openCode())
	x.under, x.out, x.args = under, out, noArguments
	err := x.runOpenCode()
	x.code.idle = x
	return err
}

// borrow is within with the frame that served the code before. Nobody else gets it until its run is over and the caller puts it back as
// idle: a block may write to another stage that runs it too.
func (f *Frame) borrow(c *code) *Frame {
	x := c.idle
	c.idle = nil
	if x == nil {
		x = &Frame{}
	}
	x.enterWithin(f, c)
	return x
}

// runOpenCode runs the open code of a frame that is set up for it; a break or continue goes on to the loop outside.
func (f *Frame) runOpenCode() error {
	c := f.code
	for _, seq := range [...]*sequence{c.begin, c.process, c.end} {
		if seq == nil {
			continue
		}
		how, err := seq.run(f)
		if err != nil {
			return err
		}
		if how == ctlBreak || how == ctlContinue {
			return f.leave(how)
		}
	}
	return nil
}

// parseBlock is [scriptblock]::Create(text).
func (f *Frame) parseBlock(text string) (value.Value, error) {
	src := &source{parser.NewSource("", text)}
	tree, errs := parseScript(src)
	if len(errs) > 0 {
		return value.NullValue, parseFailed(src, errs)
	}
	b := newScriptBlock(tree, src, f.scope.module)
	b.file = true
	b.inline = true
	return value.Of(b), nil
}

// source is a parser's source as the engine and its error records see it.
type source struct{ *parser.Source }

// FileName is the full path of a script, "" for a text that is no file.
func (s *source) FileName() string { return s.Source.Name }

// LineColumn is the 1-based line and column of a byte offset.
func (s *source) LineColumn(offset int) (int, int) {
	p := s.Position(offset)
	return p.Line, p.Column
}

// LineText is a line without its end.
func (s *source) LineText(line int) string { return s.Line(line) }

// Slice is the text of a range.
func (s *source) Slice(start, end int) string {
	n := len(s.Text)
	return s.Text[min(start, n):min(end, n)]
}

// parseScript parses a text. The types of one without errors are checked as they will be defined: their errors count as errors of the text.
func parseScript(src *source) (*ast.ScriptBlock, []*parser.Error) {
	tree, errs := parser.Parse(src.Source)
	if len(errs) == 0 {
		errs = parser.CheckTypes(tree)
	}
	return tree, errs
}

// parseFailed is the error of a text that does not parse: the first parse error with its position, the others as its details.
func parseFailed(src *source, errs []*parser.Error) *value.ErrorRecord {
	e := errs[0]
	ex := value.Throw(value.ParseException, e.ID, parseErrorText(src, errs)).With(value.ParserError, value.NullValue)
	items := make([]value.Value, len(errs))
	for i, x := range errs {
		items[i] = value.Of(&parseError{err: x, source: src})
	}
	ex.Details = []value.Detail{{Name: "Errors", Value: value.OfArray(items...)}}
	r := &value.ErrorRecord{Exception: ex, ID: e.ID, Category: value.ParserError, Reason: "ParseException"}
	r.Invocation = &value.InvocationInfo{Extent: value.Extent{Source: src, Start: e.Start, End: e.End}}
	ex.Record = r
	return r
}

// Code is a parsed and checked script, ready to run.
type Code struct {
	block *ScriptBlock
}

// Load parses a script. Parse errors come back as they are; the script does not run then.
func (e *Engine) Load(name, text string) (*Code, []*parser.Error) {
	src := &source{parser.NewSource(name, text)}
	tree, errs := parseScript(src)
	if len(errs) > 0 {
		return nil, errs
	}
	b := newScriptBlock(tree, src, nil)
	b.file = true
	return &Code{block: b}, nil
}

// Tree is the syntax tree of the script.
func (c *Code) Tree() *ast.ScriptBlock { return c.block.block }
