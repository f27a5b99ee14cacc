package dotnet

import (
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

var (
	typeXPathNavigator   = within("System.Private.Xml", class("System.Xml.XPath.XPathNavigator", value.TypeObject, 0, value.IfaceCloneable))
	typeXPathIterator    = within("System.Private.Xml", class("System.Xml.XPath.XPathNodeIterator", value.TypeObject, 0, value.IfaceEnumerable))
	typeNamespaceManager = xmlClass("XmlNamespaceManager", value.TypeObject, value.IfaceEnumerable)
)

// namespaceManager is an XmlNamespaceManager.
type namespaceManager struct {
	names value.NameIndex
	uris  []string
}

// TypeOf is XmlNamespaceManager.
func (*namespaceManager) TypeOf() *value.Type { return typeNamespaceManager }

// Each yields the prefixes.
func (m *namespaceManager) Each(yield func(value.Value) error) error {
	for _, n := range m.names.Names() {
		if err := yield(value.OfString(n)); err != nil {
			return err
		}
	}
	return nil
}

func (m *namespaceManager) add(prefix, uri string) {
	i := m.names.Add(prefix)
	if i == len(m.uris) {
		m.uris = append(m.uris, "")
	}
	m.uris[i] = uri
}

func (m *namespaceManager) lookup(prefix string) (string, bool) {
	switch prefix {
	case "xml":
		return xmldom.XMLSpace, true
	case "xmlns":
		return xmldom.XMLNSSpace, true
	}
	i := m.names.Find(prefix)
	if i < 0 || m.names.Names()[i] != prefix {
		return "", false
	}
	return m.uris[i], true
}

func managerOf(v value.Value) *namespaceManager {
	m, _ := value.As[*namespaceManager](v)
	return m
}

// resolverOf is the look-up of prefixes by the i-th argument, nil if it is left out.
func resolverOf(a []value.Value, i int) func(prefix string) (string, bool) {
	if i < len(a) {
		if m := managerOf(a[i]); m != nil {
			return m.lookup
		}
	}
	return nil
}

var namespaceManagerTable = table{
	ctors: []ctor{{"(System.Xml.XmlNameTable nameTable)", func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return value.Of(&namespaceManager{}), nil
	}}},
	props: []prop{{sig: "string DefaultNamespace", get: func(s value.Value) value.Value {
		uri, _ := managerOf(s).lookup("")
		return value.OfString(uri)
	}}},
	methods: []method{
		{sig: "void AddNamespace(string prefix, string uri)", do: func(s value.Value, a []value.Value) value.Value {
			managerOf(s).add(a[0].Str(), a[1].Str())
			return value.NothingValue
		}},
		{sig: "bool HasNamespace(string prefix)", do: func(s value.Value, a []value.Value) value.Value {
			_, ok := managerOf(s).lookup(a[0].Str())
			return value.OfBool(ok)
		}},
		{sig: "string LookupNamespace(string prefix)", do: func(s value.Value, a []value.Value) value.Value {
			if uri, ok := managerOf(s).lookup(a[0].Str()); ok {
				return value.OfString(uri)
			}
			return value.NullValue
		}},
		{sig: "string LookupPrefix(string uri)", do: func(s value.Value, a []value.Value) value.Value {
			m := managerOf(s)
			for i, uri := range m.uris {
				if uri == a[0].Str() {
					return value.OfString(m.names.Names()[i])
				}
			}
			return value.NullValue
		}},
		{sig: "void PushScope()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "bool PopScope()", do: func(value.Value, []value.Value) value.Value { return value.False }},
	},
}

// xpathNavigator is an XPathNavigator at a node.
type xpathNavigator struct{ at *xmldom.Node }

// TypeOf is XPathNavigator.
func (*xpathNavigator) TypeOf() *value.Type { return typeXPathNavigator }

// ToText is the text of the node.
func (n *xpathNavigator) ToText() string { return n.at.InnerText() }

func navigatorOf(v value.Value) *xpathNavigator {
	n, _ := value.As[*xpathNavigator](v)
	return n
}

// xpathIterator is what Select gives: navigators, one a node.
type xpathIterator struct{ nodes []*xmldom.Node }

// TypeOf is XPathNodeIterator.
func (*xpathIterator) TypeOf() *value.Type { return typeXPathIterator }

// Each yields navigators.
func (i *xpathIterator) Each(yield func(value.Value) error) error {
	for _, n := range i.nodes {
		if err := yield(value.Of(&xpathNavigator{n})); err != nil {
			return err
		}
	}
	return nil
}

func evaluateXPath(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	x, err := xmldom.Compile(a[0].Str())
	if err != nil {
		return s, xmlRaised(err)
	}
	v, err := x.Evaluate(navigatorOf(s).at, resolverOf(a, 1))
	if err != nil {
		return s, xmlRaised(err)
	}
	switch r := v.(type) {
	case float64:
		return value.OfDouble(r), nil
	case bool:
		return value.OfBool(r), nil
	case string:
		return value.OfString(r), nil
	case []*xmldom.Node:
		return value.Of(&xpathIterator{r}), nil
	}
	return value.NullValue, nil
}

func selectByXPath(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	found, err := SelectXML(navigatorOf(s).at, a[0].Str(), resolverOf(a, 1))
	return value.Of(&xpathIterator{found}), err
}

// navigatorText is a property of the node that a navigator is at.
func navigatorText(sig string, f func(n *xmldom.Node) string) prop {
	return prop{sig: sig, get: func(s value.Value) value.Value { return value.OfString(f(navigatorOf(s).at)) }}
}

var xpathNavigatorTable = table{
	props: []prop{
		navigatorText("string Name", (*xmldom.Node).Name), navigatorText("string LocalName", (*xmldom.Node).LocalName),
		navigatorText("string Value", (*xmldom.Node).InnerText), navigatorText("string OuterXml", (*xmldom.Node).OuterXML),
		navigatorText("string InnerXml", (*xmldom.Node).InnerXML), navigatorText("string NamespaceURI", func(n *xmldom.Node) string { return n.Space }),
		{sig: "System.Object UnderlyingObject", get: func(s value.Value) value.Value { return OfXML(navigatorOf(s).at) }},
	},
	methods: []method{
		{sig: "System.Object Evaluate(string xpath)", call: evaluateXPath},
		{sig: "System.Object Evaluate(string xpath, System.Xml.IXmlNamespaceResolver resolver)", call: evaluateXPath},
		{sig: "System.Xml.XPath.XPathNodeIterator Select(string xpath)", call: selectByXPath},
		{sig: "System.Xml.XPath.XPathNodeIterator Select(string xpath, System.Xml.IXmlNamespaceResolver resolver)", call: selectByXPath},
		{sig: "System.Xml.XPath.XPathNavigator SelectSingleNode(string xpath)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			found, err := SelectXML(navigatorOf(s).at, a[0].Str(), nil)
			if err != nil || len(found) == 0 {
				return value.NullValue, err
			}
			return value.Of(&xpathNavigator{found[0]}), nil
		}},
		{sig: "string GetAttribute(string localName, string namespaceURI)", do: func(s value.Value, a []value.Value) value.Value {
			return attributeText(navigatorOf(s).at.AttrNS(a[0].Str(), a[1].Str()))
		}},
	},
}

var xpathIteratorTable = table{props: []prop{{sig: "int Count", get: func(s value.Value) value.Value {
	i, _ := value.As[*xpathIterator](s)
	return value.OfInt(len(i.nodes))
}}}}
