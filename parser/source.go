package parser

import (
	"encoding/binary"
	"errors"
	"sort"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// Source is a script text with its name. The text is UTF-8 without a byte order mark, as Decode
// returns it.
type Source struct {
	Name string // path of the file; empty for text that comes from no file
	Text string

	once  sync.Once
	lines []int // offsets of the line starts
}

// NewSource makes a source; an empty name stands for text without a file.
func NewSource(name, text string) *Source { return &Source{Name: name, Text: text} }

// Position is a place in a source. Line and Column count from 1, Column in UTF-16 units.
type Position struct {
	Offset, Line, Column int
}

func (s *Source) table() []int {
	s.once.Do(func() {
		s.lines = append(s.lines, 0)
		for i := 0; i < len(s.Text); i++ {
			switch s.Text[i] {
			case '\r':
				if i+1 < len(s.Text) && s.Text[i+1] == '\n' {
					i++
				}
				fallthrough
			case '\n':
				s.lines = append(s.lines, i+1)
			}
		}
	})
	return s.lines
}

// Position finds the line and column of a byte offset. An offset behind the text counts columns
// of one unit behind its end.
func (s *Source) Position(offset int) Position {
	lines := s.table()
	n := sort.SearchInts(lines, offset+1) - 1
	start := lines[n]
	end := min(offset, len(s.Text))
	return Position{Offset: offset, Line: n + 1, Column: UTF16Len(s.Text[start:end]) + 1 + offset - end}
}

// Lines is the number of lines; a line end at the end of the text begins another, empty one.
func (s *Source) Lines() int { return len(s.table()) }

// Line is the text of a line, counted from 1, without its line end.
func (s *Source) Line(n int) string {
	lines := s.table()
	if n < 1 || n > len(lines) {
		return ""
	}
	end := len(s.Text)
	if n < len(lines) {
		end = lines[n]
	}
	return strings.TrimRight(s.Text[lines[n-1]:end], "\r\n")
}

// UTF16Len is the length of s in UTF-16 units, in which PowerShell counts.
func UTF16Len(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			n++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		n += utf16.RuneLen(r)
		i += size
	}
	return n
}

// ErrBinary is returned by Decode for input that is no text.
var ErrBinary = errors.New("the file holds binary data, not a script")

// Decode turns the bytes of a file into the text of a script. A byte order mark decides between
// UTF-8 and UTF-16; without one the text is UTF-8, and bytes that are not are read as Latin-1.
// Binary input gives ErrBinary.
func Decode(b []byte) (string, error) {
	switch {
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF:
		b = b[3:]
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		return decodeUTF16(b[2:], binary.LittleEndian)
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		return decodeUTF16(b[2:], binary.BigEndian)
	}
	for i, c := range b {
		// No text has these; a NUL is how archives, images and executables show early.
		if c == 0 || c < ' ' && i < 512 && !strings.ContainsRune("\a\b\t\n\v\f\r\x1a\x1b", rune(c)) {
			return "", ErrBinary
		}
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	var out strings.Builder
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			r = rune(b[0])
		}
		out.WriteRune(r)
		b = b[size:]
	}
	return out.String(), nil
}

func decodeUTF16(b []byte, order binary.ByteOrder) (string, error) {
	if len(b)%2 != 0 {
		return "", ErrBinary
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
		if units[i] == 0 {
			return "", ErrBinary
		}
	}
	return string(utf16.Decode(units)), nil
}
