package dotnet

import (
	"strings"

	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

// xmlConversion is [xml]v, which reads the text of any value. An array is joined; an empty text makes an empty document, one without a tag is
// a text that a document cannot hold (oracle/data, section 8; oracle/tables/casts).
func xmlConversion() *value.Conversion {
	return &value.Conversion{ID: "InvalidCastToXmlDocument", From: func(env value.Env, v value.Value) (value.Value, bool, error) {
		if n := XMLOf(v); n != nil {
			return v, false, nil
		}
		doc := xmldom.NewDocument()
		if s := value.ToString(v); s != "" {
			if !strings.Contains(s, "<") {
				return v, true, raise(value.InvalidOperationException, "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.")
			}
			if err := doc.Load(s); err != nil {
				return v, true, xmlRaised(err)
			}
		}
		return OfXML(doc), true, nil
	}}
}

func newXMLDocument(value.Env, value.Value, []value.Value) (value.Value, error) {
	return OfXML(xmldom.NewDocument()), nil
}

// xmlSource is what a Load method reads: a path, a stream, a reader of texts or of XML.
func xmlSource(env value.Env, v value.Value) (string, error) {
	if r := readerOf(v); r != nil {
		return r.rest, nil
	}
	if b, ok := StreamRest(v); ok {
		return decodeFile(b, encodingUTF8Plain), nil
	}
	if r := xmlReaderOf(v); r != nil {
		return r.src, nil
	}
	b, err := readFile(env, v.Str())
	if err != nil {
		return "", err
	}
	return decodeFile(b, encodingUTF8Plain), nil
}

func loadXML(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
	src, err := xmlSource(env, a[0])
	if err != nil {
		return s, err
	}
	return value.NothingValue, xmlRaised(XMLOf(s).Load(src))
}

// saveXML writes a document in two-blank steps: to a file or stream in the encoding of its declaration, to a writer of texts as UTF-16.
func saveXML(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
	n := XMLOf(s)
	if w := xmlWriterOf(a[0]); w != nil {
		for _, c := range n.Children {
			if err := w.add(c); err != nil {
				return s, xmlRaised(err)
			}
		}
		return value.NothingValue, w.flush(env)
	}
	l := xmldom.Layout{Indent: "  ", Newline: newline(env)}
	if n.Preserve {
		l.Indent = ""
	}
	if w := writerOf(a[0]); w != nil {
		l.Encoding = w.encodingName()
		l.Declaration = "<?xml version=\"1.0\" encoding=\"" + l.Encoding + "\"?>"
		return value.NothingValue, w.write(n.Print(l))
	}
	e, marked := documentEncoding(n)
	b := e.encode(n.Print(l))
	if marked {
		b = append(append([]byte(nil), e.preamble...), b...)
	}
	if st := streamOf(a[0]); st != nil {
		return value.NothingValue, st.write(b)
	}
	return value.NothingValue, writeFile(env, a[0].Str(), b, false)
}

// documentEncoding is the encoding that a document's declaration names, with its mark; UTF-8 without one if it has none.
func documentEncoding(n *xmldom.Node) (e *Encoding, marked bool) {
	if len(n.Children) == 0 || n.Children[0].Kind != xmldom.Declaration {
		return encodingUTF8Plain, false
	}
	name := strings.ToLower(declarationPart(n.Children[0], "encoding"))
	if name == "" {
		return encodingUTF8Plain, false
	}
	if e, ok := encodingNames[name]; ok {
		if e.kind == kindUTF8 {
			return encodingUTF8, true
		}
		return e, true
	}
	return encodingUTF8Plain, false
}

// making is a method of a document that makes a node.
func making(sig string, f func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error)) method {
	return xmlCall(sig, func(n *xmldom.Node, a []value.Value) (value.Value, error) {
		x, err := f(n, a)
		return OfXML(x), err
	})
}

func makingText(sig string, k xmldom.Kind) method {
	return making(sig, func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) { return n.New(k, a[0].Str()), nil })
}

// makingNamed are the three ways of making an element or attribute: by name, by name and namespace, and by prefix too.
func makingNamed(result, name string, k xmldom.Kind) []method {
	check := func(name string) error {
		if name == "" || strings.ContainsAny(name, " <>&\"'/") {
			if name == "" {
				return &xmldom.EditError{Exception: "ArgumentException", Message: "The local name for elements or attributes cannot be null or an empty string."}
			}
			i := strings.IndexAny(name, " <>&\"'/")
			return &xmldom.ParseError{Message: "The '" + name[i:i+1] + "' character, hexadecimal value 0x" + hexDigits(uint64(name[i]), 2) + ", cannot be included in a name."}
		}
		return nil
	}
	return []method{
		making(result+" "+name+"(string name)", func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
			return n.NewNamed(k, a[0].Str(), ""), check(a[0].Str())
		}),
		making(result+" "+name+"(string qualifiedName, string namespaceURI)", func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
			return n.NewNamed(k, a[0].Str(), a[1].Str()), check(a[0].Str())
		}),
		making(result+" "+name+"(string prefix, string localName, string namespaceURI)", func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
			x := n.NewNamed(k, a[1].Str(), a[2].Str())
			x.Prefix = a[0].Str()
			return x, check(a[1].Str())
		}),
	}
}

var xmlDocumentTable = table{
	ctors: []ctor{{"()", newXMLDocument}},
	props: []prop{
		xmlRelative("System.Xml.XmlElement DocumentElement", (*xmldom.Node).Root),
		xmlRelative("System.Xml.XmlDocumentType DocumentType", func(n *xmldom.Node) *xmldom.Node {
			for _, c := range n.Children {
				if c.Kind == xmldom.DocumentType {
					return c
				}
			}
			return nil
		}),
		xmlSetter(xmlProp("bool PreserveWhitespace", func(n *xmldom.Node) value.Value { return value.OfBool(n.Preserve) }), func(n *xmldom.Node, v value.Value) error {
			n.Preserve = v.Bool()
			return nil
		}),
		xmlProp("System.Xml.XmlNameTable NameTable", func(*xmldom.Node) value.Value { return value.Of(&xmlNameTable{}) }),
		xmlSetter(xmlProp("System.Xml.XmlResolver XmlResolver", func(*xmldom.Node) value.Value { return value.NullValue }), func(*xmldom.Node, value.Value) error { return nil }),
	},
	methods: concatRows(
		makingNamed("System.Xml.XmlElement", "CreateElement", xmldom.Element), makingNamed("System.Xml.XmlAttribute", "CreateAttribute", xmldom.Attribute),
		[]method{
			xmlCall("void LoadXml(string xml)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
				return value.NothingValue, n.Load(a[0].Str())
			}),
			{sig: "void Load(string filename)", call: loadXML}, {sig: "void Load(System.IO.Stream inStream)", call: loadXML},
			{sig: "void Load(System.IO.TextReader txtReader)", call: loadXML}, {sig: "void Load(System.Xml.XmlReader reader)", call: loadXML},
			{sig: "void Save(string filename)", call: saveXML}, {sig: "void Save(System.IO.Stream outStream)", call: saveXML},
			{sig: "void Save(System.IO.TextWriter writer)", call: saveXML}, {sig: "void Save(System.Xml.XmlWriter w)", call: saveXML},
			makingText("System.Xml.XmlText CreateTextNode(string text)", xmldom.Text),
			makingText("System.Xml.XmlCDataSection CreateCDataSection(string data)", xmldom.CDATA),
			makingText("System.Xml.XmlComment CreateComment(string data)", xmldom.Comment),
			makingText("System.Xml.XmlWhitespace CreateWhitespace(string text)", xmldom.Whitespace),
			makingText("System.Xml.XmlSignificantWhitespace CreateSignificantWhitespace(string text)", xmldom.SignificantWhitespace),
			making("System.Xml.XmlDocumentFragment CreateDocumentFragment()", func(n *xmldom.Node, _ []value.Value) (*xmldom.Node, error) {
				return n.New(xmldom.Fragment, ""), nil
			}),
			making("System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)", func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
				x := n.New(xmldom.ProcessingInstruction, a[1].Str())
				x.Local = a[0].Str()
				return x, nil
			}),
			making("System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)", func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
				if a[0].Str() != "1.0" {
					return nil, &xmldom.EditError{Exception: "ArgumentException", Message: "Wrong XML version information. The XML must match production \"VersionNum ::= '1.' [0-9]+\"."}
				}
				return n.New(xmldom.Declaration, declarationText(a[0].Str(), a[1].Str(), a[2].Str())), nil
			}),
			making("System.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)", createNode),
			making("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)", func(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
				x := XMLOf(a[0])
				if x == nil {
					return nil, &xmldom.EditError{Exception: "InvalidOperationException", Message: "Cannot import a null node."}
				}
				return n.Import(x, a[1].Bool()), nil
			}),
			xmlCall("System.Xml.XmlNodeList GetElementsByTagName(string name)", elementsByName),
			xmlCall("System.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)", elementsByLocalName),
			xmlCall("System.Xml.XmlElement GetElementById(string elementId)", func(*xmldom.Node, []value.Value) (value.Value, error) { return value.NullValue, nil }),
		}),
}

func createNode(n *xmldom.Node, a []value.Value) (*xmldom.Node, error) {
	switch strings.ToLower(a[0].Str()) {
	case "element":
		return n.NewNamed(xmldom.Element, a[1].Str(), a[2].Str()), nil
	case "attribute":
		return n.NewNamed(xmldom.Attribute, a[1].Str(), a[2].Str()), nil
	case "text":
		return n.New(xmldom.Text, ""), nil
	case "cdatasection":
		return n.New(xmldom.CDATA, ""), nil
	case "comment":
		return n.New(xmldom.Comment, ""), nil
	case "documentfragment":
		return n.New(xmldom.Fragment, ""), nil
	}
	return nil, &xmldom.EditError{Exception: "ArgumentException", Message: "'" + a[0].Str() + "' does not represent any 'XmlNodeType'."}
}

// xmlNameTable is a document's table of names, which a namespace manager is made with.
type xmlNameTable struct{}

var typeXmlNameTable = xmlClass("NameTable", xmlClass("XmlNameTable", value.TypeObject))

// TypeOf is NameTable.
func (*xmlNameTable) TypeOf() *value.Type { return typeXmlNameTable }
