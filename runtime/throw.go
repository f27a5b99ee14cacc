package runtime

import "rehearse/runtime/value"

// throwValue is the error that `throw` makes of a value (oracle/errors, section 4.2).
func (f *Frame) throwValue(v value.Value) *value.ErrorRecord {
	switch o := v.Base().Object().(type) {
	case *value.ErrorRecord:
		if o.Invocation == nil || o.Invocation.Extent.Source == nil {
			o.Invocation = f.here()
		}
		if o.StackTrace == "" {
			o.StackTrace = f.stackTrace()
		}
		r := rethrown(o, o.Exception.Type.Is(value.RuntimeException))
		r.Invocation = r.Invocation.Recorded() // it is no longer the place in the exception's own record: see containedRecord
		return r
	case *value.Exception:
		return rethrown(f.thrownException(o), o.Type.Is(value.RuntimeException))
	}
	text, err := f.text(v)
	if err != nil {
		text = value.ToString(v)
	}
	if v.IsNull() {
		text = "ScriptHalted"
	}
	e := value.Throw(value.RuntimeException, "RuntimeException", text)
	r := &value.ErrorRecord{Exception: e, ID: text, Category: value.OperationStopped, Reason: e.Type.Name}
	if !v.IsNull() {
		r.Target = v
		f.targetNames(r)
	}
	r.Invocation, r.StackTrace = f.here(), f.stackTrace()
	e.Record, e.Thrown, r.Thrown = r, true, true
	return r
}

// thrownException is the record of an exception that a script throws. What the engine raised before brings its own record along.
func (f *Frame) thrownException(e *value.Exception) *value.ErrorRecord {
	r := &value.ErrorRecord{Exception: e, ID: e.Message, Category: value.OperationStopped, Reason: e.Type.Name, Invocation: e.Invocation, StackTrace: e.Trace}
	if e.Type.Is(value.RuntimeException) {
		r.ID, r.Category, r.Target = ownID(e), e.Category, e.Target
		f.targetNames(r)
	}
	if r.Invocation == nil {
		r.Invocation, r.StackTrace = f.here(), f.stackTrace()
	}
	return r
}

func ownID(e *value.Exception) string {
	if e.ID != "" {
		return e.ID
	}
	return value.RuntimeException.Name
}

// rethrown is a record on its way out of a throw statement. fresh says that the statement threw the exception itself, as its property
// WasThrownFromThrowStatement then tells; throw alone in a catch block lets the old one go on.
func rethrown(r *value.ErrorRecord, fresh bool) *value.ErrorRecord {
	r = r.Copy()
	r.Thrown = true
	if fresh {
		r.Exception.Thrown = true
	}
	return r
}
