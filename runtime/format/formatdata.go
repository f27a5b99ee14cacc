package format

import "rehearse/runtime/value"

// The objects that Format-* commands emit. To a script they are opaque: it can count, store and pass them on, and whatever
// displays them later shows what they were made of (formatting README, section 12; archive format-mistakes).

// FormatStartData begins the output of one Format-* command: which shape it has.
type FormatStartData struct {
	table *tableShape // nil unless the shape is a table
	wide  *wideShape  // nil unless the shape is wide
	shape shape
}

// GroupStartData begins a group of objects with the same key; without -GroupBy there is one group.
type GroupStartData struct {
	label    string // "   Key: value"
	labelled bool
	fromView bool // the view groups, not -GroupBy
}

// FormatEntryData is one object, laid out as far as that is possible without knowing the width: its texts.
type FormatEntryData struct {
	record    *value.ErrorRecord // of an error
	outOfBand bool               // stands by itself whatever surrounds it: text, an error, a foreign object in a view
	cells     []cell
	fields    []field
	lines     []indented
	text      string
	kind      entryKind
	wrap      bool // cells are wrapped, not cut
}

// GroupEndData ends a group.
type GroupEndData struct{}

// FormatEndData ends what FormatStartData began.
type FormatEndData struct{}

// shape is how a run of objects is laid out.
type shape uint8

const (
	tableOf shape = iota
	listOf
	wideOf
	customOf     // Format-Custom: an empty line after each object
	customViewOf // a custom view: none
)

// entryKind says which part of a FormatEntryData holds the object.
type entryKind uint8

const (
	rowEntry   entryKind = iota // cells
	listEntry                   // fields
	wideEntry                   // text
	linesEntry                  // lines
	textEntry                   // text as it is
	errorEntry                  // text, line by line
)

// cell is the text of one table cell. Alignment is a matter of its column; a script sees 0 here.
type cell struct {
	text  string
	align Alignment
}

// field is one line "label : text" of a list.
type field struct{ label, text string }

// indented is a line of a custom view.
type indented struct {
	indent int
	text   string
}

// TypeOf is the type a script sees.
func (*FormatStartData) TypeOf() *value.Type { return typeFormatStartData }

// TypeOf is the type a script sees.
func (*GroupStartData) TypeOf() *value.Type { return typeGroupStartData }

// TypeOf is the type a script sees.
func (*FormatEntryData) TypeOf() *value.Type { return typeFormatEntryData }

// TypeOf is the type a script sees.
func (*GroupEndData) TypeOf() *value.Type { return typeGroupEndData }

// TypeOf is the type a script sees.
func (*FormatEndData) TypeOf() *value.Type { return typeFormatEndData }

// IsFormatData tells whether a value is something that a Format-* command emitted.
func IsFormatData(v value.Value) bool {
	switch v.Object().(type) {
	case *FormatStartData, *GroupStartData, *FormatEntryData, *GroupEndData, *FormatEndData:
		return true
	}
	return false
}
