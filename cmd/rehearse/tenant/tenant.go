// Package tenant is `rehearse tenant`: look at a tenant and make one.
package tenant

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rehearse/cmd/rehearse/session"
	"rehearse/state"
	"rehearse/state/file"
)

// Command declares `tenant`.
func Command(w session.World) *cobra.Command {
	c := &cobra.Command{Use: "tenant", Short: "Show a tenant or make one"}
	c.AddCommand(showCommand(w), initCommand(w))
	return c
}

// ShowOptions are those of `tenant show`.
type ShowOptions struct {
	Tenant string
	Kind   string
	Key    string
	JSON   bool
}

func showCommand(w session.World) *cobra.Command {
	o := ShowOptions{}
	c := &cobra.Command{Use: "show [KIND] [NAME]", Short: "Show what a tenant holds",
		Long:    "Without arguments: how many records of each kind. With a kind (user, number, operator …): these records, a line each. With a name: that record with all its fields.",
		Example: "  rehearse tenant show\n  rehearse tenant show user\n  rehearse tenant show number +14255550100 --tenant contoso.yaml",
		Args:    cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.Kind = args[0]
			}
			if len(args) > 1 {
				o.Key = args[1]
			}
			return Show(w, o)
		}}
	c.Flags().StringVar(&o.Tenant, "tenant", "", "tenant file, or a built-in tenant by name")
	c.Flags().BoolVar(&o.JSON, "json", false, "print the records as JSON")
	return c
}

// Show prints a tenant or a part of it.
func Show(w session.World, o ShowOptions) error {
	d, err := session.TenantData(w.Dir, o.Tenant, nil)
	if err != nil {
		return err
	}
	if o.Kind == "" {
		return overview(w, d)
	}
	var kinds []string
	found := 0
	for _, list := range d.Records {
		if len(list) == 0 {
			continue
		}
		kind := string(list[0].Kind())
		kinds = append(kinds, kind)
		if !strings.EqualFold(kind, o.Kind) && !strings.EqualFold(kind+"s", o.Kind) {
			continue
		}
		for _, r := range list {
			if o.Key != "" && !named(r, o.Key) {
				continue
			}
			found++
			if err := printRecord(w, r, o); err != nil {
				return err
			}
		}
		if found == 0 {
			return session.Problemf("%s has no %s %q", d.Name, kind, o.Key)
		}
		return nil
	}
	return session.Problemf("%s has no %q. It has %s", d.Name, o.Kind, strings.Join(kinds, ", "))
}

// named tells whether a record goes by a name: its key, or the text of one of its identifying fields.
func named(r state.Record, name string) bool {
	if strings.EqualFold(r.Key(), name) || strings.EqualFold(r.ID(), name) {
		return true
	}
	for _, f := range r.Fields() {
		if s, ok := f.Value.(string); ok && strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

func overview(w session.World, d *file.Data) error {
	fmt.Fprintf(w.Out, "%s\n", d.Name)
	for _, list := range d.Records {
		if len(list) == 0 {
			continue
		}
		fmt.Fprintf(w.Out, "  %4d %s\n", len(list), list[0].Kind())
	}
	return nil
}

func printRecord(w session.World, r state.Record, o ShowOptions) error {
	if o.JSON {
		m := map[string]any{}
		for _, f := range r.Fields() {
			m[f.Name] = f.Value
		}
		b, err := json.Marshal(m)
		if err != nil {
			return err
		}
		fmt.Fprintln(w.Out, string(b))
		return nil
	}
	fmt.Fprintln(w.Out, r.Key())
	if o.Key == "" {
		return nil
	}
	for _, f := range r.Fields() {
		fmt.Fprintf(w.Out, "  %-28s %v\n", f.Name, f.Value)
	}
	return nil
}

// InitOptions are those of `tenant init`.
type InitOptions struct {
	Users int
	Seed  uint64
	Force bool
	File  string
}

func initCommand(w session.World) *cobra.Command {
	o := InitOptions{}
	c := &cobra.Command{Use: "init FILE", Short: "Write a believable tenant to a file", Args: cobra.ExactArgs(1),
		Example: "  rehearse tenant init contoso.yaml\n  rehearse tenant init big.yaml --users 2000 --seed 7",
		RunE: func(_ *cobra.Command, args []string) error {
			o.File = args[0]
			return Init(w, o)
		}}
	c.Flags().IntVar(&o.Users, "users", 0, "number of users; 0 writes the built-in tenant")
	c.Flags().Uint64Var(&o.Seed, "seed", 1, "equal seeds give equal tenants")
	c.Flags().BoolVar(&o.Force, "force", false, "overwrite the file")
	return c
}

// Init writes a tenant file.
func Init(w session.World, o InitOptions) error {
	path := o.File
	if !filepath.IsAbs(path) {
		path = filepath.Join(w.Dir, path)
	}
	if _, err := os.Stat(path); err == nil && !o.Force {
		return session.Problemf("%s is there already; --force overwrites it", o.File)
	}
	if o.Users < 0 || o.Users > 100_000 {
		return session.Problemf("--users %d: from 0 to 100000", o.Users)
	}
	var d *file.Data
	var err error
	if o.Users == 0 {
		d, err = file.Builtin("")
	} else {
		d = file.Init(o.Users, o.Seed)
	}
	if err == nil {
		err = file.Save(path, d)
	}
	if err != nil {
		return session.Problemf("%s: %v", o.File, err)
	}
	fmt.Fprintf(w.Out, "%s written. Use it with --tenant %s, or as tenant.yaml beside a script.\n", o.File, o.File)
	return nil
}
