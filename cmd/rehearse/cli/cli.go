// Package cli joins the commands into one command line. Each command is a package of its own with an options struct and a function
// that tests call; nothing but System touches the process.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/check"
	"rehearse/cmd/rehearse/example"
	"rehearse/cmd/rehearse/plan"
	"rehearse/cmd/rehearse/run"
	"rehearse/cmd/rehearse/session"
	"rehearse/cmd/rehearse/sim"
	"rehearse/cmd/rehearse/tenant"
)

// System is the world of the process: its streams, environment, folder and terminal.
func System() session.World {
	session.CollectLate()
	return session.SystemWorld()
}

// Main runs one command line and returns the exit code.
func Main(args []string, w session.World) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if !w.Live {
		var flush func() error
		w, flush = w.Buffered()
		defer func() { _ = flush() }() // nobody is left to hear of it
	}
	root := Root(w)
	root.SetArgs(args)
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	err := root.ExecuteContext(ctx)
	return exitCode(w.Err, err)
}

// Exit codes of rehearse itself; a script's own exit code passes through.
const (
	exitUsage = 2
)

// exitCode shows an error and turns it into the exit code that the README lists.
func exitCode(out io.Writer, err error) int {
	if err == nil {
		return 0
	}
	var code session.ExitCode
	if errors.As(err, &code) {
		return int(code)
	}
	fmt.Fprintln(out, "rehearse: "+err.Error())
	var place *session.Problem
	if errors.As(err, &place) {
		return place.Code
	}
	return exitUsage
}

// Root is the command tree.
func Root(w session.World) *cobra.Command {
	root := &cobra.Command{
		Use:   "rehearse",
		Short: "Rehearse Teams voice scripts against a simulated tenant",
		Long: strings.TrimSpace(`
rehearse runs an unchanged PowerShell script for Microsoft Teams voice against a simulated tenant:
no PowerShell, no modules, no network, and no phone loses its number.`),
		Example: strings.Trim(`
  rehearse plan --example calling-plan     what a migration script would change
  rehearse run migrate.ps1 -Wave 2         the script's own output
  rehearse check scripts                   syntax, cmdlets, parameters
  rehearse tenant show                     the tenant that scripts meet`, "\n"),
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(plan.Command(w), run.Command(w), check.Command(w), example.Command(w), tenant.Command(w), sim.Command(w))
	return root
}
