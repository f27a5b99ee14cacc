package text

import (
	"strings"
	"unicode"
)

// IsWhiteSpace is [char]::IsWhiteSpace.
func IsWhiteSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return r == 0x85 || r == 0xa0 || unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp)
}

// Trim is s.Trim().
func Trim(s string) string { return strings.TrimFunc(s, IsWhiteSpace) }

// TrimStart is s.TrimStart().
func TrimStart(s string) string { return strings.TrimLeftFunc(s, IsWhiteSpace) }

// TrimEnd is s.TrimEnd().
func TrimEnd(s string) string { return strings.TrimRightFunc(s, IsWhiteSpace) }

// TrimSet is s.Trim(chars); an empty set trims white space.
func TrimSet(s string, chars []uint16) string { return TrimEndSet(TrimStartSet(s, chars), chars) }

// TrimStartSet is s.TrimStart(chars).
func TrimStartSet(s string, chars []uint16) string {
	if len(chars) == 0 {
		return TrimStart(s)
	}
	if set, ok := asciiSet(chars); ok {
		return strings.TrimLeft(s, set)
	}
	units := ToUtf16(s)
	i := 0
	for i < len(units) && hasUnit(chars, units[i]) {
		i++
	}
	return FromUtf16(units[i:])
}

// TrimEndSet is s.TrimEnd(chars).
func TrimEndSet(s string, chars []uint16) string {
	if len(chars) == 0 {
		return TrimEnd(s)
	}
	if set, ok := asciiSet(chars); ok {
		return strings.TrimRight(s, set)
	}
	units := ToUtf16(s)
	n := len(units)
	for n > 0 && hasUnit(chars, units[n-1]) {
		n--
	}
	return FromUtf16(units[:n])
}

// asciiSet is the set as a string if all of it is ASCII.
func asciiSet(chars []uint16) (string, bool) {
	set := make([]byte, len(chars))
	for i, c := range chars {
		if c >= 0x80 {
			return "", false
		}
		set[i] = byte(c)
	}
	return string(set), true
}

// PadLeft is s.PadLeft(width, c); width must not be negative.
func PadLeft(s string, width int, c uint16) string {
	n := width - Utf16Len(s)
	if n <= 0 {
		return s
	}
	return Concat(strings.Repeat(CharString(c), n), s)
}

// PadRight is s.PadRight(width, c); width must not be negative.
func PadRight(s string, width int, c uint16) string {
	n := width - Utf16Len(s)
	if n <= 0 {
		return s
	}
	return Concat(s, strings.Repeat(CharString(c), n))
}
