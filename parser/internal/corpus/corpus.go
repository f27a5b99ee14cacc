// Package corpus reads the recorded cases for the parser's tests: scripts with the output of the
// reference engine, and the syntax trees that its parser gives for them.
package corpus

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/tools/txtar"
)

// Case is one recorded script.
type Case struct {
	Name   string // area/archive:case
	Script string
	Stderr string // what the reference engine printed on standard error
}

// Row is the recorded tree of a case, or its parse errors.
type Row struct {
	Name string
	Tree string
}

// IsError reports whether the row holds errors.
func (r Row) IsError() bool { return strings.HasPrefix(r.Tree, "error") }

// dir is testdata/oracle, found upwards from the folder of the package under test, so that it also holds under -trimpath.
func dir() string {
	const oracle = "testdata/oracle"
	at := "."
	for range 8 {
		if info, err := os.Stat(filepath.Join(at, oracle)); err == nil && info.IsDir() {
			return filepath.Join(at, oracle)
		}
		at = filepath.Join(at, "..")
	}
	return oracle
}

// Cases reads all archives. A case is the sections of one archive with the same name:
// case.ps1 is the script, case.err its standard error.
func Cases() ([]Case, error) { return cases() }

var cases = sync.OnceValues(func() ([]Case, error) {
	paths, err := filepath.Glob(filepath.Join(dir(), "*", "*.txtar"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no archives in %s: %w", dir(), err)
	}
	var out []Case
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			return nil, err
		}
		prefix := filepath.Base(filepath.Dir(path)) + "/" + strings.TrimSuffix(filepath.Base(path), ".txtar") + ":"
		index := map[string]int{}
		for _, f := range a.Files {
			if name, ok := strings.CutSuffix(f.Name, ".ps1"); ok {
				index[name] = len(out)
				out = append(out, Case{Name: prefix + name, Script: string(f.Data)})
			}
		}
		for _, f := range a.Files {
			if name, ok := strings.CutSuffix(f.Name, ".err"); ok {
				if i, ok := index[name]; ok {
					out[i].Stderr = string(f.Data)
				}
			}
		}
	}
	return out, nil
})

// Rows reads the recorded trees.
func Rows() ([]Row, error) {
	paths, err := filepath.Glob(filepath.Join(dir(), "trees", "*.tsv.gz"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no trees in %s: %w", dir(), err)
	}
	var out []Row
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(z)
		if err != nil {
			return nil, err
		}
		for i, line := range strings.Split(string(text), "\n") {
			name, tree, ok := strings.Cut(line, "\t")
			if i > 0 && ok {
				out = append(out, Row{name, tree})
			}
		}
	}
	return out, nil
}
