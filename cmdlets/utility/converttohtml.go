package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	htmlInput = iota
	htmlProperty
	htmlBody
	htmlHead
	htmlTitle
	htmlAs
	htmlCSS
	htmlPost
	htmlPre
	htmlFragment
	htmlMeta
	htmlCharset
	htmlTransitional
)

var convertToHTML = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-Html", TypeName: "Microsoft.PowerShell.Commands.ConvertToHtmlCommand", Cmdlet: true, DefaultSet: "Page",
		Params: []bind.Parameter{
			htmlInput:        {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			htmlProperty:     {Name: "Property", Type: value.TypeObjectArray, Sets: at(0)},
			htmlBody:         {Name: "Body", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Page", Position: 3}}},
			htmlHead:         {Name: "Head", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Page", Position: 1}}},
			htmlTitle:        {Name: "Title", Type: value.TypeString, Validate: notEmpty, Default: value.OfString("HTML TABLE"), Sets: []bind.Membership{{Set: "Page", Position: 2}}},
			htmlAs:           {Name: "As", Type: value.TypeString, Validate: []bind.Validator{oneOf("Table", "List")}, Default: value.OfString("Table"), Sets: anywhere()},
			htmlCSS:          {Name: "CssUri", Aliases: []string{"cu", "uri"}, Type: value.TypeString, Validate: notEmpty, Sets: []bind.Membership{{Set: "Page", Position: bind.NoPosition}}},
			htmlPost:         {Name: "PostContent", Type: value.TypeStringArray, Validate: notEmpty, Sets: anywhere()},
			htmlPre:          {Name: "PreContent", Type: value.TypeStringArray, Validate: notEmpty, Sets: anywhere()},
			htmlFragment:     {Name: "Fragment", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "Fragment", Position: bind.NoPosition}}},
			htmlMeta:         {Name: "Meta", Type: value.TypeHashtable, Validate: notEmpty, Sets: []bind.Membership{{Set: "Page", Position: bind.NoPosition}}},
			htmlCharset:      {Name: "Charset", Type: value.TypeString, Validate: notEmpty, Sets: []bind.Membership{{Set: "Page", Position: bind.NoPosition}}},
			htmlTransitional: {Name: "Transitional", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "Page", Position: bind.NoPosition}}},
		}},
	Module: module, Outputs: []string{"System.String"}, Synopsis: "Writes objects as an HTML table.",
	New: func() runtime.Command { return &htmlPage{} },
}

// htmlPage writes a page or a fragment line by line; the first object fixes the columns.
type htmlPage struct {
	columns []htmlColumn
	begun   bool // the columns are fixed
	list    bool
}

// Begin writes what stands before the rows.
func (h *htmlPage) Begin(c *runtime.Call) (err error) {
	if h.columns, err = htmlColumns(c); err != nil {
		return err
	}
	h.list = value.EqualFold(c.String(htmlAs), "List")
	var lines []string
	if !c.Switch(htmlFragment) {
		if lines, err = h.top(c); err != nil {
			return err
		}
	}
	lines = append(append(lines, c.Strings(htmlPre)...), "<table>")
	return writeLines(c, lines...)
}

func writeLines(c *runtime.Call, lines ...string) error {
	for _, l := range lines {
		if err := c.Write(value.OfString(l)); err != nil {
			return err
		}
	}
	return nil
}

// top is a page up to its table.
func (h *htmlPage) top(c *runtime.Call) ([]string, error) {
	kind, file := "Strict", "strict"
	if c.Switch(htmlTransitional) {
		kind, file = "Transitional", "transitional"
	}
	lines := []string{
		`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 ` + kind + `//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-` + file + `.dtd">`,
		`<html xmlns="http://www.w3.org/1999/xhtml">`, "<head>"}
	if s := c.String(htmlCharset); s != "" {
		lines = append(lines, `<meta charset="`+s+`">`)
	}
	meta, err := metaLines(c)
	if err != nil {
		return nil, err
	}
	lines = append(lines, meta...)
	if c.Bound(htmlHead) {
		lines = append(lines, c.Strings(htmlHead)...)
	} else {
		lines = append(lines, "<title>"+c.String(htmlTitle)+"</title>")
	}
	if s := c.String(htmlCSS); s != "" {
		lines = append(lines, `<link rel="stylesheet" type="text/css" href="`+s+`" />`)
	}
	lines = append(lines, "</head><body>")
	return append(lines, c.Strings(htmlBody)...), nil
}

// metaLines are the lines of -Meta, with a warning for names that browsers do not know.
func metaLines(c *runtime.Call) ([]string, error) {
	d, ok := value.As[*value.Dictionary](c.Value(htmlMeta).Base())
	if !ok {
		return nil, nil
	}
	var lines []string
	for k, v := range d.All {
		name, content := value.ToString(k), value.ToString(v)
		attribute := "name"
		switch strings.ToLower(name) {
		case "content-type", "default-style", "x-ua-compatible":
			attribute = "http-equiv"
		case "application-name", "author", "description", "generator", "keywords", "viewport":
		default:
			err := c.Warning("Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: " +
				name + " and " + content + " may not function correctly.")
			if err != nil {
				return nil, err
			}
		}
		lines = append(lines, "<meta "+attribute+`="`+name+`" content="`+content+`">`)
	}
	return lines, nil
}

// Process writes one object.
func (h *htmlPage) Process(c *runtime.Call) error {
	v := c.Value(htmlInput)
	if v.IsNull() {
		return nil
	}
	first := !h.begun
	if first {
		h.columns = expandColumns(c, v, h.columns)
		if len(h.columns) == 0 {
			return nil
		}
		h.begun = true
	}
	if h.list {
		return h.listRows(c, v, first)
	}
	if first {
		var cols, names strings.Builder
		for i := range h.columns {
			cols.WriteString(h.columns[i].col())
			names.WriteString("<th>" + h.columns[i].name + "</th>")
		}
		if err := writeLines(c, "<colgroup>"+cols.String()+"</colgroup>", "<tr>"+names.String()+"</tr>"); err != nil {
			return err
		}
	}
	var row strings.Builder
	for i := range h.columns {
		row.WriteString("<td>" + h.columns[i].cell(c, v) + "</td>")
	}
	return writeLines(c, "<tr>"+row.String()+"</tr>")
}

func (h *htmlPage) listRows(c *runtime.Call, v value.Value, first bool) error {
	if !first {
		if err := writeLines(c, "<tr><td><hr></td></tr>"); err != nil {
			return err
		}
	}
	for i := range h.columns {
		if err := writeLines(c, "<tr><td>"+h.columns[i].name+":</td><td>"+h.columns[i].cell(c, v)+"</td></tr>"); err != nil {
			return err
		}
	}
	return nil
}

// End writes what stands behind the rows.
func (h *htmlPage) End(c *runtime.Call) error {
	lines := append([]string{"</table>"}, c.Strings(htmlPost)...)
	if !c.Switch(htmlFragment) {
		lines = append(lines, "</body></html>")
	}
	return writeLines(c, lines...)
}
