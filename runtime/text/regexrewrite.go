package text

import (
	"sort"
	"strconv"
)

// regexEdit replaces a part of the pattern for regexp2, which knows neither .NET's named blocks nor escaped surrogates.
type regexEdit struct {
	from, to int
	text     string
}

// edit replaces what was read since from.
func (s *regexScanner) edit(from int, text string) {
	if !s.listing {
		s.edits = append(s.edits, regexEdit{from, s.at, text})
	}
}

// rewritten is the pattern for regexp2, in which each UTF-16 unit is a character of its own.
func (s *regexScanner) rewritten() string {
	out := make([]byte, 0, len(s.pattern))
	from := 0
	for _, e := range s.edits {
		out = append(appendUnits(out, s.units[from:e.from]), e.text...)
		from = e.to
	}
	return string(appendUnits(out, s.units[from:]))
}

func appendUnits(out []byte, units []uint16) []byte {
	for _, u := range units {
		// The vertical tab is no white space in an expanded .NET pattern.
		if u >= 0xd800 && u < 0xe000 || u == '\v' {
			out = unicodeEscape(out, u)
		} else {
			out = appendRune(out, rune(u))
		}
	}
	return out
}

// unicodeEscape writes a unit as \uXXXX.
func unicodeEscape(out []byte, u uint16) []byte {
	hex := strconv.FormatUint(uint64(u), 16)
	return append(append(out, `\u0000`[:6-len(hex)]...), hex...)
}

// blockClass is a named block as a class, or as a part of the class around it.
func blockClass(block unitRange, negated, inClass bool) string {
	var out []byte
	part := func(low, high uint16) {
		out = unicodeEscape(append(unicodeEscape(out, low), '-'), high)
	}
	switch {
	case !inClass && negated:
		out = append(out, "[^"...)
		part(block.low, block.high)
		out = append(out, ']')
	case !inClass:
		out = append(out, '[')
		part(block.low, block.high)
		out = append(out, ']')
	case negated:
		if block.low > 0 {
			part(0, block.low-1)
		}
		if block.high < 0xffff {
			part(block.high+1, 0xffff)
		}
	default:
		part(block.low, block.high)
	}
	return string(out)
}

// groupList is the groups of the pattern in .NET's order: by number.
func (s *regexScanner) groupList() []regexGroup {
	list := make([]regexGroup, 0, len(s.groups.numbers))
	for n := range s.groups.numbers {
		list = append(list, regexGroup{number: n, name: strconv.Itoa(n)})
	}
	sort.Slice(list, func(i, j int) bool { return list[i].number < list[j].number })
	for name, n := range s.groups.names {
		i := sort.Search(len(list), func(i int) bool { return list[i].number >= n })
		list[i].name, list[i].named = name, true
	}
	return list
}
