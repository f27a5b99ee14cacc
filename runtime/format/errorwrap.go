package format

import (
	"strings"
	"unicode"

	"rehearse/runtime/text"
)

// wrapMessage breaks an error message into lines of at most width UTF-16 units (errors README, section 1.2). Each line begins with
// prefix, which counts with it, and is written with shown in its place, so that colour does not count. A width of Unlimited breaks nothing.
func wrapMessage(prefix, shown, message string, width int) string {
	margin, rest := text.ToUtf16(prefix), text.ToUtf16(message)
	if width == Unlimited || len(margin)+len(rest) <= width {
		return shown + message
	}
	var b strings.Builder
	line := make([]uint16, 0, width)
	for first := true; len(margin)+len(rest) > width; first = false {
		line = append(append(line[:0], margin...), rest[:min(len(rest), width)]...)[:width]
		n := lineEnd(line)
		if !first && n <= len(margin) {
			break
		}
		if !first {
			b.WriteByte('\n')
		}
		if n < len(margin) {
			b.WriteString(strings.TrimSuffix(shown, " "))
		} else {
			b.WriteString(shown + text.FromUtf16(line[len(margin):n]))
		}
		rest = trimSpace(rest[max(0, n-len(margin)):])
	}
	b.WriteByte('\n')
	b.WriteString(shown + text.FromUtf16(rest))
	return b.String()
}

// lineEnd is the position of the last white space of a line, its length if it has none.
func lineEnd(line []uint16) int {
	for i := len(line) - 1; i >= 0; i-- {
		if unicode.IsSpace(rune(line[i])) {
			return i
		}
	}
	return len(line)
}

// trimSpace takes white space off both ends.
func trimSpace(units []uint16) []uint16 {
	for len(units) > 0 && unicode.IsSpace(rune(units[0])) {
		units = units[1:]
	}
	for len(units) > 0 && unicode.IsSpace(rune(units[len(units)-1])) {
		units = units[:len(units)-1]
	}
	return units
}
