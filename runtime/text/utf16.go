package text

import (
	"unicode/utf16"
	"unicode/utf8"
)

// IsASCII reports whether s is plain ASCII, so that bytes, runes and UTF-16 units are the same.
func IsASCII(s string) bool {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7])&0x80 != 0 {
			return false
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodeRune is utf8.DecodeRuneInString that also reads the three bytes of a lone surrogate.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xed && s[1]&0xe0 == 0xa0 && s[2]&0xc0 == 0x80 {
		return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}

// appendRune is utf8.AppendRune that also writes lone surrogates. A low surrogate after a high one joins it.
func appendRune(out []byte, r rune) []byte {
	if !utf16.IsSurrogate(r) {
		return utf8.AppendRune(out, r)
	}
	if r >= 0xdc00 && len(out) >= 3 {
		if high, n := decodeRune(string(out[len(out)-3:])); n == 3 && high >= 0xd800 && high < 0xdc00 {
			return utf8.AppendRune(out[:len(out)-3], utf16.DecodeRune(high, r))
		}
	}
	return append(out, 0xed, 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
}

// Utf16Len is the length that .NET gives for s.
func Utf16Len(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		// Every unit or pair starts with one byte that is no continuation; a pair's first byte is F0 or above.
		if b := s[i]; b&0xc0 != 0x80 {
			n++
			if b >= 0xf0 {
				n++
			}
		}
	}
	return n
}

// Utf16At is the unit at index i, which must be in the string.
func Utf16At(s string, i int) uint16 {
	if i < len(s) && IsASCII(s[:i+1]) {
		return uint16(s[i])
	}
	for len(s) > 0 {
		r, n := decodeRune(s)
		if r >= 0x10000 {
			if i < 2 {
				high, low := utf16.EncodeRune(r)
				return uint16([2]rune{high, low}[i])
			}
			i--
		} else if i == 0 {
			return uint16(r)
		}
		i--
		s = s[n:]
	}
	return 0
}

// Utf16Slice is s.Substring(start, length); both must lie in the string. A pair that is cut leaves a lone surrogate.
func Utf16Slice(s string, start, length int) string {
	if start+length <= len(s) && IsASCII(s[:start+length]) {
		return s[start : start+length]
	}
	from, split := utf16Offset(s, start)
	to, splitEnd := utf16Offset(s[from:], length+split)
	to += from
	if split == 0 && splitEnd == 0 {
		return s[from:to]
	}
	units := ToUtf16(s[from:min(to+4*splitEnd, len(s))])
	return FromUtf16(units[min(split, len(units)):min(split+length, len(units))])
}

// utf16Offset is the byte offset of unit i and 1 if i is the second unit of the pair that begins there.
func utf16Offset(s string, i int) (offset, split int) {
	for offset < len(s) && i > 0 {
		b := s[offset]
		size := 1
		switch {
		case b >= 0xf0:
			if i == 1 {
				return offset, 1
			}
			i--
			size = 4
		case b >= 0xe0:
			size = 3
		case b >= 0xc0:
			size = 2
		}
		i--
		offset += size
	}
	return min(offset, len(s)), 0
}

// ToUtf16 is the units of s.
func ToUtf16(s string) []uint16 {
	units := make([]uint16, 0, len(s))
	for len(s) > 0 {
		r, n := decodeRune(s)
		if r >= 0x10000 {
			high, low := utf16.EncodeRune(r)
			units = append(units, uint16(high), uint16(low))
		} else {
			units = append(units, uint16(r))
		}
		s = s[n:]
	}
	return units
}

// FromUtf16 is the string of units; lone surrogates are kept.
func FromUtf16(units []uint16) string {
	out := make([]byte, 0, len(units))
	for i := 0; i < len(units); i++ {
		u := rune(units[i])
		if u >= 0xd800 && u < 0xdc00 && i+1 < len(units) {
			if r := utf16.DecodeRune(u, rune(units[i+1])); r != utf8.RuneError {
				out = utf8.AppendRune(out, r)
				i++
				continue
			}
		}
		out = appendRune(out, u)
	}
	return string(out)
}

// CharString is the string of one unit.
func CharString(c uint16) string {
	var space [4]byte
	return string(appendRune(space[:0], rune(c)))
}

// Concat joins two strings; a lone high surrogate at the end of the first becomes a pair with a low one that follows.
func Concat(a, b string) string {
	if len(a) >= 3 && len(b) >= 3 && a[len(a)-3] == 0xed && b[0] == 0xed {
		return FromUtf16(append(ToUtf16(a), ToUtf16(b)...))
	}
	return a + b
}
