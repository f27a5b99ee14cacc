package runtime

import (
	"slices"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// split is a -split delimiter[, limit[, options]]: a regular expression, a text (SimpleMatch), or a block that decides per character.
func (f *Frame) split(site *patternSite, a, b value.Value, cased bool) (value.Value, error) {
	args := []value.Value{b}
	if isList(b) {
		args = ListOf(b)
	}
	limit, simple := 0, false
	options := text.RegexOptions(0)
	if !cased {
		options = text.IgnoreCase
	}
	if len(args) > 1 {
		n, err := value.Convert(args[1], value.TypeInt32)
		if err != nil {
			return a, err
		}
		limit = int(n.Int())
	}
	if len(args) > 2 {
		for _, o := range strings.Split(value.ToString(args[2]), ",") {
			switch o := strings.TrimSpace(o); {
			case value.EqualFold(o, "SimpleMatch"):
				simple = true
			case value.EqualFold(o, "IgnoreCase"):
				options |= text.IgnoreCase
			case value.EqualFold(o, "Multiline"):
				options |= text.Multiline
			case value.EqualFold(o, "Singleline"):
				options |= text.Singleline
			case value.EqualFold(o, "IgnorePatternWhitespace"):
				options |= text.IgnorePatternWhitespace
			case value.EqualFold(o, "ExplicitCapture"):
				options |= text.ExplicitCapture
			}
		}
	}
	if len(args) == 0 {
		return f.splitBlank(a, cased)
	}
	if block, ok := value.As[*ScriptBlock](args[0].Base()); ok {
		return f.splitWith(a, func(s string) ([]string, error) { return f.splitByBlock(s, block, limit) })
	}
	pattern, err := f.text(args[0])
	if err != nil {
		return a, err
	}
	if simple {
		pattern = text.EscapeRegex(pattern)
	}
	r, err := site.compile(pattern, options)
	if err != nil {
		return a, value.Throw(value.RuntimeException, "InvalidRegularExpression",
			"The regular expression pattern "+pattern+" is not valid.").With(value.InvalidArgument, args[0])
	}
	return f.splitWith(a, func(s string) ([]string, error) {
		if limit < 0 {
			return splitFromRight(r, s, -limit)
		}
		out, err := r.Split(s, limit)
		return out, f.regexFailed(err)
	})
}

// splitFromRight splits off at most n pieces counted from the end.
func splitFromRight(r *text.Regex, s string, n int) ([]string, error) {
	all, err := r.Split(s, 0)
	if err != nil || len(all) <= n {
		return all, err
	}
	ms, err := r.MatchAll(s)
	if err != nil {
		return nil, err
	}
	keep := ms[max(0, len(ms)-n+1):]
	var out []string
	at := 0
	for _, m := range keep {
		out = append(out, text.Utf16Slice(s, at, m.Index-at))
		at = m.Index + m.Length
	}
	return append(out, text.Utf16Slice(s, at, text.Utf16Len(s)-at)), nil
}

// splitWith splits each string of a.
func (f *Frame) splitWith(a value.Value, one func(s string) ([]string, error)) (value.Value, error) {
	items := []value.Value{a}
	if isList(a) {
		items = ListOf(a)
	}
	out := []value.Value{}
	for _, x := range items {
		s, err := f.text(x)
		if err != nil {
			return a, err
		}
		parts, err := one(s)
		if err != nil {
			return a, err
		}
		out = slices.Grow(out, len(parts))
		for _, p := range parts {
			out = append(out, value.OfString(p))
		}
	}
	return value.Of(&value.Array{Type: value.TypeStringArray, Items: out}), nil
}

// splitBlank is the unary -split: at runs of blanks, without empty pieces at the ends.
func (f *Frame) splitBlank(a value.Value, _ bool) (value.Value, error) {
	return f.splitWith(a, func(s string) ([]string, error) { return strings.Fields(s), nil })
}

func (f *Frame) splitByBlock(s string, b *ScriptBlock, limit int) ([]string, error) {
	var out []string
	var piece strings.Builder
	for _, r := range s {
		if limit <= 0 || len(out) < limit-1 {
			v, err := f.callOpen(b, value.OfString(string(r)))
			if err != nil {
				return nil, err
			}
			if truth(v) {
				out = append(out, piece.String())
				piece.Reset()
				continue
			}
		}
		piece.WriteRune(r)
	}
	return append(out, piece.String()), nil
}
