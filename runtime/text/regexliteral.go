package text

import "strings"

// plainText is the tier of patterns that are plain text, perhaps between anchors.
type plainText struct {
	text       string
	ignoreCase bool
	atStart    bool
	atEnd      regexEnd
	general    *backtracking
}

func newLiteral(plan *regexPlan, general *backtracking) *plainText {
	return &plainText{FromUtf16(plan.required), plan.ignoreCase, plan.atStart, plan.atEnd, general}
}

// fits reports whether a plain search gives what .NET finds: letters beyond ASCII may equal those of ASCII when case is ignored.
func (l *plainText) fits(s *subject) bool {
	return s.ascii || !l.ignoreCase && l.text != ""
}

func (l *plainText) matches(s *subject) (bool, error) {
	if !l.fits(s) {
		return l.general.matches(s)
	}
	return l.index(s.text, 0) >= 0, nil
}

func (l *plainText) find(s *subject, from int) (*found, error) {
	if !l.fits(s) {
		return l.general.find(s, from)
	}
	if s.ascii {
		i := l.index(s.text, from)
		if i < 0 {
			return nil, nil
		}
		return &found{index: i, length: len(l.text)}, nil
	}
	i := l.index(s.text, ByteOffset(s.text, from))
	if i < 0 {
		return nil, nil
	}
	return &found{index: Utf16Len(s.text[:i]), length: Utf16Len(l.text)}, nil
}

// index is the byte offset of the first match at or after from.
func (l *plainText) index(s string, from int) int {
	if l.atStart {
		if from > 0 || !l.prefix(s) || !l.endsAt(s, len(l.text)) {
			return -1
		}
		return 0
	}
	if l.atEnd != endAnywhere {
		// The earliest end comes first: before a last line feed, then the very end.
		if l.atEnd == endDollar && strings.HasSuffix(s, "\n") {
			if i := len(s) - 1 - len(l.text); i >= from && l.prefix(s[i:]) {
				return i
			}
		}
		if i := len(s) - len(l.text); i >= from && l.prefix(s[i:]) {
			return i
		}
		return -1
	}
	var i int
	if l.ignoreCase {
		i, _ = indexFold(s[from:], l.text)
	} else {
		i = strings.Index(s[from:], l.text)
	}
	if i < 0 {
		return -1
	}
	return from + i
}

func (l *plainText) prefix(s string) bool {
	if l.ignoreCase {
		return prefixFold(s, l.text) >= 0
	}
	return strings.HasPrefix(s, l.text)
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
