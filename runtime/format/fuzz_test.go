package format

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// anyValue draws values of all shapes, nested and possibly holding themselves.
func anyValue(depth int) *rapid.Generator[value.Value] {
	scalar := rapid.OneOf(
		rapid.Just(value.NullValue), rapid.Just(value.NothingValue), rapid.Map(rapid.Int32(), value.OfInt32), rapid.Map(rapid.Float64(), value.OfDouble),
		rapid.Map(rapid.Bool(), value.OfBool), rapid.Map(rapid.String(), value.OfString),
		rapid.Map(rapid.StringOf(rapid.RuneFrom([]rune("ab \t\r\n\x1b[0m;日😀"))), value.OfString),
		rapid.Just(value.OfDateTime(638397504000000000, 0)), rapid.Just(value.OfTimeSpan(99)))
	if depth == 0 {
		return scalar
	}
	inner := anyValue(depth - 1)
	return rapid.OneOf(scalar,
		rapid.Map(rapid.SliceOfN(inner, 0, 6), func(items []value.Value) value.Value { return value.OfArray(items...) }),
		rapid.Custom(func(t *rapid.T) value.Value {
			o := value.NewCustom()
			for _, n := range rapid.SliceOfN(rapid.StringMatching(`[A-Za-z日*\[]{1,12}`), 0, 6).Draw(t, "names") {
				o.Set(n, inner.Draw(t, "value"))
			}
			if rapid.Bool().Draw(t, "cyclic") {
				o.Set("Self", value.Of(o))
			}
			if rapid.Bool().Draw(t, "typed") {
				o.SetTypeNames([]string{rapid.SampledFrom([]string{"System.Version", "Deserialized.System.TimeSpan", "X"}).Draw(t, "type"), "System.Object"})
			}
			return value.Of(o)
		}),
		rapid.Custom(func(t *rapid.T) value.Value {
			d := value.NewOrdered()
			for range rapid.IntRange(0, 3).Draw(t, "pairs") {
				d.Set(rapid.Map(rapid.StringN(0, 3, -1), value.OfString).Draw(t, "key"), inner.Draw(t, "value"))
			}
			return value.Of(d)
		}))
}

func anyProperty(t *rapid.T) Property {
	return Property{
		Name: rapid.SampledFrom([]string{"A", "*", "Se*", "[a-c]*", "`*", "Name", "[", "?"}).Draw(t, "name"), Width: rapid.IntRange(0, 20).Draw(t, "width"),
		Align: Alignment(rapid.IntRange(0, 3).Draw(t, "align")), Label: rapid.SampledFrom([]string{"", "L", "a b\nc"}).Draw(t, "label"),
	}
}

// TestAnything lays out anything with any options: no panic, no endless recursion, nothing wider than the table.
func TestAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Settings{
			Width: rapid.IntRange(1, 90).Draw(t, "width"), LineWidth: rapid.SampledFrom([]int{0, Unlimited, 1, 5, 40}).Draw(t, "line"),
			Color: rapid.Bool().Draw(t, "color"), EnumerationLimit: LimitOf(value.OfInt(rapid.IntRange(-1, 5).Draw(t, "limit"))),
		}
		o := Options{Force: rapid.Bool().Draw(t, "force"), Expand: Expand(rapid.IntRange(0, 2).Draw(t, "expand"))}
		for range rapid.IntRange(0, 3).Draw(t, "properties") {
			o.Property = append(o.Property, anyProperty(t))
		}
		if rapid.Bool().Draw(t, "grouped") {
			p := anyProperty(t)
			o.GroupBy = &p
		}
		w := NewWriter(nil, s, func(string) error { return nil })
		var sink interface {
			Write(value.Value) error
			Close() error
		} = w
		switch rapid.IntRange(0, 4).Draw(t, "command") {
		case 0:
			sink, _ = ShapeTable(nil, s, TableOptions{Options: o, Wrap: rapid.Bool().Draw(t, "wrap"), AutoSize: rapid.Bool().Draw(t, "autosize")}, w.Write)
		case 1:
			sink, _ = ShapeList(nil, s, ListOptions{o}, w.Write)
		case 2:
			sink, _ = ShapeWide(nil, s, WideOptions{Options: o, Column: rapid.IntRange(0, 5).Draw(t, "column")}, w.Write)
		case 3:
			sink, _ = ShapeCustom(nil, s, CustomOptions{Options: o, Depth: rapid.IntRange(0, 4).Draw(t, "depth")}, w.Write)
		}
		started := time.Now()
		for _, v := range rapid.SliceOfN(anyValue(2), 0, 6).Draw(t, "values") {
			// Keys that cannot be compared are an error of the script's, not of the formatter's.
			_ = sink.Write(v)
		}
		_ = sink.Close()
		_ = w.Close()
		if d := time.Since(started); d > 5*time.Second {
			t.Fatalf("took %v", d)
		}
	})
}

// TestWindow draws lines and extents: the window has at most 69 columns beside its dots and underlines inside itself.
func TestWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching("[a-z\t日]{0,200}").Draw(t, "line")
		start := rapid.IntRange(0, len(line)).Draw(t, "start")
		end := rapid.IntRange(start, len(line)).Draw(t, "end")
		p := value.Extent{Source: script{"f.ps1", line}, Start: int32(start), End: int32(end)}.Position()
		w := p.Window()
		shown := len(text.ToUtf16(w.Before + w.Marked + w.After))
		if shown > 69+4 || w.Start > shown {
			t.Fatalf("%d columns, underlined from %d", shown, w.Start)
		}
	})
}

func FuzzWrap(f *testing.F) {
	f.Add("the quick brown fox", uint8(5))
	f.Add("a\x1b[31mb日本\n\r\nc", uint8(1))
	f.Fuzz(func(t *testing.T, s string, width uint8) {
		w := int(width) + 1
		for _, l := range wrap(s, w) {
			if w > 1 && textWidth(l) > max(w, 2) {
				t.Fatalf("%q is wider than %d", l, w)
			}
		}
		_ = cut(s, w, true)
		_ = cut(s, w, false)
		_ = stripEscapes(s)
		_ = wrapMessage("     | ", "     | ", strings.ReplaceAll(s, "\n", " "), 80)
	})
}
