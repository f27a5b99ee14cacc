package text

import "slices"

// Split cuts text at each match. What the groups of the pattern captured stands between the pieces. limit bounds the number
// of pieces, captures not counted; 0 is no bound.
func (r *Regex) Split(text string, limit int) ([]string, error) {
	return r.SplitFrom(text, limit, -1)
}

// SplitFrom is Split that looks for matches from a position on only; -1 is the beginning.
func (r *Regex) SplitFrom(text string, limit, from int) ([]string, error) {
	if limit == 1 {
		return []string{text}, nil
	}
	s := newSubject(text)
	defer s.release()
	if from < 0 {
		from = r.beginning(&s)
	}
	if limit <= 0 {
		limit = 0
	}
	backwards := r.rightToLeft()
	pieces := make([]string, 0, 4)
	at := 0
	if backwards {
		at = s.length()
	}
	err := r.each(&s, from, limit-1, func(f *found) error {
		if end := f.index + f.length; backwards {
			pieces = append(pieces, s.slice(end, at-end))
			at = f.index
		} else {
			pieces = append(pieces, s.slice(at, f.index-at))
			at = end
		}
		for _, spans := range f.groups {
			if n := len(spans); n > 0 {
				pieces = append(pieces, s.slice(spans[n-2], spans[n-1]))
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if backwards {
		pieces = append(pieces, s.slice(0, at))
		slices.Reverse(pieces)
		return pieces, nil
	}
	return append(pieces, s.slice(at, s.length()-at)), nil
}
