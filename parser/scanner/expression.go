package scanner

import (
	"unicode/utf8"

	"rehearse/parser/ast"
)

// expression scans a token of an expression.
func (l *Lexer) expression(c byte) Kind {
	f := l.f
	if !f.operand {
		if c == ']' && f.kind == indexFrame {
			return l.closeIndex()
		}
		return l.operand(c)
	}
	if l.primary && l.pos == l.lastEnd {
		if k := l.postfix(c); k != 0 {
			return k
		}
	}
	if f.typeBefore && l.beginsCastOperand(c) {
		return l.operand(c)
	}
	f.member = false
	if k := l.operator(c); k != 0 {
		return k
	}
	if f.kind == foreachFrame {
		if k := l.foreachIn(); k != 0 {
			return k
		}
	}
	// Behind a complete expression PowerShell reads on as in a command.
	return l.afterExpression(c)
}

func (l *Lexer) closeIndex() Kind {
	l.pop()
	l.fixed(RBracket, 1, 0)
	l.primary = true
	return RBracket
}

// afterExpression scans what no expression goes on with. It is an error but for redirections.
func (l *Lexer) afterExpression(c byte) Kind {
	if k := l.redirection(c); k != 0 {
		return k
	}
	f := l.f
	if q, _ := l.quote(l.pos); q != 0 {
		return l.operand(c)
	}
	switch c {
	case '$', '@', '(', '{', '[', ']':
		if c == ']' {
			return l.fixed(Bad, 1, 0)
		}
		return l.operand(c)
	case ':':
		if l.at(l.pos+1) != ':' {
			f.operand = false
			return l.fixed(Colon, 1, 0)
		}
	}
	if l.ends(l.pos) {
		return l.fixed(Bad, 1, 0)
	}
	if f.kind == attributeFrame || f.kind == parameterFrame || f.kind == argumentFrame || f.kind == indexFrame {
		return l.operand(c)
	}
	if is(c, digit) {
		if n := l.number(l.pos); n > 0 {
			return l.fixed(Number, n, 0)
		}
	}
	return l.word(true, Generic)
}

// beginsCastOperand reports whether what follows a type literal is the operand of a cast.
func (l *Lexer) beginsCastOperand(c byte) bool {
	switch c {
	case '[', '$', '@', '(', '{', '!':
		return true
	case '+':
		return true
	}
	if q, _ := l.quote(l.pos); q != 0 {
		return true
	}
	if n := l.dash(l.pos); n > 0 {
		if is(l.at(l.pos+n), letter) {
			k, _ := l.dashOperator(l.pos + n)
			return unary(k)
		}
		return true
	}
	return is(c, digit) || c == '.' && is(l.at(l.pos+1), digit)
}

// operator scans an operator behind an operand.
func (l *Lexer) operator(c byte) Kind {
	f := l.f
	n := l.at(l.pos + 1)
	if mayDash(c) {
		if d := l.dash(l.pos); d > 0 {
			return l.dashBehindOperand(d)
		}
	}
	switch c {
	case '.':
		if n == '.' {
			return l.binary(2, ast.DotDot)
		}
	case ':':
		if n != ':' && f.kind != bodyFrame && f.kind != blockFrame {
			if f.ternaries > 0 {
				f.ternaries--
			}
			return l.infix(Colon, 1, 0)
		}
	case '?':
		if n == '?' {
			if l.at(l.pos+2) == '=' {
				return l.assign(3, ast.QuestionQuestionEquals)
			}
			return l.binary(2, ast.QuestionQuestion)
		}
		if f.ternaries < 255 {
			f.ternaries++
		}
		return l.infix(Question, 1, 0)
	case '+':
		switch n {
		case '+':
			l.primary = false
			return l.fixed(PostfixIncrement, 2, int(ast.PostfixPlusPlus))
		case '=':
			return l.assign(2, ast.PlusEquals)
		}
		return l.binary(1, ast.Plus)
	case '*':
		switch n {
		case '>':
			return l.redirection(c)
		case '=':
			return l.assign(2, ast.MultiplyEquals)
		}
		return l.binary(1, ast.Multiply)
	case '/':
		if n == '=' {
			return l.assign(2, ast.DivideEquals)
		}
		return l.binary(1, ast.Divide)
	case '%':
		if n == '=' {
			return l.assign(2, ast.RemainderEquals)
		}
		return l.binary(1, ast.Rem)
	case '=':
		return l.assign(1, ast.Equals)
	case ',':
		return l.infix(Comma, 1, 0)
	case '|':
		f.mode = pipeMode
		if n == '|' {
			return l.infix(OrOr, 2, int(ast.OrOr))
		}
		return l.infix(Pipe, 1, 0)
	case '&':
		if n == '&' {
			f.mode = pipeMode
			return l.infix(AndAnd, 2, int(ast.AndAnd))
		}
		return l.background()
	case ']':
		if f.kind == indexFrame {
			return l.closeIndex()
		}
	}
	return 0
}

func (l *Lexer) infix(k Kind, n, aux int) Kind {
	l.f.operand, l.f.typeBefore = false, false
	return l.fixed(k, n, aux)
}

func (l *Lexer) binary(n int, k ast.TokenKind) Kind { return l.infix(BinaryOperator, n, int(k)) }

// dashBehindOperand scans what begins with a dash of d bytes behind an operand.
func (l *Lexer) dashBehindOperand(d int) Kind {
	n := l.at(l.pos + d)
	if e := l.dash(l.pos + d); e > 0 {
		return l.fixed(PostfixIncrement, d+e, int(ast.PostfixMinusMinus))
	}
	if n == '=' {
		return l.assign(d+1, ast.MinusEquals)
	}
	if !is(n, letter) {
		return l.binary(d, ast.Minus)
	}
	if k, end := l.dashOperator(l.pos + d); k != ast.Unknown && !onlyUnary(k) {
		return l.binary(end-l.pos, k)
	}
	end := l.nameEnd(l.pos + d)
	return l.marked(Parameter, end-l.pos, d)
}

// background emits the & behind a pipeline; the next statement needs no separator.
func (l *Lexer) background() Kind {
	l.f.mode = statementMode
	l.fixed(Background, 1, 0)
	l.statementEnd = true
	return Background
}

func (l *Lexer) assign(n int, k ast.TokenKind) Kind {
	f := l.f
	switch f.kind {
	case parameterFrame, attributeFrame, enumFrame, classFrame:
		f.mode = expressionMode
	default:
		f.mode = statementMode
	}
	return l.infix(AssignmentOperator, n, int(k))
}

// endOperand notes that the token being scanned is an operand or ends one.
func (l *Lexer) endOperand() {
	l.f.operand, l.f.typeBefore, l.f.member = true, false, false
}

// primaryToken makes the token of a primary expression of n bytes.
func (l *Lexer) primaryToken(k Kind, value string, n int) Kind {
	l.endOperand()
	l.pos += n
	l.primary = true
	return l.emit(k, value, 0)
}

// operand scans a token where an operand is expected.
func (l *Lexer) operand(c byte) Kind {
	f := l.f
	if is(c, quoteLead) {
		if q, n := l.quoteAt(l.pos); q != 0 {
			l.endOperand()
			return l.quoted(q, n)
		}
	}
	n := l.at(l.pos + 1)
	switch c {
	case '$':
		if n == '(' {
			l.endOperand()
			return l.open(DollarParen, 2, subFrame, statementMode)
		}
		if end, name, ok := l.variable(l.pos, false); ok {
			return l.primaryToken(Variable, name, end-l.pos)
		}
		l.endOperand()
		return l.word(true, Generic)
	case '@':
		return l.atSign(n)
	case '`':
		if l.escapedQuote(l.pos) {
			l.endOperand()
			return l.escapedString()
		}
	case '(':
		l.endOperand()
		return l.open(LParen, 1, parenFrame, pipeMode)
	case '{':
		l.endOperand()
		return l.open(LCurly, 1, bodyFrame, statementMode)
	case '[':
		return l.bracket()
	case '!':
		return l.prefix(UnaryOperator, 1, ast.Exclaim)
	case ',':
		return l.prefix(Comma, 1, ast.Unknown)
	case '+':
		if n == '+' {
			return l.prefix(PrefixIncrement, 2, ast.PlusPlus)
		}
		return l.prefix(UnaryOperator, 1, ast.Plus)
	case '|':
		if n == '|' {
			f.mode = pipeMode
			return l.fixed(OrOr, 2, int(ast.OrOr))
		}
		f.mode = pipeMode
		return l.fixed(Pipe, 1, 0)
	case '&':
		if n == '&' {
			f.mode = pipeMode
			return l.fixed(AndAnd, 2, int(ast.AndAnd))
		}
		f.mode = commandNameMode
		return l.fixed(CallOperator, 1, int(ast.Ampersand))
	}
	if mayDash(c) {
		if d := l.dash(l.pos); d > 0 {
			return l.dashBeforeOperand(d)
		}
	}
	if is(c, digit) || c == '.' && is(n, digit) {
		if k := l.number(l.pos); k > 0 {
			return l.primaryToken(Number, l.src[l.pos:l.pos+k], k)
		}
	}
	l.endOperand()
	l.primary = false
	if l.hasName(l.pos) {
		switch {
		case f.kind == attributeFrame || f.kind == indexFrame:
			return l.fixed(Identifier, l.nameEnd(l.pos)-l.pos, 0)
		case l.last == Break || l.last == Continue:
			return l.word(true, Identifier)
		}
	}
	if l.ends(l.pos) || c == ']' || c == '<' || c == '>' {
		if k := l.redirection(c); k != 0 {
			return k
		}
		_, size := utf8.DecodeRuneInString(l.src[l.pos:])
		return l.fixed(Bad, size, 0)
	}
	switch c {
	case '*', '/', '%', '=':
		// The operand in front is missing; the parser reports it and goes on with the operator.
		return l.operator(c)
	case '.':
		if n == '.' {
			return l.binary(2, ast.DotDot)
		}
	}
	return l.word(true, Generic)
}

func (l *Lexer) prefix(k Kind, n int, op ast.TokenKind) Kind {
	l.f.operand, l.f.typeBefore = false, false
	return l.fixed(k, n, int(op))
}

// atSign scans what begins with @ where an operand is expected; n is the character behind it.
func (l *Lexer) atSign(n byte) Kind {
	switch n {
	case '(':
		l.endOperand()
		return l.open(AtParen, 2, subFrame, statementMode)
	case '{':
		l.endOperand()
		return l.open(AtCurly, 2, hashFrame, keyMode)
	}
	if q, _ := l.quote(l.pos + 1); q != 0 {
		l.endOperand()
		return l.hereString()
	}
	if is(n, variable) {
		if end, name, ok := l.variable(l.pos, false); ok {
			return l.primaryToken(Splat, name, end-l.pos)
		}
	}
	l.report(l.pos, l.pos+1, "UnrecognizedToken", "Unrecognized token in source text.")
	l.pos++
	return again
}

// dashBeforeOperand scans what begins with a dash of d bytes where an operand is expected.
func (l *Lexer) dashBeforeOperand(d int) Kind {
	n := l.at(l.pos + d)
	if e := l.dash(l.pos + d); e > 0 {
		return l.prefix(PrefixIncrement, d+e, ast.MinusMinus)
	}
	if is(n, digit) || n == '.' {
		if k := l.number(l.pos + d); k > 0 {
			return l.primaryToken(Number, l.src[l.pos:l.pos+d+k], d+k)
		}
	}
	if !is(n, letter) {
		return l.prefix(UnaryOperator, d, ast.Minus)
	}
	k, end := l.dashOperator(l.pos + d)
	switch {
	case unary(k):
		return l.prefix(UnaryOperator, end-l.pos, k)
	case k != ast.Unknown:
		return l.binary(end-l.pos, k)
	}
	end = l.nameEnd(l.pos + d)
	return l.marked(Parameter, end-l.pos, d)
}
