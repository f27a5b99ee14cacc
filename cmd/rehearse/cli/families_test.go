package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rehearse/cmd/rehearse/session"
	"rehearse/cmdlets/teams"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
)

// TestFamilies walks every policy of the module through its life: made, read, granted, changed, taken away, removed. Each step must
// succeed and leave no error.
func TestFamilies(t *testing.T) {
	dotnet.Install() // declarations name its types
	catalog := teams.Catalog()
	var b strings.Builder
	b.WriteString("$ErrorActionPreference = 'Stop'\nConnect-MicrosoftTeams | Out-Null\n")
	policies := 0
	for _, name := range catalog.Names() {
		noun, ok := strings.CutPrefix(name, "New-")
		if !ok || !strings.HasSuffix(noun, "Policy") || !catalog.Simulated(name) || !catalog.Simulated("Get-"+noun) {
			continue
		}
		if mandatory(t, catalog.Find(name).Params) {
			continue
		}
		policies++
		b.WriteString("$made = New-" + noun + " -Identity Lab\n")
		b.WriteString("if ($made.Identity -notlike '*Lab') { \"" + noun + ": made $($made.Identity)\" }\n")
		b.WriteString("if ((Get-" + noun + " -Identity Lab).Identity -ne $made.Identity) { '" + noun + ": read back another' }\n")
		b.WriteString("if (@(Get-" + noun + ")[0].Identity -ne 'Global') { '" + noun + ": Global is not first' }\n")
		if catalog.Simulated("Grant-" + noun) {
			b.WriteString("Grant-" + noun + " -Identity kate.king@contoso.com -PolicyName Lab\n")
			b.WriteString("Grant-" + noun + " -Identity kate.king@contoso.com -PolicyName $null\n")
		}
		b.WriteString("Remove-" + noun + " -Identity Lab\n")
		b.WriteString("try { $null = Get-" + noun + " -Identity Lab; '" + noun + ": still there' } catch { }\n")
	}
	if policies < 30 {
		t.Errorf("only %d policies are walked through", policies)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "policies.ps1"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := Main([]string{"run", "policies.ps1"}, session.World{In: strings.NewReader(""), Out: &out, Err: &errs, Dir: dir, Terminal: host.Terminal{Width: 100}})
	if code != 0 || out.Len() > 0 || errs.Len() > 0 {
		t.Errorf("exit code %d\n%s%s", code, out.String(), errs.String())
	}
}

// mandatory tells whether New asks for more than an identity.
func mandatory(t *testing.T, params []bind.Parameter) bool {
	t.Helper()
	for i := range params {
		for _, m := range params[i].Sets {
			if m.Mandatory && params[i].Name != "Identity" {
				return true
			}
		}
	}
	return false
}

// TestSimulated is a ratchet: how many of the module's cmdlets do something.
func TestSimulated(t *testing.T) {
	catalog := teams.Catalog()
	simulated := 0
	for _, name := range catalog.Names() {
		if catalog.Simulated(name) {
			simulated++
		}
	}
	t.Logf("%d of %d cmdlets are simulated", simulated, len(catalog.Names()))
	if before := 430; simulated < before {
		t.Errorf("%d cmdlets are simulated, %d were before", simulated, before)
	}
}
