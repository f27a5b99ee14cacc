package file

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// The plain parser reads the part of YAML in which tenant files are written:
// mappings and lists by indentation, scalars of one line, lists in brackets on
// one line, comments. It is many times faster than a full parser, which large
// tenants need. What it does not know it leaves to the full parser; what it does
// read means the same there, which a test compares.

// plainParser goes through a file line by line.
type plainParser struct {
	text []byte
	// at is the start of the next line, number its number.
	at     int
	number int
	// indent and line are those of the current line that has content; line is
	// without indentation, comment and trailing blanks.
	indent int
	line   string
	// odd is set when something is met that only the full parser reads.
	odd   bool
	ended bool
}

// maxIndent bounds the nesting.
const maxIndent = 64

// parsePlain reads a file; the second result is false when the full parser must.
func parsePlain(text []byte) (*node, bool) {
	if !utf8.Valid(text) || bytes.IndexByte(text, '\t') >= 0 || bytes.IndexByte(text, '\r') >= 0 || bytes.IndexByte(text, 0) >= 0 {
		return nil, false
	}
	p := &plainParser{text: text}
	p.next()
	if p.ended || p.indent != 0 {
		return nil, false
	}
	root := p.block(0)
	if p.odd || !p.ended || root.kind != nodeMap {
		return nil, false
	}
	return &root, true
}

// next moves to the next line that has content.
func (p *plainParser) next() {
	for p.at < len(p.text) {
		end := bytes.IndexByte(p.text[p.at:], '\n')
		line := p.text[p.at:]
		if end >= 0 {
			line = line[:end]
			p.at += end + 1
		} else {
			p.at = len(p.text)
		}
		p.number++
		indent := 0
		for indent < len(line) && line[indent] == ' ' {
			indent++
		}
		if indent == len(line) || line[indent] == '#' {
			continue
		}
		p.indent = indent
		p.line = string(line[indent:])
		if indent > maxIndent {
			p.odd = true
		}
		return
	}
	p.ended = true
}

// block reads the mapping or list whose entries stand at the indentation.
func (p *plainParser) block(indent int) node {
	if strings.HasPrefix(p.line, "- ") || p.line == "-" {
		return p.blockList(indent)
	}
	return p.blockMap(indent)
}

func (p *plainParser) blockList(indent int) node {
	n := node{kind: nodeList, at: place{p.number, indent + 1}}
	for !p.ended && !p.odd && p.indent == indent && strings.HasPrefix(p.line, "- ") {
		rest := strings.TrimLeft(p.line[1:], " ")
		inner := indent + len(p.line) - len(rest)
		if rest == "" || rest[0] == '#' || rest[0] == '-' && (len(rest) == 1 || rest[1] == ' ') {
			p.odd = true
			break
		}
		if isEntry(rest) {
			p.indent, p.line = inner, rest
			n.items = append(n.items, p.blockMap(inner))
			continue
		}
		value := p.value(rest, inner+1)
		p.next()
		n.items = append(n.items, value)
	}
	if !p.ended && p.indent > indent {
		p.odd = true
	}
	return n
}

func (p *plainParser) blockMap(indent int) node {
	n := node{kind: nodeMap, at: place{p.number, indent + 1}}
	for !p.ended && !p.odd && p.indent == indent {
		name, rest, ok := cutKey(p.line)
		if !ok {
			p.odd = true
			break
		}
		n.keys = append(n.keys, key{name, place{p.number, indent + 1}})
		n.items = append(n.items, p.entry(indent, rest))
	}
	if !p.ended && p.indent > indent {
		p.odd = true
	}
	return n
}

// entry reads what stands after "key:": a value in the line, or a block below.
func (p *plainParser) entry(indent int, rest string) node {
	blanks := len(rest) - len(strings.TrimLeft(rest, " "))
	column := indent + len(p.line) - len(rest) + blanks + 1
	rest = rest[blanks:]
	if rest != "" && rest[0] != '#' {
		value := p.value(rest, column)
		p.next()
		return value
	}
	at := place{p.number, column}
	p.next()
	switch {
	case p.ended || p.indent < indent:
		return node{at: at}
	case p.indent > indent:
		if !isEntry(p.line) && !strings.HasPrefix(p.line, "- ") {
			p.odd = true
			return node{}
		}
		return p.block(p.indent)
	case strings.HasPrefix(p.line, "- "):
		return p.blockList(indent)
	}
	return node{at: at}
}

// isEntry reports whether a line begins a mapping entry.
func isEntry(line string) bool {
	_, _, ok := cutKey(line)
	return ok
}

// cutKey cuts "key: rest"; keys are plain words.
func cutKey(line string) (name, rest string, ok bool) {
	i := 0
	for i < len(line) && isKeyByte(line[i]) {
		i++
	}
	if i == 0 || i >= len(line) || line[i] != ':' || i+1 < len(line) && line[i+1] != ' ' {
		return "", "", false
	}
	return line[:i], line[i+1:], true
}

func isKeyByte(ch byte) bool {
	return ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch >= '0' && ch <= '9' || ch == '_'
}
