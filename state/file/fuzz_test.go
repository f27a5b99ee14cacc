package file

import (
	"testing"
	"time"
)

// FuzzDecode: no text may panic or hang, the parsers agree, and what is read can be
// written and read again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(small))
	d, _ := Builtin("")
	f.Add(Encode(d))
	for _, s := range []string{"", "a", "- ", "a: [", "&a [*a]", "a: |\n  b", "? x\n: y", "{{{{", "a: 'b", "\xff", "rehearse: 1\nusers: {}\n", "a:\n - b\n  - c", "a: b: c", "%YAML", "---\n---\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		start := time.Now()
		agree(t, text)
		got, err := Decode("x", text)
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("took %v", took)
		}
		if err != nil {
			_ = err.Error()
			return
		}
		again, err := Decode("x", Encode(got))
		if err != nil {
			t.Fatalf("written tenant does not read: %v\n%s", err, Encode(got))
		}
		sameContent(t, got, again)
	})
}
