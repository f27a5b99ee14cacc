package tree_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rehearse/parser"
	"rehearse/parser/tree"
)

var (
	list = flag.Bool("list", false, "print the names of the rows that differ")
	show = flag.String("show", "", "print both trees of the rows whose name contains this")
)

const oracle = "../../testdata/oracle"

// scripts reads the .ps1 sections of all archives by area/archive:case.
func scripts(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(oracle + "/*/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	out := map[string]string{}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		area := filepath.Base(filepath.Dir(path))
		archive := strings.TrimSuffix(filepath.Base(path), ".txtar")
		for _, f := range a.Files {
			if name, ok := strings.CutSuffix(f.Name, ".ps1"); ok {
				out[area+"/"+archive+":"+name] = string(f.Data)
			}
		}
	}
	return out
}

type row struct{ name, tree string }

func rows(t testing.TB) []row {
	t.Helper()
	paths, err := filepath.Glob(oracle + "/trees/*.tsv.gz")
	if err != nil || len(paths) == 0 {
		t.Fatal("no trees", err)
	}
	var out []row
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		s := bufio.NewScanner(z)
		s.Buffer(nil, 1<<24)
		for s.Scan() {
			name, text, ok := strings.Cut(s.Text(), "\t")
			if ok && name != "case" {
				out = append(out, row{name, text})
			}
		}
		if s.Err() != nil {
			t.Fatal(s.Err())
		}
	}
	return out
}

func TestTrees(t *testing.T) {
	scripts := scripts(t)
	equal, total, errorsEqual, errorsTotal := 0, 0, 0, 0
	var different []string
	for _, r := range rows(t) {
		text, ok := scripts[r.name]
		if !ok {
			t.Errorf("%s: no script", r.name)
			continue
		}
		total++
		isError := strings.HasPrefix(r.tree, "error")
		if isError {
			errorsTotal++
		}
		got := print(text)
		if got == r.tree {
			equal++
			if isError {
				errorsEqual++
			}
			continue
		}
		different = append(different, r.name)
		if *show != "" && strings.Contains(r.name, *show) {
			fmt.Printf("\x01%s\n%s\n--- want\n%s\n--- got\n%s\n", r.name, text, r.tree, got)
		}
	}
	sort.Strings(different)
	if *list {
		for _, d := range different {
			fmt.Println(d)
		}
	}
	t.Logf("%d of %d rows equal, %d of %d errors", equal, total, errorsEqual, errorsTotal)
}

func print(text string) string {
	src := parser.NewSource("", text)
	block, errs := parser.Parse(src)
	return tree.Tree(src, block, errs)
}
