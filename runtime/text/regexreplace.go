package text

import "strings"

// replacement is a compiled replacement pattern: texts and references between them.
type replacement struct {
	parts []replacementPart
}

// replacementPart is a text, followed by a reference.
type replacementPart struct {
	text string
	what byte // 0 nothing, 'n' a group, or one of & ` ' + _
	n    int  // the group's place in .NET's order
}

// compileReplacement parses $1, ${name}, $&, $$, $`, $', $+ and $_. What refers to no group stays as it is.
func (r *Regex) compileReplacement(text string) replacement {
	var p replacement
	var literal strings.Builder
	add := func(what byte, n int) {
		p.parts = append(p.parts, replacementPart{literal.String(), what, n})
		literal.Reset()
	}
	for i := 0; i < len(text); {
		next := strings.IndexByte(text[i:], '$')
		if next < 0 || i+next+1 >= len(text) {
			literal.WriteString(text[i:])
			break
		}
		literal.WriteString(text[i : i+next])
		i += next + 1
		switch c := text[i]; c {
		case '$':
			literal.WriteByte('$')
			i++
		case '&', '`', '\'', '+', '_':
			add(c, 0)
			i++
		default:
			group, length := r.replacementGroup(text[i:])
			if group < 0 {
				literal.WriteByte('$')
				continue
			}
			add('n', group)
			i += length
		}
	}
	if literal.Len() > 0 {
		add(0, 0)
	}
	return p
}

// replacementGroup reads 1, {1} or {name} and is the group's place and the text's length.
func (r *Regex) replacementGroup(text string) (group, length int) {
	name, length := text, 0
	if text[0] == '{' {
		end := strings.IndexByte(text, '}')
		if end < 0 {
			return -1, 0
		}
		name, length = text[1:end], end+1
		if name == "" {
			return -1, 0
		}
		if !isDigitUnit(uint16(name[0])) {
			return r.groupNamed(name), length
		}
	}
	n, digits := 0, 0
	for digits < len(name) && isDigitUnit(uint16(name[digits])) && n < 1<<31 {
		n = n*10 + int(name[digits]-'0')
		digits++
	}
	if digits == 0 || length > 0 && digits != len(name) {
		return -1, 0
	}
	return r.groupIndex(n), max(length, digits)
}

// plain reports whether the replacement is the same text for every match.
func (p replacement) plain() bool {
	return len(p.parts) == 0 || len(p.parts) == 1 && p.parts[0].what == 0
}

// append writes the replacement of a match.
func (p replacement) append(out []byte, s *subject, m *Match) []byte {
	for i := range p.parts {
		part := &p.parts[i]
		out = append(out, part.text...)
		switch part.what {
		case 'n':
			out = append(out, m.Groups[part.n].Value...)
		case '&':
			out = append(out, m.Value...)
		case '`':
			out = append(out, s.slice(0, m.Index)...)
		case '\'':
			end := m.Index + m.Length
			out = append(out, s.slice(end, s.length()-end)...)
		case '+':
			out = append(out, m.Groups[len(m.Groups)-1].Value...)
		case '_':
			out = append(out, s.text...)
		}
	}
	return out
}

// Replace replaces every match by a replacement pattern.
func (r *Regex) Replace(text, replacement string) (string, error) {
	return r.ReplaceCount(text, replacement, -1, -1)
}

// ReplaceCount replaces at most count matches (all if count is negative) from a position on; from is -1 for the beginning.
func (r *Regex) ReplaceCount(text, replacement string, count, from int) (string, error) {
	if strings.IndexByte(replacement, '$') < 0 && from < 0 && (r.direct != nil || r.plain != nil) {
		return r.replaceFixed(text, replacement, count)
	}
	p := r.compileReplacement(replacement)
	if p.plain() {
		fixed := ""
		if len(p.parts) > 0 {
			fixed = p.parts[0].text
		}
		return r.replace(text, count, from, func(out []byte, _ *subject, _ *found) ([]byte, error) { return append(out, fixed...), nil })
	}
	return r.replace(text, count, from, func(out []byte, s *subject, f *found) ([]byte, error) {
		return p.append(out, s, r.newMatch(s, f)), nil
	})
}

// replaceFixed replaces matches by a text, where finding the next match is cheap.
func (r *Regex) replaceFixed(text, with string, count int) (string, error) {
	s := newSubject(text)
	defer s.release()
	var out []byte
	at, from := 0, 0
	for n := 0; n != count; n++ {
		f, err := r.find(&s, from)
		if err != nil {
			return text, err
		}
		if f == nil {
			break
		}
		if n == 0 {
			out = make([]byte, 0, len(text)+16)
		}
		out = append(append(out, s.slice(at, f.index-at)...), with...)
		if len(out) > maxComposite {
			return text, memoryError()
		}
		at = f.index + f.length
		next, more := r.following(&s, f)
		if !more {
			break
		}
		from = next
	}
	if out == nil {
		return text, nil
	}
	return string(append(out, s.slice(at, s.length()-at)...)), nil
}

// ReplaceFunc replaces every match by what evaluator makes of it.
func (r *Regex) ReplaceFunc(text string, evaluator func(*Match) (string, error)) (string, error) {
	return r.ReplaceFuncCount(text, evaluator, -1, -1)
}

// ReplaceFuncCount replaces at most count matches by what evaluator makes of them.
func (r *Regex) ReplaceFuncCount(text string, evaluator func(*Match) (string, error), count, from int) (string, error) {
	return r.replace(text, count, from, func(out []byte, s *subject, f *found) ([]byte, error) {
		with, err := evaluator(r.newMatch(s, f))
		return append(out, with...), err
	})
}

// replace copies what lies between matches and lets write replace them.
func (r *Regex) replace(text string, count, from int, write func(out []byte, s *subject, f *found) ([]byte, error)) (string, error) {
	s := newSubject(text)
	defer s.release()
	if from < 0 {
		from = r.beginning(&s)
	}
	if r.rightToLeft() {
		return r.replaceBackwards(&s, count, from, write)
	}
	var out []byte
	at, any := 0, false
	err := r.each(&s, from, count, func(f *found) error {
		if !any {
			out, any = make([]byte, 0, len(text)+16), true
		}
		out = append(out, s.slice(at, f.index-at)...)
		at = f.index + f.length
		var err error
		if out, err = write(out, &s, f); err == nil && len(out) > maxComposite {
			err = memoryError()
		}
		return err
	})
	if err != nil || !any {
		return text, err
	}
	return string(append(out, s.slice(at, s.length()-at)...)), nil
}

// replaceBackwards collects the pieces of a search from right to left, the last first.
func (r *Regex) replaceBackwards(s *subject, count, from int, write func(out []byte, s *subject, f *found) ([]byte, error)) (string, error) {
	var pieces []string
	at := s.length()
	err := r.each(s, from, count, func(f *found) error {
		with, err := write(nil, s, f)
		end := f.index + f.length
		pieces = append(pieces, s.slice(end, at-end), string(with))
		at = f.index
		return err
	})
	pieces = append(pieces, s.slice(0, at))
	for i, j := 0, len(pieces)-1; i < j; i, j = i+1, j-1 {
		pieces[i], pieces[j] = pieces[j], pieces[i]
	}
	return strings.Join(pieces, ""), err
}
