package dotnet

import "rehearse/runtime/value"

// conversions are those of the types that convert in another way than by a Parse method, a constructor or an operator.
func conversions() {
	typeReference.Conversion = &value.Conversion{From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		return value.Of(NewReference(v)), true, nil
	}}
	typeType := value.TypeRuntimeType.Base
	typeType.Conversion = &value.Conversion{From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		switch v.Kind() {
		case value.Bool, value.Reference, value.Char, value.DateTime, value.TimeSpan, value.Switch, value.Enum:
			return v, false, nil
		}
		if t, ok := Resolve(value.ToString(v), nil); ok {
			return value.Of(t), true, nil
		}
		return v, true, value.Throw(value.RuntimeException, "InvalidCastFromStringToType",
			"Cannot convert the \""+value.ToString(v)+"\" value of type \"System.String\" to type \"System.Type\".").With(value.InvalidArgument, value.NullValue)
	}}
	typeUri.Conversion = uriConversion()
	typeRegex.Conversion = &value.Conversion{ID: "InvalidCastFromStringToRegex", From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		if v.Kind() != value.String && value.KindOfType(value.TypeOf(v)) == value.Reference {
			return v, false, nil
		}
		r, err := compileRegex(value.ToString(v), 0)
		if err != nil {
			return v, true, err
		}
		return OfRegex(r), true, nil
	}}
	typeBigInteger.Conversion = &value.Conversion{ID: "InvalidCastFromStringToInteger", From: castBigInteger}
}

// delegateConversion makes delegates of a type from script blocks.
func delegateConversion(t *value.Type) *value.Conversion {
	return &value.Conversion{From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		if value.TypeOf(v) == value.TypeScriptBlock {
			return value.Of(&Delegate{Type: t, Block: v}), true, nil
		}
		if d, ok := value.As[*Delegate](v); ok && d.Native == nil {
			return value.Of(&Delegate{Type: t, Block: d.Block}), true, nil
		}
		return v, false, nil
	}}
}

// sequenceConversion takes what is an IEnumerable<T> already: an array does not list the interfaces that it has for its elements.
func sequenceConversion(t *value.Type) *value.Conversion {
	return &value.Conversion{From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		return v, isSequenceOf(value.TypeOf(v), t.Args[0]), nil
	}}
}

// isSequenceOf tells whether the elements of type a are of type elem.
func isSequenceOf(a, elem *value.Type) bool {
	e := elementType(a)
	return e != nil && (e == elem || e.Flags&value.ValueType == 0 && e.Is(elem))
}

// listConversion makes a List<T> from the elements of an array or a sequence of T, else from one value that converts to T
// (oracle/tables/casts). Numbers go by way of their texts; characters and enumerations are capacities, dictionaries set properties.
func listConversion(t *value.Type) *value.Conversion {
	return &value.Conversion{From: func(env value.Env, v value.Value) (value.Value, bool, error) {
		items := []value.Value{v}
		switch k := v.Kind(); k {
		case value.Bool, value.Char, value.DateTime, value.Enum:
			return v, false, nil
		case value.String, value.TimeSpan, value.Switch:
		case value.Reference:
			switch o := v.Object().(type) {
			case *value.Dictionary:
				return v, false, nil
			case *value.Array:
				items = o.Items
			default:
				if isSequenceOf(value.TypeOf(v), t.Args[0]) {
					items = value.Elements(v)
				}
			}
		default:
			items[0] = value.OfString(value.ToString(v))
		}
		list, err := castItems(env, items, t.Args[0])
		if err != nil {
			return v, true, err
		}
		return value.Of(&value.ArrayList{Type: t, Items: list, Room: len(list)}), true, nil
	}}
}

// collectionConversion makes a set, queue or stack from an array or list, by its constructor.
func collectionConversion(t *value.Type) *value.Conversion {
	return &value.Conversion{From: func(env value.Env, v value.Value) (value.Value, bool, error) {
		if !value.TypeOf(v).Is(value.IfaceList) {
			return v, false, nil
		}
		list, err := castItems(env, value.Elements(v), t.Args[0])
		if err != nil {
			return v, true, err
		}
		x, err := New(env, t, []value.Value{arrayOf(t.Args[0], list)})
		return x, true, err
	}}
}

// conversionOf is the conversion of a constructed generic type, nil if it converts by its members.
func conversionOf(t *value.Type) *value.Conversion {
	if isDelegate(t) {
		return delegateConversion(t)
	}
	if isSequence(t.Generic) {
		return sequenceConversion(t)
	}
	switch t.Generic {
	case typeList, typeCollection, typeObservableCollection:
		return listConversion(t)
	case typeHashSet, typeSortedSet, typeQueue, typeStack, typeLinkedList:
		return collectionConversion(t)
	}
	return nil
}

func castItems(env value.Env, list []value.Value, t *value.Type) ([]value.Value, error) {
	out := make([]value.Value, len(list))
	for i, x := range list {
		y, err := Cast(env, x, t)
		if err != nil {
			return nil, err
		}
		out[i] = y
	}
	return out, nil
}
