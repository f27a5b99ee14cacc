package text

import "testing"

func BenchmarkFormatDateTime(b *testing.B) {
	for b.Loop() {
		FormatDateTime(recordedNow, Unspecified, "yyyy-MM-dd HH:mm:ss", EnglishUS)
	}
}

func BenchmarkParseDateTime(b *testing.B) {
	for _, s := range []string{"2024-05-06T07:08:09Z", "5/6/2024 7:08 PM", "Mon, 06 May 2024 07:08:09 GMT"} {
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				ParseDateTime(s, Invariant, 0, recordedNow)
			}
		})
	}
}

func BenchmarkFormatTimeSpan(b *testing.B) {
	for b.Loop() {
		FormatTimeSpan(937845000000, "", Invariant)
	}
}
