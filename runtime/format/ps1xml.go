package format

import (
	"encoding/xml"
	"strings"

	"rehearse/runtime/value"
)

// The elements of a .ps1xml file that describe views (formatting README, section 11).
type (
	xmlFile struct {
		Views []xmlView `xml:"ViewDefinitions>View"`
	}
	xmlView struct {
		Name    string      `xml:"Name"`
		Types   []string    `xml:"ViewSelectedBy>TypeName"`
		GroupBy *xmlGroupBy `xml:"GroupBy"`
		Table   *xmlTable   `xml:"TableControl"`
		List    *xmlList    `xml:"ListControl"`
		Wide    *xmlWide    `xml:"WideControl"`
		Custom  *xmlCustom  `xml:"CustomControl"`
	}
	xmlExpression struct {
		PropertyName string `xml:"PropertyName"`
		ScriptBlock  string `xml:"ScriptBlock"`
		FormatString string `xml:"FormatString"`
		Label        string `xml:"Label"`
	}
	xmlGroupBy struct {
		xmlExpression
	}
	xmlTable struct {
		AutoSize *struct{} `xml:"AutoSize"`
		Hide     *struct{} `xml:"HideTableHeaders"`
		Headers  []struct {
			Label     string `xml:"Label"`
			Width     int    `xml:"Width"`
			Alignment string `xml:"Alignment"`
		} `xml:"TableHeaders>TableColumnHeader"`
		Rows []struct {
			Selected *struct{}       `xml:"EntrySelectedBy"`
			Wrap     *struct{}       `xml:"Wrap"`
			Items    []xmlExpression `xml:"TableColumnItems>TableColumnItem"`
		} `xml:"TableRowEntries>TableRowEntry"`
	}
	xmlList struct {
		Entries []struct {
			Selected *struct{}       `xml:"EntrySelectedBy"`
			Items    []xmlExpression `xml:"ListItems>ListItem"`
		} `xml:"ListEntries>ListEntry"`
	}
	xmlWide struct {
		ColumnNumber int       `xml:"ColumnNumber"`
		AutoSize     *struct{} `xml:"AutoSize"`
		Entries      []struct {
			Selected *struct{}     `xml:"EntrySelectedBy"`
			Item     xmlExpression `xml:"WideItem"`
		} `xml:"WideEntries>WideEntry"`
	}
	xmlCustom struct {
		Entries []struct {
			Selected *struct{}      `xml:"EntrySelectedBy"`
			Item     xmlCustomItems `xml:"CustomItem"`
		} `xml:"CustomEntries>CustomEntry"`
	}
)

// xmlNode is any element inside a custom item, where the order of different elements counts.
type xmlNode struct {
	XMLName xml.Name
	Text    string    `xml:",chardata"`
	Nodes   []xmlNode `xml:",any"`
}

type xmlCustomItems struct {
	Nodes []xmlNode `xml:",any"`
}

// ReadViews reads the views of a .ps1xml file. block makes a script block of its text. The error is one of XML or of a script block.
func ReadViews(data []byte, block func(text string) (value.Value, error)) ([]*View, error) {
	var f xmlFile
	if err := xml.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	r := viewReader{block: block}
	views := make([]*View, 0, len(f.Views))
	for i := range f.Views {
		if v := r.view(&f.Views[i]); v != nil {
			views = append(views, v)
		}
	}
	return views, r.err
}

// viewReader turns elements into views; err is the first failure.
type viewReader struct {
	block func(text string) (value.Value, error)
	err   error
}

func (r *viewReader) view(x *xmlView) *View {
	v := &View{Name: x.Name, TypeNames: x.Types}
	if g := x.GroupBy; g != nil {
		v.GroupBy = &GroupBy{Property: r.property(&g.xmlExpression), Indent: 3}
	}
	switch {
	case x.Table != nil:
		v.Kind = TableView
		r.table(v, x.Table)
	case x.List != nil:
		v.Kind = ListView
		for i := range x.List.Entries {
			if e := &x.List.Entries[i]; i == 0 || e.Selected == nil {
				v.Items = r.properties(e.Items)
			}
		}
	case x.Wide != nil:
		v.Kind, v.ColumnNumber, v.AutoSize = WideView, x.Wide.ColumnNumber, x.Wide.AutoSize != nil
		for i := range x.Wide.Entries {
			if e := &x.Wide.Entries[i]; i == 0 || e.Selected == nil {
				v.Items = []Property{r.property(&e.Item)}
			}
		}
	case x.Custom != nil:
		v.Kind = CustomView
		for i := range x.Custom.Entries {
			if e := &x.Custom.Entries[i]; i == 0 || e.Selected == nil {
				v.Custom = r.custom(e.Item.Nodes, 0)
			}
		}
	default:
		return nil
	}
	return v
}

func (r *viewReader) table(v *View, t *xmlTable) {
	v.AutoSize, v.HideHeaders = t.AutoSize != nil, t.Hide != nil
	for i := range t.Rows {
		if e := &t.Rows[i]; i == 0 || e.Selected == nil {
			v.Items, v.Wrap = r.properties(e.Items), e.Wrap != nil
		}
	}
	for i, h := range t.Headers {
		if i >= len(v.Items) {
			break
		}
		p := &v.Items[i]
		p.Label, p.Width = h.Label, h.Width
		switch strings.ToLower(h.Alignment) {
		case "left":
			p.Align = AlignLeft
		case "center":
			p.Align = AlignCenter
		case "right":
			p.Align = AlignRight
		}
	}
}

func (r *viewReader) properties(items []xmlExpression) []Property {
	props := make([]Property, len(items))
	for i := range items {
		props[i] = r.property(&items[i])
	}
	return props
}

func (r *viewReader) property(x *xmlExpression) Property {
	p := Property{Label: x.Label, Name: strings.TrimSpace(x.PropertyName), FormatString: x.FormatString}
	if p.Name == "" && x.ScriptBlock != "" {
		p.Text = x.ScriptBlock
		b, err := r.block(x.ScriptBlock)
		if err != nil && r.err == nil {
			r.err = err
		}
		p.Block = b
	}
	return p
}

// customDepth bounds how deep frames stand in each other.
const customDepth = 100

func (r *viewReader) custom(nodes []xmlNode, depth int) []CustomItem {
	if depth > customDepth {
		return nil
	}
	var items []CustomItem
	for i := range nodes {
		n := &nodes[i]
		switch n.XMLName.Local {
		case "Text":
			items = append(items, CustomItem{Text: n.Text})
		case "NewLine":
			items = append(items, CustomItem{NewLine: true})
		case "ExpressionBinding":
			p := r.property(&xmlExpression{PropertyName: n.child("PropertyName"), ScriptBlock: n.child("ScriptBlock"), FormatString: n.child("FormatString")})
			items = append(items, CustomItem{Property: &p})
		case "Frame":
			items = append(items, r.frame(n, depth))
		}
	}
	return items
}

func (r *viewReader) frame(n *xmlNode, depth int) CustomItem {
	frame := CustomItem{Frame: []CustomItem{}}
	for _, c := range n.child("LeftIndent") {
		if '0' <= c && c <= '9' && frame.Indent < 1000 {
			frame.Indent = frame.Indent*10 + int(c-'0')
		}
	}
	for i := range n.Nodes {
		if n.Nodes[i].XMLName.Local == "CustomItem" {
			frame.Frame = append(frame.Frame, r.custom(n.Nodes[i].Nodes, depth+1)...)
		}
	}
	return frame
}

// child is the text of the first element of that name.
func (n *xmlNode) child(name string) string {
	for i := range n.Nodes {
		if n.Nodes[i].XMLName.Local == name {
			return n.Nodes[i].Text
		}
	}
	return ""
}
