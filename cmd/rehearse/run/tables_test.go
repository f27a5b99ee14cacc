package run

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rehearse/cmdlets"
)

var onlyTable = flag.String("table", "", "replay only the table of this name")

// tableRow is an expression of a table with the row that the reference engine prints for it.
type tableRow struct{ expression, want string }

func readTable(t *testing.T, path string) []tableRow {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	rows := make([]tableRow, 0, len(lines))
	for _, line := range lines[1:] {
		expression, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("%s: no tab in %q", path, line)
		}
		rows = append(rows, tableRow{expression, want})
	}
	return rows
}

// TestTables runs every expression of the tables through evaluate.ps1 and compares row by row. How many agree may only rise.
func TestTables(t *testing.T) {
	script, err := os.ReadFile(filepath.Join(oracleDir, "tables", "evaluate.ps1"))
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(oracleDir, "tables", "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	table := cmdlets.All()
	known := knownDifferences(t)
	passed, total := map[string]int{}, map[string]int{}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".tsv")
		if *onlyTable != "" && name != *onlyTable {
			continue
		}
		area := "tables/" + name
		t.Run(name, func(t *testing.T) {
			rows := readTable(t, path)
			var expressions strings.Builder
			for _, row := range rows {
				expressions.WriteString(row.expression + "\n")
			}
			c := &oracleCase{files: map[string]string{"ps1": string(script), "/rows.txt": expressions.String(), "args": "/case/rows.txt\n"}}
			got := c.replay(table, oracleStart)
			lines := strings.Split(strings.TrimSuffix(got.Out, "\n"), "\n")
			if len(lines) != len(rows) {
				t.Errorf("%d rows printed for %d expressions, exit code %d: %s", len(lines), len(rows), got.Code, got.Err)
			}
			for i, row := range rows {
				total[area]++
				id := area + ": " + row.expression
				switch same := i < len(lines) && lines[i] == row.want; {
				case same && known[id] != "":
					t.Errorf("%s matches and stands among the known differences: take it out", id)
				case same:
					passed[area]++
				case *listFailures && known[id] == "" && i < len(lines):
					fmt.Printf("%s\n  want %s\n  got  %s\n", id, row.want, lines[i])
				}
			}
		})
	}
	if *onlyTable == "" {
		readRatchet(t).check(t, passed, total)
	}
}
