package state

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"
)

// Field is one named value of a record as plain data. Value is nil, string,
// bool, int, float64, time.Time, []string, Fields or []Fields.
type Field struct {
	Name  string
	Value any
}

// Fields is an ordered mapping: the plain form of a record in a journal.
type Fields []Field

// Get returns the value of the field of that exact name, or nil.
func (f Fields) Get(name string) any {
	for i := range f {
		if f[i].Name == name {
			return f[i].Value
		}
	}
	return nil
}

// With gives the fields with a value under a name, replaced in its place or added at the end. The receiver is left as it is.
func (f Fields) With(name string, value any) Fields {
	out := slices.Clone(f)
	for i := range out {
		if out[i].Name == name {
			out[i].Value = value
			return out
		}
	}
	return append(out, Field{name, value})
}

// MarshalJSON writes the fields as one JSON object with sorted names, which
// keeps the differences between two plans small. <, > and & stay as they are.
func (f Fields) MarshalJSON() ([]byte, error) {
	if f == nil {
		return []byte("null"), nil
	}
	object := make(map[string]any, len(f))
	for _, field := range f {
		object[field.Name] = field.Value
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(object)
	return b.Bytes(), err
}

// set appends a field unless its value is empty: journals show what a record
// holds, not what it could hold.
func (f *Fields) set(name string, value any) {
	switch v := value.(type) {
	case nil:
		return
	case string:
		if v == "" {
			return
		}
	case bool:
		if !v {
			return
		}
	case int:
		if v == 0 {
			return
		}
	case float64:
		if v == 0 {
			return
		}
	case time.Time:
		if v.IsZero() {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case []Fields:
		if len(v) == 0 {
			return
		}
	case Fields:
		if len(v) == 0 {
			return
		}
	}
	*f = append(*f, Field{name, value})
}
