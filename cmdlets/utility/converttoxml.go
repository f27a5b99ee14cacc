package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	toXMLDepth = iota
	toXMLInput
	toXMLNoType
	toXMLAs
)

var convertToXML = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-Xml", TypeName: "Microsoft.PowerShell.Commands.ConvertToXmlCommand", Cmdlet: true,
		Params: []bind.Parameter{
			toXMLDepth:  {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(1), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt(1), Max: value.OfInt(1<<31 - 1)}}, Sets: anywhere()},
			toXMLInput:  {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, Sets: pipeline(true, 0)},
			toXMLNoType: {Name: "NoTypeInformation", Aliases: []string{"NTI"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			toXMLAs:     {Name: "As", Type: value.TypeString, Default: value.OfString("Document"), Validate: []bind.Validator{oneOf("Stream", "String", "Document")}, Sets: anywhere()},
		}},
	Module: module, Synopsis: "Writes objects as XML.",
	New: func() runtime.Command { return &xmlWriting{} },
}

const xmlDeclaration = `<?xml version="1.0" encoding="utf-8"?>`

// xmlWriting gathers a document, or emits it element by element.
type xmlWriting struct {
	x      xmlText
	as     string
	stream bool
}

// Begin writes what stands before the objects.
func (w *xmlWriting) Begin(c *runtime.Call) error {
	w.as = strings.ToLower(c.String(toXMLAs))
	w.stream = w.as == "stream"
	w.x = xmlText{c: c, depth: min(c.Int(toXMLDepth), maxClixmlDepth), noTypes: c.Switch(toXMLNoType), newline: c.Host().Platform.Newline()}
	switch w.as {
	case "stream":
		return writeLines(c, xmlDeclaration, "<Objects>")
	case "document":
		w.x.newline = ""
	default:
		w.x.level = 1
	}
	return nil
}

// Process adds one object.
func (w *xmlWriting) Process(c *runtime.Call) error {
	if c.ExpectingInput() || c.Bound(toXMLInput) {
		if err := w.x.object("Object", "", c.Value(toXMLInput), 0); err != nil {
			return err
		}
	}
	if !w.stream || w.x.b.Len() == 0 {
		return nil
	}
	s := strings.TrimPrefix(w.x.b.String(), w.x.newline)
	w.x.b.Reset()
	return writeLines(c, s)
}

// End writes the rest, or the document.
func (w *xmlWriting) End(c *runtime.Call) error {
	if w.stream {
		return writeLines(c, "</Objects>")
	}
	s := xmlDeclaration + w.x.newline
	if w.x.b.Len() == 0 {
		s += "<Objects />"
	} else {
		s += "<Objects>" + w.x.b.String() + w.x.newline + "</Objects>"
	}
	if w.as == "string" {
		return writeLines(c, s)
	}
	t := c.FindType("System.Xml.XmlDocument")
	if t == nil {
		return value.Throw(value.PSNotSupportedException, "NotSimulated", "XML documents are not simulated: use -As String or -As Stream.").With(value.NotImplemented, value.NullValue)
	}
	v, err := c.Cast(value.OfString(s), t)
	if err != nil {
		return err
	}
	return c.Write(v)
}

// xmlText is the elements in the making (oracle/data, section 6).
type xmlText struct {
	c       *runtime.Call
	b       strings.Builder
	depth   int
	noTypes bool
	newline string // "" without layout
	level   int
}

func (x *xmlText) line() {
	if x.newline != "" {
		x.b.WriteString(x.newline + strings.Repeat("  ", x.level))
	}
}

// start begins a tag, which is not closed yet.
func (x *xmlText) start(element, name, typ string) {
	x.line()
	x.b.WriteString("<" + element)
	if name != "" {
		x.b.WriteString(` Name="` + xmlAttribute(name) + `"`)
	}
	if typ != "" && !x.noTypes {
		x.b.WriteString(` Type="` + xmlAttribute(typ) + `"`)
	}
}

var xmlEncoder = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func xmlAttribute(s string) string {
	return strings.ReplaceAll(xmlEncoder.Replace(s), `"`, "&quot;")
}

// leaf is an element with a text.
func (x *xmlText) leaf(element, name, typ, content string) {
	x.start(element, name, typ)
	x.b.WriteString(">" + xmlEncoder.Replace(content) + "</" + element + ">")
}

// object adds a value as an element; what lies deeper than the depth is its text.
func (x *xmlText) object(element, name string, v value.Value, level int) error {
	b := v.Base()
	if b.IsNull() {
		typ := ""
		if element == "Property" {
			typ = "System.Object"
		}
		x.start(element, name, typ)
		x.b.WriteString(" />")
		return nil
	}
	typ := value.TypeNames(v)[0]
	if name != "" && isCustom(v) {
		typ = "System.Management.Automation.PSNoteProperty"
	}
	d, isTable := value.As[*value.Dictionary](b)
	list := runtime.IsList(b)
	if !isTable && !list && !hasParts(v) || level > x.depth {
		x.leaf(element, name, typ, value.ToString(v))
		return nil
	}
	x.start(element, name, typ)
	x.b.WriteByte('>')
	x.level++
	var err error
	switch {
	case isTable:
		err = x.table(d, level)
	case list:
		for _, item := range runtime.ListOf(b) {
			if err = x.object("Property", "", item, level+1); err != nil {
				break
			}
		}
	default:
		err = x.properties(v, level, name != "")
	}
	x.level--
	x.line()
	x.b.WriteString("</" + element + ">")
	return err
}

// hasParts tells whether a value is written property by property rather than as a text.
func hasParts(v value.Value) bool {
	if v.Base().Kind() != value.Reference {
		return false
	}
	switch value.TypeOf(v.Base()).FullName {
	case "System.Guid", "System.Version", "System.Uri", "System.RuntimeType", "System.Numerics.BigInteger", "System.Management.Automation.ScriptBlock":
		return false
	}
	return true
}

func isCustom(v value.Value) bool {
	o, ok := value.As[*value.PSObject](v)
	return ok && o.IsCustom()
}

func (x *xmlText) table(d *value.Dictionary, level int) error {
	for k, v := range d.All {
		if err := x.object("Property", "Key", k, level+1); err != nil {
			return err
		}
		if err := x.object("Property", "Value", v, level+1); err != nil {
			return err
		}
	}
	return nil
}

// properties adds those of an object; where they are not opened further, its text comes first.
func (x *xmlText) properties(v value.Value, level int, nested bool) (err error) {
	if nested && level == x.depth {
		x.leaf("Property", "", "System.String", value.ToString(v))
	}
	value.EachProperty(x.c.Env(), v, func(p value.PropertyRef) bool {
		item, failed := p.Get(x.c.Env())
		if failed != nil {
			item = value.NullValue
		}
		err = x.object("Property", p.Name, item, level+1)
		return err == nil
	})
	return err
}
