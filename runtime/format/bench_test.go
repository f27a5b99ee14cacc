package format

import (
	"testing"

	"rehearse/runtime/value"
)

// rows are objects as a report has them.
func rows(n int) []value.Value {
	shape := value.ShapeOf("DisplayName", "UserPrincipalName", "Number", "Enabled")
	out := make([]value.Value, n)
	for i := range out {
		out[i] = value.Of(value.NewPSObject(shape, []value.Value{value.OfString("Ada Lovelace"), value.OfString("ada.lovelace@contoso.com"),
			value.OfInt(i), value.True}))
	}
	return out
}

func discard(string) error { return nil }

func BenchmarkTable100000(b *testing.B) {
	values := rows(100000)
	b.ReportAllocs()
	for b.Loop() {
		w := NewWriter(nil, Settings{}, discard)
		for _, v := range values {
			if err := w.Write(v); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkList100000(b *testing.B) {
	values := rows(100000)
	b.ReportAllocs()
	for b.Loop() {
		w := NewWriter(nil, Settings{}, discard)
		x, err := ShapeList(nil, Settings{}, ListOptions{}, w.Write)
		if err != nil {
			b.Fatal(err)
		}
		for _, v := range values {
			if err := x.Write(v); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkStrings100000(b *testing.B) {
	v := value.OfString("a line of text")
	b.ReportAllocs()
	for b.Loop() {
		w := NewWriter(nil, Settings{}, discard)
		for range 100000 {
			if err := w.Write(v); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkConciseError(b *testing.B) {
	src := script{"/case/case.ps1", "Get-Item ./nope\n"}
	r := failure{at: "Get-Item ./nope", command: "Get-Item", message: "Cannot find path '/case/nope' because it does not exist, says a message that wraps."}.record(src)
	b.ReportAllocs()
	for b.Loop() {
		ErrorText(nil, r, Settings{})
	}
}
