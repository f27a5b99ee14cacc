package format

import "rehearse/runtime/value"

// Alignment is where a text stands in its column.
type Alignment uint8

// The alignments; AlignDefault is left, or right for numbers (formatting README, section 3). The numbers are those a script sees.
const (
	AlignDefault Alignment = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Expand says what becomes of a collection that is passed as one object.
type Expand uint8

// The values of -Expand. EnumOnly, the default, shows the elements; CoreOnly the collection's own properties; Both both.
const (
	EnumOnly Expand = iota
	CoreOnly
	Both
)

// Order is the direction in which Sort-Object sorts by a key.
type Order uint8

// The orders; OrderDefault is that of the whole command.
const (
	OrderDefault Order = iota
	OrderAscending
	OrderDescending
)

// Property is one element of -Property: a name or wildcard, a script block, or a hashtable with more (formatting README, section 7).
type Property struct {
	Label        string // "" if none was given
	Name         string // property name or wildcard; "" if Block is set
	Block        value.Value
	Text         string // the block's own text, its label without a Label
	FormatString string
	Width        int // 0 if not given
	Align        Alignment
	Depth        int // of Format-Custom; 0 if not given
	Order        Order
	known        bool // the first object of a table has it
	// Get computes the value in a built-in view; nil in others.
	Get func(env value.Env, v value.Value) (value.Value, error)
}

// Options are the parameters that all Format-* cmdlets share.
type Options struct {
	Property     []Property // nil if -Property was not given
	GroupBy      *Property  // nil if -GroupBy was not given
	View         string
	ShowError    bool
	DisplayError bool
	Force        bool
	Expand       Expand
}

// TableOptions are the parameters of Format-Table.
type TableOptions struct {
	Options
	AutoSize         bool
	RepeatHeader     bool // of no effect where there are no pages, as here
	HideTableHeaders bool
	Wrap             bool
}

// ListOptions are the parameters of Format-List.
type ListOptions struct{ Options }

// WideOptions are the parameters of Format-Wide; Property has at most one element.
type WideOptions struct {
	Options
	AutoSize bool
	Column   int // 0 if not given
}

// CustomOptions are the parameters of Format-Custom.
type CustomOptions struct {
	Options
	Depth int // 0 is the default of 5
}
