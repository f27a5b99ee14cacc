package xmldom

import "strings"

// Kind is the type of a node, with the numbers of System.Xml.XmlNodeType.
type Kind uint8

// The kinds of nodes.
const (
	Element               Kind = 1
	Attribute             Kind = 2
	Text                  Kind = 3
	CDATA                 Kind = 4
	EntityReference       Kind = 5
	ProcessingInstruction Kind = 7
	Comment               Kind = 8
	Document              Kind = 9
	DocumentType          Kind = 10
	Fragment              Kind = 11
	Whitespace            Kind = 13
	SignificantWhitespace Kind = 14
	Declaration           Kind = 17
)

// Node is one node of a tree. Which fields mean something depends on its kind.
type Node struct {
	Kind     Kind
	Prefix   string
	Local    string // of elements and attributes; the target of a processing instruction; the name of a document type
	Space    string // the namespace's URI
	Data     string // the text of what has no children
	Attrs    []*Node
	Children []*Node
	Parent   *Node // the element of an attribute
	Owner    *Node // the document; nil for a document
	// Closed tells that an element without children is written <e /> rather than <e></e>.
	Closed bool
	// Preserve keeps white space between elements when the document is loaded.
	Preserve bool
	// Handle is what package dotnet keeps per node.
	Handle any
}

// The namespaces that need no declaration.
const (
	XMLSpace   = "http://www.w3.org/XML/1998/namespace"
	XMLNSSpace = "http://www.w3.org/2000/xmlns/"
)

// NewDocument is an empty document.
func NewDocument() *Node { return &Node{Kind: Document} }

// document is the document that a node belongs to.
func (n *Node) document() *Node {
	if n.Kind == Document {
		return n
	}
	return n.Owner
}

// Name is the name as System.Xml shows it: with its prefix, or #text and the like.
func (n *Node) Name() string {
	switch n.Kind {
	case Text:
		return "#text"
	case CDATA:
		return "#cdata-section"
	case Comment:
		return "#comment"
	case Document:
		return "#document"
	case Fragment:
		return "#document-fragment"
	case Whitespace:
		return "#whitespace"
	case SignificantWhitespace:
		return "#significant-whitespace"
	case Declaration:
		return "xml"
	}
	if n.Prefix != "" {
		return n.Prefix + ":" + n.Local
	}
	return n.Local
}

// LocalName is the name without prefix.
func (n *Node) LocalName() string {
	if n.Kind == Element || n.Kind == Attribute {
		return n.Local
	}
	return n.Name()
}

// New makes a node of this document's; it has no parent yet.
func (n *Node) New(k Kind, data string) *Node {
	return &Node{Kind: k, Data: data, Owner: n.document()}
}

// NewNamed makes an element or attribute with a qualified name.
func (n *Node) NewNamed(k Kind, name, space string) *Node {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	return &Node{Kind: k, Prefix: prefix, Local: local, Space: space, Owner: n.document(), Closed: k == Element}
}

// Root is the document's element, nil if it has none.
func (n *Node) Root() *Node {
	for _, c := range n.Children {
		if c.Kind == Element {
			return c
		}
	}
	return nil
}

// Index is the place of c among the children, -1 if it is none.
func (n *Node) Index(c *Node) int {
	for i, x := range n.Children {
		if x == c {
			return i
		}
	}
	return -1
}

// Sibling is the node so many places after this one, nil if there is none.
func (n *Node) Sibling(by int) *Node {
	if n.Parent == nil || n.Kind == Attribute {
		return nil
	}
	i := n.Parent.Index(n) + by
	if i < 0 || i >= len(n.Parent.Children) {
		return nil
	}
	return n.Parent.Children[i]
}

// Attr finds an attribute by its qualified name.
func (n *Node) Attr(name string) *Node {
	for _, a := range n.Attrs {
		if a.Name() == name {
			return a
		}
	}
	return nil
}

// AttrNS finds an attribute by local name and namespace.
func (n *Node) AttrNS(local, space string) *Node {
	for _, a := range n.Attrs {
		if a.Local == local && a.Space == space {
			return a
		}
	}
	return nil
}

// SetAttr stores an attribute by its qualified name, in its place if it is there.
func (n *Node) SetAttr(name, value string) *Node {
	a := n.Attr(name)
	if a == nil {
		a = n.NewNamed(Attribute, name, "")
		switch {
		case name == "xmlns", a.Prefix == "xmlns":
			a.Space = XMLNSSpace
		case a.Prefix != "":
			a.Space = n.NamespaceOf(a.Prefix)
		}
		a.Parent = n
		n.Attrs = append(n.Attrs, a)
	}
	a.Data = value
	return a
}

// RemoveAttr takes an attribute out; it returns nil if it is not there.
func (n *Node) RemoveAttr(a *Node) *Node {
	for i, x := range n.Attrs {
		if x == a {
			n.Attrs = append(n.Attrs[:i:i], n.Attrs[i+1:]...)
			a.Parent = nil
			return a
		}
	}
	return nil
}

// NamespaceOf is the URI that a prefix stands for here, "" if it stands for none.
func (n *Node) NamespaceOf(prefix string) string {
	switch prefix {
	case "xml":
		return XMLSpace
	case "xmlns":
		return XMLNSSpace
	}
	for x := n; x != nil; x = x.Parent {
		for _, a := range x.Attrs {
			if a.Space == XMLNSSpace && (prefix == "" && a.Prefix == "" || prefix != "" && a.Prefix == "xmlns" && a.Local == prefix) {
				return a.Data
			}
		}
		if x.Kind == Element && x.Prefix == prefix && x.Space != "" {
			return x.Space
		}
	}
	return ""
}

// PrefixOf is a prefix that stands for a URI here, "" if there is none.
func (n *Node) PrefixOf(space string) string {
	for x := n; x != nil; x = x.Parent {
		for _, a := range x.Attrs {
			if a.Space == XMLNSSpace && a.Data == space && a.Prefix == "xmlns" {
				return a.Local
			}
		}
		if x.Kind == Element && x.Space == space {
			return x.Prefix
		}
	}
	return ""
}

// maxDepth bounds the nesting of what is parsed, copied and walked.
const maxDepth = 2000

// InnerText is the text of the node and all below it.
func (n *Node) InnerText() string {
	switch n.Kind {
	case Element, Document, Fragment:
		if len(n.Children) == 1 && n.Children[0].Kind == Text {
			return n.Children[0].Data
		}
		var b strings.Builder
		n.appendText(&b, 0)
		return b.String()
	}
	return n.Data
}

func (n *Node) appendText(b *strings.Builder, depth int) {
	if depth > maxDepth {
		return
	}
	for _, c := range n.Children {
		switch c.Kind {
		case Text, CDATA, Whitespace, SignificantWhitespace:
			b.WriteString(c.Data)
		case Element, EntityReference:
			c.appendText(b, depth+1)
		}
	}
}

// SetInnerText replaces what is in the node by a text.
func (n *Node) SetInnerText(s string) {
	switch n.Kind {
	case Element, Fragment:
		n.Clear()
		if s != "" {
			t := n.New(Text, s)
			t.Parent = n
			n.Children = []*Node{t}
			n.Closed = false
		}
	default:
		n.Data = s
	}
}

// Clear removes all children.
func (n *Node) Clear() {
	for _, c := range n.Children {
		c.Parent = nil
	}
	n.Children = nil
	n.Closed = false
}

// Each calls yield for the node and what is below it in document order, until yield returns false.
func (n *Node) Each(yield func(*Node) bool) bool { return n.each(yield, 0) }

func (n *Node) each(yield func(*Node) bool, depth int) bool {
	if depth > maxDepth {
		return true
	}
	if !yield(n) {
		return false
	}
	for _, c := range n.Children {
		if !c.each(yield, depth+1) {
			return false
		}
	}
	return true
}
