package bind

import "math/bits"

// single tells whether exactly one set is left.
func single(sets uint32) bool { return sets != 0 && sets&(sets-1) == 0 }

// resolveSet chooses among the sets that are left (README section 5): the default set, else the only one without unbound mandatory
// parameters. 0 if none can be chosen.
func (b *Binding) resolveSet(sets uint32) uint32 {
	if single(sets) {
		return sets
	}
	if d := sets & b.sig.defaultSet; d != 0 {
		return d
	}
	complete := sets
	for _, p := range b.sig.mandatory {
		if !b.given(int(p)) {
			complete &^= b.sig.facts[p].mandatory
		}
	}
	if single(complete) {
		return complete
	}
	return 0
}

// given tells whether a parameter is bound or will be by its script block.
func (b *Binding) given(p int) bool { return b.bound.has(p) || b.isDelayed(p) }

// setName is the name of a single set. While several are possible it is the default set's.
func (b *Binding) setName(sets uint32) string {
	switch {
	case single(sets):
		return b.sig.sets[bits.TrailingZeros32(sets)]
	case sets&b.sig.defaultSet != 0:
		return b.sig.DefaultSet
	}
	return AllParameterSets
}

// missing are the unbound parameters that are mandatory in one of the sets, in order of declaration; with pipeline input only those that it
// cannot bring there.
func (b *Binding) missing(sets uint32, input bool) []int {
	var list []int
	for _, p := range b.sig.mandatory {
		if b.lacks(int(p), sets, input) {
			list = append(list, int(p))
		}
	}
	return list
}

func (b *Binding) lacks(p int, sets uint32, input bool) bool {
	f := &b.sig.facts[p]
	m := f.mandatory & sets
	if input {
		m &^= f.byValue | f.byName
	}
	return m != 0 && !b.given(p)
}

// names are the parameters' names.
func (b *Binding) names(params []int) []string {
	list := make([]string, len(params))
	for i, p := range params {
		list[i] = b.sig.Params[p].Name
	}
	return list
}
