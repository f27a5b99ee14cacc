package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

const (
	selectXMLNode = iota
	selectXMLPath
	selectXMLLiteral
	selectXMLContent
	selectXMLQuery
	selectXMLNamespace
)

var selectXML = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Select-Xml", TypeName: "Microsoft.PowerShell.Commands.SelectXmlCommand", Cmdlet: true, DefaultSet: "Xml",
		Params: []bind.Parameter{
			selectXMLNode: {Name: "Xml", Aliases: []string{"Node"}, Type: value.ArrayOf(dotnet.TypeXmlNode),
				Sets: []bind.Membership{{Set: "Xml", Mandatory: true, Position: 1, FromPipeline: true, FromPipelineByName: true}}},
			selectXMLPath:      {Name: "Path", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Path", Mandatory: true, Position: 1, FromPipelineByName: true}}},
			selectXMLLiteral:   {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "LiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
			selectXMLContent:   {Name: "Content", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Content", Mandatory: true, Position: bind.NoPosition, FromPipeline: true}}},
			selectXMLQuery:     {Name: "XPath", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 0}}},
			selectXMLNamespace: {Name: "Namespace", Type: value.TypeHashtable, Sets: anywhere()},
		}},
	Module: module, Synopsis: "Finds nodes in XML by XPath.",
	New: func() runtime.Command { return &xmlSelection{} },
}

// selectXMLInfo is what Select-Xml gives for each node.
var selectXMLInfo = newRecordType("Microsoft.PowerShell.Commands.SelectXmlInfo", value.TypeObject,
	recordProperty{"Node", dotnet.TypeXmlNode}, recordProperty{"Path", value.TypeString}, recordProperty{"Pattern", value.TypeString})

// xmlSelection looks into one document after the other.
type xmlSelection struct{ prefixes map[string]string }

// Begin reads the namespaces.
func (s *xmlSelection) Begin(c *runtime.Call) error {
	d, ok := value.As[*value.Dictionary](c.Value(selectXMLNamespace).Base())
	if !ok {
		return nil
	}
	s.prefixes = map[string]string{}
	for k, v := range d.All {
		s.prefixes[value.ToString(k)] = value.ToString(v)
	}
	return nil
}

// Process searches what one object of the pipeline names.
func (s *xmlSelection) Process(c *runtime.Call) error {
	switch {
	case c.Bound(selectXMLNode):
		for _, v := range c.List(selectXMLNode) {
			if err := s.search(c, dotnet.XMLOf(v), ""); err != nil {
				return err
			}
		}
	case c.Bound(selectXMLContent):
		for _, text := range c.Strings(selectXMLContent) {
			v, err := c.Cast(value.OfString(text), dotnet.TypeXmlDocument)
			if e, ok := err.(*value.Exception); ok {
				if err := c.Fail(e); err != nil {
					return err
				}
				continue
			}
			if err := s.search(c, dotnet.XMLOf(v), ""); err != nil {
				return err
			}
		}
	default:
		paths, literal := c.Strings(selectXMLPath), false
		if c.Bound(selectXMLLiteral) {
			paths, literal = c.Strings(selectXMLLiteral), true
		}
		for _, path := range paths {
			if err := s.files(c, path, literal); err != nil {
				return err
			}
		}
	}
	return nil
}

// End has nothing left to do.
func (s *xmlSelection) End(*runtime.Call) error { return nil }

// files searches the files that a path names; white space counts in them.
func (s *xmlSelection) files(c *runtime.Call, path string, literal bool) error {
	found, _, err := drive.Match(c, path, literal)
	if e, ok := err.(*value.Exception); ok {
		return c.Fail(e)
	}
	for _, p := range found {
		b, err := content.ReadFile(c.Host().Files, p.Item)
		if err != nil {
			if err := c.Fail(xmlFileFailure(p.Item, content.Failure(c, p.Item, err))); err != nil {
				return err
			}
			continue
		}
		doc, err := xmldom.Parse(dotnet.EncodingUTF8.DecodeFile(b), true)
		if err != nil {
			if err := c.Fail(xmlFileFailure(p.Item, err)); err != nil {
				return err
			}
			continue
		}
		if err := s.search(c, doc, p.Item); err != nil {
			return err
		}
	}
	return nil
}

// xmlFileFailure is the error of a file that is no XML.
func xmlFileFailure(path string, err error) *value.Exception {
	return value.Throw(value.ArgumentException, "ProcessingFile", "The file '"+path+"' cannot be read: "+err.Error()).With(value.InvalidArgument, value.OfString(path))
}

func (s *xmlSelection) search(c *runtime.Call, n *xmldom.Node, path string) error {
	if n == nil {
		return nil
	}
	if path == "" {
		path = "InputStream"
	}
	found, err := dotnet.SelectXML(n, c.String(selectXMLQuery), func(prefix string) (string, bool) {
		uri, ok := s.prefixes[prefix]
		return uri, ok
	})
	if e, ok := err.(*value.Exception); ok {
		e.ID = e.Type.FullName
		return e
	}
	for _, x := range found {
		if err := c.Write(selectXMLInfo.of(dotnet.OfXML(x), value.OfString(path), value.OfString(c.String(selectXMLQuery)))); err != nil {
			return err
		}
	}
	return nil
}
