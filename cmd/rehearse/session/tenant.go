package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rehearse/cmdlets/online"
	"rehearse/state"
	"rehearse/state/file"
	"rehearse/state/service"
)

// defaultStart is when virtual time begins unless --start says otherwise: a fixed instant, so that runs can be repeated.
var defaultStart = time.Date(2026, 9, 1, 20, 0, 0, 0, time.UTC)

// TenantData finds the tenant of a run: the file that --tenant names, else tenant.yaml beside the script, else the built-in one.
func TenantData(dir, flag string, script *Script) (*file.Data, error) {
	path := flag
	switch {
	case script != nil && flag == "" && script.Tenant != nil:
		return script.Tenant, nil
	case flag == "" && script != nil && script.Path != "":
		beside := filepath.Join(filepath.Dir(script.Path), "tenant.yaml")
		if _, err := os.Stat(beside); err == nil {
			path = beside
		}
	case flag != "":
		for _, n := range file.Builtins() {
			if n == flag {
				return builtin(flag)
			}
		}
	}
	if path == "" {
		return builtin("")
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	d, err := file.Load(path)
	if err != nil {
		return nil, tenantProblem(err, flag)
	}
	return d, nil
}

func builtin(name string) (*file.Data, error) {
	d, err := file.Builtin(name)
	if err != nil {
		return nil, tenantProblem(err, name)
	}
	return d, nil
}

// tenantProblem shows the place of a fault in a tenant file, with its line and the cure.
func tenantProblem(err error, name string) error {
	var f *file.Error
	if !errors.As(err, &f) {
		if errors.Is(err, os.ErrNotExist) {
			return Problemf("%s: there is no such tenant file. Built in are %s; rehearse tenant init makes one", name, strings.Join(file.Builtins(), ", "))
		}
		return Problemf("%s: %v", name, err)
	}
	var b strings.Builder
	if name == "" {
		name = f.File
	}
	b.WriteString(name)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", f.Line, f.Column)
	}
	b.WriteString(": " + f.Message)
	if f.Text != "" {
		fmt.Fprintf(&b, "\n  %d | %s", f.Line, f.Text)
	}
	if f.Cure != "" {
		b.WriteString("\n  " + f.Cure)
	}
	return Problemf("%s", b.String())
}

// Tenant is a tenant with the transaction that a script works in.
type Tenant struct {
	Data   *file.Data
	Clock  *state.Clock
	Tenant *state.Tenant
	Tx     *state.Tx
}

// OpenTenant makes a tenant of its data and begins a transaction.
func OpenTenant(d *file.Data, profile string, start time.Time) (*Tenant, error) {
	p, err := state.ParseProfile(profile)
	if err != nil {
		return nil, Problemf("--profile: %v", err)
	}
	if start.IsZero() {
		start = defaultStart
	}
	t := &Tenant{Data: d, Clock: state.NewClock(start, p)}
	if t.Tenant, err = d.Tenant(t.Clock); err != nil {
		return nil, tenantProblem(err, d.Name)
	}
	t.Tx = t.Tenant.Begin()
	return t, nil
}

// tenantClock is the tenant's virtual time as the script's clock: waiting lets the service do what falls due.
type tenantClock struct {
	t      *Tenant
	waited time.Duration
}

// Now is the present virtual instant.
func (c *tenantClock) Now() time.Time { return c.t.Clock.Now() }

// Sleep lets time pass at once.
func (c *tenantClock) Sleep(d time.Duration) error {
	if d > 0 {
		c.waited += d
		service.Advance(service.Call{Tx: c.t.Tx, Cause: state.Cause{Cmdlet: "Start-Sleep"}}, d)
	}
	return nil
}

// extension is what the online cmdlets keep per engine.
func (t *Tenant) extension(fileName func(string) string, loose bool) *online.Session {
	return &online.Session{Tx: t.Tx, FileName: fileName, Loose: loose}
}
