package run_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"rehearse/cmd/rehearse/cli"
	"rehearse/cmd/rehearse/session"
	"rehearse/runtime/host"
)

// The speed scripts stress one thing each and print a checksum. Three ways to run them:
//
//	go test ./cmd/rehearse/run -run Speed                                    what they print
//	go test ./cmd/rehearse/run -run '^$' -bench Speed -benchtime 5x          whole processes against PowerShell's figures
//	go test ./cmd/rehearse/run -run '^$' -bench Script/dates -cpuprofile F   inside this process, for a profile
//
// expected.tsv holds what each prints, pwsh.tsv what PowerShell 7.6.9 takes. Figures of two machines are compared through the calibrator,
// a fixed loop in perl: each is divided by its own machine's. BenchmarkSpeed takes the quickest run of each.
const speedDir = "../../../testdata/speed"

// mainVariable makes the test binary behave as the program itself.
const mainVariable = "REHEARSE_TEST_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(mainVariable) != "" {
		os.Exit(cli.Main(os.Args[1:], cli.System()))
	}
	os.Exit(m.Run())
}

func speedScripts(t testing.TB) []string {
	paths, err := filepath.Glob(filepath.Join(speedDir, "*.ps1"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no speed scripts", err)
	}
	var names []string
	for _, p := range paths {
		names = append(names, strings.TrimSuffix(filepath.Base(p), ".ps1"))
	}
	return names
}

// speedTable reads a table by the names in its first column, without its heading.
func speedTable(t testing.TB, name string) map[string][]string {
	data, err := os.ReadFile(filepath.Join(speedDir, name))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		rows[f[0]] = f
	}
	return rows
}

// copyScript puts a speed script into a folder of its own.
func copyScript(t testing.TB, name string) (dir string) {
	text, err := os.ReadFile(filepath.Join(speedDir, name+".ps1"))
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "case.ps1"), text, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// runArguments are those of a run as pwsh.tsv was measured.
var runArguments = []string{"run", "--platform", "linux", "case.ps1"}

// inside runs a script of a folder in this process.
func inside(dir string, out io.Writer) (errs string, code int) {
	var e bytes.Buffer
	w := session.World{In: strings.NewReader(""), Out: out, Err: &e, Dir: dir, Terminal: host.Terminal{Width: 80}}
	code = cli.Main(runArguments, w)
	return e.String(), code
}

func checksum(out []byte) string {
	sum := sha256.Sum256(out)
	return hex.EncodeToString(sum[:])
}

// cheapSeconds leaves the dearer scripts to the benchmark: PowerShell's own time for those that every test run replays is below it.
const cheapSeconds = 1.5

// TestSpeedOutput checks what the cheap scripts print.
func TestSpeedOutput(t *testing.T) {
	expected, theirs := speedTable(t, "expected.tsv"), speedTable(t, "pwsh.tsv")
	for _, name := range speedScripts(t) {
		if pwshSeconds(t, theirs[name], 1) > cheapSeconds {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			if errs, code := inside(copyScript(t, name), &out); code != 0 || checksum(out.Bytes()) != expected[name][2] {
				t.Errorf("exit code %d, last line not %q:\n%.300s%.300s", code, expected[name][3], out.String(), errs)
			}
		})
	}
}

func pwshSeconds(t testing.TB, row []string, column int) float64 {
	if len(row) <= column {
		t.Fatal("no figure in pwsh.tsv", row)
	}
	s, err := strconv.ParseFloat(row[column], 64)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// BenchmarkSpeed times whole processes and reports how many times faster they are than PowerShell; at the end the geometric mean.
func BenchmarkSpeed(b *testing.B) {
	expected, theirs := speedTable(b, "expected.tsv"), speedTable(b, "pwsh.tsv")
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	var ratios []float64
	for _, name := range speedScripts(b) {
		b.Run(name, func(b *testing.B) {
			dir := copyScript(b, name)
			unit := calibrate(b)
			quickest, memory := math.Inf(1), int64(0)
			for b.Loop() {
				c := exec.Command(self, runArguments...)
				c.Dir, c.Env = dir, append(os.Environ(), mainVariable+"=1")
				begin := time.Now()
				out, err := c.Output()
				quickest = min(quickest, time.Since(begin).Seconds())
				if err != nil || checksum(out) != expected[name][2] {
					b.Fatalf("last line not %q: %v\n%.300s", expected[name][3], err, out)
				}
				memory = max(memory, peakMemory(c.ProcessState))
			}
			ratio := pwshSeconds(b, theirs[name], 1) / pwshSeconds(b, theirs[name], 4) / (quickest / unit)
			ratios = append(ratios, ratio)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(quickest*1000, "ms")
			b.ReportMetric(float64(memory)/(1<<20), "MB")
			b.ReportMetric(ratio, "times-faster")
		})
	}
	product := 0.0
	for _, r := range ratios {
		product += math.Log(r)
	}
	fmt.Printf("geometric mean of times-faster: %.2f\n", math.Exp(product/float64(len(ratios))))
}

// calibrate is the quickest of three runs of the calibrator, in seconds.
func calibrate(b *testing.B) float64 {
	best := math.Inf(1)
	for range 3 {
		begin := time.Now()
		if err := exec.Command("perl", "-e", "my $s=0; for my $i (1..6_000_000) { $s += $i % 7 } print $s").Run(); err != nil {
			b.Skip("the calibrator needs perl: ", err)
		}
		best = min(best, time.Since(begin).Seconds())
	}
	return best
}

// BenchmarkScript runs the scripts inside this process, where a profiler sees them.
func BenchmarkScript(b *testing.B) {
	session.CollectLate()
	for _, name := range speedScripts(b) {
		b.Run(name, func(b *testing.B) {
			dir := copyScript(b, name)
			b.ReportAllocs()
			for b.Loop() {
				if errs, code := inside(dir, io.Discard); code != 0 {
					b.Fatal(code, errs)
				}
			}
		})
	}
}
