package dotnet

import (
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

var (
	typeEnvironment        = class("System.Environment", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeOperatingSystem    = class("System.OperatingSystem", value.TypeObject, value.Sealed)
	typeRuntimeInformation = class("System.Runtime.InteropServices.RuntimeInformation", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeOSPlatform         = class("System.Runtime.InteropServices.OSPlatform", value.TypeValueType, value.ValueType)
	enumSpecialFolder      = enumeration{full: "System.Environment+SpecialFolder", names: "Desktop=0 Programs=2 MyDocuments=5 Personal=5 Favorites=6 Startup=7 Recent=8 SendTo=9 StartMenu=11 MyMusic=13 MyVideos=14 DesktopDirectory=16 MyComputer=17 NetworkShortcuts=19 Fonts=20 Templates=21 CommonStartMenu=22 CommonPrograms=23 CommonStartup=24 CommonDesktopDirectory=25 ApplicationData=26 PrinterShortcuts=27 LocalApplicationData=28 InternetCache=32 Cookies=33 History=34 CommonApplicationData=35 Windows=36 System=37 ProgramFiles=38 MyPictures=39 UserProfile=40 SystemX86=41 ProgramFilesX86=42 CommonProgramFiles=43 CommonDocuments=46"}
	enumEnvironmentTarget  = enumeration{full: "System.EnvironmentVariableTarget", names: "Process User Machine"}
	enumPlatformID         = enumeration{full: "System.PlatformID", names: "Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other"}
	enumArchitecture       = enumeration{full: "System.Runtime.InteropServices.Architecture", names: "X86 X64 Arm Arm64"}
)

// variable is an environment variable of the script.
func variable(env value.Env, name string) (string, bool) {
	if h := hostOf(env); h != nil && h.Env != nil {
		return h.Env.Get(name)
	}
	return "", false
}

// exiting is an Env that can end the script.
type exiting interface{ Exit(code int) error }

// specialFolder is Environment.GetFolderPath.
func specialFolder(env value.Env, n int64) string {
	if platform(env) != host.Windows {
		home, _ := variable(env, "HOME")
		switch n {
		case 40, 5:
			return home
		case 26:
			return home + "/.config"
		case 28:
			return home + "/.local/share"
		case 35:
			return "/usr/share"
		}
		return ""
	}
	home, _ := variable(env, "USERPROFILE")
	switch n {
	case 0, 16:
		return home + `\Desktop`
	case 5:
		return home + `\Documents`
	case 13:
		return home + `\Music`
	case 14:
		return home + `\Videos`
	case 39:
		return home + `\Pictures`
	case 26:
		return home + `\AppData\Roaming`
	case 28:
		return home + `\AppData\Local`
	case 35:
		return `C:\ProgramData`
	case 36:
		return `C:\Windows`
	case 37:
		return `C:\Windows\system32`
	case 38:
		return `C:\Program Files`
	case 42:
		return `C:\Program Files (x86)`
	case 40:
		return home
	}
	return ""
}

// textOf is a property with the same text everywhere.
func textOf(s string) func(value.Value) value.Value {
	return func(value.Value) value.Value { return value.OfString(s) }
}

func boolOf(b bool) func(value.Value) value.Value {
	return func(value.Value) value.Value { return value.OfBool(b) }
}

// fromVariable is a property that an environment variable tells; each platform has its own.
func fromVariable(sig, windows, linux, otherwise string) prop {
	return prop{sig: sig, ask: func(env value.Env, _ value.Value) (value.Value, error) {
		name := linux
		if platform(env) == host.Windows {
			name = windows
		}
		if s, ok := variable(env, name); ok {
			return value.OfString(s), nil
		}
		return value.OfString(otherwise), nil
	}}
}

var environmentTable = table{
	props: []prop{
		{sig: "static string CommandLine", get: textOf("pwsh")},
		{sig: "static string CurrentDirectory", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfString(currentFolder(env)), nil
		}, set: func(env value.Env, _, x value.Value) error { return goTo(env, x.Str()) }},
		{sig: "static int CurrentManagedThreadId", get: func(value.Value) value.Value { return value.OfInt(1) }},
		{sig: "static int ExitCode", get: func(value.Value) value.Value { return value.OfInt(0) }, set: ignoreSet},
		{sig: "static bool HasShutdownStarted", get: boolOf(false)},
		{sig: "static bool Is64BitOperatingSystem", get: boolOf(true)},
		{sig: "static bool Is64BitProcess", get: boolOf(true)},
		{sig: "static bool IsPrivilegedProcess", get: boolOf(false)},
		fromVariable("static string MachineName", "COMPUTERNAME", "HOSTNAME", "localhost"),
		{sig: "static string NewLine", ask: func(env value.Env, _ value.Value) (value.Value, error) { return value.OfString(newline(env)), nil }},
		{sig: "static System.OperatingSystem OSVersion", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(&operatingSystem{platform(env)}), nil
		}},
		{sig: "static int ProcessId", get: func(value.Value) value.Value { return value.OfInt(4242) }},
		{sig: "static int ProcessorCount", get: func(value.Value) value.Value { return value.OfInt(4) }},
		{sig: "static string ProcessPath", get: textOf("/opt/microsoft/powershell/7/pwsh")},
		{sig: "static string StackTrace", get: textOf("")},
		{sig: "static string SystemDirectory", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfString(specialFolder(env, 37)), nil
		}},
		{sig: "static int SystemPageSize", get: func(value.Value) value.Value { return value.OfInt(4096) }},
		{sig: "static int TickCount", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfInt32(int32(now(env).UnixMilli())), nil
		}},
		{sig: "static long TickCount64", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfInt64(now(env).UnixMilli()), nil
		}},
		fromVariable("static string UserDomainName", "USERDOMAIN", "HOSTNAME", "localhost"),
		{sig: "static bool UserInteractive", get: boolOf(true)},
		fromVariable("static string UserName", "USERNAME", "USER", "user"),
		{sig: "static version Version", get: func(value.Value) value.Value { return value.Of(&Version{10, 0, 0, -1}) }},
		{sig: "static long WorkingSet", get: func(value.Value) value.Value { return value.OfInt64(128 << 20) }},
	},
	methods: []method{
		{sig: "static string GetEnvironmentVariable(string variable)", call: getVariable},
		{sig: "static string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)", call: getVariable},
		{sig: "static void SetEnvironmentVariable(string variable, string value)", call: setVariable},
		{sig: "static void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)", call: setVariable},
		{sig: "static System.Collections.IDictionary GetEnvironmentVariables()", call: allVariables},
		{sig: "static System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)", call: allVariables},
		{sig: "static string ExpandEnvironmentVariables(string name)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfString(expandVariables(env, a[0].Str())), nil
		}},
		{sig: "static string GetFolderPath(System.Environment+SpecialFolder folder)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfString(specialFolder(env, a[0].Int())), nil
		}},
		{sig: "static string[] GetCommandLineArgs()", do: func(value.Value, []value.Value) value.Value { return value.OfStrings([]string{"pwsh"}) }},
		{sig: "static string[] GetLogicalDrives()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			if platform(env) == host.Windows {
				return value.OfStrings([]string{`C:\`}), nil
			}
			return value.OfStrings([]string{"/"}), nil
		}},
		{sig: "static void Exit(int exitCode)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if e, ok := env.(exiting); ok {
				return value.NothingValue, e.Exit(integer(a[0]))
			}
			return value.NothingValue, nil
		}},
	},
}

func getVariable(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if len(a) > 1 && a[1].Int() != 0 && platform(env) != host.Windows {
		return value.NullValue, nil
	}
	if s, ok := variable(env, a[0].Str()); ok {
		return value.OfString(s), nil
	}
	return value.NullValue, nil
}

func setVariable(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	name := a[0].Str()
	switch {
	case name == "":
		return value.NullValue, argumentError("variable", "The value cannot be an empty string.")
	case strings.Contains(name, "="):
		return value.NullValue, argumentError("variable", "Environment variable name cannot contain equal character.")
	}
	if h := hostOf(env); h != nil && h.Env != nil {
		// PowerShell hands $null over as the empty text, which .NET keeps.
		if a[1].IsNull() {
			h.Env.Unset(name)
		} else {
			h.Env.Set(name, a[1].Str())
		}
	}
	return value.NothingValue, nil
}

func allVariables(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
	d := &value.Dictionary{Type: value.TypeHashtable}
	if h := hostOf(env); h != nil && h.Env != nil {
		h.Env.Each(func(name, v string) bool {
			d.SetString(name, value.OfString(v))
			return true
		})
	}
	return value.Of(d), nil
}

// expandVariables replaces %NAME%; a name that is not set stays.
func expandVariables(env value.Env, s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i+1:], '%')
		if j < 0 {
			break
		}
		name := s[i+1 : i+1+j]
		if v, ok := variable(env, name); ok && name != "" {
			b.WriteString(s[:i] + v)
			s = s[i+j+2:]
			continue
		}
		b.WriteString(s[:i+1+j])
		s = s[i+1+j:]
	}
	return b.String() + s
}

// operatingSystem is an OperatingSystem.
type operatingSystem struct{ platform host.Platform }

// TypeOf is OperatingSystem.
func (*operatingSystem) TypeOf() *value.Type { return typeOperatingSystem }

// ToText is the name and version.
func (o *operatingSystem) ToText() string {
	if o.platform == host.Windows {
		return "Microsoft Windows NT 10.0.22631.0"
	}
	return "Unix 6.8.0.0"
}

func systemOf(v value.Value) *operatingSystem {
	o, _ := value.As[*operatingSystem](v)
	return o
}

// onPlatform is a static test for a platform.
func onPlatform(p host.Platform) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
		return value.OfBool(platform(env) == p), nil
	}
}

func notHere(value.Env, value.Value, []value.Value) (value.Value, error) { return value.False, nil }

var operatingSystemTable = table{
	props: []prop{
		{sig: "System.PlatformID Platform", get: func(v value.Value) value.Value {
			if systemOf(v).platform == host.Windows {
				return enumPlatformID.of(2)
			}
			return enumPlatformID.of(4)
		}},
		{sig: "string ServicePack", get: textOf("")},
		{sig: "version Version", get: func(v value.Value) value.Value {
			if systemOf(v).platform == host.Windows {
				return value.Of(&Version{10, 0, 22631, 0})
			}
			return value.Of(&Version{6, 8, 0, 0})
		}},
		{sig: "string VersionString", get: func(v value.Value) value.Value { return value.OfString(systemOf(v).ToText()) }},
	},
	methods: []method{
		{sig: "static bool IsWindows()", call: onPlatform(host.Windows)},
		{sig: "static bool IsLinux()", call: onPlatform(host.Linux)},
		{sig: "static bool IsMacOS()", call: notHere},
	},
}

// osPlatform is an OSPlatform.
type osPlatform struct{ name string }

// TypeOf is OSPlatform.
func (*osPlatform) TypeOf() *value.Type { return typeOSPlatform }

// ToText is the platform's name.
func (p *osPlatform) ToText() string { return p.name }

func ofPlatform(name string) func(value.Value) value.Value {
	return func(value.Value) value.Value { return value.Of(&osPlatform{name}) }
}

var osPlatformTable = table{props: []prop{
	{sig: "static System.Runtime.InteropServices.OSPlatform Windows", get: ofPlatform("WINDOWS")},
	{sig: "static System.Runtime.InteropServices.OSPlatform Linux", get: ofPlatform("LINUX")},
	{sig: "static System.Runtime.InteropServices.OSPlatform OSX", get: ofPlatform("OSX")},
}}

var runtimeInformationTable = table{
	props: []prop{
		{sig: "static string FrameworkDescription", get: textOf(".NET 10.0.0")},
		{sig: "static string OSDescription", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			if platform(env) == host.Windows {
				return value.OfString("Microsoft Windows 10.0.22631"), nil
			}
			return value.OfString("Linux"), nil
		}},
		{sig: "static System.Runtime.InteropServices.Architecture OSArchitecture", get: func(value.Value) value.Value { return enumArchitecture.of(1) }},
		{sig: "static System.Runtime.InteropServices.Architecture ProcessArchitecture", get: func(value.Value) value.Value { return enumArchitecture.of(1) }},
		{sig: "static string RuntimeIdentifier", get: textOf("linux-x64")},
	},
	methods: []method{
		{sig: "static bool IsOSPlatform(System.Runtime.InteropServices.OSPlatform osPlatform)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			p, _ := value.As[*osPlatform](a[0])
			name := "LINUX"
			if platform(env) == host.Windows {
				name = "WINDOWS"
			}
			return value.OfBool(p != nil && p.name == name), nil
		}},
	},
}

// goTo makes a folder the current one of the process.
func goTo(env value.Env, path string) error {
	if err := checkPath(path); err != nil {
		return err
	}
	if i, ok := statPath(env, path); !ok || !i.Dir {
		return raise(value.DirectoryNotFoundException, "Could not find a part of the path '"+fullPath(env, path)+"'.")
	}
	if l, ok := env.(located); ok {
		l.SetProcessFolder(fullPath(env, path))
	}
	return nil
}
