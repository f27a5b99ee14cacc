package format

// fields writes "label : value" lines (formatting README, section 4): labels as wide as the longest, values wrapped beside them.
func (w *Writer) fields(fields []field) error {
	width := w.s.lineWidth()
	if width < narrowest {
		return nil
	}
	longest := 0
	for _, f := range fields {
		longest = max(longest, textWidth(f.label))
	}
	longest = min(longest, width-4)
	margin := blanks(longest + 3)
	for _, f := range fields {
		label, _ := keepLeft(f.label, longest)
		head := pad(label, longest, AlignLeft, true) + " : "
		if w.s.Color {
			head = w.s.style().FormatAccent + head + w.s.style().Reset
		}
		for i, l := range wrap(w.plain(f.text), width-longest-3) {
			if i > 0 {
				head = margin
			}
			if err := w.out(head + l); err != nil {
				return err
			}
		}
	}
	return nil
}
