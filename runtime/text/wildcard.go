package text

import "strings"

// wildcardShape says how a wildcard pattern is matched.
type wildcardShape uint8

const (
	wildcardExact    wildcardShape = iota // no wildcard character: equal in culture order
	wildcardAll                           // *
	wildcardPrefix                        // text*: begins in culture order
	wildcardSuffix                        // *text, ordinal
	wildcardContains                      // *text*, ordinal
	wildcardGeneral
)

// Wildcard is a compiled pattern of -like: * ? [a-z] and the backtick as escape.
type Wildcard struct {
	pattern    string
	literal    string // of the shapes exact, prefix, suffix and contains
	parts      []wildcardPart
	ignoreCase bool
	shape      wildcardShape
}

type wildcardKind uint8

const (
	wildcardLiteral wildcardKind = iota
	wildcardAny                  // ?
	wildcardStar
	wildcardSet
)

// wildcardPart matches one UTF-16 unit, or any number if it is a star.
type wildcardPart struct {
	kind wildcardKind
	unit uint16
	set  []unitRange
}

type unitRange struct{ low, high uint16 }

type wildcardKey struct {
	pattern    string
	ignoreCase bool
}

var wildcards = cache[wildcardKey, *Wildcard]{limit: 256}

// CompileWildcard compiles a pattern; the compiled forms of recent ones are kept.
func CompileWildcard(pattern string, ignoreCase bool) (*Wildcard, error) {
	key := wildcardKey{pattern, ignoreCase}
	if len(pattern) > maxCached {
		return compileWildcard(key)
	}
	return wildcards.get(key, compileWildcard)
}

// Pattern is the text that was compiled.
func (w *Wildcard) Pattern() string { return w.pattern }

// IgnoreCase reports whether the pattern matches regardless of case.
func (w *Wildcard) IgnoreCase() bool { return w.ignoreCase }

// Match reports whether the whole of s matches. It takes at most len(s) times the pattern's length.
func (w *Wildcard) Match(s string) bool {
	switch w.shape {
	case wildcardAll:
		return true
	case wildcardExact:
		return Compare(s, w.literal, w.ignoreCase) == 0
	case wildcardPrefix:
		return StartsWith(s, w.literal, w.ignoreCase)
	case wildcardSuffix:
		if !w.ignoreCase {
			return strings.HasSuffix(s, w.literal)
		}
		if IsASCII(w.literal) && len(s) >= len(w.literal) {
			return EqualFold(s[len(s)-len(w.literal):], w.literal)
		}
		return suffixFold(s, w.literal)
	case wildcardContains:
		if !w.ignoreCase {
			return strings.Contains(s, w.literal)
		}
		i, _ := indexFold(s, w.literal)
		return i >= 0
	}
	if IsASCII(s) {
		return matchUnits(w, []byte(s))
	}
	return matchUnits(w, ToUtf16(s))
}

func matchUnits[T byte | uint16](w *Wildcard, s []T) bool {
	i, p := 0, 0
	starPart, starUnit := -1, 0
	for i < len(s) {
		if p < len(w.parts) {
			part := &w.parts[p]
			if part.kind == wildcardStar {
				starPart, starUnit = p, i
				p++
				continue
			}
			if part.matches(uint16(s[i]), w.ignoreCase) {
				i++
				p++
				continue
			}
		}
		if starPart < 0 {
			return false
		}
		// Only the last star needs to give way: what stands before it matched as early as it could.
		starUnit++
		i, p = starUnit, starPart+1
	}
	for p < len(w.parts) && w.parts[p].kind == wildcardStar {
		p++
	}
	return p == len(w.parts)
}

func (p *wildcardPart) matches(unit uint16, ignoreCase bool) bool {
	switch p.kind {
	case wildcardAny:
		return true
	case wildcardLiteral:
		return unit == p.unit || ignoreCase && LowerRune(rune(unit)) == rune(p.unit)
	}
	if inRanges(p.set, unit) {
		return true
	}
	return ignoreCase && (inRanges(p.set, uint16(LowerRune(rune(unit)))) || inRanges(p.set, uint16(UpperRune(rune(unit)))))
}

func inRanges(set []unitRange, unit uint16) bool {
	for _, r := range set {
		if unit >= r.low && unit <= r.high {
			return true
		}
	}
	return false
}

// suffixFold reports whether s ends in suffix with OrdinalIgnoreCase; both may have characters beyond ASCII.
func suffixFold(s, suffix string) bool {
	count := 0
	for range suffix {
		count++
	}
	for i := len(s); i > 0; {
		i--
		for i > 0 && s[i]&0xc0 == 0x80 {
			i--
		}
		if count--; count == 0 {
			return EqualFold(s[i:], suffix)
		}
	}
	return count == 0
}
