package run

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	updateRatchet = flag.Bool("ratchet", false, "write the pass counts of the oracle replay to testdata/oracle/ratchet.tsv")
	listFailures  = flag.Bool("failures", false, "list the cases and rows that do not pass")
)

// ratchet holds how many cases of each area and rows of each table passed so far; the numbers may only rise.
type ratchet map[string]int

func readRatchet(t *testing.T) ratchet {
	r := ratchet{}
	for area, n := range readPairs(t, "ratchet.tsv") {
		count, err := strconv.Atoi(n)
		if err != nil {
			t.Fatalf("ratchet.tsv: %v", err)
		}
		r[area] = count
	}
	return r
}

// check compares the counts of this run with those recorded, or records them under -ratchet.
func (r ratchet) check(t *testing.T, passed, total map[string]int) {
	for _, area := range slices.Sorted(maps.Keys(total)) {
		t.Logf("%-18s %5d of %5d", area, passed[area], total[area])
		if passed[area] < r[area] && !*updateRatchet {
			t.Errorf("%s: %d pass, %d passed before", area, passed[area], r[area])
		}
	}
	if *updateRatchet {
		maps.Copy(r, passed)
		r.write(t)
	}
}

func (r ratchet) write(t *testing.T) {
	var b strings.Builder
	for _, area := range slices.Sorted(maps.Keys(r)) {
		fmt.Fprintf(&b, "%s\t%d\n", area, r[area])
	}
	if err := os.WriteFile(filepath.Join(oracleDir, "ratchet.tsv"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// knownDifferences are the cases and rows that cannot match, by id, with the reason of each.
func knownDifferences(t *testing.T) map[string]string { return readPairs(t, "known-differences.tsv") }

// readPairs reads a file of the oracle folder with a key, a tab and a text on each line.
func readPairs(t *testing.T, name string) map[string]string {
	data, err := os.ReadFile(filepath.Join(oracleDir, name))
	if err != nil {
		t.Fatal(err)
	}
	pairs := map[string]string{}
	for line := range strings.Lines(string(data)) {
		key, text, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || text == "" {
			t.Fatalf("%s: nothing after the tab in %q", name, line)
		}
		pairs[key] = text
	}
	return pairs
}
