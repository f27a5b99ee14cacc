package file

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// Error is a fault in a tenant file.
type Error struct {
	// File is the name as given.
	File string
	// Line and Column count from 1, the column in bytes; 0 when the fault is the
	// file as a whole.
	Line, Column int
	// Message says what is wrong.
	Message string
	// Text is the offending line, without its end.
	Text string
	// Cure says how to mend it.
	Cure string
}

// Error gives "file:line:column: message", the line with a mark under the place,
// and the cure.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", e.Line, e.Column)
	}
	b.WriteString(": ")
	b.WriteString(e.Message)
	if e.Line > 0 {
		number := strconv.Itoa(e.Line)
		fmt.Fprintf(&b, "\n  %s | %s\n  %s | %s^", number, e.Text,
			strings.Repeat(" ", len(number)), strings.Repeat(" ", max(e.Column-1, 0)))
	}
	if e.Cure != "" {
		b.WriteString("\n  ")
		b.WriteString(e.Cure)
	}
	return b.String()
}

// source is the text of a file with the name it goes by.
type source struct {
	name string
	text []byte
}

// fault makes an error at a place.
func (s source) fault(at place, cure, format string, args ...any) *Error {
	return &Error{
		File: s.name, Line: at.line, Column: at.column, Cure: cure,
		Message: fmt.Sprintf(format, args...), Text: s.line(at.line),
	}
}

// line gives the text of a line, counted from 1, cut to a bearable length.
func (s source) line(number int) string {
	rest := s.text
	for i := 1; i < number; i++ {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			return ""
		}
		rest = rest[end+1:]
	}
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	if len(rest) > 200 {
		rest = rest[:200]
	}
	return strings.ToValidUTF8(strings.TrimRight(strings.ReplaceAll(string(rest), "\t", " "), "\r"), "?")
}
