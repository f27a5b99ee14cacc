package dotnet

import "rehearse/runtime/value"

// choice is an overload that takes the given number of arguments.
type choice struct {
	overload *value.Overload
	expanded bool          // the last arguments become the elements of the params array
	types    []*value.Type // the type arguments of a generic method, once they are known; overload is then over them
}

// paramType is the type that the i-th argument must have.
func (c choice) paramType(i int) *value.Type {
	ps := c.overload.Params
	if c.expanded && i >= len(ps)-1 {
		return ps[len(ps)-1].Type.Elem
	}
	return ps[i].Type
}

// paramRef tells whether the i-th argument must be a [ref].
func (c choice) paramRef(i int) bool {
	ps := c.overload.Params
	return i < len(ps) && ps[i].Ref
}

// takes tells whether an overload can be called with n arguments, and whether a params array is then expanded.
func takes(o *value.Overload, n int) (plain, expanded bool) {
	required := len(o.Params)
	for required > 0 && o.Params[required-1].Optional {
		required--
	}
	plain = n >= required && n <= len(o.Params)
	expanded = o.Variadic && n >= len(o.Params)-1
	return plain, expanded
}

// candidates appends the choices among overloads for n arguments.
func candidates(out []choice, overloads []value.Overload, args []value.Value) []choice {
	for i := range overloads {
		o := &overloads[i]
		plain, expanded := takes(o, len(args))
		if plain && !(o.Variadic && len(args) == len(o.Params) && !suitsArray(args[len(args)-1], o.Params[len(args)-1].Type)) {
			out = append(out, choice{overload: o})
		} else if expanded {
			out = append(out, choice{overload: o, expanded: true})
		}
	}
	return out
}

// suitsArray tells whether an argument is itself the params array rather than its only element.
func suitsArray(arg value.Value, p *value.Type) bool {
	if arg.IsNull() {
		return true
	}
	t := value.TypeOf(arg)
	if p.Elem == value.TypeChar && t == value.TypeString {
		return true
	}
	return t.Elem != nil || t.Is(p) || (t.Is(value.IfaceList) && t != value.TypeString)
}

// choose is the best of the choices; ambiguous if two are equally good.
func choose(list []choice, args []value.Value) (best choice, found, ambiguous bool) {
	for _, c := range list {
		if !possible(c, args) {
			continue
		}
		if !found {
			best, found, ambiguous = c, true, false
			continue
		}
		switch d := compare(c, best, args); {
		case d > 0:
			best, ambiguous = c, false
		case d == 0:
			ambiguous = true
		}
	}
	return best, found, ambiguous
}

func possible(c choice, args []value.Value) bool {
	for i, a := range args {
		r, isRef := value.As[*Reference](a)
		if isRef && !c.paramRef(i) {
			return false
		}
		if isRef {
			a = r.Load() // what the variable holds must convert too, though it is only overwritten
		}
		if conversionRank(a, c.paramType(i)) == impossible {
			return false
		}
	}
	return true
}

// compare is positive if a suits the arguments better than b. Each argument votes, the first with the most weight.
func compare(a, b choice, args []value.Value) int {
	score := 0
	for i, arg := range args {
		if c, d := conversionRank(arg, a.paramType(i)), conversionRank(arg, b.paramType(i)); c > d {
			score += len(args) - i
		} else if c < d {
			score -= len(args) - i
		}
	}
	if score != 0 {
		return score
	}
	for i, arg := range args {
		if p, q := a.paramType(i), b.paramType(i); isNumeric(p) && isNumeric(q) {
			score += preferred(arg, p) - preferred(arg, q)
		}
	}
	if score == 0 {
		score = textArrays(a, len(args)) - textArrays(b, len(args))
	}
	switch {
	case score != 0:
		return score
	case a.expanded != b.expanded:
		if b.expanded {
			return 1
		}
		return -1
	}
	if s := specificity(a, b, len(args)); s != 0 {
		return s
	}
	// The one that leaves fewer optional parameters to their defaults.
	return len(b.overload.Params) - len(a.overload.Params)
}

// textArrays counts the parameters that are arrays of texts: an array of unknown elements is rather that than one of characters.
func textArrays(c choice, n int) int {
	count := 0
	for i := range n {
		if c.paramType(i) == value.TypeStringArray {
			count++
		}
	}
	return count
}

// specificity prefers parameters of derived types: positive if some of a's are and none of b's.
func specificity(a, b choice, n int) int {
	sum := 0
	for i := range n {
		p, q := a.paramType(i), b.paramType(i)
		if p == q {
			continue
		}
		s := 0
		switch {
		case q == nil || p != nil && p.Is(q):
			s = 1
		case p == nil || q.Is(p):
			s = -1
		default:
			return 0
		}
		if sum*s < 0 {
			return 0
		}
		sum = s
	}
	return sum
}

func isNumeric(t *value.Type) bool { return t != nil && t.Flags&value.Numeric != 0 }
