package scanner

import "rehearse/parser/ast"

// longestWord is the length of the longest keyword or operator name.
const longestWord = 12

// fold writes the lower case of an ASCII word into buf and returns it; nil if it is too long.
func fold(buf *[longestWord]byte, s string) []byte {
	if len(s) > longestWord {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(s)]
}

// keyword is the kind of a keyword in any case, or 0.
func keyword(s string) Kind {
	var buf [longestWord]byte
	switch string(fold(&buf, s)) {
	case "if":
		return If
	case "elseif":
		return ElseIf
	case "else":
		return Else
	case "while":
		return While
	case "do":
		return Do
	case "until":
		return Until
	case "for":
		return For
	case "foreach":
		return Foreach
	case "in":
		return In
	case "switch":
		return Switch
	case "function", "filter":
		return Function
	case "class":
		return Class
	case "enum":
		return Enum
	case "using":
		return Using
	case "try":
		return Try
	case "catch":
		return Catch
	case "finally":
		return Finally
	case "trap":
		return Trap
	case "data":
		return Data
	case "return":
		return Return
	case "throw":
		return Throw
	case "exit":
		return Exit
	case "break":
		return Break
	case "continue":
		return Continue
	case "param":
		return Param
	case "begin", "process", "end", "clean", "dynamicparam":
		return NamedBlock
	case "static":
		return Static
	case "hidden":
		return Hidden
	case "base":
		return Base
	case "from", "define", "var", "parallel", "sequence", "workflow":
		return Reserved
	}
	return 0
}

// keywordAt is the kind of the keyword that stands at i as a whole word, or 0.
func (l *Lexer) keywordAt(i int) Kind {
	if !is(l.at(i), letter) {
		return 0
	}
	j := l.nameEnd(i)
	if !l.ends(j) && l.at(j) != '[' {
		return 0
	}
	return keyword(l.src[i:j])
}

// blockKind is the kind of the named block whose keyword begins with a letter.
func blockKind(c byte) ast.TokenKind {
	switch c | 0x20 {
	case 'b':
		return ast.Begin
	case 'p':
		return ast.Process
	case 'e':
		return ast.End
	case 'c':
		return ast.Clean
	}
	return ast.Dynamicparam
}

// operatorWord is the operator written as a word, without its dash, or Unknown.
func operatorWord(word []byte) ast.TokenKind {
	switch string(word) {
	case "and":
		return ast.And
	case "or":
		return ast.Or
	case "xor":
		return ast.Xor
	case "band":
		return ast.Band
	case "bor":
		return ast.Bor
	case "bxor":
		return ast.Bxor
	case "not":
		return ast.Not
	case "bnot":
		return ast.Bnot
	case "f":
		return ast.Format
	case "is":
		return ast.Is
	case "isnot":
		return ast.IsNot
	case "as":
		return ast.As
	case "join":
		return ast.Join
	case "shl":
		return ast.Shl
	case "shr":
		return ast.Shr
	case "eq", "ieq":
		return ast.Ieq
	case "ne", "ine":
		return ast.Ine
	case "ge", "ige":
		return ast.Ige
	case "gt", "igt":
		return ast.Igt
	case "lt", "ilt":
		return ast.Ilt
	case "le", "ile":
		return ast.Ile
	case "like", "ilike":
		return ast.Ilike
	case "notlike", "inotlike":
		return ast.Inotlike
	case "match", "imatch":
		return ast.Imatch
	case "notmatch", "inotmatch":
		return ast.Inotmatch
	case "replace", "ireplace":
		return ast.Ireplace
	case "contains", "icontains":
		return ast.Icontains
	case "notcontains", "inotcontains":
		return ast.Inotcontains
	case "in", "iin":
		return ast.Iin
	case "notin", "inotin":
		return ast.Inotin
	case "split", "isplit":
		return ast.Isplit
	case "ceq":
		return ast.Ceq
	case "cne":
		return ast.Cne
	case "cge":
		return ast.Cge
	case "cgt":
		return ast.Cgt
	case "clt":
		return ast.Clt
	case "cle":
		return ast.Cle
	case "clike":
		return ast.Clike
	case "cnotlike":
		return ast.Cnotlike
	case "cmatch":
		return ast.Cmatch
	case "cnotmatch":
		return ast.Cnotmatch
	case "creplace":
		return ast.Creplace
	case "ccontains":
		return ast.Ccontains
	case "cnotcontains":
		return ast.Cnotcontains
	case "cin":
		return ast.Cin
	case "cnotin":
		return ast.Cnotin
	case "csplit":
		return ast.Csplit
	}
	return ast.Unknown
}

// dashOperator finds the operator whose name begins at i, behind the dash, and its end.
func (l *Lexer) dashOperator(i int) (ast.TokenKind, int) {
	j := i
	for is(l.at(j), letter) && l.at(j) < 0x80 && l.at(j) != '_' {
		j++
	}
	if is(l.at(j), letter) && l.dash(j) == 0 {
		return ast.Unknown, 0
	}
	var buf [longestWord]byte
	return operatorWord(fold(&buf, l.src[i:j])), j
}

// unary reports whether an operator word may stand before its operand.
func unary(k ast.TokenKind) bool {
	switch k {
	case ast.Not, ast.Bnot, ast.Join, ast.Isplit, ast.Csplit:
		return true
	}
	return false
}

// onlyUnary reports whether an operator word cannot stand between operands.
func onlyUnary(k ast.TokenKind) bool { return k == ast.Not || k == ast.Bnot }
