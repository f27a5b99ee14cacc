package bind

import (
	"slices"
	"strings"

	"rehearse/runtime/value"
)

// Usage is the command's syntax, one line for each parameter set, the default set first (README section 18): `F [-Name] <string>
// [[-Count] <int>] [-Force] [<CommonParameters>]`. typeName names the types; TypeAccelerator is what Get-Command -Syntax uses.
func (s *Signature) Usage(typeName func(*value.Type) string) []string {
	if s.Prepare() != nil {
		return nil
	}
	lines := make([]string, len(s.sets))
	for i := range s.sets {
		lines[i] = s.usageOf(1<<i, typeName)
	}
	return lines
}

func (s *Signature) usageOf(set uint32, typeName func(*value.Type) string) string {
	var line strings.Builder
	line.WriteString(s.Command)
	line.WriteByte(' ')
	var parts []string
	for _, u := range s.usageOrder(set) {
		parts = append(parts, u.text(&s.Params[u.param], typeName))
	}
	if s.Advanced || s.Cmdlet {
		parts = append(parts, "[<CommonParameters>]")
		line.WriteString(strings.Join(parts, " "))
		return line.String()
	}
	for _, p := range parts {
		line.WriteString(p)
		line.WriteByte(' ')
	}
	return line.String()
}

// usage is one parameter of a syntax line.
type usage struct {
	param      int
	positional bool
	mandatory  bool
}

// usageOrder puts positional parameters first, by position, then mandatory named ones, then the rest as declared.
func (s *Signature) usageOrder(set uint32) []usage {
	var list, mandatory, rest []usage
	placed := make(map[int]bool)
	for i := range s.positions {
		for _, c := range s.positions[i].candidates {
			if c.sets&set != 0 {
				placed[int(c.param)] = true
				list = append(list, usage{int(c.param), true, s.facts[c.param].mandatory&set != 0})
			}
		}
	}
	for i := range s.Params {
		f := &s.facts[i]
		if placed[i] || f.sets&set == 0 || f.common != notCommon && f.common < commonWhatIf {
			continue
		}
		if f.mandatory&set != 0 {
			mandatory = append(mandatory, usage{i, false, true})
		} else {
			rest = append(rest, usage{i, false, false})
		}
	}
	if s.implicit {
		slices.SortStableFunc(rest, func(a, b usage) int { return s.switchOrder(a.param) - s.switchOrder(b.param) })
	}
	return slices.Concat(list, mandatory, rest)
}

// switchOrder puts declared switches behind the other declared parameters and before the common ones.
func (s *Signature) switchOrder(p int) int {
	switch {
	case s.facts[p].common != notCommon:
		return 2
	case s.facts[p].isSwitch:
		return 1
	}
	return 0
}

func (u usage) text(p *Parameter, typeName func(*value.Type) string) string {
	name := "-" + p.Name
	if p.Type == value.TypeSwitchParameter {
		if u.positional {
			name = "[" + name + "]"
		}
		if u.mandatory {
			return name
		}
		return "[" + name + "]"
	}
	if u.positional {
		name = "[" + name + "]"
	}
	t := p.Type
	if t == nil {
		t = value.TypeObject
	}
	name += " <" + typeName(t) + ">"
	if u.mandatory {
		return name
	}
	return "[" + name + "]"
}
