package runtime

import (
	"errors"
	"strconv"
	"strings"

	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// record is err as an ErrorRecord with a position; nil for what is no error but flow control (break, exit, a stopped pipeline).
func (f *Frame) record(err error) *value.ErrorRecord {
	switch e := err.(type) {
	case *value.ErrorRecord:
		return e
	case *value.Exception:
		return f.exceptionRecord(e)
	case *bind.Error:
		return f.exceptionRecord(e.Exception)
	case *terminated:
		return e.record
	case *loopExit, *exitRequest, *stopUpstream, *leaveBody, *cancelled, *trapped:
		return nil
	}
	var ex *value.Exception
	if errors.As(err, &ex) {
		return f.exceptionRecord(ex)
	}
	return f.exceptionRecord(value.Throw(value.RuntimeException, "RuntimeException", err.Error()))
}

// exceptionRecord makes the record of an exception that an expression raised at the present statement.
func (f *Frame) exceptionRecord(e *value.Exception) *value.ErrorRecord {
	if e.Record != nil {
		if e.Record.Invocation == nil {
			e.Record.Invocation = f.here()
			e.Record.StackTrace = f.stackTrace()
		}
		return e.Record
	}
	r := &value.ErrorRecord{Exception: e, ID: e.ID, Category: e.Category, Target: e.Target, Reason: e.Type.Name}
	if r.ID == "" {
		r.ID = e.Type.FullName
		if e.Type.Is(value.RuntimeException) {
			r.ID = "RuntimeException"
		} else if r.Category == value.NotSpecified {
			r.Category = value.OperationStopped
		}
	}
	f.targetNames(r)
	r.Invocation = f.here()
	r.StackTrace = f.stackTrace()
	e.Record = r
	raisedAt(e, r)
	return r
}

// raisedAt notes the place in the own records of the exceptions that know one: what the language raised, and the failed conversion in it.
func raisedAt(e *value.Exception, r *value.ErrorRecord) {
	for ; e != nil && (e.Type.Is(value.RuntimeException) || e.Type == value.PSInvalidCastException); e = e.Inner {
		if e.Invocation == nil {
			e.Invocation, e.Trace = r.Invocation, r.StackTrace
		}
	}
}

// targetNames fills the target's name and type, which CategoryInfo shows: .NET's text of it, and PSObject for what a property bag holds.
func (f *Frame) targetNames(r *value.ErrorRecord) {
	v := r.Target
	if v.IsNull() {
		return
	}
	t := value.TypeOf(v)
	r.TargetType = t.Name
	if wrapped(v) {
		r.TargetType = value.TypePSObject.Name
	}
	if isList(v) {
		r.TargetName = t.String()
	} else if s, err := f.text(v); err == nil {
		r.TargetName = s
	}
}

// wrapped tells whether an object is held by a PSObject: a custom one, or a value with members of its own.
func wrapped(v value.Value) bool {
	_, ok := v.Object().(*value.PSObject)
	return ok
}

// here is the position of the running statement as an InvocationInfo.
func (f *Frame) here() *value.InvocationInfo {
	return &value.InvocationInfo{Extent: f.position(f.at), HistoryID: 1}
}

// stackTrace is ScriptStackTrace from this frame outwards.
func (f *Frame) stackTrace() string {
	var b strings.Builder
	for x := f; x != nil; x = x.up {
		if x.code == nil || x.up != nil && x.up.scope == x.scope && x.code.open && x.invocation == nil {
			continue
		}
		if x.code.source == nil {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		line, _ := x.code.source.LineColumn(int(x.at.Start))
		name, file := x.frameName(), x.code.source.FileName()
		if file == "" {
			file = "<No file>"
		}
		b.WriteString("at " + name + ", " + file + ": line " + strconv.Itoa(line))
	}
	return b.String()
}

// frameName is what stack traces call a frame.
func (f *Frame) frameName() string {
	if f.function != "" {
		return f.function + f.part
	}
	return "<ScriptBlock>" + f.part
}

// statementFailed decides what an error does to the statement list it happened in: nil when it was reported and the next statement
// runs, else the error that goes on.
func (f *Frame) statementFailed(err error) error {
	if _, ok := err.(*terminated); ok {
		return err // ends the function that threw it, not only a statement of it
	}
	r := f.record(err)
	if r == nil {
		return err
	}
	f.ok = false
	if f.tryDepth > 0 || r.Rethrown {
		return r
	}
	action := f.errorPreference()
	if r.Thrown || r.Stopping {
		if action == bind.SilentlyContinue || action == bind.Ignore {
			f.remember(r)
			f.ok = true
			return nil
		}
		return r
	}
	switch action {
	case bind.Stop:
		r.Stopping = true
		return r
	case bind.SilentlyContinue, bind.Ignore:
		f.remember(r)
		return f.streams.collectError(r)
	case bind.Inquire:
		if err := (&Call{frame: f}).inquire(r.Text()); err != nil {
			return r.Instead(err)
		}
	}
	return f.report(r)
}

// failed passes an error of a called body on to the caller.
func (f *Frame) failed(err error, body *Frame) error {
	if r := body.record(err); r != nil {
		return r
	}
	return err
}

// report adds an error to $Error and sends it down the error stream.
func (f *Frame) report(r *value.ErrorRecord) error {
	f.remember(r)
	f.reporting = f
	if err := f.streams.collectError(r); err != nil {
		return err
	}
	return f.streams.to[ErrorStream].Write(value.Of(r))
}

// maxErrors is $MaximumErrorCount.
const maxErrors = 256

// remember puts an error at the front of $Error, once: a record of the same exception that is there already stands for it.
func (f *Frame) remember(r *value.ErrorRecord) {
	list := f.errors
	if len(list.Items) > 0 {
		if old, ok := value.As[*value.ErrorRecord](list.Items[0]); ok && old.Exception == r.Exception {
			return
		}
	}
	f.errorCount++
	list.Items = append(list.Items, value.NullValue)
	copy(list.Items[1:], list.Items)
	list.Items[0] = value.Of(r)
	if len(list.Items) > maxErrors {
		list.Items = list.Items[:maxErrors]
	}
}

// errorPreference is $ErrorActionPreference as seen from here.
func (f *Frame) errorPreference() bind.ActionPreference {
	return f.preference(&f.Engine.names.errorAction, bind.Continue)
}

// preference reads a preference variable.
func (f *Frame) preference(n *knownName, otherwise bind.ActionPreference) bind.ActionPreference {
	l := f.scope.find(n.name, n.hash)
	if !l.valid() {
		return otherwise
	}
	v, err := value.Convert(f.read(l), bind.TypeActionPreference)
	if err != nil {
		return otherwise
	}
	return bind.ActionPreference(v.Int())
}

// bindingRecord is a binding error as a record with the position of the argument or command.
func (f *Frame) bindingRecord(err error, info *value.InvocationInfo, name, idSuffix string) *value.ErrorRecord {
	b, ok := err.(*bind.Error)
	if !ok {
		return f.record(err)
	}
	if b.Record != nil {
		return b.Record
	}
	r := &value.ErrorRecord{Exception: b.Exception, ID: b.ID, Category: b.Category, Target: b.Target, Activity: name, Reason: b.Type.Name}
	r.Issue(idSuffix)
	f.targetNames(r)
	r.Invocation = info.Recorded()
	if b.Extent.Source != nil {
		r.Invocation.Extent, r.Invocation.InvocationName = b.Extent, ""
	}
	r.StackTrace = f.stackTrace()
	b.Record, b.ID, b.Invocation, b.Trace = r, r.ID, r.Invocation, r.StackTrace
	line, column := 0, 0
	if x := r.Invocation.Extent; x.Source != nil {
		line, column = x.Source.LineColumn(int(x.Start))
	}
	b.Details = append(b.Details, value.Detail{Name: "Line", Value: value.OfInt64(int64(line))}, value.Detail{Name: "Offset", Value: value.OfInt64(int64(column))},
		value.Detail{Name: "CommandInvocation", Value: value.Of(info)})
	return r
}

func (f *Frame) bindingFailed(err error, info *value.InvocationInfo, name, idSuffix string) error {
	if r := f.bindingRecord(err, info, name, idSuffix); r != nil {
		return r
	}
	return err
}

// cancelled ends everything: Ctrl-C or a time limit.
type cancelled struct{ cause error }

func (c *cancelled) Error() string { return "stopped: " + c.cause.Error() }
