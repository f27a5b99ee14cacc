package format

import "strings"

// splitLines cuts a text at \n and \r\n; a lone \r stays (formatting README, section 4).
func splitLines(s string) []string {
	if strings.IndexByte(s, '\n') < 0 {
		return []string{s}
	}
	lines := strings.Split(s, "\n")
	for i := 0; i < len(lines)-1; i++ {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines
}

// wrap breaks a text into lines of at most w cells by the word algorithm of formatting README, section 4: a token is a word and the
// one blank or tab after it; a token that fits nowhere is put down character by character, another one begins a new line if the
// rest of the line is too short for it. Lines keep their blanks.
func wrap(s string, w int) []string {
	if w < 1 {
		w = 1
	}
	var lines []string
	for _, l := range splitLines(s) {
		lines = wrapLine(lines, l, w)
	}
	return lines
}

func wrapLine(lines []string, s string, w int) []string {
	if len(s) <= w || textWidth(s) <= w {
		return append(lines, s)
	}
	begin, used := 0, 0 // the line in progress is s[begin:i] and takes used cells
	for i := 0; i < len(s); {
		end := i + tokenLength(s[i:])
		width := textWidth(s[i:end])
		if width <= w {
			if used+width > w {
				lines = append(lines, s[begin:i])
				begin, used = i, 0
			}
			used += width
			i = end
			continue
		}
		for i < end {
			if n := escapeLength(s[i:]); n > 0 {
				i += n
				continue
			}
			r, n := decodeRune(s[i:])
			cells := runeWidth(r)
			if used+cells > w && i > begin {
				lines = append(lines, s[begin:i])
				begin, used = i, 0
			}
			used += cells
			i += n
		}
	}
	return append(lines, s[begin:])
}

// tokenLength is the length of a word and the blank or tab that follows it.
func tokenLength(s string) int {
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		return i + 1
	}
	return len(s)
}

// WrapText breaks a text into lines of at most w cells at blanks, which stay at the ends of lines.
func WrapText(s string, w int) []string { return wrap(s, w) }

// CutText breaks a text into lines of w cells without regard to words.
func CutText(s string, w int) []string {
	var lines []string
	for {
		kept, rest := keepLeft(s, max(w, 1))
		if rest == "" || kept == "" {
			return append(lines, s)
		}
		lines, s = append(lines, kept), rest
	}
}

// TextWidth is the number of cells of a text.
func TextWidth(s string) int { return textWidth(s) }
