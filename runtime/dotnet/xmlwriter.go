package dotnet

import (
	"strings"

	"rehearse/runtime/value"
	"rehearse/runtime/xmldom"
)

var (
	typeXmlWriter         = within("System.Private.Xml", class("System.Xml.XmlWriter", value.TypeObject, value.Abstract, value.IfaceDisposable))
	typeXmlTextWriter     = xmlClass("XmlTextWriter", typeXmlWriter)
	typeXmlSettings       = xmlClass("XmlWriterSettings", value.TypeObject)
	enumConformanceLevel  = enumeration{full: "System.Xml.ConformanceLevel", names: "Auto Fragment Document"}
	enumXmlFormatting     = enumeration{full: "System.Xml.Formatting", names: "None Indented"}
	enumXmlNewLines       = enumeration{full: "System.Xml.NewLineHandling", names: "Replace Entitize None"}
	errXmlWriterState     = &xmldom.EditError{Exception: "InvalidOperationException", Message: "Token EndElement in state Document would result in an invalid XML document."}
	xmlConformanceDefault = int64(2)
)

// xmlWriter is an XmlWriter. It builds a tree; what is complete goes to the target when the writer is flushed or closed.
type xmlWriter struct {
	value.Extended
	typ      *value.Type
	root     *xmldom.Node // a fragment with what was written
	open     *xmldom.Node
	attr     *xmldom.Node // between WriteStartAttribute and WriteEndAttribute
	settings xmlSettings
	declare  bool
	target   value.Value // a StringBuilder, TextWriter or Stream
	path     string
	sent     int // bytes of the text that are with the target
	marked   bool
	closed   bool
}

// TypeOf is the writer's type.
func (w *xmlWriter) TypeOf() *value.Type { return w.typ }

func xmlWriterOf(v value.Value) *xmlWriter {
	w, _ := value.As[*xmlWriter](v)
	return w
}

// xmlSettings is an XmlWriterSettings.
type xmlSettings struct {
	value.Extended
	indent, omit, lines bool
	step, newline       string // newline is "" for the platform's
	enc                 *Encoding
	conformance         int64
	closeOutput         bool
}

// TypeOf is XmlWriterSettings.
func (*xmlSettings) TypeOf() *value.Type { return typeXmlSettings }

func settingsOf(v value.Value) *xmlSettings {
	s, _ := value.As[*xmlSettings](v)
	return s
}

func newXMLWriter(target value.Value, s xmlSettings) *xmlWriter {
	root := &xmldom.Node{Kind: xmldom.Fragment, Owner: xmldom.NewDocument()}
	w := &xmlWriter{typ: typeXmlWriter, root: root, open: root, settings: s, target: target, declare: !s.omit && s.conformance != 1}
	if target.IsString() {
		w.path, w.target = target.Str(), value.NullValue
	}
	return w
}

func (w *xmlWriter) add(n *xmldom.Node) error {
	return w.put(w.root.Import(n, true))
}

func (w *xmlWriter) put(n *xmldom.Node) error {
	n.Parent = w.open
	w.open.Children = append(w.open.Children, n)
	w.open.Closed = false
	return nil
}

// encodingName is what the declaration of text that a writer gets says.
func (w *writer) encodingName() string {
	if w.enc != nil {
		return w.enc.name
	}
	return "utf-16"
}

// encoding is the encoding of what the writer makes, and its name in the declaration.
func (w *xmlWriter) encoding() (*Encoding, string) {
	if tw := writerOf(w.target); tw != nil {
		return nil, tw.encodingName()
	}
	if builderOf(w.target) != nil {
		return nil, "utf-16"
	}
	if w.settings.enc != nil {
		return w.settings.enc, w.settings.enc.name
	}
	return encodingUTF8, "utf-8"
}

// flush sends what is new, once every element is closed.
func (w *xmlWriter) flush(env value.Env) error {
	if w.open != w.root {
		return nil
	}
	enc, name := w.encoding()
	l := xmldom.Layout{Newline: w.settings.newline, OmitDeclaration: w.settings.omit, AttributeLines: w.settings.lines, Encoding: name}
	if l.Newline == "" {
		l.Newline = newline(env)
	}
	if w.settings.indent {
		l.Indent = w.settings.step
	}
	if w.declare {
		l.Declaration = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>"
	}
	doc := *w.root
	doc.Kind = xmldom.Document
	s := doc.Print(l)
	if w.sent > len(s) {
		return nil
	}
	rest := s[w.sent:]
	w.sent = len(s)
	if rest == "" {
		return nil
	}
	if tw := writerOf(w.target); tw != nil {
		return tw.write(rest)
	}
	if b := builderOf(w.target); b != nil {
		b.append(rest)
		return nil
	}
	bytes := enc.encode(rest)
	if !w.marked {
		bytes = append(append([]byte(nil), enc.preamble...), bytes...)
	}
	first := !w.marked
	w.marked = true
	if st := streamOf(w.target); st != nil {
		return st.write(bytes)
	}
	return writeFile(env, w.path, bytes, !first)
}

// xmlWrite is a method that adds to what the writer has.
func xmlWrite(sig string, f func(w *xmlWriter, a []value.Value) error) method {
	return method{sig: sig, call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		w := xmlWriterOf(s)
		if w.closed {
			return s, raise(value.InvalidOperationException, "The Writer is closed or in error state.")
		}
		return value.NothingValue, xmlRaised(f(w, a))
	}}
}

func (w *xmlWriter) start(prefix, local, space string) error {
	if local == "" {
		return &xmldom.EditError{Exception: "ArgumentException", Message: "The empty string '' is not a valid local name."}
	}
	n := w.root.NewNamed(xmldom.Element, local, space)
	n.Prefix = prefix
	if prefix == "" && space == "" && w.open.Kind == xmldom.Element && w.open.Prefix == "" {
		n.Space = w.open.NamespaceOf("")
	}
	if err := w.put(n); err != nil {
		return err
	}
	w.open = n
	return nil
}

func (w *xmlWriter) end(full bool) error {
	if w.open == w.root {
		return errXmlWriterState
	}
	if full {
		w.open.Closed = false
	}
	w.open = w.open.Parent
	return nil
}

func (w *xmlWriter) text(s string) error {
	if w.attr != nil {
		w.attr.Data += s
		return nil
	}
	if s == "" {
		return nil
	}
	if k := len(w.open.Children); k > 0 && w.open.Children[k-1].Kind == xmldom.Text {
		w.open.Children[k-1].Data += s
		return nil
	}
	return w.put(w.root.New(xmldom.Text, s))
}

func (w *xmlWriter) attribute(name, v string) error {
	if w.open.Kind != xmldom.Element || len(w.open.Children) > 0 {
		return &xmldom.EditError{Exception: "InvalidOperationException", Message: "Token StartAttribute in state Content would result in an invalid XML document."}
	}
	w.open.SetAttr(name, v)
	return nil
}

func element(w *xmlWriter, prefix, local, space, s string) error {
	if err := w.start(prefix, local, space); err != nil {
		return err
	}
	if err := w.text(s); err != nil {
		return err
	}
	return w.end(false)
}

func xmlNodeWriting(sig string, k xmldom.Kind) method {
	return xmlWrite(sig, func(w *xmlWriter, a []value.Value) error { return w.put(w.root.New(k, a[0].Str())) })
}

func closeXMLWriter(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
	w := xmlWriterOf(s)
	if w.closed {
		return value.NothingValue, nil
	}
	w.open = w.root
	err := w.flush(env)
	w.closed = true
	if tw := writerOf(w.target); tw != nil && (w.settings.closeOutput || w.typ == typeXmlTextWriter) && err == nil {
		_, err = closeWriter(env, w.target, nil)
	}
	return value.NothingValue, err
}

var xmlWriterRows = []method{
	xmlWrite("void WriteStartDocument()", func(w *xmlWriter, _ []value.Value) error { w.declare = !w.settings.omit; return nil }),
	xmlWrite("void WriteStartDocument(bool standalone)", func(w *xmlWriter, _ []value.Value) error { w.declare = !w.settings.omit; return nil }),
	xmlWrite("void WriteEndDocument()", func(w *xmlWriter, _ []value.Value) error { w.open = w.root; return nil }),
	xmlWrite("void WriteStartElement(string localName)", func(w *xmlWriter, a []value.Value) error { return w.start("", a[0].Str(), "") }),
	xmlWrite("void WriteStartElement(string localName, string ns)", func(w *xmlWriter, a []value.Value) error { return w.start("", a[0].Str(), a[1].Str()) }),
	xmlWrite("void WriteStartElement(string prefix, string localName, string ns)", func(w *xmlWriter, a []value.Value) error { return w.start(a[0].Str(), a[1].Str(), a[2].Str()) }),
	xmlWrite("void WriteEndElement()", func(w *xmlWriter, _ []value.Value) error { return w.end(false) }),
	xmlWrite("void WriteFullEndElement()", func(w *xmlWriter, _ []value.Value) error { return w.end(true) }),
	xmlWrite("void WriteElementString(string localName, string value)", func(w *xmlWriter, a []value.Value) error { return element(w, "", a[0].Str(), "", a[1].Str()) }),
	xmlWrite("void WriteElementString(string localName, string ns, string value)", func(w *xmlWriter, a []value.Value) error {
		return element(w, "", a[0].Str(), a[1].Str(), a[2].Str())
	}),
	xmlWrite("void WriteElementString(string prefix, string localName, string ns, string value)", func(w *xmlWriter, a []value.Value) error {
		return element(w, a[0].Str(), a[1].Str(), a[2].Str(), a[3].Str())
	}),
	xmlWrite("void WriteAttributeString(string localName, string value)", func(w *xmlWriter, a []value.Value) error { return w.attribute(a[0].Str(), a[1].Str()) }),
	xmlWrite("void WriteAttributeString(string prefix, string localName, string ns, string value)", func(w *xmlWriter, a []value.Value) error {
		if a[0].Str() == "" {
			return w.attribute(a[1].Str(), a[3].Str())
		}
		return w.attribute(a[0].Str()+":"+a[1].Str(), a[3].Str())
	}),
	xmlWrite("void WriteStartAttribute(string localName)", func(w *xmlWriter, a []value.Value) error {
		if err := w.attribute(a[0].Str(), ""); err != nil {
			return err
		}
		w.attr = w.open.Attr(a[0].Str())
		return nil
	}),
	xmlWrite("void WriteEndAttribute()", func(w *xmlWriter, _ []value.Value) error { w.attr = nil; return nil }),
	xmlWrite("void WriteString(string text)", func(w *xmlWriter, a []value.Value) error { return w.text(a[0].Str()) }),
	xmlWrite("void WriteValue(string value)", func(w *xmlWriter, a []value.Value) error { return w.text(a[0].Str()) }),
	xmlWrite("void WriteValue(System.Object value)", func(w *xmlWriter, a []value.Value) error { return w.text(xmlValueText(a[0])) }),
	xmlWrite("void WriteRaw(string data)", func(w *xmlWriter, a []value.Value) error {
		children, err := xmldom.ParseFragment(w.open, a[0].Str())
		for _, c := range children {
			if err == nil {
				err = w.put(c)
			}
		}
		return err
	}),
	xmlNodeWriting("void WriteCData(string text)", xmldom.CDATA), xmlNodeWriting("void WriteComment(string text)", xmldom.Comment),
	xmlNodeWriting("void WriteWhitespace(string ws)", xmldom.SignificantWhitespace),
	xmlWrite("void WriteProcessingInstruction(string name, string text)", func(w *xmlWriter, a []value.Value) error {
		n := w.root.New(xmldom.ProcessingInstruction, a[1].Str())
		n.Local = a[0].Str()
		return w.put(n)
	}),
	{sig: "void Flush()", call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		return value.NothingValue, xmlWriterOf(s).flush(env)
	}},
	{sig: "void Close()", call: closeXMLWriter}, {sig: "void Dispose()", call: closeXMLWriter},
}

// xmlValueText is a value as XML has it: true and false in small letters.
func xmlValueText(v value.Value) string {
	s := value.ToString(v)
	if v.Kind() == value.Bool {
		return strings.ToLower(s)
	}
	return s
}

func createXMLWriter(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s := xmlSettings{step: "  ", conformance: xmlConformanceDefault}
	if len(a) > 1 {
		if given := settingsOf(a[1]); given != nil {
			s = *given
		}
	}
	return value.Of(newXMLWriter(a[0], s)), nil
}

var xmlWriterTable = table{methods: concatRows([]method{
	{sig: "static System.Xml.XmlWriter Create(string outputFileName)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(string outputFileName, System.Xml.XmlWriterSettings settings)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(System.IO.Stream output)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(System.IO.Stream output, System.Xml.XmlWriterSettings settings)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(System.IO.TextWriter output)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(System.IO.TextWriter output, System.Xml.XmlWriterSettings settings)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(System.Text.StringBuilder output)", call: createXMLWriter},
	{sig: "static System.Xml.XmlWriter Create(System.Text.StringBuilder output, System.Xml.XmlWriterSettings settings)", call: createXMLWriter},
}, xmlWriterRows)}

func newXMLTextWriter(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s := xmlSettings{step: "  "}
	if len(a) > 1 {
		s.enc, _ = value.As[*Encoding](a[1])
	}
	w := newXMLWriter(a[0], s)
	w.typ, w.declare = typeXmlTextWriter, false
	return value.Of(w), nil
}

var xmlTextWriterTable = table{
	ctors: []ctor{{"(System.IO.TextWriter w)", newXMLTextWriter}, {"(string filename, System.Text.Encoding encoding)", newXMLTextWriter}, {"(System.IO.Stream w, System.Text.Encoding encoding)", newXMLTextWriter}},
	props: []prop{
		{sig: "System.Xml.Formatting Formatting", get: func(s value.Value) value.Value {
			return enumXmlFormatting.of(flag(xmlWriterOf(s).settings.indent))
		}, set: func(_ value.Env, s, v value.Value) error { xmlWriterOf(s).settings.indent = v.Int() == 1; return nil }},
		{sig: "int Indentation", get: func(s value.Value) value.Value { return value.OfInt(len(xmlWriterOf(s).settings.step)) }, set: func(_ value.Env, s, v value.Value) error {
			w := xmlWriterOf(s)
			w.settings.step = strings.Repeat(w.settings.step[:1], min(max(integer(v), 1), 64))
			return nil
		}},
		{sig: "char IndentChar", get: func(s value.Value) value.Value { return value.OfChar(uint16(xmlWriterOf(s).settings.step[0])) }, set: func(_ value.Env, s, v value.Value) error {
			w := xmlWriterOf(s)
			w.settings.step = strings.Repeat(charText(v), len(w.settings.step))
			return nil
		}},
	},
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// xmlSwitch is a Boolean setting.
func xmlSwitch(name string, at func(s *xmlSettings) *bool) prop {
	return prop{sig: "bool " + name, get: func(v value.Value) value.Value { return value.OfBool(*at(settingsOf(v))) },
		set: func(_ value.Env, v, x value.Value) error { *at(settingsOf(v)) = x.Bool(); return nil }}
}

var xmlSettingsTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return value.Of(&xmlSettings{step: "  ", conformance: xmlConformanceDefault}), nil
	}}},
	props: []prop{
		{sig: "System.Text.Encoding Encoding", get: func(v value.Value) value.Value {
			if e := settingsOf(v).enc; e != nil {
				return value.Of(e)
			}
			return value.Of(encodingUTF8)
		}, set: func(_ value.Env, v, x value.Value) error { settingsOf(v).enc, _ = value.As[*Encoding](x); return nil }},
		xmlSwitch("OmitXmlDeclaration", func(s *xmlSettings) *bool { return &s.omit }),
		{sig: "string NewLineChars", ask: func(env value.Env, v value.Value) (value.Value, error) {
			if n := settingsOf(v).newline; n != "" {
				return value.OfString(n), nil
			}
			return value.OfString(newline(env)), nil
		}, set: func(_ value.Env, v, x value.Value) error { settingsOf(v).newline = x.Str(); return nil }},
		xmlSwitch("Indent", func(s *xmlSettings) *bool { return &s.indent }),
		{sig: "string IndentChars", get: func(v value.Value) value.Value { return value.OfString(settingsOf(v).step) },
			set: func(_ value.Env, v, x value.Value) error { settingsOf(v).step = x.Str(); return nil }},
		xmlSwitch("NewLineOnAttributes", func(s *xmlSettings) *bool { return &s.lines }),
		xmlSwitch("CloseOutput", func(s *xmlSettings) *bool { return &s.closeOutput }),
		{sig: "System.Xml.ConformanceLevel ConformanceLevel", get: func(v value.Value) value.Value { return enumConformanceLevel.of(settingsOf(v).conformance) },
			set: func(_ value.Env, v, x value.Value) error { settingsOf(v).conformance = x.Int(); return nil }},
	},
}
