package format

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rehearse/runtime/value"
)

// section is the recorded text of a case: its standard output unless the name says otherwise.
func section(t *testing.T, archive, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/oracle/" + archive + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse(data).Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("%s has no section %s", archive, name)
	return ""
}

// obj is a [pscustomobject] of names and values.
func obj(pairs ...any) value.Value {
	o := value.NewCustom()
	for i := 0; i < len(pairs); i += 2 {
		o.Set(pairs[i].(string), val(pairs[i+1]))
	}
	return value.Of(o)
}

func val(x any) value.Value {
	switch x := x.(type) {
	case nil:
		return value.NullValue
	case value.Value:
		return x
	case string:
		return value.OfString(x)
	case int:
		return value.OfInt(x)
	case float64:
		return value.OfDouble(x)
	case bool:
		return value.OfBool(x)
	case []value.Value:
		return value.OfArray(x...)
	}
	panic("no value for this type")
}

// hash is a hashtable of names and values.
func hash(pairs ...any) value.Value {
	d := value.NewHashtable()
	for i := 0; i < len(pairs); i += 2 {
		d.SetString(pairs[i].(string), val(pairs[i+1]))
	}
	return value.Of(d)
}

// show is the text of values at the host.
func show(t *testing.T, values ...value.Value) string {
	t.Helper()
	return render(t, Settings{}, values...)
}

func render(t *testing.T, s Settings, values ...value.Value) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(nil, s, func(l string) error {
		b.WriteString(l + "\n")
		return nil
	})
	for _, v := range values {
		if err := w.Write(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// same compares with what was recorded.
func same(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", strings.ReplaceAll(got, " ", "·"), strings.ReplaceAll(want, " ", "·"))
	}
}

// ft is what Format-Table emits; fl, fw and fc are the others.
func ft(t *testing.T, o TableOptions, values ...value.Value) []value.Value {
	t.Helper()
	return run(t, func(emit func(value.Value) error) (*Shaper, error) { return ShapeTable(nil, Settings{}, o, emit) }, values)
}

func fl(t *testing.T, o ListOptions, values ...value.Value) []value.Value {
	t.Helper()
	return run(t, func(emit func(value.Value) error) (*Shaper, error) { return ShapeList(nil, Settings{}, o, emit) }, values)
}

func fw(t *testing.T, o WideOptions, values ...value.Value) []value.Value {
	t.Helper()
	return run(t, func(emit func(value.Value) error) (*Shaper, error) { return ShapeWide(nil, Settings{}, o, emit) }, values)
}

func fc(t *testing.T, o CustomOptions, values ...value.Value) []value.Value {
	t.Helper()
	return run(t, func(emit func(value.Value) error) (*Shaper, error) { return ShapeCustom(nil, Settings{}, o, emit) }, values)
}

func run(t *testing.T, make func(func(value.Value) error) (*Shaper, error), values []value.Value) []value.Value {
	t.Helper()
	var out []value.Value
	x, err := make(func(v value.Value) error {
		out = append(out, v)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range values {
		if err := x.Write(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

// names are -Property arguments.
func names(list ...string) []Property {
	props := make([]Property, len(list))
	for i, n := range list {
		props[i].Name = n
	}
	return props
}
