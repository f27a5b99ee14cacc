package text

import (
	"strings"
	"sync"
)

// subject is a text that is searched. Positions are UTF-16 units, which in an ASCII text are its bytes.
type subject struct {
	text  string
	ascii bool
	runes []rune // the units, once regexp2 has needed them

	last  found // what the direct tier found last
	slots []int // where it notes captures
}

func newSubject(text string) subject { return subject{text: text, ascii: IsASCII(text)} }

// units is the text as regexp2 reads it: each unit a rune of its own, so that it counts and matches as .NET does.
func (s *subject) units() []rune {
	if s.runes != nil {
		return s.runes
	}
	runes := (*runeBuffers.Get().(*[]rune))[:0]
	if s.ascii {
		for i := 0; i < len(s.text); i++ {
			runes = append(runes, rune(s.text[i]))
		}
	} else {
		for _, u := range ToUtf16(s.text) {
			runes = append(runes, rune(u))
		}
	}
	s.runes = runes
	return runes
}

// runeBuffers keeps buffers for the units of texts between searches.
var runeBuffers = sync.Pool{New: func() any { return new([]rune) }}

// maxRuneBuffer is the largest buffer that is kept.
const maxRuneBuffer = 1 << 16

// release ends the use of s.
func (s *subject) release() {
	if s.runes != nil && cap(s.runes) <= maxRuneBuffer {
		runes := s.runes
		s.runes = nil
		runeBuffers.Put(&runes)
	}
}

// slotsFor are places for the beginning and the end of so many captures and of the whole, none of them set.
func (s *subject) slotsFor(captures int) []int {
	if captures == 0 {
		return nil
	}
	if s.slots == nil {
		s.slots = make([]int, 2*captures+2)
	}
	for i := range s.slots {
		s.slots[i] = -1
	}
	return s.slots
}

func (s *subject) length() int {
	switch {
	case s.ascii:
		return len(s.text)
	case s.runes != nil:
		return len(s.runes)
	}
	return Utf16Len(s.text)
}

// slice is the text of so many units from index on.
func (s *subject) slice(index, length int) string {
	if s.ascii {
		return s.text[index : index+length]
	}
	if s.runes == nil {
		return Utf16Slice(s.text, index, length)
	}
	out := make([]byte, 0, length)
	for _, r := range s.runes[index : index+length] {
		out = appendRune(out, r)
	}
	return string(out)
}

// requiredText is a literal that every match holds; a text without it needs no search.
type requiredText struct {
	text       string
	ignoreCase bool
}

func newRequiredText(plan *regexPlan) requiredText {
	ignoreCase := plan.ignoreCase || plan.mixedCase
	for _, u := range plan.required {
		if u >= 0x80 && ignoreCase {
			return requiredText{}
		}
	}
	return requiredText{FromUtf16(plan.required), ignoreCase}
}

// excludes reports that s surely holds no match.
func (f *requiredText) excludes(s *subject) bool {
	if f.text == "" {
		return false
	}
	if !f.ignoreCase {
		return !strings.Contains(s.text, f.text)
	}
	if !s.ascii {
		return false
	}
	i, _ := indexFold(s.text, f.text)
	return i < 0
}
