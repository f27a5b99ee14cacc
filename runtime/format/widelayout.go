package format

import "strings"

// wideLayout fills rows of wide output (formatting README, section 5).
type wideLayout struct {
	s        *Settings
	measured bool
	widths   []int
	row      []string
}

func newWideLayout(shape *wideShape, s *Settings, sticky bool) *wideLayout {
	l := &wideLayout{s: s, measured: shape.autoSize || sticky && shape.columns == 0}
	n := shape.columns
	if n <= 0 {
		n = 2
	}
	if !l.measured {
		l.share(n)
	}
	return l
}

// measure makes as many columns as the widest text allows.
func (l *wideLayout) measure(entries []*FormatEntryData) {
	widest := 0
	for _, e := range entries {
		if !e.outOfBand {
			widest = max(widest, textWidth(e.text))
		}
	}
	l.share(max(1, l.s.width()/(widest+1)))
}

// share divides the width among n columns, the odd cells to the first ones; columns that would be empty are left out.
func (l *wideLayout) share(n int) {
	n = min(n, max(1, (l.s.width()+1)/2))
	room := l.s.width() - (n - 1)
	l.widths = make([]int, n)
	for i := range l.widths {
		l.widths[i] = room / n
		if i < room%n {
			l.widths[i]++
		}
	}
}

func (l *wideLayout) add(text string, out func(string) error) error {
	if !l.s.Color {
		text = stripEscapes(text)
	}
	l.row = append(l.row, text)
	if len(l.row) < len(l.widths) {
		return nil
	}
	return l.flush(out)
}

// flush writes the row in progress; every cell but that of the last column is padded, missing ones too.
func (l *wideLayout) flush(out func(string) error) error {
	if len(l.row) == 0 {
		return nil
	}
	var b strings.Builder
	for i, w := range l.widths {
		if i > 0 {
			b.WriteByte(' ')
		}
		text := ""
		if i < len(l.row) {
			text = cut(firstLine(l.row[i]), w, false)
		}
		b.WriteString(pad(text, w, AlignLeft, i < len(l.widths)-1))
	}
	l.row = l.row[:0]
	return out(b.String())
}
