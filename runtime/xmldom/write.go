package xmldom

import "strings"

// Layout says how XML is written.
type Layout struct {
	Indent      string // "" writes no line breaks
	Newline     string
	Declaration string // written first unless the document has one of its own; "" for none
	Encoding    string // replaces the encoding of the document's declaration; "" leaves it
	OmitDeclaration,
	AttributeLines bool
}

// OuterXML is the node as text.
func (n *Node) OuterXML() string {
	w := Writer{}
	w.node(n, 0)
	return w.b.String()
}

// InnerXML is what is in the node as text.
func (n *Node) InnerXML() string {
	switch n.Kind {
	case Element, Document, Fragment:
	case Attribute:
		return escape(n.Data, true)
	default:
		return ""
	}
	w := Writer{}
	for _, c := range n.Children {
		w.node(c, 0)
	}
	return w.b.String()
}

// Print is the node in a layout, as XmlDocument.Save writes it.
func (n *Node) Print(l Layout) string {
	w := Writer{Layout: l}
	if n.Kind == Document {
		w.document(n)
	} else {
		w.node(n, 0)
	}
	return w.b.String()
}

func (w *Writer) document(n *Node) {
	own := len(n.Children) > 0 && n.Children[0].Kind == Declaration
	if !own && w.Declaration != "" && !w.OmitDeclaration {
		w.b.WriteString(w.Declaration)
	}
	for _, c := range n.Children {
		if c.Kind == Whitespace && w.Indent != "" {
			continue
		}
		if c.Kind == Declaration && w.OmitDeclaration {
			continue
		}
		if w.Indent != "" && w.b.Len() > 0 {
			w.b.WriteString(w.Newline)
		}
		w.node(c, 0)
	}
}

func (w *Writer) node(n *Node, depth int) {
	if depth > maxDepth {
		return
	}
	b := &w.b
	switch n.Kind {
	case Document, Fragment:
		for _, c := range n.Children {
			w.node(c, depth)
		}
	case Element:
		w.element(n, depth)
	case Attribute:
		b.WriteString(n.Name() + "=\"" + escape(n.Data, true) + "\"")
	case Text:
		b.WriteString(escape(n.Data, false))
	case Whitespace, SignificantWhitespace:
		b.WriteString(n.Data)
	case CDATA:
		b.WriteString("<![CDATA[" + n.Data + "]]>")
	case Comment:
		b.WriteString("<!--" + n.Data + "-->")
	case ProcessingInstruction:
		b.WriteString("<?" + n.Local)
		if n.Data != "" {
			b.WriteString(" " + n.Data)
		}
		b.WriteString("?>")
	case Declaration:
		data := n.Data
		if w.Encoding != "" {
			data = declarationWith(data, w.Encoding)
		}
		b.WriteString("<?xml " + data + "?>")
	case DocumentType:
		b.WriteString("<!DOCTYPE " + n.Local + n.Data + ">")
	case EntityReference:
		b.WriteString("&" + n.Local + ";")
	}
}

// declarationWith puts an encoding in the text of a declaration that names one.
func declarationWith(data, encoding string) string {
	at := strings.Index(data, "encoding=\"")
	if at < 0 {
		return data
	}
	at += len("encoding=\"")
	end := strings.IndexByte(data[at:], '"')
	if end < 0 {
		return data
	}
	return data[:at] + encoding + data[at+end:]
}

func (w *Writer) element(n *Node, depth int) {
	b := &w.b
	name := n.Name()
	b.WriteString("<" + name)
	declared := n.AttrNS("xmlns", XMLNSSpace)
	if n.Prefix == "" && declared == nil && n.Space != inherited(n) {
		b.WriteString(" xmlns=\"" + escape(n.Space, true) + "\"")
	}
	if n.Prefix != "" && n.AttrNS(n.Prefix, XMLNSSpace) == nil && n.Prefix != "xml" && (n.Parent == nil || n.Parent.NamespaceOf(n.Prefix) != n.Space) {
		b.WriteString(" xmlns:" + n.Prefix + "=\"" + escape(n.Space, true) + "\"")
	}
	for _, a := range n.Attrs {
		if w.AttributeLines && w.Indent != "" {
			b.WriteString(w.Newline + strings.Repeat(w.Indent, depth+1))
		} else {
			b.WriteByte(' ')
		}
		w.node(a, depth)
	}
	switch {
	case len(n.Children) == 0 && n.Closed:
		b.WriteString(" />")
		return
	case len(n.Children) == 0 && w.Indent != "":
		b.WriteString("></" + name + ">")
		return
	}
	b.WriteByte('>')
	indent := w.Indent != "" && !mixed(n)
	for _, c := range n.Children {
		if indent {
			if c.Kind == Whitespace {
				continue
			}
			b.WriteString(w.Newline + strings.Repeat(w.Indent, depth+1))
		}
		if indent {
			w.node(c, depth+1)
		} else {
			w.plain(c, depth+1)
		}
	}
	if indent && len(n.Children) > 0 {
		b.WriteString(w.Newline + strings.Repeat(w.Indent, depth))
	}
	b.WriteString("</" + name + ">")
}

// plain writes what stands beside text, where no white space may be added.
func (w *Writer) plain(n *Node, depth int) {
	saved := w.Indent
	w.Indent = ""
	w.node(n, depth)
	w.Indent = saved
}

// mixed tells whether an element holds text beside or instead of elements.
func mixed(n *Node) bool {
	for _, c := range n.Children {
		switch c.Kind {
		case Text, CDATA, SignificantWhitespace, EntityReference:
			return true
		}
	}
	return false
}

// inherited is the default namespace outside an element.
func inherited(n *Node) string {
	if n.Parent == nil {
		return ""
	}
	return n.Parent.NamespaceOf("")
}

// escape writes a text for an element or an attribute.
func escape(s string, attribute bool) string {
	special := "<>&"
	if attribute {
		special = "<>&\"\n\r\t"
	} else {
		special += "\r"
	}
	if !strings.ContainsAny(s, special) {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '&':
			b.WriteString("&amp;")
		case c == '"' && attribute:
			b.WriteString("&quot;")
		case c == '\n' && attribute:
			b.WriteString("&#xA;")
		case c == '\r':
			b.WriteString("&#xD;")
		case c == '\t' && attribute:
			b.WriteString("&#x9;")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
