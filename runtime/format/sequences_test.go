package format

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// strings at a width, each line between bars.
func barredAt(t *testing.T, width int, values []value.Value) string {
	t.Helper()
	s := Settings{}.ForString(width)
	text := strings.TrimSuffix(render(t, s, values...), "\n")
	return "|" + strings.ReplaceAll(text, "\n", "|\n|") + "|\n"
}

func TestViewsAfterTables(t *testing.T) {
	a := obj("A", 1)
	kv := hash("key", "value")
	for name, values := range map[string][]value.Value{
		"hashtable-after-format-list":     append(fl(t, ListOptions{}, a), kv),
		"hashtable-after-table-then-list": slices.Concat(ft(t, TableOptions{}, a), fl(t, ListOptions{}, a), []value.Value{kv}),
		"hashtable-explicit-format-table": append(ft(t, TableOptions{}, kv), kv),
		"hashtable-after-fixed-width-table": slices.Concat(ft(t, TableOptions{Options: Options{Property: []Property{{Name: "A", Width: 5}, {Name: "B"}}}}, obj("A", 1, "B", 2)),
			[]value.Value{kv}, ft(t, TableOptions{}, kv)),
	} {
		t.Run(name, func(t *testing.T) {
			same(t, show(t, values...), section(t, "formatting/view-after-table", name+".out"))
		})
	}
}

func TestWidths(t *testing.T) {
	var b strings.Builder
	abcd := obj("A", "a", "B", "b", "C", "c", "D", "d")
	free := []Property{{Name: "A", Width: 5}, {Name: "B"}, {Name: "C"}, {Name: "D"}}
	for _, w := range []int{9, 10, 12, 41} {
		fmt.Fprintf(&b, "w%d\n%s", w, barredAt(t, w, ft(t, TableOptions{Options: Options{Property: free}}, abcd)))
	}
	free[2].Width = 3
	b.WriteString("two fixed\n" + barredAt(t, 41, ft(t, TableOptions{Options: Options{Property: free}}, abcd)))
	same(t, b.String(), section(t, "formatting/display-rules", "free-width-shares.out"))

	b.Reset()
	o := obj("AAAA", "1234", "BBBB", "1234", "CCCC", "1234", "DDDD", "1234")
	for _, w := range []int{10, 14, 15, 16, 17, 18, 19, 20} {
		fmt.Fprintf(&b, "w%d\n%s", w, barredAt(t, w, ft(t, TableOptions{}, o)))
	}
	same(t, b.String(), section(t, "formatting/display-rules", "shrink-and-drop-steps.out"))

	b.Reset()
	for _, w := range []int{2, 4, 5, 6, 8} {
		fmt.Fprintf(&b, "width %d\n%s", w, barredAt(t, w, ft(t, TableOptions{}, obj("AB", "abc", "CD", "cde", "EF", "efg"))))
	}
	same(t, b.String(), section(t, "formatting/table-width", "out-string-width-narrow.out"))

	b.Reset()
	for _, w := range []int{3, 5, 8, 9, 10, 11} {
		fmt.Fprintf(&b, "width %d\n%s", w, barredAt(t, w, fl(t, ListOptions{}, obj("LongName", "value here"))))
	}
	same(t, b.String(), section(t, "formatting/format-list", "narrow-label.out"))

	b.Reset()
	var items []value.Value
	for i := 1; i <= 7; i++ {
		items = append(items, obj("N", fmt.Sprintf("v%d", i)))
	}
	for _, n := range []int{1, 3, 4, 7, 10} {
		fmt.Fprintf(&b, "columns %d\n%s", n, barredAt(t, 40, fw(t, WideOptions{Column: n}, items...)))
	}
	same(t, b.String(), section(t, "formatting/format-wide-custom", "wide-column-counts.out"))
}

func TestWrappedCells(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{"aaaa bbbb cccc dddd", "aaaaaaaa b", "aaaaaaa b", "a aaaaaaaaaaaa b", "aaa  bbb   ccc    ddd", "    leading sp", "hyphen-ated-words", "one\n\nthree"} {
		lines := render(t, Settings{}.ForString(0), ft(t, TableOptions{Wrap: true, Options: Options{Property: []Property{{Name: "V", Width: 8}, {Name: "W", Width: 2}}}}, obj("V", s, "W", "w"))...)
		for _, l := range strings.Split(lines, "\n")[3:] {
			if l != "" {
				b.WriteString("|" + l + "|\n")
			}
		}
		b.WriteString("--\n")
	}
	same(t, b.String(), section(t, "formatting/display-rules", "wrap-rules-in-a-table.out"))
}
