package bind

import "rehearse/runtime/value"

// bindPositional gives the arguments without name to the positional parameters (README section 4). Which parameters are open is decided
// once, at the start: one that has a second position in another set can be bound again there.
func (b *Binding) bindPositional() error {
	open := b.openPositions()
	slot, kept := 0, b.rest[:0]
	for i := 0; i < len(b.rest); i++ {
		a := &b.args[b.rest[i]]
		if !a.isValue() {
			kept = append(kept, b.rest[i])
			if i+1 < len(b.rest) && b.args[b.rest[i+1]].isValue() {
				i++
				kept = append(kept, b.rest[i])
			}
			continue
		}
		taken, err := b.bindNext(&slot, open, a)
		if err != nil {
			return err
		}
		if !taken {
			kept = append(kept, b.rest[i])
		}
	}
	b.rest = kept
	return nil
}

// openPositions is a copy of the set of bound parameters before the first positional argument.
func (b *Binding) openPositions() [2]uint64 {
	var open [2]uint64
	copy(open[:], b.bound)
	return open
}

// bindNext gives a to the next position that can take it; false if there is none.
func (b *Binding) bindNext(slot *int, bound [2]uint64, a *Argument) (bool, error) {
	s := b.sig
	for ; *slot < len(s.positions); *slot++ {
		p := &s.positions[*slot]
		first, n := -1, 0
		var seen uint32
		for j := range p.candidates {
			c := &p.candidates[j]
			if !b.isOpen(bound, c) {
				continue
			}
			if p.conflict && seen&c.sets&b.valid != 0 {
				return false, ambiguousPosition()
			}
			seen |= c.sets
			if n++; n == 1 {
				first = int(c.param)
			}
		}
		switch n {
		case 0:
			continue
		case 1:
			*slot++
			return true, b.bind(first, a.Value, a.Text, a.Extent)
		}
		*slot++
		return true, b.bindShared(p, bound, a)
	}
	return false, nil
}

// isOpen tells whether a candidate was unbound at the start and belongs to a set that is still possible.
func (b *Binding) isOpen(bound [2]uint64, c *candidate) bool {
	return c.sets&b.valid != 0 && !b.isTaken(bound, int(c.param))
}

// isTaken tells whether a parameter was bound before the first positional argument.
func (b *Binding) isTaken(bound [2]uint64, p int) bool {
	if p >= len(bound)*64 {
		return b.given(p)
	}
	return bitset(bound[:]).has(p) || b.isDelayed(p)
}

// bindShared binds an argument whose position several parameters have in different sets: without coercion in the default set, then in the
// others, then with coercion in the default set, whose failure is the error, then in the others, where it is the error too.
func (b *Binding) bindShared(p *position, bound [2]uint64, a *Argument) error {
	preferred := b.sig.defaultSet & b.valid
	others := b.valid &^ preferred
	for _, coerce := range [2]bool{false, true} {
		for i, sets := range [2]uint32{preferred, others} {
			if sets == 0 {
				continue
			}
			done, err := b.bindAmong(p, bound, sets, coerce, a)
			if b.sig.Cmdlet && i == 0 && others != 0 && notConverted(err) {
				continue // a cmdlet goes on with the other sets (objects/misc-cmdlets, measure-command-and-sleep)
			}
			if done || err != nil {
				return err
			}
		}
	}
	return nil
}

// notConverted tells whether an error is that of a conversion to the type of a parameter.
func notConverted(err error) bool {
	e, ok := err.(*Error)
	return ok && e.ID == IDCannotConvertNoMessage
}

// PositionFilter is a Validator that keeps a parameter from taking some values by position, so that another set gets them.
type PositionFilter interface {
	Validator
	Takes(v value.Value) bool
}

// takesByPosition asks the filters of a parameter.
func takesByPosition(p *Parameter, v value.Value) bool {
	for _, x := range p.Validate {
		if f, ok := x.(PositionFilter); ok && !f.Takes(v) {
			return false
		}
	}
	return true
}

// bindAmong binds every candidate in these sets that takes the argument.
func (b *Binding) bindAmong(p *position, bound [2]uint64, sets uint32, coerce bool, a *Argument) (bool, error) {
	done, valid := false, b.valid
	var failed error
	for j := range p.candidates {
		c := &p.candidates[j]
		if c.sets&sets&valid == 0 || b.isTaken(bound, int(c.param)) {
			continue
		}
		if !coerce && !fits(b.sig.Params[c.param].Type, a.Value) || !takesByPosition(&b.sig.Params[c.param], a.Value) {
			continue
		}
		err := b.bind(int(c.param), a.Value, a.Text, a.Extent)
		switch {
		case err == nil:
			done = true
		case b.sig.Cmdlet && notConverted(err):
			failed = err
		default:
			return false, err
		}
	}
	if done {
		return true, nil
	}
	return false, failed
}

// fits tells whether v can be bound to a parameter of type t without coercion.
func fits(t *value.Type, v value.Value) bool {
	if t == nil || t == value.TypeObject || t == value.TypePSObject || t == value.TypePSCustomObject {
		return true
	}
	of := value.TypeOf(v)
	if of == nil {
		return t.Flags&value.ValueType == 0 && t != value.TypeString // $null becomes '' there
	}
	return of.Is(t)
}

func ambiguousPosition() *Error {
	return bindingError(value.ParameterBindingException, IDAmbiguousPositional, "Cannot bind positional parameters because no names were given.",
		value.InvalidArgument, "", value.Extent{})
}
