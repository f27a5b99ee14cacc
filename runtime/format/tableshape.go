package format

// tableShape is the head of a table: its columns, before widths are known.
type tableShape struct {
	columns    []column
	measured   bool // widths come from the rows, not from the columns
	autoSize   bool // all rows are waited for
	hideHeader bool
	wrap       bool
}

// column is one column of a table.
type column struct {
	label    string
	property string // the property name if that is the label
	width    int    // 0 if free
	align    Alignment
}

// wideShape is the head of wide output.
type wideShape struct {
	columns  int
	autoSize bool
}
