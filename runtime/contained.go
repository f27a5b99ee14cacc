package runtime

import "rehearse/runtime/value"

// containedRecord is the record of an error that ends the script as the shell shows it. It has the exception in hands rather than the
// record: what the language raised, or a script threw again, is shown by the record that the exception contains, whose reason is the
// placeholder in it (oracle/flow, trap-stop-preference-without-flow-word).
func containedRecord(r *value.ErrorRecord) *value.ErrorRecord {
	e := r.Exception
	if e.Invocation == nil || e.Invocation != r.Invocation || !e.Type.Is(value.RuntimeException) || r.Activity != "" {
		return r
	}
	r = r.Copy()
	r.Contained, r.Reason = true, "ParentContainsErrorRecordException"
	return r
}
