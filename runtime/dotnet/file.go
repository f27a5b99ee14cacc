package dotnet

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"time"

	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var (
	typeFile           = class("System.IO.File", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	enumFileAttributes = enumeration{full: "System.IO.FileAttributes", flags: true,
		names: "None=0 ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128 Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 Encrypted=16384 IntegrityStream=32768 NoScrubData=131072"}
	enumFileMode     = enumeration{full: "System.IO.FileMode", names: "CreateNew=1 Create Open OpenOrCreate Truncate Append"}
	enumFileAccess   = enumeration{full: "System.IO.FileAccess", flags: true, names: "Read=1 Write=2 ReadWrite=3"}
	enumFileShare    = enumeration{full: "System.IO.FileShare", flags: true, names: "None=0 Read=1 Write=2 ReadWrite=3 Delete=4 Inheritable=16"}
	enumSearchOption = enumeration{full: "System.IO.SearchOption", names: "TopDirectoryOnly AllDirectories"}
)

// maxFileBytes bounds what one call reads into memory.
const maxFileBytes = 512 << 20

func filesOf(env value.Env) host.Files {
	if h := hostOf(env); h != nil {
		return h.Files
	}
	return nil
}

func noFiles() error { return raise(value.NotSupportedException, "There are no files here.") }

func statPath(env value.Env, path string) (host.Info, bool) {
	f := filesOf(env)
	if f == nil || path == "" {
		return host.Info{}, false
	}
	i, err := f.Stat(fullPath(env, path))
	return i, err == nil
}

// fileError is .NET's exception for what the file system refused.
func fileError(env value.Env, err error, path string) error {
	if err == nil {
		return nil
	}
	files := filesOf(env)
	if files == nil {
		return noFiles()
	}
	return FileError(files, platform(env), err, fullPath(env, path))
}

// FileError is .NET's exception for what the file system refused at a full path, without an id; an exception stays as it is.
func FileError(files host.Files, p host.Platform, err error, full string) *value.Exception {
	var x *value.Exception
	if errors.As(err, &x) {
		return x
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if i, err := files.Stat(host.Folder(p, full)); err != nil || !i.Dir {
			return value.Throw(value.DirectoryNotFoundException, "", "Could not find a part of the path '"+full+"'.")
		}
		x = value.Throw(value.FileNotFoundException, "", "Could not find file '"+full+"'.")
		x.Details = append(x.Details, value.Detail{Name: "FileName", Value: value.OfString(full)})
		return x
	case errors.Is(err, fs.ErrPermission):
		return value.Throw(value.UnauthorizedAccessException, "", "Access to the path '"+full+"' is denied.")
	case errors.Is(err, fs.ErrExist):
		return value.Throw(value.IOException, "", "The file '"+full+"' already exists.")
	}
	return value.Throw(value.IOException, "", err.Error())
}

func checkPath(path string) error {
	if path == "" {
		return argumentError("path", "The value cannot be an empty string.")
	}
	return nil
}

// readFile is the content of a file.
func readFile(env value.Env, path string) ([]byte, error) {
	if err := checkPath(path); err != nil {
		return nil, err
	}
	f := filesOf(env)
	if f == nil {
		return nil, noFiles()
	}
	full := fullPath(env, path)
	if i, err := f.Stat(full); err == nil && i.Dir {
		return nil, raise(value.UnauthorizedAccessException, "Access to the path '"+full+"' is denied.")
	}
	b, err := ReadFile(f, full)
	return b, fileError(env, err, path)
}

// ReadFile is the content of a file, all of it or an error. The error is that of the file system.
func ReadFile(files host.Files, full string) ([]byte, error) {
	if i, err := files.Stat(full); err == nil && i.Size > maxFileBytes {
		return nil, tooLarge(full)
	}
	r, err := files.Open(full)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if e := r.Close(); err == nil {
		err = e
	}
	if len(b) > maxFileBytes {
		return nil, tooLarge(full)
	}
	return b, err
}

func tooLarge(full string) error {
	return value.Throw(value.IOException, "FileTooLarge", "The file '"+full+"' is larger than the 512 MB that are read at once.").With(value.LimitsExceeded, value.OfString(full))
}

// writeFile makes a file, or appends to it.
func writeFile(env value.Env, path string, b []byte, appendTo bool) error {
	if err := checkPath(path); err != nil {
		return err
	}
	f := filesOf(env)
	if f == nil {
		return noFiles()
	}
	w, err := f.Create(fullPath(env, path), appendTo)
	if err != nil {
		return fileError(env, err, path)
	}
	_, err = w.Write(b)
	if e := w.Close(); err == nil {
		err = e
	}
	return fileError(env, err, path)
}

// readText is the content of a file as text. A byte order mark decides, else the encoding.
func readText(env value.Env, path string, e *Encoding) (string, error) {
	b, err := readFile(env, path)
	if err != nil {
		return "", err
	}
	return decodeFile(b, e), nil
}

// lines are the lines of a text, however they end.
func lines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n")
}

func encodingArg(a []value.Value, i int) *Encoding {
	if i < len(a) {
		if e, ok := value.As[*Encoding](a[i].Base()); ok {
			return e
		}
	}
	return encodingUTF8Plain
}

func writeText(env value.Env, path, s string, e *Encoding, appendTo bool) (value.Value, error) {
	b := e.encode(s)
	if i, ok := statPath(env, path); !appendTo || !ok || i.Size == 0 {
		b = append(append([]byte(nil), e.preamble...), b...)
	}
	return value.NothingValue, writeFile(env, path, b, appendTo)
}

func joinLines(env value.Env, v value.Value) (string, error) {
	var b strings.Builder
	for _, x := range items(v) {
		s, err := netString(env, x)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
		b.WriteString(newline(env))
	}
	return b.String(), nil
}

func writeLines(appendTo bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		s, err := joinLines(env, a[1])
		if err != nil {
			return value.NullValue, err
		}
		return writeText(env, a[0].Str(), s, encodingArg(a, 2), appendTo)
	}
}

var fileTable = table{methods: concatRows(fileTextRows, fileRows, fileTimeRows)}

var fileTextRows = []method{
	{sig: "static string ReadAllText(string path)", call: readAllText},
	{sig: "static string ReadAllText(string path, System.Text.Encoding encoding)", call: readAllText},
	{sig: "static string[] ReadAllLines(string path)", call: readAllLines},
	{sig: "static string[] ReadAllLines(string path, System.Text.Encoding encoding)", call: readAllLines},
	{sig: "static System.Collections.Generic.IEnumerable[string] ReadLines(string path)", call: readAllLines},
	{sig: "static System.Collections.Generic.IEnumerable[string] ReadLines(string path, System.Text.Encoding encoding)", call: readAllLines},
	{sig: "static byte[] ReadAllBytes(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		b, err := readFile(env, a[0].Str())
		if err != nil {
			return value.NullValue, err
		}
		return ofBytes(b), nil
	}},
	{sig: "static void WriteAllText(string path, string contents)", call: writeAllText},
	{sig: "static void WriteAllText(string path, string contents, System.Text.Encoding encoding)", call: writeAllText},
	{sig: "static void WriteAllLines(string path, string[] contents)", call: writeLines(false)},
	{sig: "static void WriteAllLines(string path, string[] contents, System.Text.Encoding encoding)", call: writeLines(false)},
	{sig: "static void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)", call: writeLines(false)},
	{sig: "static void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)", call: writeLines(false)},
	{sig: "static void WriteAllBytes(string path, byte[] bytes)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.NothingValue, writeFile(env, a[0].Str(), bytesOf(a[1]), false)
	}},
	{sig: "static void AppendAllText(string path, string contents)", call: appendAllText},
	{sig: "static void AppendAllText(string path, string contents, System.Text.Encoding encoding)", call: appendAllText},
	{sig: "static void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)", call: writeLines(true)},
	{sig: "static void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)", call: writeLines(true)},
}

func readAllText(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s, err := readText(env, a[0].Str(), encodingArg(a, 1))
	return value.OfString(s), err
}

func readAllLines(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s, err := readText(env, a[0].Str(), encodingArg(a, 1))
	if err != nil {
		return value.NullValue, err
	}
	return value.OfStrings(lines(s)), nil
}

func writeAllText(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return writeText(env, a[0].Str(), a[1].Str(), encodingArg(a, 2), false)
}

func appendAllText(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return writeText(env, a[0].Str(), a[1].Str(), encodingArg(a, 2), true)
}

var fileRows = []method{
	{sig: "static bool Exists(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		i, ok := statPath(env, a[0].Str())
		return value.OfBool(ok && !i.Dir), nil
	}},
	{sig: "static void Delete(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		i, ok := statPath(env, a[0].Str())
		if !ok {
			return value.NothingValue, checkPath(a[0].Str())
		}
		if i.Dir {
			return value.NullValue, raise(value.UnauthorizedAccessException, "Access to the path '"+fullPath(env, a[0].Str())+"' is denied.")
		}
		return value.NothingValue, fileError(env, filesOf(env).Remove(fullPath(env, a[0].Str()), false), a[0].Str())
	}},
	{sig: "static void Copy(string sourceFileName, string destFileName)", call: copyFile},
	{sig: "static void Copy(string sourceFileName, string destFileName, bool overwrite)", call: copyFile},
	{sig: "static void Move(string sourceFileName, string destFileName)", call: moveFile},
	{sig: "static void Move(string sourceFileName, string destFileName, bool overwrite)", call: moveFile},
	{sig: "static System.IO.FileStream Open(string path, System.IO.FileMode mode)", call: openStream},
	{sig: "static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)", call: openStream},
	{sig: "static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)", call: openStream},
	{sig: "static System.IO.FileStream OpenRead(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return newFileStream(env, a[0].Str(), modeOpen, accessRead)
	}},
	{sig: "static System.IO.FileStream OpenWrite(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return newFileStream(env, a[0].Str(), modeOpenOrCreate, accessWrite)
	}},
	{sig: "static System.IO.FileStream Create(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return newFileStream(env, a[0].Str(), modeCreate, accessRead|accessWrite)
	}},
	{sig: "static System.IO.StreamReader OpenText(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return openReader(env, a[0].Str(), encodingUTF8Plain)
	}},
	{sig: "static System.IO.StreamWriter CreateText(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return openWriter(env, a[0].Str(), false, encodingUTF8Plain)
	}},
	{sig: "static System.IO.StreamWriter AppendText(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return openWriter(env, a[0].Str(), true, encodingUTF8Plain)
	}},
}

func copyFile(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	b, err := readFile(env, a[0].Str())
	if err != nil {
		return value.NullValue, err
	}
	if _, ok := statPath(env, a[1].Str()); ok && (len(a) < 3 || !a[2].Bool()) {
		return value.NullValue, raise(value.IOException, "The file '"+fullPath(env, a[1].Str())+"' already exists.")
	}
	return value.NothingValue, writeFile(env, a[1].Str(), b, false)
}

func moveFile(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if _, ok := statPath(env, a[0].Str()); !ok {
		return value.NullValue, fileError(env, fs.ErrNotExist, a[0].Str())
	}
	if _, ok := statPath(env, a[1].Str()); ok {
		if len(a) < 3 || !a[2].Bool() {
			return value.NullValue, raise(value.IOException, "The file '"+fullPath(env, a[1].Str())+"' already exists.")
		}
		if err := filesOf(env).Remove(fullPath(env, a[1].Str()), false); err != nil {
			return value.NullValue, fileError(env, err, a[1].Str())
		}
	}
	return value.NothingValue, fileError(env, filesOf(env).Rename(fullPath(env, a[0].Str()), fullPath(env, a[1].Str())), a[1].Str())
}

// stamp is an instant of the file system as a date.
func stamp(env value.Env, t time.Time, utc bool) value.Value {
	if t.IsZero() {
		return value.OfDateTime(fileTimeEpoch, text.Local)
	}
	if utc {
		return value.OfDateTime(ticksOf(t.UTC()), text.UTC)
	}
	return value.OfDateTime(ticksOf(t.In(now(env).Location())), text.Local)
}

// instant is a date as an instant.
func instant(env value.Env, d value.Value) time.Time {
	const unix = text.UnixEpochTicks
	t := universal(env, d) - unix
	return time.Unix(t/text.TicksPerSecond, t%text.TicksPerSecond*100).UTC()
}

// fileTime is a method that tells one of a file's times.
func fileTime(utc bool, pick func(host.Info) time.Time) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		i, ok := statPath(env, a[0].Str())
		if !ok {
			return value.OfDateTime(fileTimeEpoch, text.Local), nil
		}
		return stamp(env, pick(i), utc), nil
	}
}

func created(i host.Info) time.Time  { return i.Created }
func accessed(i host.Info) time.Time { return i.Accessed }
func written(i host.Info) time.Time  { return i.Written }

// setFileTime is a method that sets one of a file's times.
func setFileTime(which int) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.NothingValue, setTimes(env, a[0].Str(), which, instant(env, a[1]))
	}
}

func setTimes(env value.Env, path string, which int, t time.Time) error {
	i, ok := statPath(env, path)
	if !ok {
		return fileError(env, fs.ErrNotExist, path)
	}
	times := [3]time.Time{i.Created, i.Accessed, i.Written}
	times[which] = t
	return fileError(env, filesOf(env).SetTimes(fullPath(env, path), times[0], times[1], times[2]), path)
}

var fileTimeRows = []method{
	{sig: "static datetime GetCreationTime(string path)", call: fileTime(false, created)},
	{sig: "static datetime GetCreationTimeUtc(string path)", call: fileTime(true, created)},
	{sig: "static datetime GetLastAccessTime(string path)", call: fileTime(false, accessed)},
	{sig: "static datetime GetLastAccessTimeUtc(string path)", call: fileTime(true, accessed)},
	{sig: "static datetime GetLastWriteTime(string path)", call: fileTime(false, written)},
	{sig: "static datetime GetLastWriteTimeUtc(string path)", call: fileTime(true, written)},
	{sig: "static void SetCreationTime(string path, datetime creationTime)", call: setFileTime(0)},
	{sig: "static void SetLastAccessTime(string path, datetime lastAccessTime)", call: setFileTime(1)},
	{sig: "static void SetLastWriteTime(string path, datetime lastWriteTime)", call: setFileTime(2)},
	{sig: "static void SetLastWriteTimeUtc(string path, datetime lastWriteTimeUtc)", call: setFileTime(2)},
	{sig: "static System.IO.FileAttributes GetAttributes(string path)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		i, ok := statPath(env, a[0].Str())
		if !ok {
			return value.NullValue, fileError(env, fs.ErrNotExist, a[0].Str())
		}
		return attributes(env, i), nil
	}},
	{sig: "static void SetAttributes(string path, System.IO.FileAttributes fileAttributes)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.NothingValue, fileError(env, filesOf(env).SetAttributes(fullPath(env, a[0].Str()), hostAttributes(a[1].Int())), a[0].Str())
	}},
}

// attributes are those of a file as .NET numbers them.
func attributes(env value.Env, i host.Info) value.Value {
	n := int64(0)
	if i.Attributes&host.ReadOnly != 0 {
		n |= 1
	}
	if i.Attributes&host.Hidden != 0 || platform(env) != host.Windows && strings.HasPrefix(i.Name, ".") {
		n |= 2
	}
	if i.Attributes&host.System != 0 {
		n |= 4
	}
	switch {
	case i.Dir:
		n |= 16
	case i.Attributes&host.Archive != 0:
		n |= 32
	case n == 0:
		n = 128
	}
	if i.LinkTarget != "" {
		n |= 1024
	}
	return enumFileAttributes.of(n)
}

func hostAttributes(n int64) host.Attributes {
	var a host.Attributes
	if n&1 != 0 {
		a |= host.ReadOnly
	}
	if n&2 != 0 {
		a |= host.Hidden
	}
	if n&4 != 0 {
		a |= host.System
	}
	if n&32 != 0 {
		a |= host.Archive
	}
	return a
}
