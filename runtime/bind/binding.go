package bind

import (
	"rehearse/runtime/value"
)

// Options are what Bind may ask of the engine.
type Options struct {
	Env value.Env
	// PipelineInput tells that objects will come: what they can bring need not be given.
	PipelineInput bool
	// Defaults is $PSDefaultParameterValues, $null if it is not there.
	Defaults value.Value
	// Alias is the command that an alias stands for, "" if there is none of that name; keys of Defaults may name commands by alias.
	Alias func(name string) string
	// Dynamic runs dynamicparam; Bind calls it once when the static parameters are bound. It may be nil.
	Dynamic func(b *Binding) ([]Parameter, error)
	// Prompt asks for missing mandatory parameters and returns a value for each, in order; nil if nobody can answer.
	Prompt func(b *Binding, missing []*Parameter) ([]value.Value, error)
	// List is the type List[object], which a parameter for remaining arguments gets; nil makes it an ArrayList.
	List *value.Type
	// Warn shows a warning: a default that cannot be used, an obsolete parameter. It may be nil.
	Warn func(text string)
}

// Binding is the outcome of binding one invocation, and takes its pipeline objects.
type Binding struct {
	// Values are the declared parameters by index; unbound ones hold their default. See Value for all parameters.
	Values []value.Value
	// Rest is $args of a simple function.
	Rest []value.Value
	// Set is $PSCmdlet.ParameterSetName.
	Set    string
	Common Common

	sig   *Signature
	env   value.Env
	warn  func(string)
	input bool
	args  []Argument

	bound  bitset
	order  []int16 // as bound
	extras []extra // values of parameters behind the declared ones
	valid  uint32  // sets still possible

	pairs []pair
	rest  []int16 // arguments that no name has taken, in order
	// splatted is set when an argument comes from a splatted variable.
	splatted     bool
	delayed      []delayed
	flow         *flow // state of the pipeline, made by the first object
	usedDefaults []string

	boundWords [2]uint64
	orderSpace [8]int16
	valueSpace [6]value.Value
	pairSpace  [8]pair
	restSpace  [8]int16
}

// extra is the value of a bound common or dynamic parameter.
type extra struct {
	param int16
	value value.Value
}

// pair is a parameter with the argument that its name takes.
type pair struct {
	param int16
	name  int16 // the argument that is the name
	value int16 // the argument that is the value; presence for a switch without value
}

// presence as a pair's value means a switch without argument.
const presence = -1

// Bind matches args with the parameters of sig (README section 3). The error is an *Error, a *value.Exception if the declaration is
// wrong, or what a callback returned. The Binding keeps args.
func Bind(sig *Signature, args []Argument, opts Options) (*Binding, error) {
	b := &Binding{}
	if err := b.Bind(sig, args, &opts); err != nil {
		return nil, err
	}
	return b, nil
}

// Bind is the function Bind on a Binding that is new or Reset, so that it can be used again.
func (b *Binding) Bind(sig *Signature, args []Argument, opts *Options) error {
	if err := sig.Prepare(); err != nil {
		return err
	}
	b.start(sig, args, opts)
	if err := b.pair(args); err != nil {
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
	if !opts.Defaults.IsNull() && (sig.Advanced || sig.Cmdlet) {
		if err := b.bindDefaults(opts); err != nil {
			return err
		}
	}
	if opts.Dynamic != nil && sig.HasDynamic {
		if err := b.bindDynamic(opts); err != nil {
			return err
		}
	}
	if b.valid == 0 {
		return ambiguousSet()
	}
	if len(b.rest) > 0 {
		if err := b.bindRemaining(opts.List); err != nil {
			return err
		}
	}
	return b.finish(opts)
}

func (b *Binding) start(sig *Signature, args []Argument, opts *Options) {
	b.sig, b.env, b.warn, b.input, b.args = sig, opts.Env, opts.Warn, opts.PipelineInput, args
	b.valid = sig.everySet
	if sig.own <= len(b.valueSpace) {
		b.Values = b.valueSpace[:sig.own]
	} else if cap(b.Values) >= sig.own {
		b.Values = b.Values[:sig.own]
	} else {
		b.Values = make([]value.Value, sig.own)
	}
	copy(b.Values, sig.defaults)
	if n := words(len(sig.Params)); n <= len(b.boundWords) {
		b.bound = b.boundWords[:n]
	} else {
		b.bound = make(bitset, n)
	}
	b.order, b.pairs, b.rest = b.orderSpace[:0], b.pairSpace[:0], b.restSpace[:0]
}

// Reset forgets the call, so that Bind can be called again. Nobody may hold on to Values then.
func (b *Binding) Reset() {
	values := b.Values
	*b = Binding{}
	if cap(values) > len(b.valueSpace) {
		clear(values)
		b.Values = values[:0]
	}
}

// Signature is the declaration that was bound, with the dynamic parameters if there are any.
func (b *Binding) Signature() *Signature { return b.sig }

// IsBound tells whether parameter i got an argument, from the line or from the pipeline.
func (b *Binding) IsBound(i int) bool { return b.bound.has(i) }

// Value is the value of any parameter: the argument, or the default of a declared one.
func (b *Binding) Value(i int) value.Value {
	if i < len(b.Values) {
		return b.Values[i]
	}
	for j := range b.extras {
		if int(b.extras[j].param) == i {
			return b.extras[j].value
		}
	}
	return value.NullValue
}

// SetDefault gives an unbound parameter the value of its default expression; the parameter stays unbound, and gets that value again
// between pipeline objects.
func (b *Binding) SetDefault(i int, v value.Value) { b.Values[i] = v }

// EachBound yields the parameters that got an argument, in the order they were bound: the content of $PSBoundParameters.
func (b *Binding) EachBound(yield func(i int, name string, v value.Value) bool) {
	for _, p := range b.order {
		if !yield(int(p), b.sig.Params[p].Name, b.Value(int(p))) {
			return
		}
	}
}

// BoundNames are the names of the parameters that got an argument, as declared, in the order they were bound. Those that only an
// earlier pipeline object brought stay in the list (README section 7).
func (b *Binding) BoundNames() []string {
	names := make([]string, len(b.order))
	for i, p := range b.order {
		names[i] = b.sig.Params[p].Name
	}
	return names
}

// put stores a converted argument and marks the parameter as bound.
func (b *Binding) put(i int, v value.Value) {
	if i < len(b.Values) {
		b.Values[i] = v
	} else {
		b.putExtra(i, v)
	}
	if b.bound.has(i) {
		return
	}
	b.bound.add(i)
	for _, o := range b.order {
		if int(o) == i {
			return
		}
	}
	b.order = append(b.order, int16(i))
}

func (b *Binding) putExtra(i int, v value.Value) {
	for j := range b.extras {
		if int(b.extras[j].param) == i {
			b.extras[j].value = v
			return
		}
	}
	b.extras = append(b.extras, extra{int16(i), v})
}
