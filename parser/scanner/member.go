package scanner

// postfix scans what may only follow a primary expression without a blank: member access, index,
// call.
func (l *Lexer) postfix(c byte) (token, bool) {
	if l.pos != l.lastEnd || !l.primary {
		return token{}, false
	}
	f := l.f
	n := l.at(l.pos + 1)
	switch c {
	case '.':
		if n == '.' || f.mode != expressionMode && l.ends(l.pos+1) && n != '(' {
			return token{}, false
		}
		return l.access(Dot, 1), true
	case ':':
		if n == ':' {
			return l.access(ColonColon, 2), true
		}
	case '?':
		switch {
		case n == '.' && !is(l.at(l.pos+2), digit):
			return l.access(QuestionDot, 2), true
		case n == '[':
			l.endOperand()
			return l.open(QuestionLBracket, 2, indexFrame, expressionMode), true
		}
	case '[':
		if f.typeBefore {
			return token{}, false
		}
		if f.member {
			if j := l.genericArguments(l.pos); j > 0 {
				t := l.fixed(GenericArguments, j-l.pos, 0)
				l.primary = true
				return t, true
			}
		}
		l.endOperand()
		return l.open(LBracket, 1, indexFrame, expressionMode), true
	case '(':
		if f.member {
			l.endOperand()
			return l.open(CallOpen, 1, argumentFrame, expressionMode), true
		}
	case '{':
		if f.member {
			l.endOperand()
			return l.open(CallCurly, 1, bodyFrame, statementMode), true
		}
	}
	return token{}, false
}

func (l *Lexer) access(k Kind, n int) token {
	l.f.ret, l.f.mode = l.f.mode, memberMode
	l.f.typeBefore = false
	return l.fixed(k, n, 0)
}

// genericArguments is the end of [T, …] at i if a call follows it, else 0.
func (l *Lexer) genericArguments(i int) int {
	_, end, ok := parseTypeArguments(l.src, i+1)
	if ok && l.at(end) == '(' {
		return end
	}
	return 0
}

// memberName scans the name behind a dot or double colon.
func (l *Lexer) memberName(c byte) token {
	top := len(l.stack) - 1
	f := l.f
	f.mode = f.ret
	f.operand = true
	if end := l.nameEnd(l.pos); end > l.pos && (!is(c, digit) || l.number(l.pos) == 0) {
		t := l.fixed(Member, end-l.pos, 0)
		l.primary = true
		f.member = true
		return t
	}
	t := l.operand(c)
	l.stack[top].operand, l.stack[top].member = true, true
	return t
}

// bracket scans [ where an operand is expected: a type literal or an attribute.
func (l *Lexer) bracket() token {
	f := l.f
	i := l.skipBlanks(l.pos + 1)
	end := typeNameEnd(l.src, i)
	if end > i {
		j := end
		for is(l.at(j), blank) {
			j++
		}
		if l.at(j) == '(' {
			t := l.open(AttributeOpen, j+1-l.pos, attributeFrame, expressionMode)
			t.value = l.src[i:end]
			return t
		}
	}
	if end > i && l.at(end) == ']' { // the common case, a plain name
		v := l.src[l.pos : end+1]
		l.pos = end + 1
		f.operand, f.typeBefore, f.member = true, true, false
		t := l.emit(TypeLiteral, v, 0)
		l.primary = true
		return t
	}
	n := ScanTypeLiteral(l.src, l.pos)
	if n.Err != "" {
		message := "Missing type name after '['."
		if n.Err == "EndSquareBracketExpectedAtEndOfAttribute" {
			message = "Missing ] at end of attribute or type literal."
		}
		l.reportAt(n.ErrAt, n.ErrAt, n.Err, message, false)
	}
	v := l.src[l.pos:n.End]
	l.pos = n.End
	f.operand, f.typeBefore, f.member = true, true, false
	t := l.emit(TypeLiteral, v, 0)
	l.primary = n.Err == ""
	return t
}
