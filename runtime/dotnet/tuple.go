package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// Tuple is a Tuple or ValueTuple of one to seven items.
type Tuple struct {
	Type  *value.Type
	Items []value.Value
}

// TypeOf is the tuple's type.
func (t *Tuple) TypeOf() *value.Type { return t.Type }

// KeyHash hashes the items.
func (t *Tuple) KeyHash() uint32 {
	h := uint32(17)
	for _, x := range t.Items {
		h = h*31 + uint32(hashCode(x))
	}
	return h
}

// KeyEqual compares the items.
func (t *Tuple) KeyEqual(other value.Value) bool {
	o, ok := value.As[*Tuple](other)
	if !ok || o.Type != t.Type {
		return false
	}
	for i, x := range t.Items {
		if !equalNet(x, o.Items[i]) {
			return false
		}
	}
	return true
}

// CompareTo orders two values of the type.
func (t *Tuple) CompareTo(_ value.Env, other value.Value) (int, error) {
	o, _ := value.As[*Tuple](other)
	for i, x := range t.Items {
		if c, err := compareNet(x, o.Items[i]); c != 0 || err != nil {
			return c, err
		}
	}
	return 0, nil
}

const maxTupleItems = 7

var (
	typeTuple      = class("System.Tuple", value.TypeObject, value.Static|value.Abstract|value.Sealed)
	typeValueTuple = class("System.ValueTuple", value.TypeValueType, value.ValueType)

	typeTuples      = tupleTypes("System.Tuple", value.TypeObject, value.OpenGeneric)
	typeValueTuples = tupleTypes("System.ValueTuple", value.TypeValueType, value.ValueType|value.OpenGeneric)
	typeValueTuple2 = typeValueTuples[1]
)

func tupleTypes(name string, base *value.Type, flags value.TypeFlags) [maxTupleItems]*value.Type {
	var out [maxTupleItems]*value.Type
	for i := range out {
		out[i] = class(name+"`"+itoa(i+1), base, flags, value.IfaceComparable)
	}
	return out
}

var tupleParams = [maxTupleItems]string{"T1", "T1 T2", "T1 T2 T3", "T1 T2 T3 T4", "T1 T2 T3 T4 T5", "T1 T2 T3 T4 T5 T6", "T1 T2 T3 T4 T5 T6 T7"}

// newTuple is a tuple whose type comes from its items.
func newTuple(open *value.Type, list ...value.Value) value.Value {
	types := make([]*value.Type, len(list))
	for i, x := range list {
		types[i] = value.TypeOf(x)
		if types[i] == nil {
			types[i] = value.TypeObject
		}
	}
	return value.Of(&Tuple{Type: Construct(open, types...), Items: list})
}

func tupleOf(v value.Value) *Tuple {
	t, _ := value.As[*Tuple](v)
	return t
}

func tupleItem(i int) func(value.Value) value.Value {
	return func(s value.Value) value.Value { return tupleOf(s).Items[i] }
}

// tupleTable is that of tuples with n items; those of value tuples can be changed.
func tupleTable(n int, mutable bool) *table {
	t := &table{methods: []method{
		{sig: "string ToString()", call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
			parts := make([]string, n)
			for i, x := range tupleOf(s).Items {
				text, err := netString(env, x)
				if err != nil {
					return s, err
				}
				parts[i] = text
			}
			return value.OfString("(" + strings.Join(parts, ", ") + ")"), nil
		}},
		{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
		{sig: "int CompareTo(System.Object obj)", call: compareTo},
	}}
	sig := "("
	for i := range n {
		if i > 0 {
			sig += ", "
		}
		sig += "T" + itoa(i+1) + " item" + itoa(i+1)
		p := prop{sig: "T" + itoa(i+1) + " Item" + itoa(i+1), get: tupleItem(i)}
		if mutable {
			p.set = func(_ value.Env, s, v value.Value) error { tupleOf(s).Items[i] = v; return nil }
		}
		t.props = append(t.props, p)
	}
	length := prop{sig: "int Length", get: func(value.Value) value.Value { return value.OfInt(n) }}
	if mutable {
		t.props = append([]prop{length}, t.props...) // a property of the structure, before its fields
	} else {
		t.props = append(t.props, length)
	}
	t.ctors = []ctor{{sig + ")", func(_ value.Env, typ value.Value, a []value.Value) (value.Value, error) {
		return value.Of(&Tuple{Type: typeValue(typ), Items: append([]value.Value(nil), a...)}), nil
	}}}
	return t
}

func createTuple(open *[maxTupleItems]*value.Type) func(value.Env, value.Value, []value.Value, []*value.Type) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		return value.Of(&Tuple{Type: Construct(open[len(a)-1], types...), Items: append([]value.Value(nil), a...)}), nil
	}
}

var (
	createReferenceTuple = createTuple(&typeTuples)
	createValueTuple     = createTuple(&typeValueTuples)
)

var tupleStaticTable = table{methods: []method{
	{sig: "static System.Tuple[T1] Create[T1](T1 item1)", generic: createReferenceTuple},
	{sig: "static System.Tuple[T1,T2] Create[T1,T2](T1 item1, T2 item2)", generic: createReferenceTuple},
	{sig: "static System.Tuple[T1,T2,T3] Create[T1,T2,T3](T1 item1, T2 item2, T3 item3)", generic: createReferenceTuple},
	{sig: "static System.Tuple[T1,T2,T3,T4] Create[T1,T2,T3,T4](T1 item1, T2 item2, T3 item3, T4 item4)", generic: createReferenceTuple},
	{sig: "static System.Tuple[T1,T2,T3,T4,T5] Create[T1,T2,T3,T4,T5](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)", generic: createReferenceTuple},
}}

var valueTupleStaticTable = table{methods: []method{
	{sig: "static System.ValueTuple[T1] Create[T1](T1 item1)", generic: createValueTuple},
	{sig: "static System.ValueTuple[T1,T2] Create[T1,T2](T1 item1, T2 item2)", generic: createValueTuple},
	{sig: "static System.ValueTuple[T1,T2,T3] Create[T1,T2,T3](T1 item1, T2 item2, T3 item3)", generic: createValueTuple},
	{sig: "static System.ValueTuple[T1,T2,T3,T4] Create[T1,T2,T3,T4](T1 item1, T2 item2, T3 item3, T4 item4)", generic: createValueTuple},
}}

// ToText is the items between parentheses.
func (t *Tuple) ToText() string {
	parts := make([]string, len(t.Items))
	for i, x := range t.Items {
		parts[i] = value.ToString(x)
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
