package plan

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rehearse/cmd/rehearse/session"
	"rehearse/runtime/host"
	"rehearse/state"
	"rehearse/state/file"
)

// migrationScript moves users to Operator Connect: unassign, remove the licence, wait, assign.
const migrationScript = `param([string]$CsvPath = 'users.csv')
Connect-MicrosoftTeams | Out-Null
Connect-MgGraph -Scopes 'User.ReadWrite.All' -NoWelcome
$callingPlan = (Get-MgSubscribedSku -All | Where-Object SkuPartNumber -eq 'MCOPSTN1').SkuId
$users = Import-Csv -Path $CsvPath
foreach ($u in $users) {
    $old = Get-CsOnlineUser -Identity $u.UserPrincipalName
    if ($old.LineUri) {
        Write-Host "$($u.UserPrincipalName): $($old.LineUri -replace '^tel:', '') -> $($u.NewNumber)"
        Remove-CsPhoneNumberAssignment -Identity $u.UserPrincipalName -RemoveAll
    }
    if ($u.CallingPlan -eq 'True') { Set-MgUserLicense -UserId $u.UserPrincipalName -AddLicenses @() -RemoveLicenses @($callingPlan) | Out-Null }
}
Start-Sleep -Seconds 1800
foreach ($u in $users) {
    Set-CsPhoneNumberAssignment -Identity $u.UserPrincipalName -TelephoneNumber $u.NewNumber -NumberType OperatorConnect
}
`

// writeMigration writes tenant.yaml, users.csv and migrate.ps1 of a migration of so many users.
func writeMigration(t testing.TB, users int) (dir string) {
	data := file.Init(users+users/4, 1) // an eighth and more have no telephone system
	tenant, err := data.Tenant(state.NewClock(time.Time{}, state.Fast))
	if err != nil {
		t.Fatal(err)
	}
	var csv strings.Builder
	csv.WriteString("UserPrincipalName,NewNumber,CallingPlan\n")
	rows := 0
	for u := range tenant.View().Users() {
		if has(u, enterprise) && rows < users {
			fmt.Fprintf(&csv, "%s,+1415%07d,%v\n", u.UserPrincipalName, 4000000+rows, has(u, callingPlan))
			rows++
		}
	}
	dir = t.TempDir()
	for name, text := range map[string]string{"tenant.yaml": string(file.Encode(data)), "users.csv": csv.String(), "migrate.ps1": migrationScript} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// The subscriptions SPE_E5 and MCOPSTN1.
const (
	enterprise  = "06ebc4ee-1bb5-47dd-8120-11324bc54e06"
	callingPlan = "0dab259f-bf13-4952-b7f8-7db8f131b28d"
)

func has(u *state.User, sku string) bool {
	return slices.ContainsFunc(u.Licenses, func(l state.License) bool { return l.SkuID == sku })
}

func planMigration(t testing.TB, dir string) string {
	var out, errs bytes.Buffer
	w := session.World{In: strings.NewReader(""), Out: &out, Err: &errs, Dir: dir, Terminal: host.Terminal{Width: 100}}
	if err := Run(t.Context(), w, Options{Script: "migrate.ps1"}); err != nil || errs.Len() > 0 {
		t.Fatal(err, errs.String())
	}
	return out.String()
}

// BenchmarkMigration plans the migration of 2,000 users.
func BenchmarkMigration(b *testing.B) {
	dir := writeMigration(b, 2000)
	session.CollectLate()
	b.ReportAllocs()
	for b.Loop() {
		planMigration(b, dir)
	}
}

// TestMigration: each user's record changes, and so does each number that was or is assigned.
func TestMigration(t *testing.T) {
	out := planMigration(t, writeMigration(t, 20))
	if !strings.Contains(out, "to create, ") || strings.Count(out, "  ~ user ") != 20 || strings.Count(out, "  ~ phoneNumber ") < 20 {
		t.Error(out)
	}
}
