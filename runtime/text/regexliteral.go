package text

import (
	"slices"
	"strings"
)

// plainText is the tier of patterns that are plain text, perhaps between anchors, or a choice between plain texts.
type plainText struct {
	texts      []string
	ignoreCase bool
	atStart    bool
	atEnd      regexEnd
	empty      bool // one of the texts is empty
}

func newPlainText(plan *regexPlan) *plainText {
	l := &plainText{ignoreCase: plan.ignoreCase, atStart: plan.atStart, atEnd: plan.atEnd}
	for _, units := range plan.texts {
		l.texts = append(l.texts, FromUtf16(units))
		l.empty = l.empty || len(units) == 0
	}
	return l
}

// fits reports whether a plain search gives what .NET finds: letters beyond ASCII may equal those of ASCII when case is
// ignored, and an empty text is also found between the two units of a pair.
func (l *plainText) fits(s *subject) bool {
	return s.ascii || !l.ignoreCase && !slices.Contains(l.texts, "")
}

// find is the first match at or after the unit from.
func (l *plainText) find(s *subject, from int) *found {
	if s.ascii {
		i, n := l.index(s.text, from)
		if i < 0 {
			return nil
		}
		return &found{index: i, length: n}
	}
	start, split := utf16Offset(s.text, from)
	if split > 0 {
		// No text begins with the second unit of a pair.
		start += 4
	}
	i, n := l.index(s.text, start)
	if i < 0 {
		return nil
	}
	return &found{index: Utf16Len(s.text[:i]), length: Utf16Len(s.text[i : i+n])}
}

// index is the byte offset and length of the first match at or after from.
func (l *plainText) index(s string, from int) (index, length int) {
	index = -1
	for _, text := range l.texts {
		// Of two texts that begin at the same place the first one matches.
		if i := l.indexOf(s, text, from); i >= 0 && (index < 0 || i < index) {
			index, length = i, len(text)
		}
	}
	return index, length
}

func (l *plainText) indexOf(s, text string, from int) int {
	if l.atStart {
		if from > 0 || !l.prefix(s, text) || !l.endsAt(s, len(text)) {
			return -1
		}
		return 0
	}
	if l.atEnd != endAnywhere {
		// The earliest end comes first: before a last line feed, then the very end.
		if l.atEnd == endDollar && strings.HasSuffix(s, "\n") {
			if i := len(s) - 1 - len(text); i >= from && l.prefix(s[i:], text) {
				return i
			}
		}
		if i := len(s) - len(text); i >= from && l.prefix(s[i:], text) {
			return i
		}
		return -1
	}
	i := ordinalIndex(s[from:], text, l.ignoreCase)
	if i < 0 {
		return -1
	}
	return from + i
}

func (l *plainText) prefix(s, text string) bool {
	if l.ignoreCase {
		return prefixFold(s, text) >= 0
	}
	return strings.HasPrefix(s, text)
}

func (l *plainText) endsAt(s string, i int) bool {
	switch l.atEnd {
	case endStrict:
		return i == len(s)
	case endDollar:
		return i == len(s) || i == len(s)-1 && s[i] == '\n'
	}
	return true
}
