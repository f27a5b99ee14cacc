package format

import (
	"slices"
	"strings"
	"testing"

	"rehearse/runtime/value"
)

func str(n int, s string) string { return strings.Repeat(s, n) }

func TestImplicitShape(t *testing.T) {
	list := obj("A", 1, "B", 2, "C", 3, "D", 4, "E", 5)
	for name, values := range map[string][]value.Value{
		"one-property-table":                   {obj("Name", "ada")},
		"first-object-decides-table-then-five": {obj("A", 1, "B", 2), obj("A", 3, "B", 4, "C", 5, "D", 6, "E", 7)},
		"first-object-decides-list-then-two":   {list, obj("A", 6, "B", 7), obj("X", 8)},
		"later-object-extra-properties-hidden": {obj("Name", "a"), obj("Name", "b", "Extra", "not shown")},
		"string-between-table-rows":            {obj("Name", "a", "Size", 1), val("a string"), obj("Name", "b", "Size", 2)},
		"empty-string-between-table-rows":      {obj("Name", "a", "Size", 1), val(""), obj("Name", "b", "Size", 2)},
		"string-before-table":                  {val("before"), obj("Name", "a", "Size", 1)},
		"string-after-list":                    {list, val("after"), val("again"), list},
		"two-statements-one-table":             {obj("N", 1), obj("N", 100000)},
		"empty-custom-object-first":            {obj(), obj("A", 2)},
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/implicit-shape", name+".out"))
		})
	}
}

func TestTableWidths(t *testing.T) {
	for name, values := range map[string][]value.Value{
		"width-from-widest-value": {obj("Name", "a", "Value", "short"), obj("Name", "a much longer name", "Value", "x"),
			obj("Name", "b", "Value", "the last one is the widest")},
		"header-wider-than-values":         {obj("AVeryLongPropertyName", 1, "B", "b"), obj("AVeryLongPropertyName", "text", "B", "bb")},
		"alignment-of-missing-first-value": {obj("A", nil, "B", ""), obj("A", 12345, "B", 67), obj("A", 1, "B", 8)},
		"alignment-by-first-value-type": {obj("Int", 1, "Str", "s", "Bool", true, "Nul", nil), obj("Int", "text", "Str", 22, "Bool", "yes", "Nul", 5),
			obj("Int", 100000, "Str", "longer", "Bool", false, "Nul", "null")},
		"two-columns-over-eighty-last-cut": {obj("Name", str(30, "x"), "Value", str(80, "y"))},
		"seventy-nine-and-eighty":          {obj("V", str(79, "y"))},
		"one-column-eighty":                {obj("V", str(80, "y"))},
		"last-column-dropped":              {obj("A", str(40, "a"), "B", str(40, "b"), "C", "c")},
		"last-column-cut-to-two-cells":     {obj("A", str(40, "a"), "B", str(36, "b"), "C", "cccc")},
		"several-columns-dropped":          {obj("A", str(90, "a"), "B", str(10, "b"), "C", str(10, "c"), "D", "d")},
		"middle-column-wide":               {obj("Id", 1, "Text", str(10, "lorem ipsum "), "Last", "end"), obj("Id", 2, "Text", "x", "Last", "end")},
		"truncated-header-left":            {obj("A", str(70, "a"), "AVeryLongHeaderName", "text")},
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/table-width", name+".out"))
		})
	}
	width := func(w int) []Property {
		return []Property{{Name: "A", Width: w}, {Name: "B"}}
	}
	for name, values := range map[string][]value.Value{
		"fixed-widths-all-over-eighty": ft(t, TableOptions{Options: Options{Property: []Property{{Name: "A", Width: 40}, {Name: "B", Width: 60}, {Name: "C", Width: 5}}}},
			obj("A", str(50, "a"), "B", str(50, "b"), "C", "c")),
		"fixed-first-width-with-wide-rest": ft(t, TableOptions{Options: Options{Property: append(width(4), Property{Name: "C"})}},
			obj("A", "a", "B", str(100, "b"), "C", "ccc")),
		"width-one-and-two": ft(t, TableOptions{Options: Options{Property: []Property{{Name: "A", Width: 1}, {Name: "B", Width: 1}, {Name: "C", Width: 2}, {Name: "D", Width: 2}}}},
			obj("A", "abc", "B", 123, "C", "xyz", "D", 456)),
		"autosize-with-fixed-width": ft(t, TableOptions{AutoSize: true, Options: Options{Property: width(4)}}, obj("A", "abcdefghij", "B", "bbb")),
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/table-width", name+".out"))
		})
	}
}

func TestFormatTable(t *testing.T) {
	for name, values := range map[string][]value.Value{
		"only-missing-properties": append(ft(t, TableOptions{Options: Options{Property: names("Nope")}}, obj("A", 1)), val("after")),
		"wildcard-without-match":  append(ft(t, TableOptions{Options: Options{Property: names("Z*")}}, obj("A", 1)), val("after")),
		"wrap-long-word":          ft(t, TableOptions{Wrap: true}, obj("Id", 1, "Text", str(100, "x")+" tail")),
		"wrap-newlines": ft(t, TableOptions{Wrap: true}, obj("Id", 1, "Text", "first line\nsecond line\nthird", "End", "e"),
			obj("Id", 2, "Text", "one", "End", "f")),
		"wrap-autosize":                    ft(t, TableOptions{Wrap: true, AutoSize: true}, obj("Id", 1, "Text", str(3, "the quick brown fox jumps over the lazy dog "))),
		"hide-table-headers":               append(append([]value.Value{val("before")}, ft(t, TableOptions{HideTableHeaders: true}, obj("A", 1, "B", "x"), obj("A", 2, "B", "y"))...), val("after")),
		"property-name-shown-in-real-case": ft(t, TableOptions{Options: Options{Property: names("userprincipalname")}}, obj("UserPrincipalName", "ada@x.com")),
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/format-table", name+".out"))
		})
	}
}

func TestFormatList(t *testing.T) {
	o := obj("UserName", "u", "UserId", 7, "Mail", "m@x.com", "City", "Oslo")
	wild := slices.Concat(fl(t, ListOptions{Options{Property: names("User*")}}, o), fl(t, ListOptions{Options{Property: names("*i*", "Mail")}}, o),
		fl(t, ListOptions{Options{Property: names("[uc]*")}}, o), fl(t, ListOptions{Options{Property: names("Z*")}}, o), []value.Value{val("after")})
	for name, values := range map[string][]value.Value{
		"two-properties":                append(fl(t, ListOptions{}, obj("Name", "ada", "UserPrincipalName", "ada@contoso.com")), val("after")),
		"wildcards":                     wild,
		"different-objects-in-one-list": fl(t, ListOptions{}, obj("A", 1, "B", 2), obj("C", 3), obj("A", 4, "B", 5, "C", 6)),
		"missing-in-some-objects":       fl(t, ListOptions{Options{Property: names("A", "B")}}, obj("A", 1, "B", "x"), obj("A", 2), obj("C", 2)),
		"long-word-breaks": append(fl(t, ListOptions{}, obj("Name", "n", "Token", str(150, "x"))),
			fl(t, ListOptions{}, obj("N", "short "+str(100, "y")+" end"))...),
		"multiline-and-long": fl(t, ListOptions{}, obj("Text", "short\n"+str(8, "long words here ")+"\nend")),
		"group-by-property": append(fl(t, ListOptions{Options{Property: names("Name"), GroupBy: &Property{Name: "Dept"}}}, obj("Dept", "IT", "Name", "a"),
			obj("Dept", "IT", "Name", "b"), obj("Dept", "HR", "Name", "c")), val("after")),
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/format-list", name+".out"))
		})
	}
}

func TestGrouping(t *testing.T) {
	kn := func(k any, n int) value.Value { return obj("K", k, "N", n) }
	by := func(name string) Options { return Options{Property: names("N"), GroupBy: &Property{Name: name}} }
	for name, values := range map[string][]value.Value{
		"table-group-by-unsorted": ft(t, TableOptions{Options: by("K")}, kn("a", 1), kn("b", 2), kn("a", 3)),
		"group-by-hide-headers":   ft(t, TableOptions{Options: by("K"), HideTableHeaders: true}, kn("a", 1), kn("b", 2)),
		"group-by-missing-property": append(ft(t, TableOptions{Options: Options{GroupBy: &Property{Name: "Nope"}}}, obj("N", 1), obj("N", 2)),
			fl(t, ListOptions{by("K")}, obj("N", 1), obj("N", 2, "K", "k"))...),
		"wide-group-by": fw(t, WideOptions{Options: by("K"), Column: 4}, kn("a", 1), kn("a", 2), kn("b", 3)),
		"group-by-long-value": append(ft(t, TableOptions{Options: by("K")}, kn(str(8, "long words here "), 1)),
			fl(t, ListOptions{by("K")}, kn(str(100, "x"), 1))...),
	} {
		t.Run(name, func(t *testing.T) {
			archive := "formatting/grouping"
			if name == "wide-group-by" {
				archive = "formatting/format-wide-custom"
			}
			same(t, show(t, values...), section(t, archive, name+".out"))
		})
	}
}

func TestWideAndCustom(t *testing.T) {
	items := func(n int, f func(i int) value.Value) (out []value.Value) {
		for i := 1; i <= n; i++ {
			out = append(out, f(i))
		}
		return out
	}
	for name, values := range map[string][]value.Value{
		"wide-host-width": append(fw(t, WideOptions{}, items(3, func(i int) value.Value { return obj("Name", "item"+str(1, string(rune('0'+i)))) })...), val("after")),
		"wide-width-after-other-output": slices.Concat([]value.Value{obj("A", 1)},
			fw(t, WideOptions{Options: Options{Property: names("N")}}, obj("N", "n1"), obj("N", "n2")), []value.Value{val("text")}),
		"custom-simple": append(fc(t, CustomOptions{}, obj("Name", "ada", "Age", 36, "On", true)), val("after")),
		"custom-nested": fc(t, CustomOptions{}, obj("Name", "outer", "Inner", obj("A", 1, "Deep", obj("B", 2)))),
		"custom-arrays": fc(t, CustomOptions{}, obj("List", []value.Value{val(1), val(2), val(3)}, "Objs", []value.Value{obj("X", 1), obj("X", 2)},
			"None", []value.Value{}, "Null", nil)),
		"custom-several":          append(fc(t, CustomOptions{}, obj("A", 1), obj("B", 2)), val("after")),
		"custom-multiline-string": fc(t, CustomOptions{}, obj("T", "one\ntwo", "L", str(30, "word "))),
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/format-wide-custom", name+".out"))
		})
	}
}

func TestUnicodeWidth(t *testing.T) {
	for name, values := range map[string][]value.Value{
		"cjk-in-tables":    {obj("Name", "日本語", "City", "東京", "N", 1), obj("Name", "plain", "City", "Oslo", "N", 22)},
		"emoji":            {obj("A", "😀", "B", "x"), obj("A", "ab", "B", "y"), obj("A", "a😀b👍", "B", "z")},
		"surrogate-halves": {obj("A", "𠮷野家", "B", "x"), obj("A", "abcdef", "B", "y")},
		"cjk-mixed-list": fl(t, ListOptions{}, obj("Name", "山田太郎", "Description",
			"日本語 and English words mixed together in one long value 日本語 to wrap 日本語日本語日本語")),
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/unicode-width", name+".out"))
		})
	}
}

func TestColour(t *testing.T) {
	color := Settings{Color: true}
	same(t, render(t, color, obj("Name", "ada", "Id", 7), val("text")), section(t, "formatting/psstyle-ansi", "table-ansi.out"))
	same(t, render(t, color, fl(t, ListOptions{}, obj("Name", "ada", "LongLabel", 7, "Empty", "", "Text", str(7, "words that go on ")))...),
		section(t, "formatting/psstyle-ansi", "list-ansi.out"))
	green := "\x1b[32m" + str(20, "g") + "\x1b[0m"
	p := []Property{{Name: "C", Width: 8}, {Name: "N"}}
	q := []Property{{Name: "C", Width: 8, Align: AlignRight}, {Name: "N"}}
	same(t, render(t, color, append(ft(t, TableOptions{Options: Options{Property: p}}, obj("C", green, "N", "n")),
		ft(t, TableOptions{Options: Options{Property: q}}, obj("C", green, "N", "n"))...)...),
		section(t, "formatting/psstyle-ansi", "coloured-cell-cut-ansi.out"))
}

func TestFormatObjectsAsData(t *testing.T) {
	table := ft(t, TableOptions{}, obj("A", 1))
	list := fl(t, ListOptions{}, obj("B", 2))
	same(t, show(t, slices.Concat(table, []value.Value{val("text")}, list)...), section(t, "formatting/format-mistakes", "mixed-objects-in-stored-stream.out"))
	w := NewWriter(nil, Settings{}, func(string) error { return nil })
	err := w.Write(table[2])
	r, ok := err.(*value.ErrorRecord)
	if !ok || r.Exception.ID != "ConsoleLineOutputOutOfSequencePacket" {
		t.Errorf("an entry alone gave %v", err)
	}
}
