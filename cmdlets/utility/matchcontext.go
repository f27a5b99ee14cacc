package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// contextWidth is -Context: how many lines before and after a match belong to it.
type contextWidth struct{ before, after int }

// contextTracker hands matches on, each when the lines after it are known. Without -Context that is at once.
type contextTracker struct {
	c     *runtime.Call
	width *contextWidth
	raw   bool
	seen  []string     // the last lines, at most width.before
	fresh int          // how many lines no display shows yet, counted back from here
	open  []*matchInfo // matches that want more lines
	last  *matchInfo   // the match before
}

func (f *lineFinder) newTracker(c *runtime.Call) contextTracker {
	return contextTracker{c: c, width: f.context, raw: f.raw}
}

// line takes a line that is no match.
func (t *contextTracker) line(line string) error {
	if t.width == nil {
		return nil
	}
	if t.fresh++; t.last != nil && len(t.last.context.shownPost) < t.width.after {
		t.last.context.shownPost = append(t.last.context.shownPost, line)
		t.fresh = 0
	}
	return t.pass(line)
}

// match takes a match.
func (t *contextTracker) match(m *matchInfo) error {
	if t.width == nil {
		return t.write(m)
	}
	pre := append([]string(nil), t.seen...)
	m.context = &matchContext{pre: pre, shownPre: pre[max(0, len(pre)-t.fresh):]}
	if err := t.pass(m.line); err != nil {
		return err
	}
	t.open = append(t.open, m)
	t.last, t.fresh = m, 0
	return t.release(false)
}

// pass gives a line to the matches before it and remembers it for those to come.
func (t *contextTracker) pass(line string) error {
	for _, m := range t.open {
		if len(m.context.post) < t.width.after {
			m.context.post = append(m.context.post, line)
		}
	}
	if t.width.before > 0 {
		if len(t.seen) == t.width.before {
			t.seen = append(t.seen[:0], t.seen[1:]...)
		}
		t.seen = append(t.seen, line)
	}
	return t.release(false)
}

// release writes the matches that are complete, in order.
func (t *contextTracker) release(all bool) error {
	for len(t.open) > 0 && (all || len(t.open[0].context.post) >= t.width.after) {
		m := t.open[0]
		t.open = t.open[1:]
		if err := t.write(m); err != nil {
			return err
		}
	}
	return nil
}

// settled tells whether no match waits for more lines.
func (t *contextTracker) settled() bool { return len(t.open) == 0 }

func (t *contextTracker) end() error { return t.release(true) }

func (t *contextTracker) write(m *matchInfo) error {
	if t.raw {
		return t.c.Write(value.OfString(m.line))
	}
	return t.c.Write(value.Of(m))
}
