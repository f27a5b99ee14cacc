package format

import (
	"strconv"

	"rehearse/runtime/value"
)

// isCollection tells whether an object is displayed by its elements.
func isCollection(v value.Value) bool {
	switch v.Base().Object().(type) {
	case *value.Dictionary, value.List, value.Enumerable:
		return true
	}
	return false
}

// eachElement calls yield for the elements of a collection; those of a dictionary are its entries.
func eachElement(v value.Value, yield func(value.Value) error) error {
	switch o := v.Base().Object().(type) {
	case *value.Dictionary:
		pair := pairType(o)
		var err error
		o.All(func(k, e value.Value) bool {
			err = yield(value.Of(&value.DictionaryEntry{Key: k, Value: e, Type: pair}))
			return err == nil
		})
		return err
	case value.List:
		for i := 0; i < o.Len(); i++ {
			if err := yield(o.At(i)); err != nil {
				return err
			}
		}
	case value.Enumerable:
		return o.Each(yield)
	}
	return nil
}

// pairType is the type of a dictionary's entries: generic ones have pairs without a view (formatting README, section 9).
func pairType(d *value.Dictionary) *value.Type {
	if len(d.Type.Args) == 2 {
		return typeKeyValuePair
	}
	return value.TypeDictionaryEntry
}

var typeKeyValuePair = &value.Type{
	Name: "KeyValuePair`2", FullName: "System.Collections.Generic.KeyValuePair`2", Base: value.TypeValueType, Flags: value.ValueType | value.Sealed,
	Members: &value.Members{Properties: []value.Property{
		{Name: "Key", Get: func(_ value.Env, v value.Value) (value.Value, error) { return pairOf(v).Key, nil }},
		{Name: "Value", Get: func(_ value.Env, v value.Value) (value.Value, error) { return pairOf(v).Value, nil }},
	}},
}

func pairOf(v value.Value) *value.DictionaryEntry {
	p, _ := value.As[*value.DictionaryEntry](v.Base())
	return p
}

// both is -Expand Both: the collection itself, then its elements (formatting README, section 4).
func (x *Shaper) both(v value.Value) error {
	n := 0
	if err := eachElement(v, func(value.Value) error { n++; return nil }); err != nil {
		return err
	}
	contains := "The IEnumerable contains the following " + strconv.Itoa(n) + " objects:"
	if n == 1 {
		contains = "The IEnumerable contains the following object:"
	}
	for _, e := range []*FormatEntryData{
		{outOfBand: true, kind: textEntry, text: "The following object supports IEnumerable:"},
		x.foreign(v),
		{outOfBand: true, kind: textEntry, text: contains},
	} {
		if err := x.emit(value.Of(e)); err != nil {
			return err
		}
	}
	return eachElement(v, x.object)
}
