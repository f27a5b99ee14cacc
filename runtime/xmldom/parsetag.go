package xmldom

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func (p *parser) startTag() error {
	from := p.at + 1
	if p.open.Kind == Document && p.rooted {
		return p.fail(from, "There are multiple root elements.")
	}
	if p.depth++; p.depth > maxDepth {
		return p.fail(from, "The document is nested too deeply.")
	}
	name, err := p.name(from)
	if err != nil {
		return err
	}
	p.at = from + len(name)
	e := p.doc.NewNamed(Element, name, "")
	e.Closed = false
	for {
		spaced := p.blanks()
		if p.at >= len(p.src) {
			return p.fail(p.at, "Unexpected end of file has occurred.")
		}
		switch c := p.src[p.at]; {
		case c == '>':
			p.at++
			return p.opened(e, from, false)
		case c == '/':
			if p.at+1 >= len(p.src) {
				return p.fail(p.at+1, "Unexpected end of file has occurred.")
			}
			if p.src[p.at+1] != '>' {
				return p.unexpected(p.at+1, "The expected token is '>'.")
			}
			p.at += 2
			return p.opened(e, from, true)
		case !spaced:
			if r, _ := utf8.DecodeRuneInString(p.src[p.at:]); nameStart(r) {
				return p.unexpected(p.at, "Expecting white space.")
			}
			r, _ := utf8.DecodeRuneInString(p.src[p.at:])
			return p.fail(p.at, "The '%c' character, hexadecimal value 0x%02X, cannot be included in a name.", r, r)
		}
		if err := p.attribute(e); err != nil {
			return err
		}
	}
}

func (p *parser) unexpected(at int, expected string) error {
	r, _ := utf8.DecodeRuneInString(p.src[at:])
	return p.fail(at, "'%c' is an unexpected token. %s", r, expected)
}

func (p *parser) attribute(e *Node) error {
	from := p.at
	name, err := p.name(from)
	if err != nil {
		return err
	}
	p.at += len(name)
	p.blanks()
	if p.at >= len(p.src) {
		return p.fail(p.at, "Unexpected end of file has occurred.")
	}
	if p.src[p.at] != '=' {
		return p.unexpected(p.at, "The expected token is '='.")
	}
	p.at++
	p.blanks()
	if p.at >= len(p.src) {
		return p.fail(p.at, "Unexpected end of file has occurred.")
	}
	quote := p.src[p.at]
	if quote != '"' && quote != '\'' {
		return p.unexpected(p.at, "The expected token is '\"' or '''.")
	}
	p.at++
	var b strings.Builder
	for {
		if p.at >= len(p.src) {
			return p.fail(p.at, "There is an unclosed literal string.")
		}
		switch c := p.src[p.at]; {
		case c == quote:
			p.at++
			if e.Attr(name) != nil {
				return p.fail(from, "'%s' is a duplicate attribute name.", name)
			}
			a := p.doc.NewNamed(Attribute, name, "")
			a.Closed, a.Data, a.Parent = false, b.String(), e
			e.Attrs = append(e.Attrs, a)
			return nil
		case c == '<':
			return p.fail(p.at, "'<', hexadecimal value 0x3C, is an invalid attribute character.")
		case c == '&':
			if err := p.reference(&b); err != nil {
				return err
			}
		case c == '\n' || c == '\t':
			b.WriteByte(' ')
			p.at++
		default:
			if err := p.char(&b); err != nil {
				return err
			}
		}
	}
}

// opened puts an element in the tree when its start tag has been read.
func (p *parser) opened(e *Node, from int, closed bool) error {
	p.add(e)
	for _, a := range e.Attrs {
		if a.Prefix == "xmlns" || a.Prefix == "" && a.Local == "xmlns" {
			a.Space = XMLNSSpace
		}
	}
	for _, a := range e.Attrs {
		if a.Prefix != "" && a.Space == "" {
			if a.Space = e.NamespaceOf(a.Prefix); a.Space == "" {
				return p.fail(from, "'%s' is an undeclared prefix.", a.Prefix)
			}
		}
	}
	if e.Space = e.NamespaceOf(e.Prefix); e.Prefix != "" && e.Space == "" {
		return p.fail(from, "'%s' is an undeclared prefix.", e.Prefix)
	}
	if e.Parent.Kind == Document {
		p.rooted = true
	}
	if closed {
		e.Closed = true
		p.depth--
		return nil
	}
	p.open = e
	p.starts = append(p.starts, from)
	return nil
}

func (p *parser) endTag() error {
	from := p.at + 2
	name, err := p.name(from)
	if err != nil {
		return err
	}
	if p.open.Kind != Element {
		return p.fail(from, "Unexpected end tag.")
	}
	if open := p.open.Name(); open != name {
		line, column := p.place(p.starts[len(p.starts)-1])
		return p.fail(from, "The '%s' start tag on line %d position %d does not match the end tag of '%s'.", open, line, column, name)
	}
	p.at = from + len(name)
	p.blanks()
	if p.at >= len(p.src) {
		return p.unclosed()
	}
	if p.src[p.at] != '>' {
		return p.unexpected(p.at, "The expected token is '>'.")
	}
	p.at++
	p.open = p.open.Parent
	p.starts = p.starts[:len(p.starts)-1]
	p.depth--
	return nil
}

// text reads character data up to the next markup.
func (p *parser) text() error {
	from := p.at
	var b strings.Builder
	blank := true
	for p.at < len(p.src) && p.src[p.at] != '<' {
		c := p.src[p.at]
		switch {
		case c == '&':
			if p.open.Kind == Document {
				return p.fail(p.at, "Data at the root level is invalid.")
			}
			blank = false
			if err := p.reference(&b); err != nil {
				return err
			}
			continue
		case c != ' ' && c != '\t' && c != '\n':
			if p.open.Kind == Document {
				return p.fail(p.at, "Data at the root level is invalid.")
			}
			if c == ']' && strings.HasPrefix(p.src[p.at:], "]]>") {
				return p.fail(p.at, "']]>' is not allowed in character data.")
			}
			blank = false
		}
		if err := p.char(&b); err != nil {
			return err
		}
	}
	switch {
	case !blank:
		p.add(&Node{Kind: Text, Data: b.String()})
	case p.open.Kind == Element && p.keepsSpace():
		p.add(&Node{Kind: SignificantWhitespace, Data: p.src[from:p.at]})
	case p.preserve:
		p.add(&Node{Kind: Whitespace, Data: p.src[from:p.at]})
	}
	return nil
}

// keepsSpace tells whether xml:space="preserve" holds here.
func (p *parser) keepsSpace() bool {
	for x := p.open; x != nil; x = x.Parent {
		if a := x.Attr("xml:space"); a != nil {
			return a.Data == "preserve"
		}
	}
	return false
}

// char copies one character.
func (p *parser) char(b *strings.Builder) error {
	if c := p.src[p.at]; c >= ' ' && c < utf8.RuneSelf || c == '\n' || c == '\t' {
		b.WriteByte(c)
		p.at++
		return nil
	}
	r, size := utf8.DecodeRuneInString(p.src[p.at:])
	if r < ' ' || r == 0xfffe || r == 0xffff {
		return p.fail(p.at, "'%c', hexadecimal value 0x%02X, is an invalid character.", r, r)
	}
	b.WriteString(p.src[p.at : p.at+size])
	p.at += size
	return nil
}

// reference reads &name; or &#n;.
func (p *parser) reference(b *strings.Builder) error {
	from := p.at + 1
	if strings.HasPrefix(p.src[from:], "#") {
		end := strings.IndexByte(p.src[from:], ';')
		digits, base := "", 10
		if end > 0 {
			digits = p.src[from+1 : from+end]
		}
		if strings.HasPrefix(digits, "x") {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseUint(digits, base, 32)
		if err != nil {
			return p.fail(from+1, "Invalid syntax for a decimal numeric entity reference.")
		}
		if n > utf8.MaxRune || n < ' ' && n != '\n' && n != '\t' && n != '\r' {
			return p.fail(from+1, "'%c', hexadecimal value 0x%02X, is an invalid character.", rune(n), n)
		}
		b.WriteRune(rune(n))
		p.at = from + end + 1
		return nil
	}
	name, err := p.name(from)
	if err != nil || !strings.HasPrefix(p.src[from+len(name):], ";") {
		return p.fail(from+len(name), "An error occurred while parsing EntityName.")
	}
	p.at = from + len(name) + 1
	if s, ok := predefined(name); ok {
		b.WriteString(s)
		return nil
	}
	v, ok := p.entities[name]
	if !ok {
		return p.fail(from, "Reference to undeclared entity '%s'.", name)
	}
	return p.expand(b, v, from, 0)
}

func predefined(name string) (string, bool) {
	switch name {
	case "lt":
		return "<", true
	case "gt":
		return ">", true
	case "amp":
		return "&", true
	case "quot":
		return `"`, true
	case "apos":
		return "'", true
	}
	return "", false
}

// maxEntityDepth bounds entities inside entities.
const maxEntityDepth = 16

// expand writes the text of an entity; entities in it are expanded as text. All of a document together may not make more than maxExpanded
// bytes, so that a few lines cannot fill the memory.
func (p *parser) expand(b *strings.Builder, v string, at, depth int) error {
	if depth > maxEntityDepth {
		return p.fail(at, "Parsing of entities nests too deeply.")
	}
	for v != "" {
		i := strings.IndexByte(v, '&')
		if i < 0 {
			i = len(v)
		}
		if p.expanded += i; p.expanded > maxExpanded {
			return p.fail(at, "The input document has exceeded a limit set by MaxCharactersFromEntities.")
		}
		b.WriteString(v[:i])
		v = v[i:]
		if v == "" {
			break
		}
		name, rest, ok := strings.Cut(v[1:], ";")
		if !ok {
			return p.fail(at, "An error occurred while parsing EntityName.")
		}
		v = rest
		p.expanded += len(name)
		if s, ok := predefined(name); ok {
			b.WriteString(s)
			continue
		}
		inner, ok := p.entities[name]
		if !ok {
			return p.fail(at, "Reference to undeclared entity '%s'.", name)
		}
		if err := p.expand(b, inner, at, depth+1); err != nil {
			return err
		}
	}
	return nil
}
