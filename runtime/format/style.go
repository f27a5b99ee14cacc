package format

// Style is the part of $PSStyle that output uses: escape sequences, each possibly empty (archive psstyle-ansi).
type Style struct {
	Reset                  string
	FormatAccent           string // labels of lists
	TableHeader            string
	CustomTableHeaderLabel string // a header that is no property name
	ErrorAccent            string
	Error                  string
	Warning                string
	Verbose                string
	Debug                  string
	FeedbackName           string
	FeedbackText           string
	FeedbackAction         string
}

// DefaultStyle is $PSStyle as PowerShell starts.
var DefaultStyle = Style{
	Reset:                  "\x1b[0m",
	FormatAccent:           "\x1b[32;1m",
	TableHeader:            "\x1b[32;1m",
	CustomTableHeaderLabel: "\x1b[32;1;3m",
	ErrorAccent:            "\x1b[36;1m",
	Error:                  "\x1b[31;1m",
	Warning:                "\x1b[33;1m",
	Verbose:                "\x1b[33;1m",
	Debug:                  "\x1b[33;1m",
	FeedbackName:           "\x1b[33m",
	FeedbackText:           "\x1b[96m",
	FeedbackAction:         "\x1b[97m",
}
