// Package sim is `rehearse sim`: the simulator's own cmdlets from the command line, on a tenant file.
package sim

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/session"
	"rehearse/state/file"
)

// verb is one subcommand and the script text that it runs; arguments follow as PowerShell parameters.
type verb struct{ name, line, short, example string }

var verbs = []verb{
	{"operators", "Get-SimOperator @args", "List operators by region or service", "rehearse sim operators -Region US"},
	{"enable", "Enable-SimOperator @args", "Enable an operator: countries, contact, data-transfer notice", `rehearse sim enable "Pure IP" -Country US -ContactName "Ann Lee" -ContactEmail ann@contoso.com -OptIn -AcceptNotice`},
	{"countries", "Set-SimOperatorCountry @args", "Set the countries of an operator", `rehearse sim countries "Pure IP" -Country US,GB`},
	{"suspend", "Suspend-SimOperator @args", "Suspend an operator", `rehearse sim suspend "Pure IP"`},
	{"resume", "Resume-SimOperator @args", "Resume an operator", `rehearse sim resume "Pure IP"`},
	{"remove", "Remove-SimOperator @args", "Remove an operator whose numbers are released", `rehearse sim remove "Pure IP"`},
	{"tenant-id", "Send-SimTenantId @args", "Hand the tenant id over to an operator", `rehearse sim tenant-id "Pure IP"`},
	{"upload", "param($Operator, $Path) Import-Csv -Path $Path | Publish-SimNumber -Operator $Operator", "Upload a CSV of numbers and users as the operator does", `rehearse sim upload "Pure IP" numbers.csv`},
	{"release", "Unpublish-SimNumber @args", "Let an operator take unassigned numbers back", `rehearse sim release "Pure IP" +14255550100`},
	{"step", "Step-SimClock @args", "Let virtual time pass", "rehearse sim step -Minutes 30"},
}

// Options of the command.
type Options struct {
	Tenant, Profile string
	DryRun          bool
}

// Command declares `sim` with a subcommand for each verb.
func Command(w session.World) *cobra.Command {
	c := &cobra.Command{Use: "sim", Short: "Do what only an operator or the admin centre can: enable, upload, release, let time pass",
		Long: "The simulator's own commands on a tenant. With --tenant FILE the changed tenant is written back to the file; the built-in tenant is never changed."}
	for _, v := range verbs {
		o := Options{}
		sub := &cobra.Command{Use: v.name + " [parameters]", Short: v.short, Example: "  " + v.example, RunE: func(c *cobra.Command, args []string) error {
			return Run(c.Context(), w, o, v.line, args)
		}}
		sub.Flags().StringVar(&o.Tenant, "tenant", "", "tenant file, or a built-in tenant by name")
		sub.Flags().StringVar(&o.Profile, "profile", "fast", "how slowly the service settles: fast, typical or strict")
		sub.Flags().BoolVar(&o.DryRun, "dry-run", false, "show the result and leave the file as it is")
		sub.Flags().SetInterspersed(false)
		c.AddCommand(sub)
	}
	return c
}

// Run runs one line of script on the tenant and saves the tenant if it came from a file.
func Run(ctx context.Context, w session.World, o Options, line string, args []string) error {
	script := &session.Script{Name: "sim", Text: line, Path: filepath.Join(w.Dir, "sim.ps1")}
	s, err := session.New(ctx, w, session.Options{Tenant: o.Tenant, Profile: o.Profile}, script)
	if err != nil {
		return err
	}
	code, errs := s.Engine.Load(s.ScriptPath, line)
	if len(errs) > 0 {
		return session.Problemf("%s", errs[0].Message)
	}
	res := s.Engine.RunFile(code, args)
	if err := s.Close(); err != nil {
		return err
	}
	if res.ExitCode != 0 || s.Engine.ErrorCount() > 0 {
		return session.ExitCode(session.CodeFailed)
	}
	if o.DryRun || !isFile(o.Tenant) {
		return nil
	}
	path := o.Tenant
	if !filepath.IsAbs(path) {
		path = filepath.Join(w.Dir, path)
	}
	s.Tenant.Tx.Commit()
	if err := file.Save(path, file.FromTenant(s.Tenant.Tenant, o.Tenant)); err != nil {
		return session.Problemf("%s: %v", o.Tenant, err)
	}
	return nil
}

// isFile tells whether --tenant names a file rather than a built-in tenant.
func isFile(name string) bool {
	if name == "" {
		return false
	}
	for _, b := range file.Builtins() {
		if strings.EqualFold(b, name) {
			return false
		}
	}
	return true
}
