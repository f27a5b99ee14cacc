package text

import "strings"

// SplitOptions is .NET's StringSplitOptions.
type SplitOptions int

// The values of StringSplitOptions.
const (
	RemoveEmptyEntries SplitOptions = 1
	TrimEntries        SplitOptions = 2
)

// NoLimit is the count for as many pieces as there are.
const NoLimit = int(^uint(0) >> 1)

// SplitString is s.Split(separator, count, options); an empty separator does not split.
func SplitString(s, separator string, count int, options SplitOptions) []string {
	if separator == "" {
		return splitPieces(s, count, options, func(string) (int, int) { return -1, 0 })
	}
	return splitPieces(s, count, options, func(rest string) (int, int) { return strings.Index(rest, separator), len(separator) })
}

// SplitStrings is s.Split(separators, count, options): at each place the first separator that fits. Without any it splits at white space.
func SplitStrings(s string, separators []string, count int, options SplitOptions) []string {
	var some []string
	for _, separator := range separators {
		if separator != "" {
			some = append(some, separator)
		}
	}
	switch {
	case len(separators) == 0:
		return SplitChars(s, nil, count, options)
	case len(some) == 1:
		return SplitString(s, some[0], count, options)
	}
	return splitPieces(s, count, options, func(rest string) (int, int) {
		for i := range len(rest) {
			for _, separator := range some {
				if strings.HasPrefix(rest[i:], separator) {
					return i, len(separator)
				}
			}
		}
		return -1, 0
	})
}

// SplitChars is s.Split(separators, count, options) for units; without any it splits at white space.
func SplitChars(s string, separators []uint16, count int, options SplitOptions) []string {
	if len(separators) == 0 {
		return splitPieces(s, count, options, func(rest string) (int, int) {
			for i, r := range rest {
				if IsWhiteSpace(r) {
					_, n := decodeRune(rest[i:])
					return i, n
				}
			}
			return -1, 0
		})
	}
	if set, ok := asciiSet(separators); ok {
		return splitPieces(s, count, options, func(rest string) (int, int) { return strings.IndexAny(rest, set), 1 })
	}
	return splitPieces(s, count, options, func(rest string) (int, int) {
		for i := 0; i < len(rest); {
			r, n := decodeRune(rest[i:])
			if r < 0x10000 && hasUnit(separators, uint16(r)) {
				return i, n
			}
			i += n
		}
		return -1, 0
	})
}

// splitPieces cuts s where find says, into at most count pieces; the last one holds the rest. Pieces that the options
// remove do not count.
func splitPieces(s string, count int, options SplitOptions, find func(rest string) (index, length int)) []string {
	if count == 0 {
		return nil
	}
	trim, remove := options&TrimEntries != 0, options&RemoveEmptyEntries != 0
	var pieces []string
	keep := func(piece string) {
		if trim {
			piece = Trim(piece)
		}
		if piece != "" || !remove {
			pieces = append(pieces, piece)
		}
	}
	for {
		if len(pieces) == count-1 {
			break
		}
		i, n := find(s)
		if i < 0 {
			break
		}
		keep(s[:i])
		s = s[i+n:]
	}
	if remove && len(pieces) == count-1 {
		// What would be removed before the rest is passed over.
		for {
			i, n := find(s)
			if i < 0 || i > 0 && !(trim && Trim(s[:i]) == "") {
				break
			}
			s = s[i+n:]
		}
	}
	keep(s)
	return pieces
}
