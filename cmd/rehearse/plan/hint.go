package plan

import (
	"regexp"
	"strings"

	"rehearse/cmd/rehearse/lint"
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// Hints say how to mend an error: the cure of the service's rule, the name that was meant, and what scripts copied from documents often
// have wrong, such as a blank after a dash or placeholders left in.
func Hints(r *value.ErrorRecord, e *runtime.Engine) []string {
	var out []string
	if r.Cure != "" {
		out = append(out, r.Cure)
	}
	line := lineOf(r)
	id, _, _ := strings.Cut(r.ID, ",")
	switch id {
	case "PositionalParameterNotFound":
		if i := strings.Index(line, " - "); i >= 0 && strings.Contains(r.Text(), "'-'") {
			word, _, _ := strings.Cut(strings.TrimLeft(line[i+3:], " "), " ")
			out = append(out, "There is a blank after the dash: write -"+word+".")
		}
	case "CommandNotFoundException":
		if near := lint.Nearest(r.TargetName, e.CommandNames()); near != "" {
			out = append(out, "Did you mean "+near+"?")
		}
	case "NamedParameterNotFound":
		_, rest, _ := strings.Cut(r.Text(), "'")
		name, _, _ := strings.Cut(rest, "'")
		if s, ok := e.SignatureOf(r.Activity); ok && s != nil {
			if near := s.Suggest(name); len(near) > 0 {
				out = append(out, "Did you mean -"+near[0]+"?")
			}
		}
	}
	if m := placeholder.FindString(line); m != "" {
		out = append(out, "Put the real value in place of "+m+".")
	}
	return out
}

// lineOf is the line of the script at which the error stands.
func lineOf(r *value.ErrorRecord) string {
	if r.Invocation == nil || r.Invocation.Extent.Source == nil {
		return ""
	}
	n, _ := r.Invocation.Extent.Source.LineColumn(int(r.Invocation.Extent.Start))
	return r.Invocation.Extent.Source.LineText(n)
}

// placeholder is <user> and the like, left in from a document.
var placeholder = regexp.MustCompile(`<[a-zA-Z][a-zA-Z -]*>`)
