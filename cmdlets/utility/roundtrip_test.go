package utility_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rehearse/runtime/value"
)

// text draws strings of any characters but lone surrogates.
func text() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune(" \t\r\n\"',;#|a1é😀\x00_xX0"))))
}

// names draws property names that differ in more than case.
func names(t *rapid.T, least, most int) []string {
	list := make([]string, rapid.IntRange(least, most).Draw(t, "columns"))
	for i := range list {
		list[i] = rapid.StringMatching(`[A-Za-z][A-Za-z .,"']{0,6}`).Draw(t, "name") + fmt.Sprint(i)
	}
	return list
}

// tree draws nested values that all formats can hold.
func tree(t *rapid.T, depth int) value.Value {
	kinds := 6
	if depth > 0 {
		kinds = 8
	}
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		return value.NullValue
	case 1:
		return value.OfBool(rapid.Bool().Draw(t, "bool"))
	case 2, 3:
		return value.OfString(text().Draw(t, "text"))
	case 4:
		return value.OfInt64(rapid.Int64().Draw(t, "integer"))
	case 5:
		return value.OfDouble(rapid.Float64().Draw(t, "number"))
	case 6:
		items := make([]value.Value, rapid.IntRange(0, 3).Draw(t, "items"))
		for i := range items {
			items[i] = tree(t, depth-1)
		}
		return value.OfArray(items...)
	}
	return object(t, depth-1)
}

func object(t *rapid.T, depth int) value.Value {
	o := value.NewCustom()
	for _, n := range names(t, 1, 3) {
		o.Set(n, tree(t, depth))
	}
	return value.Of(o)
}

// shown is a value as a text that tells types and structure; lists of all types look alike.
func shown(v value.Value) string {
	v = v.Base()
	switch o := v.Object().(type) {
	case *value.PSObject:
		var b strings.Builder
		for i, n := range o.Shape().Names() {
			fmt.Fprintf(&b, "%q=%s;", n, shown(o.At(i)))
		}
		return "{" + b.String() + "}"
	case value.List:
		var b strings.Builder
		for i := range o.Len() {
			b.WriteString(shown(o.At(i)) + ",")
		}
		return "[" + b.String() + "]"
	}
	if v.IsNull() {
		return "null"
	}
	return fmt.Sprintf("%s:%q", value.TypeOf(v).Name, value.ToString(v))
}

func same(t *rapid.T, want, got []value.Value) {
	if len(want) != len(got) {
		t.Fatalf("%d objects became %d", len(want), len(got))
	}
	for i := range want {
		if a, b := shown(want[i]), shown(got[i]); a != b {
			t.Fatalf("%s came back as %s", a, b)
		}
	}
}

func TestCsvRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := names(t, 2, 4) // a lone empty field is no row
		rows := make([]value.Value, rapid.IntRange(1, 3).Draw(t, "rows"))
		for i := range rows {
			o := value.NewCustom()
			for _, n := range columns {
				o.Set(n, value.OfString(text().Draw(t, "field")))
			}
			rows[i] = value.Of(o)
		}
		delimiter := rapid.SampledFrom([]string{",", ";", "|", "é"}).Draw(t, "delimiter")
		same(t, rows, through(t, "ConvertTo-Csv -Delimiter '"+delimiter+"' | ConvertFrom-Csv -Delimiter '"+delimiter+"'", rows...))
	})
}

func TestJSONRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := object(t, 3)
		compress := rapid.SampledFrom([]string{"", " -Compress", " -EscapeHandling EscapeNonAscii", " -EscapeHandling EscapeHtml"}).Draw(t, "layout")
		same(t, []value.Value{v}, through(t, "ConvertTo-Json -Depth 20"+compress+" | ConvertFrom-Json -DateKind String", v))
	})
}

func TestClixmlRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := []value.Value{object(t, 3), tree(t, 2)}
		same(t, v, through(t, "ConvertTo-CliXml -Depth 20 | ConvertFrom-CliXml", v...))
	})
}
