package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

// xmlProp is a property of a node.
func xmlProp(sig string, get func(n *xmldom.Node) value.Value) prop {
	return prop{sig: sig, get: func(v value.Value) value.Value { return get(XMLOf(v)) }}
}

func xmlText(sig string, get func(n *xmldom.Node) string) prop {
	return xmlProp(sig, func(n *xmldom.Node) value.Value { return value.OfString(get(n)) })
}

func xmlRelative(sig string, get func(n *xmldom.Node) *xmldom.Node) prop {
	return xmlProp(sig, func(n *xmldom.Node) value.Value { return OfXML(get(n)) })
}

// xmlSetter adds a setter to a property.
func xmlSetter(p prop, set func(n *xmldom.Node, v value.Value) error) prop {
	p.set = func(_ value.Env, s, v value.Value) error { return xmlRaised(set(XMLOf(s), v)) }
	return p
}

// xmlCall is a method of a node.
func xmlCall(sig string, f func(n *xmldom.Node, a []value.Value) (value.Value, error)) method {
	return method{sig: sig, call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		x, err := f(XMLOf(s), a)
		return x, xmlRaised(err)
	}}
}

func childAt(n *xmldom.Node, i int) *xmldom.Node {
	if i < 0 || i >= len(n.Children) {
		return nil
	}
	return n.Children[i]
}

// xmlValue is XmlNode.Value: the text of what has no children, $null for the others.
func xmlValue(n *xmldom.Node) value.Value {
	switch n.Kind {
	case xmldom.Element, xmldom.Document, xmldom.Fragment, xmldom.DocumentType, xmldom.EntityReference:
		return value.NullValue
	}
	return value.OfString(n.Data)
}

func setInnerXML(n *xmldom.Node, v value.Value) error {
	if n.Kind == xmldom.Document {
		return n.Load(v.Str())
	}
	children, err := xmldom.ParseFragment(n, v.Str())
	if err != nil {
		return err
	}
	n.Clear()
	for i, c := range children {
		if err := n.Insert(c, i); err != nil {
			return err
		}
	}
	return nil
}

var xmlNodeTable = table{
	props: []prop{
		xmlText("string Name", (*xmldom.Node).Name),
		xmlSetter(xmlProp("string Value", xmlValue), func(n *xmldom.Node, v value.Value) error {
			if xmlValue(n).IsNull() {
				return &xmldom.EditError{Exception: "InvalidOperationException", Message: "Cannot set a value on node type '" + enumXmlNodeType.typ().Enum.Text(int64(n.Kind)) + "'."}
			}
			n.Data = v.Str()
			return nil
		}),
		xmlProp("System.Xml.XmlNodeType NodeType", func(n *xmldom.Node) value.Value { return enumXmlNodeType.of(int64(n.Kind)) }),
		xmlRelative("System.Xml.XmlNode ParentNode", func(n *xmldom.Node) *xmldom.Node {
			if n.Kind == xmldom.Attribute {
				return nil
			}
			return n.Parent
		}),
		xmlProp("System.Xml.XmlNodeList ChildNodes", func(n *xmldom.Node) value.Value { return value.Of(&xmlList{of: n}) }),
		xmlRelative("System.Xml.XmlNode PreviousSibling", func(n *xmldom.Node) *xmldom.Node { return n.Sibling(-1) }),
		xmlRelative("System.Xml.XmlNode NextSibling", func(n *xmldom.Node) *xmldom.Node { return n.Sibling(1) }),
		xmlProp("System.Xml.XmlAttributeCollection Attributes", func(n *xmldom.Node) value.Value {
			if n.Kind != xmldom.Element {
				return value.NullValue
			}
			return value.Of(&xmlAttributes{n})
		}),
		xmlRelative("System.Xml.XmlDocument OwnerDocument", func(n *xmldom.Node) *xmldom.Node { return n.Owner }),
		xmlRelative("System.Xml.XmlNode FirstChild", func(n *xmldom.Node) *xmldom.Node { return childAt(n, 0) }),
		xmlRelative("System.Xml.XmlNode LastChild", func(n *xmldom.Node) *xmldom.Node { return childAt(n, len(n.Children)-1) }),
		xmlProp("bool HasChildNodes", func(n *xmldom.Node) value.Value { return value.OfBool(len(n.Children) > 0) }),
		xmlText("string NamespaceURI", func(n *xmldom.Node) string { return n.Space }),
		xmlSetter(xmlText("string Prefix", func(n *xmldom.Node) string { return n.Prefix }), func(n *xmldom.Node, v value.Value) error {
			n.Prefix = v.Str()
			return nil
		}),
		xmlText("string LocalName", (*xmldom.Node).LocalName),
		xmlProp("bool IsReadOnly", func(*xmldom.Node) value.Value { return value.False }),
		xmlSetter(xmlText("string InnerText", (*xmldom.Node).InnerText), func(n *xmldom.Node, v value.Value) error {
			if n.Kind == xmldom.Document {
				return &xmldom.EditError{Exception: "InvalidOperationException", Message: "The 'InnerText' of a 'Document' node is read-only and cannot be set."}
			}
			n.SetInnerText(v.Str())
			return nil
		}),
		xmlText("string OuterXml", (*xmldom.Node).OuterXML),
		xmlSetter(xmlText("string InnerXml", (*xmldom.Node).InnerXML), setInnerXML),
		xmlText("string BaseURI", func(*xmldom.Node) string { return "" }),
	},
	methods: []method{
		xmlCall("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return insertXML(n, a[0], len(n.Children))
		}),
		xmlCall("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return insertXML(n, a[0], 0)
		}),
		xmlCall("System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return insertBeside(n, a[0], a[1], 0, len(n.Children))
		}),
		xmlCall("System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return insertBeside(n, a[0], a[1], 1, 0)
		}),
		xmlCall("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return a[0], n.Remove(XMLOf(a[0]))
		}),
		xmlCall("System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			i := n.Index(XMLOf(a[1]))
			if err := n.Remove(XMLOf(a[1])); err != nil {
				return a[1], err
			}
			return a[1], n.Insert(XMLOf(a[0]), i)
		}),
		xmlCall("System.Xml.XmlNode CloneNode(bool deep)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return OfXML(n.Clone(a[0].Bool())), nil
		}),
		xmlCall("System.Xml.XmlNode Clone()", func(n *xmldom.Node, _ []value.Value) (value.Value, error) { return OfXML(n.Clone(true)), nil }),
		xmlCall("void RemoveAll()", func(n *xmldom.Node, _ []value.Value) (value.Value, error) {
			n.Clear()
			n.Attrs = nil
			return value.NothingValue, nil
		}),
		xmlCall("void Normalize()", func(*xmldom.Node, []value.Value) (value.Value, error) { return value.NothingValue, nil }),
		xmlCall("string GetNamespaceOfPrefix(string prefix)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return value.OfString(n.NamespaceOf(a[0].Str())), nil
		}),
		xmlCall("string GetPrefixOfNamespace(string namespaceURI)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return value.OfString(n.PrefixOf(a[0].Str())), nil
		}),
		xmlCall("System.Collections.IEnumerator GetEnumerator()", func(n *xmldom.Node, _ []value.Value) (value.Value, error) {
			return newEnumerator(typeEnumerator, xmlValues(n.Children)), nil
		}),
		xmlCall("System.Xml.XmlElement get_Item(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			for _, c := range n.Children {
				if c.Kind == xmldom.Element && c.Name() == a[0].Str() {
					return OfXML(c), nil
				}
			}
			return value.NullValue, nil
		}),
		xmlCall("System.Xml.XPath.XPathNavigator CreateNavigator()", func(n *xmldom.Node, _ []value.Value) (value.Value, error) {
			return value.Of(&xpathNavigator{n}), nil
		}),
		xmlCall("System.Xml.XmlNodeList SelectNodes(string xpath)", selectNodes), xmlCall("System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)", selectNodes),
		xmlCall("System.Xml.XmlNode SelectSingleNode(string xpath)", selectSingle), xmlCall("System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)", selectSingle),
		{sig: "void WriteTo(System.Xml.XmlWriter w)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return value.NothingValue, xmlRaised(xmlWriterOf(a[0]).add(XMLOf(s)))
		}},
		{sig: "void WriteContentTo(System.Xml.XmlWriter w)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			for _, c := range XMLOf(s).Children {
				if err := xmlWriterOf(a[0]).add(c); err != nil {
					return s, xmlRaised(err)
				}
			}
			return value.NothingValue, nil
		}},
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(XMLOf(s).LocalName()) }},
	},
}

func insertXML(n *xmldom.Node, child value.Value, i int) (value.Value, error) {
	return child, n.Insert(XMLOf(child), i)
}

// insertBeside inserts before or after a child; without one, at the place that the method has for that.
func insertBeside(n *xmldom.Node, child, beside value.Value, by, otherwise int) (value.Value, error) {
	at := otherwise
	if r := XMLOf(beside); r != nil {
		if at = n.Index(r); at < 0 {
			return child, &xmldom.EditError{Exception: "ArgumentException", Message: "The reference node is not a child of this node."}
		}
		at += by
	}
	return insertXML(n, child, at)
}

func xmlValues(nodes []*xmldom.Node) []value.Value {
	out := make([]value.Value, len(nodes))
	for i, n := range nodes {
		out[i] = OfXML(n)
	}
	return out
}

func selectNodes(n *xmldom.Node, a []value.Value) (value.Value, error) {
	found, err := SelectXML(n, a[0].Str(), resolverOf(a, 1))
	return value.Of(&xmlList{nodes: found, path: true}), err
}

func selectSingle(n *xmldom.Node, a []value.Value) (value.Value, error) {
	found, err := SelectXML(n, a[0].Str(), resolverOf(a, 1))
	if err != nil || len(found) == 0 {
		return value.NullValue, err
	}
	return OfXML(found[0]), nil
}

// SelectXML are the nodes that an XPath expression gives at a node; resolve may be nil.
func SelectXML(n *xmldom.Node, path string, resolve func(prefix string) (string, bool)) ([]*xmldom.Node, error) {
	x, err := xmldom.Compile(path)
	if err != nil {
		return nil, xmlRaised(err)
	}
	found, err := x.Select(n, resolve)
	return found, xmlRaised(err)
}

var xmlCharactersTable = table{
	props: []prop{
		xmlSetter(xmlText("string Data", func(n *xmldom.Node) string { return n.Data }), func(n *xmldom.Node, v value.Value) error { n.Data = v.Str(); return nil }),
		xmlProp("int Length", func(n *xmldom.Node) value.Value { return value.OfInt(text.Utf16Len(n.Data)) }),
	},
	methods: []method{
		xmlCall("void AppendData(string strData)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			n.Data += a[0].Str()
			return value.NothingValue, nil
		}),
	},
}

var xmlDeclarationTable = table{props: []prop{
	xmlText("string Version", func(n *xmldom.Node) string { return declarationPart(n, "version") }),
	xmlSetter(xmlText("string Encoding", func(n *xmldom.Node) string { return declarationPart(n, "encoding") }), func(n *xmldom.Node, v value.Value) error {
		n.Data = declarationText(declarationPart(n, "version"), v.Str(), declarationPart(n, "standalone"))
		return nil
	}),
	xmlSetter(xmlText("string Standalone", func(n *xmldom.Node) string { return declarationPart(n, "standalone") }), func(n *xmldom.Node, v value.Value) error {
		n.Data = declarationText(declarationPart(n, "version"), declarationPart(n, "encoding"), v.Str())
		return nil
	}),
}}

func declarationPart(n *xmldom.Node, name string) string {
	s, _ := xmldom.DeclarationPart(n.Data, name)
	return s
}

func declarationText(version, encoding, standalone string) string {
	s := "version=\"" + version + "\""
	if encoding != "" {
		s += " encoding=\"" + encoding + "\""
	}
	if standalone != "" {
		s += " standalone=\"" + standalone + "\""
	}
	return s
}

var xmlInstructionTable = table{props: []prop{
	xmlText("string Target", func(n *xmldom.Node) string { return n.Local }),
	xmlSetter(xmlText("string Data", func(n *xmldom.Node) string { return n.Data }), func(n *xmldom.Node, v value.Value) error { n.Data = v.Str(); return nil }),
}}
