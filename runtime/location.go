package runtime

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"rehearse/parser"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// locations are the current folder, the current place if it is set by a drive, and the places before it.
type locations struct {
	current       string
	process       string // of .NET, "" while it is the same
	place         Place
	back, forward []Place
	places        []Place // of Push-Location, the last pushed at the end
	stacks        map[string]*[]Place
}

// SetLocation makes a folder the current one; the path must be full.
func (e *Engine) SetLocation(path string) { e.location.current, e.location.place = path, Place{} }

// Location is the current folder.
func (e *Engine) Location() string { return e.location.current }

// resolveFile is the full path of the file that a path names, without looking at the disk.
func (f *Frame) resolveFile(path string) (string, error) {
	p, err := (&Call{frame: f}).ParsePath(path)
	return p.Item, err
}

// FullPath makes a path full against the current folder and removes . and .. from it.
func (e *Engine) FullPath(path string) string {
	p := strings.TrimPrefix(path, "Microsoft.PowerShell.Core\\FileSystem::")
	p = strings.TrimPrefix(p, "FileSystem::")
	return host.FullPath(e.host.Platform, e.location.current, e.home(), p)
}

// folderOf is the folder of a file path, "" for none.
func (e *Engine) folderOf(path string) string {
	if path == "" {
		return ""
	}
	return host.Folder(e.host.Platform, path)
}

// Home is the user's home folder.
func (e *Engine) Home() string { return e.home() }

// home is the user's home folder.
func (e *Engine) home() string {
	if v, ok := e.host.Env.Get("HOME"); ok {
		return v
	}
	if v, ok := e.host.Env.Get("USERPROFILE"); ok {
		return v
	}
	if e.host.Platform == host.Windows {
		return `C:\Users\admin`
	}
	return "/home/user"
}

func (e *Engine) shellHome() string {
	if e.host.Platform == host.Windows {
		return `C:\Program Files\PowerShell\7`
	}
	return "/opt/microsoft/powershell/7"
}

// fileError is the error record of a failed file operation.
func (f *Frame) fileError(err error, path, id string) error {
	full := f.FullPath(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return value.Throw(value.DirectoryNotFoundException, id, "Could not find a part of the path '"+full+"'.").With(value.OpenError, value.NullValue)
	case errors.Is(err, fs.ErrPermission):
		return value.Throw(value.UnauthorizedAccessException, id, "Access to the path '"+full+"' is denied.").With(value.OpenError, value.NullValue)
	}
	return value.Throw(value.IOException, id, err.Error()).With(value.OpenError, value.NullValue)
}

// scriptFile is a .ps1 file as what a name resolves to.
type scriptFile struct {
	path  string
	block *ScriptBlock
}

func (s *scriptFile) stage(b stageBase) (stage, error) {
	return newFunctionStage(b, s.block, nil, host.Base(b.frame.host.Platform, s.path))
}

// findScript loads the script that a command name with a path names; nil if the name is no path or there is no such file.
func (f *Frame) findScript(name string) (command, error) {
	if !strings.ContainsAny(name, `/\`) && !strings.HasPrefix(name, "~") {
		return nil, nil
	}
	path := f.FullPath(name)
	info, err := f.host.Files.Stat(path)
	if err != nil || info.Dir {
		if !strings.HasSuffix(strings.ToLower(path), ".ps1") {
			if info, err = f.host.Files.Stat(path + ".ps1"); err == nil && !info.Dir {
				path += ".ps1"
			}
		}
		if err != nil || info.Dir {
			return nil, nil
		}
	}
	if !strings.HasSuffix(strings.ToLower(path), ".ps1") && !strings.HasSuffix(strings.ToLower(path), ".psm1") {
		return nil, value.Throw(value.NotSupportedException, "NotSimulated", "Cannot run '"+path+"': rehearse starts no programs.").With(value.NotImplemented, value.OfString(path))
	}
	b, err := f.loadFile(path)
	if err != nil {
		return nil, err
	}
	return &scriptFile{path: path, block: b}, nil
}

// maxScriptSize bounds the scripts that scripts load.
const maxScriptSize = 32 << 20

// loadFile reads and parses a script file.
func (f *Frame) loadFile(path string) (*ScriptBlock, error) {
	text, err := f.readScript(path)
	if err != nil {
		return nil, err
	}
	src := &source{parser.NewSource(path, text)}
	tree, errs := parseScript(src)
	if len(errs) > 0 {
		return nil, parseFailed(src, errs)
	}
	b := newScriptBlock(tree, src, f.scope.module)
	b.file = true
	return b, nil
}

// readScript is the text of a script file.
func (f *Frame) readScript(path string) (string, error) {
	r, err := f.host.Files.Open(path)
	if err != nil {
		return "", f.fileError(err, path, "FileOpenFailure")
	}
	defer r.Close() // nothing was written
	data, err := io.ReadAll(io.LimitReader(r, maxScriptSize+1))
	if err != nil {
		return "", f.fileError(err, path, "FileReadFailure")
	}
	if len(data) > maxScriptSize {
		return "", limitReached("script size", "a smaller file")
	}
	text, err := parser.Decode(data)
	if err != nil {
		return "", value.Throw(value.IOException, "InvalidScript", "Cannot read '"+path+"': "+err.Error())
	}
	return text, nil
}

// driveVariable is $env:NAME, $function:Name, $alias:Name and the like.
func (f *Frame) driveVariable(drive, name string) (value.Value, error) {
	switch {
	case value.EqualFold(drive, "env"):
		if v, ok := f.host.Env.Get(name); ok {
			return value.OfString(v), nil
		}
		return value.NullValue, nil
	case value.EqualFold(drive, "function"):
		if fn, ok := f.lookupCommand(name).(*FunctionInfo); ok {
			return value.Of(fn.Block), nil
		}
		return value.NullValue, nil
	case value.EqualFold(drive, "alias"):
		if a := f.findAlias(name); a != "" {
			return value.OfString(a), nil
		}
		return value.NullValue, nil
	}
	return value.NullValue, nil // reading from a drive that does not exist is no error (oracle/functions, section 14)
}

func (f *Frame) setDriveVariable(drive, name string, v value.Value) error {
	switch {
	case value.EqualFold(drive, "env"):
		s, err := f.text(v)
		if err != nil {
			return err
		}
		if v.IsNull() {
			f.host.Env.Unset(name)
			return nil
		}
		f.host.Env.Set(name, s)
		return nil
	case value.EqualFold(drive, "function"):
		b, ok := value.As[*ScriptBlock](v.Base())
		if !ok {
			s, err := f.text(v)
			if err != nil {
				return err
			}
			parsed, err := f.parseBlock(s)
			if err != nil {
				return err
			}
			b, _ = value.As[*ScriptBlock](parsed)
		}
		return f.defineFunction(name, b)
	case value.EqualFold(drive, "alias"):
		f.SetAlias(&AliasInfo{Name: name, Target: value.ToString(v)}, f.scope)
		return nil
	}
	return value.Throw(value.DriveNotFoundException, "DriveNotFound", "Cannot find drive. A drive with the name '"+drive+"' does not exist.").With(value.ObjectNotFound, value.OfString(drive))
}

// PathInfo is what Get-Location returns.
type PathInfo struct {
	value.Extended
	Path, ProviderPath string
	Drive              *Drive // nil for a path without a drive
}

// TypePathInfo is its type.
var TypePathInfo = &value.Type{Name: "PathInfo", FullName: "System.Management.Automation.PathInfo", Base: value.TypeObject}

// TypeOf is TypePathInfo.
func (*PathInfo) TypeOf() *value.Type { return TypePathInfo }

// ToText is the path.
func (p *PathInfo) ToText() string { return p.Path }

func (f *Frame) pathInfo() value.Value { return (&Call{frame: f}).Place().PathInfo() }

// switchFile runs a turn for each line of a file.
func (f *Frame) switchFile(path string, turn func(value.Value) (bool, ctl, error)) (ctl, error) {
	full, err := f.resolveFile(path)
	if err != nil {
		return ctlNext, err
	}
	r, err := f.host.Files.Open(full)
	if errors.Is(err, fs.ErrNotExist) {
		return ctlNext, value.Throw(value.ItemNotFoundException, "PathNotFound", "Cannot find path '"+full+"' because it does not exist.").With(value.ObjectNotFound, value.OfString(full))
	} else if err != nil {
		return ctlNext, f.fileError(err, path, "FileOpenFailure")
	}
	defer r.Close() // nothing was written
	data, err := io.ReadAll(io.LimitReader(r, maxScriptSize))
	if err != nil {
		return ctlNext, f.fileError(err, path, "FileReadFailure")
	}
	for line := range strings.Lines(string(data)) {
		again, how, err := turn(value.OfString(strings.TrimRight(line, "\r\n")))
		if !again {
			return how, err
		}
	}
	return ctlNext, nil
}
