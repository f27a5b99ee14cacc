package dotnet

import (
	"io/fs"
	"strings"
	"time"

	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var typeDirectory = class("System.IO.Directory", value.TypeObject, value.Abstract|value.Sealed|value.Static)

// makeFolders makes a folder and those above it.
func makeFolders(env value.Env, path string) error {
	if err := checkPath(path); err != nil {
		return err
	}
	f := filesOf(env)
	if f == nil {
		return noFiles()
	}
	full := fullPath(env, path)
	if i, err := f.Stat(full); err == nil {
		if !i.Dir {
			return raise(value.IOException, "The file '"+full+"' already exists.")
		}
		return nil
	}
	if dir, ok := directoryName(platform(env), full); ok {
		if err := makeFolders(env, dir); err != nil {
			return err
		}
	}
	return fileError(env, f.Mkdir(full), path)
}

// listing are the entries of a folder that match a pattern.
type listing struct {
	files, folders, deep bool
	pattern              *text.Wildcard
}

// maxFolderDepth bounds the descent into folders.
const maxFolderDepth = 256

func (l *listing) walk(env value.Env, path string, depth int, yield func(host.Info, string)) error {
	f := filesOf(env)
	if f == nil {
		return noFiles()
	}
	full := fullPath(env, path)
	if i, err := f.Stat(full); err != nil || !i.Dir {
		return raise(value.DirectoryNotFoundException, "Could not find a part of the path '"+full+"'.")
	}
	list, err := f.List(full)
	if err != nil {
		return fileError(env, err, path)
	}
	for _, i := range list {
		p := combine(platform(env), []string{path, i.Name})
		if (i.Dir && l.folders || !i.Dir && l.files) && (l.pattern == nil || l.pattern.Match(i.Name)) {
			yield(i, p)
		}
	}
	if !l.deep || depth > maxFolderDepth {
		return nil
	}
	for _, i := range list {
		if i.Dir && i.LinkTarget == "" {
			if err := l.walk(env, combine(platform(env), []string{path, i.Name}), depth+1, yield); err != nil {
				return err
			}
		}
	}
	return nil
}

// newListing reads the optional pattern and SearchOption behind a path.
func newListing(env value.Env, a []value.Value, files, folders bool) *listing {
	l := &listing{files: files, folders: folders}
	if len(a) > 0 && a[0].Str() != "*" && a[0].Str() != "*.*" && a[0].Str() != "" {
		pattern := strings.NewReplacer("[", "`[", "]", "`]").Replace(a[0].Str())
		l.pattern, _ = text.CompileWildcard(pattern, platform(env) == host.Windows) // an escaped pattern is always valid
	}
	l.deep = len(a) > 1 && a[1].Int() == 1
	return l
}

func list(files, folders bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if err := checkPath(a[0].Str()); err != nil {
			return value.NullValue, err
		}
		var out []string
		err := newListing(env, a[1:], files, folders).walk(env, a[0].Str(), 0, func(_ host.Info, path string) { out = append(out, path) })
		if err != nil {
			return value.NullValue, err
		}
		return value.OfStrings(out), nil
	}
}

// listRowsOf are the overloads of a method that lists a folder.
func listRowsOf(name string, files, folders bool) []method {
	head, f := "static string[] "+name+"(string path", list(files, folders)
	return []method{
		{sig: head + ")", call: f},
		{sig: head + ", string searchPattern)", call: f},
		{sig: head + ", string searchPattern, System.IO.SearchOption searchOption)", call: f},
	}
}

var directoryTable = table{methods: concatRows(
	listRowsOf("GetFiles", true, false), listRowsOf("GetDirectories", false, true), listRowsOf("GetFileSystemEntries", true, true),
	listRowsOf("EnumerateFiles", true, false), listRowsOf("EnumerateDirectories", false, true), listRowsOf("EnumerateFileSystemEntries", true, true),
	[]method{
		{sig: "static System.IO.DirectoryInfo CreateDirectory(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if err := makeFolders(env, a[0].Str()); err != nil {
				return value.NullValue, err
			}
			return NewFileInfo(env, a[0].Str(), true), nil
		}},
		{sig: "static bool Exists(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			i, ok := statPath(env, a[0].Str())
			return value.OfBool(ok && i.Dir), nil
		}},
		{sig: "static void Delete(string path)", call: deleteFolder},
		{sig: "static void Delete(string path, bool recursive)", call: deleteFolder},
		{sig: "static void Move(string sourceDirName, string destDirName)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if _, ok := statPath(env, a[0].Str()); !ok {
				return value.NullValue, raise(value.DirectoryNotFoundException, "Could not find a part of the path '"+fullPath(env, a[0].Str())+"'.")
			}
			if _, ok := statPath(env, a[1].Str()); ok {
				return value.NullValue, raise(value.IOException, "Cannot create '"+fullPath(env, a[1].Str())+"' because a file or directory with the same name already exists.")
			}
			return value.NothingValue, fileError(env, filesOf(env).Rename(fullPath(env, a[0].Str()), fullPath(env, a[1].Str())), a[1].Str())
		}},
		{sig: "static System.IO.DirectoryInfo GetParent(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			dir, ok := directoryName(platform(env), fullPath(env, a[0].Str()))
			if !ok {
				return value.NullValue, nil
			}
			return NewFileInfo(env, dir, true), nil
		}},
		{sig: "static string GetCurrentDirectory()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			return value.OfString(currentFolder(env)), nil
		}},
		{sig: "static void SetCurrentDirectory(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.NothingValue, goTo(env, a[0].Str())
		}},
		{sig: "static string GetDirectoryRoot(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			full := fullPath(env, a[0].Str())
			return value.OfString(full[:rootLength(platform(env), full)]), nil
		}},
		{sig: "static datetime GetCreationTime(string path)", call: fileTime(false, created)},
		{sig: "static datetime GetLastWriteTime(string path)", call: fileTime(false, written)},
		{sig: "static void SetLastWriteTime(string path, datetime lastWriteTime)", call: setFileTime(2)},
	})}

func deleteFolder(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	full := fullPath(env, a[0].Str())
	i, ok := statPath(env, a[0].Str())
	if !ok {
		return value.NullValue, raise(value.DirectoryNotFoundException, "Could not find a part of the path '"+full+"'.")
	}
	if !i.Dir {
		return value.NullValue, raise(value.IOException, "The directory name is invalid. : '"+full+"'")
	}
	recurse := len(a) > 1 && a[1].Bool()
	if !recurse {
		if list, err := filesOf(env).List(full); err == nil && len(list) > 0 {
			return value.NullValue, raise(value.IOException, "Directory not empty : '"+full+"'")
		}
	}
	err := filesOf(env).Remove(full, recurse)
	if err != nil {
		err = fileError(env, err, a[0].Str())
	}
	return value.NothingValue, err
}

// FileInfo is a FileInfo or DirectoryInfo, told apart by its type. It looks at the file when it is asked, and keeps what it saw until Refresh.
type FileInfo struct {
	value.Extended
	Type  *value.Type
	Path  string // full
	given string // as it was written, which is its text
	info  *host.Info
	seen  bool
}

var (
	typeMarshalByRef   = class("System.MarshalByRefObject", value.TypeObject, value.Abstract)
	typeFileSystemInfo = class("System.IO.FileSystemInfo", typeMarshalByRef, value.Abstract)
	// TypeFileInfo and TypeDirectoryInfo are what listing a folder gives.
	TypeFileInfo      = class("System.IO.FileInfo", typeFileSystemInfo, value.Sealed)
	TypeDirectoryInfo = class("System.IO.DirectoryInfo", typeFileSystemInfo, value.Sealed)
)

// TypeOf is FileInfo or DirectoryInfo.
func (f *FileInfo) TypeOf() *value.Type { return f.Type }

// ToText is the full path.
func (f *FileInfo) ToText() string {
	if f.given != "" {
		return f.given
	}
	return f.Path
}

// NewFileInfo is a FileInfo, or a DirectoryInfo if dir is set, of a path that need not exist.
func NewFileInfo(env value.Env, path string, dir bool) value.Value {
	f := &FileInfo{Type: TypeFileInfo, Path: fullPath(env, path), given: path}
	if dir {
		f.Type = TypeDirectoryInfo
	}
	return value.Of(f)
}

// OfInfo is what listing a folder gives for an entry.
func OfInfo(i host.Info) value.Value {
	f := &FileInfo{Type: TypeFileInfo, Path: i.Path, info: &i, seen: true}
	if i.Dir {
		f.Type = TypeDirectoryInfo
	}
	return value.Of(f)
}

func infoOf(v value.Value) *FileInfo {
	f, _ := value.As[*FileInfo](v)
	return f
}

// look is the entry on disk, false if there is none.
func (f *FileInfo) look(env value.Env) (host.Info, bool) {
	if !f.seen {
		f.seen = true
		if i, ok := statPath(env, f.Path); ok {
			f.info = &i
		}
	}
	if f.info == nil {
		return host.Info{}, false
	}
	return *f.info, true
}

func (f *FileInfo) name(env value.Env) string {
	p := platform(env)
	if rootLength(p, f.Path) == len(f.Path) {
		return f.Path
	}
	return host.Base(p, f.Path)
}

// infoTime is a property for one of the times; 0 created, 1 accessed, 2 written.
func infoTime(sig string, which int, utc bool) prop {
	pick := [...]func(host.Info) time.Time{created, accessed, written}[which]
	return prop{sig: sig, ask: func(env value.Env, v value.Value) (value.Value, error) {
		i, ok := infoOf(v).look(env)
		if !ok {
			return value.OfDateTime(fileTimeEpoch, text.Local), nil
		}
		return stamp(env, pick(i), utc), nil
	}, set: func(env value.Env, v, x value.Value) error {
		f := infoOf(v)
		f.seen, f.info = false, nil
		return setTimes(env, f.Path, which, instant(env, x))
	}}
}

var fileSystemInfoTable = table{
	props: append([]prop{
		{sig: "System.IO.FileAttributes Attributes", ask: func(env value.Env, v value.Value) (value.Value, error) {
			i, ok := infoOf(v).look(env)
			if !ok {
				return enumFileAttributes.of(-1), nil
			}
			return attributes(env, i), nil
		}, set: func(env value.Env, v, x value.Value) error {
			f := infoOf(v)
			f.seen, f.info = false, nil
			return fileError(env, filesOf(env).SetAttributes(f.Path, hostAttributes(x.Int())), f.Path)
		}},
		{sig: "string FullName", get: func(v value.Value) value.Value { return value.OfString(infoOf(v).Path) }},
		{sig: "string Extension", ask: func(env value.Env, v value.Value) (value.Value, error) {
			return value.OfString(extension(platform(env), infoOf(v).Path)), nil
		}},
		{sig: "string Name", ask: func(env value.Env, v value.Value) (value.Value, error) {
			return value.OfString(infoOf(v).name(env)), nil
		}},
		{sig: "string LinkTarget", ask: func(env value.Env, v value.Value) (value.Value, error) {
			if i, ok := infoOf(v).look(env); ok && i.LinkTarget != "" {
				return value.OfString(i.LinkTarget), nil
			}
			return value.NullValue, nil
		}},
		infoTime("datetime CreationTime", 0, false), infoTime("datetime CreationTimeUtc", 0, true),
		infoTime("datetime LastAccessTime", 1, false), infoTime("datetime LastAccessTimeUtc", 1, true),
		infoTime("datetime LastWriteTime", 2, false), infoTime("datetime LastWriteTimeUtc", 2, true),
	}, fileShellRows...),
	methods: []method{
		{sig: "void Refresh()", do: func(v value.Value, _ []value.Value) value.Value {
			f := infoOf(v)
			f.seen, f.info = false, nil
			return value.NothingValue
		}},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(infoOf(v).ToText()) }},
	},
}

func exists(env value.Env, v value.Value) (value.Value, error) {
	f := infoOf(v)
	i, ok := f.look(env)
	return value.OfBool(ok && i.Dir == (f.Type == TypeDirectoryInfo)), nil
}

func parentOf(env value.Env, v value.Value) (value.Value, error) {
	dir, ok := directoryName(platform(env), infoOf(v).Path)
	if !ok {
		return value.NullValue, nil
	}
	return NewFileInfo(env, dir, true), nil
}

// byPath calls a static method of File with the path of the object before its arguments.
func byPath(f func(value.Env, value.Value, []value.Value) (value.Value, error)) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return f(env, v, append([]value.Value{value.OfString(infoOf(v).Path)}, a...))
	}
}

var fileInfoTable = table{
	ctors: []ctor{{"(string fileName)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return NewFileInfo(env, a[0].Str(), false), checkPath(a[0].Str())
	}}},
	props: []prop{
		{sig: "long Length", ask: func(env value.Env, v value.Value) (value.Value, error) {
			i, ok := infoOf(v).look(env)
			if !ok {
				return v, fileError(env, fs.ErrNotExist, infoOf(v).Path)
			}
			return value.OfInt64(i.Size), nil
		}},
		{sig: "string DirectoryName", ask: func(env value.Env, v value.Value) (value.Value, error) {
			dir, _ := directoryName(platform(env), infoOf(v).Path)
			return value.OfString(dir), nil
		}},
		{sig: "System.IO.DirectoryInfo Directory", ask: parentOf},
		{sig: "bool IsReadOnly", ask: func(env value.Env, v value.Value) (value.Value, error) {
			i, _ := infoOf(v).look(env)
			return value.OfBool(i.Attributes&host.ReadOnly != 0), nil
		}, set: func(env value.Env, v, x value.Value) error {
			f := infoOf(v)
			i, _ := f.look(env)
			a := i.Attributes &^ host.ReadOnly
			if x.Bool() {
				a |= host.ReadOnly
			}
			f.seen, f.info = false, nil
			return fileError(env, filesOf(env).SetAttributes(f.Path, a), f.Path)
		}},
		{sig: "bool Exists", ask: exists},
	},
	methods: []method{
		{sig: "void Delete()", call: byPath(func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return InvokeStatic(env, typeFile, "Delete", a, nil)
		})},
		{sig: "System.IO.FileInfo CopyTo(string destFileName)", call: copyInfo},
		{sig: "System.IO.FileInfo CopyTo(string destFileName, bool overwrite)", call: copyInfo},
		{sig: "void MoveTo(string destFileName)", call: moveInfo},
		{sig: "void MoveTo(string destFileName, bool overwrite)", call: moveInfo},
		{sig: "System.IO.StreamReader OpenText()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return openReader(env, infoOf(v).Path, encodingUTF8Plain)
		}},
		{sig: "System.IO.FileStream OpenRead()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return newFileStream(env, infoOf(v).Path, modeOpen, accessRead)
		}},
		{sig: "System.IO.FileStream OpenWrite()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return newFileStream(env, infoOf(v).Path, modeOpenOrCreate, accessWrite)
		}},
		{sig: "System.IO.FileStream Create()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return newFileStream(env, infoOf(v).Path, modeCreate, accessRead|accessWrite)
		}},
		{sig: "System.IO.FileStream Open(System.IO.FileMode mode)", call: byPath(openStream)},
		{sig: "System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)", call: byPath(openStream)},
		{sig: "System.IO.StreamWriter CreateText()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return openWriter(env, infoOf(v).Path, false, encodingUTF8Plain)
		}},
		{sig: "System.IO.StreamWriter AppendText()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return openWriter(env, infoOf(v).Path, true, encodingUTF8Plain)
		}},
	},
}

func copyInfo(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
	if _, err := copyFile(env, v, append([]value.Value{value.OfString(infoOf(v).Path)}, a...)); err != nil {
		return v, err
	}
	return NewFileInfo(env, a[0].Str(), false), nil
}

func moveInfo(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
	f := infoOf(v)
	if _, err := moveFile(env, v, append([]value.Value{value.OfString(f.Path)}, a...)); err != nil {
		return v, err
	}
	f.Path, f.seen, f.info = fullPath(env, a[0].Str()), false, nil
	return value.NothingValue, nil
}

// children are the entries of a folder as objects.
func children(files, folders bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		var out []value.Value
		err := newListing(env, a, files, folders).walk(env, infoOf(v).Path, 0, func(i host.Info, path string) {
			i.Path = path
			out = append(out, OfInfo(i))
		})
		t := typeFileSystemInfo
		if !folders {
			t = TypeFileInfo
		} else if !files {
			t = TypeDirectoryInfo
		}
		return arrayOf(t, out), err
	}
}

func childRows(name, result string, files, folders bool) []method {
	head, f := result+" "+name+"(", children(files, folders)
	return []method{
		{sig: head + ")", call: f}, {sig: head + "string searchPattern)", call: f},
		{sig: head + "string searchPattern, System.IO.SearchOption searchOption)", call: f},
	}
}

var directoryInfoTable = table{
	ctors: []ctor{{"(string path)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return NewFileInfo(env, a[0].Str(), true), checkPath(a[0].Str())
	}}},
	props: []prop{
		{sig: "System.IO.DirectoryInfo Parent", ask: parentOf},
		{sig: "System.IO.DirectoryInfo Root", ask: func(env value.Env, v value.Value) (value.Value, error) {
			p := infoOf(v).Path
			return NewFileInfo(env, p[:rootLength(platform(env), p)], true), nil
		}},
		{sig: "bool Exists", ask: exists},
	},
	methods: concatRows(
		childRows("GetFiles", "System.IO.FileInfo[]", true, false), childRows("GetDirectories", "System.IO.DirectoryInfo[]", false, true),
		childRows("GetFileSystemInfos", "System.IO.FileSystemInfo[]", true, true), childRows("EnumerateFiles", "System.IO.FileInfo[]", true, false),
		childRows("EnumerateDirectories", "System.IO.DirectoryInfo[]", false, true), childRows("EnumerateFileSystemInfos", "System.IO.FileSystemInfo[]", true, true),
		[]method{
			{sig: "void Create()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
				f := infoOf(v)
				f.seen, f.info = false, nil
				return value.NothingValue, makeFolders(env, f.Path)
			}},
			{sig: "System.IO.DirectoryInfo CreateSubdirectory(string path)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
				path := combine(platform(env), []string{infoOf(v).Path, a[0].Str()})
				return NewFileInfo(env, path, true), makeFolders(env, path)
			}},
			{sig: "void Delete()", call: byPath(deleteFolder)},
			{sig: "void Delete(bool recursive)", call: byPath(deleteFolder)},
			{sig: "void MoveTo(string destDirName)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
				f := infoOf(v)
				_, err := InvokeStatic(env, typeDirectory, "Move", []value.Value{value.OfString(f.Path), a[0]}, nil)
				if err == nil {
					f.Path, f.seen, f.info = fullPath(env, a[0].Str()), false, nil
				}
				return value.NothingValue, err
			}},
		}),
}
