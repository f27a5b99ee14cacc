package format

import (
	"os"
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// TestMain gives dictionary entries the properties that the table of .NET types gives them in the engine.
func TestMain(m *testing.M) {
	entry := func(get func(*value.DictionaryEntry) value.Value) func(value.Env, value.Value) (value.Value, error) {
		return func(_ value.Env, v value.Value) (value.Value, error) { return get(pairOf(v)), nil }
	}
	key := entry(func(e *value.DictionaryEntry) value.Value { return e.Key })
	value.TypeDictionaryEntry.Members = &value.Members{Properties: []value.Property{
		{Name: "Key", Get: key}, {Name: "Value", Get: entry(func(e *value.DictionaryEntry) value.Value { return e.Value })}, {Name: "Name", Get: key},
	}}
	os.Exit(m.Run())
}

// TestPairs lays out every pair of shapes, line by line (archive blank-lines).
func TestPairs(t *testing.T) {
	xy := obj("X", 1, "Y", 2)
	kinds := map[string][]value.Value{
		"table":     {obj("A", 1, "B", 2)},
		"list":      {obj("A", 1, "B", 2, "C", 3, "D", 4, "E", 5)},
		"string":    {val("some text")},
		"number":    {val(42)},
		"hashtable": {hash("key", "value")},
		"ft":        ft(t, TableOptions{}, xy),
		"fl":        fl(t, ListOptions{}, xy),
		"fw":        fw(t, WideOptions{}, xy),
		"fc":        fc(t, CustomOptions{}, obj("X", 1)),
		"null":      {val(nil)},
		"empty":     {val("")},
	}
	tested := 0
	for _, first := range []string{"table", "list", "string", "hashtable", "fl", "fc", "empty"} {
		for name, want := range shown(section(t, "formatting/blank-lines", "pair-"+first+"-then.out")) {
			a, b, _ := strings.Cut(name, " ")
			if kinds[a] == nil || kinds[b] == nil {
				continue
			}
			tested++
			t.Run(name, func(t *testing.T) {
				same(t, barred(t, append(append([]value.Value{}, kinds[a]...), kinds[b]...)), want)
			})
		}
	}
	for name, want := range shown(section(t, "formatting/blank-lines", "each-kind-three-times.out")) {
		if k := kinds[name]; k != nil {
			tested++
			t.Run(name+" three times", func(t *testing.T) {
				same(t, barred(t, append(append(append([]value.Value{}, k...), k...), k...)), want)
			})
		}
	}
	if tested < 60 {
		t.Errorf("only %d pairs were found", tested)
	}
}

// shown are the parts of a recorded text by their headings "## name".
func shown(text string) map[string]string {
	parts := map[string]string{}
	for _, p := range strings.Split(text, "## ")[1:] {
		name, lines, _ := strings.Cut(p, "\n")
		parts[name] = lines
	}
	return parts
}

// barred is what Out-String -Stream gives, each line between bars.
func barred(t *testing.T, values []value.Value) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(nil, Settings{}.ForString(0), func(l string) error {
		b.WriteString("|" + l + "|\n")
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
