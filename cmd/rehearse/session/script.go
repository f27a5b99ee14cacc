package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rehearse/parser"
	"rehearse/state/file"
)

// MaxScript is the size of the largest script file that is read, in bytes.
const MaxScript = 16 << 20

// Script is a script file that was read.
type Script struct {
	Path string // absolute, on the disk; "" for an embedded example
	Name string // as the user named it
	Text string
	// Tenant and Files belong to an embedded example: its tenant and the files beside it, by name.
	Tenant *file.Data
	Files  map[string]string
	// Args are the arguments an example runs with unless the user gives some.
	Args []string
}

// ReadScript reads a script file of the disk, refusing what cannot be one.
func ReadScript(dir, name string) (*Script, error) {
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, name)
	}
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, Problemf("%s: there is no such file. Name a script (.ps1), or one of the examples: rehearse example list", name)
	case err != nil:
		return nil, Problemf("%s: %v", name, err)
	case st.IsDir():
		return nil, Problemf("%s: this is a folder, not a script. Name the .ps1 file in it; only check takes folders", name)
	case !st.Mode().IsRegular():
		return nil, Problemf("%s: this is not a regular file", name)
	case st.Size() > MaxScript:
		return nil, Problemf("%s: the file has %d MB; scripts of more than %d MB are not read", name, st.Size()>>20, MaxScript>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, Problemf("%s: %v", name, err)
	}
	text, err := parser.Decode(data)
	if err != nil {
		return nil, Problemf("%s: %v", name, err)
	}
	return &Script{Path: path, Name: name, Text: text}, nil
}
