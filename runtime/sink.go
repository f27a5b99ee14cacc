package runtime

import (
	"slices"

	"rehearse/runtime/value"
)

// Sink takes the objects of a stream one by one. An error stops whoever writes: it is a terminating error of a later stage, or the
// sign that a later stage wants no more.
type Sink interface {
	Write(v value.Value) error
}

// discard is $null as a stream.
type discard struct{}

func (discard) Write(value.Value) error { return nil }

// Discard drops what is written to it.
var Discard Sink = discard{}

// collector gathers what is written. One value needs no allocation, since one value is the common case.
type collector struct {
	first value.Value
	items []value.Value // all values, once there are two
	n     int
}

func (c *collector) Write(v value.Value) error {
	switch c.n {
	case 0:
		c.first = v
	case 1:
		c.items = append(c.items, c.first, v)
	default:
		if c.n == cap(c.items) {
			c.items = slices.Grow(c.items, c.n) // Go's append grows long slices by a quarter only
		}
		c.items = append(c.items, v)
	}
	c.n++
	return nil
}

// result is what was gathered taken as one value: AutomationNull, the one object, or an Object[].
func (c *collector) result() value.Value {
	switch c.n {
	case 0:
		return value.NothingValue
	case 1:
		return c.first
	}
	return value.Of(value.NewArray(c.items))
}

// all is what was gathered as a list.
func (c *collector) all() []value.Value {
	switch c.n {
	case 0:
		return nil
	case 1:
		return []value.Value{c.first}
	}
	return c.items
}

// sinkFunc is a function as a Sink.
type sinkFunc func(v value.Value) error

func (f sinkFunc) Write(v value.Value) error { return f(v) }

// tee writes to both, the second first: -OutVariable sees an object before the next command does.
type tee struct{ to, also Sink }

func (t tee) Write(v value.Value) error {
	if err := t.also.Write(v); err != nil {
		return err
	}
	return t.to.Write(v)
}

// Stream numbers the output streams, as in redirections.
type Stream uint8

// The streams.
const (
	OutputStream Stream = 1 + iota
	ErrorStream
	WarningStream
	VerboseStream
	DebugStream
	InformationStream
)

// streams are the sinks of one point of execution beside the output. A redirection makes a changed copy.
type streams struct {
	to [InformationStream + 1]Sink // index 0 and 1 unused: output goes to Frame.out
	// variables are those of -ErrorVariable, -WarningVariable and -InformationVariable of the functions that run: what is written
	// inside them goes there too, however it is shown.
	variables [InformationStream + 1][]Sink
}

// collect writes a record to the variables of a stream.
func (s *streams) collect(n Stream, v value.Value) error {
	for _, to := range s.variables[n] {
		if err := to.Write(v); err != nil {
			return err
		}
	}
	return nil
}

func (s *streams) collectError(r *value.ErrorRecord) error {
	if s.variables[ErrorStream] == nil {
		return nil
	}
	return s.collect(ErrorStream, value.Of(r))
}

// collecting is a copy in which a stream also goes to a variable.
func (s *streams) collecting(n Stream, to Sink) *streams {
	c := *s
	c.variables[n] = append(append([]Sink(nil), s.variables[n]...), to)
	return &c
}

// all is a copy in which every stream goes to one sink.
func (s *streams) all(to Sink) *streams {
	c := *s
	for n := ErrorStream; n <= InformationStream; n++ {
		c.to[n] = to
	}
	return &c
}

// with is a copy in which one stream goes elsewhere.
func (s *streams) with(n Stream, to Sink) *streams {
	c := *s
	c.to[n] = to
	return &c
}

// enumerate writes v the way an expression's value enters a pipeline: lists and enumerables one by one, AutomationNull not at all.
func enumerate(v value.Value, to Sink) error {
	if v.Kind() != value.Reference {
		if v.IsNothing() {
			return nil
		}
		return to.Write(v)
	}
	switch o := v.Object().(type) {
	case *value.Array:
		for _, x := range o.Items {
			if x.IsNothing() {
				continue // AutomationNull is an element, but nothing in a pipeline
			}
			if err := to.Write(x); err != nil {
				return err
			}
		}
		return nil
	case *value.ArrayList:
		n := len(o.Items)
		for i := 0; i < len(o.Items); i++ {
			if err := to.Write(o.Items[i]); err != nil {
				return err
			}
			if len(o.Items) != n {
				return badEnumeration()
			}
		}
		return nil
	case value.Enumerable:
		return o.Each(to.Write)
	case *value.PSObject:
		if b := v.Base(); !value.Same(b, v) && isList(b) {
			return enumerate(b, to)
		}
	}
	return to.Write(v)
}

// badEnumeration is the error of a list that changed while a pipeline took its elements.
func badEnumeration() error {
	inner := value.Throw(value.InvalidOperationException, "", "Collection was modified; enumeration operation may not execute.")
	return value.Throw(value.RuntimeException, "BadEnumeration", "An error occurred while enumerating through a collection: "+inner.Message+".").
		With(value.InvalidOperation, value.NullValue).Because(inner)
}

// isList tells whether an expression's value is enumerated when it enters a pipeline.
func isList(v value.Value) bool {
	switch o := v.Object().(type) {
	case *value.Array, *value.ArrayList, value.Enumerable:
		return true
	case *value.PSObject:
		return !o.IsCustom() && isList(v.Base())
	}
	return false
}
