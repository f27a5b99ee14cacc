package format

import (
	"time"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// Writer lays objects out as lines, one object after another. It is what Out-Default, Out-String and Out-File write to. Objects
// that no Format-* command has shaped get the default display; format objects are laid out as they say.
type Writer struct {
	env      value.Env
	s        Settings
	out      func(line string) error
	implicit *Shaper

	stage  stage
	shape  shape
	table  *tableLayout
	wide   *wideLayout
	groups int  // begun since the last FormatStartData
	sticky bool // a measured table was laid out: later views are measured too (formatting README, section 3)
	held   heldEntries
}

// stage is where in a sequence of format objects the Writer stands.
type stage uint8

const (
	outside stage = iota
	started       // after FormatStartData
	inGroup       // after GroupStartData
)

// NewWriter is a Writer whose lines, without their ends, go to out. A text that holds line breaks is one line.
func NewWriter(env value.Env, s Settings, out func(line string) error) *Writer {
	w := &Writer{env: env, s: s, out: out}
	w.implicit = shapeDefault(env, &w.s, w.packet)
	return w
}

// Settings are the settings in force. What is changed in them counts from the next object on; the enumeration limit is read once,
// at the first object that the Writer itself shapes.
func (w *Writer) Settings() *Settings { return &w.s }

// Write lays out one more object. The error is one of out, or that of format objects in a wrong sequence.
func (w *Writer) Write(v value.Value) error {
	if !IsFormatData(v) {
		if w.stage != outside && !w.implicit.started && !isLoneText(w.env, v) {
			if err := w.finish(); err != nil {
				return err
			}
		}
		return w.implicit.Write(v)
	}
	if w.implicit.started && !isOutOfBand(v) {
		if err := w.implicit.Close(); err != nil {
			return err
		}
	}
	return w.packet(v)
}

// isOutOfBand tells whether a format object stands by itself wherever it comes, so that it ends nothing.
func isOutOfBand(v value.Value) bool {
	e, ok := v.Object().(*FormatEntryData)
	return ok && e.outOfBand
}

// isLoneText tells whether an object can stand inside the output of a Format-* command that has not ended.
func isLoneText(env value.Env, v value.Value) bool { return v.IsNull() || isText(env, v) }

// Close ends the group in progress; a later Write begins anew.
func (w *Writer) Close() error {
	if w.implicit.started {
		return w.implicit.Close()
	}
	return w.finish()
}

// Discard forgets rows that are still held back, as a script does that ends by an error or by exit (formatting README, section 2).
func (w *Writer) Discard() {
	w.held = heldEntries{}
	w.stage = outside
	w.implicit.started = false
}

// finish ends a sequence that was left incomplete.
func (w *Writer) finish() error {
	if w.stage == inGroup {
		if err := w.groupEnd(); err != nil {
			return err
		}
	}
	w.stage = outside
	return nil
}

// packet lays out one format object.
func (w *Writer) packet(v value.Value) error {
	switch o := v.Object().(type) {
	case *FormatStartData:
		if w.stage != outside {
			return w.mistake(o)
		}
		return w.start(o)
	case *GroupStartData:
		if w.stage != started {
			return w.mistake(o)
		}
		return w.groupStart(o)
	case *FormatEntryData:
		if w.stage != inGroup && !o.outOfBand {
			return w.mistake(o)
		}
		return w.entry(o)
	case *GroupEndData:
		if w.stage != inGroup {
			return w.mistake(o)
		}
		w.stage = started
		return w.groupEnd()
	case *FormatEndData:
		if w.stage != started {
			return w.mistake(o)
		}
		w.stage = outside
		if w.shape == listOf {
			return nil
		}
		return w.out("")
	}
	return nil
}

func (w *Writer) mistake(o value.Object) error {
	w.stage = outside
	w.held = heldEntries{}
	return outOfSequence(&w.s, o)
}

func (w *Writer) start(d *FormatStartData) error {
	w.stage, w.shape, w.groups = started, d.shape, 0
	w.table, w.wide = nil, nil
	switch {
	case d.table != nil:
		w.table = newTableLayout(d.table, &w.s, w.sticky)
	case d.wide != nil:
		w.wide = newWideLayout(d.wide, &w.s, w.sticky)
	}
	return w.out("")
}

// groupStart writes the empty line between groups and the group's label.
func (w *Writer) groupStart(d *GroupStartData) error {
	w.stage = inGroup
	w.groups++
	if w.groups > 1 && w.shape != wideOf {
		if err := w.out(""); err != nil {
			return err
		}
	}
	if d.labelled {
		for _, l := range wrap(w.plain(d.label), w.s.lineWidth()) {
			if err := w.out(l); err != nil {
				return err
			}
		}
		if err := w.out(""); err != nil {
			return err
		}
		if w.shape == wideOf && w.groups == 1 && !d.fromView {
			if err := w.out(""); err != nil {
				return err
			}
		}
	}
	w.held = heldEntries{holding: w.table != nil && w.table.measured || w.wide != nil && w.wide.measured}
	if w.table != nil && !w.held.holding {
		return w.table.header(w.out)
	}
	return nil
}

func (w *Writer) groupEnd() error {
	if err := w.release(); err != nil {
		return err
	}
	if w.wide != nil {
		return w.wide.flush(w.out)
	}
	return nil
}

// line is a plain text as it is written: only the host removes escape sequences from it.
func (w *Writer) line(s string) string {
	if w.s.KeepEscapes {
		return s
	}
	return w.plain(s)
}

// plain is a text without escape sequences, unless there is colour.
func (w *Writer) plain(s string) string {
	if w.s.Color {
		return s
	}
	return stripEscapes(s)
}

// now is the time on the host's clock, so that the hold-back follows a virtual clock; the zero time without a host.
func (w *Writer) now() time.Time {
	if w.env == nil {
		return time.Time{}
	}
	if h, ok := w.env.Host().(*host.Host); ok && h != nil && h.Clock != nil {
		return h.Clock.Now()
	}
	return time.Time{}
}
