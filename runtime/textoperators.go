package runtime

import (
	"strings"

	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// text is [string]v as the engine does it: script-defined ToString methods are called, arrays are joined by $OFS.
func (f *Frame) text(v value.Value) (string, error) {
	switch v.Kind() {
	case value.String:
		return v.Str(), nil
	case value.Reference:
		return f.textOfObject(v, 0)
	}
	return value.ToString(v), nil
}

// TextOf is text for package value (value.Texting).
func (f *Frame) TextOf(v value.Value) (string, error) { return f.text(v) }

// maxTextDepth bounds lists within lists.
const maxTextDepth = 64

func (f *Frame) textOfObject(v value.Value, depth int) (string, error) {
	if m, ok := f.scriptMethod(v, "ToString"); ok {
		x, err := f.callThis(m, v, nil)
		if err != nil {
			return "", err
		}
		return f.text(x)
	}
	if depth > maxTextDepth {
		return value.ToString(v), nil
	}
	switch o := v.Base().Object().(type) {
	case *instance:
		return f.instanceText(o, v)
	case *value.Array:
		return f.joinList(o.Items, f.separator(), depth, f.elementText)
	case *value.ArrayList:
		return f.joinList(o.Items, f.separator(), depth, f.elementText)
	case value.Enumerable:
		return f.joinList(ListOf(v), f.separator(), depth, f.elementText)
	}
	return value.ToString(v), nil
}

// joinList joins the texts that element gives.
func (f *Frame) joinList(items []value.Value, separator string, depth int, element func(x value.Value, depth int) (string, error)) (string, error) {
	var b strings.Builder
	for i, x := range items {
		if i > 0 {
			b.WriteString(separator)
		}
		s, err := element(x, depth)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
		if err := f.checkSize(b.Len()); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// elementText is the text of a list's element: lists in lists are not joined but show their type (oracle/flow, section 13).
func (f *Frame) elementText(x value.Value, depth int) (string, error) {
	if a, ok := value.As[*value.Array](x.Base()); ok {
		return a.Type.FullName, nil
	}
	if x.Kind() == value.Reference {
		if o, ok := value.As[*value.PSObject](x); ok && o.IsCustom() {
			return f.bagText(o, x)
		}
		return f.textOfObject(x, depth+1)
	}
	return value.ToString(x), nil
}

// bagText is the text of a custom object in a list: that of a ToString method which was added to it, else none.
func (f *Frame) bagText(o *value.PSObject, x value.Value) (string, error) {
	if m, ok := f.scriptMethod(x, "ToString"); ok {
		v, err := f.callThis(m, x, nil)
		if err != nil {
			return "", err
		}
		return f.text(v)
	}
	return o.Label(), nil
}

// joinedText is the text of an element of -join: in the current culture, a property bag without a text (oracle/strings, section 3).
func (f *Frame) joinedText(x value.Value, depth int) (string, error) {
	if s, ok := value.CultureText(x, value.CultureOf(f)); ok {
		return s, nil
	}
	if o, ok := value.As[*value.PSObject](x); ok && o.IsCustom() {
		return f.bagText(o, x)
	}
	return f.elementText(x, depth)
}

// separator is $OFS, a blank if it is not set.
func (f *Frame) separator() string {
	l := f.scope.find(f.names.ofs.name, f.names.ofs.hash)
	if !l.valid() {
		return " "
	}
	v := f.read(l)
	if v.IsNull() {
		return " "
	}
	s, err := value.FormatIn(v, "", text.Invariant)
	if err != nil {
		return " "
	}
	return s
}

// join is a -join b.
func (f *Frame) join(a, b value.Value) (value.Value, error) {
	separator, err := f.text(b)
	if err != nil {
		return b, err
	}
	if !isList(a) {
		s, err := f.text(a)
		return value.OfString(s), err
	}
	s, err := f.joinList(ListOf(a), separator, 0, f.joinedText)
	return value.OfString(s), err
}

// formatOperator is a -f b.
func (f *Frame) formatOperator(a, b value.Value) (value.Value, error) {
	args := []value.Value{b}
	if arr, ok := value.As[*value.Array](b.Base()); ok && (arr.Type.Elem == nil || arr.Type.Elem.Flags&value.ValueType == 0) {
		args = arr.Items // an array of numbers is one argument, as any other list is
	}
	return f.formatWith(a, args)
}

// formatWith is a -f with a list of arguments, which it does not keep.
func (f *Frame) formatWith(a value.Value, args []value.Value) (value.Value, error) {
	layout, err := f.text(a)
	if err != nil {
		return a, err
	}
	s, err := text.FormatComposite(layout, len(args), func(i int, format string) (string, error) { return f.formatItem(args[i], format) })
	if err != nil {
		if ex, ok := dotnet.Raised(err).(*value.Exception); ok && !ex.Type.Is(value.RuntimeException) {
			return a, value.Throw(value.RuntimeException, "FormatError", "Error formatting a string: "+ex.Message+".").With(value.InvalidOperation, value.OfString(layout))
		}
		return a, err
	}
	return value.OfString(s), nil
}

// formatItem is the text of one argument of -f.
func (f *Frame) formatItem(v value.Value, format string) (string, error) {
	if v.Kind() == value.Reference {
		_, isInstance := value.As[*instance](v.Base())
		if _, ok := f.scriptMethod(v, "ToString"); ok || isInstance {
			return f.text(v)
		}
	}
	return value.FormatIn(v, format, value.CultureOf(f))
}

// textOperatorOf is an operator on texts: -like, -match, -replace, -split, -contains, -in and their forms.
func textOperatorOf(op ast.TokenKind) binaryOperator {
	cased := op.IsCaseSensitive()
	site := new(patternSite)
	switch op.FoldCase() {
	case ast.Ilike, ast.Inotlike:
		not := op.FoldCase() == ast.Inotlike
		return func(f *Frame, a, b value.Value) (value.Value, error) { return f.like(a, b, cased, not) }
	case ast.Imatch, ast.Inotmatch:
		not := op.FoldCase() == ast.Inotmatch
		return func(f *Frame, a, b value.Value) (value.Value, error) { return f.match(site, a, b, cased, not) }
	case ast.Ireplace:
		return func(f *Frame, a, b value.Value) (value.Value, error) { return f.replace(site, a, b, cased) }
	case ast.Isplit:
		return func(f *Frame, a, b value.Value) (value.Value, error) { return f.split(site, a, b, cased) }
	case ast.Icontains, ast.Inotcontains:
		not := op.FoldCase() == ast.Inotcontains
		return func(f *Frame, a, b value.Value) (value.Value, error) {
			ok, err := f.contains(a, b, cased)
			return value.OfBool(ok != not), err
		}
	case ast.Iin, ast.Inotin:
		not := op.FoldCase() == ast.Inotin
		return func(f *Frame, a, b value.Value) (value.Value, error) {
			ok, err := f.contains(b, a, cased)
			return value.OfBool(ok != not), err
		}
	}
	return nil
}

// contains tells whether a list has an element equal to v.
func (f *Frame) contains(list, v value.Value, cased bool) (bool, error) {
	items := []value.Value{list}
	if isList(list) {
		items = ListOf(list)
	}
	for _, x := range items {
		if x.IsNull() || v.IsNull() {
			if x.IsNull() && v.IsNull() {
				return true, nil
			}
			continue
		}
		ok, err := value.CompareScalar(f, value.Eq, x, v, cased)
		if err == nil && ok {
			return true, nil
		}
	}
	return false, nil
}

// filter applies a test to a value, or to each element of a list, whose matches are then the result.
func filter(a value.Value, test func(x value.Value) (bool, error)) (value.Value, error) {
	if !isList(a) {
		ok, err := test(a)
		return value.OfBool(ok), err
	}
	hits := []value.Value{}
	for _, x := range ListOf(a) {
		ok, err := test(x)
		if err != nil {
			return a, err
		}
		if ok {
			hits = append(hits, x)
		}
	}
	return value.Of(value.NewArray(hits)), nil
}

// wildcard compiles a pattern; a [WildcardPattern] keeps its own options.
func (f *Frame) wildcard(pattern value.Value, cased bool) (*text.Wildcard, error) {
	if p, ok := value.As[*dotnet.WildcardPattern](pattern.Base()); ok {
		w, err := p.Compile()
		return w, dotnet.Raised(err)
	}
	s, err := f.text(pattern)
	if err != nil {
		return nil, err
	}
	w, err := text.CompileWildcard(s, !cased)
	return w, dotnet.Raised(err)
}

func (f *Frame) like(a, b value.Value, cased, not bool) (value.Value, error) {
	w, err := f.wildcard(b, cased)
	if err != nil {
		return a, err
	}
	return filter(a, func(x value.Value) (bool, error) {
		s, err := f.text(x)
		return w.Match(s) != not, err
	})
}

// patternSite is an operator in the source that takes a pattern: it remembers the compiled form of the last one.
type patternSite struct {
	pattern string
	options text.RegexOptions
	regex   *text.Regex
}

func (s *patternSite) compile(pattern string, options text.RegexOptions) (*text.Regex, error) {
	if s.regex != nil && s.pattern == pattern && s.options == options {
		return s.regex, nil
	}
	r, err := text.CompileRegex(pattern, options)
	if err == nil {
		*s = patternSite{pattern, options, r}
	}
	return r, err
}

// regex compiles a pattern, or takes a [regex] as it is.
func (f *Frame) regex(site *patternSite, pattern value.Value, cased bool) (*text.Regex, error) {
	if r, ok := value.As[*dotnet.Regex](pattern.Base()); ok {
		return r.Regex, nil
	}
	p, err := f.text(pattern)
	if err != nil {
		return nil, err
	}
	var o text.RegexOptions
	if !cased {
		o = text.IgnoreCase
	}
	r, err := site.compile(p, o)
	return r, dotnet.Raised(err)
}

// checkedRegex is regex for -replace and switch, which report a pattern that does not compile in words of their own.
func (f *Frame) checkedRegex(site *patternSite, pattern value.Value, cased bool) (*text.Regex, error) {
	r, err := f.regex(site, pattern, cased)
	if e, ok := err.(*value.Exception); ok && e.Type.Is(dotnet.TypeRegexParseException) {
		p, err := f.text(pattern)
		if err != nil {
			return nil, err
		}
		return nil, value.Throw(value.RuntimeException, "InvalidRegularExpression",
			"The regular expression pattern "+p+" is not valid.").With(value.InvalidOperation, value.OfString(p)).Because(e)
	}
	return r, err
}

// match is a -match b; for a single value it sets $Matches.
func (f *Frame) match(site *patternSite, a, b value.Value, cased, not bool) (value.Value, error) {
	r, err := f.regex(site, b, cased)
	if err != nil {
		return a, err
	}
	return f.matchWith(r, a, not)
}

func (f *Frame) matchWith(r *text.Regex, a value.Value, not bool) (value.Value, error) {
	if isList(a) {
		return filter(a, func(x value.Value) (bool, error) {
			s, err := f.text(x)
			if err != nil {
				return false, err
			}
			ok, err := r.IsMatch(s)
			return ok != not, f.regexFailed(err)
		})
	}
	s, err := f.text(a)
	if err != nil {
		return a, err
	}
	var groups *value.Dictionary
	found, err := r.Captured(s, func(name string, number int, numbered bool, x string) {
		key := value.OfInt(number)
		if !numbered {
			key = value.OfString(name)
		}
		if groups == nil {
			groups = value.NewHashtable()
		}
		groups.Set(key, value.OfString(x))
	})
	if err != nil {
		return a, f.regexFailed(err)
	}
	if !found {
		return value.OfBool(not), nil
	}
	n := f.names.matches
	f.scope.place(n.name, n.hash).set(value.Of(groups))
	return value.OfBool(!not), nil
}

func (f *Frame) regexFailed(err error) error {
	if err == nil {
		return nil
	}
	return value.Throw(value.RuntimeException, "RegexMatchTimeout", err.Error()).With(value.LimitsExceeded, value.NullValue)
}

// replace is a -replace pattern, replacement; without a replacement matches are deleted.
func (f *Frame) replace(site *patternSite, a, b value.Value, cased bool) (value.Value, error) {
	var pattern, with value.Value
	with = value.OfString("")
	args := []value.Value{b}
	if isList(b) {
		args = ListOf(b)
	}
	switch len(args) {
	case 0:
	case 1:
		pattern = args[0]
	case 2:
		pattern, with = args[0], args[1]
	default:
		return a, value.Throw(value.RuntimeException, "BadReplaceArgument",
			"The -replace operator allows only two elements to follow it, not "+value.ToString(value.OfInt(len(args)))+".").With(value.InvalidOperation, b)
	}
	r, err := f.checkedRegex(site, pattern, cased)
	if err != nil {
		return a, err
	}
	one := func(x value.Value) (value.Value, error) {
		s, err := f.text(x)
		if err != nil {
			return x, err
		}
		out, err := f.replaceText(r, s, with)
		return value.OfString(out), err
	}
	if !isList(a) {
		return one(a)
	}
	items := ListOf(a)
	out := make([]value.Value, len(items))
	for i, x := range items {
		if out[i], err = one(x); err != nil {
			return a, err
		}
	}
	return value.Of(value.NewArray(out)), nil
}

func (f *Frame) replaceText(r *text.Regex, s string, with value.Value) (string, error) {
	if b, ok := value.As[*ScriptBlock](with.Base()); ok {
		return r.ReplaceFunc(s, func(m *text.Match) (string, error) {
			v, err := f.callOpen(b, dotnet.OfMatch(m))
			if err != nil {
				return "", err
			}
			return f.text(v)
		})
	}
	w, err := f.text(with)
	if err != nil {
		return "", err
	}
	out, err := r.Replace(s, w)
	return out, f.regexFailed(err)
}
