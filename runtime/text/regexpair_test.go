package text

import "testing"

func TestMatchesAroundPairs(t *testing.T) {
	face, err := CompileRegex("😀", 0)
	if err != nil {
		t.Fatal(err)
	}
	if m, err := face.MatchFrom("😀x😀", 1); err != nil || m == nil || m.Index != 3 {
		t.Errorf("from inside a pair: %v %v", m, err)
	}
	empty, err := CompileRegex(" ", IgnorePatternWhitespace)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := empty.MatchAll("😀x"); err != nil || len(all) != 4 {
		t.Errorf("%d empty matches, %v", len(all), err)
	}
}
