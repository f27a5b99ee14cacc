package format

import "strings"

const ellipsis = "…"

// cut shortens a text that is wider than w cells: its beginning and an ellipsis, or with fromRight an ellipsis and its end. At one cell
// there is no room for an ellipsis. Where a wide character does not fit a blank fills its place (formatting README, sections 3 and 13).
func cut(s string, w int, fromRight bool) string {
	if textWidth(s) <= w {
		return s
	}
	room := w - 1
	mark := ellipsis
	if w <= 1 {
		room, mark = w, ""
	}
	if fromRight {
		dropped, kept := keepRight(s, room)
		return strings.Repeat(" ", room-textWidth(kept)) + escapesOf(dropped) + mark + kept
	}
	kept, rest := keepLeft(s, room)
	return kept + mark + escapesOf(rest) + strings.Repeat(" ", room-textWidth(kept))
}

// keepLeft are the first characters of s that fit in w cells, and the rest.
func keepLeft(s string, w int) (kept, rest string) {
	used, i := 0, 0
	for i < len(s) {
		if n := escapeLength(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := decodeRune(s[i:])
		if used += runeWidth(r); used > w {
			break
		}
		i += n
	}
	return s[:i], s[i:]
}

// keepRight are the last characters of s that fit in w cells, and what stands before them.
func keepRight(s string, w int) (dropped, kept string) {
	skip := textWidth(s) - w
	i := 0
	for i < len(s) && skip > 0 {
		if n := escapeLength(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := decodeRune(s[i:])
		skip -= runeWidth(r)
		i += n
	}
	return s[:i], s[i:]
}

// firstLine is a text as a table cell shows it: up to its first line break, then an ellipsis.
func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return s[:i] + ellipsis
	}
	return s
}

// blanks are n blanks, none if n is negative.
func blanks(n int) string {
	const many = "                                                                                                    "
	switch {
	case n <= 0:
		return ""
	case n <= len(many):
		return many[:n]
	}
	return strings.Repeat(" ", n)
}
