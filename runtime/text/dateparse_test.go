package text

import (
	"strings"
	"testing"
)

const recordedNow = 638_600_000_000_000_000

var dateKinds = [...]string{"Unspecified", "Utc", "Local"}

// castFailure is how a failed cast is recorded.
func castFailure(s, target string, err error) string {
	return "error InvalidCastParseTargetInvocationWithFormatProvider System.Management.Automation.RuntimeException: Cannot convert value \"" +
		escapeShown(s) + "\" to type \"" + target + "\". Error: \"" + escapeShown(err.Error()) + "\""
}

// callFailure is how a failed method call is recorded.
func callFailure(method, count string, err error) string {
	id := string(err.(*Error).Kind)
	return "error " + id + " System.Management.Automation.MethodInvocationException: Exception calling \"" + method +
		"\" with \"" + count + "\" argument(s): \"" + escapeShown(err.Error()) + "\""
}

func shownDate(ticks int64) string {
	s, _ := FormatDateTime(ticks, Unspecified, "MM/dd/yyyy HH:mm:ss", Invariant)
	return "System.DateTime '" + s + "'"
}

func castDate(s string) (int64, int, error) {
	return ParseDateTime(s, Invariant, 0, recordedNow)
}

func TestParseDateTimeRows(t *testing.T) {
	rules := []rule{
		{`\[datetime\]` + quotedText, func(args []string) string {
			s := unquote(args[0])
			ticks, _, err := castDate(s)
			if err != nil {
				return castFailure(s, "System.DateTime", err)
			}
			return shownDate(ticks)
		}},
		{`\[datetimeoffset\]` + quotedText, func(args []string) string {
			s := unquote(args[0])
			ticks, offset, err := ParseDateTimeOffset(s, Invariant, 0, recordedNow)
			if err != nil {
				return castFailure(s, "System.DateTimeOffset", err)
			}
			shown, _ := FormatDateTimeOffset(ticks, offset, "", Invariant)
			return "System.DateTimeOffset '" + shown + "'"
		}},
		{`\[datetime\]::Parse\(` + quotedText + `\)`, func(args []string) string {
			ticks, _, err := ParseDateTime(unquote(args[0]), EnglishUS, 0, recordedNow)
			if err != nil {
				return callFailure("Parse", "1", err)
			}
			return shownDate(ticks)
		}},
		{quotedText + ` -as \[datetime\]`, func(args []string) string {
			ticks, _, err := castDate(unquote(args[0]))
			if err != nil {
				return "null"
			}
			return shownDate(ticks)
		}},
		{`\(\[datetime\]` + quotedText + `\)\.Kind`, func(args []string) string {
			s := unquote(args[0])
			_, kind, err := castDate(s)
			if err != nil {
				return castFailure(s, "System.DateTime", err)
			}
			return "System.DateTimeKind '" + dateKinds[kind] + "'"
		}},
		{`\[datetime\]::TryParse\(` + quotedText + `, \[ref\].*`, func(args []string) string {
			_, _, err := ParseDateTime(unquote(args[0]), EnglishUS, 0, recordedNow)
			return shownBool(err == nil)
		}},
	}
	replay(t, "dates", rules, 130)
	replay(t, "casts", rules, 15)
	replay(t, "statics", rules, 8)
}

func TestParseDateTimeForms(t *testing.T) {
	tests := []struct {
		text string
		want string // the date in the format o, or what the message holds
	}{
		{"2024-05-06T07:08:09.1234567", "2024-05-06T07:08:09.1234567"},
		{"2024-05-06T07:08:09Z", "2024-05-06T07:08:09.0000000+00:00"},
		{"Mon, 06 May 2024 07:08:09 GMT", "2024-05-06T07:08:09.0000000+00:00"},
		{"05/06/2024 7:08 PM", "2024-05-06T19:08:00.0000000"},
		{"7:08 PM 5/6/2024", "2024-05-06T19:08:00.0000000"},
		{"12 AM 5/6/2024", "2024-05-06T00:00:00.0000000"},
		{"5/6/2024 12PM", "2024-05-06T12:00:00.0000000"},
		{"2024-05", "2024-05-01T00:00:00.0000000"},
		{"6.5.2024", "2024-06-05T00:00:00.0000000"},
		{"6 May 49", "2049-05-06T00:00:00.0000000"},
		{"6 May 50", "1950-05-06T00:00:00.0000000"},
		{"05MAR24", "2024-03-05T00:00:00.0000000"},
		{"2024-05-06 07:08:09 +02:00", "2024-05-06T05:08:09.0000000+00:00"},
		{"2024-05-06 07:08:09.99999996", "2024-05-06T07:08:10.0000000"},
		{"March 5", "2024-03-05T00:00:00.0000000"},
		{"13:07", "2024-08-23T13:07:00.0000000"},
		{"25:00", "The DateTime represented by the string '25:00' is not supported in calendar"},
		{"2024-05-06 foo", "unknown word starting at index '11'"},
		{"é 2024-05-06 foo", "unknown word starting at index '0'"},
		{"Tuesday, May 6, 2024", "because the day of week was incorrect."},
		{"2024-05-06T07", "was not recognized"}, {"2024-05-06-", "was not recognized"}, {"5/6/20245", "was not recognized"},
		{"13:07 PM", "was not recognized"}, {"1:2:3:4", "was not recognized"}, {"0001-01-01T00:00+01:00", "outside the year range"},
	}
	for _, test := range tests {
		ticks, kind, err := ParseDateTime(test.text, EnglishUS, 0, recordedNow)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got, _ = FormatDateTime(ticks, kind, "o", Invariant)
		}
		if got != test.want && (err == nil || !strings.Contains(got, test.want)) {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
}

func TestParseDateTimeStyles(t *testing.T) {
	tests := []struct {
		text   string
		styles DateStyles
		want   string
	}{
		{"2024-05-06", AssumeUniversal, "2024-05-06T00:00:00.0000000+00:00"},
		{"2024-05-06T00:00:00+02:00", AdjustToUniversal, "2024-05-05T22:00:00.0000000Z"},
		{"2024-05-06T01:00:00Z", RoundtripKind, "2024-05-06T01:00:00.0000000Z"},
		{"2024-03-05 16:07", AssumeUniversal | AdjustToUniversal, "2024-03-05T16:07:00.0000000Z"},
		{"13:07", NoCurrentDateDefault, "0001-01-01T13:07:00.0000000"},
	}
	for _, test := range tests {
		ticks, kind, err := ParseDateTime(test.text, Invariant, test.styles, recordedNow)
		got, _ := FormatDateTime(ticks, kind, "o", Invariant)
		if err != nil || got != test.want {
			t.Errorf("%s %d: %s %v, want %s", test.text, test.styles, got, err, test.want)
		}
	}
}

func FuzzParseDateTime(f *testing.F) {
	for _, s := range []string{"2024-05-06T07:08:09.12Z", "Mon, 06 May 2024 7 PM", "5/6/24 +02:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ticks, kind, err := ParseDateTime(s, EnglishUS, 0, recordedNow)
		if err != nil {
			return
		}
		round, _ := FormatDateTime(ticks, kind, "o", EnglishUS)
		if again, _, err := ParseDateTime(round, EnglishUS, 0, recordedNow); err != nil || again != ticks {
			t.Errorf("%q: %d, %s gives %d %v", s, ticks, round, again, err)
		}
	})
}
