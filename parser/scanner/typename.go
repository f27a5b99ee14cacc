package scanner

import "rehearse/parser/ast"

// typeScan reads one type name.
type typeScan struct {
	src   string
	depth int
	err   string // id of the first error
	errAt int
}

// TypeScan is the result of reading a type literal.
type TypeScan struct {
	Name  *ast.TypeName // nil if there is none
	End   int           // behind the closing bracket, or behind the name if that is missing
	Err   string        // id of the error, empty for none
	ErrAt int
}

// maxTypeNesting is how deep generic arguments may nest.
const maxTypeNesting = 64

// ScanTypeLiteral reads [type name] whose [ stands at offset i of src.
func ScanTypeLiteral(src string, i int) TypeScan {
	s := typeScan{src: src}
	j := s.space(i + 1)
	n, end := s.typeName(j, i+1)
	if n == nil {
		// Whatever stands in the brackets is skipped with them.
		for k := end; k < len(src) && src[k] != '\n' && src[k] != '['; k++ {
			if src[k] == ']' {
				return TypeScan{End: k + 1, Err: s.err, ErrAt: s.errAt}
			}
		}
		return TypeScan{End: max(end, i+1), Err: s.err, ErrAt: s.errAt}
	}
	if s.err == "" {
		end = s.assembly(n, end)
	}
	if j := s.space(end); s.at(j) == ']' {
		return TypeScan{Name: n, End: j + 1, Err: s.err, ErrAt: s.errAt}
	}
	s.missingBracket(end)
	return TypeScan{Name: n, End: end, Err: s.err, ErrAt: s.errAt}
}

// PlainTypeName is the name in a type literal that consists of nothing else: [int], [System.Text.Encoding].
func PlainTypeName(literal string) (name string, ok bool) {
	end := len(literal) - 1
	return literal[1:max(end, 1)], end > 1 && literal[end] == ']' && typeNameEnd(literal, 1) == end
}

// ScanTypeName reads a type name without brackets, as behind the colon of a class.
func ScanTypeName(src string, i int) TypeScan {
	s := typeScan{src: src}
	n, end := s.typeName(i, i)
	return TypeScan{Name: n, End: end, Err: s.err, ErrAt: s.errAt}
}

// ParseTypeArguments reads the [T, …] of a generic method call.
func ParseTypeArguments(src string, i int) []*ast.TypeName {
	args, _, _ := parseTypeArguments(src, i+1)
	return args
}

// parseTypeArguments reads T, …] at i; it fails unless there is at least one and the bracket closes.
func parseTypeArguments(src string, i int) (args []*ast.TypeName, end int, ok bool) {
	s := typeScan{src: src}
	args, end = s.arguments(i)
	return args, end, s.err == "" && len(args) > 0
}

// typeNameEnd is the end of the plain name at i, without generic arguments and ranks.
func typeNameEnd(src string, i int) int {
	if i >= len(src) || !is(src[i], letter) {
		return i
	}
	for i < len(src) {
		c := src[i]
		if !is(c, name) && c != '.' && c != '+' && c != '`' && c != '#' {
			break
		}
		i++
	}
	return i
}

// bareTypeEnd is the end of the type name without brackets at i.
func (l *Lexer) bareTypeEnd(i int) int { return ScanTypeName(l.src, i).End }

func (s *typeScan) at(i int) byte {
	if i < len(s.src) {
		return s.src[i]
	}
	return 0
}

func (s *typeScan) space(i int) int {
	for is(s.at(i), blank) || s.at(i) == '\n' || s.at(i) == '\r' {
		i++
	}
	return i
}

func (s *typeScan) fail(id string, at int) {
	if s.err == "" {
		s.err, s.errAt = id, at
	}
}

// missingBracket reports that ] is missing behind end. What stands there directly shifts the
// position by one, as in PowerShell.
func (s *typeScan) missingBracket(end int) {
	at := end
	if c := s.at(end); end < len(s.src) && !is(c, force) {
		at--
	}
	s.fail("EndSquareBracketExpectedAtEndOfAttribute", at)
}

// typeName reads a name with its generic arguments and ranks; before is the end of the token in
// front of it.
func (s *typeScan) typeName(i, before int) (*ast.TypeName, int) {
	end := typeNameEnd(s.src, i)
	if end == i {
		s.fail("MissingTypename", before)
		return nil, i
	}
	n := &ast.TypeName{Name: s.src[i:end]}
	n.Start = int32(i)
	s.depth++
	defer func() { s.depth-- }()
	for {
		j := s.space(end)
		if s.at(j) != '[' || s.depth > maxTypeNesting {
			break
		}
		k := s.space(j + 1)
		if c := s.at(k); c == ']' || c == ',' {
			rank := 1
			for s.at(k) == ',' {
				rank++
				k = s.space(k + 1)
			}
			if s.at(k) != ']' {
				s.fail("EndSquareBracketExpectedAtEndOfAttribute", k)
				end = k
				break
			}
			n.Ranks = append(n.Ranks, rank)
			end = k + 1
			continue
		}
		if len(n.GenericArguments) > 0 || len(n.Ranks) > 0 || !is(s.at(k), letter) && s.at(k) != '[' {
			break
		}
		n.GenericArguments, end = s.arguments(k)
		if s.err != "" {
			break
		}
	}
	n.End = int32(end)
	return n, end
}

// arguments reads generic arguments up to and with the closing bracket.
func (s *typeScan) arguments(i int) (args []*ast.TypeName, end int) {
	before := i
	for {
		i = s.space(i)
		bracketed := s.at(i) == '['
		if bracketed {
			before = i + 1
			i = s.space(i + 1)
		}
		n, e := s.typeName(i, before)
		if n == nil {
			if j := s.space(e); s.at(j) == ']' {
				e = j + 1
			}
			return args, e
		}
		args = append(args, n)
		if s.err != "" {
			return args, e
		}
		if bracketed {
			e = s.assembly(n, e)
			j := s.space(e)
			if s.at(j) != ']' {
				s.missingBracket(e)
				return args, e
			}
			e = j + 1
		}
		j := s.space(e)
		switch s.at(j) {
		case ',':
			i, before = j+1, j+1
		case ']':
			return args, j + 1
		default:
			s.missingBracket(e)
			return args, e
		}
	}
}

// assembly reads the , assembly name behind a type name.
func (s *typeScan) assembly(n *ast.TypeName, end int) int {
	j := s.space(end)
	if s.at(j) != ',' {
		return end
	}
	k := s.space(j + 1)
	e := k
	for e < len(s.src) && s.src[e] != ']' && s.src[e] != '[' && s.src[e] != '\n' {
		e++
	}
	if e == k || s.at(e) != ']' {
		return end
	}
	n.AssemblyName = s.src[k:e]
	return e
}
