package scanner

// postfix scans what may only follow a primary expression without a blank: member access, index,
// call. The caller has made sure that it follows one.
func (l *Lexer) postfix(c byte) Kind {
	f := l.f
	n := l.at(l.pos + 1)
	switch c {
	case '.':
		if n == '.' || f.mode != expressionMode && l.ends(l.pos+1) && n != '(' {
			return 0
		}
		return l.access(Dot, 1)
	case ':':
		if n == ':' {
			return l.access(ColonColon, 2)
		}
	case '?':
		switch {
		case n == '.' && !is(l.at(l.pos+2), digit):
			return l.access(QuestionDot, 2)
		case n == '[':
			l.endOperand()
			return l.open(QuestionLBracket, 2, indexFrame, expressionMode)
		}
	case '[':
		if f.typeBefore {
			return 0
		}
		if f.member {
			if j := l.genericArguments(l.pos); j > 0 {
				l.fixed(GenericArguments, j-l.pos, 0)
				l.primary = true
				return GenericArguments
			}
		}
		l.endOperand()
		return l.open(LBracket, 1, indexFrame, expressionMode)
	case '(':
		if f.member {
			l.endOperand()
			return l.open(CallOpen, 1, argumentFrame, expressionMode)
		}
	case '{':
		if f.member {
			l.endOperand()
			return l.open(CallCurly, 1, bodyFrame, statementMode)
		}
	}
	return 0
}

func (l *Lexer) access(k Kind, n int) Kind {
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
func (l *Lexer) memberName(c byte) Kind {
	top := len(l.stack) - 1
	f := l.f
	f.mode = f.ret
	f.operand = true
	if end := l.nameEnd(l.pos); end > l.pos && (!is(c, digit) || l.number(l.pos) == 0) {
		l.fixed(Member, end-l.pos, 0)
		l.primary = true
		f.member = true
		return Member
	}
	k := l.operand(c)
	l.stack[top].operand, l.stack[top].member = true, true
	return k
}

// bracket scans [ where an operand is expected: a type literal or an attribute.
func (l *Lexer) bracket() Kind {
	f := l.f
	i := l.skipBlanks(l.pos + 1)
	end := typeNameEnd(l.src, i)
	if end > i {
		j := end
		for is(l.at(j), blank) {
			j++
		}
		if l.at(j) == '(' {
			l.open(AttributeOpen, j+1-l.pos, attributeFrame, expressionMode)
			l.out.Value = l.src[i:end]
			return AttributeOpen
		}
	}
	if end > i && l.at(end) == ']' { // the common case, a plain name
		v := l.src[l.pos : end+1]
		l.pos = end + 1
		f.operand, f.typeBefore, f.member = true, true, false
		l.primary = true
		return l.emit(TypeLiteral, v, 0)
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
	l.primary = n.Err == ""
	return l.emit(TypeLiteral, v, 0)
}
