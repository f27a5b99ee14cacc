package run

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rehearse/cmdlets"
	"rehearse/parser"
	"rehearse/runtime"
	"rehearse/runtime/host"
)

var onlyCase = flag.String("case", "", "replay only cases whose area/archive:case contains this text, and show their differences")

const oracleDir = "../../../testdata/oracle"

// oracleCase is one recorded script with what the reference engine made of it.
type oracleCase struct {
	area, archive, name string
	files               map[string]string // by section suffix: "ps1", "out", …, and "/data.csv" for files of the case
}

func (c *oracleCase) id() string { return c.area + "/" + c.archive + ":" + c.name }

// loadArchive splits an archive into its cases. A section begins at a line `-- NAME --` whose name has a known form; other lines of
// dashes are output.
func loadArchive(t testing.TB, area, path string) []*oracleCase {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	archive := strings.TrimSuffix(filepath.Base(path), ".txtar")
	byName := map[string]*oracleCase{}
	var order []*oracleCase
	var section *strings.Builder
	flush := func() {}
	for line := range strings.Lines(string(data)) {
		name, ok := sectionName(line)
		if !ok {
			if section != nil {
				section.WriteString(line)
			}
			continue
		}
		flush()
		c, key := splitSection(name)
		oc := byName[c]
		if oc == nil {
			oc = &oracleCase{area: area, archive: archive, name: c, files: map[string]string{}}
			byName[c] = oc
			order = append(order, oc)
		}
		section = &strings.Builder{}
		s := section
		flush = func() { oc.files[key] = s.String() }
	}
	flush()
	return order
}

func sectionName(line string) (string, bool) {
	s := strings.TrimRight(line, "\r\n")
	if !strings.HasPrefix(s, "-- ") || !strings.HasSuffix(s, " --") || len(s) < 7 {
		return "", false
	}
	name := s[3 : len(s)-3]
	if strings.Contains(name, "/") && !strings.ContainsAny(name, " ") {
		return name, true
	}
	for _, ext := range []string{".ps1", ".out", ".err", ".code", ".args", ".stdin"} {
		if strings.HasSuffix(name, ext) && !strings.ContainsAny(name, " /") {
			return name, true
		}
	}
	return "", false
}

func splitSection(name string) (c, key string) {
	if i := strings.IndexByte(name, '/'); i > 0 {
		return name[:i], name[i:]
	}
	i := strings.LastIndexByte(name, '.')
	return name[:i], name[i+1:]
}

// outcome is what a replay gave.
type outcome struct {
	Out, Err string
	Code     int
}

func (c *oracleCase) expected() outcome {
	code := 0
	if s, ok := c.files["code"]; ok {
		code, _ = strconv.Atoi(strings.TrimSpace(s)) // a broken number fails the comparison
	}
	return outcome{Out: c.files["out"], Err: c.files["err"], Code: code}
}

// replay runs a case as it was recorded: folder /case, home /home/user, UTC, en-US, 80 columns, no terminal.
func (c *oracleCase) replay(table runtime.Table, start time.Time) (o outcome) {
	var out, errs bytes.Buffer
	clock := host.NewVirtualClock(start)
	files := host.NewOverlay(host.Linux, clock)
	for _, dir := range []string{"/case", "/home", "/home/user", "/tmp"} {
		if err := files.Mkdir(dir); err != nil {
			panic(err)
		}
	}
	put := func(path, content string) {
		parts := strings.Split(path, "/")
		for i := 3; i < len(parts); i++ {
			_ = files.Mkdir(strings.Join(parts[:i], "/")) // it may be there
		}
		w, err := files.Create(path, false)
		if err != nil {
			panic(err)
		}
		_, _ = w.Write([]byte(content)) // memory
		_ = w.Close()                   // memory
	}
	put("/case/case.ps1", c.files["ps1"])
	for k, v := range c.files {
		if strings.HasPrefix(k, "/") {
			put("/case"+k, v)
		}
	}
	env := &host.Environment{}
	env.Set("HOME", "/home/user")
	env.Set("PATH", "/usr/bin:/bin")
	env.Set("USER", "user")
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	h := &host.Host{Platform: host.Linux, Out: &out, Err: &errs, Terminal: host.Terminal{Width: 80}, Files: files, Clock: clock, Env: env}
	if in, ok := c.files["stdin"]; ok {
		h.In = host.NewInput(strings.NewReader(in))
		h.Prompts = host.Redirected{In: h.In}
	}
	e := runtime.New(runtime.Options{Host: h, Cmdlets: table, Context: ctx, Location: "/case", Limits: runtime.Limits{Output: 8 << 20}})
	code, perrs := load(e, c.files["ps1"])
	if len(perrs) > 0 {
		_ = e.ShowParseErrors("/case/case.ps1", c.files["ps1"], perrs) // memory
		return outcome{out.String(), errs.String(), 1}
	}
	var args []string
	for line := range strings.Lines(c.files["args"]) {
		args = append(args, strings.TrimRight(line, "\n"))
	}
	res := e.RunFile(code, args)
	return outcome{ended(out.String()), ended(errs.String()), res.ExitCode}
}

// ended is a text with the final line end without which an archive cannot hold it.
func ended(s string) string {
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return s
}

func load(e *runtime.Engine, text string) (*runtime.Code, []*parser.Error) {
	return e.Load("/case/case.ps1", text)
}

// oracleAreas are the folders of recorded cases.
var oracleAreas = []string{"data", "dotnet", "errors", "files", "flow", "formatting", "functions", "objects", "operators", "pester", "prompts", "scripts", "strings"}

// oracleStart is where the virtual clock of a replay stands.
var oracleStart = time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)

// TestOracle replays every recorded case, a subtest each; one that does not pass yet is skipped. How many pass may only rise.
func TestOracle(t *testing.T) {
	table := cmdlets.All()
	known := knownDifferences(t)
	passed, total := map[string]int{}, map[string]int{}
	for _, area := range oracleAreas {
		paths, err := filepath.Glob(filepath.Join(oracleDir, area, "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			for _, c := range loadArchive(t, area, path) {
				if _, ok := c.files["ps1"]; !ok || *onlyCase != "" && !strings.Contains(c.id(), *onlyCase) {
					continue
				}
				total[area]++
				t.Run(c.id(), func(t *testing.T) {
					want, got := c.expected(), c.replay(table, oracleStart)
					switch {
					case got == want && known[c.id()] != "":
						t.Errorf("%s matches and stands among the known differences: take it out", c.id())
					case got == want:
						passed[area]++
					case *onlyCase != "":
						t.Errorf("%s differs (-want +got):\n%s\n%s", c.id(), c.files["ps1"], cmp.Diff(want, got))
					case known[c.id()] != "":
						t.Skip("known difference: " + known[c.id()])
					default:
						if *listFailures {
							fmt.Println("differs: " + c.id())
						}
						t.Skip("not yet")
					}
				})
			}
		}
	}
	if *onlyCase == "" {
		readRatchet(t).check(t, passed, total)
	}
}
