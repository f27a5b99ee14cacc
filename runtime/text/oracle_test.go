package text

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// eachRow calls check for the rows of a recorded table whose expression matches pattern as a whole, with its groups and
// the recorded result, escapes undone. It fails if there are fewer than so many such rows.
func eachRow(t *testing.T, table, pattern string, atLeast int, check func(t *testing.T, groups []string, want string)) {
	t.Helper()
	file, err := os.Open(filepath.Join("../../testdata/oracle/tables", table+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	re := regexp.MustCompile("^(?:" + pattern + ")$")
	unescape := strings.NewReplacer(`\\`, `\`, `\r`, "\r", `\n`, "\n", `\t`, "\t", `\0`, "\x00")
	rows := 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		expression, want, _ := strings.Cut(lines.Text(), "\t")
		groups := re.FindStringSubmatch(expression)
		if groups == nil {
			continue
		}
		rows++
		check(t, groups, unescape.Replace(want))
	}
	if rows < atLeast {
		t.Errorf("%s: %d rows match %s, want %d", table, rows, pattern, atLeast)
	}
}

// literal is the text of a single-quoted string literal without its quotes.
func literal(s string) string { return strings.ReplaceAll(s, "''", "'") }

// recorded is how a result of a function that gives text is recorded.
func recorded(s string, err error) string {
	if err != nil {
		return err.Error()
	}
	return "System.String '" + s + "'"
}

// sameResult compares a result with a recorded one; a recorded error need only hold the message.
func sameResult(got, want string) bool {
	if strings.HasPrefix(want, "error ") {
		return strings.Contains(want, got)
	}
	return got == want
}
