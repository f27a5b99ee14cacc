package dotnet

import (
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

var (
	typeXmlNodeList    = xmlClass("XmlNodeList", value.TypeObject, value.IfaceEnumerable)
	typeXmlChildNodes  = xmlClass("XmlChildNodes", typeXmlNodeList)
	typeXPathNodeList  = xmlClass("XPathNodeList", typeXmlNodeList)
	typeXmlElementList = xmlClass("XmlElementList", typeXmlNodeList)
	typeXmlNamedMap    = xmlClass("XmlNamedNodeMap", value.TypeObject, value.IfaceEnumerable)
	typeXmlAttributes  = xmlClass("XmlAttributeCollection", typeXmlNamedMap, value.IfaceCollection)
)

// xmlList is a list of nodes: the children of one, which follows their changes, or those that a search found.
type xmlList struct {
	of    *xmldom.Node
	nodes []*xmldom.Node
	path  bool
}

// TypeOf is the kind of list.
func (l *xmlList) TypeOf() *value.Type {
	switch {
	case l.of != nil:
		return typeXmlChildNodes
	case l.path:
		return typeXPathNodeList
	}
	return typeXmlElementList
}

func (l *xmlList) all() []*xmldom.Node {
	if l.of != nil {
		return l.of.Children
	}
	return l.nodes
}

// Each yields the nodes.
func (l *xmlList) Each(yield func(value.Value) error) error { return eachXML(l.all(), yield) }

func eachXML(nodes []*xmldom.Node, yield func(value.Value) error) error {
	for _, n := range append([]*xmldom.Node(nil), nodes...) {
		if err := yield(OfXML(n)); err != nil {
			return err
		}
	}
	return nil
}

// xmlAttributes are the attributes of an element.
type xmlAttributes struct{ of *xmldom.Node }

// TypeOf is XmlAttributeCollection.
func (*xmlAttributes) TypeOf() *value.Type { return typeXmlAttributes }

// Each yields the attributes.
func (m *xmlAttributes) Each(yield func(value.Value) error) error { return eachXML(m.of.Attrs, yield) }

func xmlListOf(v value.Value) []*xmldom.Node {
	if l, ok := value.As[*xmlList](v); ok {
		return l.all()
	}
	if m, ok := value.As[*xmlAttributes](v); ok {
		return m.of.Attrs
	}
	return nil
}

func xmlItem(s value.Value, a []value.Value) value.Value {
	if list, i := xmlListOf(s), integer(a[0]); i >= 0 && i < len(list) {
		return OfXML(list[i])
	}
	return value.NullValue
}

var xmlListTable = table{
	props: []prop{{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(len(xmlListOf(s))) }}},
	methods: []method{
		{sig: "System.Xml.XmlNode Item(int index)", do: xmlItem},
		{sig: "System.Xml.XmlNode get_ItemOf(int i)", do: xmlItem},
		{sig: "System.Xml.XmlNode get_Item(int index)", do: xmlItem},
		{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(s value.Value, _ []value.Value) value.Value {
			return newEnumerator(typeEnumerator, xmlValues(xmlListOf(s)))
		}},
	},
}

func attributesOf(v value.Value) *xmldom.Node {
	m, _ := value.As[*xmlAttributes](v)
	return m.of
}

// attributeChange is a method that changes the attributes of the element.
func attributeChange(sig string, f func(n *xmldom.Node, a []value.Value) (value.Value, error)) method {
	return method{sig: sig, call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		x, err := f(attributesOf(s), a)
		return x, xmlRaised(err)
	}}
}

var xmlAttributesTable = table{
	props: xmlListTable.props,
	methods: concatRows(xmlListTable.methods, []method{
		attributeChange("System.Xml.XmlAttribute get_Item(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) { return OfXML(n.Attr(a[0].Str())), nil }),
		attributeChange("System.Xml.XmlNode GetNamedItem(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) { return OfXML(n.Attr(a[0].Str())), nil }),
		attributeChange("System.Xml.XmlNode GetNamedItem(string localName, string namespaceURI)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return OfXML(n.AttrNS(a[0].Str(), a[1].Str())), nil
		}),
		attributeChange("System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return addAttribute(n, XMLOf(a[0]))
		}),
		attributeChange("System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			_, err := addAttribute(n, XMLOf(a[0]))
			return a[0], err
		}),
		attributeChange("System.Xml.XmlAttribute Prepend(System.Xml.XmlAttribute node)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			x := XMLOf(a[0])
			n.RemoveAttr(n.Attr(x.Name()))
			x.Parent = n
			n.Attrs = append([]*xmldom.Node{x}, n.Attrs...)
			return a[0], nil
		}),
		attributeChange("System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return OfXML(n.RemoveAttr(XMLOf(a[0]))), nil
		}),
		attributeChange("System.Xml.XmlNode RemoveNamedItem(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return OfXML(n.RemoveAttr(n.Attr(a[0].Str()))), nil
		}),
		attributeChange("void RemoveAll()", func(n *xmldom.Node, _ []value.Value) (value.Value, error) {
			n.Attrs = nil
			return value.NothingValue, nil
		}),
	}),
}
