package dotnet

import "rehearse/runtime/value"

// sequence is an IEnumerable<T> that a method made, such as those of LINQ.
type sequence struct {
	value.Extended
	elem  *value.Type
	items []value.Value
	// more makes the elements when they are first asked for; nil if they are there.
	more func() ([]value.Value, error)
}

var typeSequence = within("System.Linq", class("System.Linq.Enumerable+Iterator`1", value.TypeObject, value.OpenGeneric, value.IfaceEnumerable))

// TypeOf is an iterator over the element type.
func (s *sequence) TypeOf() *value.Type { return Construct(typeSequence, s.elem) }

// Each yields the elements.
func (s *sequence) Each(yield func(value.Value) error) error {
	if s.more != nil {
		list, err := s.more()
		if err != nil {
			return err
		}
		s.items, s.more = list, nil
	}
	for _, x := range s.items {
		if err := yield(x); err != nil {
			return err
		}
	}
	return nil
}

// ofSequence is an IEnumerable<elem>.
func ofSequence(elem *value.Type, list []value.Value) value.Value {
	return value.Of(&sequence{elem: elem, items: list})
}
