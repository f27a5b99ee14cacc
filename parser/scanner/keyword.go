package scanner

import "rehearse/parser/ast"

var keywords = map[string]Kind{
	"if": If, "elseif": ElseIf, "else": Else, "while": While, "do": Do, "until": Until, "for": For, "foreach": Foreach,
	"in": In, "switch": Switch, "function": Function, "filter": Function, "class": Class, "enum": Enum, "using": Using,
	"try": Try, "catch": Catch, "finally": Finally, "trap": Trap, "data": Data, "return": Return, "throw": Throw,
	"exit": Exit, "break": Break, "continue": Continue, "param": Param, "begin": NamedBlock, "process": NamedBlock,
	"end": NamedBlock, "clean": NamedBlock, "dynamicparam": NamedBlock, "static": Static, "hidden": Hidden, "base": Base,
	"from": Reserved, "define": Reserved, "var": Reserved, "parallel": Reserved, "sequence": Reserved,
	"workflow": Reserved,
}

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
	return keywords[string(fold(&buf, s))]
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

// blockKinds are the keywords of named blocks.
var blockKinds = map[byte]ast.TokenKind{'b': ast.Begin, 'p': ast.Process, 'e': ast.End, 'c': ast.Clean, 'd': ast.Dynamicparam}

// dashOperators are the operators written as words, without their dash.
var dashOperators = map[string]ast.TokenKind{
	"and": ast.And, "or": ast.Or, "xor": ast.Xor, "band": ast.Band, "bor": ast.Bor, "bxor": ast.Bxor,
	"not": ast.Not, "bnot": ast.Bnot, "f": ast.Format, "is": ast.Is, "isnot": ast.IsNot, "as": ast.As,
	"join": ast.Join, "shl": ast.Shl, "shr": ast.Shr,
	"eq": ast.Ieq, "ne": ast.Ine, "ge": ast.Ige, "gt": ast.Igt, "lt": ast.Ilt, "le": ast.Ile,
	"like": ast.Ilike, "notlike": ast.Inotlike, "match": ast.Imatch, "notmatch": ast.Inotmatch, "replace": ast.Ireplace,
	"contains": ast.Icontains, "notcontains": ast.Inotcontains, "in": ast.Iin, "notin": ast.Inotin, "split": ast.Isplit,
	"ieq": ast.Ieq, "ine": ast.Ine, "ige": ast.Ige, "igt": ast.Igt, "ilt": ast.Ilt, "ile": ast.Ile,
	"ilike": ast.Ilike, "inotlike": ast.Inotlike, "imatch": ast.Imatch, "inotmatch": ast.Inotmatch, "ireplace": ast.Ireplace,
	"icontains": ast.Icontains, "inotcontains": ast.Inotcontains, "iin": ast.Iin, "inotin": ast.Inotin, "isplit": ast.Isplit,
	"ceq": ast.Ceq, "cne": ast.Cne, "cge": ast.Cge, "cgt": ast.Cgt, "clt": ast.Clt, "cle": ast.Cle,
	"clike": ast.Clike, "cnotlike": ast.Cnotlike, "cmatch": ast.Cmatch, "cnotmatch": ast.Cnotmatch, "creplace": ast.Creplace,
	"ccontains": ast.Ccontains, "cnotcontains": ast.Cnotcontains, "cin": ast.Cin, "cnotin": ast.Cnotin, "csplit": ast.Csplit,
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
	return dashOperators[string(fold(&buf, l.src[i:j]))], j
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
