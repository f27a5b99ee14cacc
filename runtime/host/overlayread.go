package host

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Stat describes a path.
func (o *Overlay) Stat(path string) (Info, error) {
	if n := o.nodes[o.key(path)]; n != nil {
		if n.deleted {
			return Info{}, failure("stat", path, fs.ErrNotExist)
		}
		return o.nodeInfo(n), nil
	}
	if real := o.disk(path); real != "" {
		st, err := os.Stat(real)
		if err != nil {
			return Info{}, failure("stat", path, fs.ErrNotExist)
		}
		if !st.Mode().IsRegular() && !st.IsDir() {
			return Info{}, failure("stat", path, fs.ErrPermission)
		}
		return o.diskInfo(path, real, st), nil
	}
	if o.isRoot(path) || o.holdsMount(path) {
		now := o.clock.Now()
		return Info{Name: Base(o.platform, path), Path: path, Dir: true, Created: now, Written: now, Accessed: now, Mode: fs.ModeDir | 0o755}, nil
	}
	return Info{}, failure("stat", path, fs.ErrNotExist)
}

// isRoot: the root of the file system is always there.
func (o *Overlay) isRoot(path string) bool {
	if o.platform == Windows {
		return o.key(path) == "c:"
	}
	return path == "/"
}

// holdsMount: a mount is at or below the path.
func (o *Overlay) holdsMount(path string) bool {
	prefix := o.key(path) + o.platform.Separator()
	for _, m := range o.mounts {
		if strings.HasPrefix(o.key(m.at)+o.platform.Separator(), prefix) {
			return true
		}
	}
	return false
}

func (o *Overlay) nodeInfo(n *node) Info {
	i := Info{Name: Base(o.platform, n.path), Path: n.path, Dir: n.dir, Size: int64(len(n.data)), Created: n.created, Written: n.written, Accessed: n.access, Attributes: n.attr, Mode: 0o644}
	if n.dir {
		i.Mode = fs.ModeDir | 0o755
	}
	if i.Attributes&ReadOnly != 0 {
		i.Mode &^= 0o222
	}
	o.givenAttributes(&i)
	return i
}

// givenAttributes are those that follow from the platform: names with a dot in front are hidden on Linux, new files of Windows are to be
// archived.
func (o *Overlay) givenAttributes(i *Info) {
	if o.platform == Linux {
		if strings.HasPrefix(i.Name, ".") {
			i.Attributes |= Hidden
		}
		i.Attributes &^= Archive | System
		return
	}
	if !i.Dir && i.Attributes&^ReadOnly == 0 {
		i.Attributes |= Archive
	}
}

func (o *Overlay) diskInfo(path, real string, st fs.FileInfo) Info {
	path = o.trim(path)
	name := Base(o.platform, path)
	if o.platform == Windows && real != "" {
		if i := strings.LastIndex(path, `\`); i >= 0 && strings.EqualFold(filepath.Base(real), name) {
			name = filepath.Base(real)
			path = path[:i+1] + name
		}
	}
	info := Info{Name: name, Path: path, Dir: st.IsDir(), Size: st.Size(), Created: st.ModTime(), Written: st.ModTime(), Accessed: st.ModTime(), Mode: st.Mode()}
	if st.IsDir() {
		info.Size = 0
	}
	if st.Mode().Perm()&0o222 == 0 {
		info.Attributes |= ReadOnly
	}
	o.givenAttributes(&info)
	return info
}

// trim is a path without separators at its end, but for a root.
func (o *Overlay) trim(path string) string {
	short := strings.TrimRight(path, `/\`)
	if short == "" || o.platform == Windows && len(short) == 2 && short[1] == ':' {
		return path
	}
	return short
}

// List is the content of a folder by name.
func (o *Overlay) List(path string) ([]Info, error) {
	info, err := o.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Dir {
		return nil, failure("list", path, fs.ErrInvalid)
	}
	k := o.key(path)
	var out []Info
	seen := map[string]bool{}
	for kid, n := range o.kids[k] {
		seen[kid] = true
		if !n.deleted {
			out = append(out, o.nodeInfo(n))
		}
	}
	base := o.trim(info.Path)
	if real := o.disk(path); real != "" {
		entries, err := os.ReadDir(real)
		if err != nil {
			return nil, failure("list", path, fs.ErrPermission)
		}
		for _, e := range entries {
			full := Join(o.platform, base, e.Name())
			kid := o.key(full)
			if seen[kid] {
				continue
			}
			seen[kid] = true
			if in, err := o.Stat(full); err == nil {
				out = append(out, in)
			}
		}
	}
	prefix := k + o.platform.Separator()
	for _, m := range o.mounts {
		if !strings.HasPrefix(o.key(m.at), prefix) {
			continue
		}
		name, _, _ := strings.Cut(m.at[len(prefix):], o.platform.Separator())
		full := Join(o.platform, base, name)
		if kid := o.key(full); !seen[kid] {
			seen[kid] = true
			if in, err := o.Stat(full); err == nil {
				out = append(out, in)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return o.key(out[i].Name) < o.key(out[j].Name) })
	return out, nil
}

// Open reads a file.
func (o *Overlay) Open(path string) (io.ReadCloser, error) {
	if n := o.nodes[o.key(path)]; n != nil {
		if n.deleted {
			return nil, failure("open", path, fs.ErrNotExist)
		}
		if n.dir {
			return nil, failure("open", path, fs.ErrPermission)
		}
		return io.NopCloser(bytes.NewReader(n.data)), nil
	}
	info, err := o.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Dir {
		return nil, failure("open", path, fs.ErrPermission)
	}
	f, err := os.Open(o.disk(path))
	if err != nil {
		return nil, failure("open", path, cause(err))
	}
	return f, nil
}

// cause is an error of the disk without the real path.
func cause(err error) error {
	switch {
	case os.IsNotExist(err):
		return fs.ErrNotExist
	case os.IsExist(err):
		return fs.ErrExist
	}
	return fs.ErrPermission
}

// Resolve is the path as it is spelled where it exists.
func (o *Overlay) Resolve(path string) (string, error) {
	info, err := o.Stat(path)
	if err != nil {
		return "", err
	}
	return info.Path, nil
}
