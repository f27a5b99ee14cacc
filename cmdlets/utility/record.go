package utility

import (
	"strings"

	"rehearse/runtime/value"
)

// record is an object of a .NET type that holds nothing but the values of its properties.
type record struct {
	value.Extended
	typ  *recordType
	vals []value.Value
}

// recordType is a .NET type of records. Its type's own text is the full name, unless text says otherwise.
type recordType struct {
	*value.Type
	text func(r *record) string
}

// TypeOf is the record's .NET type.
func (r *record) TypeOf() *value.Type { return r.typ.Type }

// ToText is what ToString() gives.
func (r *record) ToText() string {
	if r.typ.text != nil {
		return r.typ.text(r)
	}
	return r.typ.FullName
}

// recordProperty declares the property at the same place in vals.
type recordProperty struct {
	name string
	typ  *value.Type
}

// newRecordType makes a type whose properties are those of the record, in the order of vals.
func newRecordType(full string, base *value.Type, props ...recordProperty) *recordType {
	t := &recordType{Type: &value.Type{Name: full[strings.LastIndexByte(full, '.')+1:], FullName: full, Base: base}}
	m := &value.Members{}
	for i, p := range props {
		m.Properties = append(m.Properties, value.Property{Name: p.name, Type: p.typ, Get: func(_ value.Env, self value.Value) (value.Value, error) {
			r, ok := value.As[*record](self.Base())
			if !ok {
				return value.NullValue, nil
			}
			return r.vals[i], nil
		}})
	}
	t.Members = m
	return t
}

// of is a record with these values.
func (t *recordType) of(vals ...value.Value) value.Value {
	return value.Of(&record{typ: t, vals: vals})
}
