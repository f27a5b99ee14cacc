package dotnet

import (
	"errors"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

// xmlClass is a type of System.Xml.
func xmlClass(name string, base *value.Type, iface ...*value.Type) *value.Type {
	return within("System.Private.Xml", class("System.Xml."+name, base, 0, iface...))
}

var (
	typeXmlNode         = xmlClass("XmlNode", value.TypeObject, value.IfaceCloneable)
	typeXmlLinkedNode   = xmlClass("XmlLinkedNode", typeXmlNode)
	typeXmlDocument     = xmlClass("XmlDocument", typeXmlNode)
	typeXmlElement      = xmlClass("XmlElement", typeXmlLinkedNode)
	typeXmlAttribute    = xmlClass("XmlAttribute", typeXmlNode)
	typeXmlCharacters   = xmlClass("XmlCharacterData", typeXmlLinkedNode)
	typeXmlText         = xmlClass("XmlText", typeXmlCharacters)
	typeXmlCDATA        = xmlClass("XmlCDataSection", typeXmlCharacters)
	typeXmlComment      = xmlClass("XmlComment", typeXmlCharacters)
	typeXmlWhitespace   = xmlClass("XmlWhitespace", typeXmlCharacters)
	typeXmlSignificant  = xmlClass("XmlSignificantWhitespace", typeXmlCharacters)
	typeXmlDeclaration  = xmlClass("XmlDeclaration", typeXmlLinkedNode)
	typeXmlInstruction  = xmlClass("XmlProcessingInstruction", typeXmlLinkedNode)
	typeXmlDocumentType = xmlClass("XmlDocumentType", typeXmlLinkedNode)
	typeXmlReference    = xmlClass("XmlEntityReference", typeXmlLinkedNode)
	typeXmlFragment     = xmlClass("XmlDocumentFragment", typeXmlNode)
	enumXmlNodeType     = enumeration{full: "System.Xml.XmlNodeType", names: "None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity XmlDeclaration"}
)

// TypeXmlDocument is [xml], TypeXmlNode the base of its nodes.
var (
	TypeXmlDocument = typeXmlDocument
	TypeXmlNode     = typeXmlNode
)

// XMLNode is a node as an object. A node has one, so that two ways to it give the same.
type XMLNode struct {
	value.Extended
	Node *xmldom.Node
}

// OfXML is a node as a value, $null for nil.
func OfXML(n *xmldom.Node) value.Value {
	if n == nil {
		return value.NullValue
	}
	x, ok := n.Handle.(*XMLNode)
	if !ok {
		x = &XMLNode{Node: n}
		n.Handle = x
	}
	return value.Of(x)
}

// XMLOf is the node in a value, nil if it is none.
func XMLOf(v value.Value) *xmldom.Node {
	if x, ok := value.As[*XMLNode](v.Base()); ok {
		return x.Node
	}
	return nil
}

// TypeOf is the type for the kind of node.
func (x *XMLNode) TypeOf() *value.Type {
	switch x.Node.Kind {
	case xmldom.Document:
		return typeXmlDocument
	case xmldom.Element:
		return typeXmlElement
	case xmldom.Attribute:
		return typeXmlAttribute
	case xmldom.Text:
		return typeXmlText
	case xmldom.CDATA:
		return typeXmlCDATA
	case xmldom.Comment:
		return typeXmlComment
	case xmldom.Whitespace:
		return typeXmlWhitespace
	case xmldom.SignificantWhitespace:
		return typeXmlSignificant
	case xmldom.Declaration:
		return typeXmlDeclaration
	case xmldom.ProcessingInstruction:
		return typeXmlInstruction
	case xmldom.DocumentType:
		return typeXmlDocumentType
	case xmldom.Fragment:
		return typeXmlFragment
	}
	return typeXmlReference
}

// ToText is the type's name: a node in a string says no more (oracle/data, section 8).
func (x *XMLNode) ToText() string { return x.TypeOf().FullName }

// FormatText is the local name, as ToString() and the cells of tables have it, which are in a culture; strings are in none.
func (x *XMLNode) FormatText(_ string, c *text.Culture) (string, error) {
	if c == text.Invariant {
		return x.ToText(), nil
	}
	return x.Node.LocalName(), nil
}

// xmlRaised is the exception of an error of package xmldom.
func xmlRaised(err error) error {
	var parse *xmldom.ParseError
	var edit *xmldom.EditError
	var path *xmldom.XPathError
	switch {
	case errors.As(err, &parse):
		e := value.Throw(typeXmlException, "", parse.Message)
		e.Details = append(e.Details, value.Detail{Name: "LineNumber", Value: value.OfInt(parse.Line)},
			value.Detail{Name: "LinePosition", Value: value.OfInt(parse.Column)})
		return e
	case errors.As(err, &path):
		return value.Throw(typeXPathException, "", path.Message)
	case errors.As(err, &edit):
		if edit.Exception == "InvalidOperationException" {
			return raise(value.InvalidOperationException, edit.Message)
		}
		return raise(value.ArgumentException, edit.Message)
	}
	return err
}
