package format

import (
	"slices"
	"strings"
)

// tableLayout is a table whose columns get their widths (formatting README, section 3).
type tableLayout struct {
	shape    *tableShape
	s        *Settings
	measured bool
	widths   []int // of the visible columns
	buf      strings.Builder
}

func newTableLayout(shape *tableShape, s *Settings, sticky bool) *tableLayout {
	t := &tableLayout{shape: shape, s: s, measured: shape.measured || sticky}
	if !t.measured {
		t.share()
		t.fit()
	}
	return t
}

// share gives the free columns what the fixed ones leave, at least one cell each.
func (t *tableLayout) share() {
	t.widths = make([]int, len(t.shape.columns))
	left := t.s.width() - (len(t.widths) - 1)
	free := 0
	for i, c := range t.shape.columns {
		t.widths[i] = c.width
		left -= c.width
		if c.width == 0 {
			free++
		}
	}
	for i, c := range t.shape.columns {
		if c.width > 0 {
			continue
		}
		n := left / free
		if left%free > 0 {
			n++
		}
		if n < 1 {
			n = 1
		}
		t.widths[i] = n
		left -= n
		free--
		if left < 0 {
			left = 0
		}
	}
}

// measure makes each column as wide as its label and its widest cell.
func (t *tableLayout) measure(entries []*FormatEntryData) {
	t.widths = make([]int, len(t.shape.columns))
	for i := range t.shape.columns {
		t.widths[i] = max(1, textWidth(t.shape.columns[i].title()))
	}
	for _, e := range entries {
		if e.outOfBand {
			continue
		}
		for i := range e.cells {
			if i < len(t.widths) {
				t.widths[i] = max(t.widths[i], textWidth(e.cells[i].text))
			}
		}
	}
	t.fit()
}

// narrowest is the width below which tables and lists show nothing but their empty lines (archives table-width, format-list).
const narrowest = 5

// fit shrinks the last column by what is too much, and drops it if nothing would be left of it.
func (t *tableLayout) fit() {
	if t.s.width() < narrowest {
		t.widths = nil
	}
	for len(t.widths) > 0 {
		total := len(t.widths) - 1
		for _, w := range t.widths {
			total += w
		}
		over := total - t.s.width()
		if over <= 0 {
			return
		}
		last := len(t.widths) - 1
		if t.widths[last] > over {
			t.widths[last] -= over
			return
		}
		t.widths = t.widths[:last]
	}
}

// title is the label of a column, or the property it shows.
func (c *column) title() string {
	if c.label != "" {
		return c.label
	}
	return c.property
}

// header writes the labels and their underlines.
func (t *tableLayout) header(out func(string) error) error {
	if t.shape.hideHeader || len(t.widths) == 0 {
		return nil
	}
	labels := make([][]string, len(t.widths))
	height := 1
	for i, w := range t.widths {
		labels[i] = wrap(t.shape.columns[i].title(), w)
		height = max(height, len(labels[i]))
	}
	for n := range height {
		if err := out(t.labelLine(labels, n)); err != nil {
			return err
		}
	}
	return out(t.underline())
}

// labelLine is the n-th line of the labels. With colour each label, padded, stands in the colour with the blank before it.
func (t *tableLayout) labelLine(labels [][]string, n int) string {
	b := &t.buf
	b.Reset()
	for i, w := range t.widths {
		text := ""
		if n < len(labels[i]) {
			text = labels[i][n]
		}
		if t.s.Color {
			b.WriteString(t.s.style().TableHeader)
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(pad(text, w, t.shape.columns[i].align, t.paddedRight(i)))
		if t.s.Color {
			b.WriteString(t.s.style().Reset)
		}
	}
	if t.s.Color {
		return b.String()
	}
	return strings.TrimRight(b.String(), " ")
}

func (t *tableLayout) underline() string {
	b := &t.buf
	b.Reset()
	for i, w := range t.widths {
		if i > 0 {
			b.WriteByte(' ')
		}
		if t.s.Color {
			b.WriteString(t.s.style().TableHeader)
		}
		dashes := strings.Repeat("-", min(w, textWidth(t.shape.columns[i].title())))
		b.WriteString(pad(dashes, w, t.shape.columns[i].align, t.paddedRight(i)))
		if t.s.Color {
			b.WriteString(t.s.style().Reset)
		}
	}
	return b.String()
}

// paddedRight tells whether a visible column is filled up with blanks: all but the last of all columns.
func (t *tableLayout) paddedRight(i int) bool { return i < len(t.shape.columns)-1 }

// row writes one row.
func (t *tableLayout) row(e *FormatEntryData, out func(string) error) error {
	if len(t.widths) == 0 {
		return nil
	}
	if e.wrap {
		return t.wrappedRow(e, out)
	}
	b := &t.buf
	b.Reset()
	for i, w := range t.widths {
		if i > 0 {
			b.WriteByte(' ')
		}
		text := ""
		if i < len(e.cells) {
			text = e.cells[i].text
		}
		if !t.s.Color {
			text = stripEscapes(text)
		}
		align := t.shape.columns[i].align
		text = cut(firstLine(text), w, align == AlignRight)
		b.WriteString(pad(text, w, align, t.paddedRight(i)))
	}
	return out(b.String())
}

// wrappedRow writes a row of as many lines as its tallest cell.
func (t *tableLayout) wrappedRow(e *FormatEntryData, out func(string) error) error {
	cells := make([][]string, len(t.widths))
	height := 1
	for i, w := range t.widths {
		if i >= len(e.cells) {
			continue
		}
		text := e.cells[i].text
		if t.s.Color {
			cells[i] = recolour(wrap(text, w), t.s.style().Reset)
		} else {
			cells[i] = wrap(stripEscapes(text), w)
		}
		if !slices.ContainsFunc(cells[i], func(l string) bool { return l != "" }) {
			cells[i] = nil
		}
		height = max(height, len(cells[i]))
	}
	for n := range height {
		b := &t.buf
		b.Reset()
		for i, w := range t.widths {
			if i > 0 {
				b.WriteByte(' ')
			}
			text := ""
			if n < len(cells[i]) {
				text = cells[i][n]
			}
			b.WriteString(pad(text, w, t.shape.columns[i].align, true))
		}
		if err := out(strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// pad fills a text up to w cells; without right, blanks after it are left out. Of the spare cells of a centred text the odd one
// goes to the right.
func pad(s string, w int, align Alignment, right bool) string {
	spare := w - textWidth(s)
	if spare <= 0 {
		return s
	}
	before := 0
	switch align {
	case AlignRight:
		before = spare
	case AlignCenter:
		before = spare / 2
	}
	if right {
		return blanks(before) + s + blanks(spare-before)
	}
	if before == 0 {
		return s
	}
	return blanks(before) + s
}
