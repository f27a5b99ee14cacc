package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rehearse/cmd/rehearse/session"
	"rehearse/runtime/host"
)

var update = flag.Bool("update", false, "rewrite the golden archives")

// TestGolden runs the command lines of testdata/golden. An archive's comment is the arguments, one a line; its files are the folder the
// command runs in; the sections want-out, want-err and want-code are what it gives.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("../../../testdata/golden/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden archives", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var args []string
			for line := range strings.Lines(string(a.Comment)) {
				if s := strings.TrimSpace(line); s != "" && !strings.HasPrefix(s, "#") {
					args = append(args, s)
				}
			}
			dir := t.TempDir()
			want := map[string]string{"want-out": "", "want-err": "", "want-code": "0\n"}
			var files []txtar.File
			for _, f := range a.Files {
				if _, ok := want[f.Name]; ok {
					want[f.Name] = string(f.Data)
					continue
				}
				files = append(files, f)
				if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var out, errs bytes.Buffer
			code := Main(args, session.World{In: strings.NewReader(""), Out: &out, Err: &errs, Dir: dir, Terminal: host.Terminal{Width: 100}})
			place := strings.NewReplacer(dir, "DIR", strings.ReplaceAll(dir, "/", `\`), "DIR") // the folder is another one in every run
			got := map[string]string{"want-out": place.Replace(out.String()), "want-err": place.Replace(errs.String()), "want-code": fmt.Sprintln(code)}
			if *update {
				a.Files = files
				for _, n := range []string{"want-out", "want-err", "want-code"} {
					if got[n] != "" && got[n] != "0\n" {
						a.Files = append(a.Files, txtar.File{Name: n, Data: []byte(got[n])})
					}
				}
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}
