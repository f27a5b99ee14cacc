package bind

import (
	"slices"

	"rehearse/runtime/value"
)

// bindDynamic asks the command for its dynamic parameters and tries their names and positions on the arguments that are left (README
// section 10).
func (b *Binding) bindDynamic(opts *Options) error {
	params, err := opts.Dynamic(b)
	if err != nil {
		why := asException(err)
		e := bindingError(value.ParameterBindingException, IDDynamicParameters, "Cannot retrieve the dynamic parameters for the cmdlet. "+why.Message,
			value.InvalidArgument, "", value.Extent{})
		e.Inner = why
		return e
	}
	if len(params) == 0 {
		return nil
	}
	sig, err := b.sig.With(params)
	if err != nil {
		return err
	}
	b.adopt(sig)
	left := b.rest
	b.rest, b.pairs = nil, nil
	if err := b.pairLeft(left); err != nil {
		return err
	}
	if err := b.bindNamed(); err != nil {
		return err
	}
	if b.valid == 0 {
		return ambiguousSet()
	}
	if len(b.rest) > 0 {
		if err := b.bindPositional(); err != nil {
			return err
		}
	}
	if !opts.Defaults.IsNull() {
		return b.bindDefaults(opts)
	}
	return nil
}

// With is the declaration with dynamic parameters behind the others. The error is that of Prepare.
func (s *Signature) With(params []Parameter) (*Signature, error) {
	if err := s.Prepare(); err != nil {
		return nil, err
	}
	x := &Signature{
		Command: s.Command, DefaultSet: s.DefaultSet, Advanced: s.Advanced, Cmdlet: s.Cmdlet, TypeName: s.TypeName,
		SupportsShouldProcess: s.SupportsShouldProcess, SupportsPaging: s.SupportsPaging, ConfirmImpact: s.ConfirmImpact, PositionalByDeclaration: s.PositionalByDeclaration,
		Params: append(slices.Clip(s.Params), params...),
	}
	x.own, x.dynamicAt = s.own, s.dynamicAt
	x.once.Do(func() { x.err = x.build() })
	return x, x.err
}

// adopt goes on with a declaration that has more parameters behind those of the present one.
func (b *Binding) adopt(sig *Signature) {
	b.sig = sig
	if n := words(len(sig.Params)); n > len(b.bound) {
		b.bound = append(make(bitset, 0, n), b.bound...)[:n]
	}
	b.valid = sig.everySet
	for _, p := range b.order {
		b.valid &= sig.facts[p].sets
	}
	for i := range b.delayed {
		b.valid &= sig.facts[b.delayed[i].param].sets
	}
}

// pairLeft is pair for some of the arguments only.
func (b *Binding) pairLeft(left []int16) error {
	args := make([]Argument, len(left))
	for i, a := range left {
		args[i] = b.args[a]
	}
	b.args = args
	return b.pair(args)
}
