package xmldom

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// XPathError is a System.Xml.XPath.XPathException.
type XPathError struct{ Message string }

// Error is the message.
func (e *XPathError) Error() string { return e.Message }

const nodeSetExpected = "Expression must evaluate to a node-set."

// token is a token of an XPath expression: one of the signs, or a name, a number or a text.
type token struct {
	kind tokenKind
	text string // of a sign or name; a name's prefix stands before the colon
	num  float64
}

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenSign
	tokenName
	tokenNumber
	tokenText
	tokenVariable
)

type xpathLexer struct {
	src  string
	at   int
	tok  token
	prev token
}

func (l *xpathLexer) invalid() error { return &XPathError{"'" + l.src + "' has an invalid token."} }

var xpathSigns = []string{"//", "::", "..", "!=", "<=", ">=", "(", ")", "[", "]", ".", "@", ",", "/", "|", "+", "-", "=", "<", ">", "*"}

func (l *xpathLexer) next() error {
	l.prev = l.tok
	for l.at < len(l.src) && strings.IndexByte(" \t\r\n", l.src[l.at]) >= 0 {
		l.at++
	}
	if l.at >= len(l.src) {
		l.tok = token{}
		return nil
	}
	c := l.src[l.at]
	switch {
	case c == '"' || c == '\'':
		end := strings.IndexByte(l.src[l.at+1:], c)
		if end < 0 {
			return &XPathError{"This is an unclosed string."}
		}
		l.tok = token{kind: tokenText, text: l.src[l.at+1 : l.at+1+end]}
		l.at += end + 2
		return nil
	case c >= '0' && c <= '9', c == '.' && l.at+1 < len(l.src) && l.src[l.at+1] >= '0' && l.src[l.at+1] <= '9':
		start := l.at
		for l.at < len(l.src) && (l.src[l.at] >= '0' && l.src[l.at] <= '9' || l.src[l.at] == '.') {
			l.at++
		}
		n, err := strconv.ParseFloat(l.src[start:l.at], 64)
		if err != nil {
			return l.invalid()
		}
		l.tok = token{kind: tokenNumber, num: n}
		return nil
	case c == '$':
		l.at++
		l.tok = token{kind: tokenVariable, text: l.ncName()}
		return nil
	}
	if name := l.ncName(); name != "" {
		if l.at+1 < len(l.src) && l.src[l.at] == ':' && l.src[l.at+1] != ':' {
			l.at++
			if l.src[l.at] == '*' {
				l.at++
				name += ":*"
			} else {
				name += ":" + l.ncName()
			}
		}
		l.tok = token{kind: tokenName, text: name}
		return nil
	}
	for _, s := range xpathSigns {
		if strings.HasPrefix(l.src[l.at:], s) {
			l.at += len(s)
			l.tok = token{kind: tokenSign, text: s}
			return nil
		}
	}
	return l.invalid()
}

func (l *xpathLexer) ncName() string {
	start := l.at
	for l.at < len(l.src) {
		r, size := utf8.DecodeRuneInString(l.src[l.at:])
		if r == ':' || !nameStart(r) && (l.at == start || r != '-' && r != '.' && (r < '0' || r > '9')) {
			break
		}
		l.at += size
	}
	return l.src[start:l.at]
}

func (l *xpathLexer) sign(s string) bool { return l.tok.kind == tokenSign && l.tok.text == s }

// operator tells whether a name stands where only an operator can.
func (l *xpathLexer) operator(name string) bool {
	return l.tok.kind == tokenName && l.tok.text == name
}
