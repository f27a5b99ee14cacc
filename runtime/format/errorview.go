package format

import (
	"strings"

	"rehearse/runtime/value"
)

// ErrorText is an error record in the view that s names, without a final newline (errors README, sections 1 and 2).
func ErrorText(env value.Env, r *value.ErrorRecord, s Settings) string {
	text, _ := errorLines(env, r, &s)
	return strings.Join(text, s.newline())
}

// errorLines are the lines of an error record, and whether an empty line follows them when the record is output like any object.
func errorLines(env value.Env, r *value.ErrorRecord, s *Settings) (lines []string, blank bool) {
	var text string
	switch s.ErrorView {
	case CategoryView:
		text = s.red() + r.CategoryText()
	case NormalView:
		text = normalText(env, r, s)
	case DetailedView:
		lines = []string{""}
		for _, l := range detailedLines(env, value.Of(r), value.ToString) {
			lines = append(lines, wrap(l, s.columns())...)
		}
		return append(lines, "", ""), false
	default:
		c := concise{env: env, r: r, s: s, at: r.Position()}
		text = c.text()
		blank = c.at.File != ""
	}
	lines = strings.Split(text, "\n")
	if !s.Color {
		for i := range lines {
			lines[i] = stripEscapes(lines[i])
		}
		return lines, blank
	}
	return recolour(lines, s.style().Reset), blank
}

func (s *Settings) red() string {
	if s.Color {
		return s.style().Error
	}
	return ""
}

func (s *Settings) accent() string {
	if s.Color {
		return s.style().ErrorAccent
	}
	return ""
}

func (s *Settings) reset() string {
	if s.Color {
		return s.style().Reset
	}
	return ""
}

// invokedCommand is the name of the command that an invocation names, "" if it is none.
func invokedCommand(env value.Env, inv *value.InvocationInfo) string {
	if inv == nil || inv.Command.IsNull() {
		return ""
	}
	if name := property(env, inv.Command, "Name"); !name.IsNull() {
		return value.ToString(name)
	}
	return value.ToString(inv.Command)
}

// isExtendedError tells whether an error record is to be shown as Get-Error does.
func isExtendedError(v value.Value) bool {
	names := value.TypeNames(v)
	return len(names) > 0 && names[0] == extendedErrorType
}

const extendedErrorType = "System.Management.Automation.ErrorRecord#PSExtendedError"
