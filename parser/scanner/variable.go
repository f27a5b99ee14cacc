package scanner

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// variable scans $name, ${name} or @name at i. It fails if no variable begins there.
func (l *Lexer) variable(i int, inString bool) (end int, name string, ok bool) {
	switch n := l.at(i + 1); {
	case n == '{':
		end, name = l.bracedVariable(i)
		return end, name, true
	case n == '$' || n == '^':
		return i + 2, l.src[i+1 : i+2], true
	case n == '?' && !is(l.at(i+2), variable):
		return i + 2, l.src[i+1 : i+2], true
	case n == ':':
		if l.at(i+2) == ':' || !l.variableChar(i+2) {
			return 0, "", false
		}
	case !l.variableChar(i + 1):
		return 0, "", false
	}
	j := i + 1
	colon := false
	for j < len(l.src) {
		c := l.src[j]
		if c < utf8.RuneSelf && is(c, variable) {
			j++
			continue
		}
		if c == ':' && l.at(j+1) != ':' {
			if !l.variableChar(j + 1) {
				return l.danglingColon(i, j, inString, colon)
			}
			colon = true
			j++
			continue
		}
		size := l.variableCharSize(j)
		if size == 0 {
			break
		}
		j += size
	}
	return j, l.src[i+1 : j], true
}

// danglingColon ends a variable at i whose name stops at the colon at j.
func (l *Lexer) danglingColon(i, j int, inString, colon bool) (int, string, bool) {
	if inString {
		l.report(i, j+1, "InvalidVariableReferenceWithDrive",
			"Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name.")
		return j + 1, l.src[i+1 : j], true
	}
	if l.f.mode == expressionMode && !colon && l.ternaryOpen() {
		return j, l.src[i+1 : j], true
	}
	l.report(i, j+1, "InvalidVariableReference",
		"Variable reference is not valid. '$' was not followed by a valid variable name character. Consider using ${} to delimit the name.")
	return j + 1, l.src[i+1 : j], true
}

// ternaryOpen reports whether the colon behind a variable belongs to a ternary operator.
func (l *Lexer) ternaryOpen() bool { return l.f.ternaries > 0 }

func (l *Lexer) variableChar(i int) bool { return l.variableCharSize(i) > 0 }

// variableCharSize is the length of a character of a variable name at i, or 0.
func (l *Lexer) variableCharSize(i int) int {
	c := l.at(i)
	if c < utf8.RuneSelf {
		if is(c, variable) {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(l.src[i:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return size
	}
	return 0
}

// bracedVariable scans ${name} at i.
func (l *Lexer) bracedVariable(i int) (int, string) {
	j := i + 2
	escaped, open := false, false
	for j < len(l.src) && l.src[j] != '}' {
		switch l.src[j] {
		case '`':
			if j+1 < len(l.src) {
				escaped = true
				_, n := escape(l.src[j+1:])
				j += n
			}
		case '{':
			if open {
				break
			}
			open = true
			l.report(j+1, j+2, "OpenBraceNeedsToBeBackTickedInVariableName", "Use `{ instead of { in variable names.")
		}
		j++
	}
	if j >= len(l.src) {
		l.reportAt(i+1, len(l.src), "IncompleteDollarVariableReference", "${{variable}} reference starting is missing the closing '}}'.", true)
		return len(l.src), l.src[i+2:]
	}
	name := l.src[i+2 : j]
	if name == "" {
		l.report(j, j+1, "EmptyVariableReference", "An empty ${} variable reference was found. A name is required inside the braces.")
	}
	if escaped {
		name = unescape(name)
	}
	return j + 1, name
}

// expands reports whether the $ at i begins an expansion inside a string or word.
func (l *Lexer) expands(i int) bool {
	switch n := l.at(i + 1); n {
	case '(', '{', '$', '^':
		return true
	case ':':
		return l.at(i+2) != ':' && l.variableChar(i+2)
	default:
		return n < utf8.RuneSelf && is(n, variable) || l.variableChar(i+1)
	}
}

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '`' && i+1 < len(s) {
			text, n := escape(s[i+1:])
			b.WriteString(text)
			i += 1 + n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
