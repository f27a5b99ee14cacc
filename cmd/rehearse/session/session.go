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
	Timeout    time.Duration
	MaxDepth   int
	MaxSteps   int64
	MaxOutput  int64
	MaxMemory  int64
	AllowWrite bool
}

// Flags declares the options.
func (o *Options) Flags(f *pflag.FlagSet) {
	f.StringVar(&o.Platform, "platform", "windows", "system the script believes in: windows or linux")
	f.DurationVar(&o.Timeout, "timeout", 0, "end the run after so long, such as 30s; 0 is never")
	f.IntVar(&o.MaxDepth, "max-depth", 0, "nested calls; 0 is 1000")
	f.Int64Var(&o.MaxSteps, "max-steps", 0, "loop turns and pipeline objects; 0 is no limit")
	f.Int64Var(&o.MaxOutput, "max-output", 0, "bytes of output; 0 is no limit")
	f.Int64Var(&o.MaxMemory, "max-memory", 0, "bytes of one string or array; 0 is 512 MB")
	f.BoolVar(&o.AllowWrite, "allow-write", false, "let the script's files reach the disk below the current folder")
}

// Session is an engine with its sandbox.
type Session struct {
	Engine *runtime.Engine
	Host   *host.Host
	Files  *host.Overlay
	Clock  *host.VirtualClock
	cancel context.CancelFunc
	// ScriptPath is the script's path as it sees itself.
	ScriptPath string
}

// Close releases the session's timers.
func (s *Session) Close() { s.cancel() }

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
	s := &Session{Clock: host.NewVirtualClock(time.Now())}
	s.Files = host.NewOverlay(platform, s.Clock)
	if o.AllowWrite {
		s.Files.WriteThrough()
	}
	place := workingFolder(platform, w.Dir)
	if err := s.Files.Mount(place, w.Dir); err != nil {
		return nil, Problemf("%v", err)
	}
	if script != nil {
		s.ScriptPath = s.seen(platform, place, w.Dir, script)
	}
	s.Host = &host.Host{Platform: platform, Out: w.Out, Err: w.Err, Terminal: w.Terminal, Files: s.Files, Clock: s.Clock, Env: environment(platform)}
	cancel := context.CancelFunc(func() {})
	if o.Timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, o.Timeout)
	}
	s.cancel = cancel
	s.Engine = runtime.New(runtime.Options{
		Host: s.Host, Cmdlets: cmdlets.All(), Context: ctx, Location: place,
		Limits: runtime.Limits{Depth: o.MaxDepth, Steps: o.MaxSteps, Output: o.MaxOutput, Memory: o.MaxMemory},
	})
	return s, nil
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
