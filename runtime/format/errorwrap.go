package format

import (
	"strings"
	"unicode"
)

// wrapMessage breaks an error message into lines of at most width UTF-16 units (errors README, section 1.2). Each line begins with
// prefix, which counts with it, and is written with shown in its place, so that colour does not count. A width of Unlimited breaks nothing.
func wrapMessage(prefix, shown, message string, width int) string {
	text := encode(prefix + message)
	head := len(encode(prefix))
	if width == Unlimited || len(text) <= width {
		return shown + message
	}
	var b strings.Builder
	for first := true; ; first = false {
		line := cutLine(text, width)
		if !first && len(line) <= head {
			break
		}
		if !first {
			b.WriteByte('\n')
		}
		b.WriteString(replacePrefix(decode(line), prefix, shown))
		rest := strings.TrimSpace(decode(text[len(line):]))
		text = encode(prefix + rest)
		if len(text) <= width {
			break
		}
	}
	b.WriteByte('\n')
	b.WriteString(shown + decode(text[head:]))
	return b.String()
}

// cutLine is what precedes the last white space of the first width units, all of them if there is none.
func cutLine(text []uint16, width int) []uint16 {
	for i := width - 1; i >= 0; i-- {
		if unicode.IsSpace(rune(text[i])) {
			return text[:i]
		}
	}
	return text[:width]
}

// replacePrefix writes shown for prefix; a first word that is too long leaves a line of the prefix without its last blank.
func replacePrefix(line, prefix, shown string) string {
	if rest, ok := strings.CutPrefix(line, prefix); ok {
		return shown + rest
	}
	return strings.Replace(shown, prefix, line, 1)
}
