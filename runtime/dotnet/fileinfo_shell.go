package dotnet

import (
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// fileShellRows are the properties that PowerShell adds to files and folders.
var fileShellRows = []prop{
	{sig: "System.Object UnixMode", kind: value.ScriptProperty, ask: onLinux(func(i host.Info) value.Value { return value.OfString(unixMode(i)) })},
	{sig: "System.Object User", kind: value.ScriptProperty, ask: onLinux(func(host.Info) value.Value { return value.OfString("root") })},
	{sig: "System.Object Group", kind: value.ScriptProperty, ask: onLinux(func(host.Info) value.Value { return value.OfString("root") })},
	{sig: "System.Object Size", kind: value.ScriptProperty, ask: onLinux(func(i host.Info) value.Value {
		if i.Dir {
			return value.OfInt64(folderSize)
		}
		return value.OfInt64(i.Size)
	})},
	{sig: "string Mode", kind: value.CodeProperty, ask: modeOf},
	{sig: "string ModeWithoutHardLink", kind: value.CodeProperty, ask: modeOf},
	{sig: "System.Object BaseName", kind: value.ScriptProperty, ask: func(env value.Env, v value.Value) (value.Value, error) {
		f := infoOf(v)
		name := f.name(env)
		if f.Type == TypeFileInfo {
			name = name[:len(name)-len(extension(platform(env), f.Path))]
		}
		return value.OfString(name), nil
	}},
	{sig: "string ResolvedTarget", kind: value.CodeProperty, get: func(v value.Value) value.Value { return value.OfString(infoOf(v).Path) }},
	{sig: "string Target", kind: value.AliasProperty, source: "LinkTarget", get: func(value.Value) value.Value { return value.NullValue }},
	{sig: "string LinkType", kind: value.CodeProperty, get: func(value.Value) value.Value { return value.NullValue }},
}

// folderSize is what Linux says a small folder takes.
const folderSize = 4096

// onLinux is a property that only Linux has.
func onLinux(get func(host.Info) value.Value) func(value.Env, value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value) (value.Value, error) {
		i, ok := infoOf(v).look(env)
		if !ok || platform(env) == host.Windows {
			return value.NullValue, nil
		}
		return get(i), nil
	}
}

// modeOf is the five letters of a listing: d for folders, then the attributes.
func modeOf(env value.Env, v value.Value) (value.Value, error) {
	i, ok := infoOf(v).look(env)
	if !ok {
		return value.OfString(""), nil
	}
	mode := []byte("-----")
	if i.Dir {
		mode[0] = 'd'
	}
	for _, a := range [...]struct {
		bit host.Attributes
		at  int
		c   byte
	}{{host.Archive, 1, 'a'}, {host.ReadOnly, 2, 'r'}, {host.Hidden, 3, 'h'}, {host.System, 4, 's'}} {
		if i.Attributes&a.bit != 0 {
			mode[a.at] = a.c
		}
	}
	return value.OfString(string(mode)), nil
}

// unixMode is the ten letters of ls -l.
func unixMode(i host.Info) string {
	mode := []byte("----------")
	if i.Dir {
		mode[0] = 'd'
	}
	for j := range 9 {
		if i.Mode&(1<<(8-j)) != 0 {
			mode[j+1] = "rwx"[j%3]
		}
	}
	return string(mode)
}
