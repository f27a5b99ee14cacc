package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hasWildcard tells whether a name is a pattern; a character after a backtick stands for itself.
func hasWildcard(name string) bool {
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '`':
			i++
		case '*', '?', '[':
			return true
		}
	}
	return false
}

// matchWildcard tells whether s matches a pattern of *, ?, [a-z] and backtick, regardless of case.
func matchWildcard(pattern, s string) bool {
	for pattern != "" {
		switch pattern[0] {
		case '*':
			pattern = strings.TrimLeft(pattern, "*")
			if pattern == "" {
				return true
			}
			for i := range s {
				if matchWildcard(pattern, s[i:]) {
					return true
				}
			}
			return matchWildcard(pattern, "")
		case '[':
			end := strings.IndexByte(pattern, ']')
			if end < 0 || s == "" {
				return false
			}
			r, n := utf8.DecodeRuneInString(s)
			if !inSet(pattern[1:end], r) {
				return false
			}
			pattern, s = pattern[end+1:], s[n:]
			continue
		}
		if s == "" {
			return false
		}
		any := pattern[0] == '?'
		if pattern[0] == '`' && len(pattern) > 1 {
			pattern = pattern[1:]
		}
		p, m := utf8.DecodeRuneInString(pattern)
		r, n := utf8.DecodeRuneInString(s)
		if !any && unicode.ToLower(p) != unicode.ToLower(r) {
			return false
		}
		pattern, s = pattern[m:], s[n:]
	}
	return s == ""
}

// inSet tells whether r is in the characters and ranges between brackets.
func inSet(set string, r rune) bool {
	r = unicode.ToLower(r)
	runes := []rune(strings.ToLower(set))
	for i := 0; i < len(runes); i++ {
		if i+2 < len(runes) && runes[i+1] == '-' {
			if runes[i] <= r && r <= runes[i+2] {
				return true
			}
			i += 2
			continue
		}
		if runes[i] == r {
			return true
		}
	}
	return false
}
