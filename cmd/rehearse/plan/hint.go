package plan

import (
	"regexp"
	"strings"

	"rehearse/runtime/value"
)

// Hints say how to mend what scripts copied from documents often have wrong: a blank after a dash, placeholders left in.
func Hints(r *value.ErrorRecord) []string {
	line := ""
	if r.Invocation != nil && r.Invocation.Extent.Source != nil {
		n, _ := r.Invocation.Extent.Source.LineColumn(int(r.Invocation.Extent.Start))
		line = r.Invocation.Extent.Source.LineText(n)
	}
	var out []string
	if strings.HasPrefix(r.ID, "PositionalParameterNotFound") && strings.Contains(r.Text(), "'-'") {
		if i := strings.Index(line, " - "); i >= 0 {
			word, _, _ := strings.Cut(strings.TrimLeft(line[i+3:], " "), " ")
			out = append(out, "There is a blank after the dash: write -"+word+".")
		}
	}
	if m := placeholder.FindString(line); m != "" {
		out = append(out, "Put the real value in place of "+m+".")
	}
	return out
}

// placeholder is <user> and the like, left in from a document.
var placeholder = regexp.MustCompile(`<[a-zA-Z][a-zA-Z -]*>`)
