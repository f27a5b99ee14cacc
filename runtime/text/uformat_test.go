package text

import "testing"

func TestFormatUnixDate(t *testing.T) {
	ticks, _, err := ParseDateTime("2024-03-04T15:06:07.089", Invariant, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	for format, want := range map[string]string{
		"%A %a": "Monday Mon", "%B %b %h": "March Mar Mar", "%C": "20", "%c": "Mon 04 Mar 2024 15:06:07", "%D": "03/04/24",
		"%d": "04", "%e": " 4", "%F": "2024-03-04", "%G %g": "2024 24", "%H %I": "15 03", "%j": "064", "%k": "15", "%l": " 3",
		"%M": "06", "%m": "03", "%n": "\n", "%p": "PM", "%R": "15:06", "%r": "03:06:07 PM", "%S": "07", "%s": "1709564767",
		"%T": "15:06:07", "%t": "\t", "%U": "9", "%u": "1", "%V": "10", "%W": "9", "%w": "1", "%X": "15:06:07", "%x": "03/04/24",
		"%Y %y": "2024 24", "%Z": "+00", "%%": "%", "%Q": "Q", "plain": "plain", "+%Y": "2024",
	} {
		if got := FormatUnixDate(ticks, Unspecified, format, EnglishUS); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}
