package format

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// calculating is an Env in which the block of a calculated property ends at its first error, which is remembered but not shown.
type calculating interface {
	Calculate(block value.Value, with value.BlockInput) ([]value.Value, error)
}

// evaluate is the value of a property or calculated property of v, and whether v has it.
func (x *Shaper) evaluate(p *Property, v value.Value) (value.Value, bool, error) {
	switch {
	case p.Get != nil:
		r, err := p.Get(x.env, v)
		return r, true, err
	case !p.Block.IsNull():
		if x.env == nil {
			return value.NullValue, true, nil
		}
		call := x.env.CallBlock
		if c, ok := x.env.(calculating); ok {
			call = c.Calculate
		}
		out, err := call(p.Block, value.BlockInput{Under: v})
		if err != nil {
			return value.NullValue, true, err
		}
		return value.Unroll(out), true, nil
	}
	if isDictionary(v) {
		return value.NullValue, false, nil
	}
	return value.GetProperty(x.env, v, p.Name)
}

// valueText is the text of a property's value: formatted if it has a format string, empty or #ERR if its expression failed.
func (x *Shaper) valueText(p *Property, r value.Value, err error, plain func(value.Value) string) string {
	if err != nil {
		if x.opts.ShowError {
			x.failed = append(x.failed, p.expression())
		}
		if x.opts.DisplayError {
			return "#ERR"
		}
		return ""
	}
	if p.FormatString == "" {
		return plain(r)
	}
	composite := p.FormatString
	if !strings.ContainsRune(composite, '{') {
		if r.IsNull() {
			return ""
		}
		composite = "{0:" + composite + "}"
	}
	s, err := x.format(composite, r)
	if err != nil {
		if x.opts.DisplayError {
			return "#FMTERR"
		}
		return plain(r)
	}
	return s
}

func (x *Shaper) format(composite string, v value.Value) (string, error) {
	if x.s.Formatter != nil {
		return x.s.Formatter(composite, v)
	}
	return value.Format(x.env, composite, []value.Value{v})
}

// expression is the property as -ShowError names it.
func (p *Property) expression() string {
	if p.Name != "" {
		return p.Name
	}
	return p.Text
}

// label is the property's label where the object spells its name so.
func (p *Property) label(name string) string {
	switch {
	case p.Label != "":
		return p.Label
	case p.Name != "":
		return name
	}
	return p.Text
}

// resolve replaces wildcards and property sets by the names they stand for in v, and gives names v's own spelling.
func (x *Shaper) resolve(props []Property, v value.Value) []Property {
	out := make([]Property, 0, len(props))
	var names []string
	for _, p := range props {
		if p.Name == "" || p.Get != nil {
			out = append(out, p)
			continue
		}
		if set, ok := propertySet(x.env, v, p.Name); ok {
			for _, n := range set {
				q := p
				q.Name = n
				out = append(out, q)
			}
			continue
		}
		if !text.ContainsWildcard(p.Name) {
			p.Name, _ = realName(x.env, v, p.Name)
			out = append(out, p)
			continue
		}
		if names == nil {
			names = propertyNames(x.env, v)
		}
		pattern, err := text.CompileWildcard(p.Name, true)
		if err != nil {
			continue
		}
		for _, n := range names {
			if pattern.Match(n) {
				p.Name = n
				out = append(out, p)
			}
		}
	}
	return out
}
