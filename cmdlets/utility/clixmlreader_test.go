package utility

import "testing"

func TestDuration(t *testing.T) {
	for _, ticks := range []int64{0, 1, 600000000, -864000000000, 937840050607, 36000000000} {
		got, ok := parseDuration(isoDuration(ticks))
		if !ok || got != ticks {
			t.Errorf("%d became %s and %d", ticks, isoDuration(ticks), got)
		}
	}
	for _, s := range []string{"", "P", "PT", "P1X", "PTS", "P-1D"} {
		if _, ok := parseDuration(s); ok && s != "P" && s != "PT" {
			t.Errorf("%q was read", s)
		}
	}
}

func TestClixmlText(t *testing.T) {
	for s, want := range map[string]string{"a\nb": "a_x000A_b", "_x0041_": "_x005F_x0041_", "_x00": "_x00", "<&>\"": "&lt;&amp;&gt;\""} {
		if got := clixmlText(s, false); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"a\nb", "_x0041__x", "\x01_xD83D_", "é😀"} {
		if got := unescaped(clixmlText(s, false)); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}

func FuzzUnescaped(f *testing.F) {
	f.Add("_x0041_x_x00")
	f.Fuzz(func(_ *testing.T, s string) {
		unescaped(s)
		parseDuration(s)
	})
}
