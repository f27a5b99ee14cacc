// Package check is `rehearse check`: what is wrong with scripts, found without running them.
package check

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/lint"
	"rehearse/cmd/rehearse/session"
	"rehearse/parser"
	"rehearse/parser/tree"
)

// Options of the command.
type Options struct {
	Paths []string
	JSON  bool
	Tree  bool
}

// Command declares `check`.
func Command(w session.World) *cobra.Command {
	o := Options{}
	c := &cobra.Command{
		Use:   "check PATH...",
		Short: "Find what is wrong with scripts without running them",
		Long:  "Parse scripts and look at every command: syntax errors with PowerShell's own text, unknown cmdlets and parameters, placeholders left in. Folders are searched for .ps1, .psm1 and .psd1 files. Exits with 1 if an error was found.",
		Example: strings.Trim(`
  rehearse check migrate.ps1
  rehearse check scripts --json`, "\n"),
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.Paths = args
			return Run(c.Context(), w, o)
		},
	}
	c.Flags().BoolVar(&o.JSON, "json", false, "print the issues as JSON")
	c.Flags().BoolVar(&o.Tree, "tree", false, "print the syntax tree of one script")
	return c
}

// report is the JSON of the command.
type report struct {
	Version int          `json:"version"`
	Files   int          `json:"files"`
	Issues  []lint.Issue `json:"issues"`
}

// Run checks the paths.
func Run(ctx context.Context, w session.World, o Options) error {
	files, err := expand(w.Dir, o.Paths)
	if err != nil {
		return err
	}
	if o.Tree {
		return printTree(w, files)
	}
	s, err := session.New(ctx, w, session.Options{}, nil)
	if err != nil {
		return err
	}
	commands := lint.EngineCommands{Engine: s.Engine}
	r := report{Version: 1, Files: len(files), Issues: []lint.Issue{}}
	for _, f := range files {
		script, err := session.ReadScript(w.Dir, f)
		if err != nil {
			return err
		}
		r.Issues = append(r.Issues, lint.Script(f, script.Text, commands)...)
	}
	if err := s.Close(); err != nil {
		return err
	}
	failed := false
	for _, i := range r.Issues {
		failed = failed || i.Severity == lint.Error
	}
	if o.JSON {
		if err := session.WriteJSON(w.Out, r); err != nil {
			return err
		}
	} else {
		render(w, r)
	}
	if failed {
		return session.ExitCode(session.CodeFailed)
	}
	return nil
}

func render(w session.World, r report) {
	for _, i := range r.Issues {
		fmt.Fprintf(w.Out, "%s:%d:%d: %s: %s [%s]\n", i.File, i.Line, i.Column, i.Severity, i.Message, i.ID)
		fmt.Fprintf(w.Out, "  %s\n  %s%s\n", strings.ReplaceAll(i.Text, "\t", " "), strings.Repeat(" ", max(0, i.Column-1)), strings.Repeat("~", max(1, min(i.Length, len(i.Text)-i.Column+1))))
		if i.Cure != "" {
			fmt.Fprintf(w.Out, "  %s\n", i.Cure)
		}
	}
	switch len(r.Issues) {
	case 0:
		fmt.Fprintf(w.Out, "%s checked, nothing found.\n", files(r.Files))
	default:
		fmt.Fprintf(w.Out, "%s checked, %d found.\n", files(r.Files), len(r.Issues))
	}
}

func files(n int) string {
	if n == 1 {
		return "1 script"
	}
	return fmt.Sprintf("%d scripts", n)
}

// expand lists the scripts below folders and keeps files as they are named.
func expand(dir string, paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		full := p
		if !filepath.IsAbs(full) {
			full = filepath.Join(dir, p)
		}
		list := []string{}
		err := filepath.WalkDir(full, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() {
				return nil
			}
			if path == full {
				list = append(list, p)
				return nil
			}
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ps1", ".psm1", ".psd1":
				rel, err := filepath.Rel(full, path)
				if err != nil {
					return err
				}
				list = append(list, filepath.Join(p, rel))
			}
			return nil
		})
		if err != nil {
			return nil, session.Problemf("%s: there is no such file or folder", p)
		}
		if len(list) == 0 {
			return nil, session.Problemf("%s: there are no scripts (.ps1, .psm1, .psd1) in this folder", p)
		}
		sort.Strings(list)
		out = append(out, list...)
	}
	return out, nil
}

func printTree(w session.World, files []string) error {
	if len(files) != 1 {
		return session.Problemf("--tree prints one script; %d were named", len(files))
	}
	script, err := session.ReadScript(w.Dir, files[0])
	if err != nil {
		return err
	}
	src := parser.NewSource(files[0], script.Text)
	block, errs := parser.Parse(src)
	fmt.Fprintln(w.Out, tree.Tree(src, block, errs))
	if len(errs) > 0 {
		return session.ExitCode(session.CodeFailed)
	}
	return nil
}
