package format

import (
	"testing"

	"rehearse/runtime/value"
)

func TestReadViews(t *testing.T) {
	noBlocks := func(string) (value.Value, error) { return value.NullValue, nil }
	read := func(file string) Settings {
		t.Helper()
		views, err := ReadViews([]byte(section(t, "formatting/format-data", file)), noBlocks)
		if err != nil {
			t.Fatal(err)
		}
		s := Settings{Views: &Views{}}
		s.Views.Append(views...)
		return s
	}
	typed := func(name string, pairs ...any) value.Value {
		v := obj(pairs...)
		o, _ := value.As[*value.PSObject](v)
		o.SetTypeNames([]string{name, "System.Object"})
		return v
	}
	s := read("group-by-view/my.format.ps1xml")
	same(t, render(t, s, typed("My.G", "Dept", "HR", "Name", "a"), typed("My.G", "Dept", "HR", "Name", "b"), typed("My.G", "Dept", "IT", "Name", "c")),
		section(t, "formatting/format-data", "group-by-view.out"))
	if _, err := ReadViews([]byte("<Configuration><ViewDefinitions><View>"), noBlocks); err == nil {
		t.Error("broken XML was accepted")
	}
}

func FuzzReadViews(f *testing.F) {
	f.Add([]byte("<Configuration><ViewDefinitions><View><Name>c</Name><CustomControl><CustomEntries><CustomEntry><CustomItem><Text>a</Text><Frame><LeftIndent>4</LeftIndent></Frame></CustomItem></CustomEntry></CustomEntries></CustomControl></View></ViewDefinitions></Configuration>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = ReadViews(data, func(string) (value.Value, error) { return value.NullValue, nil })
	})
}
