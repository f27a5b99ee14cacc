package format

import "strings"

// entry lays out one object, or holds it back until the widths of its table are known.
func (w *Writer) entry(e *FormatEntryData) error {
	if !w.held.holding {
		return w.lay(e)
	}
	w.held.entries = append(w.held.entries, e)
	if !w.waitsForAll() && w.held.late(w.now()) {
		return w.release()
	}
	return nil
}

// waitsForAll tells whether every object is measured, however long it takes: with -AutoSize.
func (w *Writer) waitsForAll() bool { return w.wide != nil || w.table != nil && w.table.shape.autoSize }

// release measures what was held back, and writes it.
func (w *Writer) release() error {
	if !w.held.holding {
		return nil
	}
	entries := w.held.entries
	w.held = heldEntries{}
	w.sticky = true
	if w.table != nil {
		w.table.measure(entries)
		if err := w.table.header(w.out); err != nil {
			return err
		}
	} else {
		w.wide.measure(entries)
	}
	for _, e := range entries {
		if err := w.lay(e); err != nil {
			return err
		}
	}
	return nil
}

// lay writes one entry.
func (w *Writer) lay(e *FormatEntryData) error {
	if e.outOfBand {
		if w.wide != nil {
			if err := w.wide.flush(w.out); err != nil {
				return err
			}
		}
		return w.layOutOfBand(e)
	}
	switch e.kind {
	case rowEntry:
		if w.table == nil {
			return w.mistake(e)
		}
		return w.table.row(e, w.out)
	case wideEntry:
		if w.wide == nil {
			return w.mistake(e)
		}
		return w.wide.add(e.text, w.out)
	case listEntry:
		if err := w.fields(e.fields); err != nil {
			return err
		}
		return w.out("")
	}
	for _, l := range e.lines {
		if err := w.custom(l); err != nil {
			return err
		}
	}
	if w.shape == customOf {
		return w.out("")
	}
	return nil
}

func (w *Writer) layOutOfBand(e *FormatEntryData) error {
	switch e.kind {
	case textEntry:
		return w.out(w.line(e.text))
	case errorEntry:
		if w.s.Divert != nil {
			if diverted, err := w.s.Divert(e.record); diverted || err != nil {
				return err
			}
		}
		for _, l := range strings.Split(e.text, "\n") {
			if err := w.out(l); err != nil {
				return err
			}
		}
		return nil
	}
	if err := w.out(""); err != nil {
		return err
	}
	if err := w.fields(e.fields); err != nil {
		return err
	}
	return w.out("")
}

// custom writes one line of a custom view, wrapped inside its indentation.
func (w *Writer) custom(l indented) error {
	margin := blanks(l.indent)
	for _, part := range wrap(w.plain(l.text), w.s.lineWidth()-l.indent) {
		if err := w.out(margin + part); err != nil {
			return err
		}
	}
	return nil
}
