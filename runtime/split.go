package runtime

import (
	"slices"
	"strings"

	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// typeSplitOptions is System.Management.Automation.SplitOptions.
var typeSplitOptions = func() *value.Type {
	t := value.NewEnum("System.Management.Automation.SplitOptions", []string{
		"SimpleMatch", "RegexMatch", "CultureInvariant", "IgnorePatternWhitespace", "Multiline", "Singleline", "IgnoreCase", "ExplicitCapture",
	}, []int64{splitSimple, splitRegex, splitInvariant, splitExtended, splitMultiline, splitSingleline, splitIgnoreCase, splitExplicit})
	t.Enum.Flags = true
	return t
}()

const (
	splitSimple int64 = 1 << iota
	splitRegex
	splitInvariant
	splitExtended
	splitMultiline
	splitSingleline
	splitIgnoreCase
	splitExplicit

	splitRegexOnly = splitRegex | splitInvariant | splitExtended | splitMultiline | splitSingleline | splitExplicit
)

// regexOptions are the options of a pattern that SplitOptions ask for.
func regexOptions(o int64) text.RegexOptions {
	var r text.RegexOptions
	for _, x := range [...]struct {
		split int64
		regex text.RegexOptions
	}{
		{splitInvariant, text.CultureInvariant}, {splitExtended, text.IgnorePatternWhitespace}, {splitMultiline, text.Multiline},
		{splitSingleline, text.Singleline}, {splitIgnoreCase, text.IgnoreCase}, {splitExplicit, text.ExplicitCapture},
	} {
		if o&x.split != 0 {
			r |= x.regex
		}
	}
	return r
}

// split is a -split delimiter[, limit[, options]]: a regular expression, a text (SimpleMatch), or a block that decides per character. A
// negative limit keeps so many pieces from the right (oracle/strings, section 7).
func (f *Frame) split(site *patternSite, a, b value.Value, cased bool) (value.Value, error) {
	args := []value.Value{b}
	if isList(b) {
		args = ListOf(b)
	}
	if len(args) == 0 {
		return f.splitBlank(a)
	}
	limit, options, err := splitArguments(args)
	if err != nil {
		return a, err
	}
	if block, ok := value.As[*ScriptBlock](args[0].Base()); ok {
		return f.splitWith(a, func(s string) ([]string, error) { return f.splitByBlock(s, block, limit) })
	}
	pattern, err := f.text(args[0])
	if err != nil {
		return a, err
	}
	if options&splitSimple != 0 {
		pattern = text.EscapeRegex(pattern)
	}
	o := regexOptions(options)
	if !cased {
		o |= text.IgnoreCase
	}
	if limit < 0 {
		limit, o = -limit, o|text.RightToLeft
	}
	r, err := site.compile(pattern, o)
	if err != nil {
		return a, dotnet.Raised(err)
	}
	return f.splitWith(a, func(s string) ([]string, error) {
		out, err := r.Split(s, limit)
		return out, f.regexFailed(err)
	})
}

// splitArguments are the limit and the options.
func splitArguments(args []value.Value) (limit int, options int64, err error) {
	if len(args) > 1 {
		n, err := value.Convert(args[1], value.TypeInt32)
		if err != nil {
			return 0, 0, err
		}
		limit = int(n.Int())
	}
	if len(args) > 2 {
		o, err := value.Convert(args[2], typeSplitOptions)
		if e, ok := err.(*value.Exception); ok {
			return 0, 0, value.Throw(value.RuntimeException, "", e.Message).Because(e.Inner)
		}
		options = o.Int()
	}
	if options&splitSimple != 0 && options&splitRegexOnly != 0 {
		return 0, 0, value.Throw(value.RuntimeException, "InvalidSplitOptionCombination", "The combination of options with the -split operator is not valid.").
			With(value.InvalidOperation, value.NullValue)
	}
	return limit, options, nil
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

// splitBlank is the unary -split: at runs of blanks, those at the ends left out. A text of nothing but blanks is one empty piece.
func (f *Frame) splitBlank(a value.Value) (value.Value, error) {
	return f.splitWith(a, func(s string) ([]string, error) {
		if words := strings.Fields(s); len(words) > 0 {
			return words, nil
		}
		return []string{""}, nil
	})
}

// splitByBlock asks the block about each character: $_ is the character, $args the text and the position.
func (f *Frame) splitByBlock(s string, b *ScriptBlock, limit int) ([]string, error) {
	if limit == 1 || limit == -1 {
		return []string{s}, nil
	}
	units := text.ToUtf16(s)
	var pieces []string
	at, step := 0, 1
	if limit < 0 {
		limit, at, step = -limit, len(units)-1, -1
	}
	whole := value.OfString(s)
	start := at // of the piece that is being gathered, seen in the direction of the walk
	piece := func(from, to int) string {
		if step < 0 {
			from, to = to+1, from+1
		}
		return text.FromUtf16(units[from:to])
	}
	for ; at >= 0 && at < len(units) && (limit == 0 || len(pieces) < limit-1); at += step {
		v, err := f.CallBlock(value.Of(b), value.BlockInput{Under: value.OfString(text.CharString(units[at])), This: value.Unset, Args: []value.Value{whole, value.OfInt(at)}})
		if err != nil {
			return nil, err
		}
		if truth(value.Unroll(v)) {
			pieces = append(pieces, piece(start, at))
			start = at + step
		}
	}
	if step < 0 {
		pieces = append(pieces, piece(start, -1))
		slices.Reverse(pieces)
		return pieces, nil
	}
	return append(pieces, piece(start, len(units))), nil
}
