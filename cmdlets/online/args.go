package online

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// Args reads the parameters of a call by name.
type Args struct{ *runtime.Call }

// ArgsOf are the parameters of a call.
func ArgsOf(c *runtime.Call) Args { return Args{c} }

// index is the place of a parameter in the declaration, -1 for none.
func (a Args) index(name string) int {
	p := a.Signature().Params
	for i := range a.Values {
		if value.EqualFold(p[i].Name, name) {
			return i
		}
	}
	return -1
}

// Given tells whether a parameter was bound.
func (a Args) Given(name string) bool {
	i := a.index(name)
	return i >= 0 && a.IsBound(i)
}

// Arg is a parameter's value, $null if it is not there.
func (a Args) Arg(name string) value.Value {
	if i := a.index(name); i >= 0 {
		return a.Values[i]
	}
	return value.NullValue
}

// Text is a parameter as text.
func (a Args) Text(name string) string { return value.ToString(a.Arg(name)) }

// TextOrNil is a pointer to a bound parameter's text, nil if it was not given; $null is the empty text.
func (a Args) TextOrNil(name string) *string {
	if !a.Given(name) {
		return nil
	}
	s := a.Text(name)
	return &s
}

// Flag is a parameter's truth.
func (a Args) Flag(name string) bool { return value.Truth(a.Arg(name)) }

// FlagOrNil is a pointer to a bound parameter's truth, nil if it was not given.
func (a Args) FlagOrNil(name string) *bool {
	if !a.Given(name) {
		return nil
	}
	b := a.Flag(name)
	return &b
}

// Number is a parameter as an int.
func (a Args) Number(name string) int {
	n, err := value.Convert(a.Arg(name), value.TypeInt32)
	if err != nil {
		return 0
	}
	return int(n.Int())
}

// Texts are a parameter's elements as texts.
func (a Args) Texts(name string) []string {
	var out []string
	for _, v := range runtime.ListOf(a.Arg(name)) {
		out = append(out, value.ToString(v))
	}
	return out
}
