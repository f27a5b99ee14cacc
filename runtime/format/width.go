package format

// runeWidth is the number of cells of a character: two for East Asian wide characters and everything beyond the basic plane, one
// for all others, combining marks and control characters too (formatting README, section 13).
func runeWidth(r rune) int {
	if r < 0x1100 {
		return 1
	}
	switch {
	case r > 0xFFFF,
		r <= 0x115F,
		r == 0x2329, r == 0x232A,
		0x2E80 <= r && r <= 0xA4CF && r != 0x303F,
		0xAC00 <= r && r <= 0xD7A3,
		0xF900 <= r && r <= 0xFAFF,
		0xFE10 <= r && r <= 0xFE19,
		0xFE30 <= r && r <= 0xFE6F,
		0xFF00 <= r && r <= 0xFF60,
		0xFFE0 <= r && r <= 0xFFE6:
		return 2
	}
	return 1
}

// textWidth is the number of cells of a text without its escape sequences.
func textWidth(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || s[i] == escape {
			return i + wideTextWidth(s[i:])
		}
	}
	return len(s)
}

func wideTextWidth(s string) int {
	w := 0
	for len(s) > 0 {
		if n := escapeLength(s); n > 0 {
			s = s[n:]
			continue
		}
		r, n := decodeRune(s)
		w += runeWidth(r)
		s = s[n:]
	}
	return w
}
