package scanner

import (
	"slices"
	"strings"

	"rehearse/parser/ast"
)

// quoted scans a string whose opening quote, of n bytes, stands at the current position.
func (l *Lexer) quoted(q byte, n int) Kind {
	if q == '\'' {
		return l.singleQuoted(n)
	}
	l.pos += n
	text, expand := l.chunk(stringFrame)
	if !expand {
		l.primary = true
		return l.emit(String, text, int(ast.DoubleQuoted))
	}
	return l.beginExpand(stringFrame, ast.DoubleQuoted, n, text)
}

// beginExpand emits the opening token of a string or word of which the first piece of text has
// been scanned; the expansion is next.
func (l *Lexer) beginExpand(kind frameKind, t ast.StringConstantType, n int, text string) Kind {
	resume := l.pos
	id := l.nextID()
	l.pos = l.start + n
	l.emit(ExpandOpen, l.src[l.start:l.pos], id<<3|int(t))
	l.pos = resume
	if text != "" || resume > l.start+n {
		l.ahead()
		l.put(ExpandText, l.start+n, resume, text, 0)
	}
	l.push(kind, expressionMode)
	return ExpandOpen
}

// openExpansions reports the $( of strings that are open at the end of the text, and the strings.
// PowerShell meets these errors before those inside the $( ), since it scans strings whole.
func (l *Lexer) openExpansions() {
	for i := 1; i < len(l.stack); i++ {
		k := l.stack[i-1].kind
		if l.stack[i].kind != subFrame || k != stringFrame && k != hereFrame {
			continue
		}
		begin := int(l.openers[l.stack[i-1].id].pos)
		terminator := `"`
		if k == hereFrame {
			terminator = `"@`
		}
		save := l.Diagnostics
		l.Diagnostics = nil
		l.start = begin
		l.reportAt(int(l.openers[l.stack[i].id].pos), len(l.src), "IncompleteDollarSubexpressionReference", "$(subexpression) is missing the closing ')'.", true)
		l.unterminated(begin, terminator)
		added := l.Diagnostics
		at := len(save)
		for at > 0 && save[at-1].Token > begin {
			at--
		}
		l.Diagnostics = slices.Insert(save, at, added...)
		return
	}
}

// escapedQuote reports whether a double quote with a backtick stands at i inside the $( … ) of a
// string, where it opens and closes strings like a bare one.
func (l *Lexer) escapedQuote(i int) bool {
	if l.at(i) != '`' || l.at(i+1) != '"' {
		return false
	}
	for _, f := range l.stack {
		if f.kind == stringFrame {
			return true
		}
	}
	return false
}

// escapedString scans the string between two escaped quotes.
func (l *Lexer) escapedString() Kind {
	begin := l.pos + 2
	n := strings.Index(l.src[begin:], "`\"")
	if n < 0 {
		l.unterminated(l.start, `"`)
		n = len(l.src) - begin
		l.pos = len(l.src)
	} else {
		l.pos = begin + n + 2
	}
	l.primary = true
	return l.emit(String, unescape(l.src[begin:begin+n]), int(ast.DoubleQuoted))
}

func (l *Lexer) singleQuoted(n int) Kind {
	begin := l.pos + n
	var b []byte
	from := begin
	for i := begin; i < len(l.src); {
		if !is(l.src[i], quoteLead) {
			i++
			continue
		}
		q, size := l.quoteAt(i)
		if q != '\'' {
			i++
			continue
		}
		if q2, size2 := l.quote(i + size); q2 == '\'' {
			// Two quotes stand for the second of them.
			b = append(b, l.src[from:i]...)
			from = i + size
			i += size + size2
			continue
		}
		text := l.src[from:i]
		if b != nil {
			text = string(append(b, text...))
		}
		l.pos = i + size
		l.primary = true
		return l.emit(String, text, int(ast.SingleQuoted))
	}
	l.unterminated(l.start, "'")
	text := l.src[from:]
	l.pos = len(l.src)
	l.primary = true
	return l.emit(String, text, int(ast.SingleQuoted))
}

func (l *Lexer) unterminated(start int, terminator string) {
	l.reportAt(start, len(l.src), "TerminatorExpectedAtEndOfString", "The string is missing the terminator: "+terminator+".", true)
}

// pieces collects the text of a string, without a copy as long as nothing has to be resolved.
type pieces struct {
	src  string
	from int
	b    []byte
}

// cut adds the text up to i, and resolved text in place of what stands between i and next.
func (p *pieces) cut(i, next int, resolved string) {
	p.b = append(append(p.b, p.src[p.from:i]...), resolved...)
	p.from = next
}

func (p *pieces) text(end int) string {
	if p.b == nil {
		return p.src[p.from:end]
	}
	return string(append(p.b, p.src[p.from:end]...))
}

// chunk scans the text of an expandable string up to its end, which is skipped, or up to an
// expansion, which is not.
func (l *Lexer) chunk(kind frameKind) (text string, expand bool) {
	p := pieces{src: l.src, from: l.pos}
	footer := -1 // an indented footer
	i := l.pos
	if kind == hereFrame {
		if n := l.hereFooter(i, '"'); n > 0 && l.lineStart(i) {
			l.pos = i + n
			return "", false
		}
	}
	for i < len(l.src) {
		c := l.src[i]
		if !is(c, stringSpecial) {
			i++
			continue
		}
		switch {
		case c == '$':
			if l.expands(i) {
				l.pos = i
				return p.text(i), true
			}
			i++
		case c == '`' && i+1 < len(l.src):
			text, n := l.escapeAt(i)
			p.cut(i, i+1+n, text)
			i += 1 + n
		case (c == '\n' || c == '\r') && kind == hereFrame:
			next := i + 1
			if c == '\r' && l.at(next) == '\n' {
				next++
			}
			if n := l.hereFooter(next, '"'); n > 0 {
				l.pos = next + n
				return p.text(i), false
			}
			if j := l.runBlanks(next); footer < 0 && j > next && l.hereFooter(j, '"') > 0 {
				footer = j
			}
			i = next
		case c == '"' || c == 0xE2:
			q, n := l.quote(i)
			if q != '"' || kind == hereFrame {
				i++
				continue
			}
			if q2, n2 := l.quote(i + n); q2 == '"' {
				p.cut(i, i+n, "")
				i += n + n2
				continue
			}
			l.pos = i + n
			return p.text(i), false
		default:
			i++
		}
	}
	l.pos = len(l.src)
	start := l.start
	if k := l.f.kind; k == stringFrame || k == hereFrame {
		start = int(l.openers[l.f.id].pos)
	}
	switch {
	case kind == stringFrame:
		l.unterminated(start, `"`)
	case footer >= 0:
		l.whitespaceFooter(footer)
	default:
		l.unterminated(start, `"@`)
	}
	return p.text(len(l.src)), false
}

func (l *Lexer) whitespaceFooter(at int) {
	l.reportAt(at, len(l.src), "WhitespaceBeforeHereStringFooter", "White space is not allowed before the string terminator.", true)
}

func (l *Lexer) lineStart(i int) bool { return i > 0 && (l.src[i-1] == '\n' || l.src[i-1] == '\r') }

func (l *Lexer) runBlanks(i int) int {
	for is(l.at(i), blank) {
		i++
	}
	return i
}

// hereFooter is the length of the here-string footer of a kind of quote at i, or 0.
func (l *Lexer) hereFooter(i int, quote byte) int {
	if q, n := l.quote(i); q == quote && l.at(i+n) == '@' {
		return n + 1
	}
	return 0
}

// hereString scans @" or @' at the current position.
func (l *Lexer) hereString() Kind {
	q, n := l.quote(l.pos + 1)
	t := ast.DoubleQuotedHereString
	if q == '\'' {
		t = ast.SingleQuotedHereString
	}
	i := l.runBlanks(l.pos + 1 + n)
	l.primary = true
	switch l.at(i) {
	case '\n':
		i++
	case '\r':
		i++
		if l.at(i) == '\n' {
			i++
		}
	default:
		if i >= len(l.src) {
			l.unterminated(l.start, string(q)+"@")
		} else {
			l.report(i, i+1, "UnexpectedCharactersAfterHereStringHeader",
				"No characters are allowed after a here-string header but before the end of the line.")
		}
		for i < len(l.src) && l.src[i] != '\n' && l.src[i] != '\r' {
			i++
		}
		l.pos = i
		return l.emit(String, "", int(t))
	}
	if q == '\'' {
		return l.singleHereString(i)
	}
	header := i - l.pos
	l.pos = i
	text, expand := l.chunk(hereFrame)
	if !expand {
		l.primary = true
		return l.emit(String, text, int(t))
	}
	return l.beginExpand(hereFrame, t, header, text)
}

// singleHereString scans the lines of @' that begin at i.
func (l *Lexer) singleHereString(i int) Kind {
	begin, end, footer := i, i, -1
	for {
		if n := l.hereFooter(i, '\''); n > 0 {
			l.pos = i + n
			return l.emit(String, l.src[begin:end], int(ast.SingleQuotedHereString))
		}
		if j := l.runBlanks(i); footer < 0 && j > i && l.hereFooter(j, '\'') > 0 {
			footer = j
		}
		k := strings.IndexAny(l.src[i:], "\r\n")
		if k < 0 {
			break
		}
		end = i + k
		i = end + 1
		if l.src[end] == '\r' && l.at(i) == '\n' {
			i++
		}
	}
	if footer >= 0 {
		l.whitespaceFooter(footer)
	} else {
		l.unterminated(l.start, "'@")
	}
	l.pos = len(l.src)
	return l.emit(String, l.src[begin:], int(ast.SingleQuotedHereString))
}

// stringPart scans the next piece of an expandable string or word.
func (l *Lexer) stringPart() Kind {
	if l.at(l.pos) == '$' && l.expands(l.pos) {
		if l.at(l.pos+1) == '(' {
			return l.open(DollarParen, 2, subFrame, statementMode)
		}
		if end, name, ok := l.variable(l.pos, l.f.kind != wordFrame || l.f.operand); ok {
			l.pos = end
			return l.emit(Variable, name, 0)
		}
	}
	kind := l.f.kind
	begin := l.pos
	var text string
	var expand bool
	if kind == wordFrame {
		text, expand, l.f.operand = l.wordChunk(true, l.f.operand)
	} else {
		text, expand = l.chunk(kind)
	}
	if expand {
		return l.emit(ExpandText, text, 0)
	}
	end := l.pos
	l.pop()
	textEnd := end
	if kind != wordFrame {
		textEnd = max(begin, end-l.closerLength(kind, end))
	}
	l.last, l.lastEnd, l.primary, l.statementEnd = ExpandClose, end, kind != wordFrame, false
	if text != "" {
		l.put(ExpandText, begin, textEnd, text, 0)
		l.ahead()
	}
	l.put(ExpandClose, textEnd, end, "", 0)
	return ExpandClose
}

// closerLength is the length of the terminator that ends at end.
func (l *Lexer) closerLength(kind frameKind, end int) int {
	if kind == hereFrame {
		return 2
	}
	if end > 0 && l.src[end-1] == '"' {
		return 1
	}
	return 3
}

// word scans a bareword. With expand, variables and subexpressions in it expand, as in arguments;
// a command name is taken literally.
func (l *Lexer) word(expand bool, k Kind) Kind {
	l.primary = false
	i := l.pos
	for i < len(l.src) && !is(l.src[i], special) {
		i++
	}
	if i > l.pos && (i >= len(l.src) || is(l.src[i], force)) { // the common case, a plain word
		l.pos = i
		return l.emit(k, l.src[l.start:i], 0)
	}
	text, more, quoted := l.wordChunk(expand, false)
	if !more {
		if l.pos == l.start { // a delimiter that no rule took
			return l.fixed(Bad, 1, 0)
		}
		return l.emit(k, text, 0)
	}
	l.beginExpand(wordFrame, ast.BareWord, 0, text)
	l.f.operand = quoted
	return ExpandOpen
}

// wordChunk scans a piece of a word up to its end or, with expand, up to an expansion. Quotes
// open and close inside a word; quoted says whether double quotes are open, before and after.
func (l *Lexer) wordChunk(expand, quoted bool) (text string, more, stillQuoted bool) {
	p := pieces{src: l.src, from: l.pos}
	i := l.pos
	for i < len(l.src) {
		c := l.src[i]
		if !is(c, special) {
			i++
			continue
		}
		switch {
		case !quoted && l.ends(i):
			l.pos = i
			return p.text(i), false, false
		case c == '$' && expand && l.expands(i):
			l.pos = i
			return p.text(i), true, quoted
		case c == '$' && !expand && l.at(i+1) == '(':
			// A command name keeps $( … ) as text.
			if n := strings.IndexByte(l.src[i:], ')'); n > 0 {
				i += n
			}
			i++
		case c == '`' && i+1 < len(l.src):
			text, n := l.escapeAt(i)
			p.cut(i, i+1+n, text)
			i += 1 + n
		case c == '"' || c == '\'' || c == 0xE2:
			q, n := l.quote(i)
			switch {
			case q == 0 || q == '\'' && quoted:
				i++
			case q == '\'':
				i = l.quotedInWord(&p, i, n)
			default:
				if q2, n2 := l.quote(i + n); quoted && q2 == '"' {
					p.cut(i, i+n, "")
					i += n + n2
					continue
				}
				if !quoted {
					l.openQuote = i
				}
				quoted = !quoted
				p.cut(i, i+n, "")
				i += n
			}
		default:
			i++
		}
	}
	l.pos = len(l.src)
	if quoted {
		l.unterminated(l.openQuote, `"`)
	}
	return p.text(len(l.src)), false, false
}

// quotedInWord skips a single-quoted part of a word whose quote stands at i.
func (l *Lexer) quotedInWord(p *pieces, i, n int) int {
	p.cut(i, i+n, "")
	j := i + n
	for j < len(l.src) {
		q, size := l.quote(j)
		if q != '\'' {
			j++
			continue
		}
		if q2, size2 := l.quote(j + size); q2 == '\'' {
			p.cut(j, j+size, "")
			j += size + size2
			continue
		}
		p.cut(j, j+size, "")
		return j + size
	}
	l.unterminated(i, "'")
	return j
}
