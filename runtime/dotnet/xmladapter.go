package dotnet

import (
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

// A node shows its attributes and children as properties, by local name in any case (oracle/data, section 8).

// AdaptedNames are the names of attributes and children, each once.
func (x *XMLNode) AdaptedNames() []string {
	var seen value.NameIndex
	for _, a := range x.Node.Attrs {
		seen.Add(a.Local)
	}
	for _, c := range x.Node.Children {
		if shown(c) {
			seen.Add(c.LocalName())
		}
	}
	return seen.Names()
}

// shown tells whether a child is among the properties.
func shown(c *xmldom.Node) bool {
	return c.Kind != xmldom.Whitespace && c.Kind != xmldom.SignificantWhitespace
}

// named are the attributes and children of a name.
func (x *XMLNode) named(name string) []*xmldom.Node {
	var found []*xmldom.Node
	for _, a := range x.Node.Attrs {
		if value.EqualFold(a.Local, name) {
			found = append(found, a)
		}
	}
	for _, c := range x.Node.Children {
		if shown(c) && value.EqualFold(c.LocalName(), name) {
			found = append(found, c)
		}
	}
	return found
}

// AdaptedGet is the value of what has that name, an array if several have.
func (x *XMLNode) AdaptedGet(name string) (value.Value, bool) {
	found := x.named(name)
	switch len(found) {
	case 0:
		return value.NullValue, false
	case 1:
		return simpleXML(found[0]), true
	}
	out := make([]value.Value, len(found))
	for i, n := range found {
		out[i] = simpleXML(n)
	}
	return value.Of(value.NewArray(out)), true
}

// simpleXML is a node as a property shows it: what holds only text is that text.
func simpleXML(n *xmldom.Node) value.Value {
	switch n.Kind {
	case xmldom.Element:
		if !plainText(n) {
			return OfXML(n)
		}
	case xmldom.DocumentType, xmldom.EntityReference:
		return OfXML(n)
	}
	return value.OfString(n.InnerText())
}

// plainText tells whether an element holds nothing but text.
func plainText(n *xmldom.Node) bool {
	return len(n.Attrs) == 0 && (len(n.Children) == 0 || len(n.Children) == 1 && n.Children[0].Kind == xmldom.Text)
}

// AdaptedSet stores a text in the one attribute or plain element of that name.
func (x *XMLNode) AdaptedSet(name string, v value.Value) (bool, error) {
	found := x.named(name)
	if len(found) == 0 {
		return false, nil
	}
	n := found[0]
	switch {
	case len(found) > 1:
		return true, cannotSet(name, "XmlNodeSetRestrictionsMoreThanOneNode")
	case n.Kind == xmldom.Element && !plainText(n), n.Kind == xmldom.DocumentType:
		return true, cannotSet(name, "XmlNodeSetRestrictionsUnknownNodeType")
	}
	n.SetInnerText(value.ToString(v))
	return true, nil
}

func cannotSet(name, id string) error {
	return value.Throw(value.SetValueException, id, "Cannot set \""+name+"\" because only strings can be used as values to set XmlNode properties.")
}
