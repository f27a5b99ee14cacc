package text

// Capture is a part of the text that was searched; Index and Length count UTF-16 units.
type Capture struct {
	Index, Length int
	Value         string
}

// Group is what a group of the pattern captured last.
type Group struct {
	Capture
	Name     string
	Number   int
	Numbered bool // the group has no name
	Success  bool
	all      []Capture
}

// Captures are all captures of the group in order.
func (g *Group) Captures() []Capture {
	switch {
	case g.all != nil:
		return g.all
	case g.Success:
		return []Capture{g.Capture}
	}
	return nil
}

// Match is one match of a pattern. It holds what the whole pattern captured and its groups, the whole match first.
type Match struct {
	Capture
	Groups []Group
	regex  *Regex
	text   string
}

// Text is the text that was searched.
func (m *Match) Text() string { return m.text }

// Regex is the pattern.
func (m *Match) Regex() *Regex { return m.regex }

// GroupByNumber is a group, nil if the pattern has none of that number.
func (m *Match) GroupByNumber(number int) *Group {
	if i := m.regex.groupIndex(number); i >= 0 {
		return &m.Groups[i]
	}
	return nil
}

// GroupByName is a group, nil if the pattern has none of that name or number.
func (m *Match) GroupByName(name string) *Group {
	if i := m.regex.groupNamed(name); i >= 0 {
		return &m.Groups[i]
	}
	return nil
}

// Next is the match after m, nil at the end.
func (m *Match) Next() (*Match, error) {
	s := newSubject(m.text)
	defer s.release()
	from, ok := m.regex.following(&s, &found{index: m.Index, length: m.Length})
	if !ok {
		return nil, nil
	}
	return m.regex.matchFrom(&s, from)
}

// Result is what a replacement pattern makes of m.
func (m *Match) Result(replacement string) string {
	s := newSubject(m.text)
	defer s.release()
	return string(m.regex.compileReplacement(replacement).append(nil, &s, m))
}

// IsMatch reports whether the pattern matches anywhere in text.
func (r *Regex) IsMatch(text string) (bool, error) {
	s := newSubject(text)
	defer s.release()
	return r.matches(&s)
}

// Match is the first match in text, nil if there is none.
func (r *Regex) Match(text string) (*Match, error) {
	s := newSubject(text)
	defer s.release()
	return r.matchFrom(&s, r.beginning(&s))
}

// Captured finds the first match and calls visit for what each group captured, the whole match first; false if there is no match.
func (r *Regex) Captured(text string, visit func(name string, number int, numbered bool, value string)) (bool, error) {
	s := newSubject(text)
	defer s.release()
	f, err := r.find(&s, r.beginning(&s))
	if f == nil || err != nil {
		return false, err
	}
	for i := range r.groups {
		g := &r.groups[i]
		if i == 0 {
			visit(g.name, g.number, !g.named, s.slice(f.index, f.length))
			continue
		}
		if f.groups == nil {
			continue
		}
		if spans := f.groups[i-1]; len(spans) > 0 {
			visit(g.name, g.number, !g.named, s.slice(spans[len(spans)-2], spans[len(spans)-1]))
		}
	}
	return true, nil
}

// MatchFrom is the first match at or after a position, which must lie in the text.
func (r *Regex) MatchFrom(text string, from int) (*Match, error) {
	s := newSubject(text)
	defer s.release()
	return r.matchFrom(&s, from)
}

// MatchAll is every match in text.
func (r *Regex) MatchAll(text string) ([]*Match, error) {
	s := newSubject(text)
	defer s.release()
	var list []*Match
	err := r.each(&s, r.beginning(&s), -1, func(f *found) error {
		list = append(list, r.newMatch(&s, f))
		return nil
	})
	return list, err
}

// beginning is where a search starts: at the end for a pattern that is read from right to left.
func (r *Regex) beginning(s *subject) int {
	if r.rightToLeft() {
		return s.length()
	}
	return 0
}

func (r *Regex) matchFrom(s *subject, from int) (*Match, error) {
	f, err := r.find(s, from)
	if f == nil || err != nil {
		return nil, err
	}
	return r.newMatch(s, f), nil
}

// following is where to look for the match after f; it reports false at the end.
func (r *Regex) following(s *subject, f *found) (int, bool) {
	if r.rightToLeft() {
		if f.length > 0 {
			return f.index, true
		}
		return f.index - 1, f.index > 0
	}
	if f.length > 0 {
		return f.index + f.length, true
	}
	return f.index + 1, f.index < s.length()
}

// each calls visit for at most limit matches (all if it is negative).
func (r *Regex) each(s *subject, from, limit int, visit func(*found) error) error {
	if limit == 0 {
		return nil
	}
	if r.direct == nil && r.linear != nil && from == 0 && r.linear.fits(s) {
		if r.filter.excludes(s) {
			return nil
		}
		for _, f := range r.linear.findAll(s, limit) {
			if err := visit(f); err != nil {
				return err
			}
		}
		return nil
	}
	for n := 0; n != limit; n++ {
		f, err := r.find(s, from)
		if f == nil || err != nil {
			return err
		}
		if err := visit(f); err != nil {
			return err
		}
		next, ok := r.following(s, f)
		if !ok {
			return nil
		}
		from = next
	}
	return nil
}

func (r *Regex) newMatch(s *subject, f *found) *Match {
	m := &Match{Capture: Capture{f.index, f.length, s.slice(f.index, f.length)}, regex: r, text: s.text}
	m.Groups = make([]Group, len(r.groups))
	for i, g := range r.groups {
		group := &m.Groups[i]
		group.Name, group.Number, group.Numbered = g.name, g.number, !g.named
		if i == 0 {
			group.Capture, group.Success = m.Capture, true
			continue
		}
		if f.groups == nil {
			continue
		}
		spans := f.groups[i-1]
		if n := len(spans); n > 0 {
			group.Success = true
			group.Capture = Capture{spans[n-2], spans[n-1], s.slice(spans[n-2], spans[n-1])}
			if n > 2 {
				for k := 0; k < n; k += 2 {
					group.all = append(group.all, Capture{spans[k], spans[k+1], s.slice(spans[k], spans[k+1])})
				}
			}
		}
	}
	return m
}
