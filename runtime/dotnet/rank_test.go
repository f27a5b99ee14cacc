package dotnet

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// TestRank pins which of several one-parameter overloads an argument chooses, as probe types showed.
func TestRank(t *testing.T) {
	Install()
	list := value.Of(value.NewArray([]value.Value{value.OfInt(1)}))
	for _, row := range []struct {
		arg    value.Value
		params string
		want   string // "" for ambiguous
	}{
		{value.OfInt(1), "int long double", "int"},
		{value.OfInt(1), "long decimal double", "long"},
		{value.OfInt(1), "float double decimal", "decimal"},
		{value.OfInt(1), "uint long", "long"},
		{value.OfInt(1), "char string", "char"},
		{value.OfInt(1), "object object[]", "object"},
		{value.OfInt(1), "string bool", "string"},
		{value.OfInt(1), "datetime timespan", ""},
		{value.OfInt64(1), "int double string", "double"},
		{value.OfDouble(1), "bool int", "int"},
		{value.OfString("1"), "double decimal float long", "double"},
		{value.OfString("1"), "int System.DayOfWeek", "int"},
		{value.OfString("1"), "int char", "int"},
		{value.OfString("1"), "bool System.DayOfWeek", "bool"},
		{value.OfString("1"), "datetime timespan", ""},
		{value.NullValue, "int double string", "double"},
		{value.NullValue, "object string", "object"},
		{value.NullValue, "object[] object", "object[]"},
		{value.NullValue, "bool int", "bool"},
		{value.True, "bool string", "bool"},
		{value.True, "int double", ""},
		{list, "object[] object", "object[]"},
		{list, "bool int", "bool"},
	} {
		var choices []choice
		names := strings.Fields(row.params)
		for _, n := range names {
			s := parseSignature("void F("+n+" x)", nil)
			choices = append(choices, choice{overload: &value.Overload{Params: s.params}})
		}
		best, found, ambiguous := choose(choices, []value.Value{row.arg})
		got := ""
		for i := range choices {
			if found && !ambiguous && choices[i].overload == best.overload {
				got = names[i]
			}
		}
		if got != row.want {
			t.Errorf("%s for %s: %q, want %q", value.ToString(row.arg), row.params, got, row.want)
		}
	}
}

// FuzzResolve looks for names that make the reader of type names loop or fail.
func FuzzResolve(f *testing.F) {
	Install()
	for _, s := range []string{"int", "string[]", "int[,]", "List[string]", "Dictionary[string,int[]]", "Nullable[[System.Int32, mscorlib]]", "a[", "List[List[List[int]]]", "[]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if typ, ok := Resolve(s, []string{"System.Collections.Generic"}); ok && typ == nil {
			t.Errorf("%q: found, but no type", s)
		}
	})
}
