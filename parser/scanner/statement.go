package scanner

import (
	"strings"
	"unicode/utf8"

	"rehearse/parser/ast"
)

// statement scans the first token of a statement or of a pipeline element.
func (l *Lexer) statement(c byte) Kind {
	f := l.f
	if is(c, letter) {
		if f.mode == statementMode {
			if k := l.statementKeyword(); k != 0 {
				return k
			}
		}
		l.enterStatement()
		if c < utf8.RuneSelf || !l.quoteOrDash() {
			f.mode, f.noMoreDash = commandMode, false
			return l.word(false, Generic)
		}
	}
	if c == '[' && f.mode == statementMode {
		return l.statementBracket()
	}
	if c == ':' && f.mode == statementMode && l.hasName(l.pos+1) {
		if j := l.nameEnd(l.pos + 1); l.ends(j) {
			l.enterStatement()
			return l.marked(Label, j-l.pos, 1)
		}
	}
	l.enterStatement()
	f.noMoreDash, f.ternaries = false, 0
	if l.beginsExpression(c) {
		f.mode, f.operand = expressionMode, false
		return l.expression(c)
	}
	switch c {
	case '&':
		if l.at(l.pos+1) == '&' {
			return l.fixed(AndAnd, 2, int(ast.AndAnd))
		}
		f.mode = commandNameMode
		return l.fixed(CallOperator, 1, int(ast.Ampersand))
	case '|':
		if l.at(l.pos+1) == '|' {
			return l.fixed(OrOr, 2, int(ast.OrOr))
		}
		f.mode = pipeMode
		return l.fixed(Pipe, 1, 0)
	case '.':
		n := l.at(l.pos + 1)
		if q, _ := l.quote(l.pos + 1); q != 0 || l.ends(l.pos+1) || n == '$' {
			f.mode = commandNameMode
			return l.fixed(CallOperator, 1, int(ast.Dot))
		}
	case '<':
		// At the start of a statement it is a command name by itself.
		f.mode = commandMode
		return l.fixed(Generic, 1, 0)
	}
	f.mode = commandMode
	return l.word(false, Generic)
}

// quoteOrDash reports whether one of PowerShell's other quotes or dashes stands here.
func (l *Lexer) quoteOrDash() bool {
	q, _ := l.quote(l.pos)
	return q != 0 || l.dash(l.pos) > 0
}

// enterStatement notes that the frame holds a statement that is neither a named block nor
// something that may stand before one.
func (l *Lexer) enterStatement() {
	if l.f.phase < namedPhase {
		l.f.phase = statementPhase
	}
}

// beginsExpression reports whether an expression begins at the current position, which is the
// start of a statement; everything else is a command.
func (l *Lexer) beginsExpression(c byte) bool {
	switch c {
	case '@', '(', '{', ',', '[':
		return true
	case '$':
		return l.expands(l.pos) || l.at(l.pos+1) == ':'
	case '`':
		return l.escapedQuote(l.pos)
	case '!':
		return !l.hasName(l.pos + 1)
	case '+':
		return l.at(l.pos+1) != '='
	}
	if q, _ := l.quote(l.pos); q != 0 {
		return true
	}
	if is(c, digit) || c == '.' && is(l.at(l.pos+1), digit) {
		n := l.number(l.pos)
		return n > 0 && l.at(l.pos+n) != ':'
	}
	if n := l.dash(l.pos); n > 0 {
		next := l.at(l.pos + n)
		if is(next, letter) && l.dash(l.pos+n) == 0 {
			k, _ := l.dashOperator(l.pos + n)
			return unary(k)
		}
		return next != '='
	}
	return false
}

// statementBracket scans a type literal or attribute at the start of a statement. Behind an
// attribute a statement may still start: param, class and enum take attributes.
func (l *Lexer) statementBracket() Kind {
	f := l.f
	depth := len(l.stack)
	f.mode, f.operand = expressionMode, false
	k := l.bracket()
	if k == AttributeOpen {
		l.stack[depth-1].mode = statementMode
		return k
	}
	if l.beginsParam(l.significant(l.pos)) {
		f.mode = statementMode // for the parser to complain about the type
		return k
	}
	l.enterStatement()
	return k
}

// beginsParam reports whether a param block begins at i.
func (l *Lexer) beginsParam(i int) bool {
	f := l.f
	return (f.kind == scriptFrame || f.kind == bodyFrame) && f.phase == noPhase &&
		l.keywordAt(i) == Param && l.at(l.significant(l.nameEnd(i))) == '('
}

// statementKeyword scans a keyword if one stands here.
func (l *Lexer) statementKeyword() Kind {
	f := l.f
	end := l.nameEnd(l.pos)
	if !l.ends(end) {
		return 0
	}
	word := l.src[l.pos:end]
	k := keyword(word)
	aux := 0
	switch k {
	case 0, In, Static, Hidden, Base, Until:
		return 0
	case Else, ElseIf, Catch, Finally:
		if l.last != RCurly || !l.clauseAt(l.pos) {
			return 0
		}
	case NamedBlock:
		if f.kind != scriptFrame && f.kind != bodyFrame || f.phase == statementPhase {
			return 0
		}
		aux = int(blockKind(word[0]))
		if aux == int(ast.Clean) && l.at(l.significant(end)) != '{' {
			return 0
		}
		f.phase = namedPhase
	case Param:
		if !l.beginsParam(l.pos) {
			return 0
		}
		f.phase = paramPhase
	}
	f.clauses = noClauses
	switch k {
	case If, ElseIf:
		f.clauses = ifClauses
	case Try, Catch:
		f.clauses = tryClauses
	}
	if k != NamedBlock && k != Param && k != Using {
		l.enterStatement()
	}
	l.fixed(k, len(word), aux)
	f.mode = headerMode
	switch k {
	case If, ElseIf, While:
		f.header = conditionHeader
	case Else, Try, Finally, NamedBlock:
		f.header = blockHeader
	case Do:
		f.header = doBlockHeader
	case For:
		f.header = forHeader
	case Foreach:
		f.header = foreachHeader
	case Switch:
		f.header = switchHeader
	case Catch, Trap:
		f.header = catchHeader
	case Data:
		f.header = dataHeader
	case Function:
		f.header = functionNameHeader
	case Param:
		f.header = paramHeader
	case Class:
		f.header = classHeader
	case Enum:
		f.header = enumHeader
	case Using:
		f.header = usingHeader
	case Return, Throw, Exit:
		f.mode = pipeMode
	case Break, Continue:
		f.mode, f.operand = expressionMode, false
	case Reserved:
		f.mode = commandMode
	}
	return k
}

// clauseAt reports whether a clause of the statement whose block has just ended begins at i.
func (l *Lexer) clauseAt(i int) bool {
	if l.f.clauses == noClauses {
		return false
	}
	switch l.keywordAt(i) {
	case Else, ElseIf:
		return l.f.clauses == ifClauses
	case Catch, Finally:
		return l.f.clauses == tryClauses
	}
	return false
}

// header scans a token between the keyword of a statement and its block. Whatever does not fit is
// scanned as an expression, for the parser to complain about.
func (l *Lexer) header(c byte) Kind {
	f := l.f
	l.primary = l.primary && f.header == switchHeader
	switch f.header {
	case conditionHeader, forHeader, foreachHeader, doConditionHeader, switchHeader:
		if k := l.parenHeader(c); k != 0 {
			return k
		}
	case blockHeader, doBlockHeader, catchHeader, dataHeader:
		if k := l.blockHeader(c); k != 0 {
			return k
		}
	case doTailHeader:
		if k := l.keywordAt(l.pos); k == While || k == Until {
			f.header = doConditionHeader
			return l.fixed(k, 5, 0)
		}
	case functionNameHeader:
		if q, _ := l.quote(l.pos); q == 0 && !l.ends(l.pos) {
			f.header = functionBodyHeader
			return l.word(false, Identifier)
		}
	case functionBodyHeader, paramHeader, methodHeader:
		if k := l.bodyHeader(c); k != 0 {
			return k
		}
	case classHeader, enumHeader:
		if k := l.typeHeader(c); k != 0 {
			return k
		}
	case usingHeader:
		if l.hasName(l.pos) {
			f.mode = commandMode
			return l.fixed(Identifier, l.nameEnd(l.pos)-l.pos, 0)
		}
	}
	f.mode, f.operand = expressionMode, false
	return l.expression(c)
}

func (l *Lexer) parenHeader(c byte) Kind {
	f := l.f
	if c == '(' {
		h := f.header
		switch h {
		case conditionHeader, forHeader, foreachHeader:
			f.header = blockHeader
		case doConditionHeader:
			f.mode, f.operand = expressionMode, true
		}
		switch h {
		case forHeader:
			return l.open(LParen, 1, forFrame, pipeMode)
		case foreachHeader:
			return l.open(LParen, 1, foreachFrame, expressionMode)
		}
		return l.open(LParen, 1, conditionFrame, pipeMode)
	}
	if (f.header == switchHeader || f.header == foreachHeader) && l.dash(l.pos) > 0 {
		n := l.dash(l.pos)
		end := l.nameEnd(l.pos + n)
		return l.marked(Parameter, end-l.pos, n)
	}
	if f.header == switchHeader {
		if c == '{' {
			f.mode = statementMode
			return l.open(LCurly, 1, switchFrame, switchMode)
		}
		return l.command(c)
	}
	return 0
}

func (l *Lexer) blockHeader(c byte) Kind {
	f := l.f
	if c == '{' {
		if f.header == doBlockHeader {
			f.header = doTailHeader
		} else {
			f.mode = statementMode
		}
		return l.open(LCurly, 1, blockFrame, statementMode)
	}
	switch f.header {
	case catchHeader:
		if c == '[' {
			return l.bracket()
		}
		if c == ',' {
			return l.fixed(Comma, 1, 0)
		}
	case dataHeader:
		if n := l.dash(l.pos); n > 0 {
			end := l.nameEnd(l.pos + n)
			return l.marked(Parameter, end-l.pos, n)
		}
		if c == ',' {
			return l.fixed(Comma, 1, 0)
		}
		if !l.ends(l.pos) {
			return l.word(false, Identifier)
		}
	}
	return 0
}

func (l *Lexer) bodyHeader(c byte) Kind {
	f := l.f
	switch c {
	case '(':
		if f.header == paramHeader {
			f.mode = statementMode
		}
		return l.open(LParen, 1, parameterFrame, expressionMode)
	case '{':
		if f.header == methodHeader {
			f.mode = classMode
		} else {
			f.mode = statementMode
		}
		return l.open(LCurly, 1, bodyFrame, statementMode)
	case ':':
		if f.header == methodHeader {
			return l.fixed(Colon, 1, 0)
		}
	}
	if f.header == methodHeader && l.keywordAt(l.pos) == Base {
		l.fixed(Base, 4, 0)
		if j := l.skipBlanks(l.pos); l.at(j) == '(' {
			save := l.start
			l.start, l.pos = j, j
			l.ahead()
			l.open(CallOpen, 1, argumentFrame, expressionMode)
			l.start = save
		}
		return Base
	}
	return 0
}

func (l *Lexer) typeHeader(c byte) Kind {
	f := l.f
	switch c {
	case '{':
		h := f.header
		f.mode = statementMode
		if h == classHeader {
			return l.open(LCurly, 1, classFrame, classMode)
		}
		return l.open(LCurly, 1, enumFrame, keyMode)
	case ':':
		return l.fixed(Colon, 1, 0)
	case ',':
		return l.fixed(Comma, 1, 0)
	}
	if l.hasName(l.pos) {
		if l.last == Class || l.last == Enum {
			return l.fixed(Identifier, l.nameEnd(l.pos)-l.pos, 0)
		}
		if end := l.bareTypeEnd(l.pos); end > l.pos {
			return l.fixed(Identifier, end-l.pos, 0)
		}
	}
	return 0
}

// classMember scans the start of a class member, and what follows its type and modifiers.
func (l *Lexer) classMember(c byte) Kind {
	f := l.f
	if l.hasName(l.pos) {
		end := l.nameEnd(l.pos)
		switch k := keyword(l.src[l.pos:end]); k {
		case Static, Hidden:
			if l.at(l.significant(end)) != '(' {
				return l.fixed(k, end-l.pos, 0)
			}
		}
		f.mode, f.header = headerMode, methodHeader
		return l.fixed(Identifier, end-l.pos, 0)
	}
	switch c {
	case '[':
		return l.bracket()
	case '$':
		k := l.operand(c)
		f.mode = expressionMode
		return k
	}
	f.mode = expressionMode
	return l.expression(c)
}

// switchCondition scans a clause of a switch: its condition is one argument as of a command.
func (l *Lexer) switchCondition(c byte) Kind {
	f := l.f
	if f.operand {
		if l.primary && l.pos == l.lastEnd {
			if k := l.postfix(c); k != 0 {
				return k
			}
		}
		if c == '{' {
			f.operand = false
			return l.open(LCurly, 1, blockFrame, statementMode)
		}
	}
	f.operand = true
	return l.argument(c)
}

// foreachIn scans the in of a foreach header.
func (l *Lexer) foreachIn() Kind {
	if len(l.src)-l.pos >= 2 && strings.EqualFold(l.src[l.pos:l.pos+2], "in") && l.nameEnd(l.pos) == l.pos+2 {
		l.f.mode = pipeMode
		return l.fixed(In, 2, 0)
	}
	return 0
}
