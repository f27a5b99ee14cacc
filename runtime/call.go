package runtime

import (
	"strings"

	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// Call is one invocation of a cmdlet or advanced function: its bound parameters, its streams and what it may ask of the engine.
// Parameters are addressed by their index in the declaration.
type Call struct {
	*bind.Binding
	Cmdlet *Cmdlet // nil for a script function
	frame  *Frame  // the caller's, in whose scope script blocks of the caller run
	stage  *commandStage
	info   *value.InvocationInfo
	name   string // as written in error headers
	out    Sink
	stream *streams
	errors bool // a non-terminating error was written; $? becomes false

	function *functionStage // the script function whose $PSCmdlet this is, nil for a cmdlet

	errorVariable Sink       // of -ErrorVariable, nil without
	buffer        *outBuffer // of -OutBuffer

	yesToAll, noToAll bool // answers of ShouldProcess prompts so far
}

// Value is the argument of parameter i, its default if it is not bound.
func (c *Call) Value(i int) value.Value { return c.Values[i] }

// Bound tells whether parameter i was given.
func (c *Call) Bound(i int) bool { return c.IsBound(i) }

// String is parameter i as text.
func (c *Call) String(i int) string { return value.ToString(c.Values[i]) }

// Switch is parameter i as a flag.
func (c *Call) Switch(i int) bool { return value.Truth(c.Values[i]) }

// Int is parameter i as a number; its declared type must be an integer.
func (c *Call) Int(i int) int { return int(c.Values[i].Int()) }

// List is parameter i as a list of values: the elements of an array, nothing for $null, else the one value.
func (c *Call) List(i int) []value.Value { return ListOf(c.Values[i]) }

// Strings is parameter i as a list of texts.
func (c *Call) Strings(i int) []string {
	l := c.List(i)
	if len(l) == 0 {
		return nil
	}
	out := make([]string, len(l))
	for j, v := range l {
		out[j] = value.ToString(v)
	}
	return out
}

// ListOf is v's elements if it is a list, nothing for $null, else v itself.
func ListOf(v value.Value) []value.Value {
	if v.IsNull() {
		return nil
	}
	switch o := v.Base().Object().(type) {
	case *value.Array:
		return o.Items
	case *value.ArrayList:
		return o.Items
	case value.Enumerable:
		var all []value.Value
		_ = o.Each(func(x value.Value) error { all = append(all, x); return nil }) // the yield never fails
		return all
	}
	return []value.Value{v}
}

// Write sends one object down the pipeline; a list goes as one object.
func (c *Call) Write(v value.Value) error { return c.out.Write(v) }

// WriteEach sends the elements of a list one by one, any other value as it is.
func (c *Call) WriteEach(v value.Value) error { return enumerate(v, c.out) }

// Engine is the engine that runs the call.
func (c *Call) Engine() *Engine { return c.frame.Engine }

// Host is the outside world.
func (c *Call) Host() *host.Host { return c.frame.Engine.host }

// Env is the engine as members and conversions need it, running blocks in the caller's scope.
func (c *Call) Env() value.Env { return c.frame }

// Frame is the caller's frame.
func (c *Call) Frame() *Frame { return c.frame }

// Info is $MyInvocation of this call.
func (c *Call) Info() *value.InvocationInfo { return c.info }

// Name is the command's name as declared.
func (c *Call) Name() string { return c.name }

// ExpectingInput tells whether something stands before this command in the pipeline.
func (c *Call) ExpectingInput() bool { return c.stage != nil && c.stage.hasInput }

// StopUpstream is the error to return when this command wants no more input; its own output so far goes on.
func (c *Call) StopUpstream() error { return &stopUpstream{run: c.stage.run, stage: c.stage.index} }

// prepare opens the variables and streams that the common parameters ask for.
func (c *Call) prepare() {
	common := &c.Common
	f := c.frame
	if c.function != nil {
		f = c.function.frame
	}
	if common.OutVariable != "" {
		c.out = tee{to: c.out, also: f.variableSink(common.OutVariable)}
	}
	if common.PipelineVariable != "" {
		name := common.PipelineVariable
		to := c.out
		hash := value.FoldHash(name)
		c.out = sinkFunc(func(v value.Value) error {
			f.scope.place(name, hash).set(v)
			return to.Write(v)
		})
	}
	for _, x := range [...]struct {
		name   string
		stream Stream
	}{{common.ErrorVariable, ErrorStream}, {common.WarningVariable, WarningStream}, {common.InformationVariable, InformationStream}} {
		if x.name == "" {
			continue
		}
		to := f.variableSink(x.name)
		c.stream = c.stream.collecting(x.stream, to)
		if x.stream == ErrorStream {
			c.errorVariable = to
		}
	}
	if n := common.OutBuffer; n > 0 {
		c.buffer = &outBuffer{to: c.out, size: n + 1}
		c.out = c.buffer
	}
}

// forget takes the variable of -PipelineVariable away when the pipeline has ended.
func (c *Call) forget() {
	if c.Binding == nil || c.Common.PipelineVariable == "" {
		return
	}
	f := c.frame
	if c.function != nil {
		f = c.function.frame
	}
	if l := f.scope.own(c.Common.PipelineVariable, value.FoldHash(c.Common.PipelineVariable)); l.valid() {
		l.remove()
	}
}

// outBuffer is -OutBuffer: it lets objects go on in groups.
type outBuffer struct {
	to   Sink
	size int
	held []value.Value
}

func (b *outBuffer) Write(v value.Value) error {
	b.held = append(b.held, v)
	if len(b.held) < b.size {
		return nil
	}
	return b.flush()
}

func (b *outBuffer) flush() error {
	held := b.held
	b.held = nil
	for _, v := range held {
		if err := b.to.Write(v); err != nil {
			return err
		}
	}
	return nil
}

// flush lets go what -OutBuffer holds.
func (c *Call) flush() error {
	if c == nil || c.buffer == nil {
		return nil
	}
	return c.buffer.flush()
}

// variableSink collects into an ArrayList variable; a name with a leading + appends to what is there.
func (f *Frame) variableSink(name string) Sink {
	add := false
	if name[0] == '+' {
		add, name = true, name[1:]
	}
	s := f.scope
	if qualifier, plain, ok := strings.Cut(name, ":"); ok {
		switch {
		case value.EqualFold(qualifier, "global"):
			s, name = s.global, plain
		case value.EqualFold(qualifier, "script"):
			s, name = s.script, plain
		}
	}
	l := s.place(name, value.FoldHash(name))
	list := &value.ArrayList{Type: value.TypeArrayList}
	if add && !l.get().IsUnset() {
		if old, ok := value.As[*value.ArrayList](l.get()); ok {
			list = old
		} else if !l.get().IsNull() {
			list.Items = append(list.Items, ListOf(l.get())...)
		}
	}
	l.set(value.Of(list))
	return sinkFunc(func(v value.Value) error {
		list.Items = append(list.Items, v)
		return nil
	})
}

// errorAction is what happens to a non-terminating error of this call.
func (c *Call) errorAction() bind.ActionPreference {
	if c.Common.ErrorAction.Bound {
		return c.Common.ErrorAction.Action
	}
	if p, ok := c.louder(); ok {
		return p
	}
	return c.frame.errorPreference()
}

// louder is what -Debug and -Verbose make of the actions for errors and warnings that were not given.
func (c *Call) louder() (bind.ActionPreference, bool) {
	switch {
	case c.Common.Debug.On:
		return bind.Inquire, true
	case c.Common.Verbose.On:
		return bind.Continue, true
	}
	return 0, false
}

// stops tells whether errors of this call end the script.
func (c *Call) stops() bool { return c.errorAction() == bind.Stop }

// ErrorOf makes a record of an exception for this call: id with the command's suffix, category, position of the command.
func (c *Call) ErrorOf(e *value.Exception) *value.ErrorRecord {
	if e.Record != nil && e.Record.Invocation != nil {
		return e.Record
	}
	r := &value.ErrorRecord{Exception: e, ID: e.ID, Category: e.Category, Target: e.Target, Activity: c.activity(), Reason: e.Type.Name}
	if r.ID == "" {
		r.ID = e.Type.FullName
	}
	r.Issue(c.idSuffix())
	c.frame.targetNames(r)
	r.Invocation = c.info.Recorded()
	r.StackTrace = c.frame.stackTrace()
	e.Record = r
	return r
}

func (c *Call) activity() string {
	if c.Cmdlet != nil {
		return c.Cmdlet.Command
	}
	return c.name
}

func (c *Call) idSuffix() string {
	if c.Cmdlet != nil {
		return c.Cmdlet.TypeName
	}
	return c.name
}

// terminating is err as the record that ends this command; flow control passes unchanged.
func (c *Call) terminating(err error) error {
	switch e := err.(type) {
	case *value.ErrorRecord:
		if e.Invocation == nil {
			e.Invocation = c.info.Recorded()
			e.StackTrace = c.frame.stackTrace()
		}
		if c.Cmdlet != nil && e.Activity == "" && !e.Thrown && !strings.Contains(e.ID, ",") {
			e.ID += "," + c.idSuffix() // an error of a block that the cmdlet ran
		}
		return e
	case *value.Exception:
		return c.ErrorOf(e)
	case *bind.Error:
		return c.ErrorOf(e.Exception)
	}
	if r := c.frame.record(err); r != nil {
		return r
	}
	return err
}

// Fail writes an exception as a non-terminating error of this call.
func (c *Call) Fail(e *value.Exception) error { return c.WriteError(c.ErrorOf(e)) }

// FailOn is Fail for an error about one pipeline object, which such a record shows as a PSObject whatever it is.
func (c *Call) FailOn(e *value.Exception, v value.Value) error {
	e.Target = v
	r := c.ErrorOf(e)
	if !v.IsNull() {
		r.TargetType = value.TypePSObject.Name
	}
	return c.WriteError(r)
}

// WriteError writes a non-terminating error. The returned error is nil unless -ErrorAction or the preference says Stop.
func (c *Call) WriteError(r *value.ErrorRecord) error { return c.writeError(r, true) }

// writeError is WriteError; errors of binding a pipeline object are not collected by -ErrorVariable.
func (c *Call) writeError(r *value.ErrorRecord, collect bool) error {
	if r.Invocation == nil {
		r.Invocation = c.info.Recorded()
		if r.StackTrace == "" {
			r.StackTrace = c.frame.stackTrace()
		}
	}
	c.errors = true
	if c.stage != nil {
		c.stage.run.failed = true
	}
	action := c.errorAction()
	if action == bind.Ignore {
		return nil
	}
	if collect {
		what := value.Of(r)
		if action == bind.Stop {
			what = value.Of(stoppedBy("ErrorActionPreference", r.Text()))
		}
		if err := c.stream.collect(ErrorStream, what); err != nil {
			return err
		}
	}
	switch action {
	case bind.SilentlyContinue:
		c.frame.remember(r)
		return nil
	case bind.Stop:
		return c.stopOn(r)
	case bind.Inquire:
		if err := c.inquire(r.Text()); err != nil {
			return r.Instead(err)
		}
	}
	r.Alone = c.stage != nil && len(c.stage.run.stages) == 1
	c.frame.remember(r)
	c.frame.reporting = c.frame
	return c.stream.to[ErrorStream].Write(value.Of(r))
}

// stopOn makes a non-terminating error end the script, as -ErrorAction Stop asks. An error without a place, such as Write-Error's at the
// top of a script, then has that of the command.
func (c *Call) stopOn(r *value.ErrorRecord) error {
	r.Stopping = true
	if r.Invocation.Extent.Source == nil {
		r.Invocation = r.Invocation.Recorded()
		r.Invocation.Extent = c.info.Extent
	}
	return r
}

// stoppedBy is the exception of a message or error that a preference made end the script.
func stoppedBy(preference, text string) *value.Exception {
	return value.Throw(value.ActionPreferenceStopException, "ActionPreferenceStop",
		"The running command stopped because the preference variable \""+preference+"\" or common parameter is set to Stop: "+text).With(value.OperationStopped, value.NullValue)
}

// Warning writes to the warning stream.
func (c *Call) Warning(text string) error {
	p := c.Common.WarningAction
	if !p.Bound {
		p.Action, p.Bound = c.louder()
	}
	return c.message(WarningStream, text, p, &c.frame.Engine.names.warning, bind.Continue)
}

// Verbose writes to the verbose stream, which shows only with -Verbose or its preference.
func (c *Call) Verbose(text string) error {
	return c.message(VerboseStream, text, flagPreference(c.Common.Verbose), &c.frame.Engine.names.verbose, bind.SilentlyContinue)
}

// Debug writes to the debug stream.
func (c *Call) Debug(text string) error {
	return c.message(DebugStream, text, flagPreference(c.Common.Debug), &c.frame.Engine.names.debug, bind.SilentlyContinue)
}

func flagPreference(f bind.Flag) bind.Preference {
	p := bind.Preference{Bound: f.Bound}
	if f.On {
		p.Action = bind.Continue
	}
	return p
}

// message writes a text record to a stream if the preference says so.
func (c *Call) message(n Stream, text string, p bind.Preference, name *knownName, otherwise bind.ActionPreference) error {
	action := p.Action
	if !p.Bound {
		action = c.frame.preference(name, otherwise)
	}
	rec := value.Of(&MessageRecord{Stream: n, Message: text, Invocation: c.frame.invoked()})
	if err := c.stream.collect(n, rec); err != nil {
		return err
	}
	switch action {
	case bind.SilentlyContinue, bind.Ignore:
		return nil
	case bind.Stop, bind.Inquire:
		if err := c.stream.to[n].Write(rec); err != nil {
			return err
		}
		if action == bind.Inquire {
			return c.inquire(goOn)
		}
		return c.stopOn(c.ErrorOf(stoppedBy(name.name, text)))
	}
	return c.stream.to[n].Write(rec)
}

// Information writes a record to the information stream. Write-Host's records always show; others only when the preference says so.
func (c *Call) Information(r *InformationRecord) error {
	if err := c.stream.collect(InformationStream, value.Of(r)); err != nil {
		return err
	}
	action := c.Common.InformationAction.Action
	if !c.Common.InformationAction.Bound {
		action = c.frame.preference(&c.frame.Engine.names.information, bind.SilentlyContinue)
	}
	if r.Host && (action == bind.SilentlyContinue && !c.Common.InformationAction.Bound) {
		action = bind.Continue
	}
	switch action {
	case bind.Ignore:
		return nil
	case bind.SilentlyContinue:
		r.Quiet = true
	case bind.Stop:
		rec := c.ErrorOf(stoppedBy("InformationPreference", value.ToString(r.Data)))
		rec.Stopping = true
		return rec
	case bind.Inquire:
		if err := c.inquire(goOn); err != nil {
			return err
		}
		r.Quiet = !r.Host
	}
	return c.stream.to[InformationStream].Write(value.Of(r))
}
