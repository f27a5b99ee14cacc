package bind

import (
	"strings"
	"unicode/utf8"

	"rehearse/runtime/value"
)

// hasWildcard tells whether a key of $PSDefaultParameterValues is a pattern.
func hasWildcard(s string) bool { return strings.ContainsAny(s, "*?[") }

// like matches a name against a wildcard pattern with *, ?, [a-z] and the escaping backtick, regardless of case. It keeps one place
// to go back to, so it takes no longer than pattern times name.
func like(pattern, name string) bool {
	starP, starN := -1, 0
	p, n := 0, 0
	for n < len(name) {
		if p < len(pattern) && pattern[p] == '*' {
			starP, starN = p, n
			p++
			continue
		}
		r, size := utf8.DecodeRuneInString(name[n:])
		if used, ok := likeOne(pattern[p:], r); ok {
			p += used
			n += size
			continue
		}
		if starP < 0 {
			return false
		}
		_, size = utf8.DecodeRuneInString(name[starN:])
		starN += size
		p, n = starP+1, starN
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// likeOne matches one character against the start of a pattern and tells how much of the pattern that takes.
func likeOne(pattern string, r rune) (used int, ok bool) {
	if pattern == "" {
		return 0, false
	}
	c, size := utf8.DecodeRuneInString(pattern)
	switch c {
	case '?':
		return size, true
	case '[':
		end := strings.IndexByte(pattern, ']')
		if end < 0 {
			return 0, false
		}
		return end + 1, inRange(pattern[1:end], r)
	case '`':
		if len(pattern) > size {
			next, n := utf8.DecodeRuneInString(pattern[size:])
			return size + n, sameRune(next, r)
		}
	}
	return size, sameRune(c, r)
}

func inRange(set string, r rune) bool {
	runes := []rune(strings.ToLower(set))
	low := []rune(strings.ToLower(string(r)))[0]
	for i := 0; i < len(runes); i++ {
		if i+2 < len(runes) && runes[i+1] == '-' {
			if runes[i] <= low && low <= runes[i+2] {
				return true
			}
			i += 2
		} else if runes[i] == low {
			return true
		}
	}
	return false
}

func sameRune(a, b rune) bool { return a == b || value.EqualFold(string(a), string(b)) }
