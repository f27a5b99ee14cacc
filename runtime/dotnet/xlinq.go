package dotnet

import (
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

func xlinqClass(name string, base *value.Type) *value.Type {
	return within("System.Private.Xml.Linq", class("System.Xml.Linq."+name, base, 0))
}

var (
	typeXObject    = xlinqClass("XObject", value.TypeObject)
	typeXNode      = xlinqClass("XNode", typeXObject)
	typeXContainer = xlinqClass("XContainer", typeXNode)
	typeXElement   = xlinqClass("XElement", typeXContainer)
	typeXDocument  = xlinqClass("XDocument", typeXContainer)
	typeXAttribute = xlinqClass("XAttribute", typeXObject)
	typeXText      = xlinqClass("XText", typeXNode)
	typeXComment   = xlinqClass("XComment", typeXNode)
	typeXName      = xlinqClass("XName", value.TypeObject)
)

// xobject is a node as LINQ to XML shows it.
type xobject struct {
	value.Extended
	node *xmldom.Node
}

// TypeOf is the type for the kind of node.
func (x *xobject) TypeOf() *value.Type {
	switch x.node.Kind {
	case xmldom.Document:
		return typeXDocument
	case xmldom.Element:
		return typeXElement
	case xmldom.Attribute:
		return typeXAttribute
	case xmldom.Comment:
		return typeXComment
	}
	return typeXText
}

// ToText is the node in two-blank steps.
func (x *xobject) ToText() string {
	return x.node.Print(xmldom.Layout{Indent: "  ", Newline: "\n", OmitDeclaration: true})
}

func ofX(n *xmldom.Node) value.Value {
	if n == nil {
		return value.NullValue
	}
	if x, ok := n.Handle.(*xobject); ok {
		return value.Of(x)
	}
	x := &xobject{node: n}
	n.Handle = x
	return value.Of(x)
}

func xOf(v value.Value) *xmldom.Node {
	if x, ok := value.As[*xobject](v); ok {
		return x.node
	}
	return nil
}

// xname is a qualified name: {namespace}local.
type xname struct{ space, local string }

// TypeOf is XName.
func (*xname) TypeOf() *value.Type { return typeXName }

// ToText is the expanded name.
func (n *xname) ToText() string {
	if n.space != "" {
		return "{" + n.space + "}" + n.local
	}
	return n.local
}

func parseXName(s string) *xname {
	if len(s) > 0 && s[0] == '{' {
		for i := range s {
			if s[i] == '}' {
				return &xname{s[1:i], s[i+1:]}
			}
		}
	}
	return &xname{"", s}
}

func xnameOf(v value.Value) *xname {
	if n, ok := value.As[*xname](v); ok {
		return n
	}
	return parseXName(value.ToString(v))
}

func xProp(sig string, get func(n *xmldom.Node) value.Value) prop {
	return prop{sig: sig, get: func(v value.Value) value.Value { return get(xOf(v)) }}
}

func xCall(sig string, f func(n *xmldom.Node, a []value.Value) value.Value) method {
	return method{sig: sig, do: func(v value.Value, a []value.Value) value.Value { return f(xOf(v), a) }}
}

// sequenceOfX is an IEnumerable of nodes.
func sequenceOfX(nodes []*xmldom.Node, elem *value.Type) value.Value {
	out := make([]value.Value, len(nodes))
	for i, n := range nodes {
		out[i] = ofX(n)
	}
	return ofSequence(elem, out)
}

func childElements(n *xmldom.Node, name *xname) []*xmldom.Node {
	var out []*xmldom.Node
	for _, c := range n.Children {
		if c.Kind == xmldom.Element && (name == nil || c.Local == name.local && c.Space == name.space) {
			out = append(out, c)
		}
	}
	return out
}

func descendants(n *xmldom.Node, name *xname) []*xmldom.Node {
	var out []*xmldom.Node
	n.Each(func(c *xmldom.Node) bool {
		if c != n && c.Kind == xmldom.Element && (name == nil || c.Local == name.local && c.Space == name.space) {
			out = append(out, c)
		}
		return true
	})
	return out
}

func firstX(nodes []*xmldom.Node) value.Value {
	if len(nodes) == 0 {
		return value.NullValue
	}
	return ofX(nodes[0])
}

// parseX is XElement.Parse and XDocument.Parse, which read a text or a file.
func parseX(document, file bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		src := a[0].Str()
		if file {
			var err error
			if src, err = xmlSource(env, a[0]); err != nil {
				return value.NullValue, err
			}
		}
		doc, err := xmldom.Parse(src, false)
		switch {
		case err != nil:
			return value.NullValue, xmlRaised(err)
		case document:
			return ofX(doc), nil
		}
		return ofX(doc.Root()), nil
	}
}

// addX puts content into an element: nodes, attributes, sequences of them, and texts.
func addX(n *xmldom.Node, v value.Value) {
	x := xOf(v)
	switch {
	case v.IsNull():
	case x != nil && x.Kind == xmldom.Attribute:
		n.SetAttr(x.Name(), x.Data)
	case x != nil:
		if x.Parent != nil {
			x = x.Clone(true)
		}
		x.Owner, x.Parent = n.Owner, n
		n.Children, n.Closed = append(n.Children, x), false
	case value.TypeOf(v).Is(value.IfaceEnumerable) && !v.IsString():
		for _, i := range items(v) {
			addX(n, i)
		}
	default:
		t := n.New(xmldom.Text, xmlValueText(v))
		t.Parent = n
		n.Children, n.Closed = append(n.Children, t), false
	}
}

func newXElement(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	name := xnameOf(a[0])
	n := xmldom.NewDocument().NewNamed(xmldom.Element, name.local, name.space)
	for _, x := range a[1:] {
		addX(n, x)
	}
	return ofX(n), nil
}

func saveX(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
	n := xOf(s)
	l := xmldom.Layout{Indent: "  ", Newline: newline(env), Declaration: "<?xml version=\"1.0\" encoding=\"utf-8\"?>"}
	doc := n
	if n.Kind != xmldom.Document {
		doc = &xmldom.Node{Kind: xmldom.Document, Children: []*xmldom.Node{n}}
	}
	b := append(append([]byte(nil), encodingUTF8.preamble...), encodingUTF8.encode(doc.Print(l))...)
	return value.NothingValue, writeFile(env, a[0].Str(), b, false)
}

var xContainerRows = []method{
	xCall("System.Xml.Linq.XElement Element(System.Xml.Linq.XName name)", func(n *xmldom.Node, a []value.Value) value.Value { return firstX(childElements(n, xnameOf(a[0]))) }),
	xCall("System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Elements()", func(n *xmldom.Node, _ []value.Value) value.Value {
		return sequenceOfX(childElements(n, nil), typeXElement)
	}),
	xCall("System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Elements(System.Xml.Linq.XName name)", func(n *xmldom.Node, a []value.Value) value.Value {
		return sequenceOfX(childElements(n, xnameOf(a[0])), typeXElement)
	}),
	xCall("System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Descendants()", func(n *xmldom.Node, _ []value.Value) value.Value {
		return sequenceOfX(descendants(n, nil), typeXElement)
	}),
	xCall("System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Descendants(System.Xml.Linq.XName name)", func(n *xmldom.Node, a []value.Value) value.Value {
		return sequenceOfX(descendants(n, xnameOf(a[0])), typeXElement)
	}),
	xCall("System.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] Nodes()", func(n *xmldom.Node, _ []value.Value) value.Value {
		return sequenceOfX(n.Children, typeXNode)
	}),
	xCall("void Add(System.Object content)", func(n *xmldom.Node, a []value.Value) value.Value { addX(n, a[0]); return value.NothingValue }),
	xCall("void Remove()", func(n *xmldom.Node, _ []value.Value) value.Value {
		if n.Parent != nil {
			_ = n.Parent.Remove(n)
		}
		return value.NothingValue
	}),
	xCall("string ToString()", func(n *xmldom.Node, _ []value.Value) value.Value {
		x, _ := value.As[*xobject](ofX(n))
		return value.OfString(x.ToText())
	}),
	{sig: "void Save(string fileName)", call: saveX},
}

var xDocumentTable = table{
	props: []prop{xProp("System.Xml.Linq.XElement Root", func(n *xmldom.Node) value.Value { return ofX(n.Root()) })},
	methods: concatRows([]method{
		{sig: "static System.Xml.Linq.XDocument Parse(string text)", call: parseX(true, false)},
		{sig: "static System.Xml.Linq.XDocument Load(string uri)", call: parseX(true, true)},
	}, xContainerRows),
}

var xElementTable = table{
	ctors: []ctor{{"(System.Xml.Linq.XName name)", newXElement}, {"(System.Xml.Linq.XName name, System.Object content)", newXElement},
		{"(System.Xml.Linq.XName name, params System.Object[] content)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return newXElement(env, t, append([]value.Value{a[0]}, items(a[1])...))
		}}},
	props: []prop{
		xProp("System.Xml.Linq.XName Name", func(n *xmldom.Node) value.Value { return value.Of(&xname{n.Space, n.Local}) }),
		{sig: "string Value", get: func(v value.Value) value.Value { return value.OfString(xOf(v).InnerText()) },
			set: func(_ value.Env, v, x value.Value) error { xOf(v).SetInnerText(x.Str()); return nil }},
		xProp("bool HasElements", func(n *xmldom.Node) value.Value { return value.OfBool(len(childElements(n, nil)) > 0) }),
		xProp("bool HasAttributes", func(n *xmldom.Node) value.Value { return value.OfBool(len(n.Attrs) > 0) }),
		xProp("bool IsEmpty", func(n *xmldom.Node) value.Value { return value.OfBool(len(n.Children) == 0 && n.Closed) }),
		xProp("System.Xml.Linq.XElement Parent", func(n *xmldom.Node) value.Value {
			if n.Parent == nil || n.Parent.Kind != xmldom.Element {
				return value.NullValue
			}
			return ofX(n.Parent)
		}),
	},
	methods: concatRows([]method{
		{sig: "static System.Xml.Linq.XElement Parse(string text)", call: parseX(false, false)},
		{sig: "static System.Xml.Linq.XElement Load(string uri)", call: parseX(false, true)},
		xCall("System.Xml.Linq.XAttribute Attribute(System.Xml.Linq.XName name)", func(n *xmldom.Node, a []value.Value) value.Value {
			name := xnameOf(a[0])
			return ofX(n.AttrNS(name.local, name.space))
		}),
		xCall("System.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] Attributes()", func(n *xmldom.Node, _ []value.Value) value.Value {
			return sequenceOfX(n.Attrs, typeXAttribute)
		}),
		xCall("void SetAttributeValue(System.Xml.Linq.XName name, System.Object value)", func(n *xmldom.Node, a []value.Value) value.Value {
			name := xnameOf(a[0])
			if a[1].IsNull() {
				n.RemoveAttr(n.AttrNS(name.local, name.space))
			} else {
				n.SetAttr(name.local, xmlValueText(a[1]))
			}
			return value.NothingValue
		}),
		xCall("void SetElementValue(System.Xml.Linq.XName name, System.Object value)", func(n *xmldom.Node, a []value.Value) value.Value {
			name := xnameOf(a[0])
			found := childElements(n, name)
			switch {
			case len(found) > 0 && a[1].IsNull():
				_ = n.Remove(found[0])
			case len(found) > 0:
				found[0].SetInnerText(xmlValueText(a[1]))
			case !a[1].IsNull():
				e := n.NewNamed(xmldom.Element, name.local, name.space)
				e.SetInnerText(xmlValueText(a[1]))
				e.Parent = n
				n.Children, n.Closed = append(n.Children, e), false
			}
			return value.NothingValue
		}),
		xCall("void SetValue(System.Object value)", func(n *xmldom.Node, a []value.Value) value.Value {
			n.SetInnerText(xmlValueText(a[0]))
			return value.NothingValue
		}),
	}, xContainerRows),
}

var xAttributeTable = table{
	ctors: []ctor{{"(System.Xml.Linq.XName name, System.Object value)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		name := xnameOf(a[0])
		n := xmldom.NewDocument().NewNamed(xmldom.Attribute, name.local, name.space)
		n.Data = xmlValueText(a[1])
		return ofX(n), nil
	}}},
	props: []prop{
		xElementTable.props[0],
		{sig: "string Value", get: func(v value.Value) value.Value { return value.OfString(xOf(v).Data) },
			set: func(_ value.Env, v, x value.Value) error { xOf(v).Data = x.Str(); return nil }},
	},
}

var xTextTable = table{props: []prop{xProp("string Value", func(n *xmldom.Node) value.Value { return value.OfString(n.Data) })}}

var xNameTable = table{
	props: []prop{
		{sig: "string LocalName", get: func(v value.Value) value.Value { return value.OfString(xnameOf(v).local) }},
		{sig: "string NamespaceName", get: func(v value.Value) value.Value { return value.OfString(xnameOf(v).space) }},
	},
	methods: []method{
		{sig: "static System.Xml.Linq.XName Get(string expandedName)", do: func(_ value.Value, a []value.Value) value.Value { return value.Of(parseXName(a[0].Str())) }},
		{sig: "static System.Xml.Linq.XName op_Implicit(string expandedName)", do: func(_ value.Value, a []value.Value) value.Value { return value.Of(parseXName(a[0].Str())) }},
	},
}
