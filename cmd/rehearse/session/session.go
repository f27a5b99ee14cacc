package session

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"rehearse/cmdlets"
	"rehearse/runtime"
	"rehearse/runtime/host"
)

// Options are the flags that every command which runs scripts has.
type Options struct {
	Platform   string
	Tenant     string
	Profile    string
	Start      string
	Answers    string
	Timeout    time.Duration
	MaxDepth   int
	MaxSteps   int64
	MaxOutput  int64
	MaxMemory  int64
	AllowWrite bool
	Write      string
	Loose      bool
}

// Flags declares the options.
func (o *Options) Flags(f *pflag.FlagSet) {
	f.StringVar(&o.Tenant, "tenant", "", "tenant file, or a built-in tenant by name; else tenant.yaml beside the script, else the built-in contoso")
	f.StringVar(&o.Profile, "profile", "fast", "how slowly the service settles: fast, typical or strict")
	f.StringVar(&o.Start, "start", "", "when virtual time begins, such as 2026-09-01T20:00:00Z")
	f.StringVar(&o.Answers, "answers", "", "file with one answer a line for Read-Host and other prompts")
	f.StringVar(&o.Platform, "platform", "windows", "system the script believes in: windows or linux")
	f.DurationVar(&o.Timeout, "timeout", 0, "end the run after so long, such as 30s; 0 is never")
	f.IntVar(&o.MaxDepth, "max-depth", 0, "nested calls; 0 is 1000")
	f.Int64Var(&o.MaxSteps, "max-steps", 0, "loop turns and pipeline objects; 0 is no limit")
	f.Int64Var(&o.MaxOutput, "max-output", 0, "bytes of output; 0 is no limit")
	f.Int64Var(&o.MaxMemory, "max-memory", 0, "bytes of one string or array; 0 is 512 MB")
	f.BoolVar(&o.AllowWrite, "allow-write", false, "let the script's files reach the disk below the current folder")
	f.StringVar(&o.Write, "write", "", "folder into which the files that the script wrote are put at the end")
	f.BoolVar(&o.Loose, "loose", false, "warn about cmdlets that are not simulated instead of failing")
}

// Session is an engine with its sandbox and tenant.
type Session struct {
	Engine *runtime.Engine
	Host   *host.Host
	Files  *host.Overlay
	Tenant *Tenant
	Prompt *Prompter
	clock  *tenantClock
	cancel context.CancelFunc
	write  string
	// ScriptPath is the script's path as it sees itself.
	ScriptPath string
}

// Waited is how long the script slept in virtual time.
func (s *Session) Waited() time.Duration { return s.clock.waited }

// Close writes what is to be written and releases the session's timers.
func (s *Session) Close() error {
	s.cancel()
	if s.write == "" {
		return nil
	}
	return s.Files.Materialize(s.write)
}

// New builds a session for a script.
func New(ctx context.Context, w World, o Options, script *Script) (*Session, error) {
	platform := host.Windows
	switch strings.ToLower(o.Platform) {
	case "", "windows":
	case "linux":
		platform = host.Linux
	default:
		return nil, Problemf("--platform %s: there is windows and linux", o.Platform)
	}
	var start time.Time
	if o.Start != "" {
		var err error
		if start, err = time.Parse(time.RFC3339, o.Start); err != nil {
			return nil, Problemf("--start %s: write it as 2026-09-01T20:00:00Z", o.Start)
		}
	}
	data, err := TenantData(w.Dir, o.Tenant, script)
	if err != nil {
		return nil, err
	}
	s := &Session{write: o.Write}
	if s.Tenant, err = OpenTenant(data, o.Profile, start); err != nil {
		return nil, err
	}
	s.clock = &tenantClock{t: s.Tenant}
	s.Files = host.NewOverlay(platform, s.clock)
	if o.AllowWrite {
		s.Files.WriteThrough()
	}
	place := workingFolder(platform, w.Dir)
	if err := s.Files.Mount(place, w.Dir); err != nil {
		return nil, Problemf("%v", err)
	}
	names := map[string]string{}
	if script != nil {
		if place, err = s.place(platform, place, w.Dir, script); err != nil {
			return nil, err
		}
		names[s.ScriptPath] = script.Name
	}
	s.cancel = func() {}
	if o.Timeout > 0 {
		ctx, s.cancel = context.WithTimeout(ctx, o.Timeout)
	}
	if s.Prompt, err = newPrompter(ctx, w, o.Answers); err != nil {
		return nil, err
	}
	env := environment(platform)
	makeFolders(s.Files, env, platform)
	s.Host = &host.Host{Platform: platform, Out: w.Out, Err: w.Err, Terminal: w.Terminal, Files: s.Files, Clock: s.clock, Env: env, Prompts: s.Prompt, In: s.Prompt.input, Seed: 1}
	fileName := func(path string) string {
		if n := names[path]; n != "" {
			return n
		}
		return path
	}
	s.Engine = runtime.New(runtime.Options{
		Host: s.Host, Cmdlets: cmdlets.All(), Catalogs: cmdlets.Catalogs(), Views: cmdlets.Views(), Context: ctx, Location: place, Extension: s.Tenant.extension(fileName, o.Loose),
		Limits: runtime.Limits{Depth: o.MaxDepth, Steps: o.MaxSteps, Output: o.MaxOutput, Memory: o.MaxMemory},
	})
	return s, nil
}

// makeFolders makes the folders that a fresh system has.
func makeFolders(files *host.Overlay, env *host.Environment, p host.Platform) {
	list := []string{"/home", "/home/user", "/tmp"}
	if p == host.Windows {
		list = []string{`C:\Temp`, `C:\Users`, `C:\Users\admin`, `C:\Users\admin\Documents`, `C:\Users\admin\Desktop`, `C:\Users\admin\Downloads`, `C:\Users\admin\AppData`,
			`C:\Users\admin\AppData\Local`, `C:\Users\admin\AppData\Local\Temp`}
	}
	for _, dir := range list {
		_ = files.Mkdir(dir) // it may be there
	}
}

// place puts the script into the session's world and returns the current folder: an embedded example has a folder of its own.
func (s *Session) place(p host.Platform, place, dir string, script *Script) (string, error) {
	if script.Path != "" {
		s.ScriptPath = s.seen(p, place, dir, script)
		return place, nil
	}
	folder := `C:\Example`
	if p == host.Linux {
		folder = "/example"
	}
	_ = s.Files.Mkdir(folder) // a new world
	put := func(name, text string) error {
		w, err := s.Files.Create(folder+p.Separator()+name, false)
		if err != nil {
			return err
		}
		if _, err := w.Write([]byte(text)); err != nil {
			return err
		}
		return w.Close()
	}
	for name, text := range script.Files {
		if err := put(name, text); err != nil {
			return "", err
		}
	}
	s.Files.Settle()
	s.ScriptPath = folder + p.Separator() + script.Name
	return folder, nil
}

// workingFolder is where the current folder stands in the script's world.
func workingFolder(p host.Platform, dir string) string {
	if p == host.Linux {
		return filepath.ToSlash(dir)
	}
	if len(dir) >= 2 && dir[1] == ':' {
		return dir
	}
	return `C:\` + strings.ReplaceAll(strings.Trim(filepath.ToSlash(dir), "/"), "/", `\`)
}

// seen is the path of the script in its own world; a script outside the current folder gets its folder mounted.
func (s *Session) seen(p host.Platform, place, dir string, script *Script) string {
	rel, err := filepath.Rel(dir, script.Path)
	if err == nil && !strings.HasPrefix(rel, "..") {
		if p == host.Windows {
			return place + `\` + strings.ReplaceAll(filepath.ToSlash(rel), "/", `\`)
		}
		return place + "/" + filepath.ToSlash(rel)
	}
	folder := workingFolder(p, filepath.Dir(script.Path))
	_ = s.Files.Mount(folder, filepath.Dir(script.Path)) // the script was just read there
	return folder + p.Separator() + filepath.Base(script.Path)
}

// environment is what $env: holds at the start: nothing of the real one, which may hold secrets.
func environment(p host.Platform) *host.Environment {
	e := &host.Environment{FoldCase: p == host.Windows}
	if p == host.Linux {
		e.Set("HOME", "/home/user")
		e.Set("USER", "user")
		e.Set("PATH", "/usr/local/bin:/usr/bin:/bin")
		e.Set("LANG", "en_US.UTF-8")
		return e
	}
	for _, v := range [][2]string{
		{"USERNAME", "admin"}, {"USERDOMAIN", "CONTOSO"}, {"COMPUTERNAME", "ADMIN-PC"}, {"USERPROFILE", `C:\Users\admin`},
		{"HOMEDRIVE", "C:"}, {"HOMEPATH", `\Users\admin`}, {"APPDATA", `C:\Users\admin\AppData\Roaming`}, {"LOCALAPPDATA", `C:\Users\admin\AppData\Local`},
		{"TEMP", `C:\Users\admin\AppData\Local\Temp`}, {"TMP", `C:\Users\admin\AppData\Local\Temp`}, {"ProgramFiles", `C:\Program Files`},
		{"ProgramData", `C:\ProgramData`}, {"SystemRoot", `C:\Windows`}, {"SystemDrive", "C:"}, {"windir", `C:\Windows`}, {"OS", "Windows_NT"},
		{"PROCESSOR_ARCHITECTURE", "AMD64"}, {"NUMBER_OF_PROCESSORS", "8"}, {"PATH", `C:\Windows\system32;C:\Windows;C:\Program Files\PowerShell\7`},
		{"PATHEXT", ".COM;.EXE;.BAT;.CMD;.PS1"}, {"PSModulePath", `C:\Users\admin\Documents\PowerShell\Modules;C:\Program Files\PowerShell\Modules`},
	} {
		e.Set(v[0], v[1])
	}
	return e
}
