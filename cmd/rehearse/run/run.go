// Package run is `rehearse run`: it runs a script and prints what PowerShell would print.
package run

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/session"
)

// Options of the command.
type Options struct {
	session.Options
	Script string
	Args   []string
}

// Command declares `run`.
func Command(w session.World) *cobra.Command {
	o := Options{}
	c := &cobra.Command{
		Use:   "run SCRIPT [arguments of the script]",
		Short: "Run a script and print what PowerShell would print",
		Long:  "Run a script against the simulated tenant and print what PowerShell would print, with the script's own exit code. The tenant is changed in memory only.",
		Example: strings.Trim(`
  rehearse run migrate.ps1
  rehearse run migrate.ps1 -CsvPath users.csv -WhatIf`, "\n"),
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.Script, o.Args = args[0], args[1:]
			return Run(c.Context(), w, o)
		},
	}
	o.Flags(c.Flags())
	c.Flags().SetInterspersed(false)
	return c
}

// Run runs the script.
func Run(ctx context.Context, w session.World, o Options) error {
	script, err := session.ReadScript(w.Dir, o.Script)
	if err != nil {
		return err
	}
	s, err := session.New(ctx, w, o.Options, script)
	if err != nil {
		return err
	}
	code, errs := s.Engine.Load(s.ScriptPath, script.Text)
	if len(errs) > 0 {
		if err := s.Engine.ShowParseErrors(s.ScriptPath, script.Text, errs); err != nil {
			return err
		}
		return session.ExitCode(session.CodeFailed)
	}
	res := s.Engine.RunFile(code, o.Args)
	if err := s.Close(); err != nil {
		return session.Problemf("--write %s: %v", o.Write, err)
	}
	if res.Cancelled != nil {
		fmt.Fprintf(w.Err, "rehearse: stopped%s: %s\n", session.StoppedAt(res), session.WhyStopped(res.Cancelled))
	}
	if res.ExitCode != 0 {
		return session.ExitCode(res.ExitCode)
	}
	return nil
}
