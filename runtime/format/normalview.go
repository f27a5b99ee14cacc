package format

import (
	"strings"

	"rehearse/runtime/value"
)

// normalText is NormalView: message, position, category and id; nothing is wrapped (errors README, section 2).
func normalText(env value.Env, r *value.ErrorRecord, s *Settings) string {
	red := s.red()
	var b strings.Builder
	b.WriteString(red)
	if name := normalName(env, r.Invocation); name != "" {
		b.WriteString(name + " : " + red)
	}
	b.WriteString(r.Text())
	if r.Invocation != nil && !(r.Category == value.ParserError && r.Activity == "") { // the text of a parse error has its position
		if p := r.Invocation.Extent.PositionMessage(); p != "" {
			b.WriteString("\n" + p)
		}
	}
	b.WriteString("\n+ CategoryInfo          : " + r.CategoryText() + "\n+ FullyQualifiedErrorId : " + r.ID)
	return b.String()
}

func normalName(env value.Env, inv *value.InvocationInfo) string {
	if inv == nil {
		return ""
	}
	if inv.InvocationName != "" {
		return inv.InvocationName
	}
	return invokedCommand(env, inv)
}
