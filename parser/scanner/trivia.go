package scanner

import (
	"strings"
)

// separators are the newlines and semicolons skipped before a token.
type separators struct {
	newline, semi bool
	start, end    int // of the first of them
}

// trivia skips blanks, comments, continuations, newlines and, where they cannot matter by
// themselves, semicolons.
func (l *Lexer) trivia() (s separators) {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		if !is(c, skipped) {
			return s
		}
		switch {
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			l.pos++
		case c == '\n' || c == '\r':
			start := l.pos
			s.mark(start, l.newline())
			s.newline = true
		case c == ';':
			if l.keepsSemi() {
				return s
			}
			l.pos++
			s.mark(l.pos-1, l.pos)
			s.semi = true
		case c == '#':
			l.lineComment()
		case c == '<' && l.at(l.pos+1) == '#':
			l.blockComment()
		case c == '`':
			n := l.at(l.pos + 1)
			switch {
			case n == '\n' || n == '\r':
				l.pos++
				l.newline()
			case is(n, blank):
				l.pos++
			case l.pos+1 >= len(l.src):
				l.start = l.pos
				l.reportAt(l.pos, l.pos+1, "IncompleteString", "Incomplete string token.", true)
				l.pos++
			default:
				return s
			}
		case l.nonASCIIBlank(l.pos) > 0:
			l.pos += l.nonASCIIBlank(l.pos)
		default:
			return s
		}
	}
	return s
}

// keepsSemi reports whether a semicolon is a token by itself in the current bracket.
func (l *Lexer) keepsSemi() bool {
	switch l.f.kind {
	case forFrame, indexFrame, argumentFrame, parameterFrame, attributeFrame, parenFrame, conditionFrame, foreachFrame:
		return true
	}
	return false
}

func (s *separators) mark(start, end int) {
	if !s.newline && !s.semi {
		s.start, s.end = start, end
	}
}

// newline skips one line end, \n, \r\n or \r, and returns the offset behind it.
func (l *Lexer) newline() int {
	if l.src[l.pos] == '\r' && l.at(l.pos+1) == '\n' {
		l.pos++
	}
	l.pos++
	return l.pos
}

func (l *Lexer) lineComment() {
	start := l.pos
	i := strings.IndexAny(l.src[l.pos:], "\r\n")
	if i < 0 {
		l.pos = len(l.src)
	} else {
		l.pos += i
	}
	const requires = "#requires"
	if l.pos-start >= len(requires) && strings.EqualFold(l.src[start:start+len(requires)], requires) &&
		(l.ends(start+len(requires)) || l.pos == start+len(requires)) && (len(l.Requires) == 0 || l.Requires[len(l.Requires)-1].Start < start) {
		l.Requires = append(l.Requires, Span{start, l.pos})
	}
	l.comment(start)
}

func (l *Lexer) blockComment() {
	start := l.pos
	i := strings.Index(l.src[start+2:], "#>")
	if i < 0 {
		l.pos = len(l.src)
		l.start = start
		l.reportAt(start, l.pos, "MissingTerminatorMultiLineComment", "The terminator '#>' is missing from the multiline comment.", true)
	} else {
		l.pos = start + 2 + i + 2
	}
	l.comment(start)
}

func (l *Lexer) comment(start int) {
	if l.comments {
		l.Comments = append(l.Comments, Span{start, l.pos})
	}
}

// skipBlanks returns the offset of the next character after i that is no blank or line end.
func (l *Lexer) skipBlanks(i int) int {
	for i < len(l.src) && (is(l.src[i], blank) || l.src[i] == '\n' || l.src[i] == '\r') {
		i++
	}
	return i
}

// significant returns the offset of the next character after i that is neither blank, line end
// nor part of a comment.
func (l *Lexer) significant(i int) int {
	for {
		i = l.skipBlanks(i)
		switch c := l.at(i); {
		case c == '#':
			j := strings.IndexAny(l.src[i:], "\r\n")
			if j < 0 {
				return len(l.src)
			}
			i += j
		case c == '<' && l.at(i+1) == '#':
			j := strings.Index(l.src[i+2:], "#>")
			if j < 0 {
				return len(l.src)
			}
			i += j + 4
		case c == '`' && (l.at(i+1) == '\n' || l.at(i+1) == '\r'):
			i += 2
		default:
			return i
		}
	}
}

// separator emits the Sep token for what was skipped and starts a new statement.
func (l *Lexer) separator(s separators) Kind {
	f := l.f
	f.mode = l.contentMode()
	f.operand, f.typeBefore, f.member, f.ternaries = false, false, false, 0
	if !s.newline && !s.semi {
		s.start, s.end = l.pos, l.pos
	}
	aux := 0
	if !s.semi {
		aux = 1
	}
	l.last, l.statementEnd, l.primary = Sep, false, false
	l.put(Sep, s.start, s.end, l.src[s.start:s.end], aux)
	l.endChunk(s.start)
	return Sep
}

// separates decides whether the skipped newlines or semicolons, or the end of a block, end a
// statement, when c is the next character.
func (l *Lexer) separates(s separators, c byte) bool {
	f := l.f
	switch f.kind {
	case indexFrame, argumentFrame, parameterFrame, attributeFrame, switchFrame, forFrame, foreachFrame:
		return false
	}
	if !f.any || l.last == Sep || c == '}' {
		return false
	}
	if c == ')' && f.kind != blockFrame && f.kind != bodyFrame && f.kind != scriptFrame {
		return false
	}
	switch f.mode {
	case headerMode:
		return f.header == usingHeader || s.semi
	case memberMode:
		return s.semi
	case keyMode:
		if !f.operand {
			return false
		}
	}
	if !s.newline && !s.semi && (f.kind == parenFrame || f.kind == conditionFrame) {
		return false
	}
	if !s.semi && l.continues(c) {
		return false
	}
	return s.semi || !l.statementEnd || !l.clauseAt(l.pos)
}

// continues reports whether a statement goes on over a newline.
func (l *Lexer) continues(c byte) bool {
	switch l.last {
	case Comma, Pipe, AndAnd, OrOr, AssignmentOperator, BinaryOperator, UnaryOperator, PrefixIncrement, Question, Colon, Label:
		return true
	case AttributeClose:
		if l.f.mode != statementMode {
			return true
		}
		switch l.keywordAt(l.pos) {
		case Param, Class, Enum:
			return true
		}
		return c == '[' || c == '$'
	case TypeLiteral, Static, Hidden:
		return l.f.kind == classFrame || l.beginsParam(l.pos)
	}
	if c == ':' && l.f.ternaries > 0 && l.at(l.pos+1) != ':' {
		return true
	}
	return c == '|' && !l.statementEnd && !l.blankLineBefore() && l.at(l.pos+1) != '|'
}

// blankLineBefore reports whether an empty line stands before the next token: a pipe behind one
// does not continue the pipeline.
func (l *Lexer) blankLineBefore() bool {
	newlines := 0
	for i := l.pos - 1; i >= 0; i-- {
		switch c := l.src[i]; {
		case c == '\n':
			newlines++
		case !is(c, blank) && c != '\r':
			return newlines > 1
		}
	}
	return newlines > 1
}

// forNewline reports whether a newline stands for a semicolon in a for header.
func (l *Lexer) forNewline(c byte) bool {
	f := l.f
	return f.any && f.semis < 2 && c != ';' && c != ')' && l.last != Semi && f.mode != memberMode && !l.continues(c)
}

func (l *Lexer) forSemi(start, end int) Kind {
	f := l.f
	f.mode, f.operand, f.typeBefore, f.member = pipeMode, false, false, false
	if f.semis < 3 {
		f.semis++
	}
	if end > l.pos {
		l.pos = end
	}
	l.last, l.lastEnd, l.primary, l.statementEnd = Semi, end, false, false
	f.any = true
	return l.put(Semi, start, end, ";", 0)
}
