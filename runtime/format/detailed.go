package format

import (
	"strconv"

	"rehearse/runtime/value"
)

// Get-Error and DetailedView: the members of a record and everything in them, null and empty ones left out (errors README, section 2).

// detailedLines are the lines of a record, not yet wrapped.
func detailedLines(env value.Env, v value.Value, text func(value.Value) string) []string {
	r, ok := value.As[*value.ErrorRecord](v.Base())
	if !ok {
		return []string{text(v)}
	}
	d := details{env: env, text: text}
	d.members(d.record(r), 0, 0)
	return d.lines
}

// detailsDepth bounds how deep exceptions and records are followed into each other.
const detailsDepth = 10

type details struct {
	env   value.Env
	text  func(value.Value) string
	lines []string
	depth int
}

// member is one line "Name : …" with a text, a list of texts or members of its own.
type member struct {
	name    string
	text    string
	items   []string
	numbers bool // the items are no texts: they stand apart from the label
	members []member
	width   int  // of the labels of members, at least
	blank   bool // an empty line follows
}

// members writes the lines of ms; labels are padded to the longest and to width.
func (d *details) members(ms []member, indent, width int) {
	longest := width
	for _, m := range ms {
		longest = max(longest, len(m.name))
	}
	margin := blanks(indent)
	for _, m := range ms {
		head := margin + pad(m.name, longest, AlignLeft, true) + " : "
		switch {
		case m.members != nil:
			d.lines = append(d.lines, head)
			d.members(m.members, indent+4, m.width)
		case m.items != nil:
			d.lines = append(d.lines, head)
			column := len(head)
			if m.numbers {
				column = indent + 6
			}
			for _, s := range m.items {
				d.lines = append(d.lines, blanks(column)+s)
			}
		default:
			for i, s := range splitLines(m.text) {
				if i > 0 {
					head = blanks(len(head))
				}
				d.lines = append(d.lines, head+s)
			}
		}
		if m.blank {
			d.lines = append(d.lines, "")
		}
	}
}

// add appends a text member unless it is empty.
func add(ms []member, name, text string) []member {
	if text == "" {
		return ms
	}
	return append(ms, member{name: name, text: text})
}

func (d *details) record(r *value.ErrorRecord) []member {
	if d.depth++; d.depth > detailsDepth {
		return nil
	}
	defer func() { d.depth-- }()
	var ms []member
	if r.Exception != nil {
		ms = append(ms, member{name: "Exception", members: d.exception(r.Exception)})
	}
	ms = add(ms, "TargetObject", d.text(r.Target))
	ms = add(ms, "CategoryInfo", r.CategoryText())
	ms = add(ms, "FullyQualifiedErrorId", r.ID)
	ms = add(ms, "ErrorDetails", r.Message)
	if r.Invocation != nil {
		if inv := d.invocation(r.Invocation); inv != nil {
			ms = append(ms, member{name: "InvocationInfo", members: inv})
		}
	}
	ms = add(ms, "ScriptStackTrace", r.StackTrace)
	if items := d.items(property(d.env, value.Of(r), "PipelineIterationInfo")); items != nil {
		ms = append(ms, member{name: "PipelineIterationInfo", items: items, numbers: true})
	}
	return ms
}

func (d *details) exception(e *value.Exception) []member {
	if d.depth++; d.depth > detailsDepth {
		return nil
	}
	defer func() { d.depth-- }()
	ms := []member{{name: "Type", text: e.Type.FullName}}
	v := value.Of(e)
	seen := map[string]bool{"Type": true}
	width := 0
	if e.Invocation != nil {
		width = len("StackTrace") // which an exception that was really thrown has, and this one has not
	}
	value.EachProperty(d.env, v, func(p value.PropertyRef) bool {
		if seen[p.Name] {
			return true
		}
		seen[p.Name] = true
		x, err := p.Get(d.env)
		if err != nil || isNothing(x) {
			return true
		}
		if p.Name == "Data" && e.Invocation != nil && value.TypeOf(x).Name == "ListDictionaryInternal" {
			// What the language raises carries data of the engine itself, which is shown by its type.
			ms = append(ms, member{name: p.Name, text: value.TypeOf(x).FullName, blank: true})
			return true
		}
		ms = d.property(ms, p.Name, x, width)
		return true
	})
	if !seen["Message"] {
		ms = add(ms, "Message", e.Message)
		if e.Inner != nil {
			ms = append(ms, member{name: "InnerException", members: d.exception(e.Inner)})
		}
	}
	return ms
}

// isNothing tells whether a member is left out: null, false and zero are.
func isNothing(x value.Value) bool {
	switch b := x.Base(); b.Kind() {
	case value.Null, value.Bool, value.SByte, value.Byte, value.Int16, value.UInt16, value.Int32, value.UInt32, value.Int64, value.UInt64:
		return !value.Truth(b)
	}
	return false
}

func (d *details) property(ms []member, name string, x value.Value, width int) []member {
	switch o := x.Base().Object().(type) {
	case *value.ErrorRecord:
		if inner := d.record(o); inner != nil {
			return append(ms, member{name: name, members: inner})
		}
		return ms
	case *value.InvocationInfo:
		return append(ms, member{name: name, members: d.invocation(o)})
	case *value.Exception:
		if inner := d.exception(o); inner != nil {
			return append(ms, member{name: name, members: inner, width: width})
		}
		return ms
	case *value.Dictionary:
		if o.Len() == 0 {
			return ms
		}
	}
	if items := d.items(x); items != nil {
		return append(ms, member{name: name, items: items})
	}
	if isCollection(x) {
		return ms
	}
	return add(ms, name, d.text(x))
}

// items are the texts of a list's elements, nil if it is none or empty.
func (d *details) items(x value.Value) []string {
	l, ok := x.Base().Object().(value.List)
	if !ok {
		return nil
	}
	var items []string
	for i := 0; i < l.Len(); i++ {
		items = append(items, d.text(l.At(i)))
	}
	return items
}

func (d *details) invocation(inv *value.InvocationInfo) []member {
	var ms []member
	ms = add(ms, "MyCommand", invokedCommand(d.env, inv))
	p := inv.Extent.Position()
	if p.Line > 0 {
		ms = add(ms, "ScriptLineNumber", strconv.Itoa(p.Line))
		ms = add(ms, "OffsetInLine", strconv.Itoa(p.Column))
	}
	if inv.HistoryID != 0 {
		ms = add(ms, "HistoryId", strconv.FormatInt(inv.HistoryID, 10))
	}
	if p.Line > 0 {
		src := inv.Extent.Source
		ms = add(ms, "ScriptName", p.File)
		ms = add(ms, "Line", src.LineText(p.Line)+"\n")
		ms = add(ms, "Statement", src.Slice(int(inv.Extent.Start), int(inv.Extent.End)))
		ms = add(ms, "PositionMessage", inv.Extent.PositionMessage())
	}
	v := value.Of(inv)
	for _, name := range [...]string{"PSScriptRoot", "PSCommandPath"} {
		ms = add(ms, name, d.text(property(d.env, v, name)))
	}
	ms = add(ms, "InvocationName", inv.InvocationName)
	if inv.PipelineLength > 0 {
		ms = add(ms, "PipelineLength", strconv.Itoa(inv.PipelineLength))
		ms = add(ms, "PipelinePosition", strconv.Itoa(inv.PipelineIndex))
	}
	return append(ms, member{name: "CommandOrigin", text: "Internal"})
}
