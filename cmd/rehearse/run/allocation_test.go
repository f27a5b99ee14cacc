package run_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	goruntime "runtime"
	"strings"
	"testing"
)

// TestAllocations: a turn of a loop over integers allocates nothing, nor does an object on its way through Where-Object and
// ForEach-Object.
func TestAllocations(t *testing.T) {
	for name, script := range map[string]string{
		"for":      `$s = 0; for ($i = 0; $i -lt %d; $i++) { if (($i -bxor 5) %% 3 -eq 0) { $s += $i } }`,
		"foreach":  `$s = 0; foreach ($i in 1..%d) { $s = $s + $i * 2 - 1 }`,
		"while":    `$i = 0; while ($i -lt %d) { $i++ }`,
		"array":    `$a = 1, 2, 3; $s = 0; for ($i = 0; $i -lt %d; $i++) { $a[1] = $i; $s += $a[1] + $a.Count }`,
		"method":   `$l = 'abc'; for ($i = 0; $i -lt %d; $i++) { $x = $l.IndexOf('c') }`,
		"property": `$o = [pscustomobject]@{ A = 1 }; for ($i = 0; $i -lt %d; $i++) { $o.A = $o.A + 1 }`,
		"pipeline": `1..%d | Where-Object { $_ %% 3 -eq 0 } | ForEach-Object { $_ + 1 } | Out-Null`,
	} {
		t.Run(name, func(t *testing.T) {
			few, many := 2000, 22000
			a, b := allocations(t, fmt.Sprintf(script, few)), allocations(t, fmt.Sprintf(script, many))
			if each := (b - a) / float64(many-few); each > 0.01 {
				t.Errorf("%.3f allocations a turn", each)
			}
		})
	}
}

func allocations(t *testing.T, script string) float64 {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "case.ps1"), []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	return testing.AllocsPerRun(2, func() {
		if errs, code := inside(dir, io.Discard); code != 0 || errs != "" {
			t.Fatal(code, errs)
		}
	})
}

const csvRows = 100_000

// csvFolder is a folder with a script and users.csv of csvRows rows.
func csvFolder(b *testing.B, script string) string {
	dir := b.TempDir()
	var csv bytes.Buffer
	csv.WriteString("UserPrincipalName,PhoneNumber,City,Enabled\n")
	for i := range csvRows {
		fmt.Fprintf(&csv, "user%d@contoso.com,+1415%07d,\"San Francisco, CA\",True\n", i, i)
	}
	for name, text := range map[string][]byte{"case.ps1": []byte(script), "users.csv": csv.Bytes()} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// BenchmarkCsv reads and writes 100,000 rows.
func BenchmarkCsv(b *testing.B) {
	dir := csvFolder(b, "$rows = Import-Csv users.csv\n$rows | Export-Csv out.csv\n$rows.Count")
	for b.Loop() {
		var out strings.Builder
		if errs, code := inside(dir, &out); code != 0 || strings.TrimSpace(out.String()) != fmt.Sprint(csvRows) {
			b.Fatal(code, errs, out.String())
		}
	}
}

// BenchmarkFormatTable streams a table of 100,000 rows and reports what is alive in the middle of it.
func BenchmarkFormatTable(b *testing.B) {
	dir := csvFolder(b, "Import-Csv users.csv | Format-Table")
	live := uint64(0)
	for b.Loop() {
		w := &middle{at: csvRows * 60 / 2, look: func() {
			goruntime.GC()
			var m goruntime.MemStats
			goruntime.ReadMemStats(&m)
			live = max(live, m.HeapAlloc)
		}}
		if errs, code := inside(dir, w); code != 0 {
			b.Fatal(code, errs)
		}
	}
	b.ReportMetric(float64(live)/(1<<20), "live-MB")
}

// middle calls look once when so many bytes have been written.
type middle struct {
	at   int
	look func()
}

func (m *middle) Write(p []byte) (int, error) {
	if m.at -= len(p); m.at < 0 && m.look != nil {
		m.look()
		m.look = nil
	}
	return len(p), nil
}
