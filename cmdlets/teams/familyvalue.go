package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
)

// maxNesting bounds how deep the objects inside a property may go; what lies deeper is kept as text.
const maxNesting = 8

// plain is a value as the tenant keeps it: nil, a text, a boolean, an int, a list of texts, or properties.
func plain(env value.Env, v value.Value, depth int) any {
	if v.IsNull() {
		return nil
	}
	switch b := v.Base(); b.Kind() {
	case value.Bool:
		return value.Truth(b)
	case value.String:
		return value.ToString(b)
	case value.Int32, value.Int16, value.Byte, value.SByte, value.UInt16, value.UInt32, value.Int64:
		return int(b.Int())
	}
	if depth >= maxNesting {
		return value.ToString(v)
	}
	if runtime.IsList(v) {
		return plainList(env, runtime.ListOf(v), depth)
	}
	if d, ok := value.As[*value.Dictionary](v.Base()); ok {
		var fields state.Fields
		for k, x := range d.All {
			fields = append(fields, state.Field{Name: value.ToString(k), Value: plain(env, x, depth+1)})
		}
		return fields
	}
	if o, ok := value.As[*value.PSObject](v); ok && o.IsCustom() {
		return plainObject(env, v, depth)
	}
	return value.ToString(v)
}

func plainObject(env value.Env, v value.Value, depth int) state.Fields {
	var fields state.Fields
	for p := range properties(env, v) {
		x, err := p.Get(env)
		if err != nil {
			continue // a property that cannot be read is not sent to the service either
		}
		fields = append(fields, state.Field{Name: p.Name, Value: plain(env, x, depth+1)})
	}
	return fields
}

func properties(env value.Env, v value.Value) func(yield func(value.PropertyRef) bool) {
	return func(yield func(value.PropertyRef) bool) { value.EachProperty(env, v, yield) }
}

// plainList is a list of objects if its first element is one, else a list of texts.
func plainList(env value.Env, items []value.Value, depth int) any {
	texts := make([]string, 0, len(items))
	var objects []state.Fields
	for _, x := range items {
		switch p := plain(env, x, depth+1).(type) {
		case state.Fields:
			objects = append(objects, p)
		case nil:
		default:
			texts = append(texts, value.ToString(x))
		}
	}
	if len(objects) > 0 {
		return objects
	}
	return texts
}

// shown is a kept value as a script sees it; typeName is given to the objects inside.
func shown(v any, typeName string) value.Value {
	switch v := v.(type) {
	case string:
		return value.OfString(v)
	case bool:
		return value.OfBool(v)
	case int:
		return number(v)
	case []string:
		return value.OfStrings(v)
	case state.Fields:
		return shownObject(v, typeName)
	case []state.Fields:
		items := make([]value.Value, len(v))
		for i, f := range v {
			items[i] = shownObject(f, typeName)
		}
		return value.OfArray(items...)
	}
	return value.NullValue
}

func shownObject(f state.Fields, typeName string) value.Value {
	b := online.New(typeName)
	for _, field := range f {
		b.Put(field.Name, shown(field.Value, typeName+"."+field.Name))
	}
	return b.Texter(brief(f)).Value()
}

// brief is how an object inside a list reads: its properties in one line.
func brief(f state.Fields) string {
	parts := make([]string, 0, len(f))
	for _, field := range f {
		parts = append(parts, field.Name+"="+value.ToString(shown(field.Value, "")))
	}
	return strings.Join(parts, ";")
}

// unset is what a property shows that nobody has set: its documented default, else what the kind has for nothing [S].
func (p *familyProperty) unset() value.Value {
	switch d := p.Default.(type) {
	case string:
		return value.OfString(d)
	case bool:
		return value.OfBool(d)
	case float64:
		return number(int(d))
	}
	switch {
	case p.Array:
		return value.OfArray()
	case p.Kind == "bool":
		return value.False
	}
	return value.NullValue
}

// number is an Int32, or an Int64 where it does not fit.
func number(n int) value.Value {
	if n == int(int32(n)) {
		return value.OfInt(n)
	}
	return value.OfInt64(int64(n))
}
