package bind

import "rehearse/runtime/value"

// resolve is the parameter that a name on the command line means: an exact name or alias, else the only one with that prefix.
// Several matches are narrowed to the declared ones (README section 3, step 1). -1 if there is none.
func (s *Signature) resolve(name string) (int, bool) {
	if i := s.names.Find(name); i >= 0 {
		return int(s.owners[i]), true
	}
	own, common, nOwn, nCommon := -1, -1, 0, 0
	for i := range s.Params {
		if !s.Params[i].startsWith(name) {
			continue
		}
		if s.facts[i].common == notCommon {
			own = i
			nOwn++
		} else {
			common = i
			nCommon++
		}
	}
	switch {
	case nOwn == 1:
		return own, true
	case nOwn == 0 && nCommon <= 1:
		return common, true
	}
	return -1, false
}

// Takes tells whether a name on the command line can mean a parameter: an exact name or alias, or a beginning of one.
func (s *Signature) Takes(name string) bool {
	if s.Prepare() != nil {
		return true
	}
	_, ok := s.resolve(name)
	return ok && s.Find(name) >= 0 || len(s.matches(name)) > 0
}

// matches are the names of all parameters that an ambiguous name may mean.
func (s *Signature) matches(name string) []string {
	var list []string
	for i := range s.Params {
		if s.Params[i].startsWith(name) {
			list = append(list, s.Params[i].Name)
		}
	}
	return list
}

func (p *Parameter) startsWith(prefix string) bool {
	if hasPrefixFold(p.Name, prefix) {
		return true
	}
	for _, a := range p.Aliases {
		if hasPrefixFold(a, prefix) {
			return true
		}
	}
	return false
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && value.EqualFold(s[:len(prefix)], prefix)
}

// pair gives each known name its argument, before anything is converted (README section 3, steps 1 and 2).
func (b *Binding) pair(args []Argument) error {
	for i := range args {
		if args[i].endsNames() {
			args = withoutNames(args, i)
			b.args = args
			break
		}
	}
	for i := 0; i < len(args); i++ {
		a := &args[i]
		if a.isValue() {
			b.rest = append(b.rest, int16(i))
			continue
		}
		p, ok := b.sig.resolve(a.Name)
		if !ok {
			return ambiguousName(a.Name, b.sig.matches(a.Name), a.NameExtent)
		}
		if p < 0 {
			b.rest = append(b.rest, int16(i))
			continue
		}
		b.splatted = b.splatted || a.Splatted
		pr := pair{param: int16(p), name: int16(i), value: int16(i)}
		if !a.HasValue {
			if b.sig.facts[p].isSwitch {
				pr.value = presence
			} else {
				i++
				if i == len(args) || !b.takes(&args[i]) {
					return missingArgument(&b.sig.Params[p], a.NameExtent)
				}
				pr.value = int16(i)
			}
		}
		b.pairs = append(b.pairs, pr)
	}
	return nil
}

// endsNames tells the `--` behind which everything is a value (README section 2).
func (a *Argument) endsNames() bool { return a.Name == "-" && a.NameText == "--" && !a.HasValue }

// withoutNames are the arguments without the `--` at i; the names behind it become texts.
func withoutNames(args []Argument, i int) []Argument {
	out := append(make([]Argument, 0, len(args)), args[:i]...)
	for _, a := range args[i+1:] {
		if !a.isValue() {
			out = append(out, Argument{HasValue: true, Value: value.OfString(a.NameText), Extent: a.NameExtent})
			if !a.HasValue {
				continue
			}
		}
		a.Name, a.NameText = "", ""
		out = append(out, a)
	}
	return out
}

// isValue tells a value from a name.
func (a *Argument) isValue() bool { return a.Name == "" && a.NameText == "" }

// takes tells whether a can be the value of the name before it: a value, or an unknown name without colon, which then is a text.
func (b *Binding) takes(a *Argument) bool {
	if a.isValue() {
		return true
	}
	if a.HasValue {
		return false
	}
	p, ok := b.sig.resolve(a.Name)
	return ok && p < 0
}

// bindNamed binds the named arguments in the order they are written (step 3).
func (b *Binding) bindNamed() error {
	for i := range b.pairs {
		pr := &b.pairs[i]
		p := int(pr.param)
		if b.splatted && b.args[pr.name].Splatted && b.args[pr.name].HasValue && b.explicit(pr.param) {
			continue
		}
		if b.bound.has(p) || b.isDelayed(p) {
			return alreadyBound(b.sig.Params[p].Name, b.args[pr.name].NameExtent)
		}
		if pr.value == presence {
			if b.sig.facts[p].common == notCommon && b.sig.facts[p].simplePresence(&b.sig.Params[p]) {
				b.put(p, value.OfSwitch(true))
				b.valid &= b.sig.facts[p].sets
				continue
			}
			if err := b.bind(p, value.OfSwitch(true), "", b.args[pr.name].NameExtent); err != nil {
				return err
			}
			continue
		}
		a := &b.args[pr.value]
		v, text, at := a.Value, a.Text, a.Extent
		if pr.value != pr.name && !a.isValue() {
			v, text, at = value.OfString(a.NameText), "", a.NameExtent
		}
		if err := b.bind(p, v, text, at); err != nil {
			return err
		}
	}
	return nil
}

// simplePresence tells that a switch needs no checks when it is merely present.
func (f *facts) simplePresence(p *Parameter) bool {
	return f.mandatory == 0 && len(p.Validate) == 0 && len(p.Transform) == 0 && p.Obsolete == ""
}

// explicit tells whether a parameter is also named on the line itself, which beats a splatted hashtable.
func (b *Binding) explicit(param int16) bool {
	for i := range b.pairs {
		if b.pairs[i].param == param && !b.args[b.pairs[i].name].Splatted {
			return true
		}
	}
	return false
}
