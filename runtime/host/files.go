package host

import (
	"io"
	"io/fs"
	"time"
)

// Files is a file system with absolute paths in the syntax of the platform. Errors are those of io/fs (fs.ErrNotExist,
// fs.ErrPermission, fs.ErrExist …), wrapped in *fs.PathError.
type Files interface {
	Stat(path string) (Info, error)
	List(path string) ([]Info, error) // by name
	Open(path string) (io.ReadCloser, error)
	Create(path string, appendTo bool) (io.WriteCloser, error)
	Mkdir(path string) error
	Remove(path string, recurse bool) error
	Rename(from, to string) error
	SetTimes(path string, created, accessed, written time.Time) error
	SetAttributes(path string, a Attributes) error
	// Resolve is the path as it is spelled on disk when names are case-insensitive, else path itself.
	Resolve(path string) (string, error)
}

// Info describes one file or folder.
type Info struct {
	Name                       string
	Path                       string
	Dir                        bool
	Size                       int64
	Created, Accessed, Written time.Time
	Attributes                 Attributes
	Mode                       fs.FileMode // UNIX permissions on Linux
	LinkTarget                 string
}

// Attributes are the file attributes that scripts read and set.
type Attributes uint8

// The attributes.
const (
	ReadOnly Attributes = 1 << iota
	Hidden
	System
	Archive
)
