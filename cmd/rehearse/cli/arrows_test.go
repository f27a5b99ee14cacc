package cli

import (
	"go/build"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestArrows: parser <- runtime <- cmdlets <- cmd, and state stands alone.
func TestArrows(t *testing.T) {
	root := "../../.."
	may := map[string][]string{
		"parser": {"parser"}, "runtime": {"parser", "runtime"}, "state": {"state"}, "cmdlets": {"parser", "runtime", "state", "cmdlets"},
		"testdata": {}, "cmd": {"parser", "runtime", "state", "cmdlets", "cmd", "testdata"},
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") && path != root {
			return filepath.SkipDir
		}
		pkg, err := build.ImportDir(path, 0)
		if err != nil {
			return nil // no Go files
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		allowed, known := may[top]
		if !known {
			t.Errorf("%s: no such folder in the house", rel)
			return nil
		}
		for _, i := range pkg.Imports {
			of, ok := strings.CutPrefix(i, "rehearse/")
			if !ok {
				continue
			}
			target, _, _ := strings.Cut(of, "/")
			good := false
			for _, a := range allowed {
				good = good || a == target
			}
			if !good {
				t.Errorf("%s imports %s", rel, i)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
