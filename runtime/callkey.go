package runtime

import "rehearse/runtime/value"

// EvaluateKey runs a script block of -Property for one object, in the caller's scope with $_ set. Its output is taken as one value,
// $null if there is none. An error ends the block and comes back as failed; err is flow control such as break.
func (c *Call) EvaluateKey(b *ScriptBlock, under value.Value) (v value.Value, failed *value.ErrorRecord, err error) {
	f := c.frame
	f.tryDepth++
	v, err = f.callKey(b, under)
	f.tryDepth--
	if err != nil {
		if r := f.record(err); r != nil {
			return value.NullValue, r, nil
		}
		return value.NullValue, nil, err
	}
	if v.IsNothing() {
		return value.NullValue, nil, nil
	}
	return v, nil, nil
}

// callKey is callOpen whose value is what the block writes to a pipeline: `@(5)` is 5, and `,@(5)` a list of one.
func (f *Frame) callKey(b *ScriptBlock, under value.Value) (value.Value, error) {
	c := b.openCode()
	var got collector
	if c.end == nil || c.end.only == nil || c.begin != nil || c.process != nil || len(c.params.params) > 0 {
		err := f.runOpen(b, under, &got)
		return got.result(), err
	}
	v, err := f.callOpen(b, under)
	if err != nil || !isList(v) {
		return v, err
	}
	err = enumerate(v, &got)
	return got.result(), err
}

// Calculate runs the block of a calculated property of a Format-* command. An error ends it and is only
// remembered; one that is written shows as its bare message (errors README, section 1.6).
func (f *Frame) Calculate(block value.Value, with value.BlockInput) ([]value.Value, error) {
	saved := f.streams
	f.streams = saved.with(ErrorStream, sinkFunc(func(v value.Value) error { return f.write(f.host.Err, value.ToString(v)) }))
	f.tryDepth++
	out, err := f.CallBlock(block, with)
	f.tryDepth--
	f.streams = saved
	if err != nil {
		if r := f.record(err); r != nil {
			f.remember(r)
		}
	}
	return out, err
}

// Sign makes a record one of this command: its id gets the command's name. Other errors pass as they are.
func (c *Call) Sign(err error) error {
	r, ok := err.(*value.ErrorRecord)
	if !ok || r.Invocation != nil {
		return err
	}
	r.Issue(c.idSuffix())
	r.Activity = c.activity()
	r.Invocation = c.info.Recorded()
	r.StackTrace = c.frame.stackTrace()
	return r
}

// Remember adds an error to $Error without showing it.
func (c *Call) Remember(r *value.ErrorRecord) { c.frame.remember(r) }

// ReportKey shows the error of a block of -Property as one of this command. What the block threw is recorded too, apart from the
// command's own record (oracle/objects, section 1).
func (c *Call) ReportKey(r *value.ErrorRecord) error {
	x := r.Copy()
	x.Invocation = c.info.Recorded()
	if r.Thrown {
		c.frame.remember(r)
	}
	if r.Thrown || c.stops() {
		x.ID, x.Command = "ExpressionEvaluation", ""
		x.Issue(c.idSuffix())
		x.Exception = x.Exception.Copy()
		x.Thrown = false
	}
	return c.WriteError(x)
}
