package dotnet

import (
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

var xmlElementTable = table{
	props: []prop{
		xmlSetter(xmlProp("bool IsEmpty", func(n *xmldom.Node) value.Value { return value.OfBool(n.Closed && len(n.Children) == 0) }), func(n *xmldom.Node, v value.Value) error {
			if n.Closed = v.Bool(); n.Closed {
				n.Clear()
				n.Closed = true
			}
			return nil
		}),
		xmlProp("bool HasAttributes", func(n *xmldom.Node) value.Value { return value.OfBool(len(n.Attrs) > 0) }),
	},
	methods: []method{
		xmlCall("string GetAttribute(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return attributeText(n.Attr(a[0].Str())), nil
		}),
		xmlCall("string GetAttribute(string localName, string namespaceURI)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return attributeText(n.AttrNS(a[0].Str(), a[1].Str())), nil
		}),
		xmlCall("void SetAttribute(string name, string value)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			if a[0].Str() == "" {
				return value.NullValue, &xmldom.EditError{Exception: "ArgumentException", Message: "The attribute local name cannot be empty."}
			}
			n.SetAttr(a[0].Str(), a[1].Str())
			return value.NothingValue, nil
		}),
		xmlCall("string SetAttribute(string localName, string namespaceURI, string value)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			x := n.AttrNS(a[0].Str(), a[1].Str())
			if x == nil {
				x = n.NewNamed(xmldom.Attribute, a[0].Str(), a[1].Str())
				if x.Prefix == "" && x.Space != "" && x.Space != xmldom.XMLNSSpace {
					x.Prefix = n.PrefixOf(x.Space)
				}
				x.Parent = n
				n.Attrs = append(n.Attrs, x)
			}
			x.Data = a[2].Str()
			return a[2], nil
		}),
		xmlCall("void RemoveAttribute(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			n.RemoveAttr(n.Attr(a[0].Str()))
			return value.NothingValue, nil
		}),
		xmlCall("void RemoveAttribute(string localName, string namespaceURI)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			n.RemoveAttr(n.AttrNS(a[0].Str(), a[1].Str()))
			return value.NothingValue, nil
		}),
		xmlCall("System.Xml.XmlAttribute GetAttributeNode(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return OfXML(n.Attr(a[0].Str())), nil
		}),
		xmlCall("System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return addAttribute(n, XMLOf(a[0]))
		}),
		xmlCall("System.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return OfXML(n.RemoveAttr(XMLOf(a[0]))), nil
		}),
		xmlCall("void RemoveAllAttributes()", func(n *xmldom.Node, _ []value.Value) (value.Value, error) {
			n.Attrs = nil
			return value.NothingValue, nil
		}),
		xmlCall("bool HasAttribute(string name)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return value.OfBool(n.Attr(a[0].Str()) != nil), nil
		}),
		xmlCall("bool HasAttribute(string localName, string namespaceURI)", func(n *xmldom.Node, a []value.Value) (value.Value, error) {
			return value.OfBool(n.AttrNS(a[0].Str(), a[1].Str()) != nil), nil
		}),
		xmlCall("System.Xml.XmlNodeList GetElementsByTagName(string name)", elementsByName),
		xmlCall("System.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)", elementsByLocalName),
	},
}

func attributeText(a *xmldom.Node) value.Value {
	if a == nil {
		return value.OfString("")
	}
	return value.OfString(a.Data)
}

// addAttribute puts an attribute on an element and gives the one that it replaces.
func addAttribute(n, a *xmldom.Node) (value.Value, error) {
	switch {
	case a == nil:
		return value.NullValue, nil
	case a.Parent != nil && a.Parent != n:
		return value.NullValue, &xmldom.EditError{Exception: "InvalidOperationException", Message: "The 'Attribute' node cannot be inserted because it is already an attribute of another element."}
	}
	old := n.Attr(a.Name())
	for i, x := range n.Attrs {
		if x == old && old != nil {
			n.Attrs[i] = a
			a.Parent = n
			return OfXML(old), nil
		}
	}
	n.Attrs = append(n.Attrs, a)
	a.Parent = n
	return value.NullValue, nil
}

func elementsByName(n *xmldom.Node, a []value.Value) (value.Value, error) {
	name := a[0].Str()
	return elementsWhere(n, func(x *xmldom.Node) bool { return name == "*" || x.Name() == name }), nil
}

func elementsByLocalName(n *xmldom.Node, a []value.Value) (value.Value, error) {
	local, space := a[0].Str(), a[1].Str()
	return elementsWhere(n, func(x *xmldom.Node) bool {
		return (local == "*" || x.Local == local) && (space == "*" || x.Space == space)
	}), nil
}

// elementsWhere are the elements below a node that pass a test.
func elementsWhere(n *xmldom.Node, pass func(*xmldom.Node) bool) value.Value {
	l := &xmlList{}
	n.Each(func(x *xmldom.Node) bool {
		if x != n && x.Kind == xmldom.Element && pass(x) {
			l.nodes = append(l.nodes, x)
		}
		return true
	})
	return value.Of(l)
}

var xmlAttributeTable = table{props: []prop{
	xmlRelative("System.Xml.XmlElement OwnerElement", func(n *xmldom.Node) *xmldom.Node { return n.Parent }),
	xmlProp("bool Specified", func(*xmldom.Node) value.Value { return value.True }),
}}
