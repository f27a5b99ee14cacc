// Package format turns objects into text: tables, lists, wide and custom views, the default display, and error views.
//
// Objects go through two stages, as in PowerShell. A shaper decides how objects look and makes format objects of them (FormatStartData,
// FormatEntryData …); a Writer lays format objects out as lines. Format-Table and its kin are a shaper alone, Out-String and the host
// are a Writer, which shapes by itself what is not shaped yet. The rules are those of oracle/formatting/README.md.
package format

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Settings say where text goes and how it looks there. The zero Settings write to a redirected host of 80 columns without colour.
type Settings struct {
	// Columns is the width of the console, at which errors wrap; 0 is 80 (errors README, section 1.2).
	Columns int
	// Width is the number of columns of tables and wide output; 0 is Columns less one, as on the host.
	Width int
	// LineWidth is where lists, custom views and group labels wrap; 0 is Width, Unlimited is never.
	LineWidth int
	// EnumerationLimit is $FormatEnumerationLimit when the output began.
	EnumerationLimit Limit
	// Color keeps escape sequences and adds those of Style; without it they are removed from what is laid out.
	Color bool
	// Style holds the escape sequences used if Color is set; nil is DefaultStyle.
	Style *Style
	// Newline separates the lines of a text that has several, "\n" if empty.
	Newline string
	// ErrorView is how error records look.
	ErrorView ErrorView
	// KeepEscapes leaves the escape sequences of plain strings alone even without Color, as files and Out-String do (section 14).
	KeepEscapes bool
	// Culture is how numbers are written in tables; nil is en-US.
	Culture *text.Culture
	// Views are the session's own views; nil for none but the built-in ones.
	Views *Views
	// Commands tells whether a command of that name exists now, for the header of errors; nil knows none.
	Commands func(name string) bool
	// Position is where the statement stands that writes, for errors of the layout itself; nil is nowhere.
	Position func() *value.InvocationInfo
	// Divert is asked about every error record before it is written; true means that it was shown elsewhere, as one is that came through
	// 2>&1 and is displayed on standard error after all (errors README, section 2). Nil diverts none.
	Divert func(r *value.ErrorRecord) (bool, error)
	// Formatter formats one value by a composite format such as "{0:N2} kr", in the current culture; nil is
	// value.Format.
	Formatter func(composite string, v value.Value) (string, error)
	// Stringer is the text of an object in the current culture; nil is value.ToString.
	Stringer func(v value.Value) string

	host bool // the text goes to the host, which labels the records of message streams
}

// Unlimited is a LineWidth at which nothing wraps.
const Unlimited = -1

// Limit is a $FormatEnumerationLimit. The zero Limit is the default of four elements.
type Limit struct {
	n   int
	set bool
}

// LimitOf is the limit that the value of the variable $FormatEnumerationLimit stands for: what is not an [int] counts as 4, a
// negative number is no limit (formatting README, section 6).
func LimitOf(v value.Value) Limit {
	if v.Base().IsInt32() {
		return Limit{int(v.Base().Int32()), true}
	}
	return Limit{}
}

// count is how many elements are shown, -1 for all.
func (l Limit) count() int {
	switch {
	case !l.set:
		return 4
	case l.n < 0:
		return -1
	}
	return l.n
}

// ErrorView is a value of $ErrorView.
type ErrorView uint8

// The error views. ConciseView is the default and so the zero value, unlike in the enumeration a script sees.
const (
	ConciseView ErrorView = iota
	NormalView
	CategoryView
	DetailedView
)

// ForHost are the settings of the host's own output on a console of so many columns: it is laid out for one column less, since
// a full last column would wrap on some terminals (formatting README, introduction).
func (s Settings) ForHost(columns int) Settings {
	s.Columns, s.Width, s.LineWidth, s.host = columns, columns-1, columns-1, true
	return s
}

// ForString are the settings of Out-String and Out-File. Width is the -Width parameter, 0 if it was not given: then tables use
// 120 columns and lists do not wrap (formatting README, introduction).
func (s Settings) ForString(width int) Settings {
	if width > 0 {
		s.Width, s.LineWidth = width, width
	} else {
		s.Width, s.LineWidth = 120, Unlimited
	}
	s.KeepEscapes, s.host, s.Divert = true, false, nil
	return s
}

func (s *Settings) columns() int {
	if s.Columns <= 0 {
		return 80
	}
	return s.Columns
}

func (s *Settings) width() int {
	if s.Width <= 0 {
		return s.columns() - 1
	}
	return s.Width
}

// lineWidth is where lists wrap; a very large number for Unlimited.
func (s *Settings) lineWidth() int {
	switch {
	case s.LineWidth < 0:
		return 1 << 30
	case s.LineWidth == 0:
		return s.width()
	}
	return s.LineWidth
}

func (s *Settings) newline() string {
	if s.Newline == "" {
		return "\n"
	}
	return s.Newline
}

func (s *Settings) style() *Style {
	if s.Style == nil {
		return &DefaultStyle
	}
	return s.Style
}
