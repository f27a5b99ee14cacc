package tree

import (
	"unicode/utf16"
	"unicode/utf8"
)

// units converts byte offsets to offsets in UTF-16 units. It is nil for ASCII text.
type units []int32

func newUnits(text string) units {
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if ascii {
		return nil
	}
	u := make(units, len(text)+1)
	n := int32(0)
	for i, r := range text {
		for k := range utf8.RuneLen(r) {
			if i+k < len(u) {
				u[i+k] = n
			}
		}
		n += int32(utf16.RuneLen(r))
	}
	u[len(text)] = n
	return u
}

// at is the offset in units; behind the text bytes and units count alike.
func (u units) at(offset int32) int32 {
	switch {
	case u == nil:
		return offset
	case int(offset) >= len(u):
		return u[len(u)-1] + offset - int32(len(u)) + 1
	}
	return u[offset]
}
