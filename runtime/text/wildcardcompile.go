package text

import "strings"

// wildcardSpecial are the characters that make a pattern more than its text.
const wildcardSpecial = "*?[]`"

func wildcardError(pattern string) error {
	return &Error{WildcardPatternException, "The specified wildcard character pattern is not valid: " + pattern}
}

func compileWildcard(key wildcardKey) (*Wildcard, error) {
	w := &Wildcard{pattern: key.pattern, literal: key.pattern, ignoreCase: key.ignoreCase}
	special := strings.IndexAny(key.pattern, wildcardSpecial)
	switch {
	case special < 0:
		return w, nil
	case key.pattern == "*":
		w.shape = wildcardAll
		return w, nil
	case special == len(key.pattern)-1 && key.pattern[special] == '*':
		w.shape, w.literal = wildcardPrefix, key.pattern[:special]
		return w, nil
	}
	if err := w.parse(); err != nil {
		return nil, err
	}
	w.classify()
	return w, nil
}

// parse fills parts, one for each unit that is to be matched.
func (w *Wildcard) parse() error {
	units := ToUtf16(w.pattern)
	for i := 0; i < len(units); i++ {
		switch units[i] {
		case '*':
			if n := len(w.parts); n == 0 || w.parts[n-1].kind != wildcardStar {
				w.parts = append(w.parts, wildcardPart{kind: wildcardStar})
			}
		case '?':
			w.parts = append(w.parts, wildcardPart{kind: wildcardAny})
		case '[':
			set, end, err := w.parseSet(units, i+1)
			if err != nil {
				return err
			}
			w.parts = append(w.parts, wildcardPart{kind: wildcardSet, set: set})
			i = end
		case '`':
			// A backtick at the end stands for itself, unless it is the whole pattern.
			if i+1 < len(units) {
				i++
			} else if len(units) == 1 {
				return nil
			}
			w.literalPart(units[i])
		default:
			w.literalPart(units[i])
		}
	}
	return nil
}

func (w *Wildcard) literalPart(unit uint16) {
	if w.ignoreCase {
		unit = uint16(LowerRune(rune(unit)))
	}
	w.parts = append(w.parts, wildcardPart{unit: unit})
}

// parseSet reads a set after its bracket and returns the index of the closing one. A bracket that closes at once is a member.
func (w *Wildcard) parseSet(units []uint16, i int) (set []unitRange, end int, err error) {
	var members []uint16
	closed := false
	for ; i < len(units); i++ {
		if units[i] == ']' && len(members) > 0 {
			closed = true
			break
		}
		if units[i] == '`' && i+1 < len(units) {
			i++
		}
		members = append(members, units[i])
	}
	if !closed {
		return nil, 0, wildcardError(w.pattern)
	}
	for j := 0; j < len(members); j++ {
		r := unitRange{members[j], members[j]}
		if j+2 < len(members) && members[j+1] == '-' {
			r.high = members[j+2]
			if r.low > r.high {
				return nil, 0, wildcardError(w.pattern)
			}
			j += 2
		}
		set = append(set, r)
	}
	return set, i, nil
}

// classify finds the patterns that a plain search can match.
func (w *Wildcard) classify() {
	w.shape = wildcardGeneral
	parts := w.parts
	if len(parts) == 0 || parts[0].kind != wildcardStar {
		return
	}
	parts = parts[1:]
	shape := wildcardSuffix
	if n := len(parts); n > 0 && parts[n-1].kind == wildcardStar {
		shape, parts = wildcardContains, parts[:n-1]
	}
	units := make([]uint16, len(parts))
	for i, p := range parts {
		// A lone surrogate in the pattern could match half of a pair, which a search in the text cannot.
		if p.kind != wildcardLiteral || p.unit >= 0xd800 && p.unit < 0xe000 {
			return
		}
		units[i] = p.unit
	}
	w.literal = FromUtf16(units)
	w.shape = shape
	w.parts = nil
}

// EscapeWildcard is [WildcardPattern]::Escape: a backtick before each special character.
func EscapeWildcard(s string) string {
	if !strings.ContainsAny(s, wildcardSpecial) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(wildcardSpecial, s[i]) >= 0 {
			out.WriteByte('`')
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// UnescapeWildcard is [WildcardPattern]::Unescape: a backtick before a special character goes, any other stays.
func UnescapeWildcard(s string) string {
	if strings.IndexByte(s, '`') < 0 {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '`' && i+1 < len(s) && strings.IndexByte(wildcardSpecial, s[i+1]) >= 0 {
			i++
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// ContainsWildcard is [WildcardPattern]::ContainsWildcardCharacters: an unescaped * ? [ or ].
func ContainsWildcard(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '`':
			i++
		case '*', '?', '[', ']':
			return true
		}
	}
	return false
}
