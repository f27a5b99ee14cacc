// Package plan is `rehearse plan`: what a script would change in the tenant, which line does it, and what a real run would trip over.
package plan

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/example"
	"rehearse/cmd/rehearse/session"
	"rehearse/runtime"
)

// Options of the command.
type Options struct {
	session.Options
	Script           string
	Args             []string
	Example          string
	JSON             bool
	Output           bool
	DetailedExitCode bool
}

// Command declares `plan`.
func Command(w session.World) *cobra.Command {
	o := Options{}
	c := &cobra.Command{
		Use:   "plan SCRIPT [arguments of the script]",
		Short: "Show what a script would change, and which line does it",
		Long: strings.TrimSpace(`
Run a script against the simulated tenant and show what would change (+ created, ~ changed, - deleted), each with the line
and cmdlet that does it; then the findings: what a real run would trip over, with a cure; then the files it would write and
the time it would wait. The tenant itself is not touched.`),
		Example: strings.Trim(`
  rehearse plan --example calling-plan
  rehearse plan migrate.ps1 -CsvPath wave1.csv
  rehearse plan --tenant contoso.yaml --json migrate.ps1
  rehearse plan --detailed-exitcode migrate.ps1   0 nothing to do, 2 changes, 1 error`, "\n"),
		RunE: func(c *cobra.Command, args []string) error {
			if o.Example == "" {
				if len(args) == 0 {
					return session.Problemf("plan: which script? Name a .ps1 file, or --example NAME (rehearse example list)")
				}
				o.Script, args = args[0], args[1:]
			}
			o.Args = args
			return Run(c.Context(), w, o)
		},
	}
	o.Flags(c.Flags())
	c.Flags().StringVar(&o.Example, "example", "", "plan one of the built-in examples")
	c.Flags().BoolVar(&o.JSON, "json", false, "print the plan as JSON")
	c.Flags().BoolVar(&o.Output, "output", false, "also show what the script prints")
	c.Flags().BoolVar(&o.DetailedExitCode, "detailed-exitcode", false, "exit with 0 for no changes, 2 for changes, 1 for an error")
	c.Flags().SetInterspersed(false)
	return c
}

// Run makes and shows the plan.
func Run(ctx context.Context, w session.World, o Options) error {
	var script *session.Script
	var err error
	if o.Example != "" {
		script, err = example.Script(o.Example)
		if err == nil && len(o.Args) == 0 {
			o.Args = script.Args
		}
	} else {
		script, err = session.ReadScript(w.Dir, o.Script)
	}
	if err != nil {
		return err
	}
	quiet := w
	errs := &switchable{io.Discard}
	quiet.Out, quiet.Err = io.Discard, errs
	if o.Output {
		quiet.Out, errs.Writer = w.Out, w.Err
	}
	quiet.Terminal.Color = false
	s, err := session.New(ctx, quiet, o.Options, script)
	if err != nil {
		return err
	}
	code, perrs := s.Engine.Load(s.ScriptPath, script.Text)
	if len(perrs) > 0 {
		errs.Writer = w.Err
		if err := s.Engine.ShowParseErrors(script.Name, script.Text, perrs); err != nil {
			return err
		}
		return session.ExitCode(session.CodeFailed)
	}
	res := s.Engine.RunFile(code, o.Args)
	if err := s.Close(); err != nil {
		return session.Problemf("--write %s: %v", o.Write, err)
	}
	if res.Cancelled != nil {
		return cancelled(w, s, res)
	}
	p := build(s, script, res, s.Engine.ErrorCount())
	if o.JSON {
		p.list()
		if err := session.WriteJSON(w.Out, p); err != nil {
			return err
		}
	} else if err := render(w, p, s); err != nil {
		return err
	}
	return exitCode(p, o.DetailedExitCode)
}

// exitCode: without --detailed-exitcode a plan fails only when the script did.
func exitCode(p *Plan, detailed bool) error {
	switch {
	case p.Error != nil:
		return session.ExitCode(session.CodeFailed)
	case !detailed:
		return nil
	case p.ExitCode != 0:
		return session.ExitCode(session.CodeFailed)
	case len(p.net) > 0:
		return session.ExitCode(2)
	}
	return nil
}

func cancelled(w session.World, s *session.Session, res runtime.Result) error {
	n := len(s.Tenant.Tx.Journal())
	fmt.Fprintf(w.Err, "rehearse: stopped%s after %d changes, none of which count: %s\n", session.StoppedAt(res), n, session.WhyStopped(res.Cancelled))
	return session.ExitCode(res.ExitCode)
}

// switchable is a writer whose target can change: a plan keeps the script's errors to itself, but shows why a script does not parse.
type switchable struct{ io.Writer }
