package dotnet

import (
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var typePath = class("System.IO.Path", value.TypeObject, value.Abstract|value.Sealed|value.Static)

func platform(env value.Env) host.Platform {
	if h := hostOf(env); h != nil {
		return h.Platform
	}
	return host.Linux
}

// isSeparator tells whether c separates folders.
func isSeparator(p host.Platform, c byte) bool { return c == '/' || p == host.Windows && c == '\\' }

// fileNameStart is where the last part of a path begins.
func fileNameStart(p host.Platform, path string) int {
	for i := len(path); i > 0; i-- {
		if c := path[i-1]; isSeparator(p, c) || p == host.Windows && c == ':' {
			return i
		}
	}
	return 0
}

// rootLength is the length of a path's root: "/", "C:\", "\\server\share".
func rootLength(p host.Platform, path string) int {
	if p != host.Windows {
		if strings.HasPrefix(path, "/") {
			return 1
		}
		return 0
	}
	switch {
	case len(path) >= 2 && isSeparator(p, path[0]) && isSeparator(p, path[1]):
		parts := 0
		for i := 2; i < len(path); i++ {
			if isSeparator(p, path[i]) {
				if parts++; parts == 2 {
					return i
				}
			}
		}
		return len(path)
	case len(path) >= 2 && path[1] == ':':
		if len(path) > 2 && isSeparator(p, path[2]) {
			return 3
		}
		return 2
	case path != "" && isSeparator(p, path[0]):
		return 1
	}
	return 0
}

// directoryName is Path.GetDirectoryName; false stands for null.
func directoryName(p host.Platform, path string) (string, bool) {
	root := rootLength(p, path)
	if path == "" || len(path) == root {
		return "", false
	}
	end := fileNameStart(p, path)
	for end > root && isSeparator(p, path[end-1]) {
		end--
	}
	dir := path[:end]
	if p == host.Windows {
		dir = strings.ReplaceAll(dir, "/", `\`)
	}
	return dir, true
}

// extension is the last dot of the file name and what follows, "" if that is nothing.
func extension(p host.Platform, path string) string {
	name := path[fileNameStart(p, path):]
	i := strings.LastIndexByte(name, '.')
	if i < 0 || i == len(name)-1 {
		return ""
	}
	return name[i:]
}

// combine is Path.Combine: a rooted part starts anew.
func combine(p host.Platform, parts []string) string {
	out := ""
	for _, s := range parts {
		switch {
		case s == "":
		case out == "" || rootLength(p, s) > 0:
			out = s
		case isSeparator(p, out[len(out)-1]) || p == host.Windows && out[len(out)-1] == ':':
			out += s
		default:
			out += p.Separator() + s
		}
	}
	return out
}

// joinPaths is Path.Join: nothing starts anew.
func joinPaths(p host.Platform, parts []string) string {
	out := ""
	for _, s := range parts {
		switch {
		case s == "":
		case out == "" || isSeparator(p, out[len(out)-1]) || isSeparator(p, s[0]):
			out += s
		default:
			out += p.Separator() + s
		}
	}
	return out
}

// located is an Env that has a current folder.
type located interface {
	ProcessFolder() string
	SetProcessFolder(path string)
}

// currentFolder is the folder that relative paths start from: that of the process, which Set-Location does not change.
func currentFolder(env value.Env) string {
	if l, ok := env.(located); ok {
		return l.ProcessFolder()
	}
	if platform(env) == host.Windows {
		return `C:\`
	}
	return "/"
}

// fullPath is a path from the root, without "." and "..".
func fullPath(env value.Env, path string) string {
	if strings.HasPrefix(path, "~") {
		path = "./" + path // .NET knows no home folder
	}
	return host.FullPath(platform(env), currentFolder(env), "", path)
}

// pathText is a method that makes a text of a path.
func pathText(f func(p host.Platform, path string) string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if a[0].IsNull() {
			return value.NullValue, nil
		}
		return value.OfString(f(platform(env), a[0].Str())), nil
	}
}

func pathTest(f func(p host.Platform, path string) bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.OfBool(f(platform(env), a[0].Str())), nil
	}
}

func pathList(f func(p host.Platform, parts []string) string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		var parts []string
		for _, x := range a {
			if x.Object() != nil {
				parts = append(parts, texts(x)...)
			} else {
				parts = append(parts, x.Str())
			}
		}
		return value.OfString(f(platform(env), parts)), nil
	}
}

func pathChar(windows, linux uint16) func(value.Env, value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value) (value.Value, error) {
		if platform(env) == host.Windows {
			return value.OfChar(windows), nil
		}
		return value.OfChar(linux), nil
	}
}

var pathTable = table{
	props: []prop{
		{sig: "static char DirectorySeparatorChar", ask: pathChar('\\', '/')},
		{sig: "static char AltDirectorySeparatorChar", ask: pathChar('/', '/')},
		{sig: "static char VolumeSeparatorChar", ask: pathChar(':', '/')},
		{sig: "static char PathSeparator", ask: pathChar(';', ':')},
	},
	methods: []method{
		{sig: "static string ChangeExtension(string path, string extension)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			path := a[0].Str()
			if path == "" {
				return a[0], nil
			}
			start := fileNameStart(platform(env), path)
			if i := strings.LastIndexByte(path[start:], '.'); i >= 0 {
				path = path[:start+i]
			}
			if a[1].IsNull() {
				return value.OfString(path), nil
			}
			if !strings.HasPrefix(a[1].Str(), ".") {
				path += "."
			}
			return value.OfString(path + a[1].Str()), nil
		}},
		{sig: "static bool Exists(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			_, ok := statPath(env, a[0].Str())
			return value.OfBool(ok), nil
		}},
		{sig: "static string GetDirectoryName(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			dir, ok := directoryName(platform(env), a[0].Str())
			if !ok {
				return value.NullValue, nil
			}
			return value.OfString(dir), nil
		}},
		{sig: "static string GetExtension(string path)", call: pathText(extension)},
		{sig: "static string GetFileName(string path)", call: pathText(func(p host.Platform, path string) string { return path[fileNameStart(p, path):] })},
		{sig: "static string GetFileNameWithoutExtension(string path)", call: pathText(func(p host.Platform, path string) string {
			name := path[fileNameStart(p, path):]
			if i := strings.LastIndexByte(name, '.'); i >= 0 {
				return name[:i]
			}
			return name
		})},
		{sig: "static string GetRandomFileName()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			const letters = "abcdefghijklmnopqrstuvwxyz012345"
			b := newGuid(env).Bytes
			name := make([]byte, 12)
			for i := range name {
				name[i] = letters[b[i]%32]
			}
			name[8] = '.'
			return value.OfString(string(name)), nil
		}},
		{sig: "static string GetTempFileName()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			b := newGuid(env)
			path := combine(platform(env), []string{tempFolder(env), "tmp" + hexDigits(uint64(b.Bytes[0])<<16|uint64(b.Bytes[1])<<8|uint64(b.Bytes[2]), 6) + ".tmp"})
			return value.OfString(path), writeFile(env, path, nil, false)
		}},
		{sig: "static string GetTempPath()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			return value.OfString(tempFolder(env) + platform(env).Separator()), nil
		}},
		{sig: "static bool HasExtension(string path)", call: pathTest(func(p host.Platform, path string) bool { return extension(p, path) != "" })},
		{sig: "static string Combine(string path1, string path2)", call: pathList(combine)},
		{sig: "static string Combine(string path1, string path2, string path3)", call: pathList(combine)},
		{sig: "static string Combine(string path1, string path2, string path3, string path4)", call: pathList(combine)},
		{sig: "static string Combine(params string[] paths)", call: pathList(combine)},
		{sig: "static string Join(string path1, string path2)", call: pathList(joinPaths)},
		{sig: "static string Join(string path1, string path2, string path3)", call: pathList(joinPaths)},
		{sig: "static string Join(string path1, string path2, string path3, string path4)", call: pathList(joinPaths)},
		{sig: "static string Join(params string[] paths)", call: pathList(joinPaths)},
		{sig: "static string GetRelativePath(string relativeTo, string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfString(relativePath(platform(env), fullPath(env, a[0].Str()), fullPath(env, a[1].Str()))), nil
		}},
		{sig: "static string TrimEndingDirectorySeparator(string path)", call: pathText(func(p host.Platform, path string) string {
			if n := len(path); n > rootLength(p, path) && isSeparator(p, path[n-1]) {
				return path[:n-1]
			}
			return path
		})},
		{sig: "static bool EndsInDirectorySeparator(string path)", call: pathTest(func(p host.Platform, path string) bool {
			return path != "" && isSeparator(p, path[len(path)-1])
		})},
		{sig: "static char[] GetInvalidFileNameChars()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			if platform(env) == host.Windows {
				return ofChars(append(text.ToUtf16("\"<>|"), append(controls(), text.ToUtf16(`:*?\/`)...)...)), nil
			}
			return ofChars([]uint16{0, '/'}), nil
		}},
		{sig: "static char[] GetInvalidPathChars()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			if platform(env) == host.Windows {
				return ofChars(append([]uint16{'|'}, controls()...)), nil
			}
			return ofChars([]uint16{0}), nil
		}},
		{sig: "static string GetFullPath(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if a[0].Str() == "" {
				return value.NullValue, argumentError("path", "The value cannot be an empty string.")
			}
			return value.OfString(fullPath(env, a[0].Str())), nil
		}},
		{sig: "static string GetFullPath(string path, string basePath)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfString(fullPath(env, combine(platform(env), []string{a[1].Str(), a[0].Str()}))), nil
		}},
		{sig: "static string GetPathRoot(string path)", call: pathText(func(p host.Platform, path string) string { return path[:rootLength(p, path)] })},
		{sig: "static bool IsPathRooted(string path)", call: pathTest(func(p host.Platform, path string) bool { return rootLength(p, path) > 0 })},
		{sig: "static bool IsPathFullyQualified(string path)", call: pathTest(func(p host.Platform, path string) bool {
			return rootLength(p, path) > 2 || p != host.Windows && rootLength(p, path) > 0
		})},
	},
}

// controls are the control characters, none of which Windows allows in a name.
func controls() []uint16 {
	out := make([]uint16, 32)
	for i := range out {
		out[i] = uint16(i)
	}
	return out
}

func tempFolder(env value.Env) string {
	if platform(env) == host.Windows {
		if h := hostOf(env); h != nil && h.Env != nil {
			if t, ok := h.Env.Get("TEMP"); ok {
				return t
			}
		}
		return `C:\Temp`
	}
	return "/tmp"
}

// relativePath leads from one full path to another.
func relativePath(p host.Platform, from, to string) string {
	sep := p.Separator()
	a, b := strings.Split(strings.Trim(from, sep), sep), strings.Split(strings.Trim(to, sep), sep)
	n := 0
	for n < len(a) && n < len(b) && (a[n] == b[n] || p == host.Windows && strings.EqualFold(a[n], b[n])) {
		n++
	}
	if p == host.Windows && n == 0 {
		return to
	}
	var out []string
	for i := n; i < len(a); i++ {
		if a[i] != "" {
			out = append(out, "..")
		}
	}
	out = append(out, b[n:]...)
	if len(out) == 0 {
		return "."
	}
	return strings.Join(out, sep)
}
