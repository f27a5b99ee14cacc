package bind

import (
	"io"
	"slices"

	"rehearse/runtime/value"
)

// finish decides the set and checks the mandatory parameters (README section 3, step 8). With pipeline input it leaves open what the
// objects can decide.
func (b *Binding) finish(opts *Options) error {
	if b.valid == 0 {
		return ambiguousSet()
	}
	if b.input {
		return b.finishForInput(opts)
	}
	if len(b.delayed) > 0 {
		return noInput(&b.sig.Params[b.delayed[0].param], b.delayed[0].at)
	}
	set := b.resolveSet(b.valid)
	if set == 0 {
		return ambiguousSet()
	}
	b.valid = set
	b.Set = b.setName(set)
	if len(b.sig.mandatory) == 0 {
		return nil
	}
	return b.ask(b.missing(set, false), opts)
}

// finishForInput drops the sets that miss something no object can bring, and those that take no objects while others do. The default set
// is fixed now if it waits for a property, with the other sets that do (README section 7).
func (b *Binding) finishForInput(opts *Options) error {
	s := b.sig
	if !single(b.valid) {
		if d := b.valid & s.defaultSet; d != 0 && b.waitsForProperty(d) {
			b.fixWaiting(d)
		}
	}
	complete := b.valid
	for _, p := range s.mandatory {
		if !b.given(int(p)) {
			complete &^= s.facts[p].mandatory &^ (s.facts[p].byValue | s.facts[p].byName)
		}
	}
	if complete == 0 {
		if b.valid == ^uint32(0) && opts.Prompt == nil {
			return missingMandatory(b.missingBySet(), b.defaultsNote())
		}
		set := b.resolveSet(b.valid)
		if set == 0 {
			if b.mandatoryEverywhere() {
				return b.ask(b.missing(b.valid, true), opts)
			}
			return ambiguousSet()
		}
		b.valid, b.Set = set, b.setName(set)
		return b.ask(b.missing(set, true), opts)
	}
	b.valid = complete
	if !single(b.valid) {
		var takes uint32
		for _, p := range s.pipeline {
			if !b.bound.has(int(p)) {
				takes |= s.facts[p].byValue | s.facts[p].byName
			}
		}
		if takes &= b.valid; takes != 0 {
			b.valid = takes
		}
	}
	b.Set = b.setName(b.valid)
	return nil
}

// missingBySet are the names of the mandatory parameters of all sets, set by set in the order in which the declarations name the sets. A
// command with 32 sets, such as Where-Object, gets them all: to PowerShell all 32 together look like no set at all.
func (b *Binding) missingBySet() []string {
	var order []string
	bySet := map[string][]string{}
	for _, p := range b.sig.mandatory {
		for _, m := range b.sig.Params[p].Sets {
			if !m.Mandatory || m.FromPipeline || m.FromPipelineByName {
				continue
			}
			if _, there := bySet[m.Set]; !there {
				order = append(order, m.Set)
			}
			bySet[m.Set] = append(bySet[m.Set], b.sig.Params[p].Name)
		}
	}
	var names []string
	for _, set := range order {
		names = append(names, bySet[set]...)
	}
	return names
}

// mandatoryEverywhere tells whether one missing parameter is mandatory in every set that is left.
func (b *Binding) mandatoryEverywhere() bool {
	for _, p := range b.sig.mandatory {
		f := &b.sig.facts[p]
		if !b.given(int(p)) && f.mandatory&b.valid == b.valid && (f.byValue|f.byName)&b.valid == 0 {
			return true
		}
	}
	return false
}

// fixWaiting leaves the sets that wait for a property. Where others than the default do, those whose mandatory parameter is the object
// itself stay as well: Select-String takes strings so.
func (b *Binding) fixWaiting(defaultSet uint32) {
	var byName, byValue uint32
	for set := uint32(1); set != 0; set <<= 1 {
		switch {
		case b.valid&set == 0:
		case b.waitsForProperty(set):
			byName |= set
		case b.waitsForObject(set):
			byValue |= set
		}
	}
	b.valid = byName
	if byName != defaultSet {
		b.valid |= byValue
	}
}

// waitsForObject tells whether a set has an unbound mandatory parameter that is the pipeline object itself.
func (b *Binding) waitsForObject(set uint32) bool {
	for _, p := range b.sig.mandatory {
		f := &b.sig.facts[p]
		if f.mandatory&set != 0 && f.byValue&set != 0 && !b.given(int(p)) {
			return true
		}
	}
	return false
}

// waitsForProperty tells whether a set has an unbound mandatory parameter that comes by property name.
func (b *Binding) waitsForProperty(set uint32) bool {
	for _, p := range b.sig.mandatory {
		f := &b.sig.facts[p]
		if f.mandatory&set != 0 && f.byName&set != 0 && f.byValue&set == 0 && !b.given(int(p)) {
			return true
		}
	}
	return false
}

// ask lets the user supply missing mandatory parameters, or is the error that they are missing.
func (b *Binding) ask(missing []int, opts *Options) error {
	if len(missing) == 0 {
		return nil
	}
	if opts.Prompt == nil {
		return missingMandatory(b.names(missing), b.defaultsNote())
	}
	params := make([]*Parameter, len(missing))
	for i, p := range missing {
		params[i] = &b.sig.Params[p]
	}
	answers, err := opts.Prompt(b, params)
	if err == io.EOF {
		return missingMandatory(b.names(missing), b.defaultsNote())
	}
	if err != nil {
		return err
	}
	for i, p := range missing[:min(len(missing), len(answers))] {
		if err := b.bind(p, answers[i], "", value.Extent{}); err != nil {
			return err
		}
	}
	return nil
}

// bindRemaining hands the left-over arguments to the parameter for remaining arguments or, in a simple function, to $args; else the first one
// is the error (README section 3, step 7).
func (b *Binding) bindRemaining(list *value.Type) error {
	target := -1
	for _, p := range b.sig.remaining {
		if b.sig.facts[p].remaining&b.valid == 0 || b.bound.has(int(p)) {
			continue
		}
		if target >= 0 {
			e := ambiguousSet()
			e.Category = value.MetadataError
			return e
		}
		target = int(p)
	}
	switch {
	case target >= 0:
		return b.bind(target, b.remainingValue(target, list), "", b.remainingExtent())
	case !b.sig.Advanced && !b.sig.Cmdlet:
		b.Rest = b.leftOver(false, NameToken)
		return nil
	}
	if a := &b.args[b.rest[0]]; !a.isValue() {
		return unknownName(a)
	}
	return surplusArgument(&b.args[b.rest[0]])
}

// remainingValue is what a parameter for remaining arguments gets: the one array there is, else a list of all.
func (b *Binding) remainingValue(p int, list *value.Type) value.Value {
	if len(b.rest) == 1 {
		a := &b.args[b.rest[0]]
		if _, ok := a.Value.Base().Object().(value.List); ok && a.isValue() {
			return a.Value
		}
	}
	t := b.sig.Params[p].Type
	items := b.leftOver(t != nil && elementType(t) == value.TypeString, value.OfString)
	if list == nil {
		list = value.TypeArrayList
	}
	return value.Of(&value.ArrayList{Type: list, Items: items})
}

// remainingExtent reaches from the first left-over argument to the last one.
func (b *Binding) remainingExtent() value.Extent {
	if len(b.rest) != 1 {
		return value.Extent{}
	}
	return b.args[b.rest[0]].Extent
}

// leftOver are the left-over arguments: unknown names as name makes them, with their colon, and values; number tokens as typed if asked for.
func (b *Binding) leftOver(typed bool, name func(string) value.Value) []value.Value {
	list := make([]value.Value, 0, len(b.rest)+1)
	for _, i := range b.rest {
		a := &b.args[i]
		if !a.isValue() {
			text := a.NameText
			if text == "" {
				text = "-" + a.Name + ":"
			}
			list = append(list, name(text))
			if !a.HasValue {
				continue
			}
		}
		switch {
		case typed && a.Text != "":
			list = append(list, value.OfString(a.Text))
		case a.Text != "" && b.sig.Cmdlet:
			list = append(list, value.WithText(a.Value, a.Text))
		default:
			list = append(list, a.Value)
		}
	}
	return slices.Clip(list)
}
