package text

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tableRow is one recorded expression with what PowerShell prints for it.
type tableRow struct{ expression, want string }

// readTable reads a recorded table.
func readTable(t *testing.T, name string) []tableRow {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "oracle", "tables", name+".tsv"))
	if err != nil {
		t.Skip(err)
	}
	var rows []tableRow
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")[1:] {
		expression, want, _ := strings.Cut(line, "\t")
		rows = append(rows, tableRow{expression, want})
	}
	return rows
}

// quotedText matches a string literal of PowerShell.
const quotedText = `('(?:[^']|'')*'|"(?:[^"` + "`" + `]|` + "`" + `.|"")*")`

// unquote is the value of a string literal without variables.
func unquote(s string) string {
	if s[0] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return strings.NewReplacer("`n", "\n", "`t", "\t", "`r", "\r", "`0", "\x00", "`$", "$", "``", "`", `""`, `"`).Replace(s[1 : len(s)-1])
}

// shown is how a table shows a string; a lone surrogate came out of the console as a replacement character.
func shown(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\xed\xa0\xbd", "\ufffd"), "\ufffd")
	return "System.String '" + escapeShown(s) + "'"
}

func escapeShown(s string) string {
	return strings.NewReplacer(`\`, `\\`, "\r", `\r`, "\n", `\n`, "\t", `\t`, "\x00", `\0`).Replace(s)
}

func shownBool(b bool) string {
	if b {
		return "System.Boolean 'True'"
	}
	return "System.Boolean 'False'"
}

func shownAll(list []string) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = shown(s)
	}
	return strings.Join(parts, " | ")
}

// skipped is the result of a rule that does not know the row's values.
const skipped = "skipped"

// rule evaluates the expressions that a pattern matches.
type rule struct {
	pattern  string
	evaluate func(args []string) string
}

// replay compares each row that a rule matches and fails unless at least so many do.
func replay(t *testing.T, table string, rules []rule, atLeast int) {
	rows := readTable(t, table)
	compiled := make([]*regexp.Regexp, len(rules))
	for i, r := range rules {
		compiled[i] = regexp.MustCompile("^(?:" + r.pattern + ")$")
	}
	tried, failed := 0, 0
	for _, row := range rows {
		for i, re := range compiled {
			m := re.FindStringSubmatch(row.expression)
			if m == nil {
				continue
			}
			got := rules[i].evaluate(m[1:])
			if got == skipped {
				break
			}
			tried++
			if got != row.want {
				failed++
				if failed <= 40 {
					t.Errorf("%s\n got %s\nwant %s", row.expression, got, row.want)
				}
			}
			break
		}
	}
	t.Logf("%s: %d of %d rows tried, %d failed", table, tried, len(rows), failed)
	if tried < atLeast {
		t.Errorf("%s: only %d rows tried", table, tried)
	}
}
