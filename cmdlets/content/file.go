package content

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// File is the full path of the one file that a path names, for cmdlets that open a file by themselves such as Import-Csv and Out-File.
// write allows a path without wildcards that is not there yet.
func File(c *runtime.Call, path string, literal bool) (string, error) {
	if literal || !text.ContainsWildcard(path) {
		if !literal {
			path = text.UnescapeWildcard(path)
		}
		p, err := drive.Parse(c, path)
		if err != nil {
			return "", err
		}
		if !p.IsFile() {
			return "", notFileSystem(p)
		}
		return p.Item, nil
	}
	found, _, err := drive.Match(c, path, false)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", detailed(c, value.Throw(value.FileNotFoundException, "FileOpenFailure", "Unable to find the specified file.").With(value.OpenError, value.OfString(path)),
			"Cannot perform operation because the wildcard path "+path+" did not resolve to a file.")
	case len(found) > 1:
		return "", detailed(c, value.Throw(value.InvalidOperationException, "ReadWriteMultipleFilesNotSupported", "Operation is not valid due to the current state of the object.").With(value.InvalidArgument, value.NullValue),
			"Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.")
	case !found[0].IsFile():
		return "", notFileSystem(found[0])
	}
	return found[0].Item, nil
}

// detailed is the record of an exception that is shown with another text.
func detailed(c *runtime.Call, e *value.Exception, message string) *value.ErrorRecord {
	r := c.ErrorOf(e)
	r.Message = message
	return r
}

func notFileSystem(p drive.Path) *value.Exception {
	return value.Throw(value.PSNotSupportedException, "ReadWriteFileNotFileSystemProvider",
		"Cannot open file because the current provider ("+p.Drive.Provider.ToText()+") cannot open a file.").With(value.InvalidArgument, value.NullValue)
}

// ReadFile is the content of a file, or an error where that is too large. The error is that of the file system.
func ReadFile(files host.Files, full string) ([]byte, error) { return dotnet.ReadFile(files, full) }

// ReadText is the text of a file that Import-Csv and its like open; the error is theirs.
func ReadText(c *runtime.Call, full string, e *dotnet.Encoding) (string, error) {
	b, err := ReadFile(c.Host().Files, full)
	if err != nil {
		return "", OpenFailure(c, full, err)
	}
	return e.DecodeFile(b), nil
}

// OpenFailure is .NET's exception for a file that cannot be opened, as Import-Csv, Export-Csv and Out-File report it.
func OpenFailure(c *runtime.Call, full string, err error) error {
	e := Failure(c, full, err)
	if e.ID == "" {
		e.ID, e.Category = "FileOpenFailure", value.OpenError
	}
	return e
}

// Failure is .NET's exception for what the file system refused, without an id.
func Failure(c *runtime.Call, full string, err error) *value.Exception {
	return dotnet.FileError(c.Host().Files, c.Host().Platform, err, full)
}
