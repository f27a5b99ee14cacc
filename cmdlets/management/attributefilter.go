package management

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// attributeFilter is -Attributes: alternatives by comma, each of attributes by plus, with ! for those that must not be there.
type attributeFilter [][]attributeTerm

type attributeTerm struct {
	not, dir bool
	bit      host.Attributes
	other    bool // an attribute that no file here has
}

func newAttributeFilter(c *runtime.Call) (attributeFilter, error) {
	if !c.Bound(childAttributes) {
		return nil, nil
	}
	var f attributeFilter
	for _, part := range strings.Split(c.String(childAttributes), ",") {
		var all []attributeTerm
		for _, name := range strings.Split(part, "+") {
			t, err := newAttributeTerm(strings.TrimSpace(name))
			if err != nil {
				return nil, err
			}
			all = append(all, t)
		}
		f = append(f, all)
	}
	return f, nil
}

func newAttributeTerm(name string) (t attributeTerm, err error) {
	if strings.HasPrefix(name, "!") {
		t.not, name = true, strings.TrimSpace(name[1:])
	}
	for _, a := range [...]struct {
		names string
		term  attributeTerm
	}{
		{"Directory D", attributeTerm{dir: true}}, {"Hidden H", attributeTerm{bit: host.Hidden}}, {"ReadOnly R", attributeTerm{bit: host.ReadOnly}},
		{"System S", attributeTerm{bit: host.System}}, {"Archive A", attributeTerm{bit: host.Archive}}, {"Normal", attributeTerm{}},
		{"Device Temporary SparseFile ReparsePoint Compressed C Offline NotContentIndexed Encrypted E IntegrityStream NoScrubData", attributeTerm{other: true}},
	} {
		for _, n := range strings.Fields(a.names) {
			if value.EqualFold(n, name) {
				a.term.not = t.not
				return a.term, nil
			}
		}
	}
	return t, value.Throw(value.ParameterBindingException, "CannotConvertArgumentNoMessage",
		"Cannot bind parameter 'Attributes'. Cannot convert value \""+name+"\" to type \"System.IO.FileAttributes\". Error: \"Unable to match the identifier name "+name+
			" to a valid enumerator name. Specify one of the following enumerator names and try again: None, ReadOnly, Hidden, System, Directory, Archive, Device, Normal, Temporary, SparseFile, ReparsePoint, Compressed, Offline, NotContentIndexed, Encrypted, IntegrityStream, NoScrubData\"").With(value.InvalidArgument, value.NullValue)
}

func (t attributeTerm) holds(i host.Info) bool {
	switch {
	case t.other:
		return t.not
	case t.dir:
		return i.Dir != t.not
	case t.bit == 0:
		return (!i.Dir && i.Attributes == 0) != t.not
	}
	return (i.Attributes&t.bit != 0) != t.not
}

// lets tells whether an entry has the attributes of one of the alternatives.
func (f attributeFilter) lets(i host.Info) bool {
	if f == nil {
		return true
	}
	for _, all := range f {
		good := true
		for _, t := range all {
			good = good && t.holds(i)
		}
		if good {
			return true
		}
	}
	return false
}

// names tells whether the filter asks for an attribute.
func (f attributeFilter) names(bit host.Attributes) bool {
	for _, all := range f {
		for _, t := range all {
			if t.bit == bit && !t.not {
				return true
			}
		}
	}
	return false
}
