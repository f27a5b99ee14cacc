package service

import (
	"errors"
	"strings"
)

// filterToken is a word, a quoted text or a parenthesis of a filter.
type filterToken struct {
	text   string
	quoted bool
}

// operand gives the value that a token stands for: $null, $true, $false, a list
// such as ['X'] or the text itself.
func (t filterToken) operand() operand {
	if !t.quoted {
		switch strings.ToLower(t.text) {
		case "$null", "null":
			return operand{}
		case "$true", "true":
			return truth(true)
		case "$false", "false":
			return truth(false)
		}
	}
	return text(t.text)
}

// scanFilter cuts a filter into tokens. Texts stand in single or double quotes,
// which are doubled inside; brackets around a single text are dropped.
func scanFilter(s string) ([]filterToken, error) {
	var out []filterToken
	for i := 0; i < len(s); {
		switch ch := s[i]; {
		case ch == ' ' || ch == '\t' || ch == '\r' || ch == '\n' || ch == '[' || ch == ']' || ch == ',':
			i++
		case ch == '(' || ch == ')' || ch == '!':
			out = append(out, filterToken{text: s[i : i+1]})
			i++
		case ch == '\'' || ch == '"':
			value, next, ok := quoted(s, i)
			if !ok {
				return nil, errors.New("unterminated string")
			}
			out = append(out, filterToken{value, true})
			i = next
		default:
			start := i
			for i < len(s) && !strings.ContainsRune(" \t\r\n()[],'\"", rune(s[i])) {
				i++
			}
			out = append(out, filterToken{text: s[start:i]})
		}
	}
	return out, nil
}

// quoted reads the text whose opening quote stands at i.
func quoted(s string, i int) (value string, next int, ok bool) {
	quote := s[i]
	var b strings.Builder
	for i++; i < len(s); i++ {
		if s[i] != quote {
			b.WriteByte(s[i])
			continue
		}
		if i+1 < len(s) && s[i+1] == quote {
			b.WriteByte(quote)
			i++
			continue
		}
		return b.String(), i + 1, true
	}
	return "", i, false
}

// isWord reports whether the text can be a property name.
func isWord(s string) bool {
	for i := range len(s) {
		ch := s[i]
		if (ch < 'a' || ch > 'z') && (ch < 'A' || ch > 'Z') && (ch < '0' || ch > '9') && ch != '_' && ch != '.' {
			return false
		}
	}
	return s != ""
}
