package dotnet

import (
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

var (
	typeXmlReader         = within("System.Private.Xml", class("System.Xml.XmlReader", value.TypeObject, value.Abstract, value.IfaceDisposable))
	typeXmlReaderSettings = xmlClass("XmlReaderSettings", value.TypeObject)
)

// xmlReader is an XmlReader: it walks over the nodes of a text, an element that is not empty twice.
type xmlReader struct {
	value.Extended
	src    string
	nodes  []xmlEvent
	at     int          // -1 before the first
	attr   *xmldom.Node // the attribute that the reader moved to
	closed bool
}

type xmlEvent struct {
	node  *xmldom.Node
	end   bool
	depth int
}

// TypeOf is XmlReader.
func (*xmlReader) TypeOf() *value.Type { return typeXmlReader }

func xmlReaderOf(v value.Value) *xmlReader {
	r, _ := value.As[*xmlReader](v)
	return r
}

func createXMLReader(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	src, err := xmlSource(env, a[0])
	if err != nil {
		return value.NullValue, err
	}
	doc, err := xmldom.Parse(src, false)
	if err != nil {
		return value.NullValue, xmlRaised(err)
	}
	r := &xmlReader{src: src, at: -1}
	r.walk(doc, 0)
	return value.Of(r), nil
}

// maxReaderDepth is that of the documents that are parsed.
const maxReaderDepth = 2001

func (r *xmlReader) walk(n *xmldom.Node, depth int) {
	if depth > maxReaderDepth {
		return
	}
	for _, c := range n.Children {
		r.nodes = append(r.nodes, xmlEvent{c, false, depth})
		if c.Kind == xmldom.Element && !(c.Closed && len(c.Children) == 0) {
			r.walk(c, depth+1)
			r.nodes = append(r.nodes, xmlEvent{c, true, depth})
		}
	}
}

// node is the node that the reader is at, nil outside.
func (r *xmlReader) node() *xmldom.Node {
	switch {
	case r.attr != nil:
		return r.attr
	case r.at < 0 || r.at >= len(r.nodes):
		return nil
	}
	return r.nodes[r.at].node
}

func (r *xmlReader) read() bool {
	r.attr = nil
	if r.at < len(r.nodes) {
		r.at++
	}
	return r.at < len(r.nodes)
}

// starts tells whether the reader is at the start of an element.
func (r *xmlReader) starts() bool {
	n := r.node()
	return n != nil && n.Kind == xmldom.Element && !r.nodes[r.at].end
}

// skip goes behind the element that the reader is at.
func (r *xmlReader) skip() {
	n := r.node()
	if r.starts() {
		for r.read() {
			if e := r.nodes[r.at]; e.node == n && e.end {
				break
			}
			if n.Closed && len(n.Children) == 0 {
				return
			}
		}
	}
	r.read()
}

// follow reads on to the next element of a name, inside within if that is not nil.
func (r *xmlReader) follow(name string, within *xmldom.Node) bool {
	for r.read() {
		e := r.nodes[r.at]
		if within != nil && e.node == within && e.end {
			return false
		}
		if r.starts() && (name == "" || e.node.Name() == name) {
			return true
		}
	}
	return false
}

func readerProp(sig string, get func(r *xmlReader, n *xmldom.Node) value.Value, otherwise value.Value) prop {
	return prop{sig: sig, get: func(s value.Value) value.Value {
		r := xmlReaderOf(s)
		if n := r.node(); n != nil {
			return get(r, n)
		}
		return otherwise
	}}
}

func readerCall(sig string, f func(r *xmlReader, a []value.Value) value.Value) method {
	return method{sig: sig, do: func(s value.Value, a []value.Value) value.Value { return f(xmlReaderOf(s), a) }}
}

// elementText takes the text of the element and goes behind it.
func elementText(r *xmlReader, _ []value.Value) value.Value {
	n := r.node()
	if n == nil {
		return value.OfString("")
	}
	r.skip()
	return value.OfString(n.InnerText())
}

var emptyText = value.OfString("")

var xmlReaderTable = table{
	props: []prop{
		readerProp("System.Xml.XmlNodeType NodeType", func(r *xmlReader, n *xmldom.Node) value.Value {
			if r.attr == nil && r.nodes[r.at].end {
				return enumXmlNodeType.of(15)
			}
			return enumXmlNodeType.of(int64(n.Kind))
		}, value.NullValue),
		readerProp("string Name", func(_ *xmlReader, n *xmldom.Node) value.Value {
			if n.Name()[0] == '#' {
				return emptyText
			}
			return value.OfString(n.Name())
		}, emptyText),
		readerProp("string LocalName", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfString(n.Local) }, emptyText),
		readerProp("string Prefix", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfString(n.Prefix) }, emptyText),
		readerProp("string NamespaceURI", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfString(n.Space) }, emptyText),
		readerProp("string Value", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfString(n.Data) }, emptyText),
		readerProp("bool HasValue", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfBool(n.Kind != xmldom.Element) }, value.False),
		readerProp("int Depth", func(r *xmlReader, _ *xmldom.Node) value.Value { return value.OfInt(r.nodes[r.at].depth) }, value.OfInt(0)),
		readerProp("bool IsEmptyElement", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfBool(n.Closed && len(n.Children) == 0) }, value.False),
		readerProp("bool HasAttributes", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfBool(len(n.Attrs) > 0) }, value.False),
		readerProp("int AttributeCount", func(_ *xmlReader, n *xmldom.Node) value.Value { return value.OfInt(len(n.Attrs)) }, value.OfInt(0)),
		{sig: "bool EOF", get: func(s value.Value) value.Value {
			r := xmlReaderOf(s)
			return value.OfBool(r.at >= len(r.nodes))
		}},
	},
	methods: []method{
		{sig: "static System.Xml.XmlReader Create(string inputUri)", call: createXMLReader},
		{sig: "static System.Xml.XmlReader Create(string inputUri, System.Xml.XmlReaderSettings settings)", call: createXMLReader},
		{sig: "static System.Xml.XmlReader Create(System.IO.Stream input)", call: createXMLReader},
		{sig: "static System.Xml.XmlReader Create(System.IO.Stream input, System.Xml.XmlReaderSettings settings)", call: createXMLReader},
		{sig: "static System.Xml.XmlReader Create(System.IO.TextReader input)", call: createXMLReader},
		{sig: "static System.Xml.XmlReader Create(System.IO.TextReader input, System.Xml.XmlReaderSettings settings)", call: createXMLReader},
		readerCall("bool Read()", func(r *xmlReader, _ []value.Value) value.Value { return value.OfBool(r.read()) }),
		readerCall("void Skip()", func(r *xmlReader, _ []value.Value) value.Value { r.skip(); return value.NothingValue }),
		readerCall("string GetAttribute(string name)", func(r *xmlReader, a []value.Value) value.Value {
			if n := r.node(); n != nil && n.Attr(a[0].Str()) != nil {
				return attributeText(n.Attr(a[0].Str()))
			}
			return value.NullValue
		}),
		readerCall("bool MoveToAttribute(string name)", func(r *xmlReader, a []value.Value) value.Value {
			if n := r.node(); n != nil && n.Attr(a[0].Str()) != nil {
				r.attr = n.Attr(a[0].Str())
				return value.True
			}
			return value.False
		}),
		readerCall("bool MoveToNextAttribute()", func(r *xmlReader, _ []value.Value) value.Value {
			if r.at < 0 || r.at >= len(r.nodes) {
				return value.False
			}
			attrs, next := r.nodes[r.at].node.Attrs, 0
			for i, a := range attrs {
				if a == r.attr {
					next = i + 1
				}
			}
			if next >= len(attrs) {
				return value.False
			}
			r.attr = attrs[next]
			return value.True
		}),
		readerCall("bool MoveToElement()", func(r *xmlReader, _ []value.Value) value.Value {
			moved := r.attr != nil
			r.attr = nil
			return value.OfBool(moved)
		}),
		readerCall("bool ReadToFollowing(string name)", func(r *xmlReader, a []value.Value) value.Value { return value.OfBool(r.follow(a[0].Str(), nil)) }),
		readerCall("bool ReadToDescendant(string name)", func(r *xmlReader, a []value.Value) value.Value {
			n := r.node()
			if n != nil && len(n.Children) == 0 {
				return value.False
			}
			return value.OfBool(r.follow(a[0].Str(), n))
		}),
		readerCall("bool IsStartElement()", func(r *xmlReader, _ []value.Value) value.Value { return value.OfBool(r.starts()) }),
		readerCall("bool IsStartElement(string name)", func(r *xmlReader, a []value.Value) value.Value {
			return value.OfBool(r.starts() && r.node().Name() == a[0].Str())
		}),
		readerCall("string ReadElementContentAsString()", elementText), readerCall("string ReadString()", elementText),
		readerCall("string ReadElementString()", elementText),
		readerCall("string ReadInnerXml()", func(r *xmlReader, _ []value.Value) value.Value {
			n := r.node()
			if n == nil {
				return emptyText
			}
			r.skip()
			return value.OfString(n.InnerXML())
		}),
		readerCall("string ReadOuterXml()", func(r *xmlReader, _ []value.Value) value.Value {
			n := r.node()
			if n == nil {
				return emptyText
			}
			r.skip()
			return value.OfString(n.OuterXML())
		}),
		readerCall("void Close()", func(r *xmlReader, _ []value.Value) value.Value { r.closed = true; return value.NothingValue }),
		readerCall("void Dispose()", func(r *xmlReader, _ []value.Value) value.Value { r.closed = true; return value.NothingValue }),
	},
}

// xmlReaderSettings is an XmlReaderSettings. Nothing outside a text is ever read, whatever it says.
type xmlReaderSettings struct{ value.Extended }

// TypeOf is XmlReaderSettings.
func (*xmlReaderSettings) TypeOf() *value.Type { return typeXmlReaderSettings }

var xmlReaderSettingsTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return value.Of(&xmlReaderSettings{}), nil
	}}},
	props: []prop{
		{sig: "bool IgnoreComments", get: boolOf(false), set: ignoreSet}, {sig: "bool IgnoreWhitespace", get: boolOf(false), set: ignoreSet},
	},
}
