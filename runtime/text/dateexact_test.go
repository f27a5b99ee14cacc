package text

import (
	"strings"
	"testing"
)

func TestParseDateTimeExactRows(t *testing.T) {
	exact := func(text string, formats []string, c *Culture, count string) string {
		ticks, _, err := ParseDateTimeExact(text, formats, c, 0, recordedNow)
		if err != nil {
			return callFailure("ParseExact", count, err)
		}
		return shownDate(ticks)
	}
	replay(t, "dates", []rule{
		{`\[datetime\]::ParseExact\(` + quotedText + `,` + quotedText + `,\[cultureinfo\]::InvariantCulture\)`, func(args []string) string {
			return exact(unquote(args[0]), []string{unquote(args[1])}, Invariant, "3")
		}},
		{`\[datetime\]::ParseExact\(` + quotedText + `,` + quotedText + `,\$null\)`, func(args []string) string {
			return exact(unquote(args[0]), []string{unquote(args[1])}, EnglishUS, "3")
		}},
		{`\[datetime\]::ParseExact\(` + quotedText + `,\[string\[\]\]\(` + quotedText + `,` + quotedText + `\),\[cultureinfo\]::InvariantCulture,'None'\)`, func(args []string) string {
			return exact(unquote(args[0]), []string{unquote(args[1]), unquote(args[2])}, Invariant, "4")
		}},
	}, 165)
}

func TestParseDateTimeExactForms(t *testing.T) {
	const bad, calendar = "was not recognized as a valid DateTime.", "is not supported in calendar 'System.Globalization.GregorianCalendar'."
	tests := []struct{ text, format, want string }{
		{"20240506", "yyyyMMdd", "2024-05-06T00:00:00.0000000"},
		{"06.05.2024", "d.M.yyyy", "2024-05-06T00:00:00.0000000"},
		{"2024-05-06T07:08:09.123Z", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "2024-05-06T07:08:09.1230000"},
		{"2024-05-06T07:08:09.123Z", "yyyy-MM-ddTHH:mm:ss.fffK", "2024-05-06T07:08:09.1230000+00:00"},
		{"2024-05-06T07:08:09", "yyyy-MM-ddTHH:mm:ss.FFFK", "2024-05-06T07:08:09.0000000"},
		{"05/06/24 7:08 PM", "MM/dd/yy h:mm tt", "2024-05-06T19:08:00.0000000"},
		{"2024-05-06T00:00:00", "s", "2024-05-06T00:00:00.0000000"},
		{"2024-05-06T07:08:09.0000000Z", "o", "2024-05-06T07:08:09.0000000+00:00"},
		{"Mon, 06 May 2024 07:08:09 GMT", "r", "2024-05-06T07:08:09.0000000"},
		{"Monday, May 6, 2024 7:08:09 AM", "F", "2024-05-06T07:08:09.0000000"},
		{"2024-05-06 +01:00", "yyyy-MM-dd zzz", "2024-05-05T23:00:00.0000000+00:00"},
		{"12:30", "h:mm", "2024-08-23T00:30:00.0000000"},
		{"5", "%d", "2024-01-05T00:00:00.0000000"},
		{"6.5.2024", "dd.MM.yyyy", bad}, {"2024-05-06", "s", bad}, {"12:30", "HH", bad}, {"", "yyyy", bad}, {" 2024 ", "yyyy", bad},
		{"2024-02-30", "yyyy-MM-dd", calendar}, {"20241301", "yyyyMMdd", calendar}, {"2024 2025", "yyyy yyyy", bad},
		{"Tuesday 2024-05-06", "dddd yyyy-MM-dd", "because the day of week was incorrect."},
		{"2024", "", "Format specifier '' was invalid."}, {"2024", "%", badInput}, {"2024", "yyyy'", "matching quote character for the character '''."},
	}
	for _, test := range tests {
		ticks, kind, err := ParseDateTimeExact(test.text, []string{test.format}, Invariant, 0, recordedNow)
		if test.format == "F" {
			ticks, kind, err = ParseDateTimeExact(test.text, []string{test.format}, EnglishUS, 0, recordedNow)
		}
		got, _ := FormatDateTime(ticks, kind, "o", Invariant)
		if err != nil {
			got = err.Error()
		}
		if got != test.want && (err == nil || !strings.HasSuffix(got, test.want)) {
			t.Errorf("%s by %s: %s, want %s", test.text, test.format, got, test.want)
		}
	}
}

func TestParseDateTimeExactWhiteSpace(t *testing.T) {
	tests := []struct {
		text   string
		styles DateStyles
		ok     bool
	}{
		{" 2024 5", AllowLeadingDateWhite, true}, {"2024 5 ", AllowTrailingDateWhite, true}, {"2024   5", AllowInnerDateWhite, true},
		{" 2024 5", AllowTrailingDateWhite, false}, {"2024   5", 0, false},
	}
	for _, test := range tests {
		if _, _, err := ParseDateTimeExact(test.text, []string{"yyyy M"}, Invariant, test.styles, recordedNow); (err == nil) != test.ok {
			t.Errorf("%q %d: %v", test.text, test.styles, err)
		}
	}
}

func FuzzParseDateTimeExact(f *testing.F) {
	f.Add("2024-05-06 7:08 PM", "yyyy-MM-dd h:mm tt")
	f.Add("Mon 5 'x'", `ddd %d \'x"'"`)
	f.Fuzz(func(t *testing.T, s, format string) {
		ticks, _, err := ParseDateTimeExact(s, []string{format}, EnglishUS, 0, recordedNow)
		if err == nil && (ticks < 0 || ticks > MaxTicks) {
			t.Errorf("%q by %q: %d", s, format, ticks)
		}
	})
}
