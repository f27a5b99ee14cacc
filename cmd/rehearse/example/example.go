// Package example holds the built-in examples and `rehearse example`: scripts as administrators write them, each with its tenant and files.
package example

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/session"
	"rehearse/state/file"
	"rehearse/testdata"
)

// Names are the examples in alphabetical order.
func Names() []string {
	entries, err := fs.ReadDir(testdata.Examples, "examples")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	sort.Strings(names)
	return names
}

// scriptName is the main script of every example.
const scriptName = "script.ps1"

// Script is an example as a script with its tenant and the files beside it.
func Script(name string) (*session.Script, error) {
	dir := path.Join("examples", name)
	text, err := fs.ReadFile(testdata.Examples, path.Join(dir, scriptName))
	if err != nil {
		return nil, session.Problemf("there is no example %q. The examples are: %s", name, strings.Join(Names(), ", "))
	}
	s := &session.Script{Name: name + ".ps1", Text: string(text), Files: map[string]string{}}
	entries, err := fs.ReadDir(testdata.Examples, dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := fs.ReadFile(testdata.Examples, path.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		switch e.Name() {
		case scriptName:
			s.Files[s.Name] = string(data)
		case "tenant.yaml":
			if s.Tenant, err = file.Decode(name+"/tenant.yaml", data); err != nil {
				return nil, err
			}
		case "about.txt":
		default:
			s.Files[e.Name()] = string(data)
		}
	}
	return s, nil
}

// about is the one line that says what an example shows.
func about(name string) string {
	text, err := fs.ReadFile(testdata.Examples, path.Join("examples", name, "about.txt"))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

// Command declares `example`.
func Command(w session.World) *cobra.Command {
	c := &cobra.Command{Use: "example", Short: "List, show and copy the built-in examples"}
	c.AddCommand(
		&cobra.Command{Use: "list", Short: "List the examples", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return list(w) }},
		&cobra.Command{Use: "show NAME", Short: "Print an example's script", Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
			s, err := Script(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(w.Out, s.Text)
			return err
		}},
		&cobra.Command{Use: "copy NAME [FOLDER]", Short: "Copy an example's files into a folder", Args: cobra.RangeArgs(1, 2), RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			if len(args) == 2 {
				dir = args[1]
			}
			return copyTo(w, args[0], dir)
		}},
	)
	return c
}

func list(w session.World) error {
	for _, n := range Names() {
		if _, err := fmt.Fprintf(w.Out, "%-18s %s\n", n, about(n)); err != nil {
			return err
		}
	}
	return nil
}

// copyTo writes the files; it refuses to overwrite one.
func copyTo(w session.World, name, dir string) error {
	if _, err := Script(name); err != nil {
		return err
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(w.Dir, dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return session.Problemf("%v", err)
	}
	entries, err := fs.ReadDir(testdata.Examples, path.Join("examples", name))
	if err != nil {
		return err
	}
	for _, e := range entries {
		data, err := fs.ReadFile(testdata.Examples, path.Join("examples", name, e.Name()))
		if err != nil {
			return err
		}
		to := filepath.Join(dir, e.Name())
		f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return session.Problemf("%s: %v", to, err)
		}
		_, err = f.Write(data)
		if e := f.Close(); err == nil {
			err = e
		}
		if err != nil {
			return session.Problemf("%s: %v", to, err)
		}
		fmt.Fprintln(w.Out, to)
	}
	return nil
}
