package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// UpperRune is .NET's ToUpperInvariant of one character: the simple mapping, which never turns a letter beyond ASCII into an ASCII one.
func UpperRune(r rune) rune {
	if r < utf8.RuneSelf {
		if r >= 'a' && r <= 'z' {
			r -= 0x20
		}
		return r
	}
	if u := unicode.ToUpper(r); u >= utf8.RuneSelf {
		return u
	}
	return r
}

// LowerRune is .NET's ToLowerInvariant of one character.
func LowerRune(r rune) rune {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 0x20
		}
		return r
	}
	if l := unicode.ToLower(r); l >= utf8.RuneSelf {
		return l
	}
	return r
}

// ToUpper is s.ToUpper(): one to one, so that ß stays.
func ToUpper(s string) string { return mapRunes(s, UpperRune) }

// ToLower is s.ToLower(); the dotted capital I becomes an i as in the culture en-US.
func ToLower(s string) string {
	return mapRunes(s, func(r rune) rune {
		if r == 'İ' {
			return 'i'
		}
		return LowerRune(r)
	})
}

// ToLowerInvariant is s.ToLowerInvariant().
func ToLowerInvariant(s string) string { return mapRunes(s, LowerRune) }

func mapRunes(s string, f func(rune) rune) string {
	for i := 0; i < len(s); {
		r, n := decodeRune(s[i:])
		if f(r) == r {
			i += n
			continue
		}
		out := make([]byte, i, len(s)+8)
		copy(out, s)
		for i < len(s) {
			r, n := decodeRune(s[i:])
			if m := f(r); m != r {
				out = utf8.AppendRune(out, m)
			} else {
				out = append(out, s[i:i+n]...)
			}
			i += n
		}
		return string(out)
	}
	return s
}

// EqualFold is Equals with OrdinalIgnoreCase.
func EqualFold(a, b string) bool {
	i := 0
	for ; i < len(a) && i < len(b); i++ {
		x, y := a[i], b[i]
		if x|y >= utf8.RuneSelf {
			return equalFoldRunes(a[i:], b[i:])
		}
		if x != y && (x|0x20 != y|0x20 || x|0x20 < 'a' || x|0x20 > 'z') {
			return false
		}
	}
	return len(a) == len(b)
}

func equalFoldRunes(a, b string) bool {
	for len(a) > 0 && len(b) > 0 {
		x, n := decodeRune(a)
		y, m := decodeRune(b)
		if x != y && UpperRune(x) != UpperRune(y) {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return len(a) == len(b)
}

// prefixFold is the length in bytes of the prefix of s that equals prefix with OrdinalIgnoreCase, or -1.
func prefixFold(s, prefix string) int {
	i, j := 0, 0
	for j < len(prefix) {
		if i >= len(s) {
			return -1
		}
		x, y := s[i], prefix[j]
		if x|y < utf8.RuneSelf {
			if x != y && (x|0x20 != y|0x20 || x|0x20 < 'a' || x|0x20 > 'z') {
				return -1
			}
			i++
			j++
			continue
		}
		r, n := decodeRune(s[i:])
		q, m := decodeRune(prefix[j:])
		if r != q && UpperRune(r) != UpperRune(q) {
			return -1
		}
		i += n
		j += m
	}
	return i
}

// letterRarity lists the small letters, the rarest in English first.
const letterRarity = "zqxjkvbpygfwmucldrhsnioate"

// rarest is the place of the character in the leading ASCII part of needle that texts hold least often, -1 if there is none.
func rarest(needle string) int {
	best, bestRank := -1, 0
	for i := 0; i < len(needle) && needle[i] < utf8.RuneSelf; i++ {
		rank := strings.IndexByte(letterRarity, needle[i]|0x20)
		if rank < 0 {
			rank = len(letterRarity) / 2 // digits and punctuation
		}
		if needle[i] == ' ' {
			rank = len(letterRarity)
		}
		if best < 0 || rank < bestRank {
			best, bestRank = i, rank
		}
	}
	return best
}

// indexFold is the byte index and length of the first part of s that equals needle with OrdinalIgnoreCase.
func indexFold(s, needle string) (index, length int) {
	if needle == "" {
		return 0, 0
	}
	place := rarest(needle)
	if place < 0 {
		return indexFoldRunes(s, needle)
	}
	lower, upper := needle[place], needle[place]
	if c := lower | 0x20; c >= 'a' && c <= 'z' {
		lower, upper = c, c-0x20
	}
	for from := 0; from+place < len(s); from++ {
		i := indexEither(s[from+place:], lower, upper)
		if i < 0 {
			break
		}
		from += i
		if n := prefixFold(s[from:], needle); n >= 0 {
			return from, n
		}
	}
	return -1, 0
}

// indexEither finds the first of two bytes. It looks for both in short stretches, so that a rare one does not cost the whole text.
func indexEither(s string, a, b byte) int {
	if a == b {
		return strings.IndexByte(s, a)
	}
	const stretch = 64
	for from := 0; from < len(s); from += stretch {
		part := s[from:min(from+stretch, len(s))]
		i, j := strings.IndexByte(part, a), strings.IndexByte(part, b)
		switch {
		case i >= 0 && (j < 0 || i < j):
			return from + i
		case j >= 0:
			return from + j
		}
	}
	return -1
}

func indexFoldRunes(s, needle string) (index, length int) {
	for i := 0; i < len(s); {
		if n := prefixFold(s[i:], needle); n >= 0 {
			return i, n
		}
		_, n := decodeRune(s[i:])
		i += n
	}
	return -1, 0
}
