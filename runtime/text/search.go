package text

import "strings"

// Comparison is .NET's StringComparison.
type Comparison int

// The values of StringComparison.
const (
	CurrentCulture Comparison = iota
	CurrentCultureIgnoreCase
	InvariantCulture
	InvariantCultureIgnoreCase
	Ordinal
	OrdinalIgnoreCase
)

func (c Comparison) ordinal() bool    { return c >= Ordinal }
func (c Comparison) ignoreCase() bool { return c&1 == 1 }

// EqualsWith is string.Equals(a, b, c).
func EqualsWith(a, b string, c Comparison) bool {
	switch {
	case c == Ordinal:
		return a == b
	case c == OrdinalIgnoreCase:
		return EqualFold(a, b)
	}
	return Compare(a, b, c.ignoreCase()) == 0
}

// StartsWithWith is s.StartsWith(prefix, c).
func StartsWithWith(s, prefix string, c Comparison) bool {
	switch {
	case c == Ordinal:
		return strings.HasPrefix(s, prefix)
	case c == OrdinalIgnoreCase:
		return prefixFold(s, prefix) >= 0
	}
	return StartsWith(s, prefix, c.ignoreCase())
}

// EndsWithWith is s.EndsWith(suffix, c).
func EndsWithWith(s, suffix string, c Comparison) bool {
	switch {
	case c == Ordinal:
		return strings.HasSuffix(s, suffix)
	case c == OrdinalIgnoreCase:
		return suffixFold(s, suffix)
	}
	return EndsWith(s, suffix, c.ignoreCase())
}

// Contains is s.Contains(needle, c).
func Contains(s, needle string, c Comparison) bool {
	if c == Ordinal {
		return strings.Contains(s, needle)
	}
	return byteIndex(s, needle, c) >= 0
}

// IndexOf is s.IndexOf(needle, c) in UTF-16 units, -1 if needle is not in s.
func IndexOf(s, needle string, c Comparison) int {
	return unitIndex(s, byteIndex(s, needle, c))
}

// IndexOfRange is s.IndexOf(needle, start, count, c); the range must lie in the string.
func IndexOfRange(s, needle string, start, count int, c Comparison) int {
	i := IndexOf(Utf16Slice(s, start, count), needle, c)
	if i < 0 {
		return -1
	}
	return start + i
}

// LastIndexOf is s.LastIndexOf(needle, c) in UTF-16 units.
func LastIndexOf(s, needle string, c Comparison) int {
	if c.ordinal() {
		return unitIndex(s, ordinalLastIndex(s, needle, c.ignoreCase()))
	}
	return unitIndex(s, cultureLastIndex(s, needle, c.ignoreCase()))
}

// LastIndexOfRange is s.LastIndexOf(needle, start, count, c): the search covers count units and goes back from start.
func LastIndexOfRange(s, needle string, start, count int, c Comparison) int {
	length := Utf16Len(s)
	if start == length {
		start--
		count = min(count, length)
	}
	from := start - count + 1
	i := LastIndexOf(Utf16Slice(s, from, count), needle, c)
	if i < 0 {
		return -1
	}
	return from + i
}

func byteIndex(s, needle string, c Comparison) int {
	if c.ordinal() {
		return ordinalIndex(s, needle, c.ignoreCase())
	}
	return cultureIndex(s, needle, c.ignoreCase())
}

func ordinalIndex(s, needle string, ignoreCase bool) int {
	if !ignoreCase {
		return strings.Index(s, needle)
	}
	i, _ := indexFold(s, needle)
	return i
}

func ordinalLastIndex(s, needle string, ignoreCase bool) int {
	if !ignoreCase {
		return strings.LastIndex(s, needle)
	}
	for i := len(s); i >= 0; i-- {
		if i < len(s) && s[i]&0xc0 == 0x80 {
			continue
		}
		if prefixFold(s[i:], needle) >= 0 {
			return i
		}
	}
	return -1
}

func unitIndex(s string, offset int) int {
	if offset <= 0 {
		return offset
	}
	return Utf16Len(s[:offset])
}

// IndexOfAny is s.IndexOfAny(chars) for a set of units; from counts units.
func IndexOfAny(s string, chars []uint16, from int) int {
	for i, u := range ToUtf16(s) {
		if i >= from && hasUnit(chars, u) {
			return i
		}
	}
	return -1
}

// LastIndexOfAny is s.LastIndexOfAny(chars).
func LastIndexOfAny(s string, chars []uint16) int {
	units := ToUtf16(s)
	for i := len(units) - 1; i >= 0; i-- {
		if hasUnit(chars, units[i]) {
			return i
		}
	}
	return -1
}

func hasUnit(set []uint16, u uint16) bool {
	for _, c := range set {
		if c == u {
			return true
		}
	}
	return false
}

// Replace is s.Replace(old, new), ordinal; old must not be empty.
func Replace(s, old, new string) string { return strings.ReplaceAll(s, old, new) }

// ReplaceWith is s.Replace(old, new, c); old must not be empty.
func ReplaceWith(s, old, new string, c Comparison) string {
	if c == Ordinal {
		return strings.ReplaceAll(s, old, new)
	}
	var out strings.Builder
	for {
		i, n := findWith(s, old, c)
		if i < 0 || n == 0 {
			break
		}
		out.WriteString(s[:i])
		out.WriteString(new)
		s = s[i+n:]
	}
	out.WriteString(s)
	return out.String()
}

// findWith is the byte offset and the length of the first part of s that equals needle.
func findWith(s, needle string, c Comparison) (offset, length int) {
	if c == OrdinalIgnoreCase || plainASCII(needle) && plainASCII(s) {
		if c.ignoreCase() {
			return indexFold(s, needle)
		}
		return strings.Index(s, needle), len(needle)
	}
	parts := clusters(needle, c.ignoreCase())
	list := clusters(s, c.ignoreCase())
	for i := 0; len(parts) > 0 && i+len(parts) <= len(list); i++ {
		if clustersAt(list, parts, i) {
			return list[i].start, list[i+len(parts)-1].end - list[i].start
		}
	}
	return -1, 0
}
