package xmldom

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseError is a System.Xml.XmlException.
type ParseError struct {
	Message string // with the place
	Line    int
	Column  int
}

// Error is the message.
func (e *ParseError) Error() string { return e.Message }

// maxExpanded bounds the characters that entities of a document's own may expand to, whatever they are made of.
const maxExpanded = 1 << 20

// parser reads one text.
type parser struct {
	src      string
	at       int
	doc      *Node
	open     *Node
	depth    int
	starts   []int // where the names of the open elements begin
	preserve bool
	entities map[string]string
	expanded int
	rooted   bool
}

// Parse makes a document of a text. preserve keeps the white space between elements.
func Parse(src string, preserve bool) (*Node, error) {
	doc := NewDocument()
	doc.Preserve = preserve
	return doc, doc.Load(src)
}

// Load replaces what is in a document.
func (n *Node) Load(src string) error {
	src = strings.TrimPrefix(src, "\ufeff")
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	}
	p := &parser{src: src, doc: n, open: n, preserve: n.Preserve}
	n.Children = nil
	if err := p.document(); err != nil {
		n.Children = nil
		return err
	}
	return nil
}

// ParseFragment reads what may stand inside an element.
func ParseFragment(into *Node, src string) ([]*Node, error) {
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	}
	holder := &Node{Kind: Fragment, Owner: into.document(), Parent: into}
	p := &parser{src: src, doc: into.document(), open: holder, preserve: true, rooted: true, depth: 1}
	if err := p.content(); err != nil {
		return nil, err
	}
	if p.open != holder {
		return nil, p.unclosed()
	}
	for _, c := range holder.Children {
		c.Parent = nil
	}
	return holder.Children, nil
}

// fail is an error at an offset.
func (p *parser) fail(at int, format string, args ...any) error {
	line, column := p.place(at)
	return &ParseError{fmt.Sprintf(format, args...) + fmt.Sprintf(" Line %d, position %d.", line, column), line, column}
}

// place is the line and the column of an offset, in UTF-16 units.
func (p *parser) place(at int) (line, column int) {
	at = min(at, len(p.src))
	line = 1 + strings.Count(p.src[:at], "\n")
	start := strings.LastIndexByte(p.src[:at], '\n') + 1
	column = 1
	for _, r := range p.src[start:at] {
		column++
		if r > 0xffff {
			column++
		}
	}
	return line, column
}

func (p *parser) unclosed() error {
	var names []string
	for x := p.open; x != nil && x.Kind == Element; x = x.Parent {
		names = append(names, x.Name())
	}
	if len(names) == 0 {
		return p.fail(len(p.src), "Unexpected end of file has occurred.")
	}
	return p.fail(len(p.src), "Unexpected end of file has occurred. The following elements are not closed: %s.", strings.Join(names, ", "))
}

func (p *parser) document() error {
	if err := p.content(); err != nil {
		return err
	}
	if p.open != p.doc {
		if len(p.doc.Children) == 1 && len(p.open.Children) == 0 && p.open.Parent == p.doc && strings.HasSuffix(p.src, ">") {
			return p.fail(0, "Data at the root level is invalid.")
		}
		return p.unclosed()
	}
	if p.doc.Root() == nil {
		return &ParseError{Message: "Root element is missing."}
	}
	return nil
}

// content reads up to the end of the text.
func (p *parser) content() error {
	for p.at < len(p.src) {
		var err error
		if p.src[p.at] == '<' {
			err = p.markup()
		} else {
			err = p.text()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) markup() error {
	rest := p.src[p.at:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return p.comment()
	case strings.HasPrefix(rest, "<![CDATA["):
		return p.cdata()
	case strings.HasPrefix(rest, "<!DOCTYPE"):
		return p.docType()
	case strings.HasPrefix(rest, "<?"):
		return p.instruction()
	case strings.HasPrefix(rest, "</"):
		return p.endTag()
	case strings.HasPrefix(rest, "<!"):
		return p.fail(p.at+2, "Syntax for an XML declaration is invalid.")
	}
	return p.startTag()
}

func (p *parser) add(n *Node) {
	n.Owner, n.Parent = p.doc, p.open
	p.open.Children = append(p.open.Children, n)
}

func (p *parser) comment() error {
	start := p.at + len("<!--")
	i := strings.Index(p.src[start:], "--")
	if i < 0 {
		return p.fail(len(p.src), "Unexpected end of file while parsing Comment has occurred.")
	}
	end := start + i
	if end+2 >= len(p.src) || p.src[end+2] != '>' {
		return p.fail(end, "An XML comment cannot contain '--', and '-' cannot be the last character.")
	}
	p.at = end + 3
	p.add(&Node{Kind: Comment, Data: p.src[start:end]})
	return nil
}

func (p *parser) cdata() error {
	if p.open.Kind == Document {
		return p.fail(p.at+3, "Data at the root level is invalid.")
	}
	start := p.at + len("<![CDATA[")
	i := strings.Index(p.src[start:], "]]>")
	if i < 0 {
		return p.fail(len(p.src), "Unexpected end of file while parsing CDATA has occurred.")
	}
	p.at = start + i + 3
	p.add(&Node{Kind: CDATA, Data: p.src[start : start+i]})
	return nil
}

func (p *parser) instruction() error {
	start := p.at + 2
	end := strings.Index(p.src[start:], "?>")
	if end < 0 {
		return p.fail(len(p.src), "Unexpected end of file while parsing PI has occurred.")
	}
	name, err := p.name(start)
	if err != nil {
		return err
	}
	data := strings.TrimLeft(p.src[start+len(name):start+end], " \t\n")
	first := p.at == 0
	p.at = start + end + 2
	if !strings.EqualFold(name, "xml") {
		p.add(&Node{Kind: ProcessingInstruction, Local: name, Data: data})
		return nil
	}
	if !first {
		return p.fail(start, "Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it.")
	}
	if name != "xml" || !strings.HasPrefix(data, "version") {
		return p.fail(start+len(name)+1, "Syntax for an XML declaration is invalid.")
	}
	p.add(&Node{Kind: Declaration, Data: declarationText(data)})
	return nil
}

// declarationText writes the parts of a declaration as System.Xml does.
func declarationText(data string) string {
	var b strings.Builder
	for _, k := range [...]string{"version", "encoding", "standalone"} {
		if v, ok := DeclarationPart(data, k); ok {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(k + "=\"" + v + "\"")
		}
	}
	return b.String()
}

// DeclarationPart is version, encoding or standalone of the text of a declaration.
func DeclarationPart(data, name string) (string, bool) {
	_, rest, ok := strings.Cut(data, name)
	if !ok {
		return "", false
	}
	rest = strings.TrimLeft(rest, " \t\n=")
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return "", false
	}
	v, _, ok := strings.Cut(rest[1:], rest[:1])
	return v, ok
}

// docType keeps the text of a document type and learns its internal entities. Nothing outside the text is ever read.
func (p *parser) docType() error {
	start := p.at + len("<!DOCTYPE")
	i, subset := start, false
	for ; i < len(p.src); i++ {
		switch c := p.src[i]; {
		case c == '"' || c == '\'':
			j := strings.IndexByte(p.src[i+1:], c)
			if j < 0 {
				return p.fail(len(p.src), "There is an unclosed literal string.")
			}
			i += j + 1
		case c == '[':
			subset = true
		case c == ']':
			subset = false
		case c == '>' && !subset:
			body := p.src[start:i]
			name := strings.TrimLeft(body, " \t\n")
			n := 0
			for n < len(name) && !strings.ContainsRune(" \t\n[>", rune(name[n])) {
				n++
			}
			p.add(&Node{Kind: DocumentType, Local: name[:n], Data: name[n:]})
			p.declareEntities(name[n:])
			p.at = i + 1
			return nil
		}
	}
	return p.fail(len(p.src), "Unexpected end of file while parsing DTD has occurred.")
}

func (p *parser) declareEntities(subset string) {
	for {
		_, rest, ok := strings.Cut(subset, "<!ENTITY")
		if !ok {
			return
		}
		subset = rest
		fields := strings.Fields(rest)
		if len(fields) < 2 || fields[0] == "%" {
			continue
		}
		value := strings.TrimLeft(rest[strings.Index(rest, fields[0])+len(fields[0]):], " \t\n")
		if value == "" || value[0] != '"' && value[0] != '\'' {
			continue // an external entity
		}
		if v, _, ok := strings.Cut(value[1:], value[:1]); ok {
			if p.entities == nil {
				p.entities = map[string]string{}
			}
			if _, dup := p.entities[fields[0]]; !dup {
				p.entities[fields[0]] = v
			}
		}
	}
}

// name is the name at an offset.
func (p *parser) name(at int) (string, error) {
	i := at
	for i < len(p.src) {
		r, size := utf8.DecodeRuneInString(p.src[i:])
		if i == at && !nameStart(r) {
			return "", p.fail(at, "Name cannot begin with the '%c' character, hexadecimal value 0x%02X.", r, r)
		}
		if !nameStart(r) && r != '-' && r != '.' && (r < '0' || r > '9') && r != 0xb7 && !unicode.Is(unicode.Mn, r) {
			break
		}
		i += size
	}
	if i == at {
		return "", p.fail(at, "Unexpected end of file while parsing Name has occurred.")
	}
	return p.src[at:i], nil
}

func nameStart(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == ':' || r >= 0xc0 && r != 0xd7 && r != 0xf7 && unicode.IsLetter(r)
}

func (p *parser) blanks() bool {
	from := p.at
	for p.at < len(p.src) && (p.src[p.at] == ' ' || p.src[p.at] == '\t' || p.src[p.at] == '\n') {
		p.at++
	}
	return p.at > from
}
