package text

import (
	"strings"
	"unicode"
)

// cluster is a character with its marks, as culture-sensitive searches compare it.
type cluster struct {
	start, end int // bytes of the source
	key        string
}

// plainASCII reports whether culture order treats s byte by byte: ASCII without characters that it ignores.
func plainASCII(s string) bool {
	weights := asciiWeights()
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || weights[s[i]] == 0 {
			return false
		}
	}
	return true
}

// clusters cuts s into characters with their marks and leaves out what culture order ignores.
func clusters(s string, ignoreCase bool) []cluster {
	c := collators.Get().(*collator)
	defer collators.Put(c)
	var list []cluster
	for start := 0; start < len(s); {
		_, n := decodeRune(s[start:])
		end := start + n
		for end < len(s) {
			r, n := decodeRune(s[end:])
			if !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Cf, r) {
				break
			}
			end += n
		}
		c.buffer.Reset()
		part := asciiDigits(s[start:end])
		coll := c.cased
		if ignoreCase {
			coll = c.caseless
			if hasWidthOrKana(part) {
				coll, part = c.cased, ToLower(part)
			}
		}
		key := string(coll.KeyFromString(&c.buffer, part))
		if strings.Trim(key, "\x00") != "" {
			list = append(list, cluster{start, end, key})
		}
		start = end
	}
	return list
}

func clustersAt(list, needle []cluster, at int) bool {
	for i := range needle {
		if list[at+i].key != needle[i].key {
			return false
		}
	}
	return true
}

// StartsWith is s.StartsWith(prefix) in culture order.
func StartsWith(s, prefix string, ignoreCase bool) bool {
	if prefix == "" {
		return true
	}
	if plainASCII(prefix) {
		n := len(prefix)
		if !ignoreCase && strings.HasPrefix(s, prefix) {
			if n == len(s) || s[n] < 0x80 {
				return true
			}
		} else if ignoreCase && len(s) >= n && IsASCII(s[:n]) && EqualFold(s[:n], prefix) {
			if n == len(s) || s[n] < 0x80 {
				return true
			}
		} else if plainASCII(s[:min(n+1, len(s))]) {
			return false
		}
	}
	list, needle := clusters(s, ignoreCase), clusters(prefix, ignoreCase)
	return len(list) >= len(needle) && clustersAt(list, needle, 0)
}

// EndsWith is s.EndsWith(suffix) in culture order.
func EndsWith(s, suffix string, ignoreCase bool) bool {
	if suffix == "" {
		return true
	}
	if plainASCII(suffix) && plainASCII(s) {
		return len(s) >= len(suffix) && equalASCII(s[len(s)-len(suffix):], suffix, ignoreCase)
	}
	list, needle := clusters(s, ignoreCase), clusters(suffix, ignoreCase)
	return len(list) >= len(needle) && clustersAt(list, needle, len(list)-len(needle))
}

func equalASCII(a, b string, ignoreCase bool) bool {
	if ignoreCase {
		return EqualFold(a, b)
	}
	return a == b
}

// cultureIndex is the byte offset of needle in s in culture order, or -1.
func cultureIndex(s, needle string, ignoreCase bool) int {
	if plainASCII(needle) && plainASCII(s) {
		return ordinalIndex(s, needle, ignoreCase)
	}
	parts := clusters(needle, ignoreCase)
	if len(parts) == 0 {
		return 0
	}
	list := clusters(s, ignoreCase)
	for i := 0; i+len(parts) <= len(list); i++ {
		if clustersAt(list, parts, i) {
			return list[i].start
		}
	}
	return -1
}

// cultureLastIndex is the byte offset of the last needle in s in culture order, or -1.
func cultureLastIndex(s, needle string, ignoreCase bool) int {
	if plainASCII(needle) && plainASCII(s) {
		return ordinalLastIndex(s, needle, ignoreCase)
	}
	parts := clusters(needle, ignoreCase)
	if len(parts) == 0 {
		return len(s)
	}
	list := clusters(s, ignoreCase)
	for i := len(list) - len(parts); i >= 0; i-- {
		if clustersAt(list, parts, i) {
			return list[i].start
		}
	}
	return -1
}
