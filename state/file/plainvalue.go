package file

import "strings"

// value reads a scalar or a list in brackets that fills the rest of a line, but
// for a comment.
func (p *plainParser) value(s string, column int) node {
	at := place{p.number, column}
	switch s[0] {
	case '"', '\'':
		text, rest, ok := p.quotedText(s)
		if !ok || !isBlank(rest) {
			p.odd = true
		}
		return node{kind: nodeScalar, quoted: true, at: at, text: text}
	case '[':
		return p.flowList(s, at)
	}
	return p.plainText(stripComment(s), at)
}

// plainText reads a scalar without quotes; characters with a meaning elsewhere in
// YAML are left to the full parser.
func (p *plainParser) plainText(s string, at place) node {
	s = strings.TrimRight(s, " ")
	if s == "" || strings.IndexByte("&*!|>%@`{}[],?:-#", s[0]) >= 0 && !isNegative(s) ||
		strings.Contains(s, ": ") || s[len(s)-1] == ':' || s == "<<" {
		p.odd = true
		return node{}
	}
	if s == "~" || s == "null" || s == "Null" || s == "NULL" {
		return node{at: at}
	}
	return node{kind: nodeScalar, at: at, text: s}
}

// isNegative lets a minus sign begin a number.
func isNegative(s string) bool {
	return len(s) > 1 && s[0] == '-' && s[1] >= '0' && s[1] <= '9'
}

// flowList reads "[a, b]" on one line; its entries are scalars.
func (p *plainParser) flowList(s string, at place) node {
	n := node{kind: nodeList, at: at}
	rest := strings.TrimLeft(s[1:], " ")
	for {
		if rest == "" {
			p.odd = true
			return n
		}
		if rest[0] == ']' {
			if len(n.items) > 0 && !isBlank(rest[1:]) || len(n.items) == 0 && !isBlank(rest[1:]) {
				p.odd = true
			}
			return n
		}
		here := place{at.line, at.column + len(s) - len(rest)}
		var item node
		if rest[0] == '"' || rest[0] == '\'' {
			text, after, ok := p.quotedText(rest)
			if !ok {
				p.odd = true
				return n
			}
			item, rest = node{kind: nodeScalar, quoted: true, at: here, text: text}, strings.TrimLeft(after, " ")
		} else {
			end := strings.IndexAny(rest, ",]")
			if end <= 0 || strings.ContainsAny(rest[:end], "#:{}['\"") {
				p.odd = true
				return n
			}
			item = p.plainText(rest[:end], here)
			rest = rest[end:]
		}
		if p.odd {
			return n
		}
		n.items = append(n.items, item)
		switch {
		case strings.HasPrefix(rest, ","):
			rest = strings.TrimLeft(rest[1:], " ")
			if strings.HasPrefix(rest, "]") {
				p.odd = true
				return n
			}
		case !strings.HasPrefix(rest, "]"):
			p.odd = true
			return n
		}
	}
}

// quotedText reads a quoted scalar at the start of s and gives what follows it.
// In double quotes only the escapes that the writer uses are known.
func (p *plainParser) quotedText(s string) (text, rest string, ok bool) {
	quote := s[0]
	if end := strings.IndexByte(s[1:], quote); end >= 0 {
		inner := s[1 : 1+end]
		after := s[2+end:]
		if quote == '"' && strings.IndexByte(inner, '\\') < 0 || quote == '\'' && !strings.HasPrefix(after, "'") {
			return inner, after, true
		}
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		ch := s[i]
		switch {
		case ch == quote && quote == '\'' && i+1 < len(s) && s[i+1] == '\'':
			b.WriteByte('\'')
			i++
		case ch == quote:
			return b.String(), s[i+1:], true
		case ch == '\\' && quote == '"':
			i++
			if i >= len(s) {
				return "", "", false
			}
			switch s[i] {
			case '"', '\\':
				b.WriteByte(s[i])
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			case 'r':
				b.WriteByte('\r')
			default:
				return "", "", false
			}
		default:
			b.WriteByte(ch)
		}
	}
	return "", "", false
}

// isBlank reports whether only blanks and a comment follow.
func isBlank(s string) bool {
	t := strings.TrimLeft(s, " ")
	return t == "" || t[0] == '#' && len(t) < len(s)
}

// stripComment takes a comment off: " #" and what follows.
func stripComment(s string) string {
	if i := strings.Index(s, " #"); i >= 0 {
		return s[:i]
	}
	return s
}
