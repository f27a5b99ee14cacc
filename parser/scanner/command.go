package scanner

import (
	"strings"

	"rehearse/parser/ast"
)

// command scans a token among the arguments of a command.
func (l *Lexer) command(c byte) Kind {
	f := l.f
	if l.primary && l.pos == l.lastEnd {
		if k := l.postfix(c); k != 0 {
			return k
		}
	}
	f.member = false
	n := l.at(l.pos + 1)
	switch c {
	case ',':
		return l.fixed(Comma, 1, 0)
	case '|':
		f.mode = pipeMode
		if n == '|' {
			return l.fixed(OrOr, 2, int(ast.OrOr))
		}
		return l.fixed(Pipe, 1, 0)
	case '&':
		if n == '&' {
			f.mode = pipeMode
			return l.fixed(AndAnd, 2, int(ast.AndAnd))
		}
		return l.background()
	case '>', '<', '1', '2', '3', '4', '5', '6', '*':
		if k := l.redirection(c); k != 0 {
			return k
		}
	}
	if d := l.dash(l.pos); d > 0 && l.last != Comma && !f.noMoreDash {
		if k := l.dashArgument(d); k != 0 {
			return k
		}
	}
	return l.argument(c)
}

// dashArgument scans a parameter, or the stop-parsing token --%.
func (l *Lexer) dashArgument(d int) Kind {
	n := l.at(l.pos + d)
	if is(n, letter) && l.dash(l.pos+d) == 0 || n == '?' {
		i := l.pos + d
		for i < len(l.src) && !l.ends(i) && !strings.ContainsRune(".[:'\"", rune(l.src[i])) {
			i++
		}
		if q, _ := l.quote(i); q != 0 {
			return l.word(true, Generic)
		}
		name := l.src[l.pos+d : i]
		if l.at(i) == ':' {
			l.fixed(ParameterColon, i+1-l.pos, 0)
			l.out.Value = name
			return ParameterColon
		}
		return l.marked(Parameter, i-l.pos, d)
	}
	if e := l.dash(l.pos + d); e > 0 && (l.ends(l.pos+d+e) || l.pos+d+e >= len(l.src)) {
		l.f.noMoreDash = true
		return l.marked(Parameter, d+e, d)
	}
	if strings.HasPrefix(l.src[l.pos:], "--%") && (l.ends(l.pos+3) || l.pos+3 >= len(l.src)) {
		l.fixed(Generic, 3, 0)
		l.verbatim()
		return Generic
	}
	return 0
}

// verbatim queues the text behind --%: everything up to the end of the line or an unquoted pipe
// or chain operator.
func (l *Lexer) verbatim() {
	start := l.pos
	for is(l.at(start), blank) {
		start++
	}
	end, quoted := start, false
	for ; end < len(l.src) && l.src[end] != '\n' && l.src[end] != '\r'; end++ {
		c := l.src[end]
		if c == '"' {
			quoted = !quoted
		}
		if !quoted && (c == '|' || c == '&' && l.at(end+1) == '&') {
			break
		}
	}
	if end == start {
		return
	}
	save := l.start
	l.start, l.pos = start, end
	l.ahead()
	l.emit(Verbatim, l.src[start:end], 0)
	l.start = save
}

// argument scans one operand in a command.
func (l *Lexer) argument(c byte) Kind {
	l.primary = false
	if is(c, quoteLead) {
		if q, n := l.quoteAt(l.pos); q != 0 {
			l.f.member = false
			return l.quoted(q, n)
		}
	}
	n := l.at(l.pos + 1)
	switch c {
	case '$':
		if n == '(' {
			return l.open(DollarParen, 2, subFrame, statementMode)
		}
		if end, name, ok := l.variable(l.pos, false); ok && l.endsArgumentVariable(end) {
			l.pos = end
			l.primary = true
			return l.emit(Variable, name, 0)
		}
		return l.word(true, Generic)
	case '@':
		if n == '$' {
			return l.word(true, Generic)
		}
		return l.operand(c)
	case '(', '{':
		return l.operand(c)
	case '`':
		if l.escapedQuote(l.pos) {
			return l.escapedString()
		}
	}
	if is(c, digit) || c == '.' && is(n, digit) {
		if k := l.number(l.pos); k > 0 && (l.ends(l.pos+k) || l.pos+k >= len(l.src)) {
			return l.fixed(Number, k, 0)
		}
	}
	return l.word(true, Generic)
}

// endsArgumentVariable reports whether a variable that ends at i is an argument by itself and not
// the beginning of a longer word.
func (l *Lexer) endsArgumentVariable(i int) bool {
	if i >= len(l.src) || l.ends(i) {
		return true
	}
	switch l.src[i] {
	case '.', '[':
		return true
	case ':':
		return l.at(i+1) == ':'
	case '?':
		return l.at(i+1) == '.' || l.at(i+1) == '['
	}
	return false
}

// redirection scans n>, n>> or n>&m. The value is the text; the streams are read from it.
func (l *Lexer) redirection(c byte) Kind {
	i := l.pos
	if c >= '1' && c <= '6' || c == '*' {
		if l.at(i+1) != '>' {
			return 0
		}
		i++
	}
	f := l.f
	switch l.at(i) {
	case '<':
		l.report(i, i+1, "RedirectionNotSupported", "The '<' operator is reserved for future use.")
		l.pos++
		l.primary = false
		f.mode = commandMode
		return again
	case '>':
	default:
		return 0
	}
	i++
	if l.at(i) == '&' && (l.at(i+1) == '1' || l.at(i+1) == '2') {
		i += 2
		text := l.src[l.pos:i]
		if text[len(text)-1] == '2' || text[0] == '1' {
			l.report(l.pos, i, "RedirectionNotSupported", "The '"+text+"' operator is reserved for future use.")
		}
		return l.fixed(Merging, i-l.pos, 0)
	}
	if l.at(i) == '>' {
		i++
	}
	f.mode = commandMode
	return l.fixed(Redirection, i-l.pos, 0)
}
