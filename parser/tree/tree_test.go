package tree_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"rehearse/parser"
	"rehearse/parser/internal/corpus"
	"rehearse/parser/tree"
)

var (
	list = flag.Bool("list", false, "print the names of the rows that differ")
	show = flag.String("show", "", "print script and both trees of the rows whose name contains this and that differ")
)

func print(text string) string {
	src := parser.NewSource("", text)
	block, errs := parser.Parse(src)
	return tree.Tree(src, block, errs)
}

// known reads the list of known differences.
func known(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile("testdata/known-differences.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(b)) {
		if name, reason, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(name, "#") {
			out[name] = reason
		}
	}
	return out
}

// TestTrees compares every recorded row. The number of equal rows may only rise.
func TestTrees(t *testing.T) {
	cases, err := corpus.Cases()
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{}
	for _, c := range cases {
		scripts[c.Name] = c.Script
	}
	rows, err := corpus.Rows()
	if err != nil {
		t.Fatal(err)
	}
	known := known(t)
	equal, errorsEqual, errorsTotal := 0, 0, 0
	for _, r := range rows {
		text, ok := scripts[r.Name]
		if !ok {
			t.Errorf("%s: no script", r.Name)
			continue
		}
		got := print(text)
		if r.IsError() {
			errorsTotal++
		}
		if got == r.Tree {
			equal++
			if r.IsError() {
				errorsEqual++
			}
			if known[r.Name] != "" {
				t.Errorf("%s is equal now: remove it from the known differences", r.Name)
			}
			continue
		}
		if known[r.Name] == "" {
			t.Errorf("%s differs", r.Name)
		}
		if *list {
			fmt.Println(r.Name)
		}
		if *show != "" && strings.Contains(r.Name, *show) {
			fmt.Printf("\x01%s\n%s\n--- want\n%s\n--- got\n%s\n", r.Name, text, r.Tree, got)
		}
	}
	t.Logf("%d of %d rows equal, %d of %d rows of errors", equal, len(rows), errorsEqual, errorsTotal)

	b, err := os.ReadFile("testdata/ratchet.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	if equal < want {
		t.Errorf("%d rows equal, %d before", equal, want)
	} else if equal > want {
		t.Errorf("%d rows equal, %d before: write the new number into testdata/ratchet.txt", equal, want)
	}
}

// TestUnits checks that offsets count UTF-16 units.
func TestUnits(t *testing.T) {
	const want = "ScriptBlock@0-9(NamedBlock@0-9(Pipeline@0-9(CommandExpression@0-9(BinaryExpression@0-9[Plus](" +
		"StringConstantExpression@0-4[SingleQuoted] StringConstantExpression@7-9[SingleQuoted])))))"
	if got := print("'😀' + ''"); got != want {
		t.Errorf("got %s", got)
	}
}
